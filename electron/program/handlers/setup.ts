/** From nothing to a working counter: the first officer, the counter's name, the connection, and the checklist over it all. */
import { createHash } from 'node:crypto';
import { failed, ok, type Result } from '../../../native/failure.ts';
import { connectionIn } from '../../agreement/index.ts';
import {
  type Acting,
  appFailure,
  type ConnectionProfile,
  endedStatuses,
  type Role,
  type SetupStep,
  type SetupView,
} from '../../contract/index.ts';
import type { Handlers } from '../../window/index.ts';
import type { ProgramParts } from './parts.ts';

type SetupChannel =
  | 'setup.firstOfficer'
  | 'setup.counter'
  | 'setup.connection'
  | 'setup.state'
  | 'setup.begin';

export function setupHandlers(parts: ProgramParts): Pick<Handlers, SetupChannel> {
  const { office, identity, installation, desk, pickFile, changed } = parts;
  const { people, agreements } = office;

  /** What kept data balikan from being sent stood in the former connection: whether the new one cures it is seen by trying. */
  function installConnection(
    agreementId: string,
    connection: ConnectionProfile,
    acting: Acting,
  ): Result<unknown> {
    const { store, outbox } = installation;
    const installed = store.transaction((): Result<unknown> => {
      const written = agreements.installConnection(agreementId, connection, acting);
      if (!written.ok) return written;
      const context = { actor: acting.personId, counter: acting.counter };
      const again = outbox.retryGivenUp(context, agreementId);
      if (!again.ok) return again;
      const held = outbox.heldBy(agreementId);
      return held.ok && held.value !== undefined ? outbox.reopen(agreementId, context) : held;
    });
    if (installed.ok) parts.sender.sendNow();
    return installed;
  }

  return {
    'setup.firstOfficer': async (officer) => {
      const made = await people.firstOfficer(officer);
      if (!made.ok) return made;
      const entered = await people.sessions.signIn(officer.login, officer.password);
      changed();
      return entered.ok ? ok(null) : entered;
    },
    'setup.counter': ({ name, sign }) => {
      const acting = people.sessions.acting();
      if (!acting.ok) return acting;
      const held = name === identity.name ? undefined : office.custody.holdsName();
      if (held !== undefined) return failed(held);
      const renamed = installation.store.transaction((): Result<unknown> => {
        const written = identity.rename(name, sign);
        if (!written.ok) return written;
        return installation.audit.append(
          { actor: acting.value.personId, counter: name },
          { event: 'SETTING_CHANGED', setting: 'counter', value: sign },
        );
      });
      changed();
      return renamed.ok ? ok(null) : renamed;
    },
    'setup.connection': async ({ agreementId }) => {
      const asked = people.sessions.acting();
      if (!asked.ok) return asked;
      const file = await pickFile({
        title: 'Berkas sambungan',
        kinds: { name: 'YAML, JSON', extensions: ['yaml', 'yml', 'json'] },
        mostBytes: 1_000_000,
      });
      if (!file.ok) return file;
      if (file.value === undefined) return ok(null);
      const connection = connectionIn(file.value.name, file.value.bytes);
      if (!connection.ok) return connection;
      // A dialog may stand open for an hour: who asked has to be there still, and the day to be known.
      const acting = people.sessions.acting();
      if (!acting.ok) return acting;
      if (acting.value.personId !== asked.value.personId) return failed(appFailure('NOT_SIGNED_IN', 'setup'));
      const unbelieved = desk.clockFailure();
      if (unbelieved !== undefined) return failed(unbelieved);
      const installed = installConnection(agreementId, connection.value, acting.value);
      changed();
      if (!installed.ok) return installed;
      return ok({ sha256: createHash('sha256').update(file.value.bytes).digest('hex') });
    },
    'setup.state': () => setupView(parts),
    'setup.begin': () => {
      if (!parts.setting.training) return failed(appFailure('STEP_ORDER', 'setup.begin'));
      parts.beginWork();
      return ok(null);
    },
  };
}

/** The agreements that have not ended. */
function openAgreements({ office }: ProgramParts) {
  const rows = office.agreements.list();
  if (!rows.ok) return [];
  return rows.value.filter(({ status }) => !endedStatuses.has(status));
}

/** The agreement that is being set up: the chosen one, or the newest that has not ended. */
function subject(parts: ProgramParts) {
  const rows = parts.office.agreements.list();
  const chosen = rows.ok ? rows.value.find((row) => row.chosen) : undefined;
  return chosen ?? openAgreements(parts).at(-1);
}

interface Step {
  readonly step: SetupStep;
  readonly who: Role;
  readonly place: SetupView['steps'][number]['place'];
  readonly done: boolean;
  readonly detail?: string | undefined;
}

export function setupView(parts: ProgramParts): Result<SetupView> {
  const { office, identity, installation } = parts;
  const { people, agreements } = office;
  const agreement = subject(parts);
  const agreementId = agreement?.agreementId ?? '';
  const head = people.responsible();
  const manager = people.manager();
  const ready = people.readyOperators(agreementId);
  const sptjm = people.sptjm(agreementId);
  const connection = agreement === undefined ? ok(undefined) : agreements.connection(agreementId);
  const visited = installation.visits.any();
  for (const read of [head, manager, ready, sptjm, connection, visited]) if (!read.ok) return read;
  const signed = agreement !== undefined && agreement.status !== 'DRAFT';
  const active = signed && agreement.status !== 'SIGNED';
  const steps: Step[] = [
    { step: 'KEYS', who: 'SAM_OFFICER', place: 'setup', done: true },
    { step: 'FIRST_OFFICER', who: 'SAM_OFFICER', place: 'setup', done: true },
    { step: 'COUNTER', who: 'SAM_OFFICER', place: 'setup', done: identity.named, detail: identity.name },
    {
      step: 'HEAD',
      who: 'SAM_OFFICER',
      place: 'people',
      done: head.ok && head.value !== undefined,
      detail: head.ok ? head.value?.name : undefined,
    },
    {
      step: 'ACCESS_MANAGER',
      who: 'ACCESS_RESPONSIBLE',
      place: 'people',
      done: manager.ok && manager.value !== undefined,
      detail: manager.ok ? manager.value?.name : undefined,
    },
    {
      step: 'AGREEMENT_DRAFT',
      who: 'ACCESS_MANAGER',
      place: 'agreements',
      done: agreement !== undefined,
      detail: agreement?.numbers.party2,
    },
    { step: 'AGREEMENT_SIGNED', who: 'ACCESS_RESPONSIBLE', place: 'approvals', done: signed },
    {
      step: 'CONNECTION',
      who: 'SAM_OFFICER',
      place: 'setup',
      done: connection.ok && connection.value !== undefined,
    },
    {
      step: 'OPERATORS',
      who: 'ACCESS_MANAGER',
      place: 'people',
      done: ready.ok && ready.value.length > 0,
      detail: ready.ok ? ready.value.map(({ name }) => name).join(', ') : undefined,
    },
    { step: 'SPTJM', who: 'ACCESS_MANAGER', place: 'people', done: sptjm.ok && sptjm.value?.valid === true },
    { step: 'AGREEMENT_ACTIVE', who: 'ACCESS_RESPONSIBLE', place: 'agreements', done: active },
    {
      step: 'AGREEMENT_CHOSEN',
      who: 'ACCESS_MANAGER',
      place: 'agreements',
      done: agreement?.chosen === true,
    },
    { step: 'FIRST_VISIT', who: 'OPERATOR', place: 'start', done: visited.ok && visited.value },
  ];
  return ok({
    steps: steps.map(({ detail = '', ...step }) => ({ ...step, detail })),
    counter: { name: identity.name, sign: identity.sign },
    connections: openAgreements(parts)
      .filter(({ kind }) => kind === 'DUKCAPIL_ACCESS')
      .map(({ agreementId, numbers }) => {
        const installed = agreements.connection(agreementId);
        return {
          agreementId,
          number: numbers.party2,
          installed: installed.ok && installed.value !== undefined,
        };
      }),
  });
}

/** The counter and its lists: serving, devices, what is kept, the log, and the drawer of practice mode. */
import { failed, ok, type Result } from '../../../native/failure.ts';
import { type AuditContext, checkpointText } from '../../audit/index.ts';
import { type Answer, appFailure, type Channel, may, type RecordOrder } from '../../contract/index.ts';
import type { Handlers } from '../../window/index.ts';
import type { TrainingHost } from '../training-host.ts';
import type { ProgramParts } from './parts.ts';

type CounterChannel =
  | Extract<
      keyof Handlers,
      `counter.${string}` | `devices.${string}` | `kept.${string}` | `training.${string}`
    >
  | 'home.selectService'
  | 'home.settings'
  | 'audit.list'
  | 'audit.export'
  | 'inquiries.reopen'
  | 'visit.cosign';

const done = ok(null);

export function counterHandlers(parts: ProgramParts): Pick<Handlers, CounterChannel> {
  const { installation, office, policy, desk, visits, preferences, simulators, setting } = parts;
  const { sessions } = office.people;

  function asActor<T>(work: (context: AuditContext) => Result<T>): Result<T> {
    const acting = sessions.acting();
    if (!acting.ok) return acting;
    return work({ actor: acting.value.personId, counter: acting.value.counter });
  }

  /** Somebody stands there: the visit is ended on its own page, not left behind. */
  function unlessServing<C extends Channel>(channel: C, work: () => Answer<C>): Answer<C> {
    return visits.serving ? failed(appFailure('VISIT_STILL_OPEN', channel)) : work();
  }

  /** The resident is told who looked, and an id tells them nothing. */
  function named(order: RecordOrder): RecordOrder {
    const { answer } = order;
    if (answer === undefined) return order;
    const trail = answer.trail.map((entry) => ({ ...entry, actor: office.people.nameOf(entry.actor) }));
    return { ...order, answer: { ...answer, trail } };
  }

  return {
    'home.selectService': ({ code }) => {
      if (!policy.selectService(code)) return refused('home.selectService');
      visits.serviceChanged(code);
      return done;
    },
    'home.settings': (change) => {
      preferences.set({ ...change });
      parts.changed();
      return done;
    },
    'counter.open': () => {
      const shut = policy.shut();
      if (shut !== undefined) return failed(shut);
      parts.openCounter();
      return done;
    },
    'counter.leave': () =>
      unlessServing('counter.leave', () => {
        parts.openHome();
        return done;
      }),
    'devices.list': () => ok(policy.readers),
    'devices.retrySam': () =>
      unlessServing('devices.retrySam', () => {
        const noted = asActor((context) => installation.audit.append(context, { event: 'SAM_OPEN_ALLOWED' }));
        if (!noted.ok) return noted;
        policy.allowSamOpen();
        visits.restart();
        return done;
      }),
    'kept.list': ({ limit }) => installation.kept.list(limit),
    'kept.open': ({ recordId, requestId }) =>
      unlessServing('kept.open', () => {
        const acting = sessions.acting();
        if (!acting.ok) return acting;
        const { roles } = acting.value;
        // Who serves nobody has one reason to look: a resident who asks what is kept.
        if (requestId === undefined && !may(roles, 'SEE_POPULATION_DATA')) {
          return failed(appFailure('NOT_PERMITTED', 'kept.open', 'without an access request'));
        }
        const stopped = desk.emergency();
        if (stopped !== undefined) return failed(stopped);
        const institution = setting.agreement()?.parties.party2.name ?? '';
        const answering = requestId === undefined ? undefined : { requestId, institution, roles };
        const order = asActor((context) => installation.kept.open(recordId, context, answering));
        if (!order.ok) return order;
        parts.openRecord(named(order.value));
        return done;
      }),
    'audit.list': ({ limit, before }) => {
      const rows = installation.audit.list(limit, before);
      if (!rows.ok) return rows;
      const { nameOf } = office.people;
      return ok(
        rows.value.map((row) => ({
          ...row,
          actor: nameOf(row.actor),
          about: row.about === null ? null : nameOf(row.about),
        })),
      );
    },
    'audit.export': async () => {
      const asked = sessions.acting();
      if (!asked.ok) return asked;
      const place = await parts.saveAs({
        title: 'Jejak audit',
        name: 'jejak-audit.jsonl',
        kind: 'JSON Lines',
      });
      if (place === undefined) return ok(null);
      // A dialog may stand open for an hour: who asked has to be there still.
      const acting = sessions.acting();
      if (!acting.ok) return acting;
      const { personId, counter } = acting.value;
      if (personId !== asked.value.personId) return failed(appFailure('NOT_SIGNED_IN', 'audit.export'));
      const exported = await installation.audit.exportTo(place, { actor: personId, counter });
      if (!exported.ok) return exported;
      return ok({ checkpoint: checkpointText(exported.value), count: exported.value.count });
    },
    'inquiries.reopen': () => {
      const agreement = setting.agreement();
      if (agreement === undefined) return failed(appFailure('NO_AGREEMENT_CHOSEN', 'inquiries.reopen'));
      const acting = sessions.acting();
      if (!acting.ok) return acting;
      const reopened = desk.reopen(agreement.profileId, acting.value);
      parts.changed();
      return reopened.ok ? done : reopened;
    },
    'visit.cosign': async ({ purpose, login, password, reason }) => {
      const { visitId } = visits;
      if (visitId === undefined) return failed(appFailure('STEP_ORDER', 'visit.cosign'));
      const signer = await sessions.verify(login, password);
      if (!signer.ok) return signer;
      // The visit may have ended while the password was checked; a signature is for the visit it was given in.
      if (visits.visitId !== visitId) return failed(appFailure('STEP_ORDER', 'visit.cosign'));
      const signed = visits.cosign({ purpose, acting: signer.value, reason });
      return signed.ok ? done : signed;
    },
    'training.tap': ({ resident }) => inTraining(simulators(), (host) => host.tap(resident)),
    'training.remove': () => inTraining(simulators(), (host) => host.remove()),
    'training.trouble': ({ trouble }) => inTraining(simulators(), (host) => host.trouble(trouble)),
  };
}

function refused<C extends Channel>(channel: C): Answer<C> {
  return failed(appFailure('MESSAGE_REFUSED', channel));
}

function inTraining(training: TrainingHost | undefined, act: (host: TrainingHost) => void) {
  if (training === undefined)
    return failed(appFailure('MESSAGE_REFUSED', 'training', 'not in training mode'));
  act(training);
  return done;
}

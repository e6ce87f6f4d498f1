/** The state of home: the gate while nobody may go further, and for who is signed in what they may see. */
import { type Failure, failed, ok, type Result } from '../../../native/failure.ts';
import { daysBetween, localDay } from '../../calendar/index.ts';
import {
  type AppFailureCode,
  actions,
  appFailure,
  appFailures,
  type HomeState,
  may,
  maySee,
  type OpenHome,
  type ShutHome,
} from '../../contract/index.ts';
import { wholeQuota } from '../../desk/index.ts';
import type { Session } from '../../people/index.ts';
import type { Handlers } from '../../window/index.ts';
import type { Installation } from '../installation.ts';
import type { ProgramParts } from './parts.ts';
import { setupView } from './setup.ts';

export function homeStateHandler(parts: ProgramParts): Pick<Handlers, 'home.state'> {
  return { 'home.state': () => homeState(parts) };
}

function homeState(parts: ProgramParts): Result<HomeState> {
  const session = parts.office.people.sessions.current();
  return session?.state === 'OPEN' ? openHome(parts, session) : shutHome(parts, session);
}

function shutHome(parts: ProgramParts, session: Session | undefined): Result<ShutHome> {
  const { office, version, setting, preferences, policy, identity } = parts;
  const empty = session === undefined ? office.people.isEmpty() : ok(false);
  if (!empty.ok) return empty;
  const state = session?.state;
  const gate = state === undefined || state === 'OPEN' ? (empty.value ? 'FIRST_OFFICER' : 'SIGN_IN') : state;
  const evaluation = office.evaluation.running();
  const samples = setting.samples ? samplePeople(parts) : ok([]);
  if (!samples.ok) return samples;
  return ok({
    version,
    training: setting.training,
    ...preferences.get(),
    lamps: policy.lamps,
    gate,
    institution: setting.agreement()?.parties.party2.name ?? '',
    counter: identity.name,
    samplePeople: samples.value,
    ...(session === undefined ? {} : { who: session.name }),
    ...(evaluation === undefined ? {} : { evaluation }),
  });
}

/** Everybody who has an account in the sample office; seen as its auditor would. */
function samplePeople({ office, identity }: ProgramParts): Result<ShutHome['samplePeople']> {
  const view = office.people.view({ personId: '', roles: ['AUDITOR'], counter: identity.name });
  if (!view.ok) return view;
  const withAccount = view.value.people.filter(({ account }) => account !== undefined);
  return ok(
    withAccount.map(({ personId, name, position, roles }) => ({
      personId,
      name,
      position,
      roles: roles.map(({ role }) => role),
    })),
  );
}

function openHome(parts: ProgramParts, session: Session): Result<OpenHome> {
  const { installation, office, setting, policy, desk, preferences, version, identity } = parts;
  const agreement = setting.agreement();
  const now = installation.clock.now();
  const today = localDay(now, agreement?.timeZone ?? 'Asia/Jakarta');
  const agreementId = agreement?.profileId ?? '';
  const row = office.agreements.list();
  const counts = installation.outbox.counts();
  const visits = installation.visits.today(today);
  const kept = installation.kept.count();
  const quota = installation.quota.read(agreementId, today);
  const emergency = desk.emergency();
  const waiting = waitingFor(parts, session);
  for (const read of [row, counts, visits, kept, quota, waiting]) if (!read.ok) return read;
  if (!row.ok || !counts.ok || !visits.ok || !kept.ok || !quota.ok || !waiting.ok) {
    return failed(appFailure('STORE_IO', 'home.state'));
  }
  const until = row.value.find((entry) => entry.chosen)?.accessUntil ?? agreement?.lastDayInForce;
  const stopped = desk.lookupsStopped(agreementId);
  const shut = policy.shut();
  return ok({
    version,
    training: setting.training,
    ...preferences.get(),
    lamps: policy.lamps,
    gate: 'OPEN',
    institution: agreement?.parties.party2.name ?? '',
    person: {
      personId: session.personId,
      name: session.name,
      roles: session.roles,
      may: actions.filter((action) => may(session.roles, action)),
      maySee: actions.filter((action) => maySee(session.roles, action)),
    },
    counter: identity.name,
    ...(agreement === undefined || until === undefined
      ? {}
      : {
          agreement: {
            agreementId,
            number: agreement.numbers.party2,
            lastDay: until,
            daysLeft: daysBetween(today, until),
          },
        }),
    ...(shut === undefined ? {} : { shut }),
    ...(emergency === undefined ? {} : { emergency: { reference: emergency.detail ?? '' } }),
    waiting: waiting.value,
    services: agreement?.services.map(({ code, name }) => ({ code, name })) ?? [],
    serviceCode: policy.serviceCode,
    outbox: counts.value,
    quota: {
      used: quota.value.used,
      limit: agreement === undefined ? null : wholeQuota.share(agreement, today),
      closed: quota.value.exhaustedOfficially,
    },
    today: visits.value,
    keptCount: kept.value,
    ...(stopped === undefined ? {} : { lookupsStopped: stopped }),
    notices: [...policy.notices, ...ofTheBooks(installation), ...ofTheCards(parts, session)],
  });
}

/** What a look at the books has found. */
function ofTheBooks({ kept, audit, outbox }: Installation): readonly Failure[] {
  const brokenAt = audit.brokenAt();
  const owing = outbox.agreements();
  const held = owing.ok ? owing.value.flatMap((agreementId) => holdOf(outbox, agreementId)) : [];
  return [
    ...held,
    ...(kept.proofWasMissing() ? [appFailure('CONSENT_PROOF_MISSING', 'kept records')] : []),
    ...(brokenAt === undefined ? [] : [appFailure('AUDIT_CHAIN_BROKEN', 'audit', `entry ${brokenAt}`)]),
  ];
}

/** Why nothing is sent under this agreement until a person has looked. */
function holdOf(outbox: Installation['outbox'], agreementId: string): readonly Failure[] {
  const held = outbox.heldBy(agreementId);
  const known = (Object.keys(appFailures) as AppFailureCode[]).find((code) => held.ok && code === held.value);
  return known === undefined ? [] : [appFailure(known, 'data balikan', agreementId)];
}

/** Cards that were lost, for whoever looks after them or answers for them. */
function ofTheCards({ office }: ProgramParts, { roles }: Session): readonly Failure[] {
  if (!maySee(roles, 'MANAGE_DEVICES')) return [];
  const notices = office.custody.notices();
  return notices.ok ? notices.value : [notices.failure];
}

const noRequests = { open: 0, nextDueAt: null };

/** What waits for this person; nothing is counted that they could not see. */
function waitingFor(parts: ProgramParts, session: Session): Result<OpenHome['waiting']> {
  const { office, installation } = parts;
  const { roles, personId } = session;
  const acting = { personId, roles, counter: parts.identity.name };
  const proposals = office.approvals.rows(acting, () => ({ subject: '', changes: [] }));
  if (!proposals.ok) return proposals;
  const requests = maySee(roles, 'COMPLETE_REQUEST') ? installation.requests.waiting() : ok(noRequests);
  if (!requests.ok) return requests;
  const setup = maySee(roles, 'SET_UP') ? setupView(parts) : undefined;
  if (setup !== undefined && !setup.ok) return setup;
  const agenda = maySee(roles, 'PREPARE_DOCUMENTS') ? office.agenda.list(acting) : ok([]);
  if (!agenda.ok) return agenda;
  return ok({
    reminders: agenda.value.filter(({ reminds, stage }) => reminds && stage !== 'OVERDUE').length,
    overdue: agenda.value.filter(({ stage }) => stage === 'OVERDUE').length,
    incidents: agenda.value.filter(({ mine, place }) => mine && place === 'incidents').length,
    proposals: proposals.value.filter(({ mine }) => mine).length,
    requests: requests.value.open,
    nextRequestDueAt: requests.value.nextDueAt,
    setup: setup?.value.steps.filter(({ done, who }) => !done && roles.includes(who)).length ?? 0,
  });
}

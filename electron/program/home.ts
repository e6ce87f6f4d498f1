/** What the home pages and the drawer may ask of main, and the state they draw. Counts, codes and masked numbers only. */
import { failed, ok, type Result } from '../../native/failure.ts';
import type { AuditContext } from '../audit/index.ts';
import { daysBetween, localDay } from '../calendar/index.ts';
import {
  type Answer,
  actions,
  appFailure,
  type Channel,
  type HomeState,
  type RecordOrder,
} from '../contract/index.ts';
import type { Desk } from '../desk/index.ts';
import type { VisitHost } from '../host/index.ts';
import type { OutboxSender } from '../outbox/index.ts';
import type { Handlers } from '../window/index.ts';
import type { Installation } from './installation.ts';
import type { CounterPolicy, CounterSetting } from './policy.ts';
import type { Preferences } from './preferences.ts';
import type { TrainingHost } from './training-host.ts';

export interface HomeParts {
  readonly version: string;
  readonly installation: Installation;
  readonly setting: CounterSetting;
  readonly policy: CounterPolicy;
  readonly desk: Desk;
  readonly sender: OutboxSender;
  readonly visits: VisitHost;
  readonly preferences: Preferences;
  /** The simulators, once they run; nobody outside training mode. */
  readonly simulators: () => TrainingHost | undefined;
  readonly openCounter: () => void;
  readonly openHome: () => void;
  readonly openRecord: (order: RecordOrder) => void;
  readonly changed: () => void;
}

export function homeHandlers(parts: HomeParts): Partial<Handlers> {
  const { installation, policy, desk, sender, visits, preferences, simulators, setting } = parts;
  const context: AuditContext = { actor: setting.officer.id, counter: setting.counter.name };

  return {
    'home.state': () => homeState(parts),
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
      parts.openCounter();
      return done;
    },
    'counter.leave': () => {
      // Somebody stands there: the visit is ended on its own page, not left behind.
      if (visits.serving) return failed(appFailure('VISIT_STILL_OPEN', 'counter.leave'));
      parts.openHome();
      return done;
    },
    'devices.list': () => ok(policy.readers),
    'devices.retrySam': () => {
      if (visits.serving) return failed(appFailure('VISIT_STILL_OPEN', 'devices.retrySam'));
      policy.allowSamOpen();
      visits.restart();
      return done;
    },
    'outbox.list': ({ limit }) => installation.outbox.list(limit),
    'outbox.sendNow': () => {
      const reopened = installation.outbox.reopen(setting.agreement.profileId, context);
      if (!reopened.ok) return reopened;
      sender.sendNow();
      return done;
    },
    'kept.list': ({ limit }) => installation.kept.list(limit),
    'kept.open': ({ recordId }) => {
      if (visits.serving) return failed(appFailure('VISIT_STILL_OPEN', 'kept.open'));
      const order = installation.kept.open(recordId, context);
      if (!order.ok) return order;
      parts.openRecord(order.value);
      return done;
    },
    'audit.list': ({ limit }) => installation.audit.list(limit),
    'inquiries.reopen': () => {
      const reopened = desk.reopen(setting.agreement.profileId, context);
      parts.changed();
      return reopened.ok ? done : reopened;
    },
    'training.tap': ({ resident }) => inTraining(simulators(), (host) => host.tap(resident)),
    'training.remove': () => inTraining(simulators(), (host) => host.remove()),
    'training.trouble': ({ trouble }) => inTraining(simulators(), (host) => host.trouble(trouble)),
  };
}

const done = ok(null);

function refused<C extends Channel>(channel: C): Answer<C> {
  return failed(appFailure('MESSAGE_REFUSED', channel));
}

function inTraining(training: TrainingHost | undefined, act: (host: TrainingHost) => void) {
  if (training === undefined)
    return failed(appFailure('MESSAGE_REFUSED', 'training', 'not in training mode'));
  act(training);
  return done;
}

function homeState(parts: HomeParts): Result<HomeState> {
  const { installation, setting, policy, desk, preferences, version } = parts;
  const { agreement, officer, counter } = setting;
  const today = localDay(installation.clock.now(), agreement.timeZone);
  const counts = installation.outbox.counts();
  const visits = installation.visits.today(today);
  const kept = installation.kept.count();
  const quota = installation.quota.read(agreement.profileId, today);
  for (const read of [counts, visits, kept, quota]) if (!read.ok) return read;
  if (!counts.ok || !visits.ok || !kept.ok || !quota.ok) return failed(appFailure('STORE_IO', 'home.state'));
  const stopped = desk.lookupsStopped(agreement.profileId);
  return ok({
    version,
    training: setting.training,
    ...preferences.get(),
    gate: 'OPEN',
    institution: agreement.parties.party2.name,
    person: { personId: officer.id, name: officer.name, roles: ['OPERATOR'], may: actions, maySee: actions },
    waiting: { proposals: 0, requests: 0, nextRequestDueAt: null, setup: 0 },
    counter: counter.name,
    agreement: {
      agreementId: agreement.profileId,
      number: agreement.numbers.party2,
      lastDay: agreement.lastDayInForce,
      daysLeft: daysBetween(today, agreement.lastDayInForce),
    },
    services: agreement.services.map(({ code, name }) => ({ code, name })),
    serviceCode: policy.serviceCode,
    lamps: policy.lamps,
    outbox: counts.value,
    quota: { used: quota.value.used, limit: agreement.quota.dailyHits },
    today: visits.value,
    keptCount: kept.value,
    ...(stopped === undefined ? {} : { lookupsStopped: stopped }),
    notices: policy.notices,
  });
}

/** Main's side of the program without its window: the real installation, office, desk, policy, visit host, sender and handlers. */
import type {
  Channel,
  ChannelInput,
  ConnectionProfile,
  Page,
  RecordOrder,
  SendOutcome,
} from '../../../electron/contract/index.ts';
import { papers, paperTemplates } from '../../../electron/document/index.ts';
import { VisitHost } from '../../../electron/host/visit-host.ts';
import { outboxSender } from '../../../electron/outbox/index.ts';
import { closeOfDay } from '../../../electron/program/close-of-day.ts';
import { keepConsentsInTime } from '../../../electron/program/consents-in-time.ts';
import { counterIdentity } from '../../../electron/program/counter-identity.ts';
import { deskFor } from '../../../electron/program/desk.ts';
import { officeService } from '../../../electron/program/handlers/index.ts';
import { openInstallation } from '../../../electron/program/installation.ts';
import { openOffice } from '../../../electron/program/office.ts';
import { CounterPolicy } from '../../../electron/program/policy.ts';
import { settingOf } from '../../../electron/program/setting.ts';
import { type Clock, trainingWrapper } from '../../../electron/store/index.ts';
import { checkedCall } from '../../../electron/window/checked-call.ts';
import { ok, type Result } from '../../../native/failure.ts';
import { type Played, PlayedProcess } from './played-process.ts';

export interface ProgramOptions extends Played {
  readonly clock: Clock;
  readonly connection: () => ConnectionProfile;
  readonly deliver: () => Promise<readonly SendOutcome[]>;
  /** A kept record is on the screen. */
  readonly openRecord: (order: RecordOrder) => void;
}

export type Program = Awaited<ReturnType<typeof startProgram>>;
export type OpenOffice = Awaited<ReturnType<typeof openRooms>>;

const version = '0.1.0';

/** Takes no half second of Argon2; what a password protects is not tried here. */
const quickPasswords = {
  decoy: '',
  hash: async (password: string) => ok(`quick ${password}`),
  fits: async (hash: string, password: string) => ok(hash === `quick ${password}`),
};

export async function openRooms(folder: string, clock: Clock) {
  const installation = must(await openInstallation(folder, trainingWrapper, clock));
  const identity = counterIdentity(installation.state);
  const office = openOffice(installation, {
    passwords: quickPasswords,
    counter: () => identity.name,
    practice: true,
    version,
  });
  return { installation, identity, office };
}

export async function startProgram(folder: string, options: ProgramOptions) {
  const { clock, connection, deliver, openRecord } = options;
  const { installation, identity, office } = await openRooms(folder, clock);
  const setting = settingOf({ office, identity, training: true, samples: true, simulated: connection });
  const desk = deskFor(installation, setting, {
    agreements: office.agreements,
    operators: office.people,
    custody: office.custody,
  });
  const policy = new CounterPolicy(installation, setting, desk, changed);
  const sender = outboxSender({
    outbox: installation.outbox,
    clock,
    key: installation.keys.outbox,
    route: (agreementId) => {
      const { dataBalikan, closedNetwork } = setting.connectionOf(agreementId) ?? {};
      if (dataBalikan === undefined || closedNetwork === undefined || desk.emergency() !== undefined)
        return undefined;
      return { endpoint: dataBalikan, closedNetwork };
    },
    deliver,
    isPeak: () => false,
    changed: () => undefined,
  });
  let running: PlayedProcess | undefined;
  const visits = new VisitHost({
    fork: () => {
      running = new PlayedProcess(options);
      return running;
    },
    clock,
    policy,
    cardsPort: () => undefined,
    paper: () => undefined,
    opened: () => undefined,
    replaced: () => undefined,
    shut: () => {
      running = undefined;
    },
  });

  const dayClose = closeOfDay(
    installation,
    { timeZone: () => setting.agreement()?.timeZone ?? 'Asia/Jakarta', counter: () => identity.name },
    () => undefined,
  );

  function changed(): void {
    sender.wake();
    visits.reconsider();
  }

  function lookAtTheClock(): void {
    const believed = desk.clockFailure() === undefined;
    if (believed) {
      office.agreements.tick();
      office.people.tick();
      dayClose.tick();
    }
    keepConsentsInTime(installation, believed);
    visits.reconsider();
  }

  const { sessions } = office.people;
  sessions.onChanged(changed);
  office.people.onRevoked(changed);
  const service = officeService({
    version,
    installation,
    office,
    setting,
    identity,
    policy,
    desk,
    sender,
    correctBalikan: () => Promise.reject(new Error('nobody corrects anything here')),
    makeList: () => Promise.reject(new Error('nobody hands anything over here')),
    visits,
    preferences: { get: () => ({ language: 'id', theme: 'light' }), set: () => undefined },
    // No walk makes a paper.
    templates: paperTemplates(''),
    paperPrinter: { list: async () => [], print: async () => undefined },
    pagesOf: async () => ok(new Uint8Array()),
    papers: papers(
      installation.store,
      installation.audit,
      clock,
      async () => ok(new Uint8Array()),
      office.scans,
    ),
    pickFile: async () => ok(undefined),
    saveAs: async () => undefined,
    // No walk tests a device.
    deviceTests: { start: async () => ok(null), stop: () => undefined, view: () => undefined },
    simulators: () => undefined,
    openCounter: () => undefined,
    openHome: () => undefined,
    openRecord,
    closeRecord: () => undefined,
    beginWork: () => undefined,
    changed,
  });
  installation.visits.recover(clock.now());
  installation.audit.append(
    { actor: 'SYSTEM', counter: identity.name },
    { event: 'PROGRAM_STARTED', version, training: true },
  );
  lookAtTheClock();
  sender.start();

  return {
    installation,
    office,
    desk,
    visits,
    changed,
    lookAtTheClock,
    /** The process of the visit at the counter. */
    process: () => running,
    /** What a page asks for, through the border that every page goes through. */
    call: <C extends Channel>(channel: C, input: ChannelInput<C>, page: Page = 'home') =>
      Promise.resolve(checkedCall(service, page, channel, input)) as Promise<Result<unknown>>,
    async stop(): Promise<void> {
      await Promise.all([visits.stop(), sender.stop()]);
      installation.audit.append({ actor: 'SYSTEM', counter: identity.name }, { event: 'PROGRAM_ENDED' });
      installation.close();
    },
  };
}

export function must<T>(result: Result<T>): T {
  if (!result.ok)
    throw new Error(`${result.failure.code} at ${result.failure.at} ${result.failure.detail ?? ''}`);
  return result.value;
}

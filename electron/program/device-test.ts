/**
 * The device test as main runs it: never beside a visit, with what opens the SAM and no more, and its result on record before anybody is
 * served again. The counter is closed meanwhile, for two processes cannot hold the same reader.
 */
import { type Failure, failed, ok, type Result } from '../../native/failure.ts';
import {
  type Acting,
  appFailure,
  type ConnectionProfile,
  type DeviceTestOrder,
  type DeviceTestStep,
  type DeviceTestView,
  deviceTestSteps,
  type FromDeviceTest,
  type SamTestFinding,
  type StepOutcome,
} from '../contract/index.ts';
import type { Desk } from '../desk/index.ts';
import type { DeviceTestRun, VisitHost } from '../host/index.ts';
import type { Installation } from './installation.ts';
import type { Office } from './office.ts';
import type { CounterPolicy } from './policy.ts';
import type { OfficeSetting } from './setting.ts';

export interface DeviceTestAsked {
  /** A card of the inventory; without it the SAM that this counter reads with. */
  readonly samId?: string;
  /** OPEN was refused before, and IT staff have put right what was wrong. */
  readonly openAgain: boolean;
}

type Tell = (message: Exclude<FromDeviceTest, { kind: 'done' }>) => void;

interface Parts {
  readonly installation: Installation;
  readonly office: Office;
  readonly setting: OfficeSetting;
  readonly desk: Desk;
  readonly policy: CounterPolicy;
  readonly visits: Pick<VisitHost, 'serving' | 'reconsider' | 'emptied'>;
  /** Starts the process that holds the readers. */
  readonly run: (order: DeviceTestOrder, tell: Tell) => DeviceTestRun;
  readonly changed: () => void;
}

export interface DeviceTests {
  /** Answers once the test has begun, or why it must not. */
  start(asked: DeviceTestAsked, acting: Acting): Promise<Result<null>>;
  stop(): void;
  /** The present or latest test since the program started. */
  view(): DeviceTestView | undefined;
}

interface Subject {
  readonly card: DeviceTestView['card'];
  readonly sam: DeviceTestOrder['sam'];
  readonly openWasRefused: boolean;
}

const refusals: ReadonlySet<string> = new Set(['SAM_OPEN_REFUSED', 'SAM_LOCKED_OUT']);

export function deviceTests(parts: Parts): DeviceTests {
  const { installation, office, setting, desk, policy, visits, changed } = parts;
  const { custody, people } = office;
  let shown: DeviceTestView | undefined;
  let run: DeviceTestRun | undefined;
  let stopped = false;

  function subjectOf({ samId }: DeviceTestAsked, acting: Acting): Result<Subject> {
    const inUse = setting.connection()?.sam;
    if (samId === undefined) {
      const agreement = setting.agreement();
      if (agreement === undefined) return failed(appFailure('NO_AGREEMENT_CHOSEN', 'device test'));
      const unfit = custody.unfitToTest(agreement.profileId);
      if (unfit !== undefined) return failed(unfit);
      return ok({ card: null, sam: inUse, openWasRefused: policy.samOpenRefused });
    }
    const given = custody.underTest(samId, acting);
    if (!given.ok) return given;
    const { name, sam, openWasRefused } = given.value;
    const refusedHere = policy.samOpenRefused && opensWithSame(sam, inUse);
    return ok({ card: { samId, name }, sam, openWasRefused: openWasRefused || refusedHere });
  }

  function whyNot(): Failure | undefined {
    if (shown?.state === 'RUNNING') return appFailure('DEVICE_TEST_RUNNING', 'device test');
    if (visits.serving) return appFailure('VISIT_STILL_OPEN', 'device test');
    return desk.emergency();
  }

  /** Whether OPEN may be sent; that it may again is on record before it is. */
  function allowed({ openAgain }: DeviceTestAsked, { openWasRefused }: Subject, acting: Acting) {
    if (!openWasRefused || !openAgain) return ok(openWasRefused);
    const { personId: actor, counter } = acting;
    const noted = installation.audit.append({ actor, counter }, { event: 'SAM_OPEN_ALLOWED' });
    if (!noted.ok) return noted;
    policy.allowSamOpen();
    return ok(false);
  }

  function tell(message: Parameters<Tell>[0]): void {
    if (shown === undefined) return;
    shown = message.kind === 'began' ? { ...shown, step: message.step } : withOutcome(shown, message.outcome);
    changed();
  }

  async function runToItsEnd(subject: Subject, order: DeviceTestOrder, acting: Acting): Promise<void> {
    await visits.emptied();
    run = parts.run(order, tell);
    if (stopped) run.stop();
    const last = await run.ended;
    run = undefined;
    if (shown !== undefined) shown = finished(shown, subject.card, order, last, acting);
    policy.hold(undefined);
    visits.reconsider();
    changed();
  }

  function finished(
    view: DeviceTestView,
    card: DeviceTestView['card'],
    { sam, openWasRefused }: DeviceTestOrder,
    last: Awaited<DeviceTestRun['ended']>,
    acting: Acting,
  ): DeviceTestView {
    const whole = { ...view, step: null, outcomes: inOrder(view.outcomes) };
    const failures = whole.outcomes.flatMap(({ failure }) => (failure === undefined ? [] : [failure.code]));
    const refusedNow = failures.some((code) => refusals.has(code));
    // A test that did not come to OPEN does not make it forgotten that an earlier one was refused.
    const openRefused = refusedNow || (openWasRefused && !hasPassed(whole.outcomes, 'SAM_OPEN'));
    if (refusedNow && opensWithSame(sam, setting.connection()?.sam)) policy.noteSamOpenRefused();
    const passed = last !== undefined && deviceTestSteps.every((step) => hasPassed(whole.outcomes, step));
    const died = last === undefined && !stopped ? appFailure('DEVICE_TEST_DIED', 'device test') : undefined;
    const found = died === undefined ? failures : [...failures, died.code];
    const saysNothing = stopped && !refusedNow;
    const recorded = record(
      saysNothing ? null : card,
      { passed, openRefused, failures: found, ...idOf(last) },
      acting,
    );
    const isGood = passed && recorded.ok && recorded.value.passed;
    const anothers = passed && recorded.ok && !recorded.value.passed;
    const failure = recorded.ok
      ? anothers
        ? appFailure('SAM_FILE_OF_ANOTHER', 'device test', 'UID', { nomor: card?.name ?? '' })
        : died
      : recorded.failure;
    return {
      ...whole,
      state: isGood ? 'PASSED' : stopped ? 'STOPPED' : 'FAILED',
      ...(failure === undefined ? {} : { failure }),
    };
  }

  /** @param card `null` also of a test that was broken off: it says nothing about the card */
  function record(
    card: DeviceTestView['card'],
    finding: SamTestFinding,
    acting: Acting,
  ): Result<{ readonly passed: boolean }> {
    if (card !== null) return custody.recordTest(card.samId, finding, acting);
    const { passed, failures } = finding;
    const { personId: actor, counter } = acting;
    const event = { event: 'DEVICES_TESTED', passed, failures } as const;
    const noted = installation.audit.append({ actor, counter }, event);
    return noted.ok ? ok({ passed }) : noted;
  }

  return {
    async start(asked, acting) {
      const refusal = whyNot();
      if (refusal !== undefined) return failed(refusal);
      const subject = subjectOf(asked, acting);
      if (!subject.ok) return subject;
      const openWasRefused = allowed(asked, subject.value, acting);
      if (!openWasRefused.ok) return openWasRefused;
      const { card, sam } = subject.value;
      const readers = setting.connection()?.readers ?? {};
      const order = { readers, openWasRefused: openWasRefused.value, ...(sam === undefined ? {} : { sam }) };
      stopped = false;
      shown = {
        startedAt: installation.clock.now(),
        by: people.nameOf(acting.personId),
        card,
        state: 'RUNNING',
        step: null,
        outcomes: [],
      };
      policy.hold(appFailure('DEVICE_TEST_RUNNING', 'counter'));
      visits.reconsider();
      changed();
      void runToItsEnd(subject.value, order, acting);
      return ok(null);
    },
    stop() {
      if (shown?.state !== 'RUNNING' || stopped) return;
      stopped = true;
      run?.stop();
    },
    view: () => shown,
  };
}

function opensWithSame(one: DeviceTestOrder['sam'], other: ConnectionProfile['sam']): boolean {
  return one !== undefined && one.pcid === other?.pcid && one.conf === other.conf;
}

function withOutcome(view: DeviceTestView, outcome: StepOutcome): DeviceTestView {
  const others = view.outcomes.filter(({ step }) => step !== outcome.step);
  return { ...view, outcomes: inOrder([...others, outcome]) };
}

function inOrder(outcomes: readonly StepOutcome[]): readonly StepOutcome[] {
  return deviceTestSteps.flatMap((wanted) => outcomes.filter(({ step }) => step === wanted));
}

function hasPassed(outcomes: readonly StepOutcome[], wanted: DeviceTestStep): boolean {
  return outcomes.some(({ step, verdict }) => step === wanted && verdict === 'PASSED');
}

function idOf(last: Awaited<DeviceTestRun['ended']>) {
  const { uid, terminal } = last ?? {};
  return { ...(uid === undefined ? {} : { uid }), ...(terminal === undefined ? {} : { terminal }) };
}

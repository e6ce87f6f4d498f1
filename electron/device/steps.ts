/** Keeps the account of a device test: every step is begun, taken or left out, timed, and told once. */
import type { Failure, Result } from '../../native/index.ts';
import {
  type DeviceTestStep,
  deviceTestSteps,
  type FromDeviceTest,
  type StepOutcome,
} from '../contract/index.ts';

/** What a step found besides that it passed. */
type Found = Omit<StepOutcome, 'step' | 'verdict' | 'ms' | 'failure'>;

export class Steps {
  readonly #tell: (message: FromDeviceTest) => void;
  readonly #now: () => number;
  readonly #told = new Map<DeviceTestStep, StepOutcome>();

  constructor(tell: (message: FromDeviceTest) => void, now: () => number) {
    this.#tell = tell;
    this.#now = now;
  }

  /** Takes a step and tells what became of it; `found` says what is worth telling of what it gave. */
  async take<T>(
    step: DeviceTestStep,
    work: () => Promise<Result<T>>,
    found: (value: T) => Found = () => ({}),
  ): Promise<T | undefined> {
    this.#tell({ kind: 'began', step });
    const began = this.#now();
    const result = await work();
    const ms = this.#now() - began;
    if (result.ok) this.#outcome({ step, verdict: 'PASSED', ms, ...found(result.value) });
    else this.#outcome({ step, verdict: 'FAILED', ms, failure: told(result.failure) });
    return result.ok ? result.value : undefined;
  }

  /** Known beforehand to fail; nothing is sent for it. */
  refuse(step: DeviceTestStep, failure: Failure): void {
    this.#outcome({ step, verdict: 'FAILED', ms: 0, failure: told(failure) });
  }

  /** Tells a step that passed once more, with what was learnt since. */
  amend(step: DeviceTestStep, found: Found): void {
    const { ms } = this.#told.get(step) ?? { ms: 0 };
    this.#outcome({ step, verdict: 'PASSED', ms, ...found });
  }

  /** Whatever was not taken by now needed something that is not there. */
  skipRest(): void {
    for (const step of deviceTestSteps) {
      if (!this.#told.has(step)) this.#outcome({ step, verdict: 'SKIPPED', ms: 0 });
    }
  }

  #outcome(outcome: StepOutcome): void {
    this.#told.set(outcome.step, outcome);
    this.#tell({ kind: 'outcome', outcome });
  }
}

/** A copy that can be posted. */
function told(failure: Failure): NonNullable<StepOutcome['failure']> {
  return { ...failure };
}

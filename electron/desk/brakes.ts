/**
 * The brakes that survive a restart: inquiries stopped after an answer that a person must settle (gateway fact sheet 9.7), the
 * emergency stop, and the latest time ever seen, against a clock that was set back or runs far ahead.
 */
import { type Failure, failed, ok, type Result } from '../../native/failure.ts';
import { appFailure, type InquiryOutcome } from '../contract/index.ts';
import type { StateTable } from './ports.ts';

const emergencyName = 'desk.emergencyStop';
const clockName = 'desk.latestTime';
const stoppedName = (agreementId: string) => `desk.lookupsStopped.${agreementId}`;

const clockToleranceMs = 5 * 60_000;
/** Written down at most once a minute; a clock that is set back by more than the tolerance is found all the same. */
const clockGrainMs = 60_000;
/**
 * A leap no holiday explains. What the clock brings about for good – an agreement over, its operators revoked, kept data erased –
 * must not follow from an empty battery on the mainboard.
 */
const clockLeapMs = 45 * 86_400_000;

/** Codes 03, 04, 10, 16 and 17. Code 09 shares its outcome with 07 and is told apart by `noticeCode`. */
const stopping: ReadonlySet<InquiryOutcome> = new Set([
  'AUTH_FAILED',
  'IP_NOT_REGISTERED',
  'INSTITUTION_INACTIVE',
  'USER_ID_INACTIVE',
]);

export function stopsLookups(outcome: InquiryOutcome, noticeCode: string | undefined): boolean {
  return stopping.has(outcome) || (outcome === 'REQUEST_INCOMPLETE' && noticeCode === '09');
}

/** The first failure of some checks, or of the store under them. */
export type Check = Result<undefined>;
export const fine: Check = ok(undefined);

export function checkOf(failure: Failure | undefined): Check {
  return failure === undefined ? fine : failed(failure);
}

/** Which answer keeps inquiries under this agreement on hold until a person has looked. */
export function lookupsStoppedBy(
  state: Pick<StateTable, 'get'>,
  agreementId: string,
): Result<string | undefined> {
  return state.get(stoppedName(agreementId));
}

export class Brakes {
  readonly #state: StateTable;
  /** Holds of this run: they stand even when the disk would not take them. */
  readonly #held = new Map<string, InquiryOutcome>();
  #heldEmergency: string | undefined;

  constructor(state: StateTable) {
    this.#state = state;
  }

  /** Whether what the clock says may be believed; remembers it then. */
  clock(now: number): Check {
    const read = this.latestTime();
    if (!read.ok) return read;
    const latest = read.value;
    if (now < latest - clockToleranceMs) return failed(appFailure('CLOCK_WENT_BACK', 'clock'));
    if (latest > 0 && now > latest + clockLeapMs) return failed(appFailure('CLOCK_LEAPT', 'clock'));
    if (now < latest + clockGrainMs) return fine;
    const written = this.#state.set(clockName, String(now));
    return written.ok ? fine : written;
  }

  latestTime(): Result<number> {
    const stored = this.#state.get(clockName);
    return stored.ok ? ok(Number(stored.value ?? 0)) : stored;
  }

  /** A person looked at the clock: what it says now is the truth. */
  acceptClock(now: number): Result<void> {
    return this.#state.set(clockName, String(now));
  }

  emergency(): Check {
    const stored = this.#state.get(emergencyName);
    if (!stored.ok) return stored;
    const reference = this.#heldEmergency ?? stored.value;
    if (reference === undefined) return fine;
    return failed(appFailure('EMERGENCY_STOP', 'emergency stop', reference, { nomor: reference }));
  }

  /** @param reference number of the incident; `undefined` lifts the stop. */
  setEmergency(reference: string | undefined): Result<void> {
    this.#heldEmergency = reference ?? this.#heldEmergency;
    return this.#state.set(emergencyName, reference);
  }

  /** The lifting is on the disk. */
  emergencyLifted(): void {
    this.#heldEmergency = undefined;
  }

  lookups(agreementId: string): Check {
    const stored = this.#state.get(stoppedName(agreementId));
    if (!stored.ok) return stored;
    const stoppedBy = this.#held.get(agreementId) ?? stored.value;
    return stoppedBy === undefined ? fine : failed(appFailure('LOOKUPS_STOPPED', 'inquiries', stoppedBy));
  }

  setLookups(agreementId: string, stoppedBy: InquiryOutcome | undefined): Result<void> {
    if (stoppedBy !== undefined) this.#held.set(agreementId, stoppedBy);
    return this.#state.set(stoppedName(agreementId), stoppedBy);
  }

  /** The reopening is on the disk. */
  lookupsReopened(agreementId: string): void {
    this.#held.delete(agreementId);
  }
}

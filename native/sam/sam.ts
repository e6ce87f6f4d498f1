/**
 * The SAM from power-up to open. OPEN carries a static secret and a wrong one may be counted (KTP-el fact sheet 5), so it is sent
 * at most once per power-up, only to a SAM that says it is closed, and never again after a refusal until a person
 * allows it.
 */
import { nameStatusWord, SW } from '../apdu/index.ts';
import { failed, ok, type Result } from '../failure.ts';
import { cardFailure } from '../failure-catalogue.ts';
import type { CardConnection } from '../pcsc/index.ts';
import { openArgument, type SamConfiguration } from './configuration.ts';
import { OpenSam } from './open-sam.ts';
import { askSam, orderSam, samRefusal } from './sam-command.ts';

const RESET = [0xff, 0x00, 0x00] as const;
const OPEN = [0xf0, 0x00, 0x00] as const;

export interface SamOptions {
  /** An earlier process was refused with the same configuration; a fresh process must not loop either. */
  readonly openWasRefused?: boolean;
  /** Commands whose effect nobody knows (F8, FD); off unless a reader profile turns them on. */
  readonly commands?: { readonly activation: boolean; readonly log: boolean };
}

export class Sam {
  readonly #connection: CardConnection;
  readonly #commands: { readonly activation: boolean; readonly log: boolean };
  #refused: boolean;
  #opened = false;

  constructor(connection: CardConnection, options: SamOptions = {}) {
    this.#connection = connection;
    this.#refused = options.openWasRefused ?? false;
    this.#commands = options.commands ?? { activation: false, log: false };
  }

  /** Whether OPEN was refused; worth remembering for the next process. */
  get openWasRefused(): boolean {
    return this.#refused;
  }

  /** IT staff corrected the configuration and ask for one more try. */
  allowAnotherOpen(): void {
    this.#refused = false;
    this.#opened = false;
  }

  /**
   * RESET first: `9000` means another process left it open, `6982` that it is closed (or was refused) and OPEN is due.
   *
   * Fails with SAM_OPEN_REFUSED, SAM_OPEN_BLOCKED (refused before, not sent), SAM_LOCKED_OUT, SAM_CLOSED (it was open on this very
   * connection and is not any more: connect again), SAM_REFUSED, or a failure of the transport.
   */
  async open(configuration: SamConfiguration): Promise<Result<OpenSam>> {
    const state = await askSam(this.#connection, RESET, 'SAM RESET');
    if (!state.ok) return state;
    if (state.value.sw === SW.OK) return ok(new OpenSam(this.#connection, this.#commands));
    if (state.value.sw !== SW.SECURITY_STATUS) return failed(samRefusal(state.value.sw, 'SAM RESET'));
    if (this.#refused) return failed(cardFailure('SAM_OPEN_BLOCKED', 'SAM OPEN', 'not sent'));
    if (this.#opened) return failed(cardFailure('SAM_CLOSED', 'SAM RESET', nameStatusWord(state.value.sw)));
    return this.#openOnce(configuration);
  }

  /**
   * The identifier of a SAM that tells it before it is opened; `undefined` of one that keeps it until then. Worth asking first: a SAM
   * that is known to be the wrong one need not be sent an OPEN that it may count.
   */
  async uidBeforeOpen(): Promise<Uint8Array | undefined> {
    const uid = await new OpenSam(this.#connection, this.#commands).uid();
    return uid.ok ? uid.value : undefined;
  }

  /** Lets go of the SAM and makes it forget that it was open, so that the next one who wants it has to open it. */
  async close(): Promise<void> {
    await this.#connection.disconnect('reset');
  }

  /** Lets go of the SAM and leaves it powered, so that it stays open for the next process. */
  async leave(): Promise<void> {
    await this.#connection.disconnect('leave');
  }

  async #openOnce(configuration: SamConfiguration): Promise<Result<OpenSam>> {
    this.#opened = true;
    const argument = openArgument(configuration.reveal());
    const answer = await askSam(this.#connection, OPEN, 'SAM OPEN', argument);
    argument.fill(0);
    if (!answer.ok) return answer;
    const { sw } = answer.value;
    if (sw !== SW.OK) {
      this.#refused = true;
      const code = sw === SW.BLOCKED ? 'SAM_LOCKED_OUT' : 'SAM_OPEN_REFUSED';
      return failed(cardFailure(code, 'SAM OPEN', nameStatusWord(sw)));
    }
    // RESET comes after OPEN and before CALCULATE CHALLENGE (KTP-el fact sheet 3.1).
    const reset = await orderSam(this.#connection, RESET, 'SAM RESET');
    return reset.ok ? ok(new OpenSam(this.#connection, this.#commands)) : reset;
  }
}

/**
 * Whether the card behind `connection` behaves like a SAM. RESET is the safe question: a SAM answers `9000` when open and `6982` when
 * closed and changes nothing but its session; anything else is another card.
 */
export async function looksLikeSam(connection: CardConnection): Promise<Result<boolean>> {
  const answer = await askSam(connection, RESET, 'SAM probe');
  if (!answer.ok) return answer;
  const { sw, data } = answer.value;
  return ok(data.length === 0 && (sw === SW.OK || sw === SW.SECURITY_STATUS || sw === SW.BLOCKED));
}

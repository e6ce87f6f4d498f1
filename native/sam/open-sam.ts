/**
 * The open SAM and the handshake that joins it to one chip. Each step gives the object of the next, so the order F1, card, F2, F3/F4
 * cannot be got wrong by a caller.
 */
import { nameStatusWord, SW } from '../apdu/index.ts';
import { failed, ok, type Result } from '../failure.ts';
import { type CardFailure, cardFailure } from '../failure-catalogue.ts';
import type { CardConnection } from '../pcsc/index.ts';
import { askSam, orderSam, samRefusal } from './sam-command.ts';
import { SamSession } from './sam-session.ts';

/** What a chip is to the SAM. */
export interface ChipIdentity {
  /** The L bytes of the card control file: 24, 29 or 51. */
  readonly cardControl: Uint8Array;
  /** 8 bytes, see KTP-el fact sheet 1.3. */
  readonly uidField: Uint8Array;
}

export class OpenSam {
  readonly #connection: CardConnection;
  readonly #commands: { readonly activation: boolean; readonly log: boolean };

  constructor(connection: CardConnection, commands: { readonly activation: boolean; readonly log: boolean }) {
    this.#connection = connection;
    this.#commands = commands;
  }

  /** The 7-byte identifier of the SAM (F7). Fails with SAM_UID_UNREADABLE when the SAM does not tell. */
  async uid(): Promise<Result<Uint8Array>> {
    const answer = await askSam(this.#connection, [0xf7, 0x00, 0x00], 'SAM UID');
    if (!answer.ok) return answer;
    const { sw, data } = answer.value;
    if (sw === SW.OK && data.length === 7) return ok(data.slice());
    return failed(
      cardFailure('SAM_UID_UNREADABLE', 'SAM UID', `${data.length} bytes, ${nameStatusWord(sw)}`),
    );
  }

  /** Compares the SAM with the one custody has on record for this counter. */
  async verifyUid(expected: Uint8Array): Promise<Result<Uint8Array>> {
    const uid = await this.uid();
    if (!uid.ok) return uid;
    const same = uid.value.length === expected.length && uid.value.every((byte, i) => byte === expected[i]);
    return same ? uid : failed(cardFailure('SAM_UID_MISMATCH', 'SAM UID'));
  }

  /** Clears the session, keeps the SAM open (FF). Due after every reading, whole or torn. */
  async resetSession(): Promise<Result<void>> {
    const answer = await orderSam(this.#connection, [0xff, 0x00, 0x00], 'SAM RESET');
    return answer.ok ? ok(undefined) : answer;
  }

  /**
   * An exchange of a chosen length that does nothing: DECRYPT without a session is answered `6F00` whatever it carries (KTP-el fact sheet
   * 2.4), so that what it takes is the way there and back.
   *
   * @param length of the data, 1…255 bytes
   */
  async echo(length: number): Promise<Result<void>> {
    const answer = await askSam(this.#connection, [0xf4, 0x00, 0x00], 'SAM LINK', new Uint8Array(length));
    return answer.ok ? ok(undefined) : answer;
  }

  /** CALCULATE CHALLENGE. P2 is `01` for a card control of 51 bytes and `00` for the shorter ones (KTP-el fact sheet 2.3). */
  async calculateChallenge(chip: ChipIdentity, cardChallenge: Uint8Array): Promise<Result<ChallengedSam>> {
    const { cardControl, uidField } = chip;
    const data = Uint8Array.from([...cardControl, ...uidField, ...cardChallenge]);
    const at = 'SAM CALCULATE CHALLENGE';
    const answer = await askSam(
      this.#connection,
      [0xf1, 0x00, cardControl.length === 51 ? 0x01 : 0x00],
      at,
      data,
    );
    if (!answer.ok) return answer;
    const { sw, data: cryptogram } = answer.value;
    if (sw !== SW.OK) return failed(challengeRefusal(sw, at));
    // 40 bytes and the Le for the card behind them; some relay may have cut the Le off, the card command then goes without.
    if (cryptogram.length !== 41 && cryptogram.length !== 40) {
      return failed(cardFailure('SAM_REFUSED', at, `${cryptogram.length} bytes`));
    }
    return ok(new ChallengedSam(this.#connection, cryptogram));
  }

  /** ACTIVATION (F8). Its effect is unknown; off unless the reader profile turns it on. */
  activate(): Promise<Result<Uint8Array>> {
    const at = 'SAM ACTIVATION';
    if (!this.#commands.activation) return Promise.resolve(failed(cardFailure('SAM_COMMAND_DISABLED', at)));
    return orderSam(this.#connection, [0xf8, 0x00, 0x00], at);
  }

  /** ACTIVATION LOG (FD) with its 32 secret bytes. Off unless the reader profile turns it on. */
  activationLog(argument: Uint8Array): Promise<Result<Uint8Array>> {
    const at = 'SAM ACTIVATION LOG';
    if (!this.#commands.log) return Promise.resolve(failed(cardFailure('SAM_COMMAND_DISABLED', at)));
    return orderSam(this.#connection, [0xfd, 0x00, 0x00], at, argument);
  }
}

/** What the SAM is given here is all the card's: a SAM that is well and will not have it does not know this card. */
function challengeRefusal(sw: number, at: string): CardFailure {
  const known = samRefusal(sw, at);
  return known.code === 'SAM_REFUSED' ? cardFailure('SAM_REJECTED_CARD', at, nameStatusWord(sw)) : known;
}

export class ChallengedSam {
  readonly #connection: CardConnection;
  /** What the card is given in EXTERNAL AUTHENTICATE: the 40-byte cryptogram and, as the SAM sends it, the Le byte `28`. */
  readonly cryptogramWithLe: Uint8Array;

  constructor(connection: CardConnection, cryptogramWithLe: Uint8Array) {
    this.#connection = connection;
    this.cryptogramWithLe = cryptogramWithLe;
  }

  /**
   * INTERNAL AUTHENTICATE with the 40 bytes of the card. Never sent empty: that costs the SAM more than a minute
   * (KTP-el fact sheet 2.4).
   */
  async verifyCard(cardAnswer: Uint8Array): Promise<Result<SamSession>> {
    const at = 'SAM INTERNAL AUTHENTICATE';
    if (cardAnswer.length !== 40) {
      return failed(cardFailure('CARD_REFUSED_AUTHENTICATION', at, `${cardAnswer.length} bytes, not sent`));
    }
    const answer = await askSam(this.#connection, [0xf2, 0x00, 0x00], at, cardAnswer);
    if (!answer.ok) return answer;
    const { sw } = answer.value;
    if (sw === SW.OK) return ok(new SamSession(this.#connection));
    if (sw === SW.BLOCKED) return failed(samRefusal(sw, at));
    return failed(cardFailure('SAM_REJECTED_CARD', at, nameStatusWord(sw)));
  }
}

/**
 * The SAM joined to one chip: it wraps commands, unwraps answers, and collects what the digital signature covers. Wrapping and unwrapping
 * alternate strictly, because both sides count messages (KTP-el fact sheet 3.5).
 */
import { nameStatusWord, SW } from '../apdu/index.ts';
import { failed, ok, type Result } from '../failure.ts';
import { cardFailure } from '../failure-catalogue.ts';
import type { CardConnection } from '../pcsc/index.ts';
import { askSam, orderSam } from './sam-command.ts';

/** The largest card answer one DECRYPT command can carry. */
export const MAX_UNWRAP = 255;

export interface Unwrapped {
  readonly data: Uint8Array;
  /** The status word the card put under protection. */
  readonly sw: number;
}

export type Verdict = 'verified' | 'notVerified';

const FA = 0xfa;

export class SamSession {
  readonly #connection: CardConnection;

  constructor(connection: CardConnection) {
    this.#connection = connection;
  }

  /** ENCRYPT (F3): the plain card command in, the protected one out, whole. */
  wrap(command: Uint8Array): Promise<Result<Uint8Array>> {
    return orderSam(this.#connection, [0xf3, 0x00, 0x00], 'SAM ENCRYPT', command);
  }

  /** DECRYPT (F4): the card's answer without its outer status bytes in; data, the card's SW and the SAM's own SW out. */
  async unwrap(answer: Uint8Array): Promise<Result<Unwrapped>> {
    const at = 'SAM DECRYPT';
    if (answer.length < 1 || answer.length > MAX_UNWRAP) {
      return failed(cardFailure('ANSWER_TOO_LONG', at, `${answer.length} bytes, not sent`));
    }
    const outer = await askSam(this.#connection, [0xf4, 0x00, 0x00], at, answer);
    if (!outer.ok) return outer;
    const { sw, data } = outer.value;
    if (sw === SW.UNDIAGNOSED) return failed(cardFailure('SAM_SESSION_LOST', at, nameStatusWord(sw)));
    if (sw !== SW.OK) return failed(cardFailure('SECURE_MESSAGING_BROKEN', at, nameStatusWord(sw)));
    const [sw1, sw2] = data.subarray(-2);
    if (sw1 === undefined || sw2 === undefined)
      return failed(cardFailure('SECURE_MESSAGING_BROKEN', at, 'no card SW'));
    return ok({ data: data.subarray(0, data.length - 2), sw: (sw1 << 8) | sw2 });
  }

  startVerification(): Promise<Result<Uint8Array>> {
    return orderSam(this.#connection, [FA, 0x00, 0x00], 'SAM START VERIFICATION');
  }

  stopVerification(): Promise<Result<Uint8Array>> {
    return orderSam(this.#connection, [FA, 0x02, 0x00], 'SAM STOP VERIFICATION');
  }

  /** RETRIEVE PHOTO: one piece of the photo file, from its length bytes on. */
  pushPhoto(piece: Uint8Array): Promise<Result<Uint8Array>> {
    return orderSam(this.#connection, [FA, 0x03, 0x00], 'SAM RETRIEVE PHOTO', piece);
  }

  startDeciphering(): Promise<Result<Uint8Array>> {
    return orderSam(this.#connection, [FA, 0x05, 0x00], 'SAM START DECIPHERING');
  }

  /** RETRIEVE DS: all 80 bytes of the signature file, length and fill included. */
  pushDigitalSignature(file: Uint8Array): Promise<Result<Uint8Array>> {
    return orderSam(this.#connection, [FA, 0x06, 0x00], 'SAM RETRIEVE DS', file);
  }

  /** VERIFY DS. The verdict stands where a status word would: `0010` verified, `0001` not (KTP-el fact sheet 2.3, inferred). */
  async verify(): Promise<Result<Verdict>> {
    const at = 'SAM VERIFY DS';
    const answer = await askSam(this.#connection, [FA, 0x04, 0x00], at);
    if (!answer.ok) return answer;
    const { sw, data } = answer.value;
    const verdict = sw === SW.OK && data.length === 2 ? ((data[0] ?? 0) << 8) | (data[1] ?? 0) : sw;
    if (verdict === 0x0010) return ok('verified');
    if (verdict === 0x0001) return ok('notVerified');
    return failed(cardFailure('SAM_REFUSED', at, nameStatusWord(sw)));
  }
}

/**
 * The protected side of the card: every command goes through the SAM, to the card, and its answer back through the SAM
 * (KTP-el fact sheet 2.2). The host holds no key; it checks the form of what passes and leaves the proof to the SAM.
 */
import { nameStatusWord, type ResponseApdu, readTlvs, SW } from '../apdu/index.ts';
import { failed, ok, type Result } from '../failure.ts';
import { type CardFailure, cardFailure } from '../failure-catalogue.ts';
import { exchange } from '../pcsc/index.ts';
import type { SamSession, Unwrapped } from '../sam/index.ts';
import { type FileName, fileId, files } from './files.ts';
import { type KtpCard, readCommand, readRefusal, selectCommand } from './ktp-card.ts';

const DO_CRYPTOGRAM = 0x87;
const DO_STATUS = 0x99;
const DO_CHECKSUM = 0x8e;

export class SecureChannel {
  readonly #card: KtpCard;
  readonly session: SamSession;

  constructor(card: KtpCard, session: SamSession) {
    this.#card = card;
    this.session = session;
  }

  async selectFile(file: FileName): Promise<Result<void>> {
    const at = `SM SELECT ${fileId(file)}`;
    const answer = await this.#converse(selectCommand(files[file].id), at);
    if (!answer.ok) return answer;
    return answer.value.sw === SW.OK ? ok(undefined) : failed(readRefusal(answer.value.sw, at));
  }

  async readBinary(file: FileName, offset: number, length: number): Promise<Result<Uint8Array>> {
    const at = `SM READ ${fileId(file)} +${offset}`;
    const answer = await this.#converse(readCommand(offset, length), at);
    if (!answer.ok) return answer;
    const { sw, data } = answer.value;
    if (sw === SW.OK || (sw === SW.END_OF_FILE && data.length > 0)) return ok(data);
    return failed(readRefusal(sw, at));
  }

  async #converse(command: Uint8Array, at: string): Promise<Result<Unwrapped>> {
    const wrapped = await this.session.wrap(command);
    if (!wrapped.ok) return failed({ ...wrapped.failure, at });
    if (!protects(wrapped.value, command)) {
      return failed(cardFailure('SAM_REFUSED', at, 'not a protected form of the command'));
    }
    const answer = await exchange(this.#card.connection, wrapped.value, at);
    if (!answer.ok) return answer;
    const wrong = checkAnswer(answer.value, at);
    if (wrong) return failed(wrong);
    const unwrapped = await this.session.unwrap(answer.value.data);
    return unwrapped.ok ? unwrapped : failed({ ...unwrapped.failure, at });
  }
}

/** Same command, secure-messaging class (ISO 7816-4 §5.4.1 `0C`). */
function protects(wrapped: Uint8Array, plain: Uint8Array): boolean {
  return wrapped.length > 5 && wrapped[0] === 0x0c && [1, 2, 3].every((i) => wrapped[i] === plain[i]);
}

function checkAnswer({ sw, data }: ResponseApdu, at: string): CardFailure | undefined {
  if (data.length === 0) {
    // A card that answers in the clear has dropped the session, or never had the file.
    const dropped = sw === SW.OK || sw >> 8 === 0x69;
    return dropped ? cardFailure('SECURE_MESSAGING_BROKEN', at, nameStatusWord(sw)) : readRefusal(sw, at);
  }
  const tags = readTlvs(data)?.map(({ tag }) => tag);
  const whole = tags?.includes(DO_STATUS) && tags.includes(DO_CHECKSUM);
  if (whole && tags?.every((tag) => tag === DO_CRYPTOGRAM || tag === DO_STATUS || tag === DO_CHECKSUM))
    return undefined;
  return cardFailure('SECURE_MESSAGING_BROKEN', at, 'not secure messaging objects');
}

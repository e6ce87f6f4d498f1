/** The KTP-el in the clear: the commands that need no SAM (KTP-el fact sheet 2.1). */
import { encodeCommand, nameStatusWord, type ResponseApdu, SW } from '../apdu/index.ts';
import { failed, ok, type Result } from '../failure.ts';
import { type CardFailure, cardFailure } from '../failure-catalogue.ts';
import { type CardConnection, exchange } from '../pcsc/index.ts';
import { type FileName, fileId, files, KTP_APPLICATION } from './files.ts';

export class KtpCard {
  readonly connection: CardConnection;
  #selected = false;

  constructor(connection: CardConnection) {
    this.connection = connection;
  }

  /** SELECT DF 7F0A, once: the probe that finds out what was tapped is already the first step of the reading. */
  async selectApplication(): Promise<Result<void>> {
    if (this.#selected) return ok(undefined);
    const at = 'SELECT DF 7F0A';
    const answer = await this.#send(selectCommand(KTP_APPLICATION), at);
    if (!answer.ok) return answer;
    if (answer.value.sw !== SW.OK)
      return failed(cardFailure('NOT_A_KTP', at, nameStatusWord(answer.value.sw)));
    this.#selected = true;
    return ok(undefined);
  }

  async selectFile(file: FileName): Promise<Result<void>> {
    const at = `SELECT ${fileId(file)}`;
    const answer = await this.#send(selectCommand(files[file].id), at);
    if (!answer.ok) return answer;
    return answer.value.sw === SW.OK ? ok(undefined) : failed(readRefusal(answer.value.sw, at));
  }

  /** READ BINARY of the selected file; fewer bytes than asked for come only with the end of the file. */
  async readBinary(file: FileName, offset: number, length: number): Promise<Result<Uint8Array>> {
    const at = `READ ${fileId(file)} +${offset}`;
    const answer = await this.#send(readCommand(offset, length), at);
    if (!answer.ok) return answer;
    const { sw, data } = answer.value;
    if (sw === SW.OK || (sw === SW.END_OF_FILE && data.length > 0)) return ok(data);
    return failed(readRefusal(sw, at));
  }

  /** 8 random bytes. The next command must be EXTERNAL AUTHENTICATE: whether the challenge survives another is unknown. */
  async getChallenge(): Promise<Result<Uint8Array>> {
    const at = 'GET CHALLENGE';
    const answer = await this.#send(encodeCommand({ cla: 0, ins: 0x84, p1: 0, p2: 0, le: 8 }), at);
    if (!answer.ok) return answer;
    const { sw, data } = answer.value;
    if (sw === SW.OK && data.length === 8) return ok(data);
    return failed(cardFailure('CHIP_UNREADABLE', at, `${data.length} bytes, ${nameStatusWord(sw)}`));
  }

  /** Sends the SAM's cryptogram exactly as the SAM gave it, trailing Le included, and gives the card's 40 bytes. */
  async externalAuthenticate(cryptogramWithLe: Uint8Array): Promise<Result<Uint8Array>> {
    const at = 'EXTERNAL AUTHENTICATE';
    const answer = await this.#send(Uint8Array.from([0x00, 0x82, 0x00, 0x00, 0x28, ...cryptogramWithLe]), at);
    if (!answer.ok) return answer;
    const { sw, data } = answer.value;
    if (sw === SW.OK && data.length === 40) return ok(data);
    return failed(
      cardFailure('CARD_REFUSED_AUTHENTICATION', at, `${data.length} bytes, ${nameStatusWord(sw)}`),
    );
  }

  /** Forgets that the application was selected, so that the next reading starts from the top. */
  deselect(): void {
    this.#selected = false;
  }

  /** Any other command, with whatever status word comes back. */
  ask(command: Uint8Array, at: string): Promise<Result<ResponseApdu>> {
    return this.#send(command, at);
  }

  #send(command: Uint8Array, at: string): Promise<Result<ResponseApdu>> {
    return exchange(this.connection, command, at);
  }
}

/** SELECT by file identifier, without Le as the public readers send it. */
export function selectCommand(id: number): Uint8Array {
  return encodeCommand({ cla: 0, ins: 0xa4, p1: 0, p2: 0, data: Uint8Array.of(id >> 8, id & 0xff) });
}

/** READ BINARY with a 15-bit offset (ISO 7816-4 §11.3.3). */
export function readCommand(offset: number, length: number): Uint8Array {
  return encodeCommand({ cla: 0, ins: 0xb0, p1: offset >> 8, p2: offset & 0xff, le: length });
}

/** A refused read: words about lengths and offsets mean that the file ends earlier than it says. */
export function readRefusal(sw: number, at: string): CardFailure {
  const short = sw === SW.WRONG_OFFSET || sw === SW.WRONG_LENGTH || sw === SW.END_OF_FILE || sw >> 8 === 0x6c;
  return cardFailure(short ? 'FILE_TRUNCATED' : 'CHIP_UNREADABLE', at, nameStatusWord(sw));
}

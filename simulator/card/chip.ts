/**
 * The chip of a KTP-el: selects, plain reads, mutual authentication, secure messaging. State machine of KTP-el fact sheet 3.2:
 * POWERED → DF → CHALLENGED → SM.
 *
 * Invented where the fact sheet is silent (its section 8): a wrong EXTERNAL AUTHENTICATE answers 6300; no challenge, 6985; a
 * plain command inside secure messaging or missing objects, 6987; a wrong DO'8E', 6988; any error inside secure messaging is
 * told in clear and ends the session. Reads: an offset beyond the end 6B00; a range that runs over the end 6282, plain with
 * the bytes there are, protected without. A protected answer of more than 256 bytes does not exist in short APDUs: 6700.
 */
import { randomBytes } from 'node:crypto';
import { parseShortCommand, type ShortCommand } from '../apdu.ts';
import { answer, at, concat, equal, fromHex, uint16 } from '../bytes.ts';
import type { CardKeys } from '../crypto/index.ts';
import {
  agree,
  CRYPTOGRAM,
  type KeyLength,
  type PlainCommand,
  SecureChannel,
  seal,
  unseal,
} from '../crypto/index.ts';
import type { Device } from '../device.ts';
import { KTP_DF, PLAIN_FILES } from './files.ts';

/** What is burnt into one chip. */
export interface ChipImage {
  readonly type: 'A' | 'B';
  readonly atr: Uint8Array;
  /** As the reader tells it for `FF CA 00 00 00`: 7 bytes on type A, the 4-byte PUPI on type B. */
  readonly uid: Uint8Array;
  /** The 8 bytes the SAM is given: 80 | UID on type A, the answer to DD or DF on type B. Fact sheet 1.3. */
  readonly uidField: Uint8Array;
  /** Which command tells the field on type B; the other one, and both on type A, answer 6D00. */
  readonly uidForm: 'DD' | 'DF';
  readonly keys: CardKeys;
  readonly keyLength: KeyLength;
  /** Every EF as stored, two length bytes first. */
  readonly files: ReadonlyMap<number, Uint8Array>;
}

export interface ChipOptions {
  readonly random?: (length: number) => Uint8Array;
  /**
   * How long a challenge is good: until it is used, or for the next command only, which is all ISO 7816-4 §11.5.3 promises.
   * Which one the real chip does is not known.
   */
  readonly challengeLife?: 'until-used' | 'next-command';
}

const SELECT = 0xa4;
const READ_BINARY = 0xb0;
const GET_CHALLENGE = 0x84;
const EXTERNAL_AUTHENTICATE = 0x82;
const UID_DD = fromHex('00DD000008');
const UID_DF = fromHex('00DF000000');
const READER_UID = fromHex('FFCA000000');
/** The longest answer field of a short APDU. */
const SHORT_ANSWER = 256;

export class KtpChip implements Device {
  readonly link: Device['link'];
  readonly atr: Uint8Array;
  readonly #image: ChipImage;
  readonly #random: (length: number) => Uint8Array;
  readonly #challengeLife: 'until-used' | 'next-command';
  #inApplication = false;
  #file: number | undefined;
  #challenge: Uint8Array | undefined;
  #channel: SecureChannel | undefined;

  constructor(image: ChipImage, { random = randomBytes, challengeLife = 'until-used' }: ChipOptions = {}) {
    this.#image = image;
    this.link = image.type === 'A' ? 'contactless-a' : 'contactless-b';
    this.atr = image.atr;
    this.#random = random;
    this.#challengeLife = challengeLife;
  }

  powerUp(): void {
    this.powerDown();
  }

  powerDown(): void {
    this.#inApplication = false;
    this.#file = undefined;
    this.#challenge = undefined;
    this.#channel = undefined;
  }

  exchange(command: Uint8Array): Uint8Array {
    // CLA FF never reaches a chip: the reader answers it. PC/SC part 3 §3.2.2.1.3.
    if (at(command, 0) === 0xff) {
      return equal(command, READER_UID) ? answer(0x9000, this.#image.uid) : answer(0x6a81);
    }
    const parsed = parseShortCommand(command);
    if (parsed === undefined) return answer(0x6700);
    if (this.#channel) return this.#protected(this.#channel, command, parsed);
    if (parsed.cla === 0x0c) return answer(0x6982);
    if (parsed.cla !== 0x00) return answer(0x6e00);
    const challenge = this.#challenge;
    if (this.#challengeLife === 'next-command') this.#challenge = undefined;
    switch (parsed.ins) {
      case SELECT:
        return this.#select(parsed);
      case READ_BINARY:
        return this.#readPlain(parsed);
      case GET_CHALLENGE:
        return this.#getChallenge(parsed);
      case EXTERNAL_AUTHENTICATE:
        return this.#authenticate(parsed, challenge);
      default:
        return this.#tellUid(command);
    }
  }

  #select({ p1, p2, data, expected }: ShortCommand): Uint8Array {
    if (data.length !== 2 || (expected !== undefined && expected !== 0)) return answer(0x6700);
    if (p1 === 0x04) return answer(0x6a82);
    if (p1 !== 0 || p2 !== 0) return answer(0x6a86);
    return answer(this.#enter(uint16(data)));
  }

  /** The status word of selecting a DF or EF by its identifier. */
  #enter(id: number): number {
    if (id === KTP_DF) {
      this.powerDown();
      this.#inApplication = true;
      return 0x9000;
    }
    if (!this.#inApplication || !this.#image.files.has(id)) return 0x6a82;
    this.#file = id;
    return 0x9000;
  }

  #readPlain({ p1, p2, data, expected }: ShortCommand): Uint8Array {
    if (data.length > 0 || expected === undefined) return answer(0x6700);
    if (this.#file === undefined) return answer(0x6986);
    if (!PLAIN_FILES.has(this.#file)) return answer(0x6982);
    const { status, bytes } = this.#range(p1, p2, expected);
    return answer(status, bytes);
  }

  /** 9000 with the whole range; 6282 with what there is of it; 6B00 or 6A86 with nothing. */
  #range(p1: number, p2: number, expected: number): { status: number; bytes: Uint8Array } {
    const none = new Uint8Array(0);
    // Bit 8 of P1 would be a short file identifier, which these files do not have. ISO 7816-4 §11.3.3.
    if (p1 > 0x7f) return { status: 0x6a86, bytes: none };
    const file = this.#image.files.get(this.#file ?? 0) ?? none;
    const offset = (p1 << 8) | p2;
    if (offset >= file.length) return { status: 0x6b00, bytes: none };
    const wanted = expected === 0 ? 256 : expected;
    const bytes = file.slice(offset, offset + wanted);
    return { status: bytes.length < wanted ? 0x6282 : 0x9000, bytes };
  }

  #getChallenge({ p1, p2, data, expected }: ShortCommand): Uint8Array {
    if (!this.#inApplication) return answer(0x6985);
    if (p1 !== 0 || p2 !== 0) return answer(0x6a86);
    if (data.length > 0 || expected !== 8) return answer(0x6700);
    this.#challenge = new Uint8Array(this.#random(8));
    return answer(0x9000, this.#challenge);
  }

  /** A 46-byte command: 40 bytes in, Le 28, 40 bytes out. Fact sheet 2.1 "the trailing 28". */
  #authenticate({ p1, p2, data, expected }: ShortCommand, challenge: Uint8Array | undefined): Uint8Array {
    if (p1 !== 0 || p2 !== 0) return answer(0x6a86);
    if (data.length !== CRYPTOGRAM || expected !== CRYPTOGRAM) return answer(0x6700);
    this.#challenge = undefined;
    if (challenge === undefined) return answer(0x6985);
    const terminal = unseal(this.#image.keys, data);
    if (terminal === undefined || !equal(terminal.other, challenge)) return answer(0x6300);
    const key = new Uint8Array(this.#random(16));
    this.#channel = new SecureChannel(
      agree({ random: challenge, key }, { random: terminal.own, key: terminal.key }, this.#image.keyLength),
    );
    this.#file = undefined;
    return answer(0x9000, seal(this.#image.keys, { own: challenge, other: terminal.own, key }));
  }

  #tellUid(command: Uint8Array): Uint8Array {
    const { type, uidForm, uidField } = this.#image;
    if (type !== 'B') return answer(0x6d00);
    if (equal(command, UID_DD) && uidForm === 'DD') {
      return this.#inApplication ? answer(0x9000, uidField) : answer(0x6985);
    }
    if (equal(command, UID_DF) && uidForm === 'DF') {
      // Only the last 8 bytes are known to be the field; four bytes before it show that a client takes the last.
      return this.#inApplication ? answer(0x9000, concat(fromHex('00000008'), uidField)) : answer(0x6985);
    }
    return answer(0x6d00);
  }

  #protected(channel: SecureChannel, bytes: Uint8Array, { cla }: ShortCommand): Uint8Array {
    if (cla !== 0x0c) return this.#endSession(0x6987);
    const command = channel.openCommand(bytes);
    if (command === 'missing') return this.#endSession(0x6987);
    if (command === 'incorrect') return this.#endSession(0x6988);
    const { status, data } = this.#perform(command);
    if (status !== 0x9000) return this.#endSession(status);
    const body = channel.protectAnswer({ data, status });
    return body.length > SHORT_ANSWER ? this.#endSession(0x6700) : answer(status, body);
  }

  #perform({ header, data, expected }: PlainCommand): { status: number; data: Uint8Array } {
    const nothing = new Uint8Array(0);
    const p1 = at(header, 2);
    const p2 = at(header, 3);
    if (at(header, 1) === SELECT) {
      if (p1 !== 0 || p2 !== 0) return { status: 0x6a86, data: nothing };
      if (data.length !== 2 || expected !== undefined) return { status: 0x6700, data: nothing };
      const id = uint16(data);
      return { status: id === KTP_DF ? 0x6a82 : this.#enter(id), data: nothing };
    }
    if (at(header, 1) !== READ_BINARY) return { status: 0x6d00, data: nothing };
    if (data.length > 0 || expected === undefined) return { status: 0x6700, data: nothing };
    if (this.#file === undefined) return { status: 0x6986, data: nothing };
    const { status, bytes } = this.#range(p1, p2, expected);
    return { status, data: bytes };
  }

  #endSession(status: number): Uint8Array {
    this.#channel = undefined;
    this.#file = undefined;
    return answer(status);
  }
}

/**
 * Secure messaging, both ends: ICAO 9303-11 §9.8 with 3DES, in the byte structure seen on real cards (KTP-el fact sheet 2.2:
 * CLA 0C, DO'87' with indicator 01, DO'97', DO'99', DO'8E' of 8 bytes).
 *
 * One `SecureChannel` is one end of one session. Every call moves the send sequence counter; a call that returns
 * `undefined` has met bytes that are not authentic, and the owner must drop the session.
 */
import { at, concat, equal, uint16, word } from '../bytes.ts';
import type { KeyPair } from './keys.ts';
import type { SessionSecrets } from './mutual.ts';
import { dataObject, find, parseObjects } from './objects.ts';
import { BLOCK, decryptCbc, encryptCbc, increment, pad, retailMac, unpad } from './tdes.ts';

const ENCIPHERED = 0x87;
const EXPECTED = 0x97;
const STATUS = 0x99;
const CHECKSUM = 0x8e;
const NOTHING = new Uint8Array(0);

/** A short command taken apart. `expected` is Le (0 means 256); absent when no answer data is asked for. */
export interface PlainCommand {
  readonly header: Uint8Array;
  readonly data: Uint8Array;
  readonly expected?: number;
}

interface PlainAnswer {
  readonly data: Uint8Array;
  readonly status: number;
}

/** `missing`: the objects that must be there are not (6987). `incorrect`: they are, and are wrong (6988). */
type OpenedCommand = PlainCommand | 'missing' | 'incorrect';

export class SecureChannel {
  readonly #keys: KeyPair;
  #counter: Uint8Array;

  constructor(secrets: SessionSecrets) {
    this.#keys = secrets.keys;
    this.#counter = secrets.counter;
  }

  /** Terminal: the protected form of a plain command, with its own Le 00 at the end. */
  protectCommand(command: PlainCommand): Uint8Array {
    const header = Uint8Array.of(0x0c, ...command.header.slice(1, 4));
    const objects = concat(
      command.data.length > 0 ? this.#enciphered(command.data) : NOTHING,
      command.expected === undefined ? NOTHING : dataObject(EXPECTED, Uint8Array.of(command.expected)),
    );
    this.#advance();
    const body = concat(objects, dataObject(CHECKSUM, this.#mac(concat(pad(header), objects))));
    return concat(header, Uint8Array.of(body.length), body, Uint8Array.of(0));
  }

  /** Chip: checks and opens a protected command. */
  openCommand(bytes: Uint8Array): OpenedCommand {
    const length = at(bytes, 4);
    const objects = parseObjects(bytes.slice(5, 5 + length));
    if (bytes.length !== length + 6 || objects === undefined) return 'incorrect';
    const checksum = find(objects, CHECKSUM);
    if (checksum === undefined) return 'missing';
    this.#advance();
    const covered = concat(
      pad(bytes.slice(0, 4)),
      ...objects.filter(({ tag }) => tag !== CHECKSUM).map(({ raw }) => raw),
    );
    if (!equal(this.#mac(covered), checksum.value)) return 'incorrect';
    const enciphered = find(objects, ENCIPHERED);
    const data = enciphered ? this.#deciphered(enciphered.value) : NOTHING;
    if (data === undefined) return 'incorrect';
    const expected = find(objects, EXPECTED)?.value[0];
    return { header: bytes.slice(0, 4), data, ...(expected === undefined ? {} : { expected }) };
  }

  /** Chip: the protected answer, without the outer status word that repeats the inner one. */
  protectAnswer({ data, status }: PlainAnswer): Uint8Array {
    const objects = concat(
      data.length > 0 ? this.#enciphered(data) : NOTHING,
      dataObject(STATUS, word(status)),
    );
    this.#advance();
    return concat(objects, dataObject(CHECKSUM, this.#mac(objects)));
  }

  /** Terminal: checks and opens an answer given without its outer status word. */
  openAnswer(bytes: Uint8Array): PlainAnswer | undefined {
    const objects = parseObjects(bytes);
    if (objects === undefined) return undefined;
    const checksum = find(objects, CHECKSUM);
    const status = find(objects, STATUS);
    if (checksum === undefined || status?.value.length !== 2) return undefined;
    this.#advance();
    const covered = concat(...objects.filter(({ tag }) => tag !== CHECKSUM).map(({ raw }) => raw));
    if (!equal(this.#mac(covered), checksum.value)) return undefined;
    const enciphered = find(objects, ENCIPHERED);
    const data = enciphered ? this.#deciphered(enciphered.value) : NOTHING;
    return data && { data, status: uint16(status.value) };
  }

  #advance(): void {
    this.#counter = increment(this.#counter);
  }

  #mac(covered: Uint8Array): Uint8Array {
    return retailMac(this.#keys.mac, pad(concat(this.#counter, covered)));
  }

  #enciphered(data: Uint8Array): Uint8Array {
    const value = encryptCbc(this.#keys.encryption, pad(data));
    return dataObject(ENCIPHERED, concat(Uint8Array.of(0x01), value));
  }

  #deciphered(value: Uint8Array): Uint8Array | undefined {
    const blocks = value.slice(1);
    if (value[0] !== 0x01 || blocks.length === 0 || blocks.length % BLOCK !== 0) return undefined;
    return unpad(decryptCbc(this.#keys.encryption, blocks));
  }
}

/**
 * The Secure Access Module: holds the keys, wraps and unwraps for the host, removes the at-rest layer, gives the verdict.
 * State machine of KTP-el fact sheet 3.2: CLOSED → OPEN → CHALLENGED → SESSION; RESET goes back to OPEN.
 *
 * Invented where the fact sheet is silent (its section 8): three wrong OPENs lock the SAM until power is lost; F2 with a
 * wrong cryptogram answers 6300 and drops the challenge; a command out of order 6985; F3 and F4 strictly alternate; an
 * answer that is not authentic 6988 and ends the session; FA commands other than 05 without a session 6F00; F8 and FD
 * 6D00, for nobody knows what they do; after FA 05 biodata and digital signature can no longer be wrapped (6985).
 */
import { randomBytes } from 'node:crypto';
import { answer, at, concat, equal, fromHex, uint16, word } from '../bytes.ts';
import { AT_REST_FILES, BIODATA, DIGITAL_SIGNATURE, PHOTO, samAtr } from '../card/index.ts';
import {
  agree,
  BLOCK,
  type CardKeys,
  CRYPTOGRAM,
  cardKeys,
  type InstitutionSecrets,
  type KeyLength,
  openArgument,
  SecureChannel,
  seal,
  unseal,
} from '../crypto/index.ts';
import type { Device } from '../device.ts';
import { FileReading } from './reading.ts';
import { Verification } from './verification.ts';

export interface SamOptions {
  readonly institution: InstitutionSecrets;
  /** 24: the 3-key TDEA of the regulation; the cards must be made with the same. */
  readonly keyLength?: KeyLength;
  readonly random?: (length: number) => Uint8Array;
  /** How long INTERNAL AUTHENTICATE without data takes; 71 000 on a real SAM (fact sheet 2.4). */
  readonly emptyAuthenticateMs?: number;
}

/** What an observer of the SAM can count, for tests that must know how often OPEN was tried. */
export interface SamFacts {
  readonly state: 'CLOSED' | 'OPEN' | 'CHALLENGED' | 'SESSION';
  readonly opens: number;
  readonly wrongOpens: number;
  readonly locked: boolean;
}

interface Challenged {
  readonly keys: CardKeys;
  readonly cardChallenge: Uint8Array;
  readonly random: Uint8Array;
  readonly key: Uint8Array;
}

interface Session {
  readonly keys: CardKeys;
  readonly channel: SecureChannel;
  reading?: FileReading;
  /** Wrapped and not yet unwrapped. */
  pending?: { readonly select: number } | { readonly offset: number };
  photo: FileReading;
  photoBytes: number;
  verification?: Verification;
  signature?: Uint8Array;
}

const OPEN_LIMIT = 3;
const CONTROL_LENGTHS: readonly number[] = [24, 29, 51];
/** The Le of EXTERNAL AUTHENTICATE, which the host forwards with the cryptogram. Fact sheet 2.1. */
const TRAILING_LE = Uint8Array.of(0x28);

export class Sam implements Device {
  readonly link = 'contact';
  readonly atr = samAtr();
  readonly #institution: InstitutionSecrets;
  readonly #keyLength: KeyLength;
  readonly #random: (length: number) => Uint8Array;
  readonly #emptyAuthenticateMs: number;
  #opens = 0;
  #wrongOpens = 0;
  #wrongSincePower = 0;
  #open = false;
  #autoDecipher = false;
  #challenged: Challenged | undefined;
  #session: Session | undefined;

  constructor({ institution, keyLength = 16, random = randomBytes, emptyAuthenticateMs = 0 }: SamOptions) {
    this.#institution = institution;
    this.#keyLength = keyLength;
    this.#random = random;
    this.#emptyAuthenticateMs = emptyAuthenticateMs;
  }

  facts(): SamFacts {
    const state = !this.#open
      ? 'CLOSED'
      : this.#session
        ? 'SESSION'
        : this.#challenged
          ? 'CHALLENGED'
          : 'OPEN';
    return {
      state,
      opens: this.#opens,
      wrongOpens: this.#wrongOpens,
      locked: this.#wrongSincePower >= OPEN_LIMIT,
    };
  }

  powerUp(): void {
    this.powerDown();
  }

  powerDown(): void {
    this.#open = false;
    this.#wrongSincePower = 0;
    this.#clear();
  }

  extraMs(command: Uint8Array): number {
    const empty = at(command, 1) === 0xf2 && at(command, 4) === 0;
    return this.#open && empty ? this.#emptyAuthenticateMs : 0;
  }

  exchange(command: Uint8Array): Uint8Array {
    const [cla, ins, p1, p2, p3] = [0, 1, 2, 3, 4].map((index) => at(command, index));
    if (cla !== 0x00) return answer(0x6e00);
    if (!this.#open && ins !== 0xf0) return answer(0x6982);
    if (command.length !== 5 + (p3 ?? 0)) return answer(0x6700);
    const data = command.slice(5);
    if (p1 !== 0 && ins !== 0xfa) return answer(0x6a86);
    if (p2 !== 0 && ins !== 0xf1) return answer(0x6a86);
    switch (ins) {
      case 0xf0:
        return this.#openSam(data);
      case 0xff:
        return data.length > 0 ? answer(0x6700) : this.#reset();
      case 0xf1:
        return this.#calculateChallenge(p2 ?? 0, data);
      case 0xf2:
        return this.#internalAuthenticate(data);
      case 0xf3:
        return this.#wrap(data);
      case 0xf4:
        return this.#unwrap(data);
      case 0xf7:
        return data.length > 0 ? answer(0x6700) : answer(0x9000, this.#institution.samUid);
      case 0xfa:
        return this.#auto(p1 ?? 0, data);
      default:
        return answer(0x6d00);
    }
  }

  #clear(): void {
    this.#autoDecipher = false;
    this.#challenged = undefined;
    this.#session = undefined;
  }

  #reset(): Uint8Array {
    this.#clear();
    return answer(0x9000);
  }

  #openSam(data: Uint8Array): Uint8Array {
    if (data.length !== 32) return answer(0x6700);
    this.#opens++;
    if (this.#wrongSincePower < OPEN_LIMIT && equal(data, openArgument(this.#institution))) {
      this.#open = true;
      return answer(0x9000);
    }
    this.#wrongOpens++;
    this.#wrongSincePower++;
    this.#open = false;
    this.#clear();
    return answer(0x6982);
  }

  /** Card control, UID field (8), card challenge (8) in; 40 bytes and the trailing 28 out. */
  #calculateChallenge(p2: number, data: Uint8Array): Uint8Array {
    const control = data.length - 16;
    if (!CONTROL_LENGTHS.includes(control)) return answer(0x6700);
    if (p2 !== (control === 51 ? 1 : 0)) return answer(0x6a86);
    if (this.#challenged || this.#session) return answer(0x6985);
    const keys = cardKeys(data.slice(control, control + 8), data.slice(0, control), this.#keyLength);
    const cardChallenge = data.slice(control + 8);
    const random = new Uint8Array(this.#random(8));
    const key = new Uint8Array(this.#random(16));
    this.#challenged = { keys, cardChallenge, random, key };
    return answer(0x9000, concat(seal(keys, { own: random, other: cardChallenge, key }), TRAILING_LE));
  }

  #internalAuthenticate(data: Uint8Array): Uint8Array {
    if (data.length !== CRYPTOGRAM) return answer(0x6700);
    const challenged = this.#challenged;
    if (challenged === undefined) return answer(0x6985);
    this.#challenged = undefined;
    const { keys, cardChallenge, random, key } = challenged;
    const chip = unseal(keys, data);
    if (chip === undefined || !equal(chip.own, cardChallenge) || !equal(chip.other, random))
      return answer(0x6300);
    const secrets = agree({ random: cardChallenge, key: chip.key }, { random, key }, this.#keyLength);
    this.#session = {
      keys,
      channel: new SecureChannel(secrets),
      photo: new FileReading(PHOTO),
      photoBytes: 0,
    };
    return answer(0x9000);
  }

  #wrap(data: Uint8Array): Uint8Array {
    const session = this.#session;
    if (session === undefined) return answer(0x6f00);
    if (session.pending) return answer(0x6985);
    const header = data.slice(0, 4);
    const select = data.length === 7 && equal(data.slice(0, 6), fromHex('00A40000026F'));
    if (select) {
      const body = data.slice(5);
      session.pending = { select: uint16(body) };
      return answer(0x9000, session.channel.protectCommand({ header, data: body }));
    }
    if (data.length !== 5 || uint16(header) !== 0x00b0) return answer(0x6a80);
    const offset = uint16(header, 2);
    const expected = at(data, 4);
    if (!this.#mayRead(session, offset, expected)) return answer(0x6985);
    session.pending = { offset };
    return answer(0x9000, session.channel.protectCommand({ header, data: new Uint8Array(0), expected }));
  }

  /** After FA 05 every read is deciphered: whole blocks, in order, of the files that are enciphered at rest. */
  #mayRead({ reading }: Session, offset: number, expected: number): boolean {
    if (!this.#autoDecipher || reading === undefined) return true;
    if (reading.id === BIODATA || reading.id === DIGITAL_SIGNATURE) return false;
    return !AT_REST_FILES.has(reading.id) || (reading.follows(offset) && expected % BLOCK === 0);
  }

  /** The card's answer without its outer status in; plain data, card status, SAM status out. */
  #unwrap(data: Uint8Array): Uint8Array {
    const session = this.#session;
    if (session === undefined) return answer(0x6f00);
    const { pending } = session;
    if (pending === undefined) return answer(0x6985);
    if (data.length === 0) return answer(0x6700);
    const opened = session.channel.openAnswer(data);
    if (opened === undefined) {
      this.#session = undefined;
      return answer(0x6988);
    }
    delete session.pending;
    if (opened.status === 0x9000 && 'select' in pending) session.reading = new FileReading(pending.select);
    const clear =
      'offset' in pending && session.reading && opened.data.length > 0
        ? this.#pass(session, session.reading, pending.offset, opened.data)
        : opened.data;
    return answer(0x9000, concat(clear, word(opened.status)));
  }

  /** Deciphers what is enciphered at rest, cuts it to its length, and lets the verification hear it. */
  #pass(session: Session, reading: FileReading, offset: number, bytes: Uint8Array): Uint8Array {
    const enciphered = AT_REST_FILES.has(reading.id);
    if (enciphered && !this.#autoDecipher) return bytes;
    const whole = bytes.length % BLOCK === 0;
    if (enciphered && !whole) return bytes;
    const clear = enciphered ? reading.decipher(session.keys.atRest, offset, bytes) : bytes;
    session.verification?.hear(reading, reading.take(offset, clear));
    if (!session.verification) reading.take(offset, clear);
    const end = reading.end();
    return enciphered && end !== undefined ? clear.slice(0, Math.max(0, end - offset)) : clear;
  }

  /** The FA family: automatic verification and deciphering, by P1. */
  #auto(p1: number, data: Uint8Array): Uint8Array {
    if (p1 === 0x05) {
      if (data.length > 0) return answer(0x6700);
      this.#autoDecipher = true;
      return answer(0x9000);
    }
    const session = this.#session;
    if (session === undefined) return answer(0x6f00);
    const takesData = p1 === 0x03 || p1 === 0x06;
    if (takesData !== data.length > 0) return answer(0x6700);
    switch (p1) {
      case 0x00:
        session.verification = new Verification();
        session.photo = new FileReading(PHOTO);
        session.photoBytes = 0;
        return answer(0x9000);
      case 0x02:
        session.verification?.stop();
        return answer(0x9000);
      case 0x03:
        return this.#takePhoto(session, data);
      case 0x04:
        return word(session.verification?.verdict(session.signature) ?? 0x0001);
      case 0x06:
        if (data.length !== 80) return answer(0x6700);
        session.signature = data;
        return answer(0x9000);
      default:
        return answer(0x6a86);
    }
  }

  #takePhoto(session: Session, data: Uint8Array): Uint8Array {
    const useful = session.photo.take(session.photoBytes, data);
    session.photoBytes += data.length;
    session.verification?.hear(session.photo, useful);
    return answer(0x9000);
  }
}

/**
 * The Secure Access Module: who may use it, and how it comes to a session with a card (what it does in one is `session.ts`).
 * State machine of KTP-el fact sheet 3.2: CLOSED → OPEN → CHALLENGED → SESSION; RESET goes back to OPEN.
 *
 * Invented where the fact sheet is silent (its section 8): three wrong OPENs lock the SAM until power is lost; F2 with a
 * wrong cryptogram answers 6300 and drops the challenge; a command out of order 6985; F3 and F4 strictly alternate; an
 * answer that is not authentic 6988 and ends the session; FA commands other than 05 without a session 6F00; F8 and FD
 * 6D00, for nobody knows what they do; one that was locked for good answers 6983 to everything; after FA 05 biodata and digital signature can no longer be wrapped (6985).
 */
import { randomBytes } from 'node:crypto';
import { answer, at, concat, equal } from '../bytes.ts';
import { samAtr } from '../card/index.ts';
import {
  agree,
  type CardKeys,
  CRYPTOGRAM,
  cardKeys,
  type InstitutionSecrets,
  type KeyLength,
  openArgument,
  seal,
  unseal,
} from '../crypto/index.ts';
import type { Device } from '../device.ts';
import { Session } from './session.ts';

export interface SamOptions {
  readonly institution: InstitutionSecrets;
  /** 24: the 3-key TDEA of the regulation; the cards must be made with the same. */
  readonly keyLength?: KeyLength;
  readonly random?: (length: number) => Uint8Array;
  /** How long INTERNAL AUTHENTICATE without data takes; 71 000 on a real SAM (fact sheet 2.4). */
  readonly emptyAuthenticateMs?: number;
  /** Locked for good, also after power was lost. */
  readonly locked?: boolean;
  /** Tells its identifier before it is opened; the fact sheet has a closed SAM refuse everything. */
  readonly tellsUidClosed?: boolean;
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
  readonly #locked: boolean;
  readonly #tellsUidClosed: boolean;
  #opens = 0;
  #wrongOpens = 0;
  #wrongSincePower = 0;
  #open = false;
  #autoDecipher = false;
  #challenged: Challenged | undefined;
  #session: Session | undefined;

  constructor(options: SamOptions) {
    const { institution, keyLength = 16, random = randomBytes, emptyAuthenticateMs = 0 } = options;
    this.#locked = options.locked ?? false;
    this.#tellsUidClosed = options.tellsUidClosed ?? false;
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
      locked: this.#locked || this.#wrongSincePower >= OPEN_LIMIT,
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
    if (this.#locked) return answer(0x6983);
    const isTold = ins === 0xf7 && this.#tellsUidClosed;
    if (!this.#open && ins !== 0xf0 && !isTold) return answer(0x6982);
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
        return this.#session?.wrap(data, this.#autoDecipher) ?? answer(0x6f00);
      case 0xf4:
        return this.#session ? this.#unwrap(this.#session, data) : answer(0x6f00);
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
    this.#session = new Session(secrets, keys.atRest);
    return answer(0x9000);
  }

  #unwrap(session: Session, data: Uint8Array): Uint8Array {
    const reply = session.unwrap(data, this.#autoDecipher);
    if (session.broken()) this.#session = undefined;
    return reply;
  }

  #auto(p1: number, data: Uint8Array): Uint8Array {
    if (p1 !== 0x05) return this.#session?.auto(p1, data) ?? answer(0x6f00);
    if (data.length > 0) return answer(0x6700);
    this.#autoDecipher = true;
    return answer(0x9000);
  }
}

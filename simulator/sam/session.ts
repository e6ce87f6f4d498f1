/**
 * One session of the SAM with one card: wraps commands, unwraps answers, takes off the at-rest layer, listens for the
 * verification. It lives from a right INTERNAL AUTHENTICATE to RESET, loss of power or the first answer that is not authentic.
 */
import { answer, at, concat, equal, fromHex, uint16, word } from '../bytes.ts';
import { AT_REST_FILES, BIODATA, DIGITAL_SIGNATURE, PHOTO } from '../card/index.ts';
import { BLOCK, SecureChannel, type SessionSecrets, type TdesKey } from '../crypto/index.ts';
import { FileReading } from './reading.ts';
import { NOT_VERIFIED, Verification } from './verification.ts';

const SELECT_KTP_FILE = fromHex('00A40000026F');
const READ_BINARY = 0x00b0;
/** 6FF6 as the host pushes it, length prefix and zero fill included. */
const PUSHED_SIGNATURE = 80;

export class Session {
  readonly #atRest: TdesKey;
  readonly #channel: SecureChannel;
  /** Wrapped and not yet unwrapped. */
  #pending: { readonly select: number } | { readonly offset: number } | undefined;
  #reading: FileReading | undefined;
  #photo = new FileReading(PHOTO);
  #photoBytes = 0;
  #verification: Verification | undefined;
  #signature: Uint8Array | undefined;
  #broken = false;

  constructor(secrets: SessionSecrets, atRest: TdesKey) {
    this.#channel = new SecureChannel(secrets);
    this.#atRest = atRest;
  }

  /** An answer was not authentic: nothing more can be believed. */
  broken(): boolean {
    return this.#broken;
  }

  /** F3: a plain SELECT of 7 bytes or READ BINARY of 5 in, the complete protected command out. */
  wrap(data: Uint8Array, autoDecipher: boolean): Uint8Array {
    if (this.#pending) return answer(0x6985);
    const header = data.slice(0, 4);
    if (data.length === 7 && equal(data.slice(0, 6), SELECT_KTP_FILE)) {
      const file = data.slice(5);
      this.#pending = { select: uint16(file) };
      return answer(0x9000, this.#channel.protectCommand({ header, data: file }));
    }
    if (data.length !== 5 || uint16(header) !== READ_BINARY) return answer(0x6a80);
    const offset = uint16(header, 2);
    const expected = at(data, 4);
    if (autoDecipher && !this.#mayDecipher(offset, expected)) return answer(0x6985);
    this.#pending = { offset };
    return answer(0x9000, this.#channel.protectCommand({ header, data: new Uint8Array(0), expected }));
  }

  /** After FA 05 every read is deciphered: whole blocks, in order, of the files that are enciphered at rest. */
  #mayDecipher(offset: number, expected: number): boolean {
    const reading = this.#reading;
    if (reading === undefined) return true;
    if (reading.id === BIODATA || reading.id === DIGITAL_SIGNATURE) return false;
    return !AT_REST_FILES.has(reading.id) || (reading.follows(offset) && expected % BLOCK === 0);
  }

  /** F4: the card's answer without its outer status in; plain data, card status, SAM status out. */
  unwrap(data: Uint8Array, autoDecipher: boolean): Uint8Array {
    const pending = this.#pending;
    if (pending === undefined) return answer(0x6985);
    if (data.length === 0) return answer(0x6700);
    const opened = this.#channel.openAnswer(data);
    if (opened === undefined) {
      this.#broken = true;
      return answer(0x6988);
    }
    this.#pending = undefined;
    if ('select' in pending) {
      if (opened.status === 0x9000) this.#reading = new FileReading(pending.select);
      return answer(0x9000, concat(opened.data, word(opened.status)));
    }
    const clear = this.#pass(pending.offset, opened.data, autoDecipher);
    return answer(0x9000, concat(clear, word(opened.status)));
  }

  /** Deciphers what is enciphered at rest, lets the verification hear it, and cuts it to its length. */
  #pass(offset: number, bytes: Uint8Array, autoDecipher: boolean): Uint8Array {
    const reading = this.#reading;
    if (reading === undefined || bytes.length === 0) return bytes;
    const enciphered = AT_REST_FILES.has(reading.id);
    if (enciphered && (!autoDecipher || bytes.length % BLOCK !== 0)) return bytes;
    const clear = enciphered ? reading.decipher(this.#atRest, offset, bytes) : bytes;
    const useful = reading.take(offset, clear);
    this.#verification?.hear(reading, useful);
    const end = reading.end();
    return enciphered && end !== undefined ? clear.slice(0, Math.max(0, end - offset)) : clear;
  }

  /** The FA family but for FA 05, by P1: 00 START, 02 STOP, 03 RETRIEVE PHOTO, 04 VERIFY, 06 RETRIEVE DS. */
  auto(p1: number, data: Uint8Array): Uint8Array {
    const takesData = p1 === 0x03 || p1 === 0x06;
    if (takesData !== data.length > 0) return answer(0x6700);
    switch (p1) {
      case 0x00:
        this.#verification = new Verification();
        this.#photo = new FileReading(PHOTO);
        this.#photoBytes = 0;
        return answer(0x9000);
      case 0x02:
        this.#verification?.stop();
        return answer(0x9000);
      case 0x03:
        return this.#takePhoto(data);
      case 0x04:
        return word(this.#verification?.verdict(this.#signature) ?? NOT_VERIFIED);
      case 0x06:
        if (data.length !== PUSHED_SIGNATURE) return answer(0x6700);
        this.#signature = data;
        return answer(0x9000);
      default:
        return answer(0x6a86);
    }
  }

  #takePhoto(data: Uint8Array): Uint8Array {
    const useful = this.#photo.take(this.#photoBytes, data);
    this.#photoBytes += data.length;
    this.#verification?.hear(this.#photo, useful);
    return answer(0x9000);
  }
}

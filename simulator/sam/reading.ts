/**
 * One file on its way through the SAM: which bytes of it came, in order, and what of them is useful. The SAM knows the file
 * because it wrapped the SELECT, and the offset because it wrapped the READ.
 */
import { concat, uint16 } from '../bytes.ts';
import { BLOCK, decryptCbc, type TdesKey } from '../crypto/index.ts';

export class FileReading {
  readonly id: number;
  /** Bytes seen without a gap from offset 0. */
  #seen: Uint8Array = new Uint8Array(0);
  /** The last enciphered block, which the next one is chained to. */
  #chain: Uint8Array | undefined;
  #gap = false;

  constructor(id: number) {
    this.id = id;
  }

  /** Whether a read at `offset` goes on where the last one ended, or starts again. */
  follows(offset: number): boolean {
    return offset === 0 || offset === this.#seen.length;
  }

  /** Takes clear bytes in; returns those of them that are useful data, offsets 2 … L+1. */
  take(offset: number, bytes: Uint8Array): Uint8Array {
    if (this.#gap || offset !== this.#seen.length) {
      this.#gap = true;
      return new Uint8Array(0);
    }
    this.#seen = concat(this.#seen, bytes);
    const end = this.end();
    return end === undefined ? new Uint8Array(0) : this.#seen.slice(Math.max(2, offset), end);
  }

  /** Where the useful data ends: L+2, once the two length bytes were seen. */
  end(): number | undefined {
    return this.#seen.length < 2 ? undefined : uint16(this.#seen) + 2;
  }

  complete(): boolean {
    const end = this.end();
    return !this.#gap && end !== undefined && end > 2 && this.#seen.length >= end;
  }

  /** Takes off the at-rest layer: 3DES-CBC from offset 0, whole blocks only. */
  decipher(key: TdesKey, offset: number, bytes: Uint8Array): Uint8Array {
    if (offset === 0) this.#restart();
    const clear = decryptCbc(key, bytes, this.#chain);
    this.#chain = bytes.slice(-BLOCK);
    return clear;
  }

  #restart(): void {
    this.#chain = undefined;
    this.#seen = new Uint8Array(0);
    this.#gap = false;
  }
}

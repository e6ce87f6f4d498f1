/**
 * What the SAM hears between START and STOP, and the verdict it gives. Useful data is taken in the order it passes: the
 * issuer signed 6FF1 … 6FF5 in that order, so any other order, a file left out and a file given twice all end in `0001`.
 *
 * STOP comes before the last chunk (KTP-el fact sheet 2.3): one more chunk of data is taken after it, and then nothing.
 * That STOP is required is invented; its meaning is not known (fact sheet 8, gap 6).
 */
import { concat, uint16 } from '../bytes.ts';
import { SIGNED_FILES } from '../card/index.ts';
import { issuerVerify } from '../crypto/index.ts';
import type { FileReading } from './reading.ts';

const VERIFIED = 0x0010;
export const NOT_VERIFIED = 0x0001;

export class Verification {
  readonly #heard: Uint8Array[] = [];
  readonly #complete = new Set<number>();
  #state: 'listening' | 'last-chunk' | 'closed' = 'listening';
  #stopped = false;

  /** Takes one chunk of useful data of a file in. */
  hear(reading: FileReading, useful: Uint8Array): void {
    if (this.#state === 'closed' || !SIGNED_FILES.includes(reading.id)) return;
    this.#heard.push(useful);
    if (reading.complete()) this.#complete.add(reading.id);
    if (this.#state === 'last-chunk') this.#state = 'closed';
  }

  stop(): void {
    this.#stopped = true;
    if (this.#state === 'listening') this.#state = 'last-chunk';
  }

  /** `signature`: the 80 bytes of 6FF6 as pushed with FA 06. */
  verdict(signature: Uint8Array | undefined): number {
    if (signature === undefined || !this.#stopped || this.#complete.size !== SIGNED_FILES.length)
      return NOT_VERIFIED;
    const value = signature.slice(2, 2 + uint16(signature));
    return issuerVerify(concat(...this.#heard), value) ? VERIFIED : NOT_VERIFIED;
  }
}

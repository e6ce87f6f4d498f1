/** What the state word of a PC/SC reader says (winscard.h SCARD_STATE_*; its upper 16 bits count card events). */
import type { BoundReader } from './binding.ts';
import type { ReaderStatus } from './transport.ts';

const PRESENT = 0x20;
const EXCLUSIVE = 0x80;
const MUTE = 0x200;

/** `held` names the readers of our own connections: those are not in use by *another* program. */
export function toReaderStatus(reader: BoundReader, held: ReadonlySet<string>): ReaderStatus {
  const { name, state, atr } = reader;
  const cardPresent = (state & PRESENT) !== 0;
  return {
    name,
    cardPresent,
    inUse: (state & EXCLUSIVE) !== 0 && !held.has(name),
    mute: (state & MUTE) !== 0,
    ...(cardPresent && atr && atr.length > 0 ? { atr: Uint8Array.from(atr) } : {}),
    eventCount: (state >>> 16) & 0xffff,
  };
}

/** Whether two looks at the readers differ in anything a listener can see. */
export function sameReaders(a: readonly ReaderStatus[], b: readonly ReaderStatus[]): boolean {
  return a.length === b.length && a.every((reader, i) => fingerprint(reader) === fingerprint(b[i]));
}

function fingerprint(reader: ReaderStatus | undefined): string {
  if (!reader) return '';
  const { name, cardPresent, inUse, mute, eventCount } = reader;
  return JSON.stringify([name, cardPresent, inUse, mute, eventCount]);
}

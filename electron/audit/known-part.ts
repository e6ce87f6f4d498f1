/**
 * How far the log was looked over, and its tree up to there. It is kept from one look to the next, so that a look costs only what was
 * written since; and a log that is shorter than what is known, or ends otherwise, was cut off or rewritten.
 */
import { ok, type Result } from '../../native/failure.ts';
import type { Reader, StateTable, StoreFailure } from '../store/index.ts';
import { GENESIS } from './chain.ts';
import { entryAt, hexOf } from './entries.ts';
import type { Peaks } from './merkle.ts';

export interface KnownPart {
  readonly seq: number;
  readonly hash: Uint8Array;
  readonly peaks: Peaks;
}

export const nothingKnown: KnownPart = { seq: 0, hash: GENESIS, peaks: [] };

const NAME = 'audit.known';

export function knownPart(state: StateTable): Result<KnownPart, StoreFailure> {
  const kept = state.get(NAME);
  return kept.ok ? ok(kept.value === undefined ? nothingKnown : decoded(kept.value)) : kept;
}

export function keepKnownPart(
  state: StateTable,
  { seq, hash, peaks }: KnownPart,
): Result<void, StoreFailure> {
  return state.set(NAME, JSON.stringify({ seq, hash: hexOf(hash), peaks: peaks.map(hexOf) }));
}

/** Whether the log still has the entry it was known to end with. */
export function stillThere(reader: Reader, { seq, hash }: KnownPart): boolean {
  const entry = seq === 0 ? nothingKnown : entryAt(reader, seq);
  return entry !== undefined && Buffer.compare(entry.hash, hash) === 0;
}

/** Its row is sealed, so the form is ours. */
function decoded(value: string): KnownPart {
  const { seq, hash, peaks } = JSON.parse(value) as { seq: number; hash: string; peaks: readonly string[] };
  return { seq, hash: bytesOf(hash), peaks: peaks.map(bytesOf) };
}

function bytesOf(hex: string): Uint8Array {
  return new Uint8Array(Buffer.from(hex, 'hex'));
}

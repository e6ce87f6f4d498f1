/**
 * Reads one file in chunks and believes its recorded length only as far as the card keeps the promise. The first chunk starts at
 * offset 0 and so brings the length with it: no exchange is spent on the length alone.
 */

import { type Failure, failed, ok, type Result } from '../failure.ts';
import { type CardFailure, cardFailure } from '../failure-catalogue.ts';
import { type FileName, fileId, files } from './files.ts';

/** How a file is cut into reads. Sizes in bytes of plain data. */
export interface Chunks {
  readonly first: number;
  /** The largest of the following reads. */
  readonly next: number;
  /** The last read is exact, or rounded up to the cipher block of files that are enciphered at rest. */
  readonly granule: 1 | 8;
}

export type ReadChunk = (offset: number, length: number) => Promise<Result<Uint8Array>>;

export interface ChunkHooks {
  readonly signal?: AbortSignal | undefined;
  /** Before the last read of the file. */
  readonly beforeLast?: (() => Promise<Result<unknown>>) | undefined;
}

/** The sizes of all reads of a file of `total` bytes (length bytes included), in order. */
export function chunkSizes(chunks: Chunks, total: number): number[] {
  const sizes = [chunks.first];
  for (let left = total - chunks.first; left > 0; left -= chunks.next) sizes.push(nextSize(chunks, left));
  return sizes;
}

function nextSize({ next, granule }: Chunks, left: number): number {
  return left >= next ? next : Math.ceil(left / granule) * granule;
}

/**
 * The whole file, its two length bytes included. Fails with FILE_TRUNCATED when the card gives less than it recorded, with FILE_LENGTH_INVALID
 * when it recorded nothing or more than such a file can hold.
 */
export async function readChunkedFile(
  file: FileName,
  chunks: Chunks,
  read: ReadChunk,
  hooks: ChunkHooks = {},
): Promise<Result<Uint8Array, Failure>> {
  const first = await read(0, chunks.first);
  if (!first.ok) return first;
  const total = totalOf(file, first.value);
  if (!total.ok) return total;
  const whole = new Uint8Array(total.value);
  let filled = fill(whole, 0, first.value);
  if (filled < whole.length && first.value.length < chunks.first) return failed(truncated(file, filled));
  while (filled < whole.length) {
    if (hooks.signal?.aborted)
      return failed(cardFailure('READING_STOPPED', `READ ${fileId(file)} +${filled}`));
    const size = nextSize(chunks, whole.length - filled);
    if (filled + size >= whole.length) {
      const before = await hooks.beforeLast?.();
      if (before && !before.ok) return before;
    }
    const chunk = await read(filled, size);
    if (!chunk.ok) return chunk;
    const wanted = Math.min(size, whole.length - filled);
    if (chunk.value.length < wanted) return failed(truncated(file, filled + chunk.value.length));
    filled = fill(whole, filled, chunk.value);
  }
  return ok(whole);
}

/** Bytes of the file in all, from its own record of its length. */
function totalOf(file: FileName, first: Uint8Array): Result<number, CardFailure> {
  const [high, low] = first;
  if (high === undefined || low === undefined) return failed(truncated(file, first.length));
  const length = (high << 8) | low;
  if (length < 1 || length > files[file].longest) {
    return failed(cardFailure('FILE_LENGTH_INVALID', `READ ${fileId(file)} +0`, `recorded length ${length}`));
  }
  return ok(length + 2);
}

/** Copies and wipes the source; returns how far `whole` is filled. */
function fill(whole: Uint8Array, at: number, chunk: Uint8Array): number {
  const used = chunk.subarray(0, whole.length - at);
  whole.set(used, at);
  chunk.fill(0);
  return at + used.length;
}

function truncated(file: FileName, at: number): CardFailure {
  return cardFailure('FILE_TRUNCATED', `READ ${fileId(file)} +${at}`);
}

/**
 * Chooses chunk sizes. Two limits: what one protected answer may weigh on its way into the SAM, and what one contactless frame carries. Within
 * them the SAM is the bottleneck (48 ms per exchange, 1.74 ms per byte), so fewest exchanges first, fewest bytes second.
 */
import { MAX_UNWRAP } from '../sam/index.ts';
import type { Chunks } from './chunked-file.ts';

/**
 * The shortest biodata file that can be, length bytes included. 21 fields cost 62 bytes of quotes and commas; the ten of fixed shape (NIK, RT, RW,
 * sex, blood group, two dates, two fingers, nationality) 53; the eleven free ones at least 46 with the shortest words in use (`ALOR`, `KAWIN`,
 * `GURU`, `BALI`); the length 2. Observed are 228 to 279. A first read of up to this size never reaches past the end, and
 * what a real card says to that is unknown (KTP-el fact sheet 8.8).
 */
export const SHORTEST_BIODATA_FILE = 62 + 53 + 46 + 2;

/** One T=1 block between reader and SAM carries 254 bytes (ISO 7816-3 §11.4.2): a DECRYPT command must fit it. */
export const SAM_BLOCK = 254;

/**
 * One frame between reader and card: 256 bytes with prologue (2, with CID), two status bytes and CRC (2)
 * (ISO 14443-4 §5.1, KTP-el fact sheet 1.2: maximum frame 256).
 */
const FRAME_DATA = 256 - 6;

/** Bytes of cryptogram for `n` plain bytes: ISO 9797-1 padding method 2 to blocks of 8, always at least one byte. */
export function cryptogramLength(n: number): number {
  return Math.floor(n / 8) * 8 + 8;
}

/** Bytes of the protected answer to READ `n` without its outer status word: DO'87', DO'99' and DO'8E' (2.2). */
export function protectedAnswerLength(n: number): number {
  const content = cryptogramLength(n) + 1;
  return 1 + (content > 0x7f ? 2 : 1) + content + 4 + 10;
}

/** The largest plain read whose protected answer fits one DECRYPT command (Lc ≤ 255) in `limit` bytes of command. */
export function largestProtectedRead(limit: number): number {
  const most = Math.min(MAX_UNWRAP, limit - 5);
  let n = 1;
  while (protectedAnswerLength(n + 1) <= most) n++;
  return n;
}

/**
 * Chunks for a protected file that surely holds `shortest` bytes. A read of 8k+7 bytes wastes one byte of padding instead of up
 * to eight, so both sizes are of that form; the remainder is exact.
 */
export function protectedChunks(shortest: number): Chunks {
  return { first: fullBlocks(shortest), next: fullBlocks(largestProtectedRead(SAM_BLOCK)), granule: 1 };
}

function fullBlocks(most: number): number {
  return Math.floor((most + 1) / 8) * 8 - 1;
}

/** Chunks for the photo in the clear. No photograph fits 248 bytes – vendors call less than 200 a failure – so the first read is a full one. */
export function plainChunks(): Chunks {
  return { first: FRAME_DATA, next: FRAME_DATA, granule: 1 };
}

/**
 * The photo file: a JPEG behind the length bytes, with perhaps two more bytes around it (KTP-el fact sheet 4.2, sources disagree). The parser
 * finds the picture, checks that it is whole, and reads its size, so that no image decoder is given something else.
 */

import { failed, ok, type Result } from '../failure.ts';
import { type CardFailure, cardFailure } from '../failure-catalogue.ts';

export interface Photo {
  /** From `FF D8` to `FF D9`. A copy, the caller's to wipe. */
  readonly jpeg: Uint8Array;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** How far into the file the picture may begin. */
const SEARCH = 16;
/** No chip of 8 KB holds a larger picture; a decoder must not be asked to make room for one. */
const MOST_PIXELS = 2048;

/** `content` is the file without its two length bytes. Fails with PHOTO_BROKEN. */
export function parsePhoto(content: Uint8Array): Result<Photo, CardFailure> {
  const start = findMarker(content, 0xd8, 0, SEARCH);
  if (start === undefined) return broken('no start of image');
  const size = frameSize(content, start + 2);
  if (!size) return broken('no frame header');
  if (size.width < 1 || size.height < 1 || size.width > MOST_PIXELS || size.height > MOST_PIXELS) {
    return broken(`${size.width} x ${size.height} pixels`);
  }
  const end = findLastEnd(content, start + 2);
  if (end === undefined) return broken('no end of image');
  return ok({ jpeg: content.slice(start, end), ...size });
}

function findMarker(bytes: Uint8Array, marker: number, from: number, to: number): number | undefined {
  for (let at = from; at < to && at + 1 < bytes.length; at++) {
    if (bytes[at] === 0xff && bytes[at + 1] === marker) return at;
  }
  return undefined;
}

function findLastEnd(bytes: Uint8Array, from: number): number | undefined {
  for (let at = bytes.length - 2; at >= from; at--) {
    if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return at + 2;
  }
  return undefined;
}

/** Walks the marker segments up to the frame header (ITU-T T.81 §B.2.2). Every step moves on. */
function frameSize(bytes: Uint8Array, from: number): { width: number; height: number } | undefined {
  let at = from;
  while (at + 3 < bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = word(bytes, at + 2);
    if (marker === 0xda || marker === 0xd9 || length < 2) return undefined;
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      if (at + 8 >= bytes.length) return undefined;
      return { height: word(bytes, at + 5), width: word(bytes, at + 7) };
    }
    at += 2 + length;
  }
  return undefined;
}

function word(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

function broken(detail: string): Result<never, CardFailure> {
  return failed(cardFailure('PHOTO_BROKEN', 'parse 6FF2', detail));
}

/**
 * Whether the signature image and the fingerprint records have their form. They are read only for the authenticity check and never leave it, so
 * nothing but their outer shape comes out of here.
 */

import { failed, ok, type Result } from '../failure.ts';
import { type CardFailure, cardFailure } from '../failure-catalogue.ts';

export const SIGNATURE_WIDTH = 168;
export const SIGNATURE_HEIGHT = 44;
const SIGNATURE_BYTES = (SIGNATURE_WIDTH / 8) * SIGNATURE_HEIGHT;

/**
 * Unpacks one bit per pixel, most significant bit leftmost, rows top-down, 1 = white, to one byte per pixel (255 or 0)
 * (KTP-el fact sheet 4.3). `content` is the file without its length bytes; rounding may leave a few bytes behind the picture.
 */
export function parseSignature(content: Uint8Array): Result<Uint8Array, CardFailure> {
  if (content.length < SIGNATURE_BYTES) {
    return failed(cardFailure('SIGNATURE_BROKEN', 'parse 6FF3', `${content.length} bytes`));
  }
  const pixels = new Uint8Array(SIGNATURE_WIDTH * SIGNATURE_HEIGHT);
  for (let at = 0; at < pixels.length; at++) {
    const bit = ((content[at >> 3] ?? 0) >> (7 - (at & 7))) & 1;
    pixels[at] = bit === 1 ? 255 : 0;
  }
  return ok(pixels);
}

export interface MinutiaeHeader {
  /** Finger position code of ISO/IEC 19794-2 table 2: 2 right index, 7 left index. */
  readonly finger: number;
  readonly quality: number;
  readonly minutiaeCount: number;
}

const MAGIC = [0x46, 0x4d, 0x52, 0x00, 0x20, 0x32, 0x30, 0x00];
const HEADER = 24;
const VIEW_HEADER = 4;

/** The header of a finger minutiae record, ISO/IEC 19794-2:2005 §8: 24 bytes, one view of 4 + 6n bytes, 2 bytes of extension length. */
export function parseMinutiaeHeader(content: Uint8Array): Result<MinutiaeHeader, CardFailure> {
  if (content.length < HEADER + VIEW_HEADER + 2 || !MAGIC.every((byte, i) => content[i] === byte)) {
    return brokenMinutiae('no record header');
  }
  const length = new DataView(content.buffer, content.byteOffset, content.byteLength).getUint32(8);
  const [views, finger, quality, count] = [content[22], content[24], content[26], content[27]];
  if (views !== 1 || finger === undefined || quality === undefined || count === undefined) {
    return brokenMinutiae(`${views} views`);
  }
  if (length !== content.length || length < HEADER + VIEW_HEADER + 6 * count + 2) {
    return brokenMinutiae(`recorded length ${length} in ${content.length} bytes`);
  }
  return ok({ finger, quality, minutiaeCount: count });
}

function brokenMinutiae(detail: string): Result<never, CardFailure> {
  return failed(cardFailure('MINUTIAE_BROKEN', 'parse minutiae', detail));
}

/** Makes up a finger: an ISO/IEC 19794-2:2005 record of points that belong to nobody. KTP-el fact sheet 4.4. */
import { ascii, concat, word } from '../bytes.ts';
import { chance } from './chance.ts';

/** 197 pixels per centimetre, 500 dpi. */
const RESOLUTION = 197;
const QUALITY = 254;

/**
 * 30 + 6n bytes, n from 40 to 60. `finger` is the ISO code: 2 right index, 7 left index. The image size is 0 x 0, as on real
 * cards.
 */
export function drawMinutiae(seed: number, finger: 2 | 7): Uint8Array {
  const { between } = chance(seed * 10 + finger);
  const count = between(40, 60);
  const length = 30 + 6 * count;
  const points: Uint8Array[] = [];
  for (let index = 0; index < count; index++) {
    const kind = between(1, 2) << 14;
    points.push(
      word(kind | between(20, 280)),
      word(between(20, 380)),
      Uint8Array.of(between(0, 255), between(40, 100)),
    );
  }
  return concat(
    ascii('FMR\0 20\0'),
    word(length >> 16),
    word(length & 0xffff),
    word(0),
    word(0),
    word(0),
    word(RESOLUTION),
    word(RESOLUTION),
    Uint8Array.of(1, 0),
    Uint8Array.of(finger, 0, QUALITY, count),
    ...points,
    word(0),
  );
}

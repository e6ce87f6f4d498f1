import { describe, expect, test } from 'vitest';
import { parseMinutiaeHeader, parseSignature } from './biometrics.ts';
import { parseCardControl } from './card-control.ts';
import { parsePhoto } from './photo.ts';

const bytesOf = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));

describe('card control', () => {
  test.each([24, 29, 51])('of %i bytes is cut out of the 53 that are always read', (length) => {
    const bytes = Uint8Array.from([0, length, ...new Array(51).fill(0xcc)]);
    expect(parseCardControl(bytes)).toEqual({ ok: true, value: new Uint8Array(length).fill(0xcc) });
  });

  test.each([
    ['nothing', ''],
    ['half a length', '00'],
    ['a length of none', '0000'],
    ['a length beyond the read', '0018AABB'],
    ['a length no SAM command carries', `0034${'CC'.repeat(52)}`],
  ])('with %s is not believed', (_, hex) => {
    expect(parseCardControl(bytesOf(hex))).toMatchObject({ failure: { code: 'CARD_CONTROL_INVALID' } });
  });
});

/** A JPEG in outline: start, a comment, a frame header of 3 x 2 pixels, a scan, end. */
const jpeg = 'FFD8 FFFE0004AAAA FFC0000B08000200030101 1100 FFDA0002 1234 FFD9';

describe('the photo', () => {
  test.each([
    ['right behind the length', jpeg],
    ['two bytes later and with two bytes behind it, as one reader has it', `0000${jpeg}0000`],
  ])('is found %s', (_, hex) => {
    const photo = parsePhoto(bytesOf(hex));
    expect(photo).toEqual({ ok: true, value: { jpeg: bytesOf(jpeg), width: 3, height: 2 } });
  });

  test.each([
    ['nothing', ''],
    ['no picture in its first bytes', `${'00'.repeat(16)}${jpeg}`],
    ['no end', jpeg.replace('FFD9', '')],
    ['no frame', 'FFD8FFDA0002FFD9'],
    ['a frame without pixels', jpeg.replace('00020003', '00000003')],
    ['a frame that would fill the memory', jpeg.replace('00020003', 'FFFFFFFF')],
    ['a segment that points at itself', 'FFD8FFE00000FFD9'],
    ['a segment beyond the end', 'FFD8FFE0FFFFFFD9'],
  ])('with %s is broken', (_, hex) => {
    expect(parsePhoto(bytesOf(hex))).toMatchObject({ failure: { code: 'PHOTO_BROKEN' } });
  });
});

describe('the signature image', () => {
  test('is one bit per pixel, the highest bit leftmost, one for white, rows of 21 bytes', () => {
    const content = new Uint8Array(924);
    content[0] = 0b1000_0001;
    content[21] = 0b0100_0000;
    const pixels = parseSignature(content);
    if (!pixels.ok) throw new Error(pixels.failure.detail);
    expect(pixels.value.length).toBe(168 * 44);
    expect([...pixels.value.entries()].filter(([, pixel]) => pixel === 255).map(([at]) => at)).toEqual([
      0, 7, 169,
    ]);
  });

  test('may have a few bytes of rounding behind it, and none missing', () => {
    expect(parseSignature(new Uint8Array(928)).ok).toBe(true);
    expect(parseSignature(new Uint8Array(923))).toMatchObject({ failure: { code: 'SIGNATURE_BROKEN' } });
  });
});

describe('the minutiae record', () => {
  const recordOf = (minutiae: number) => {
    const length = 30 + 6 * minutiae;
    const header = `464D5200203230 00 ${length.toString(16).padStart(8, '0')} 0000 0000 0000 00C5 00C5 01 00`;
    const view = `02 00 FE ${minutiae.toString(16).padStart(2, '0')}`;
    return bytesOf(`${header}${view}${'11'.repeat(6 * minutiae)}0000`);
  };

  test.each([40, 60])('of %i minutiae tells finger, quality and count', (minutiae) => {
    expect(parseMinutiaeHeader(recordOf(minutiae))).toEqual({
      ok: true,
      value: { finger: 2, quality: 254, minutiaeCount: minutiae },
    });
  });

  test('cut short, or of another kind, is broken', () => {
    expect(parseMinutiaeHeader(recordOf(40).slice(0, -1))).toMatchObject({
      failure: { code: 'MINUTIAE_BROKEN' },
    });
    expect(parseMinutiaeHeader(new Uint8Array(270))).toMatchObject({ failure: { code: 'MINUTIAE_BROKEN' } });
  });
});

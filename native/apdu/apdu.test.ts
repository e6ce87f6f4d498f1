import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeCommand, decodeResponse, encodeCommand, nameStatusWord, parseHex, toHex } from './index.ts';

const select = { cla: 0x00, ins: 0xa4, p1: 0x00, p2: 0x00 };

describe('command APDUs', () => {
  test('have the bytes of ISO 7816-3 cases 1 to 4', () => {
    expect(toHex(encodeCommand(select))).toBe('00A40000');
    expect(toHex(encodeCommand({ ...select, le: 256 }))).toBe('00A4000000');
    expect(toHex(encodeCommand({ ...select, data: Uint8Array.of(0x7f, 0x0a) }))).toBe('00A40000027F0A');
    expect(toHex(encodeCommand({ ...select, data: Uint8Array.of(0x7f, 0x0a), le: 8 }))).toBe(
      '00A40000027F0A08',
    );
  });

  test('are read back from their bytes as they were', () => {
    const byte = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(
        byte,
        byte,
        byte,
        byte,
        fc.option(fc.uint8Array({ minLength: 1, maxLength: 255 }), { nil: undefined }),
        fc.option(fc.integer({ min: 1, max: 256 }), { nil: undefined }),
        (cla, ins, p1, p2, data, le) => {
          const command = {
            cla,
            ins,
            p1,
            p2,
            ...(data ? { data } : {}),
            ...(le === undefined ? {} : { le }),
          };
          expect(decodeCommand(encodeCommand(command))).toEqual(command);
        },
      ),
    );
  });

  test('refuse to be built from a field out of range, for that is a bug', () => {
    expect(() => encodeCommand({ ...select, data: new Uint8Array(256) })).toThrow(RangeError);
    expect(() => encodeCommand({ ...select, le: 257 })).toThrow(RangeError);
    expect(() => encodeCommand({ ...select, p1: 256 })).toThrow(RangeError);
  });
});

describe('response APDUs', () => {
  test('split into data and status word', () => {
    expect(decodeResponse(Uint8Array.of(1, 2, 0x90, 0x00))).toEqual({
      data: Uint8Array.of(1, 2),
      sw: 0x9000,
    });
  });

  test('of less than two bytes are none', () => {
    expect(decodeResponse(Uint8Array.of(0x90))).toBeUndefined();
    expect(decodeResponse(new Uint8Array())).toBeUndefined();
  });
});

test('status words are named by word, then by class', () => {
  expect(nameStatusWord(0x6982)).toBe('SW 6982 (security status not satisfied)');
  expect(nameStatusWord(0x6c10)).toBe('SW 6C10 (wrong Le)');
  expect(nameStatusWord(0x0001)).toBe('SW 0001 (unknown)');
});

test('hexadecimal that is none is no bytes', () => {
  expect(parseHex('3B 8B')).toEqual(Uint8Array.of(0x3b, 0x8b));
  expect(parseHex('3B8')).toBeUndefined();
  expect(parseHex('XY')).toBeUndefined();
});

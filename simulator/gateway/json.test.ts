import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BareNumber, writeJson } from './json.ts';

describe('writing JSON', () => {
  test('gives back every value that JSON knows', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        expect(JSON.parse(writeJson(value as never))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('writes bare numbers of any length digit for digit', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 30n }), (value) => {
        expect(writeJson({ NIK: new BareNumber(value.toString()) })).toBe(`{"NIK":${value}}`);
      }),
    );
  });

  test.each(['01', '-1', '1e3', '1.0', ''])('does not take "%s" for a bare number', (digits) => {
    expect(() => new BareNumber(digits)).toThrow(RangeError);
  });
});

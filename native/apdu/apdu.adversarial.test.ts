import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeCommand, readTlvs, redactCommand, redactResponse, toHex } from './index.ts';

describe('the TLV reader', () => {
  test('reads the objects of a protected answer', () => {
    const bytes = Uint8Array.of(0x87, 0x02, 0x01, 0xaa, 0x99, 0x02, 0x90, 0x00);
    expect(readTlvs(bytes)?.map(({ tag, value }) => [tag, toHex(value)])).toEqual([
      [0x87, '01AA'],
      [0x99, '9000'],
    ]);
  });

  test.each([
    ['87', 'a tag without a length'],
    ['8705', 'a length without its bytes'],
    ['8780', 'the indefinite length'],
    ['8783010000', 'a length of three bytes'],
    ['87827FFF00', 'a length beyond the end'],
    ['1F', 'half a tag'],
    ['1F8101', 'a tag of three bytes'],
  ])('refuses %s, %s', (hex) => {
    expect(readTlvs(Uint8Array.from(Buffer.from(hex, 'hex')))).toBeUndefined();
  });

  test('never throws and never gives more bytes than it was given', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const total = (readTlvs(bytes) ?? []).reduce((sum, { value }) => sum + value.length, 0);
        expect(total).toBeLessThanOrEqual(bytes.length);
      }),
    );
  });
});

test('the command reader never throws on bytes from outside', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const command = decodeCommand(bytes);
      expect(command === undefined || command.cla === bytes[0]).toBe(true);
    }),
  );
});

describe('the printer', () => {
  test('shows header, length and status word and not one data byte', () => {
    expect(redactCommand(Uint8Array.of(0x00, 0xf0, 0x00, 0x00, 0x02, 0xde, 0xad))).toBe('00 F0 00 00 [3]');
    expect(redactResponse(Uint8Array.of(0xde, 0xad, 0x90, 0x00))).toBe('[2] 9000');
  });

  test('prints the same for all data of one length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 6, maxLength: 40 }), (data) => {
        const blank = Uint8Array.from(data, (byte, i) => (i < 4 ? byte : 0));
        expect(redactCommand(data)).toBe(redactCommand(blank));
      }),
    );
  });
});

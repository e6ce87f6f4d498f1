import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readForm } from './multipart.ts';

const type = 'multipart/form-data; boundary="batas"';

function form(fields: ReadonlyMap<string, string>): Buffer {
  const parts = [...fields].map(
    ([name, value]) => `--batas\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return Buffer.from(`${parts.join('')}--batas--\r\n`);
}

describe('a multipart form', () => {
  test('gives back every field, whatever its text', () => {
    const value = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('--batas'));
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z_]{1,12}$/), value, { minKeys: 1 }), (fields) => {
        const sent = new Map(Object.entries(fields));
        expect(readForm(type, form(sent))).toEqual(sent);
      }),
    );
  });

  test.each([
    ['without a boundary', 'multipart/form-data', form(new Map([['nik', '1']]))],
    ['with another boundary', 'multipart/form-data; boundary=lain', form(new Map([['nik', '1']]))],
    ['that is cut off', type, form(new Map([['nik', '1']])).subarray(0, -12)],
    ['without a single field', type, Buffer.from('--batas--\r\n')],
    ['of something else', 'application/json', Buffer.from('{}')],
  ])('%s is none', (_name, contentType, body) => {
    expect(readForm(contentType, body)).toBeUndefined();
  });
});

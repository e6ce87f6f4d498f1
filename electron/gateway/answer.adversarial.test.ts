/** A gateway that sends anything at all: the parser returns one of its shapes, shows nothing ungranted, and says no yes of its own. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { elementCatalogue, elementParts, partsOf } from '../contract/index.ts';
import { readFetchAnswer, readMatchAnswer } from './answer.ts';

const granted = partsOf(['NIK', 'FULL_NAME']);
const nik = '9401010101900001';
const secret = 'RAHASIA';

const keys = fc.constantFrom(
  ...elementParts.map((part) => elementCatalogue[part].gatewayKey),
  'RESPON',
  'RESPONSE',
  'RESPONSE_CODE',
  'AGAMA',
  '__proto__',
  'toString',
);
const values = fc.oneof(
  fc.constantFrom('Sesuai', 'Tidak Sesuai', 'Sesuai (100)', 'Sesuai (101)', '01', '11', nik, '', secret),
  fc.jsonValue(),
);
const content = fc.dictionary(keys, values, { noNullPrototype: true });
const envelopes = fc.record({ content: fc.oneof(fc.array(content), fc.jsonValue()) });

test('any text at all gives an outcome and never an exception', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), fc.string({ unit: 'binary' })), (body) => {
      expect(['JUDGED', 'NOTICE', 'FAILED']).toContain(readMatchAnswer(body, granted, granted).said.kind);
      expect(['FOUND', 'NOTICE', 'FAILED']).toContain(readFetchAnswer(body, nik, granted).said.kind);
    }),
  );
});

test('an answer cut at any byte is a failure or the notice it still says, never a match', () => {
  const whole = JSON.stringify({ content: [{ NIK: 'Sesuai', NAMA_LGKP: 'Sesuai (100)' }], lastPage: true });
  expect(readMatchAnswer(whole, granted, granted).said).toMatchObject({ outcome: 'MATCH' });
  for (let length = 0; length < whole.length; length += 1) {
    expect(readMatchAnswer(whole.slice(0, length), granted, granted).said.outcome).toBe('TECH_FAIL');
  }
});

test('a match needs "Sesuai" on every element that was sent', () => {
  fc.assert(
    fc.property(content, (members) => {
      const { said } = readMatchAnswer(JSON.stringify({ content: [members] }), granted, granted);
      if (said.outcome !== 'MATCH') return;
      for (const part of granted) {
        expect(members[elementCatalogue[part].gatewayKey]).toMatch(/^sesuai/i);
      }
    }),
    { numRuns: 2000 },
  );
});

test('no value outside the grant reaches anybody, whatever it is called', () => {
  fc.assert(
    fc.property(envelopes, (envelope) => {
      const { said, ungranted } = readFetchAnswer(JSON.stringify(envelope), nik, granted);
      if (said.kind === 'FOUND') {
        expect(granted).toEqual(expect.arrayContaining([...said.values.keys()]));
      }
      expect(JSON.stringify(ungranted)).not.toContain(secret);
    }),
  );
});

test('nesting deeper than the stack is no JSON rather than a crash', () => {
  const body = '['.repeat(60_000);
  expect(readMatchAnswer(body, granted, granted).said).toMatchObject({
    failure: { code: 'GATEWAY_NOT_JSON' },
  });
});

/** What may stand in the fields of data balikan. */
import { expect, it } from 'vitest';
import type { ServiceField } from './index.ts';
import { balikanParam } from './index.ts';

const note: ServiceField = { code: 'RECIPIENT_INFO', label: 'Keterangan', required: true, maxLength: 120 };

it.each(['4001015203880001', 'atas nama 4001 0152 0388 0001', '400101-520388-0001'])(
  'refuses a number like a NIK in any grouping, in free text too',
  (written) => {
    const param = balikanParam([note], { RECIPIENT_INFO: written });
    expect(param).toMatchObject({ ok: false, failure: { code: 'BALIKAN_FIELD_INVALID' } });
    expect(JSON.stringify(param)).not.toContain(written);
  },
);

it('takes a registration number with its date', () => {
  const written = 'L1-20261122-0001';
  expect(balikanParam([note], { RECIPIENT_INFO: written })).toEqual({
    ok: true,
    value: { KETERANGAN_PENERIMA_BANTUAN: written },
  });
});

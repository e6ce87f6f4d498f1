import { describe, expect, it } from 'vitest';
import type { ServiceField } from '../../electron/contract/index.ts';
import { fieldProblem, startValue } from './field-problem.ts';

const field: ServiceField = { code: 'RECIPIENT_INFO', label: 'Nomor penerima', required: true, maxLength: 8 };
const list: ServiceField = {
  ...field,
  code: 'AID_TYPE',
  choices: [
    { code: 'BENIH', label: 'Bantuan benih' },
    { code: 'PUPUK', label: 'Bantuan pupuk' },
  ],
};

describe('data-balikan fields', () => {
  it('says what is wrong before the visit process has to', () => {
    expect(fieldProblem(field, '  ')).toBe('required');
    expect(fieldProblem({ ...field, required: false }, '')).toBeUndefined();
    expect(fieldProblem(field, 'PB-000123')).toBe('tooLong');
    expect(fieldProblem(list, 'EMAS')).toBe('invalid');
    expect(fieldProblem(list, 'PUPUK')).toBeUndefined();
  });

  it('starts from the suggestion, and from its code where only codes are valid', () => {
    expect(startValue({ ...field, suggestion: 'PB-0001' })).toBe('PB-0001');
    expect(startValue({ ...list, suggestion: 'Bantuan benih' })).toBe('BENIH');
    expect(startValue({ ...list, suggestion: 'PUPUK' })).toBe('PUPUK');
    expect(startValue({ ...list, suggestion: 'tidak dikenal' })).toBe('');
  });
});

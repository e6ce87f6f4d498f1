import { describe, expect, it } from 'vitest';
import { byElement, lineOf } from './element-lines.ts';

describe('elements as a person speaks of them', () => {
  it('puts an address on one line', () => {
    expect(
      lineOf([
        { part: 'ADDRESS.STREET', value: 'JL. PERAGA NO. 1' },
        { part: 'ADDRESS.RT', value: '001' },
      ]),
    ).toBe('JL. PERAGA NO. 1, RT 001');
  });

  it('names an element once, what differs first, with the applicant’s own value where there is one', () => {
    const rows = byElement(
      [
        { part: 'NIK', verdict: 'SESUAI' },
        { part: 'ADDRESS.STREET', verdict: 'SESUAI' },
        { part: 'ADDRESS.RT', verdict: 'BERBEDA' },
      ],
      [{ part: 'NIK', value: '4001015203880001' }],
    );
    expect(rows.map(({ element, verdict }) => [element, verdict])).toEqual([
      ['ADDRESS', 'BERBEDA'],
      ['NIK', 'SESUAI'],
    ]);
    expect(rows[1]?.own).toHaveLength(1);
  });
});

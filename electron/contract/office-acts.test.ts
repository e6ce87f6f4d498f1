/** What the acts of the office demand in their very form: a paper that is not what it has to be never comes as far as a room. */
import { describe, expect, it } from 'vitest';
import { setupChannels } from './channels/setup.ts';
import { peopleAct } from './people.ts';

const letter = { number: '400.12/0001/CONTOH/2026', date: '2026-01-05' };
const sptjm = {
  act: 'RECORD_SPTJM',
  agreementId: 'tirta-pangan',
  scanId: 'scan-0001',
  signedOn: '2026-01-05',
  stamped: true,
  agreementNumber: letter.number,
};
const nda = {
  act: 'RECORD_NDA',
  operatorId: 'operator-01',
  scanId: 'scan-0001',
  signedOn: '2026-01-05',
  stamped: true,
};
const appointment = {
  act: 'APPOINT',
  personId: 'uji-widodo',
  role: 'ACCESS_MANAGER',
  letter,
  from: '2026-01-05',
};
const proposal = { act: 'PROPOSE_OPERATOR', personId: 'uji-widodo', agreementId: 'tirta-pangan', letter };

const fits = (act: object) => peopleAct.safeParse(act).success;

describe('an act of the office', () => {
  it.each([sptjm, nda])('$act takes a paper only as stamped, with its scan (R-011, R-012)', (act) => {
    const { stamped: _, ...silent } = act;
    const { scanId: __, ...unscanned } = act;
    expect([act, { ...act, stamped: false }, silent, unscanned].map(fits)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it.each([appointment, proposal])('$act is in writing, with number and date (R-013, R-014)', (act) => {
    const { letter: _, ...spoken } = act;
    const unnumbered = { ...act, letter: { ...letter, number: ' ' } };
    expect([act, spoken, unnumbered].map(fits)).toEqual([true, false, false]);
  });

  it('records nobody under a NIK (R-032)', () => {
    const person = {
      act: 'ADD_PERSON',
      name: 'Uji Widodo',
      position: 'Kepala Seksi',
      employment: 'PNS',
      rank: '',
    };
    expect(fits({ ...person, employmentNo: '198801152010011001' })).toBe(true);
    expect(fits({ ...person, employmentNo: '4001015203880001' })).toBe(false);
  });
});

it('a counter cannot be named so that the audit log would refuse its entries', () => {
  const named = (name: string) =>
    setupChannels['setup.counter'].input.safeParse({ name, sign: 'L1' }).success;
  expect(named('Loket 1')).toBe(true);
  expect(named('Loket 400000000000000')).toBe(false);
});

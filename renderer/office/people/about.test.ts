import { describe, expect, it } from 'vitest';
import {
  operatorTransitions,
  type PeopleAct,
  type PersonRow,
  peopleAct,
} from '../../../electron/contract/index.ts';
import { problemsOf } from '../parts/draft.ts';
import { type ActName, actOf, draftOf, loginFor } from './about.ts';

const person: PersonRow = {
  personId: 'simula-ningsih',
  name: 'Simula Ningsih, S.Contoh',
  position: 'Pelaksana',
  employment: 'PNS',
  employmentNo: '19700101 199901 9 999',
  rank: '',
  roles: [{ role: 'AUDITOR', acting: false, from: '2026-01-02', reference: '800/1' }],
  operators: [],
  acts: [],
};
const names = peopleAct.options.map((option) => option.shape.act.value) as ActName[];
const aboutOperator: ReadonlySet<ActName> = new Set(Object.values(actOf));
const wanted = (act: ActName) => ({
  act,
  person,
  ...(aboutOperator.has(act) ? { operatorId: 'operator-1' } : {}),
  ...(act === 'RECORD_USER_ID_BAST' ? { changeId: 'ubah-1' } : {}),
});

describe('the acts on people', () => {
  it('have an act for every event of an operator', () => {
    const events = Object.values(operatorTransitions).flatMap((row) => Object.keys(row));
    for (const event of events) expect(actOf).toHaveProperty(event);
  });

  it('begin with every member the contract asks for, so that what is missing is shown and never unknown', () => {
    for (const act of names) {
      const draft = draftOf(wanted(act), []);
      const checked = peopleAct.safeParse(draft);
      const problems = checked.success ? {} : problemsOf(draft, checked.error.issues);
      for (const [path, problem] of Object.entries(problems)) {
        expect(problem, `${act} ${path}`).toEqual({ kind: 'required' });
        expect(Object.keys(draft), `${act} ${path}`).toContain(path.split('.')[0]);
      }
    }
  });

  it('send nothing but an act once everything is filled in', () => {
    const draft = draftOf(wanted('GIVE_ACCOUNT'), []);
    expect(peopleAct.parse(draft)).toEqual({
      act: 'GIVE_ACCOUNT',
      personId: 'simula-ningsih',
      login: 'simula.ningsih',
    } satisfies PeopleAct);
  });

  it('propose a login name out of the name, without titles', () => {
    expect(loginFor('Simula Ningsih, S.Contoh')).toBe('simula.ningsih');
    expect(loginFor('Dra. Hj. Uji')).toBe('dra.hj');
    expect(loginFor('Coba')).toBe('coba');
  });
});

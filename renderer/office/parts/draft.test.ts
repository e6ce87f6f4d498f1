import { describe, expect, it } from 'vitest';
import { agreementAct } from '../../../electron/contract/agreements.ts';
import { peopleAct } from '../../../electron/contract/people.ts';
import { type Draft, problemsOf, valueAt, withoutBlanks, withValue } from './draft.ts';

const emptyLetter = { number: '', date: '' };

function problems(schema: typeof peopleAct | typeof agreementAct, draft: Draft) {
  const checked = schema.safeParse(draft);
  return checked.success ? {} : problemsOf(draft, checked.error.issues);
}

describe('the draft of a form', () => {
  it('puts a value where its path says and finds it there', () => {
    const draft = withValue({ act: 'ACTIVATE' }, 'letter.number', '12/2026');
    expect(draft).toEqual({ act: 'ACTIVATE', letter: { number: '12/2026' } });
    expect(valueAt(draft, 'letter.number')).toBe('12/2026');
    expect(valueAt(draft, 'letter.number.more')).toBeUndefined();
  });

  it('reaches into the rows of a list, and takes a value away', () => {
    const draft = { rows: [{ code: 'A' }, { code: 'B', label: 'b' }], term: { end: '2026-10-05' } };
    expect(valueAt(draft, 'rows.1.code')).toBe('B');
    expect(withValue(draft, 'rows.1.code', 'C')).toEqual({
      ...draft,
      rows: [{ code: 'A' }, { code: 'C', label: 'b' }],
    });
    expect(withValue(draft, 'term.end', undefined)).toEqual({ rows: draft.rows, term: {} });
    expect(draft.rows[1]?.code).toBe('B');
  });

  it('names each field that was left empty, also inside a letter', () => {
    const draft = { act: 'APPOINT', personId: 'uji', role: 'AUDITOR', letter: emptyLetter, from: '' };
    expect(problems(peopleAct, draft)).toEqual({
      'letter.number': { kind: 'required' },
      'letter.date': { kind: 'required' },
      from: { kind: 'required' },
    });
  });

  it('tells a value that is too long or misshapen from one that is missing', () => {
    const draft = {
      act: 'APPOINT',
      personId: 'uji',
      role: 'AUDITOR',
      letter: { number: 'x'.repeat(121), date: '31-02' },
      from: '2026-10-05',
    };
    expect(problems(peopleAct, draft)).toEqual({
      'letter.number': { kind: 'tooLong', n: 120 },
      'letter.date': { kind: 'wrong' },
    });
  });

  it('asks for a box that has to be ticked', () => {
    const draft = {
      act: 'RECORD_NDA',
      operatorId: 'op-1',
      scanId: 'scan-1',
      signedOn: '2026-10-05',
      stamped: false,
    };
    expect(problems(peopleAct, draft)).toEqual({ stamped: { kind: 'required' } });
  });

  it('leaves out what may be left out, and only then', () => {
    const draft = { act: 'SUSPEND', agreementId: 'abc', cause: 'INCIDENT', reason: 'x', letter: emptyLetter };
    expect(problems(agreementAct, draft)).not.toEqual({});
    expect(problems(agreementAct, withoutBlanks(draft, ['letter']))).toEqual({});
    const half = withValue(draft, 'letter.number', '1');
    expect(problems(agreementAct, withoutBlanks(half, ['letter']))).toEqual({
      'letter.date': { kind: 'required' },
    });
  });
});

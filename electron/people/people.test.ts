import { describe, expect, test } from 'vitest';
import { may, type PeopleAct, roles } from '../contract/index.ts';
import { failureOf, valueOfResult } from '../store/store.test-support.ts';
import {
  acting,
  freshOffice,
  head,
  it,
  letter,
  manager,
  PKS,
  staffedOffice,
  TODAY,
} from './people.test-support.ts';

const recordHead = { act: 'RECORD_HEAD', letter, from: TODAY, acting: false } as const;

describe('the responsible head (R-010)', () => {
  test('is recorded by IT staff while there is none', () => {
    const office = freshOffice();
    office.addPerson('contoh-pratama');
    expect(valueOfResult(office.room.responsible())).toBeUndefined();
    valueOfResult(office.room.enact({ ...recordHead, personId: 'contoh-pratama', acting: true }, it));
    expect(valueOfResult(office.room.responsible())).toMatchObject({
      personId: 'contoh-pratama',
      name: 'CONTOH PRATAMA',
      acting: true,
      from: TODAY,
    });
    expect(office.events()).toEqual(['ROLE_GIVEN', 'PERSON_ADDED']);
  });

  test('is nobody who records themselves, and nobody whose day has not come', () => {
    const office = freshOffice();
    for (const personId of [it.personId, 'contoh-pratama']) office.addPerson(personId);
    const record = (personId: string, from: string) =>
      failureOf(office.room.enact({ ...recordHead, personId, from }, it))?.code;
    expect(record(it.personId, TODAY)).toBe('OWN_PROPOSAL');
    expect(record('contoh-pratama', '2026-01-06')).toBe('DATE_AHEAD');
    expect(record('nobody-at-all', TODAY)).toBe('STEP_ORDER');
  });

  test('is succeeded only when somebody else confirms, and the history keeps both', () => {
    const office = staffedOffice();
    office.addPerson('peraga-santoso');
    valueOfResult(office.room.enact({ ...recordHead, personId: 'peraga-santoso' }, manager));
    expect(valueOfResult(office.room.responsible())?.personId).toBe(head.personId);
    const proposal = valueOfResult(office.decisions.open())[0];
    if (proposal === undefined) throw new Error('nothing was proposed');
    expect(office.room.describeHead(proposal)).toEqual({
      subject: 'PERAGA SANTOSO',
      changes: expect.arrayContaining([
        { field: 'head', from: 'CONTOH PRATAMA', to: 'PERAGA SANTOSO' },
        { field: 'since', from: '2026-01-04', to: TODAY },
      ]),
    });
    const decision = { ...proposal, decision: 'CONFIRM' as const, note: '' };
    const confirm = (by = it) =>
      office.decisions.decide(decision, by, (found) => office.room.confirmHead(found, by));
    expect(failureOf(confirm(manager))?.code).toBe('OWN_PROPOSAL');
    valueOfResult(confirm());
    expect(valueOfResult(office.room.responsible())?.personId).toBe('peraga-santoso');
    expect(office.row(head.personId, it).roles).toEqual([]);
    const history = valueOfResult(
      office.store.read((reader) =>
        reader.all(
          "SELECT last_day AS last FROM appointment WHERE role = 'ACCESS_RESPONSIBLE' ORDER BY from_day",
        ),
      ),
    );
    expect(history).toEqual([{ last: '2026-01-04' }, { last: null }]);
  });

  test('who was proposed against a head that has changed since is not confirmed', () => {
    const office = staffedOffice();
    const propose = (personId: string, from: string) => {
      office.addPerson(personId);
      valueOfResult(office.room.enact({ ...recordHead, personId, from }, manager));
    };
    propose('peraga-santoso', TODAY);
    office.clock.advance(86_400_000);
    propose('misal-lestari', '2026-01-06');
    const [first, second] = valueOfResult(office.decisions.open());
    if (first === undefined || second === undefined) throw new Error('two were proposed');
    valueOfResult(office.room.confirmHead(first, it));
    expect(failureOf(office.room.confirmHead(second, it))?.code).toBe('PROPOSAL_CHANGED');
    expect(valueOfResult(office.room.responsible())?.personId).toBe('peraga-santoso');
  });

  test('does not confirm their own taking of office', () => {
    const office = staffedOffice();
    valueOfResult(office.room.enact({ ...recordHead, personId: it.personId }, manager));
    const proposal = valueOfResult(office.decisions.open())[0];
    if (proposal === undefined) throw new Error('nothing was proposed');
    expect(failureOf(office.room.confirmHead(proposal, it))?.code).toBe('OWN_PROPOSAL');
  });

  test('is succeeded, never merely ended', () => {
    const office = staffedOffice();
    const end = {
      act: 'END_ROLE',
      personId: head.personId,
      role: 'ACCESS_RESPONSIBLE',
      reason: 'pensiun',
    } as const;
    expect(failureOf(office.room.enact(end, head))?.code).toBe('STEP_ORDER');
  });

  test('is a task to tell Dukcapil of, when it is not the first (R-017)', () => {
    const office = staffedOffice();
    expect(valueOfResult(office.room.view(manager)).officeChange).toBeUndefined();
    office.addPerson('peraga-santoso');
    valueOfResult(office.room.enact({ ...recordHead, personId: 'peraga-santoso' }, manager));
    const proposal = valueOfResult(office.decisions.open())[0];
    if (proposal === undefined) throw new Error('nothing was proposed');
    valueOfResult(office.room.confirmHead(proposal, it));
    expect(valueOfResult(office.room.view(manager)).officeChange).toEqual({
      personId: 'peraga-santoso',
      name: 'PERAGA SANTOSO',
      since: TODAY,
    });
    expect(office.row('peraga-santoso', manager).acts).toContain('SETTLE_OFFICE_CHANGE');
    const settle = { act: 'SETTLE_OFFICE_CHANGE', personId: 'peraga-santoso', letter } as const;
    valueOfResult(office.room.enact(settle, manager));
    expect(valueOfResult(office.room.view(manager)).officeChange).toBeUndefined();
    expect(failureOf(office.room.enact(settle, manager))?.code).toBe('STEP_ORDER');
  });
});

describe('an office', () => {
  const appoint = (personId: string, role: 'ACCESS_MANAGER' | 'SAM_OFFICER' | 'AUDITOR') =>
    ({ act: 'APPOINT', personId, role, letter, from: TODAY }) as const;

  test('of the access manager has one permanent official at a time (R-014)', () => {
    const office = staffedOffice();
    office.addPerson('misal-lestari', 'HONORER');
    const code = (personId: string) =>
      failureOf(office.room.enact(appoint(personId, 'ACCESS_MANAGER'), head))?.code;
    expect(code('simula-ningsih')).toBe('ACCESS_MANAGER_REQUIRED');
    const end = {
      act: 'END_ROLE',
      personId: manager.personId,
      role: 'ACCESS_MANAGER',
      reason: 'mutasi',
    } as const;
    valueOfResult(office.room.enact(end, head));
    expect(valueOfResult(office.room.manager())).toBeUndefined();
    expect(code('misal-lestari')).toBe('ACCESS_MANAGER_REQUIRED');
    expect(code('simula-ningsih')).toBeUndefined();
    expect(valueOfResult(office.room.manager())?.personId).toBe('simula-ningsih');
  });

  test('is held once by one person, and ends when it is held', () => {
    const office = staffedOffice();
    office.addPerson('misal-lestari');
    valueOfResult(office.room.enact(appoint('misal-lestari', 'AUDITOR'), head));
    expect(failureOf(office.room.enact(appoint('misal-lestari', 'AUDITOR'), head))?.code).toBe('STEP_ORDER');
    const end = { act: 'END_ROLE', personId: 'misal-lestari', role: 'AUDITOR', reason: 'selesai' } as const;
    valueOfResult(office.room.enact(end, head));
    expect(failureOf(office.room.enact(end, head))?.code).toBe('STEP_ORDER');
  });

  test('of IT staff does not end with the last who can give accounts', () => {
    const office = staffedOffice();
    const { room } = office;
    valueOfResult(room.giveSampleAccount(it.personId, 'coba', it));
    const end = { act: 'END_ROLE', personId: it.personId, role: 'SAM_OFFICER', reason: 'mutasi' } as const;
    const close = { act: 'CLOSE_ACCOUNT', personId: it.personId, reason: 'mutasi' } as const;
    expect([room.enact(end, head), room.enact(close, it)].map((result) => failureOf(result)?.code)).toEqual([
      'STEP_ORDER',
      'STEP_ORDER',
    ]);
    valueOfResult(room.enact(appoint('simula-ningsih', 'SAM_OFFICER'), head));
    valueOfResult(room.giveSampleAccount('simula-ningsih', 'simula', it));
    valueOfResult(room.enact(end, head));
  });
});

describe('a right', () => {
  test('is asked for every act: who holds no role at all may do nothing', async () => {
    const office = staffedOffice();
    const nobody = acting('simula-ningsih');
    const operatorId = 'an-operator';
    const acts: PeopleAct[] = [
      { act: 'ADD_PERSON', name: 'A', position: 'B', employment: 'PNS', employmentNo: '', rank: '' },
      { act: 'APPOINT', personId: 'simula-ningsih', role: 'AUDITOR', letter, from: TODAY },
      { ...recordHead, personId: 'uji-widodo' },
      { act: 'END_ROLE', personId: 'uji-widodo', role: 'ACCESS_MANAGER', reason: 'x' },
      { act: 'END_ROLE', personId: 'uji-widodo', role: 'OPERATOR', reason: 'x' },
      { act: 'GIVE_ACCOUNT', personId: 'uji-widodo', login: 'uji' },
      { act: 'RESET_PASSWORD', personId: 'uji-widodo' },
      { act: 'CLOSE_ACCOUNT', personId: 'uji-widodo', reason: 'x' },
      { act: 'PROPOSE_OPERATOR', personId: 'uji-widodo', agreementId: PKS, letter },
      { act: 'RECORD_NDA', operatorId, scanId: 'scan', signedOn: TODAY, stamped: true },
      { act: 'APPROVE_OPERATOR', operatorId },
      { act: 'REJECT_OPERATOR', operatorId, reason: 'x' },
      { act: 'ACTIVATE_OPERATOR', operatorId, trainingNote: 'x' },
      { act: 'SUSPEND_OPERATOR', operatorId, reason: 'x' },
      { act: 'RESUME_OPERATOR', operatorId },
      { act: 'REVOKE_OPERATOR', operatorId, reason: 'x' },
      {
        act: 'RECORD_SPTJM',
        agreementId: PKS,
        scanId: 'scan',
        signedOn: TODAY,
        stamped: true,
        agreementNumber: 'x',
      },
      { act: 'OPEN_USER_ID_CHANGE', agreementId: PKS, cause: 'NEW', letter, form: letter },
      { act: 'RECORD_USER_ID_BAST', changeId: 'a-change', letter },
      { act: 'SETTLE_OFFICE_CHANGE', personId: 'uji-widodo', letter },
    ];
    const before = office.events().length;
    for (const act of acts) {
      expect(failureOf(await office.room.act(act, nobody))?.code, act.act).toBe('NOT_PERMITTED');
    }
    expect(office.events().length).toBe(before);
    expect(valueOfResult(office.room.view(nobody)).people.map(({ acts: offered }) => offered)).toEqual([[]]);
  });

  test('of an operator does not reach to the papers and accounts of the others', () => {
    const office = staffedOffice();
    valueOfResult(office.room.giveSampleAccount(it.personId, 'coba', it));
    const view = valueOfResult(office.room.view(acting('simula-ningsih', 'OPERATOR')));
    expect(view.people.map(({ personId }) => personId)).toEqual(['simula-ningsih']);
    expect(view).toMatchObject({ sptjm: [], userIdChanges: [], mayAdd: false, acts: [] });
  });

  test('is offered to whom the table of permissions gives it', () => {
    const office = staffedOffice();
    for (const role of roles) {
      const offered = office.row('simula-ningsih', acting('simula-ningsih', role)).acts;
      expect(offered.includes('PROPOSE_OPERATOR'), role).toBe(may([role], 'PROPOSE_OPERATOR'));
      expect(offered.includes('GIVE_ACCOUNT'), role).toBe(may([role], 'SET_UP'));
      expect(offered.includes('APPOINT'), role).toBe(may([role], 'APPOINT'));
    }
  });
});

test('a name that is not there is shown as its id', () => {
  expect(staffedOffice().room.nameOf('SYSTEM')).toBe('SYSTEM');
});

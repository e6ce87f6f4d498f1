import { describe, expect, test } from 'vitest';
import { ok } from '../../native/failure.ts';
import { failureOf, valueOfResult } from '../store/store.test-support.ts';
import {
  type FreshOffice,
  freshOffice,
  head,
  it,
  letter,
  manager,
  PKS,
  staffedOffice,
  TODAY,
} from './people.test-support.ts';

const DAY_MS = 86_400_000;

function recordSptjm(office: FreshOffice, change: { signedOn?: string; agreementNumber?: string } = {}) {
  const paper = { signedOn: TODAY, stamped: true, agreementNumber: '400.12/0001/CONTOH/2026' } as const;
  const act = { act: 'RECORD_SPTJM', agreementId: PKS, scanId: office.scan(), ...paper, ...change } as const;
  return office.room.enact(act, manager);
}

function newHead(office: FreshOffice, personId: string, from: string): void {
  valueOfResult(office.room.enact({ act: 'RECORD_HEAD', personId, letter, from, acting: true }, manager));
  const proposal = valueOfResult(office.decisions.open())[0];
  if (proposal === undefined) throw new Error('nothing was proposed');
  const decision = { ...proposal, decision: 'CONFIRM' as const, note: '' };
  valueOfResult(office.decisions.decide(decision, it, (found) => office.room.confirmHead(found, it)));
}

describe('the SPTJM (R-011)', () => {
  test('is that of the present head, for the agreement it names', () => {
    const office = staffedOffice();
    expect(valueOfResult(office.room.sptjm(PKS))).toBeUndefined();
    valueOfResult(recordSptjm(office));
    expect(valueOfResult(office.room.sptjm(PKS))).toEqual({
      signedOn: TODAY,
      by: 'CONTOH PRATAMA',
      valid: true,
    });
    expect(valueOfResult(office.room.sptjm('lembah-sosial'))).toBeUndefined();
    expect(office.events().slice(0, 2)).toEqual(['SPTJM_RECORDED', 'SCAN_FILED']);
  });

  test('that names another agreement is refused, however the strokes of the number are spaced', () => {
    const office = staffedOffice();
    expect(failureOf(recordSptjm(office, { agreementNumber: '400.12/0002/CONTOH/2026' }))).toMatchObject({
      code: 'SPTJM_OTHER_AGREEMENT',
      cause: { id: expect.stringContaining('470.1 / 0007') },
    });
    for (const agreementNumber of ['470.1/0007/contoh/2026', '400.12 / 0001 / CONTOH / 2026']) {
      valueOfResult(recordSptjm(office, { agreementNumber }));
    }
  });

  test('is signed by a head, in office, on a day that has come, and is there as a scan', () => {
    const office = staffedOffice();
    expect(failureOf(recordSptjm(office, { signedOn: '2026-01-06' }))?.code).toBe('DATE_AHEAD');
    expect(failureOf(recordSptjm(office, { signedOn: '2026-01-03' }))).toMatchObject({
      code: 'SIGNED_OUTSIDE_OFFICE',
      cause: { id: expect.stringContaining('2026-01-04') },
    });
    expect(failureOf(recordSptjm(freshOffice()))?.code).toBe('NO_ACCESS_RESPONSIBLE');
    const act = { act: 'RECORD_SPTJM', agreementId: PKS, scanId: 'no-such-scan', signedOn: TODAY } as const;
    const rest = { stamped: true, agreementNumber: '400.12/0001/CONTOH/2026' } as const;
    expect(failureOf(office.room.enact({ ...act, ...rest }, manager))?.code).toBe('SCAN_REQUIRED');
  });

  test('of a former head counts ten working days more, to the end of the tenth, until the new head signs', () => {
    const office = staffedOffice();
    valueOfResult(recordSptjm(office));
    office.addPerson('peraga-santoso');
    newHead(office, 'peraga-santoso', TODAY);
    expect(valueOfResult(office.room.sptjm(PKS))).toMatchObject({ valid: true, validUntil: '2026-01-15' });
    // 15 January, 23:59:59.999 in Jakarta.
    office.clock.set(Date.UTC(2026, 0, 15, 17) - 1);
    expect(valueOfResult(office.room.sptjm(PKS))?.valid).toBe(true);
    office.clock.advance(1);
    expect(valueOfResult(office.room.sptjm(PKS))?.valid).toBe(false);
    valueOfResult(recordSptjm(office, { signedOn: '2026-01-16' }));
    expect(valueOfResult(office.room.sptjm(PKS))).toEqual({
      signedOn: '2026-01-16',
      by: 'PERAGA SANTOSO',
      valid: true,
    });
    expect(valueOfResult(office.room.view(manager)).sptjm).toEqual([
      { agreementId: PKS, signedOn: '2026-01-16', by: 'PERAGA SANTOSO', valid: true },
    ]);
  });

  test('has its grace from the change that ended its office, not from a later one', () => {
    const office = staffedOffice();
    valueOfResult(recordSptjm(office));
    for (const personId of ['peraga-santoso', 'misal-lestari']) office.addPerson(personId);
    newHead(office, 'peraga-santoso', TODAY);
    office.clock.advance(5 * DAY_MS);
    newHead(office, 'misal-lestari', '2026-01-10');
    expect(valueOfResult(office.room.sptjm(PKS))?.validUntil).toBe('2026-01-15');
  });
});

describe('a change of the User ID (R-015)', () => {
  const open = {
    act: 'OPEN_USER_ID_CHANGE',
    agreementId: PKS,
    cause: 'CHANGE',
    letter,
    form: letter,
  } as const;

  test('takes effect when its BAST is on record, once', () => {
    const office = staffedOffice();
    const { room, clock } = office;
    const installedAt = clock.now();
    const may = (since: number) => room.userIdMayChange(PKS, since)?.code;
    expect(may(installedAt)).toBe('USER_ID_BAST_REQUIRED');
    const changeId = valueOfResult(room.enact(open, manager));
    clock.advance(1000);
    expect(may(installedAt)).toBe('USER_ID_BAST_REQUIRED');
    const bast = { act: 'RECORD_USER_ID_BAST', changeId, letter } as const;
    const early = { ...bast, letter: { ...letter, date: '2026-01-06' } };
    expect(failureOf(room.enact(early, manager))?.code).toBe('DATE_AHEAD');
    valueOfResult(room.enact(bast, manager));
    expect(may(installedAt)).toBeUndefined();
    expect(room.userIdMayChange('lembah-sosial', installedAt)?.code).toBe('USER_ID_BAST_REQUIRED');
    clock.advance(1000);
    // Installed after the BAST: it has been used up.
    expect(may(clock.now())).toBe('USER_ID_BAST_REQUIRED');
    expect(failureOf(room.enact(bast, manager))?.code).toBe('STEP_ORDER');
    expect(valueOfResult(room.view(manager)).userIdChanges).toEqual([
      {
        changeId,
        agreementId: PKS,
        cause: 'CHANGE',
        reference: letter.number,
        bast: letter.number,
        openedAt: installedAt,
      },
    ]);
  });

  test('is of an agreement that is there, and a BAST of a change that is open', () => {
    const { room } = staffedOffice();
    expect(failureOf(room.enact({ ...open, agreementId: 'unknown' }, manager))?.code).toBe('STEP_ORDER');
    const bast = { act: 'RECORD_USER_ID_BAST', changeId: 'unknown', letter } as const;
    expect(failureOf(room.enact(bast, manager))?.code).toBe('STEP_ORDER');
  });
});

test('signed papers, people and offices are not rewritten or deleted in the database', () => {
  const office = staffedOffice();
  valueOfResult(recordSptjm(office));
  const change = {
    act: 'OPEN_USER_ID_CHANGE',
    agreementId: PKS,
    cause: 'NEW',
    letter,
    form: letter,
  } as const;
  valueOfResult(office.room.enact(change, manager));
  valueOfResult(office.room.giveSampleAccount(head.personId, 'contoh', it));
  const attempts = [
    'DELETE FROM sptjm',
    "UPDATE sptjm SET signed_on = '2025-01-01'",
    'DELETE FROM user_id_change',
    "UPDATE user_id_change SET cause = 'REMOVE'",
    'DELETE FROM person',
    "UPDATE person SET name = 'x'",
    'DELETE FROM appointment',
    "UPDATE appointment SET from_day = '2020-01-01'",
    'DELETE FROM account',
    "UPDATE account SET person_id = 'uji-widodo'",
    `INSERT INTO appointment SELECT 'second', 'uji-widodo', role, acting, letter_number, letter_date, from_day,
       appointed_by, appointed_at, NULL, NULL, NULL, NULL, NULL, NULL, NULL, mac
       FROM appointment WHERE role = 'ACCESS_RESPONSIBLE'`,
  ];
  for (const sql of attempts) {
    expect(() => office.store.transaction((writer) => ok(writer.run(sql))), sql).toThrow(
      /stays|history|settled once|one person's|not deleted|UNIQUE/,
    );
  }
});

/** What is due, when it begins to remind, and in which words (domain 6 and Annex E). */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../calendar/index.ts';
import type { AgendaEntry } from '../contract/index.ts';
import { agreementDuties, at, noUserIds, office, workDays } from './duties.test-support.ts';
import type { AgreementDuties, OfficeDuties } from './duties.ts';
import { agendaEntries } from './entries.ts';

const bare = agreementDuties().profile;
const duty = {
  periods: ['S1', 'S2'] as ('S1' | 'S2')[],
  deadlineWorkingDays: 10,
  anchor: 'SEMESTER_END' as const,
  to: [],
  copies: [],
  channels: [],
};

function said(entries: readonly AgendaEntry[]) {
  return entries.map(({ say, stage, left }) => `${say} ${stage} ${left?.n ?? '-'}`);
}

function due(day: string, agreement: Partial<AgreementDuties>, around: Partial<OfficeDuties> = {}) {
  return agendaEntries(
    office({ now: at(day), agreements: [agreementDuties(agreement)], ...around }),
    workDays,
  );
}

describe('a semester report', () => {
  const profile = { ...bare, signedOn: '2026-03-02', lastDayInForce: '2028-03-02', reports: duty };
  const until = { accessUntil: '2028-03-02' };
  const firstIs = (status: AgreementDuties['reports'][number]['status'], since = 1) =>
    ({ year: 2026, half: 1, status, since }) as const;
  const on = (day: string, change: Partial<AgreementDuties> = {}) =>
    said(due(day, { profile, ...until, ...change }));

  test.each([
    ['2026-05-31', 'REPORT_AHEAD AHEAD 30'],
    ['2026-06-02', 'REPORT_OPEN OPEN 29'],
    ['2026-06-30', 'REPORT_DUE_SOON SOON 10'],
  ])('on %s says %s', (day, expected) => {
    expect(on(day)).toEqual([expected]);
  });

  test.each([
    ['2026-07-01', 'REPORT_DUE_SOON SOON 9'],
    ['2026-07-14', 'REPORT_DUE_SOON DUE 0'],
    ['2026-07-15', 'REPORT_OVERDUE OVERDUE -1'],
    ['2026-07-18', 'REPORT_OVERDUE OVERDUE -3'],
  ])('on %s says %s, before the one that comes next', (day, expected) => {
    const next = on(day).at(-1);
    expect(on(day)).toEqual([expected, next]);
    expect(next).toMatch(/^REPORT_AHEAD AHEAD/);
  });

  test.each([
    ['2027-01-15', 'REPORT_DUE_SOON DUE 0'],
    ['2027-01-16', 'REPORT_DEADLINE_PASSED OVERDUE 0'],
    ['2027-01-18', 'REPORT_OVERDUE OVERDUE -1'],
  ])('that was due on a Friday is on %s %s: late on the weekend, and by no working day', (day, expected) => {
    expect(on(day, { reports: [firstIs('SUBMITTED')] })[0]).toBe(expected);
  });

  test('is gone once it was handed in', () => {
    expect(on('2026-07-15', { reports: [firstIs('SUBMITTED')] })).toEqual(['REPORT_AHEAD AHEAD 127']);
  });

  test.each([
    ['COLLECTING', 'ACCESS_MANAGER'],
    ['DRAFT', 'ACCESS_MANAGER'],
    ['IN_REVIEW', 'ACCESS_RESPONSIBLE'],
    ['SIGNED', 'ACCESS_MANAGER'],
  ] as const)('that stands at %s is asked of %s, who can move it', (status, who) => {
    const [entry] = due('2026-07-14', { profile, ...until, reports: [firstIs(status)] });
    expect(entry).toMatchObject({ who: [who], stage: 'DUE' });
  });

  test('is another reminder with every hand it comes into, and the same one while it collects', () => {
    const keyOf = (...reports: AgreementDuties['reports'][number][]) =>
      due('2026-07-14', { profile, ...until, reports })[0]?.key;
    const sentBack = [firstIs('DRAFT', 2), firstIs('IN_REVIEW', 3), firstIs('DRAFT', 4)];
    expect(new Set([keyOf(), ...sentBack.map((stage) => keyOf(stage))]).size).toBe(4);
    expect(keyOf(firstIs('COLLECTING', 1))).toBe(keyOf());
  });

  test('is not asked for where it was due before the agreement came into these books', () => {
    expect(on('2026-11-23', { enteredOn: '2026-11-22' })).toEqual([expect.stringMatching(/^REPORT_AHEAD/)]);
  });

  const early = { ...duty, anchor: 'MONTH_START' as const };
  const onItsEnd = { ...duty, deadlineWorkingDays: 0 };

  test.each([
    [early, '2026-05-28', 'REPORT_AHEAD AHEAD 11'],
    [early, '2026-05-29', 'REPORT_AFTER_PERIOD SOON 10'],
    [early, '2026-06-14', 'REPORT_AFTER_PERIOD SOON 1'],
    [early, '2026-06-15', 'REPORT_AFTER_PERIOD SOON -'],
    [early, '2026-06-30', 'REPORT_AFTER_PERIOD SOON -'],
    [early, '2026-07-01', 'REPORT_AFTER_PERIOD DUE -'],
    [early, '2026-07-02', 'REPORT_OVERDUE OVERDUE -12'],
    [onItsEnd, '2026-06-02', 'REPORT_AFTER_PERIOD OPEN 19'],
    [onItsEnd, '2026-06-30', 'REPORT_AFTER_PERIOD SOON -'],
    [onItsEnd, '2026-07-01', 'REPORT_AFTER_PERIOD DUE -'],
    [onItsEnd, '2026-07-02', 'REPORT_OVERDUE OVERDUE -2'],
  ])(
    'that %j wants before its figures are whole is not late before anybody can hand it in: on %s it says %s',
    (reports, day, expected) => {
      expect(on(day, { profile: { ...profile, reports } })[0]).toBe(expected);
    },
  );

  test('that is wanted before its figures are whole calls on the first working day on which they are, and shows its deadline', () => {
    const wanted = {
      profile: { ...profile, reports: early },
      ...until,
      reports: [firstIs('SUBMITTED')],
    };
    const levels = ['2026-12-14', '2026-12-31', '2027-01-03', '2027-01-04', '2027-01-05'].map(
      (day) => due(day, wanted)[0]?.level,
    );
    expect(levels).toEqual([5, 5, 5, 6, 7]);
    const [entry] = due('2026-12-31', wanted);
    expect(entry).toMatchObject({
      due: { day: '2026-12-14' },
      words: { tanggal: '2026-12-14', mulai: '2027-01-04' },
    });
  });

  test('says which semester, until when, and that next year is not certain yet', () => {
    const [entry] = due('2026-12-31', { profile, ...until, reports: [firstIs('SUBMITTED')] });
    expect(entry).toMatchObject({
      rule: 'R-111',
      words: { semester: 'II', tahun: '2026', tanggal: '2027-01-15', sisa: 10 },
      due: { day: '2027-01-15', provisional: true },
      place: 'reports',
      who: ['ACCESS_MANAGER'],
    });
  });

  test('of an agreement that ended is a final one, due ten working days after its last day', () => {
    const ended = { status: 'EXPIRED', accessUntil: '2026-11-30', end: { done: 10, total: 10 } } as const;
    const reports = [firstIs('RECEIVED')];
    const [entry] = due('2026-12-01', { profile, ...ended, reports });
    expect(entry).toMatchObject({ say: 'REPORT_DUE_SOON', due: { day: '2026-12-14' } });
  });
});

describe('the extension of an agreement that ends on 19 May 2027', () => {
  const profile = { ...bare, lastDayInForce: '2027-05-19' };
  const dates = [{ kind: 'EXTENSION_DUE', day: '2027-03-19', provisional: true }] as const;
  const on = (day: string, status: AgreementDuties['status'] = 'EXTENSION_WINDOW') =>
    said(due(day, { profile, accessUntil: '2027-05-19', dates, status }));

  test('lies ahead, opens with its window, reminds at 30, 14, 7 and 1 working days and on the day, and may be asked for late', () => {
    expect(on('2026-11-01', 'ACTIVE')).toEqual(['EXTENSION_DUE AHEAD 97']);
    expect(on('2026-11-22')).toEqual(['EXTENSION_DUE OPEN 82']);
    const days = [
      '2027-02-04',
      '2027-02-05',
      '2027-03-01',
      '2027-03-10',
      '2027-03-18',
      '2027-03-19',
      '2027-03-22',
    ];
    const levels = days.map((day) => due(day, { profile, dates, status: 'EXTENSION_WINDOW' })[0]?.level);
    expect(levels).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(on('2027-03-22')).toEqual(['EXTENSION_LATE OVERDUE -1']);
  });

  test('once it is asked for, is a warning that asking prolongs nothing (R-142)', () => {
    expect(on('2027-05-10', 'EXTENSION_REQUESTED')).toEqual(['EXTENSION_PENDING_NO_ACCESS SOON 7']);
  });

  test('under a bridge letter goes by its last day, and not by that of the agreement (R-142)', () => {
    const bridged = { profile, dates, status: 'EXTENSION_REQUESTED', accessUntil: '2027-08-31' } as const;
    const days = ['2027-05-20', '2027-08-24', '2027-08-31'].map((day) => due(day, bridged));
    expect(days.map(said)).toEqual([['BRIDGE_ENDS AHEAD 71'], ['BRIDGE_ENDS SOON 5'], ['BRIDGE_ENDS DUE 0']]);
    expect(days[0]?.[0]).toMatchObject({ words: { tanggalAkhir: '2027-08-31' }, due: { day: '2027-08-31' } });
    // The letter is new to whoever has seen the reminder of the agreement itself.
    const before = due('2027-05-10', { ...bridged, accessUntil: '2027-05-19' })[0]?.key;
    expect(days[0]?.[0]?.key).not.toBe(before);
  });

  test('before a last day without work there is no working day left, and the day is not there yet', () => {
    const ends = { profile: { ...bare, lastDayInForce: '2027-05-23' }, accessUntil: '2027-05-23' };
    const last = (day: string) => said(due(day, { ...ends, dates, status: 'EXTENSION_REQUESTED' }));
    expect(last('2027-05-21')).toEqual(['EXTENSION_PENDING_NO_ACCESS SOON 0']);
    expect(last('2027-05-23')).toEqual(['EXTENSION_PENDING_NO_ACCESS DUE 0']);
  });
});

describe('the certificate', () => {
  const dates = [{ kind: 'ISO_DUE', day: '2026-09-02', provisional: false }] as const;
  const standard = { required: true, textAsWritten: 'ISO/IEC 27001', monthsFromSigning: 6 };
  const profile = { ...bare, iso27001: standard };

  test.each([
    ['2026-06-03', 'ISO_DUE AHEAD 91'],
    ['2026-06-04', 'ISO_DUE SOON 90'],
    ['2026-09-02', 'ISO_DUE DUE 0'],
    ['2026-09-03', 'ISO_DUE OVERDUE -1'],
  ])('on %s: %s', (day, expected) => {
    expect(said(due(day, { profile, dates }))).toEqual([expected]);
  });

  test('that was handed in is asked for again when its validity ends', () => {
    const recorded = [
      {
        dutyId: 'iso-1',
        kind: 'ISO_CERTIFICATE',
        agreementId: bare.profileId,
        about: '',
        on: '2026-08-01',
        until: '2029-07-31',
      },
    ] as const;
    expect(said(due('2026-09-03', { profile, dates }, { recorded }))).toEqual(['ISO_ENDS AHEAD 1062']);
  });
});

describe('the yearly monitoring', () => {
  const profile = {
    ...bare,
    signedOn: '2024-02-29',
    lastDayInForce: '2027-02-27',
    monitoring: { minPerYear: 1 },
  };
  const minutes = (about: string) =>
    ({
      dutyId: about,
      kind: 'MONITORING_MINUTES',
      agreementId: bare.profileId,
      about,
      on: about,
      until: null,
    }) as const;

  test('is due on each anniversary of the signing, on the 28th where there is no 29th', () => {
    const on = (day: string, ...recorded: string[]) =>
      due(day, { profile, enteredOn: '2024-03-01' }, { recorded: recorded.map(minutes) })[0]?.due;
    expect(on('2024-06-01')).toEqual({ day: '2025-02-28', provisional: false });
    expect(on('2025-06-01')).toEqual({ day: '2025-02-28', provisional: false });
    expect(on('2025-06-01', '2025-02-28')).toEqual({ day: '2026-02-28', provisional: false });
    expect(on('2026-06-01', '2025-02-28', '2026-02-28')).toBeUndefined();
  });
});

test('a change of contacts is told within fourteen working days, until the letter is on record', () => {
  const profile = { ...bare, contacts: { changeNoticeWorkingDays: 14 } };
  const change = {
    dutyId: 'ubah-1',
    agreementId: bare.profileId,
    about: '',
    on: '2026-01-26',
    until: null,
  } as const;
  const noted = { ...change, kind: 'CONTACT_CHANGE' } as const;
  const [entry] = due('2026-02-02', { profile }, { recorded: [noted] });
  expect(entry).toMatchObject({ say: 'CONTACT_CHANGE_DUE', due: { day: '2026-02-13' }, stage: 'SOON' });
  const told = { ...change, dutyId: 'surat-1', kind: 'CONTACT_NOTICE', about: 'ubah-1' } as const;
  expect(due('2026-02-02', { profile }, { recorded: [noted, told] })).toEqual([]);
});

describe('papers of people', () => {
  const wanted = { ...bare, people: { ...bare.people, sptjm: true, nda: true } };

  test('that are missing have no date and wait until they are there', () => {
    const missing = { profile: wanted, sptjm: undefined, withoutNda: 2 };
    expect(said(due('2026-11-23', missing))).toEqual(['NDA_WAITING OPEN -', 'SPTJM_MISSING OPEN -']);
  });

  test('of a former head count until their last day', () => {
    const sptjm = { valid: true, validUntil: '2026-12-07' };
    expect(said(due('2026-11-23', { profile: wanted, sptjm }))).toEqual(['SPTJM_GRACE SOON 10']);
  });
});

test('cards go back within ten working days after the end, and the steps of the end are counted', () => {
  const dates = [{ kind: 'SAM_RETURN_DUE', day: '2027-09-30', provisional: true }] as const;
  const recipient = { deactivateReader: true, samRecipient: 'Subdit Keamanan Informasi', sendVia: 'Dinas' };
  const endDuties = { returnSam: true, samReturnWorkingDays: 10, ...recipient };
  const profile = { ...bare, endDuties };
  const ended = { status: 'EXPIRED', end: { done: 3, total: 10 }, openSams: 2, dates, profile } as const;
  expect(said(due('2027-09-17', ended))).toEqual(['END_CHECKLIST OPEN -', 'SAM_RETURN_DUE SOON 9']);
  const late = due('2027-10-04', ended);
  expect(said(late)).toEqual(['SAM_SHIPMENT_OVERDUE OVERDUE -2', 'END_CHECKLIST OPEN -']);
  // The days that there were since the end, and not those by which it is late.
  expect(late[0]?.words).toMatchObject({ hari: 10 });
});

describe('what runs by the hour', () => {
  const received = at('2026-11-20', 15) + 10 * 60_000;
  const requests = [{ requestId: 'tarik-1', kind: 'WITHDRAWAL', dueAt: received + 72 * 3_600_000 }] as const;
  const on = (now: number) => said(agendaEntries(office({ now, requests }), workDays));

  test('does not stop for a weekend', () => {
    expect(on(received)).toEqual(['WITHDRAWAL_DUE SOON 72']);
    expect(on(at('2026-11-22', 15))).toEqual(['WITHDRAWAL_DUE SOON 25']);
    expect(on(at('2026-11-23', 15))).toEqual(['WITHDRAWAL_DUE SOON 1']);
    expect(on(at('2026-11-23', 15) + 10 * 60_000)).toEqual(['WITHDRAWAL_DUE OVERDUE 0']);
  });
});

describe('an incident that was reported', () => {
  const decideBy = at('2026-11-21', 15);
  const undecided = [{ incidentId: 'insiden-1', number: 'INS-1', decideBy }] as const;
  const on = (now: number) => agendaEntries(office({ now, undecided }), workDays);

  test('calls manager and head at once, and cannot be put aside once its day is over', () => {
    const [entry] = on(decideBy - 24 * 3_600_000);
    expect(entry).toMatchObject({
      who: ['ACCESS_MANAGER', 'ACCESS_RESPONSIBLE'],
      place: 'incidents',
      detail: 'insiden-1',
      words: { nomor: 'INS-1', batas: decideBy },
    });
    const hours = [decideBy - 24 * 3_600_000, decideBy - 1, decideBy].map((now) => said(on(now))[0]);
    expect(hours).toEqual([
      'INCIDENT_UNDECIDED SOON 24',
      'INCIDENT_UNDECIDED SOON 1',
      'INCIDENT_UNDECIDED OVERDUE 0',
    ]);
  });

  test('as a breach has no hours left in its sentence once it is late, and not fewer than none', () => {
    const breaches = [{ incidentId: 'insiden-1', agreementId: null, dueAt: decideBy }] as const;
    const jam = (now: number) => agendaEntries(office({ now, breaches }), workDays)[0]?.words.jam;
    expect([decideBy - 1, decideBy, decideBy + 36_000_000].map(jam)).toEqual([1, 0, 0]);
  });
});

test("data balikan are nobody's business on their first working day, and overdue after three", () => {
  const on = (day: string, channel: AgreementDuties['balikan']['channel'] = 'PUSH') =>
    due(day, { balikan: { channel, waiting: 4, needsPerson: 0, oldestAt: at('2026-11-20') } })
      .filter(({ kind }) => kind === 'BALIKAN')
      .map(({ say, stage, left }) => [say, stage, ...(left === null ? [] : [left.n])].join(' '));
  expect(on('2026-11-20')).toEqual([]);
  expect(on('2026-11-22')).toEqual([]);
  expect(on('2026-11-23')).toEqual(['BALIKAN_BACKLOG SOON 2']);
  expect(on('2026-11-26')).toEqual(['BALIKAN_BACKLOG OVERDUE -1']);
  // No network has anything to do with these; and where Dukcapil fetches them, nobody here is late.
  expect(on('2026-11-26', 'MANUAL')).toEqual(['BALIKAN_TO_HAND_OVER OVERDUE -1']);
  expect(on('2026-11-22', 'PULL')).toEqual([]);
  expect(on('2026-11-26', 'PULL')).toEqual(['BALIKAN_TO_BE_FETCHED OPEN']);
});

test('data balikan that the program does not send again call at once, and are overdue after three working days like the others', () => {
  const on = (day: string, waiting: number, channel: AgreementDuties['balikan']['channel'] = 'PUSH') =>
    due(day, { balikan: { channel, waiting, needsPerson: 2, oldestAt: at('2026-11-20') } })
      .filter(({ kind }) => kind === 'BALIKAN')
      .map(({ say, stage, words }) => [say, stage, words.jumlah, words.perlu].join(' '));
  expect(on('2026-11-20', 3)).toEqual(['BALIKAN_NEEDS_PERSON OPEN 5 2']);
  expect(on('2026-11-23', 0)).toEqual(['BALIKAN_NEEDS_PERSON SOON 2 2']);
  expect(on('2026-11-26', 0)).toEqual(['BALIKAN_NEEDS_PERSON OVERDUE 2 2']);
  // On a list they all go alike.
  expect(on('2026-11-26', 3, 'MANUAL')).toEqual(['BALIKAN_TO_HAND_OVER OVERDUE 5 2']);
});

test('User IDs are a task once an operator was revoked or Dukcapil says so, until their BAST is on record', () => {
  const on = (userIds: Partial<AgreementDuties['userIds']>, status: AgreementDuties['status'] = 'ACTIVE') =>
    said(due('2026-11-23', { userIds: { ...noUserIds, ...userIds }, status }));
  expect(on({})).toEqual([]);
  expect(on({ revoked: 2 })).toEqual(['USER_ID_REVOKED OPEN -']);
  expect(on({ inactive: true, withoutBast: 1 }).sort()).toEqual([
    'USER_ID_BAST_REQUIRED OPEN -',
    'USER_ID_INACTIVE OPEN -',
  ]);
  expect(on({ revoked: 2 }, 'EXPIRED')).toEqual([]);
});

test('one more who was revoked or proposed is another task than those that were seen', () => {
  const keys = (change: Partial<AgreementDuties>) => {
    const wanted = { ...bare, people: { ...bare.people, nda: true } };
    return due('2026-11-23', { profile: wanted, ...change }).map(({ key }) => key);
  };
  const revoked = (revokedAt: number) => keys({ userIds: { ...noUserIds, revoked: 1, revokedAt } });
  const proposed = (proposedAt: number) => keys({ withoutNda: 1, proposedAt });
  const asked = (askedAt: number) => keys({ userIds: { ...noUserIds, withoutBast: 1, askedAt } });
  for (const task of [revoked, proposed, asked]) {
    expect(task(1)).toEqual(task(1));
    expect(task(2)).not.toEqual(task(1));
  }
});

test('as the days go by a reminder only grows, whatever the agreement', () => {
  const start = fc.integer({ min: 0, max: 700 }).map((offset) => addDays('2025-01-01', offset));
  fc.assert(
    fc.property(
      start,
      fc.integer({ min: 1, max: 900 }),
      fc.integer({ min: 3, max: 60 }),
      fc.constantFrom('SEMESTER_END', 'MONTH_START'),
      fc.nat(15),
      (signedOn, days, step, anchor, deadlineWorkingDays) => {
        const lastDayInForce = addDays(signedOn, days);
        const profile = {
          ...bare,
          signedOn,
          lastDayInForce,
          reports: { ...duty, anchor, deadlineWorkingDays },
        };
        const seen = new Map<string, number>();
        for (let day = signedOn; day <= addDays(lastDayInForce, 60); day = addDays(day, step)) {
          const over = day > lastDayInForce;
          const status = over ? 'EXPIRED' : 'ACTIVE';
          const end = over ? { done: 0, total: 1 } : undefined;
          for (const { key, level, stage } of due(day, {
            profile,
            accessUntil: lastDayInForce,
            enteredOn: signedOn,
            status,
            end,
          })) {
            expect(level, `${key} on ${day}`).toBeGreaterThanOrEqual(seen.get(key) ?? 0);
            expect(stage === 'AHEAD').toBe(level === 0);
            seen.set(key, level);
          }
        }
        expect([...seen.keys()].filter((key) => key.startsWith('REPORT')).length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 20 },
  );
});

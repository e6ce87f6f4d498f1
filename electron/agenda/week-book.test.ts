/** The days on which an office works are laid down by its head, from a day that is still to come, with the source that allows it, and for good. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { auditLog } from '../audit/index.ts';
import { type Acting, type WorkingWeekRule, workingWeekRule } from '../contract/index.ts';
import { newSigningPair } from '../store/index.ts';
import {
  failureOf,
  manualClock,
  temporaryFolder,
  testStore,
  valueOfResult,
} from '../store/store.test-support.ts';
import { calendarBook } from './index.ts';

const head: Acting = { personId: 'contoh-pratama', roles: ['ACCESS_RESPONSIBLE'], counter: 'Loket 1' };
const manager: Acting = { ...head, personId: 'uji-widodo', roles: ['ACCESS_MANAGER'] };
const legalSource = 'Keputusan Bupati Contoh Nomor 7 Tahun 2026';
const saturdays = {
  workingWeek: 'MON_SAT',
  collectiveLeaveIsWorkday: false,
  from: '2026-07-06',
  legalSource,
} as const satisfies WorkingWeekRule;

/** On Tuesday 30 June 2026, 23.30 in Jakarta: a day that is over sooner than that of the computer. */
function opened() {
  const clock = manualClock(Date.parse('2026-06-30T23:30:00+07:00'));
  const store = testStore(join(temporaryFolder(), 'ketuk.db'), clock);
  const audit = auditLog(store, clock, 'installation-1', newSigningPair());
  const ports = { zone: () => 'Asia/Jakarta', nameOf: (personId: string) => `name of ${personId}` };
  const open = () => calendarBook(store, audit, clock, ports);
  const calendar = open();
  const tenth = (from = calendar) => from.workDays().workingDayAfter('2026-06-30', 10).day;
  return { clock, store, audit, open, calendar, weeks: calendar.weeks, tenth };
}

test('another week moves what is due behind its first day, also after the program was opened again', () => {
  const { weeks, tenth, open, audit } = opened();
  expect(tenth()).toBe('2026-07-14');
  valueOfResult(weeks.set(saturdays, head));
  expect([tenth(), tenth(open())]).toEqual(['2026-07-13', '2026-07-13']);
  expect(valueOfResult(weeks.list())).toMatchObject([{ ...saturdays, setBy: 'name of contoh-pratama' }]);
  expect(valueOfResult(audit.list(1))[0]).toMatchObject({
    event: 'WORKING_WEEK_CHANGED',
    actor: 'contoh-pratama',
  });
});

test('it begins tomorrow at the earliest, by the clock of the agreement, and a refused one leaves nothing', () => {
  const { clock, weeks, tenth } = opened();
  expect(weeks.nextDay()).toBe('2026-07-01');
  for (const from of ['2026-06-29', '2026-06-30']) {
    expect(failureOf(weeks.set({ ...saturdays, from }, head))?.code).toBe('WEEK_BEGUN');
  }
  expect([valueOfResult(weeks.list()), tenth()]).toEqual([[], '2026-07-14']);
  clock.set(Date.parse('2026-07-01T00:00:00+07:00'));
  expect(failureOf(weeks.set({ ...saturdays, from: '2026-07-01' }, head))?.code).toBe('WEEK_BEGUN');
});

test('the newest counts from its first day on, whatever was laid down for later', () => {
  const { weeks, calendar } = opened();
  valueOfResult(weeks.set({ ...saturdays, from: '2027-01-04' }, head));
  valueOfResult(weeks.set(saturdays, head));
  const back = { ...saturdays, workingWeek: 'MON_FRI', from: '2026-07-20' } as const;
  valueOfResult(weeks.set(back, head));
  expect(valueOfResult(weeks.list()).map(({ from, replaced }) => [from, replaced])).toEqual([
    ['2026-07-20', false],
    ['2026-07-06', false],
    ['2027-01-04', true],
  ]);
  const works = (day: string) => calendar.workDays().isWorkingDay(day).working;
  expect(['2026-07-04', '2026-07-11', '2026-07-25', '2027-01-09'].map(works)).toEqual([
    false,
    true,
    false,
    false,
  ]);
});

test('one that was laid down again for the same day takes the place of the first', () => {
  const { weeks, calendar } = opened();
  valueOfResult(weeks.set(saturdays, head));
  valueOfResult(weeks.set({ ...saturdays, workingWeek: 'MON_FRI' }, head));
  expect(valueOfResult(weeks.list()).map(({ workingWeek, replaced }) => [workingWeek, replaced])).toEqual([
    ['MON_FRI', false],
    ['MON_SAT', true],
  ]);
  expect(calendar.workDays().isWorkingDay('2026-07-11').working).toBe(false);
});

test('the head alone lays it down', () => {
  expect(failureOf(opened().weeks.set(saturdays, manager))?.code).toBe('NOT_PERMITTED');
});

test.each([
  ['no source', { ...saturdays, legalSource: ' ' }],
  ['a day there is not', { ...saturdays, from: '2026-02-30' }],
  ['a week nobody knows', { ...saturdays, workingWeek: 'SUN_THU' }],
])('%s does not come as far as the book', (_what, rule) => {
  expect(workingWeekRule.safeParse(rule).success).toBe(false);
});

test('the database keeps every week there was, in order', () => {
  const { weeks, store } = opened();
  valueOfResult(weeks.set(saturdays, head));
  for (const [sql, why] of [
    ['DELETE FROM working_week', /stays/],
    ["UPDATE working_week SET from_day = '2026-01-01'", /stays/],
    [
      "INSERT INTO working_week SELECT 3, 'MON_FRI', 0, from_day, legal_source, set_by, set_at, mac FROM working_week",
      /without gaps/,
    ],
  ] as const) {
    expect(() =>
      store.transaction((writer) => {
        writer.run(sql);
        return { ok: true, value: undefined };
      }),
    ).toThrow(why);
  }
});

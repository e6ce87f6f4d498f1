/** A decree that is amended in the middle of a year moves what is due, for those who may say so, and for good. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { auditLog } from '../audit/index.ts';
import { shippedHolidays } from '../calendar/index.ts';
import type { Acting } from '../contract/index.ts';
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

function opened() {
  const clock = manualClock(Date.UTC(2026, 7, 7));
  const store = testStore(join(temporaryFolder(), 'ketuk.db'), clock);
  const audit = auditLog(store, clock, 'installation-1', newSigningPair());
  const ports = { zone: () => 'Asia/Jakarta', nameOf: (personId: string) => `name of ${personId}` };
  const open = () => calendarBook(store, audit, clock, ports);
  const calendar = open();
  return { store, audit, open, calendar, book: calendar.holidays };
}

const of2026 = shippedHolidays.find(({ year }) => year === 2026);
const withAugust = {
  ...of2026,
  legalSource: `${of2026?.legalSource}, diubah dengan Nomor 1 Tahun 2026`,
  collectiveLeave: [...(of2026?.collectiveLeave ?? []), '2026-08-18'],
};

test('a holiday that is added in August moves every date behind it, also after the program was opened again', () => {
  const { book, calendar, open, audit } = opened();
  expect(calendar.workDays().workingDayAfter('2026-08-14', 2).day).toBe('2026-08-19');
  expect(valueOfResult(book.install(withAugust, head))).toEqual({
    year: 2026,
    version: 1,
    added: ['2026-08-18'],
    removed: [],
  });
  expect(calendar.workDays().workingDayAfter('2026-08-14', 2).day).toBe('2026-08-20');
  expect(open().workDays().workingDayAfter('2026-08-14', 2).day).toBe('2026-08-20');
  const [entry] = valueOfResult(audit.list(1));
  expect(entry).toMatchObject({ event: 'HOLIDAYS_CHANGED', actor: 'contoh-pratama' });
});

test('a year that was not known is provisional no longer once its decree is in', () => {
  const { book, calendar } = opened();
  const of2027 = {
    year: 2027,
    legalSource: 'SKB 3 Menteri contoh Tahun 2026',
    publicHolidays: ['2027-01-01', '2027-01-05'],
    collectiveLeave: [],
  };
  expect(calendar.workDays().workingDayAfter('2026-12-31', 10)).toEqual({
    day: '2027-01-15',
    provisional: true,
  });
  valueOfResult(book.install(of2027, head));
  expect(calendar.workDays().workingDayAfter('2026-12-31', 10)).toEqual({
    day: '2027-01-18',
    provisional: false,
  });
  expect(valueOfResult(book.years()).map(({ year, version }) => [year, version])).toEqual([
    [2027, 1],
    [2026, 0],
    [2025, 0],
  ]);
});

test('the same file twice is one version, and an amended one is the next', () => {
  const { book } = opened();
  valueOfResult(book.install(withAugust, head));
  expect(valueOfResult(book.install(withAugust, head))).toBeUndefined();
  expect(valueOfResult(book.install(of2026, head))).toMatchObject({ version: 2, removed: ['2026-08-18'] });
});

test.each([
  ['a day of another year', { ...withAugust, collectiveLeave: ['2027-08-18'] }],
  ['a day that does not exist', { ...withAugust, collectiveLeave: ['2026-02-30'] }],
  ['no decree', { ...withAugust, legalSource: '' }],
  ['something else altogether', { name: 'daftar' }],
])('%s is no file of holidays', (_what, content) => {
  const { book } = opened();
  expect(failureOf(book.install(content, head))?.code).toBe('FILE_INVALID');
  expect(valueOfResult(book.years()).every(({ version }) => version === 0)).toBe(true);
});

test('the head alone puts a file in', () => {
  expect(failureOf(opened().book.install(withAugust, manager))?.code).toBe('NOT_PERMITTED');
});

test('the database keeps every file there was', () => {
  const { book, store } = opened();
  valueOfResult(book.install(withAugust, head));
  for (const sql of ['DELETE FROM holiday_file', 'UPDATE holiday_file SET installed_at = 0']) {
    expect(() =>
      store.transaction((writer) => {
        writer.run(sql);
        return { ok: true, value: undefined };
      }),
    ).toThrow(/stays/);
  }
});

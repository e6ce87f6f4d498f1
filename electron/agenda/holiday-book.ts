/**
 * The files of holidays in use: those of the program, and over them what the office has put in since. A decree may be amended in the
 * middle of a year (domain 6.1).
 */
import { createHash } from 'node:crypto';
import { failed, ok, type Result } from '../../native/failure.ts';
import type { AuditLog } from '../audit/index.ts';
import { type HolidayYear, shippedHolidays } from '../calendar/index.ts';
import {
  type Acting,
  appFailure,
  type HolidaysChanged,
  type HolidayYearRow,
  holidayFile,
  may,
} from '../contract/index.ts';
import { type Clock, type Store, type StoreFailure, sealedTable } from '../store/index.ts';

export interface HolidayBook {
  /** Newest year first. */
  years(): Result<readonly HolidayYearRow[]>;
  /**
   * A file of one year takes the place of the one before; `undefined`: it says what is in use already. Fails with FILE_INVALID or
   * NOT_PERMITTED.
   */
  install(content: unknown, acting: Acting): Result<HolidaysChanged | undefined>;
}

type FileRow = {
  readonly year: number;
  readonly version: number;
  readonly content: string;
  readonly sha256: string;
  readonly installed_by: string;
  readonly installed_at: number;
};

/**
 * @param nameOf a person; for who installed a file
 * @param moved called once a file counts
 */
export function holidayBook(
  store: Store,
  audit: AuditLog,
  clock: Clock,
  nameOf: (personId: string) => string,
  moved: () => void,
): HolidayBook {
  const table = sealedTable<FileRow>(store.rowSeal, 'holiday_file', ['year', 'version'], {
    year: 'number',
    version: 'number',
    content: 'text',
    sha256: 'text',
    installed_by: 'text',
    installed_at: 'number',
  });

  function years(): Result<readonly HolidayYearRow[], StoreFailure> {
    return store.read((reader) => {
      const inUse = new Map<number, HolidayYearRow>();
      for (const shipped of shippedHolidays) {
        inUse.set(shipped.year, { ...shipped, version: 0, installedBy: null, installedAt: null });
      }
      for (const row of table.select(reader, 'ORDER BY year, version')) {
        const { version, installed_by: by, installed_at: installedAt } = row;
        const file = holidayFile.parse(JSON.parse(row.content));
        inUse.set(row.year, { ...file, version, installedBy: nameOf(by), installedAt });
      }
      return [...inUse.values()].sort((a, b) => b.year - a.year);
    });
  }

  return {
    years,

    install(content, acting) {
      if (!may(acting.roles, 'CONFIRM_AGREEMENT')) return failed(appFailure('NOT_PERMITTED', 'calendar'));
      const file = holidayFile.safeParse(content);
      if (!file.success) {
        const [issue] = file.error.issues;
        const detail = `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim();
        return failed(appFailure('FILE_INVALID', 'calendar', detail));
      }
      const before = years();
      if (!before.ok) return before;
      const former = before.value.find(({ year }) => year === file.data.year);
      if (former !== undefined && textOf(former) === textOf(file.data)) return ok(undefined);
      return store.transaction((writer): Result<HolidaysChanged, StoreFailure> => {
        const { year } = file.data;
        const text = textOf(file.data);
        const sha256 = createHash('sha256').update(text).digest('hex');
        const version = (former?.version ?? 0) + 1;
        const { personId: installed_by, counter } = acting;
        table.insert(writer, {
          year,
          version,
          content: text,
          sha256,
          installed_by,
          installed_at: clock.now(),
        });
        writer.afterCommit(moved);
        const [had, has] = [freeDays(former), freeDays(file.data)];
        const added = has.filter((day) => !had.includes(day));
        const removed = had.filter((day) => !has.includes(day));
        const event = { event: 'HOLIDAYS_CHANGED', year, version, sha256, added, removed } as const;
        const noted = audit.append({ actor: installed_by, counter }, event);
        return noted.ok ? ok({ year, version, added, removed }) : noted;
      });
    },
  };
}

function textOf({ year, legalSource, publicHolidays, collectiveLeave }: HolidayYear): string {
  return JSON.stringify({ year, legalSource, publicHolidays, collectiveLeave });
}

function freeDays(file: HolidayYear | undefined): readonly string[] {
  return file === undefined ? [] : [...file.publicHolidays, ...file.collectiveLeave].sort();
}

/**
 * The week by which the office works (domain 6.1, Perpres 21/2023 Ps.7): laid down by the head, with its legal source, from a day that
 * is still to come. What was laid down stays on record; what counts is the newest for each day.
 */
import { failed, ok, type Result } from '../../native/failure.ts';
import type { AuditLog } from '../audit/index.ts';
import { addDays, type Day, dayInText, localDay, type WorkingWeek } from '../calendar/index.ts';
import {
  type Acting,
  appFailure,
  may,
  type WorkingWeekRow,
  type WorkingWeekRule,
} from '../contract/index.ts';
import { type Clock, type Store, type StoreFailure, sealedTable } from '../store/index.ts';

export interface WeekBook {
  /** The newest first. */
  list(): Result<readonly WorkingWeekRow[]>;
  /** Those that count, the earliest first. */
  inUse(): Result<readonly WorkingWeek[]>;
  /** The first day from which another week can count: what is due today stays due today. */
  nextDay(): Day;
  /** Fails with NOT_PERMITTED, or with WEEK_BEGUN for an earlier day. */
  set(rule: WorkingWeekRule, acting: Acting): Result<unknown>;
}

type WeekRow = {
  readonly version: number;
  readonly working_week: WorkingWeekRule['workingWeek'];
  readonly leave_is_workday: number;
  readonly from_day: string;
  readonly legal_source: string;
  readonly set_by: string;
  readonly set_at: number;
};

export interface WeekBookPorts {
  readonly zone: () => string;
  readonly nameOf: (personId: string) => string;
  /** Called once another week was laid down. */
  readonly moved: () => void;
}

export function weekBook(store: Store, audit: AuditLog, clock: Clock, ports: WeekBookPorts): WeekBook {
  const table = sealedTable<WeekRow>(store.rowSeal, 'working_week', ['version'], {
    version: 'number',
    working_week: 'text',
    leave_is_workday: 'number',
    from_day: 'text',
    legal_source: 'text',
    set_by: 'text',
    set_at: 'number',
  });

  /** One that was laid down later takes the place of those from its own first day on. */
  function list(): Result<readonly WorkingWeekRow[], StoreFailure> {
    return store.read((reader) => {
      let earliest = '9999-12-31';
      return table.select(reader, 'ORDER BY version DESC').map((row) => {
        const replaced = row.from_day >= earliest;
        if (!replaced) earliest = row.from_day;
        return { ...ruleOf(row), setBy: ports.nameOf(row.set_by), setAt: row.set_at, replaced };
      });
    });
  }

  const nextDay = () => addDays(localDay(clock.now(), ports.zone()), 1);

  return {
    list,
    nextDay,

    inUse() {
      const rows = list();
      return rows.ok ? ok(rows.value.filter(({ replaced }) => !replaced).reverse()) : rows;
    },

    set(rule, acting) {
      if (!may(acting.roles, 'CONFIRM_AGREEMENT')) return failed(appFailure('NOT_PERMITTED', 'calendar'));
      if (rule.from < nextDay()) {
        const words = { tanggal: dayInText(rule.from) };
        return failed(appFailure('WEEK_BEGUN', 'calendar', undefined, words));
      }
      return store.transaction((writer): Result<unknown, StoreFailure> => {
        const version = (table.select(writer, 'ORDER BY version DESC LIMIT 1')[0]?.version ?? 0) + 1;
        const { workingWeek, collectiveLeaveIsWorkday, from, legalSource } = rule;
        const { personId: set_by, counter } = acting;
        table.insert(writer, {
          version,
          working_week: workingWeek,
          leave_is_workday: Number(collectiveLeaveIsWorkday),
          from_day: from,
          legal_source: legalSource,
          set_by,
          set_at: clock.now(),
        });
        writer.afterCommit(ports.moved);
        const change = { version, workingWeek, collectiveLeaveIsWorkday, from };
        return audit.append({ actor: set_by, counter }, { event: 'WORKING_WEEK_CHANGED', ...change });
      });
    },
  };
}

function ruleOf(row: WeekRow): WorkingWeekRule {
  return {
    workingWeek: row.working_week,
    collectiveLeaveIsWorkday: row.leave_is_workday === 1,
    from: row.from_day,
    legalSource: row.legal_source,
  };
}

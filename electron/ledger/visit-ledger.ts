/** The visits of this counter as facts: which service, what came of the inquiry, how it ended. No value of a resident. */
import { failed, ok, type Result } from '../../native/failure.ts';
import { appFailure, type InquiryOutcome } from '../contract/index.ts';
import { type Reader, type Store, type StoreFailure, sealedTable, type Writer } from '../store/index.ts';

/** What main knows of a visit from its beginning. */
export interface VisitSetting {
  readonly visitId: string;
  readonly agreementId: string;
  readonly profileVersion: number;
  readonly serviceCode: string;
  readonly registrationNo: string;
  readonly operatorId: string;
  readonly counter: string;
  /** `YYYY-MM-DD` in the agreement's zone. */
  readonly day: string;
}

export type VisitEnd = 'CLOSED_SERVED' | 'CLOSED_NO_SERVICE' | 'CANCELLED';

export interface VisitLedger {
  /**
   * Notes how a visit ended. CLOSED_SERVED needs a recorded service, otherwise STEP_ORDER; and a visit whose service is recorded
   * was served, whatever became of its process afterwards. Saying it twice changes nothing.
   */
  close(setting: VisitSetting, end: VisitEnd, now: number): Result<unknown, StoreFailure>;
  /** Closes the visit whose service was recorded when the program was killed. Call once after opening. */
  recover(now: number): Result<unknown, StoreFailure>;
  /** Somebody was at this counter already. */
  any(): Result<boolean, StoreFailure>;
  today(
    day: string,
  ): Result<{ readonly served: number; readonly closedWithoutService: number }, StoreFailure>;
}

export type VisitRow = {
  readonly visit_id: string;
  readonly agreement_id: string;
  readonly profile_version: number;
  readonly service_code: string;
  readonly registration_no: string;
  readonly operator_id: string;
  readonly counter: string;
  readonly day: string;
  readonly outcome: InquiryOutcome | null;
  readonly verified: number;
  readonly recorded_at: number | null;
  readonly closed_at: number | null;
  readonly closed_as: VisitEnd | null;
};

export interface VisitRows {
  newest(reader: Reader): VisitRow | undefined;
  find(reader: Reader, visitId: string): VisitRow | undefined;
  insert(writer: Writer, row: VisitRow): void;
  update(writer: Writer, row: VisitRow): void;
}

export function visitRows(store: Store): VisitRows {
  const table = sealedTable<VisitRow>(store.rowSeal, 'visit', ['visit_id'], {
    visit_id: 'text',
    agreement_id: 'text',
    profile_version: 'number',
    service_code: 'text',
    registration_no: 'text',
    operator_id: 'text',
    counter: 'text',
    day: 'text',
    outcome: 'text',
    verified: 'number',
    recorded_at: 'number',
    closed_at: 'number',
    closed_as: 'text',
  });
  return {
    newest: (reader) => table.select(reader, 'ORDER BY seq DESC LIMIT 1')[0],
    find: (reader, visitId) => table.find(reader, visitId),
    insert: (writer, row) => table.insert(writer, row),
    update: (writer, row) => void table.update(writer, row),
  };
}

export function newVisitRow(setting: VisitSetting): VisitRow {
  return {
    visit_id: setting.visitId,
    agreement_id: setting.agreementId,
    profile_version: setting.profileVersion,
    service_code: setting.serviceCode,
    registration_no: setting.registrationNo,
    operator_id: setting.operatorId,
    counter: setting.counter,
    day: setting.day,
    outcome: null,
    verified: 0,
    recorded_at: null,
    closed_at: null,
    closed_as: null,
  };
}

export function visitLedger(store: Store): VisitLedger {
  const visits = visitRows(store);
  return {
    close: (setting, end, now) =>
      store.transaction((writer): Result<unknown, StoreFailure> => {
        const known = visits.find(writer, setting.visitId);
        const row = known ?? newVisitRow(setting);
        if (row.closed_as !== null) return ok(undefined);
        if (end === 'CLOSED_SERVED' && row.recorded_at === null) {
          return failed(appFailure('STEP_ORDER', 'visit', 'no service was recorded'));
        }
        const closed_as = row.recorded_at === null ? end : 'CLOSED_SERVED';
        const closed: VisitRow = { ...row, closed_at: now, closed_as };
        if (known === undefined) visits.insert(writer, closed);
        else visits.update(writer, closed);
        return ok(undefined);
      }),

    recover: (now) =>
      store.transaction((writer) => {
        // One visit at a time, and the next one has no row before it is recorded or over: only the newest can be unclosed.
        const row = visits.newest(writer);
        if (row !== undefined && row.recorded_at !== null && row.closed_as === null) {
          visits.update(writer, { ...row, closed_at: now, closed_as: 'CLOSED_SERVED' });
        }
        return ok(undefined);
      }),

    any: () => store.read((reader) => reader.get('SELECT 1 AS one FROM visit LIMIT 1') !== undefined),

    today: (day) =>
      store.read((reader) => {
        const ended = (end: VisitEnd) => Number(reader.get(`${ofDay} AND closed_as = ?`, day, day, end)?.n);
        return { served: ended('CLOSED_SERVED'), closedWithoutService: ended('CLOSED_NO_SERVICE') };
      }),
  };
}

/** Visits are numbered as they come, so a day is found from the newest visit backwards, without an index to keep. */
const ofDay = `SELECT count(*) AS n FROM visit
  WHERE seq > coalesce((SELECT seq FROM visit WHERE day < ? ORDER BY seq DESC LIMIT 1), 0) AND day = ?`;

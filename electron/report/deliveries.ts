/**
 * When and how each signed version of a report was handed in, and with which letter it was received: kept for good, whatever becomes of
 * the report, because it proves that the office was on time (domain 4.6).
 */
import { impersonalText } from '../audit/index.ts';
import type { Letter, ReportAct, ReportDispatch } from '../contract/index.ts';
import type { Reader, Writer } from '../store/index.ts';
import type { DeliveryRow, ReportTableRow, ReportTables } from './tables.ts';

type DeliveryAct = Extract<ReportAct, { readonly act: 'DISPATCH' | 'RECEIVE' }>;

/** Keeps it, and gives what the log says of it. */
export function keepDelivery(
  { deliveries }: ReportTables,
  writer: Writer,
  { report_id, version }: ReportTableRow,
  act: DeliveryAct,
  by: { readonly personId: string; readonly now: number },
) {
  const told = act.act === 'DISPATCH' ? submission(act) : receipt(act.letter);
  deliveries.insert(writer, { report_id, version, ...told, recorded_by: by.personId, recorded_at: by.now });
  const { day, channel, copies, letter_number: number } = told;
  return {
    day,
    ...(channel !== null && { channel: impersonalText(channel) }),
    ...(copies !== null && { copies: impersonalText(copies) }),
    ...(number !== null && { receipt: impersonalText(number) }),
  };
}

/** Of all versions, as each was handed in and received. */
export function deliveriesOf({ deliveries }: ReportTables, reader: Reader, report: ReportTableRow) {
  const kept = deliveries.select(reader, 'WHERE report_id = ?', report.report_id);
  const noted = deliveryInNote(report);
  const all = noted === undefined ? kept : [...kept, noted];
  return (version: number): { submitted: ReportDispatch | null; received: Letter | null } => {
    const find = (kind: DeliveryRow['kind']) =>
      all.find((one) => one.version === version && one.kind === kind);
    const [submitted, received] = [find('SUBMITTED'), find('RECEIVED')];
    return {
      submitted: submitted === undefined ? null : dispatchIn(submitted),
      received: received === undefined ? null : { number: received.letter_number ?? '', date: received.day },
    };
  };
}

/** Before the note goes, what it says of a delivery is kept. */
export function keepNoted({ deliveries }: ReportTables, writer: Writer, report: ReportTableRow): void {
  const noted = deliveryInNote(report);
  if (noted !== undefined) deliveries.insert(writer, noted);
}

/**
 * What stands in the note of a report that was handed in or received before that was kept apart: `2026-07-10 kurir tercatat`, or
 * `400/99 (2026-07-15)`. By whom it was recorded is in the audit log.
 */
export function deliveryInNote(report: ReportTableRow): DeliveryRow | undefined {
  const told = toldInNote(report);
  if (told === undefined) return undefined;
  const { report_id, version, changed_at: recorded_at } = report;
  return { report_id, version, ...told, recorded_by: null, recorded_at };
}

function toldInNote({ status, note }: ReportTableRow) {
  if (status === 'SUBMITTED') {
    const [, on, channel] = /^(\d{4}-\d{2}-\d{2}) (.+)$/s.exec(note) ?? [];
    return on === undefined || channel === undefined ? undefined : submission({ on, channel });
  }
  if (status !== 'RECEIVED') return undefined;
  const [, number, date] = /^(.+) \((\d{4}-\d{2}-\d{2})\)$/s.exec(note) ?? [];
  return number === undefined || date === undefined ? undefined : receipt({ number, date });
}

function submission({ on, channel, copies }: ReportDispatch) {
  return { kind: 'SUBMITTED', day: on, channel, copies: copies ?? null, letter_number: null } as const;
}

function receipt({ number, date }: Letter) {
  return { kind: 'RECEIVED', day: date, channel: null, copies: null, letter_number: number } as const;
}

function dispatchIn({ day: on, channel, copies }: DeliveryRow): ReportDispatch {
  return { on, channel: channel ?? '', ...(copies !== null && { copies }) };
}

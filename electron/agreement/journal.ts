/**
 * The one way in which an agreement changes: the transition table is asked, then row, event and audit entry are written in one
 * transaction. What has no place in the present state is refused here, whoever asks.
 */
import { type Failure, failed, ok, type Result } from '../../native/failure.ts';
import type { AuditContext, AuditEvent, AuditLog } from '../audit/index.ts';
import {
  type Acting,
  type AgreementDetail,
  type AgreementEvent,
  appFailure,
  nextAgreementStatus,
} from '../contract/index.ts';
import type { Clock, Store, Writer } from '../store/index.ts';
import type { Known, Register } from './register.ts';
import type { AgreementTableRow } from './rows.ts';

export type EventName = AgreementDetail['events'][number]['event'];

/** What is told about a change: the letter it rests on, and words. */
export interface Told {
  readonly reference?: string;
  readonly note?: string;
  /** A code; goes into the audit log too. */
  readonly cause?: string;
}

/** The clock, or an answer of Dukcapil. */
export const SYSTEM = { personId: 'SYSTEM', roles: [], counter: '-' } as const satisfies Acting;

export class Journal {
  readonly store: Store;
  readonly register: Register;
  readonly clock: Clock;
  readonly #audit: AuditLog;

  constructor(store: Store, register: Register, clock: Clock, audit: AuditLog) {
    this.store = store;
    this.register = register;
    this.clock = clock;
    this.#audit = audit;
  }

  /** Brings the event about, or answers STEP_ORDER. */
  move(
    writer: Writer,
    { row }: Known,
    event: AgreementEvent,
    acting: Acting,
    told: Told,
    change: Partial<AgreementTableRow> = {},
  ): Result<AgreementTableRow> {
    const to = nextAgreementStatus(row.status, event, row.suspended_from ?? undefined);
    if (to === undefined) return failed(outOfOrder(event, row.status));
    const next = { ...row, ...change, status: to };
    this.#update(writer, next);
    const { cause } = told;
    return this.write(writer, next, event, acting, told, {
      event: 'AGREEMENT_MOVED',
      by: event,
      from: row.status,
      to,
      ...(cause === undefined ? {} : { cause }),
    });
  }

  /** Writes something down that moves nothing. */
  note(
    writer: Writer,
    row: AgreementTableRow,
    event: EventName,
    acting: Acting,
    told: Told,
    change: Partial<AgreementTableRow> = {},
  ): Result<AgreementTableRow> {
    const next = { ...row, ...change };
    if (Object.keys(change).length > 0) this.#update(writer, next);
    const what = told.cause === undefined ? event : `${event} ${told.cause}`;
    return this.write(writer, next, event, acting, told, { event: 'AGREEMENT_NOTED', what });
  }

  write(
    writer: Writer,
    row: AgreementTableRow,
    event: EventName,
    acting: Acting,
    told: Told,
    audited: AuditEvent,
  ): Result<AgreementTableRow> {
    this.register.changed(writer);
    this.register.tables.events.insert(writer, {
      seq: nextSeq(writer.get('SELECT coalesce(max(seq), 0) + 1 AS next FROM agreement_event')?.next),
      agreement_id: row.agreement_id,
      at: this.clock.now(),
      actor: acting.personId,
      event,
      reference: told.reference ?? '',
      note: told.note ?? '',
    });
    const noted = this.audit(row, acting, audited);
    return noted.ok ? ok(row) : noted;
  }

  audit(row: AgreementTableRow, acting: Acting, event: AuditEvent): Result<unknown> {
    const context: AuditContext = {
      actor: acting.personId,
      counter: acting.counter,
      agreementId: row.agreement_id,
      ...(row.version === 0 ? {} : { profileVersion: row.version }),
    };
    return this.#audit.append(context, event);
  }

  #update(writer: Writer, row: AgreementTableRow): void {
    this.register.changed(writer);
    if (!this.register.tables.agreements.update(writer, row)) throw new Error('the agreement is gone');
  }
}

function nextSeq(value: unknown): number {
  return Number(value);
}

export function outOfOrder(what: string, state: string): Failure {
  return appFailure('STEP_ORDER', 'agreement', `${what} has no place in ${state}`);
}

export function letterText({ number, date }: { readonly number: string; readonly date: string }): string {
  return `${number} (${date})`;
}

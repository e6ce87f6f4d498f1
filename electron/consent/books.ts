/**
 * The tables of this room with the few moves that more than one of its parts makes: proving a consent, noting what happened to
 * it, and erasing what was kept because of it.
 */
import { ok, type Result } from '../../native/failure.ts';
import type { AuditContext, AuditLog } from '../audit/index.ts';
import type { ConsentEvent } from '../contract/index.ts';
import type { Clock, Reader, Store, StoreFailure, Writer } from '../store/index.ts';
import {
  type ConsentRow,
  consentTable,
  type KeptRowData,
  keptTable,
  requestTable,
  trailTable,
} from './rows.ts';

export const SYSTEM: AuditContext = { actor: 'SYSTEM', counter: '-' };

export type ErasureReason = 'WITHDRAWN' | 'RETENTION_ENDED' | 'PROOF_MISSING';

export interface Happened {
  readonly consentId: string;
  readonly event: ConsentEvent;
  readonly actor: string;
  readonly requestId?: string;
}

export type Books = ReturnType<typeof consentBooks>;

export function consentBooks(store: Store, audit: AuditLog, clock: Clock) {
  const consents = consentTable(store.rowSeal);
  const records = keptTable(store.rowSeal);
  const requests = requestTable(store.rowSeal);
  const trail = trailTable(store.rowSeal);

  /**
   * A consent whose row is sound; one that is damaged proves nothing and is as good as missing. Before it is missing, the whole table is
   * asked: an index that a flipped bit has spoilt must not cost anybody their record.
   */
  function soundConsent(reader: Reader, consentId: string): ConsentRow | undefined {
    const { sound, damaged } = consents.sift(reader, 'WHERE consent_id = ?', consentId);
    if (sound.length > 0 || damaged.length > 0) return sound[0];
    return consents.sift(reader, 'NOT INDEXED WHERE consent_id = ?', consentId).sound[0];
  }

  /**
   * How many are kept under each agreement, counted once: each has to be asked for its consent, and the agenda asks every time somebody
   * looks at home. Between a change and its commit nothing is remembered, for it may be rolled back.
   */
  const counted = new Map<string, number>();
  let isChanging = false;

  function changing(writer: Writer): void {
    counted.clear();
    isChanging = true;
    writer.afterCommit(() => {
      isChanging = false;
    });
  }

  function countOf(reader: Reader, agreementId: string): number {
    const known = counted.get(agreementId);
    if (known !== undefined) return known;
    const sql = 'SELECT count(*) AS n FROM kept JOIN consent USING (consent_id) WHERE agreement_id = ?';
    const n = Number(reader.get(sql, agreementId)?.n);
    if (!isChanging) counted.set(agreementId, n);
    return n;
  }

  /** The consent this record rests on, if it can be shown. */
  function proofOf(reader: Reader, record: KeptRowData): ConsentRow | undefined {
    const consent = soundConsent(reader, record.consent_id);
    const proven =
      consent?.decision === 'GRANTED' &&
      consent.evidence !== null &&
      consent.visit_id === record.visit_id &&
      consent.retained_until === record.retained_until;
    return proven ? consent : undefined;
  }

  function note(writer: Writer, { consentId, event, actor, requestId }: Happened): void {
    const seq = Number(writer.get('SELECT coalesce(max(seq), 0) + 1 AS seq FROM consent_event')?.seq);
    trail.insert(writer, {
      seq,
      consent_id: consentId,
      event,
      at: clock.now(),
      actor,
      request_id: requestId ?? null,
    });
  }

  /** Row, envelope and wrapped key go together, so no copy of the envelope can ever be opened again. */
  function erase(
    writer: Writer,
    record: KeptRowData,
    reason: ErasureReason,
    context: AuditContext,
  ): Result<unknown, StoreFailure> {
    const { record_id: recordId, consent_id: consentId } = record;
    changing(writer);
    writer.run('DELETE FROM kept WHERE record_id = ?', recordId);
    writer.erased();
    const consent = soundConsent(writer, consentId);
    if (consent !== undefined) {
      if (consent.erased_at === null) consents.update(writer, { ...consent, erased_at: clock.now() });
      note(writer, { consentId, event: 'ERASED', actor: context.actor });
    }
    return audit.append(context, { event: 'KEPT_ERASED', recordId, consentId, reason });
  }

  /** A record whose own row is damaged: nobody can say whose it is or how long it may stay, so it may not stay. */
  function eraseDamaged(writer: Writer, rowid: number): Result<unknown, StoreFailure> {
    changing(writer);
    if (writer.run('DELETE FROM kept WHERE rowid = ?', rowid) === 0) return ok(undefined);
    writer.erased();
    const names = { recordId: `row-${rowid}`, consentId: '-' };
    return audit.append(SYSTEM, { event: 'KEPT_ERASED', ...names, reason: 'PROOF_MISSING' });
  }

  return {
    consents,
    records,
    requests,
    trail,
    soundConsent,
    proofOf,
    note,
    changing,
    countOf,
    erase,
    eraseDamaged,
  };
}

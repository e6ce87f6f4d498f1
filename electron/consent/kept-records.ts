/**
 * Consent and what is kept because of it. Nothing is kept without a recorded consent, everything kept has an end, and when
 * the end comes, by date or by withdrawal, key and envelope are deleted and only the fact of the consent stays.
 */
import { randomUUID } from 'node:crypto';
import { failed, ok, type Result } from '../../native/failure.ts';
import type { AuditContext, AuditLog } from '../audit/index.ts';
import {
  appFailure,
  type ConsentFact,
  type ElementPart,
  type KeptRecordFact,
  type KeptRow,
  type RecordOrder,
} from '../contract/index.ts';
import { fromBase64, type KeyPair, newKeyPair, toBase64, toWirePair, zero } from '../sealing/index.ts';
import type { Clock, Store, StoreFailure, Writer } from '../store/index.ts';
import { unwrapRecordKey, wrapRecordKey } from './record-key.ts';
import { type ConsentRow, consentTable, type KeptRowData, keptTable } from './rows.ts';

/** What main adds to the facts of a visit. */
export interface ConsentSetting {
  readonly visitId: string;
  readonly agreementId: string;
  readonly profileVersion: number;
  readonly registrationNo: string;
  /** From the agreement, as it was told to the resident. */
  readonly purpose: string;
  readonly operatorId: string;
  readonly timeZone: string;
}

export interface KeptRecords {
  /** A key pair for the record this visit may leave. The private half stays here; asking again replaces it. */
  newRecordKey(visitId: string): { readonly recordId: string; readonly publicKey: string };
  /** The visit is over: a key that was not used is wiped. */
  dropRecordKey(visitId: string): void;
  /** Stores decision and, if granted, the record. Joins the caller's transaction. */
  record(
    setting: ConsentSetting,
    consent: ConsentFact,
    kept: KeptRecordFact | undefined,
    context: AuditContext,
  ): Result<unknown, StoreFailure>;
  /** Masked, newest first. */
  list(limit: number): Result<readonly KeptRow[], StoreFailure>;
  count(): Result<number, StoreFailure>;
  /** Everything a record process needs to show one record; noted in the audit log before it is given. */
  open(recordId: string, context: AuditContext): Result<RecordOrder, StoreFailure>;
  /** Withdrawal by receipt number: noted and erased at once. */
  withdraw(receiptNo: string, context: AuditContext): Result<unknown, StoreFailure>;
  /** Erases records whose last day lies before `today`, `YYYY-MM-DD` in the agreement's zone. Gives the number. */
  eraseEnded(today: string): Result<number, StoreFailure>;
}

const SYSTEM: AuditContext = { actor: 'SYSTEM', counter: '-' };

export function keptRecords(store: Store, audit: AuditLog, clock: Clock, master: Uint8Array): KeptRecords {
  const consents = consentTable(store.rowSeal);
  const records = keptTable(store.rowSeal);
  const pending = new Map<string, { readonly recordId: string; readonly pair: KeyPair }>();

  function dropRecordKey(visitId: string): void {
    const key = pending.get(visitId);
    if (key === undefined) return;
    zero(key.pair.privateKey);
    pending.delete(visitId);
  }

  function keep(
    writer: Writer,
    consent: ConsentRow,
    kept: KeptRecordFact,
    context: AuditContext,
  ): Result<unknown, StoreFailure> {
    const key = pending.get(consent.visit_id);
    if (key === undefined || key.recordId !== kept.recordId) {
      return failed(appFailure('STEP_ORDER', 'kept record', 'no key was asked for'));
    }
    if (consent.retained_until === null || consent.evidence === null) {
      return failed(appFailure('CONSENT_EVIDENCE_REQUIRED', 'kept record'));
    }
    records.insert(writer, {
      record_id: kept.recordId,
      consent_id: consent.consent_id,
      visit_id: consent.visit_id,
      masked_nik: kept.maskedNik,
      nik_hash: kept.nikHash,
      envelope: fromBase64(kept.envelope),
      wrapped_key: wrapRecordKey(master, kept.recordId, key.pair),
      retained_until: consent.retained_until,
      stored_at: consent.decided_at,
    });
    writer.afterCommit(() => dropRecordKey(consent.visit_id));
    return audit.append(context, {
      event: 'KEPT_STORED',
      recordId: kept.recordId,
      consentId: consent.consent_id,
    });
  }

  function erase(
    writer: Writer,
    record: KeptRowData,
    consent: ConsentRow,
    reason: 'WITHDRAWN' | 'RETENTION_ENDED',
    context: AuditContext,
  ): Result<unknown, StoreFailure> {
    writer.run('DELETE FROM kept WHERE record_id = ?', record.record_id);
    writer.erased();
    consents.update(writer, { ...consent, erased_at: clock.now() });
    const { record_id: recordId, consent_id: consentId } = record;
    return audit.append(context, { event: 'KEPT_ERASED', recordId, consentId, reason });
  }

  return {
    newRecordKey(visitId) {
      dropRecordKey(visitId);
      const key = { recordId: randomUUID(), pair: newKeyPair() };
      pending.set(visitId, key);
      return { recordId: key.recordId, publicKey: toBase64(key.pair.publicKey) };
    },

    dropRecordKey,

    record(setting, consent, kept, context) {
      return store.transaction((writer): Result<unknown, StoreFailure> => {
        if (!hasEvidence(consent)) return failed(appFailure('CONSENT_EVIDENCE_REQUIRED', 'consent'));
        if (kept !== undefined && consent.decision !== 'GRANTED') {
          return failed(appFailure('STEP_ORDER', 'kept record', 'consent was refused'));
        }
        const row = consentRow(setting, consent, clock.now());
        consents.insert(writer, row);
        const noted = audit.append(context, {
          event: 'CONSENT_RECORDED',
          consentId: consent.consentId,
          outcome: consent.decision,
          elements: consent.elements,
          noticeVersion: consent.noticeVersion,
          ...(consent.evidence === undefined ? {} : { evidence: consent.evidence }),
        });
        return noted.ok && kept !== undefined ? keep(writer, row, kept, context) : noted;
      });
    },

    list: (limit) =>
      store.read((reader) =>
        records.select(reader, 'ORDER BY stored_at DESC, record_id LIMIT ?', limit).flatMap((record) => {
          const consent = consents.find(reader, record.consent_id);
          return consent === undefined ? [] : [keptRow(record, consent)];
        }),
      ),

    count: () => store.read((reader) => Number(reader.get('SELECT count(*) AS n FROM kept')?.n)),

    open(recordId, context) {
      return store.transaction((writer): Result<RecordOrder, StoreFailure> => {
        const record = records.find(writer, recordId);
        const consent = record && consents.find(writer, record.consent_id);
        if (record === undefined || consent === undefined) return unreadable('erased');
        const key = unwrapRecordKey(master, recordId, record.wrapped_key);
        if (key === undefined) return unreadable('its key');
        const order: RecordOrder = {
          recordId,
          envelope: toBase64(record.envelope),
          key: toWirePair(key),
          receiptNo: consent.receipt_no,
          consentedAt: new Date(consent.decided_at).toISOString(),
          retainedUntil: record.retained_until,
          purpose: consent.purpose,
        };
        zero(key.privateKey);
        const noted = audit.append(
          { ...context, agreementId: consent.agreement_id, profileVersion: consent.profile_version },
          { event: 'KEPT_OPENED', recordId, consentId: consent.consent_id },
        );
        return noted.ok ? ok(order) : noted;
      });
    },

    withdraw(receiptNo, context) {
      return store.transaction((writer): Result<unknown, StoreFailure> => {
        const consent = consents.select(writer, 'WHERE receipt_no = ?', receiptNo)[0];
        if (consent === undefined || consent.decision === 'REFUSED' || consent.withdrawn_at !== null) {
          return failed(appFailure('STEP_ORDER', 'withdrawal', 'no consent in force'));
        }
        const withdrawn: ConsentRow = { ...consent, withdrawn_at: clock.now() };
        consents.update(writer, withdrawn);
        const { consent_id: consentId } = consent;
        const noted = audit.append(context, { event: 'CONSENT_WITHDRAWN', consentId });
        const record = records.select(writer, 'WHERE consent_id = ?', consentId)[0];
        return noted.ok && record ? erase(writer, record, withdrawn, 'WITHDRAWN', context) : noted;
      });
    },

    eraseEnded(today) {
      return store.transaction((writer): Result<number, StoreFailure> => {
        const ended = records.select(writer, 'WHERE retained_until < ?', today);
        for (const record of ended) {
          const consent = consents.find(writer, record.consent_id);
          if (consent === undefined) return failed(appFailure('STORE_DAMAGED', 'kept record'));
          const erased = erase(writer, record, consent, 'RETENTION_ENDED', SYSTEM);
          if (!erased.ok) return erased;
        }
        return ok(ended.length);
      });
    },
  };
}

/** a click of the operator is no consent. R-095: no keeping without an end. */
function hasEvidence(consent: ConsentFact): boolean {
  if (consent.decision === 'REFUSED') return true;
  return consent.evidence !== undefined && consent.retainedUntil !== undefined && consent.elements.length > 0;
}

/** Of a refusal stay decision, time, visit and notice (domain 5.6). */
function consentRow(setting: ConsentSetting, consent: ConsentFact, now: number): ConsentRow {
  const granted = consent.decision === 'GRANTED';
  return {
    consent_id: consent.consentId,
    receipt_no: consent.receiptNo,
    visit_id: setting.visitId,
    agreement_id: setting.agreementId,
    profile_version: setting.profileVersion,
    registration_no: setting.registrationNo,
    decision: consent.decision,
    elements: JSON.stringify(granted ? consent.elements : []),
    purpose: setting.purpose,
    retained_until: granted ? (consent.retainedUntil ?? null) : null,
    notice_version: consent.noticeVersion,
    notice_hash: consent.noticeHash,
    language: consent.language,
    evidence: granted ? (consent.evidence ?? null) : null,
    has_companion: consent.hasCompanion ? 1 : 0,
    operator_id: setting.operatorId,
    decided_at: now,
    time_zone: setting.timeZone,
    withdrawn_at: null,
    erased_at: null,
  };
}

function keptRow(record: KeptRowData, consent: ConsentRow): KeptRow {
  return {
    recordId: record.record_id,
    receiptNo: consent.receipt_no,
    maskedNik: record.masked_nik,
    elements: JSON.parse(consent.elements) as readonly ElementPart[],
    consentedAt: consent.decided_at,
    retainedUntil: record.retained_until,
  };
}

function unreadable(detail: string) {
  return failed(appFailure('ENVELOPE_UNREADABLE', 'kept record', detail));
}

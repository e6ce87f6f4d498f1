/**
 * Consent and what is kept because of it. Nothing is kept without a recorded consent that names its evidence, nothing is shown
 * whose consent cannot be proven, and when the end comes only the fact of the consent stays.
 */
import { randomUUID } from 'node:crypto';
import { failed, ok, type Result } from '../../native/failure.ts';
import type { AuditContext, AuditLog } from '../audit/index.ts';
import { localDay } from '../calendar/index.ts';
import {
  appFailure,
  type ConsentFact,
  type ElementPart,
  type KeptRecordFact,
  type KeptRow,
  may,
  type RecordOrder,
  type Role,
  type TrailEntry,
} from '../contract/index.ts';
import { fromBase64, type KeyPair, newKeyPair, toBase64, toWirePair, zero } from '../sealing/index.ts';
import type { Clock, Reader, Store, StoreFailure, Writer } from '../store/index.ts';
import type { Books, ErasureReason } from './books.ts';
import { type Erasing, erasing } from './erasing.ts';
import { unwrapRecordKey, wrapRecordKey } from './record-key.ts';
import type { ConsentRow, KeptRowData } from './rows.ts';

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

/** The access request a record is opened for, by a person with these roles, and the office that answers. */
export interface Answering {
  readonly requestId: string;
  readonly institution: string;
  readonly roles: readonly Role[];
}

export interface KeptRecords extends Erasing {
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
  /** Those of one agreement: when it has ended, each is kept to its day or erased. */
  countOf(agreementId: string): Result<number, StoreFailure>;
  /**
   * Everything a record process needs to show one record; noted in the audit log before it is given. CONSENT_WITHDRAWN once its
   * resident withdrew, unless `requestId` is an open access request for it; CONSENT_PROOF_MISSING when nobody can show the
   * consent, and then the record is erased.
   * @param answering the access request it is opened for, by whom, and the office that answers
   */
  open(recordId: string, context: AuditContext, answering?: Answering): Result<RecordOrder, StoreFailure>;
}

export function keptRecords(
  store: Store,
  audit: AuditLog,
  clock: Clock,
  books: Books,
  master: Uint8Array,
): KeptRecords {
  const { consents, records } = books;
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
    books.changing(writer);
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
    books.note(writer, { consentId: consent.consent_id, event: 'STORED', actor: context.actor });
    return audit.append(context, {
      event: 'KEPT_STORED',
      recordId: kept.recordId,
      consentId: consent.consent_id,
    });
  }

  return {
    ...erasing(store, books),

    newRecordKey(visitId) {
      dropRecordKey(visitId);
      const key = { recordId: randomUUID(), pair: newKeyPair() };
      pending.set(visitId, key);
      return { recordId: key.recordId, publicKey: toBase64(key.pair.publicKey) };
    },

    dropRecordKey,

    record(setting, consent, kept, context) {
      return store.transaction((writer): Result<unknown, StoreFailure> => {
        const objection = objectionTo(consent, kept);
        if (objection !== undefined) return failed(appFailure(objection, 'consent'));
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
        records.sift(reader, 'ORDER BY stored_at DESC, record_id LIMIT ?', limit).sound.flatMap((record) => {
          const consent = books.proofOf(reader, record);
          return consent === undefined ? [] : [keptRow(record, consent)];
        }),
      ),

    count: () => store.read((reader) => Number(reader.get('SELECT count(*) AS n FROM kept')?.n)),

    countOf: (agreementId) => store.read((reader) => books.countOf(reader, agreementId)),

    open(recordId, context, answering) {
      const opened = store.transaction((writer): Result<Opened, StoreFailure> => {
        const found = findRecord(books, writer, recordId, clock.now());
        if (!found.ok) return found;
        const { record, consent, gone } = found.value;
        // The erasure is to last, so it is no failure of this transaction.
        if (consent === undefined || gone !== undefined) {
          const reason = gone ?? 'PROOF_MISSING';
          const erased = books.erase(writer, record, reason, context);
          return erased.ok ? ok({ gone: reason }) : erased;
        }
        const requestId = answering?.requestId;
        const allowed = mayOpen(books, writer, consent, answering);
        if (!allowed.ok) return allowed;
        const order = orderOf(record, consent);
        if (order === undefined) return unreadable('its key');
        const noted = noteOpened(writer, record, consent, context, requestId);
        if (!noted.ok) return noted;
        if (answering === undefined) return ok({ order });
        const { institution } = answering;
        const trail = trailOf(books, writer, consent.consent_id);
        return ok({ order: { ...order, answer: { institution, timeZone: consent.time_zone, trail } } });
      });
      if (!opened.ok) return opened;
      if ('order' in opened.value) return ok(opened.value.order);
      return opened.value.gone === 'PROOF_MISSING'
        ? failed(appFailure('CONSENT_PROOF_MISSING', 'kept record'))
        : unreadable('erased');
    },
  };

  function noteOpened(
    writer: Writer,
    record: KeptRowData,
    consent: ConsentRow,
    context: AuditContext,
    requestId: string | undefined,
  ): Result<unknown, StoreFailure> {
    const { record_id: recordId, consent_id: consentId } = record;
    const about = requestId === undefined ? {} : { requestId };
    books.note(writer, { consentId, event: 'OPENED', actor: context.actor, ...about });
    return audit.append(
      { ...context, agreementId: consent.agreement_id, profileVersion: consent.profile_version },
      { event: 'KEPT_OPENED', recordId, consentId, ...about },
    );
  }

  function orderOf(record: KeptRowData, consent: ConsentRow): RecordOrder | undefined {
    const key = unwrapRecordKey(master, record.record_id, record.wrapped_key);
    if (key === undefined) return undefined;
    const order: RecordOrder = {
      recordId: record.record_id,
      envelope: toBase64(record.envelope),
      key: toWirePair(key),
      receiptNo: consent.receipt_no,
      consentedAt: new Date(consent.decided_at).toISOString(),
      retainedUntil: record.retained_until,
      purpose: consent.purpose,
    };
    zero(key.privateKey);
    return order;
  }
}

type Opened = { readonly order: RecordOrder } | { readonly gone: ErasureReason };

interface Found {
  readonly record: KeptRowData;
  readonly consent: ConsentRow | undefined;
  /** Its time is over and the clock has not come to it yet. */
  readonly gone: 'RETENTION_ENDED' | undefined;
}

function findRecord(
  books: Books,
  reader: Reader,
  recordId: string,
  now: number,
): Result<Found, StoreFailure> {
  const record = books.records.find(reader, recordId);
  if (record === undefined) return unreadable('erased');
  const consent = books.proofOf(reader, record);
  const ended = consent !== undefined && record.retained_until < localDay(now, consent.time_zone);
  return ok({ record, consent, gone: ended ? 'RETENTION_ENDED' : undefined });
}

/** A withdrawn record is closed to everybody; only its resident may still be told what is in it. */
function mayOpen(
  books: Books,
  reader: Reader,
  consent: ConsentRow,
  answering: Answering | undefined,
): Result<unknown, StoreFailure> {
  if (answering === undefined) {
    return consent.withdrawn_at === null
      ? ok(undefined)
      : failed(appFailure('CONSENT_WITHDRAWN', 'kept record'));
  }
  if (!may(answering.roles, 'COMPLETE_REQUEST')) return failed(appFailure('NOT_PERMITTED', 'kept record'));
  const request = books.requests.find(reader, answering.requestId);
  if (request?.kind !== 'ACCESS' || request.consent_id !== consent.consent_id) {
    return failed(appFailure('STEP_ORDER', 'kept record', 'no such access request'));
  }
  return request.status === 'OPEN' ? ok(undefined) : failed(appFailure('REQUEST_SETTLED', 'kept record'));
}

function trailOf(books: Books, reader: Reader, consentId: string): TrailEntry[] {
  return books.trail
    .select(reader, 'WHERE consent_id = ? ORDER BY seq', consentId)
    .map(({ event, at, actor }) => ({ event, at, actor }));
}

/** a click of the operator is no consent. R-095: no keeping without an end. R-023: no keeping against the resident's word. */
function objectionTo(consent: ConsentFact, kept: KeptRecordFact | undefined) {
  if (consent.decision === 'REFUSED') return kept === undefined ? undefined : 'STORE_NOT_ALLOWED_YET';
  const { evidence, evidenceRef = '', retainedUntil, elements } = consent;
  if (retainedUntil === undefined) return 'RETENTION_REQUIRED';
  const isProven = evidence !== undefined && evidenceRef.trim() !== '' && elements.length > 0;
  return isProven ? undefined : 'CONSENT_EVIDENCE_REQUIRED';
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
    evidence_ref: granted ? (consent.evidenceRef ?? null) : null,
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
    withdrawnAt: consent.withdrawn_at,
  };
}

function unreadable(detail: string) {
  return failed(appFailure('ENVELOPE_UNREADABLE', 'kept record', detail));
}

/**
 * What residents ask of the office that keeps their card data: to be told what is kept, or to have it erased because
 * they withdrew. Both have 72 clock hours. A withdrawal closes the record at once and needs no manager to be carried
 * out: the clock does it at the limit.
 */
import { randomUUID } from 'node:crypto';
import { failed, ok, type Result } from '../../native/failure.ts';
import type { AuditContext, AuditLog } from '../audit/index.ts';
import {
  type Acting,
  appFailure,
  may,
  nextRequestStatus,
  type RequestAct,
  type RequestEvent,
  type RequestRow,
  requestTimeMs,
} from '../contract/index.ts';
import type { Clock, Reader, Store, StoreFailure, Writer } from '../store/index.ts';
import { type Books, SYSTEM } from './books.ts';
import type { ConsentRow, RequestRowData } from './rows.ts';

export interface ResidentRequests {
  /** Open ones first, the most urgent at the top; then the settled, newest first. */
  list(limit: number): Result<readonly RequestRow[], StoreFailure>;
  /**
   * NOT_PERMITTED; RECEIPT_UNKNOWN when no consent in force has this number; REQUEST_SETTLED when somebody was faster;
   * STEP_ORDER for what the request does not allow.
   */
  act(act: RequestAct, acting: Acting): Result<null, StoreFailure>;
  /** Carries out the withdrawals whose time is up. To be asked at every tick of the clock and at every start. Gives the number. */
  settleDue(now: number): Result<number, StoreFailure>;
  /** The newest withdrawals of consents under an agreement, for the receipt their residents get. */
  withdrawals(agreementId: string): Result<readonly Withdrawal[], StoreFailure>;
  /** Those that wait, for whoever only has to know by when. */
  open(): Result<readonly Pick<RequestRow, 'requestId' | 'kind' | 'dueAt'>[], StoreFailure>;
  /** How many wait, and when the first of them is due. */
  waiting(): Result<{ readonly open: number; readonly nextDueAt: number | null }, StoreFailure>;
}

export interface Withdrawal
  extends Pick<RequestRow, 'requestId' | 'receiptNo' | 'channel' | 'receivedAt' | 'dueAt'> {
  /** Who received it. */
  readonly takenBy: string;
}

const mostWithdrawals = 50;

type Taken = Extract<RequestAct, { act: 'TAKE' }>;

export function residentRequests(
  store: Store,
  audit: AuditLog,
  clock: Clock,
  books: Books,
): ResidentRequests {
  const { requests, consents, records } = books;

  function take(asked: Taken, context: AuditContext): Result<null, StoreFailure> {
    const { kind, channel } = asked;
    return store.transaction((writer): Result<null, StoreFailure> => {
      const consent = consents.select(writer, 'WHERE receipt_no = ?', asked.receiptNo)[0];
      if (consent === undefined || !isInForce(consent, kind)) {
        return failed(appFailure('RECEIPT_UNKNOWN', 'request'));
      }
      const { consent_id: consentId } = consent;
      const known = requests.select(
        writer,
        "WHERE consent_id = ? AND kind = ? AND status = 'OPEN'",
        consentId,
        kind,
      );
      if (known.length > 0) return failed(appFailure('STEP_ORDER', 'request', 'asked before and still open'));
      const now = clock.now();
      const requestId = randomUUID();
      requests.insert(writer, {
        request_id: requestId,
        consent_id: consentId,
        kind,
        channel,
        status: 'OPEN',
        received_at: now,
        due_at: now + requestTimeMs,
        settled_at: null,
        note: '',
      });
      books.note(writer, { consentId, event: `${kind}_TAKEN`, actor: context.actor, requestId });
      const noted = audit.append(context, { event: 'REQUEST_TAKEN', requestId, consentId, kind, channel });
      if (!noted.ok || kind === 'ACCESS') return noted.ok ? ok(null) : noted;
      consents.update(writer, { ...consent, withdrawn_at: now });
      const withdrawn = audit.append(context, { event: 'CONSENT_WITHDRAWN', consentId });
      return withdrawn.ok ? ok(null) : withdrawn;
    });
  }

  /** Joins the caller's transaction. What a withdrawal asked for is done in the same step in which it is called done. */
  function settle(
    writer: Writer,
    request: RequestRowData,
    event: RequestEvent,
    note: string,
    context: AuditContext,
  ): Result<null, StoreFailure> {
    const { request_id: requestId, consent_id: consentId, kind } = request;
    if (request.status !== 'OPEN') return failed(appFailure('REQUEST_SETTLED', 'request'));
    const status = nextRequestStatus(kind, request.status, event);
    if (status === undefined) return failed(appFailure('STEP_ORDER', 'request', `${event} of ${kind}`));
    if (kind === 'WITHDRAWAL') {
      const erased = eraseKept(writer, consentId, context);
      if (!erased.ok) return erased;
    }
    requests.update(writer, { ...request, status, settled_at: clock.now(), note });
    books.note(writer, { consentId, event: status, actor: context.actor, requestId });
    const noted = audit.append(context, { event: 'REQUEST_SETTLED', requestId, consentId, outcome: status });
    return noted.ok ? ok(null) : noted;
  }

  function eraseKept(
    writer: Writer,
    consentId: string,
    context: AuditContext,
  ): Result<unknown, StoreFailure> {
    const { sound, damaged } = records.sift(writer, 'WHERE consent_id = ?', consentId);
    for (const record of sound) {
      const erased = books.erase(writer, record, 'WITHDRAWN', context);
      if (!erased.ok) return erased;
    }
    for (const { rowid } of damaged) {
      const erased = books.eraseDamaged(writer, rowid);
      if (!erased.ok) return erased;
    }
    return ok(undefined);
  }

  function decide(
    requestId: string,
    event: RequestEvent,
    note: string,
    context: AuditContext,
  ): Result<null, StoreFailure> {
    return store.transaction((writer): Result<null, StoreFailure> => {
      const request = requests.find(writer, requestId);
      if (request === undefined) return failed(appFailure('STEP_ORDER', 'request', 'no such request'));
      return settle(writer, request, event, note, context);
    });
  }

  function row(reader: Reader, request: RequestRowData): RequestRow {
    const consent = books.soundConsent(reader, request.consent_id);
    const record = records.sift(reader, 'WHERE consent_id = ?', request.consent_id).sound[0];
    return {
      requestId: request.request_id,
      agreementId: consent?.agreement_id ?? null,
      kind: request.kind,
      receiptNo: consent?.receipt_no ?? '–',
      recordId: record?.record_id ?? null,
      channel: request.channel,
      status: request.status,
      receivedAt: request.received_at,
      dueAt: request.due_at,
      settledAt: request.settled_at,
      note: request.note,
    };
  }

  return {
    list: (limit) =>
      store.read((reader) => {
        const open = requests.sift(reader, "WHERE status = 'OPEN' ORDER BY due_at, request_id");
        const settled = requests.sift(
          reader,
          "WHERE status <> 'OPEN' ORDER BY received_at DESC, request_id LIMIT ?",
          limit,
        );
        return [...open.sound, ...settled.sound].map((request) => row(reader, request));
      }),

    act(asked, acting) {
      const action = asked.act === 'TAKE' ? 'TAKE_REQUEST' : 'COMPLETE_REQUEST';
      if (!may(acting.roles, action)) return failed(appFailure('NOT_PERMITTED', asked.act));
      const context: AuditContext = { actor: acting.personId, counter: acting.counter };
      switch (asked.act) {
        case 'TAKE':
          return take(asked, context);
        case 'COMPLETE':
          return decide(asked.requestId, 'COMPLETE', asked.note, context);
        case 'REFUSE':
          return decide(asked.requestId, 'REFUSE', asked.reason, context);
      }
    },

    settleDue(now) {
      const due = store.read(
        (reader) =>
          requests.sift(reader, "WHERE status = 'OPEN' AND kind = 'WITHDRAWAL' AND due_at <= ?", now).sound,
      );
      if (!due.ok) return due;
      let count = 0;
      // Each by itself: one that the disk will not take now keeps no other waiting.
      for (const request of due.value) {
        const settled = store.transaction((writer) => settle(writer, request, 'TIME_UP', '', SYSTEM));
        if (settled.ok) count += 1;
      }
      return ok(count);
    },

    withdrawals: (agreementId) =>
      store.read((reader) =>
        requests
          .sift(
            reader,
            `INDEXED BY request_by_time WHERE kind = 'WITHDRAWAL' AND ? = (
               SELECT agreement_id FROM consent WHERE consent.consent_id = resident_request.consent_id)
             ORDER BY received_at DESC, request_id LIMIT ${mostWithdrawals}`,
            agreementId,
          )
          .sound.map((request) => {
            const { requestId, receiptNo, channel, receivedAt, dueAt } = row(reader, request);
            const taken = books.trail.select(
              reader,
              "WHERE consent_id = ? AND request_id = ? AND event = 'WITHDRAWAL_TAKEN'",
              request.consent_id,
              requestId,
            )[0];
            return { requestId, receiptNo, channel, receivedAt, dueAt, takenBy: taken?.actor ?? '' };
          }),
      ),

    open: () =>
      store.read((reader) =>
        requests
          .sift(reader, "WHERE status = 'OPEN' ORDER BY due_at, request_id")
          .sound.map(({ request_id: requestId, kind, due_at: dueAt }) => ({ requestId, kind, dueAt })),
      ),

    waiting: () =>
      store.read((reader) => {
        const found = reader.get(
          "SELECT count(*) AS n, min(due_at) AS due FROM resident_request WHERE status = 'OPEN'",
        );
        return { open: Number(found?.n), nextDueAt: typeof found?.due === 'number' ? found.due : null };
      }),
  };
}

/**
 * A withdrawal needs a consent that was given and not withdrawn yet. Whoever asks what is kept is answered as long as there is
 * something to tell: also between withdrawal and erasure, and after the retention ended.
 */
function isInForce(consent: ConsentRow, kind: RequestRowData['kind']): boolean {
  if (consent.decision !== 'GRANTED') return false;
  return consent.withdrawn_at === null || (kind === 'ACCESS' && consent.erased_at === null);
}

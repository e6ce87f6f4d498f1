/** Permits, each good for one use, and the inquiries made with them: who was asked about is there only as a keyed hash. */
import { failed, ok, type Result } from '../../native/failure.ts';
import { appFailure, type InquiryOutcome } from '../contract/index.ts';
import { type Store, type StoreFailure, sealedTable } from '../store/index.ts';

export interface PermitFact {
  readonly permitId: string;
  readonly kind: 'READ' | 'INQUIRE';
  readonly visitId: string;
  readonly agreementId: string;
  readonly issuedAt: number;
  readonly expiresAt: number;
  /** Of an inquiry: HMAC of the NIK, 64 hex digits. */
  readonly nikHash?: string;
}

export interface InquiryFact {
  readonly permitId: string;
  readonly outcome: InquiryOutcome;
  readonly ms: number;
  readonly at: number;
  readonly failure?: string;
}

export interface InquiryLedger {
  issue(permit: PermitFact): Result<unknown, StoreFailure>;
  /**
   * Uses the permit of a read up, once the read is over; that it began in time was seen to before. Fails with PERMIT_EXPIRED when
   * it is unknown, used, or another visit's.
   */
  use(permitId: string, visitId: string, at: number, cameTo: 'OK' | 'FAILED'): Result<unknown, StoreFailure>;
  /**
   * Notes what came of an inquiry and uses its permit up, both or none. An inquiry that was made is noted however late its
   * answer came; a second one on the same permit fails with PERMIT_EXPIRED.
   */
  record(fact: InquiryFact): Result<unknown, StoreFailure>;
  /** Inquiries of the agreement since that moment, newest first. */
  since(agreementId: string, at: number): Result<readonly RecordedInquiry[], StoreFailure>;
}

export interface RecordedInquiry extends InquiryFact {
  readonly visitId: string;
  readonly nikHash: string;
}

type PermitRow = {
  readonly permit_id: string;
  readonly kind: 'READ' | 'INQUIRE';
  readonly visit_id: string;
  readonly agreement_id: string;
  readonly issued_at: number;
  readonly expires_at: number;
  readonly used_at: number | null;
  readonly nik_hash: string | null;
  /** Of a read; null while it goes on, and for inquiries. */
  readonly came_to: 'OK' | 'FAILED' | null;
};

type InquiryRow = {
  readonly permit_id: string;
  readonly visit_id: string;
  readonly agreement_id: string;
  readonly nik_hash: string;
  readonly outcome: InquiryOutcome;
  readonly failure: string | null;
  readonly ms: number;
  readonly at: number;
};

export function inquiryLedger(store: Store): InquiryLedger {
  const permits = sealedTable<PermitRow>(
    store.rowSeal,
    'permit',
    ['permit_id'],
    {
      permit_id: 'text',
      kind: 'text',
      visit_id: 'text',
      agreement_id: 'text',
      issued_at: 'number',
      expires_at: 'number',
      used_at: 'number',
      nik_hash: 'text',
      came_to: 'text',
    },
    ['came_to'],
  );
  const inquiries = sealedTable<InquiryRow>(store.rowSeal, 'inquiry', ['permit_id'], {
    permit_id: 'text',
    visit_id: 'text',
    agreement_id: 'text',
    nik_hash: 'text',
    outcome: 'text',
    failure: 'text',
    ms: 'number',
    at: 'number',
  });

  return {
    issue: (permit) =>
      store.transaction((writer) => {
        permits.insert(writer, {
          permit_id: permit.permitId,
          kind: permit.kind,
          visit_id: permit.visitId,
          agreement_id: permit.agreementId,
          issued_at: permit.issuedAt,
          expires_at: permit.expiresAt,
          used_at: null,
          nik_hash: permit.nikHash ?? null,
          came_to: null,
        });
        return ok(undefined);
      }),

    use: (permitId, visitId, at, came_to) =>
      store.transaction((writer): Result<unknown, StoreFailure> => {
        const row = permits.find(writer, permitId);
        if (row?.visit_id !== visitId || row.used_at !== null) return expired();
        permits.update(writer, { ...row, used_at: at, came_to });
        return ok(undefined);
      }),

    record: (fact) =>
      store.transaction((writer): Result<unknown, StoreFailure> => {
        const permit = permits.find(writer, fact.permitId);
        if (permit?.kind !== 'INQUIRE' || permit.nik_hash === null) return expired();
        if (inquiries.find(writer, fact.permitId) !== undefined) return expired();
        if (permit.used_at === null) permits.update(writer, { ...permit, used_at: fact.at });
        inquiries.insert(writer, {
          permit_id: fact.permitId,
          visit_id: permit.visit_id,
          agreement_id: permit.agreement_id,
          nik_hash: permit.nik_hash,
          outcome: fact.outcome,
          failure: fact.failure ?? null,
          ms: Math.round(fact.ms),
          at: fact.at,
        });
        return ok(undefined);
      }),

    since: (agreementId, at) =>
      store.read((reader) =>
        inquiries
          .select(reader, 'WHERE agreement_id = ? AND at >= ? ORDER BY at DESC', agreementId, at)
          .map(recordedInquiry),
      ),
  };
}

function recordedInquiry(row: InquiryRow): RecordedInquiry {
  return {
    permitId: row.permit_id,
    visitId: row.visit_id,
    nikHash: row.nik_hash,
    outcome: row.outcome,
    ms: row.ms,
    at: row.at,
    ...(row.failure === null ? {} : { failure: row.failure }),
  };
}

function expired() {
  return failed(appFailure('PERMIT_EXPIRED', 'permit'));
}

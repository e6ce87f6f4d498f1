/** Hits per agreement and day. A hit is reserved before the call, so that a crash can waste one but never overdraw. */
import { failed, ok, type Result } from '../../native/failure.ts';
import { appFailure } from '../contract/index.ts';
import { type Reader, type Store, type StoreFailure, sealedTable } from '../store/index.ts';

export interface QuotaDay {
  readonly used: number;
  /** The gateway itself said that the quota is used up; holds until midnight whatever our count says. */
  readonly exhaustedOfficially: boolean;
}

export interface QuotaLedger {
  /**
   * Takes one hit, durable before the answer. `limit` null is unlimited. Fails with QUOTA_EXHAUSTED_LOCAL.
   * @param day `YYYY-MM-DD` in the agreement's zone
   */
  reserve(agreementId: string, day: string, limit: number | null): Result<QuotaDay, StoreFailure>;
  /** Gives a hit back that provably never left this computer. */
  release(agreementId: string, day: string): Result<unknown, StoreFailure>;
  /** Adds hits that were made beyond the one reserved, or takes a reservation back (negative). Never below zero. */
  add(agreementId: string, day: string, hits: number): Result<unknown, StoreFailure>;
  markExhausted(agreementId: string, day: string): Result<unknown, StoreFailure>;
  read(agreementId: string, day: string): Result<QuotaDay, StoreFailure>;
}

type QuotaRow = {
  readonly agreement_id: string;
  readonly day: string;
  readonly used: number;
  readonly exhausted_officially: number;
};

export function quotaLedger(store: Store): QuotaLedger {
  const table = sealedTable<QuotaRow>(store.rowSeal, 'quota_day', ['agreement_id', 'day'], {
    agreement_id: 'text',
    day: 'text',
    used: 'number',
    exhausted_officially: 'number',
  });

  function rowOf(reader: Reader, agreementId: string, day: string): QuotaRow {
    const found = table.find(reader, agreementId, day);
    return found ?? { agreement_id: agreementId, day, used: 0, exhausted_officially: 0 };
  }

  function change(
    agreementId: string,
    day: string,
    next: (row: QuotaRow) => Result<QuotaRow, StoreFailure>,
  ): Result<QuotaDay, StoreFailure> {
    return store.transaction((writer) => {
      const changed = next(rowOf(writer, agreementId, day));
      if (!changed.ok) return changed;
      if (!table.update(writer, changed.value)) table.insert(writer, changed.value);
      return ok(quotaDay(changed.value));
    });
  }

  return {
    reserve: (agreementId, day, limit) =>
      change(agreementId, day, (row) => {
        const exhausted = row.exhausted_officially === 1 || (limit !== null && row.used >= limit);
        if (exhausted) return failed(appFailure('QUOTA_EXHAUSTED_LOCAL', 'quota', `${row.used}/${limit}`));
        return ok({ ...row, used: row.used + 1 });
      }),
    release: (agreementId, day) =>
      change(agreementId, day, (row) => ok({ ...row, used: Math.max(0, row.used - 1) })),
    add: (agreementId, day, hits) =>
      change(agreementId, day, (row) => ok({ ...row, used: Math.max(0, row.used + hits) })),
    markExhausted: (agreementId, day) =>
      change(agreementId, day, (row) => ok({ ...row, exhausted_officially: 1 })),
    read: (agreementId, day) => store.read((reader) => quotaDay(rowOf(reader, agreementId, day))),
  };
}

function quotaDay(row: QuotaRow): QuotaDay {
  return { used: row.used, exhaustedOfficially: row.exhausted_officially === 1 };
}

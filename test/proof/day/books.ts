/** What the office has in its books when the program has ended, as the next start would find it. */
import type { Installation } from '../../../electron/program/installation.ts';
import { leftBehind } from '../../support/left-behind.ts';

export interface Books {
  /** As they were written down. */
  readonly visits: readonly { readonly registrationNo: string; readonly closedAs: string | null }[];
  readonly items: readonly { readonly registrationNo: string; readonly status: string }[];
  readonly consents: readonly {
    readonly registrationNo: string;
    readonly decision: 'GRANTED' | 'REFUSED';
    /** A record hangs on it. */
    readonly kept: boolean;
  }[];
  readonly quotaUsed: number;
}

export function booksLeftIn(dataFolder: string): Promise<Books> {
  return leftBehind(dataFolder, booksOf);
}

function booksOf({ store }: Installation): Books {
  const found = store.read((reader) => ({
    visits: reader
      .all('SELECT CAST(registration_no AS TEXT) AS no, closed_as FROM visit ORDER BY seq')
      .map(({ no, closed_as }) => ({
        registrationNo: String(no),
        closedAs: closed_as === null ? null : String(closed_as),
      })),
    items: reader
      .all('SELECT registration_no AS no, status FROM outbox_item ORDER BY seq')
      .map(({ no, status }) => ({ registrationNo: String(no), status: String(status) })),
    consents: reader
      .all(
        `SELECT registration_no AS no, decision, EXISTS (SELECT 1 FROM kept WHERE kept.consent_id = consent.consent_id) AS kept
         FROM consent ORDER BY decided_at`,
      )
      .map(({ no, decision, kept }) => ({
        registrationNo: String(no),
        decision: decision === 'GRANTED' ? ('GRANTED' as const) : ('REFUSED' as const),
        kept: kept === 1,
      })),
    quotaUsed: Number(reader.get('SELECT coalesce(max(used), 0) AS used FROM quota_day')?.used),
  }));
  if (!found.ok) throw new Error(found.failure.code);
  return found.value;
}

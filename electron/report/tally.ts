/**
 * What is counted while it happens, hour by hour: a small table that grows with the hours of the office and not with its visits, so
 * that a report or the morning view never walks through history. Codes and numbers only.
 */
import type { Result } from '../../native/failure.ts';
import type { AuditContext, AuditEvent } from '../audit/index.ts';
import { type Store, type StoreFailure, sealedTable, type Writer } from '../store/index.ts';

export interface Counted {
  /** Milliseconds since 1970, at the full hour; the zones of Indonesia begin their days at one. */
  readonly hour: number;
  readonly counter: string;
  readonly what: string;
  /** Outcome, service or move. */
  readonly of: string;
  readonly n: number;
}

export interface Tally {
  /** Counts an entry of the log, in its transaction. */
  readonly note: (writer: Writer, context: AuditContext, event: AuditEvent, at: number) => void;
  /**
   * @param to not in it any more
   * @param what of one thing only: every count is unsealed before it is believed, and whoever waits for one waits for no other
   */
  between(
    agreementId: string,
    from: number,
    to: number,
    what?: AuditEvent['event'],
  ): Result<readonly Counted[], StoreFailure>;
}

type TallyRow = {
  readonly agreement_id: string;
  readonly hour: number;
  readonly counter: string;
  readonly what: string;
  readonly of_what: string;
  readonly n: number;
};

const HOUR = 3_600_000;

/** What a report counts of each event; nothing else is counted. */
function outcomeOf(event: AuditEvent): string | undefined {
  switch (event.event) {
    case 'INQUIRED':
    case 'CARD_READ':
    case 'HOLDER_CHECKED':
    case 'CONSENT_RECORDED':
      return event.outcome;
    case 'SERVICE_RECORDED':
      return event.serviceCode;
    case 'OPERATOR_MOVED':
      return `${event.from ?? ''}>${event.to}`;
    case 'KEPT_STORED':
    case 'CONSENT_WITHDRAWN':
    case 'EXCEPTION_APPROVED':
    case 'SPTJM_RECORDED':
      return '';
    default:
      return undefined;
  }
}

type Identity = 'SERVED_BY_KTP_EL' | 'SERVED_BY_IKD';

/** Which document the person showed; whoever had none, or whose card nobody needed, showed neither. */
function identityIn(event: AuditEvent): Identity | undefined {
  if (event.event === 'CARD_READ') return event.outcome === 'OK' ? 'SERVED_BY_KTP_EL' : undefined;
  if (event.event !== 'NIK_TYPED') return undefined;
  if (event.outcome === 'IKD_SHOWN') return 'SERVED_BY_IKD';
  return event.outcome === 'CHIP_DAMAGED' || event.outcome === 'READER_DOWN' ? 'SERVED_BY_KTP_EL' : undefined;
}

export function tally(store: Store): Tally {
  const keys = ['agreement_id', 'hour', 'counter', 'what', 'of_what'] as const;
  const table = sealedTable<TallyRow>(store.rowSeal, 'tally', keys, {
    agreement_id: 'text',
    hour: 'number',
    counter: 'text',
    what: 'text',
    of_what: 'text',
    n: 'number',
  });
  const counts = (rest: string, ...values: readonly (string | number)[]) =>
    store.read((reader) =>
      table
        .select(reader, rest, ...values)
        .map(({ hour, counter, what, of_what: of, n }) => ({ hour, counter, what, of, n })),
    );
  /** In the visit that is open: there is one at a time, and it is served within the same run of the program or not at all. */
  let shown: { readonly visitId: string; readonly identity: Identity } | undefined;

  function count(writer: Writer, key: Pick<TallyRow, (typeof keys)[number]>): void {
    const { agreement_id, hour, counter, what, of_what } = key;
    const known = table.find(writer, agreement_id, hour, counter, what, of_what);
    if (known !== undefined) table.update(writer, { ...known, n: known.n + 1 });
    else table.insert(writer, { ...key, n: 1 });
  }

  return {
    note(writer, { agreementId, counter, visitId }, event, at) {
      const identity = identityIn(event);
      if (visitId !== undefined && identity !== undefined) shown = { visitId, identity };
      const of = outcomeOf(event);
      if (agreementId === undefined || of === undefined) return;
      const key = { agreement_id: agreementId, hour: Math.floor(at / HOUR) * HOUR, counter };
      count(writer, { ...key, what: event.event, of_what: of });
      if (event.event !== 'SERVICE_RECORDED' || shown?.visitId !== visitId) return;
      if (shown !== undefined) count(writer, { ...key, what: shown.identity, of_what: event.serviceCode });
    },

    between(agreementId, from, to, what) {
      const hours = 'WHERE agreement_id = ? AND hour >= ? AND hour < ?';
      return what === undefined
        ? counts(hours, agreementId, from, to)
        : counts(`${hours} AND what = ?`, agreementId, from, to, what);
    },
  };
}

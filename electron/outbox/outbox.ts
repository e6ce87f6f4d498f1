/**
 * The memory of what is owed to Dukcapil: items come in with the visit's facts, leave only as acknowledged or handed over,
 * and are never deleted. Every change goes through the transition table and is durable before it is reported.
 */
import { failed, ok, type Result } from '../../native/failure.ts';
import type { AuditContext, AuditLog } from '../audit/index.ts';
import { appFailure, type OutboxRow, type SendOutcome } from '../contract/index.ts';
import {
  type Clock,
  type Reader,
  type SqlValue,
  type StateTable,
  type Store,
  type StoreFailure,
  textFrom,
  type Writer,
} from '../store/index.ts';
import { LONGEST_WAIT, MAX_ATTEMPTS, waitAfter } from './back-off.ts';
import { type ItemRow, itemTable, outboxRow } from './item.ts';
import { openWith, type Tally, tally } from './tally.ts';
import { type BalikanEvent, type BalikanStatus, nextBalikanStatus } from './transitions.ts';

export interface NewItem {
  readonly itemId: string;
  readonly visitId: string;
  readonly agreementId: string;
  readonly profileVersion: number;
  readonly serviceCode: string;
  readonly registrationNo: string;
  readonly aidTypeCode?: string;
  readonly nikHash: string;
  readonly envelope: Uint8Array;
}

export interface OutboxCounts {
  /** QUEUED and SENDING. */
  readonly waiting: number;
  /** Age of the oldest of them. */
  readonly oldestAgeMs: number | null;
  /** REJECTED, PARKED, and rows that are damaged on the disk. */
  readonly needsPerson: number;
}

/** An item that was taken for sending. */
export interface PickedItem {
  readonly itemId: string;
  readonly agreementId: string;
  readonly envelope: Uint8Array;
}

export interface Outbox {
  /** Joins the caller's transaction: the item is durable with the visit's facts or not at all. */
  enqueue(item: NewItem, context: AuditContext): Result<unknown, StoreFailure>;
  /**
   * Takes the next due item of the agreement: QUEUED → SENDING, durable before the answer. With `hurriedAt` it also takes
   * items that are not due yet and were not tried since then.
   */
  pick(agreementId: string, hurriedAt?: number): Result<PickedItem | undefined, StoreFailure>;
  /**
   * What became of a picked item. An acknowledgement erases the envelope, and the NIK with it, in the same transaction; a
   * refused token puts the agreement on hold. Fails with STEP_ORDER when the item is not being sent.
   */
  settle(itemId: string, outcome: SendOutcome): Result<unknown, StoreFailure>;
  /** Puts back what an earlier run was sending when it was killed. Call once after opening. Gives the number of items. */
  recover(): Result<number, StoreFailure>;
  /** Agreements under which something is queued. */
  agreements(): Result<readonly string[], StoreFailure>;
  /** When the next queued item of the agreement falls due, as milliseconds since 1970. */
  nextDueAt(agreementId: string): Result<number | undefined, StoreFailure>;
  /** Code of the failure that put the sending of this agreement on hold. Survives restarts. */
  heldBy(agreementId: string): Result<string | undefined, StoreFailure>;
  /** A person cured it: sending may go on. */
  reopen(agreementId: string, context: AuditContext): Result<unknown, StoreFailure>;
  counts(): Result<OutboxCounts, StoreFailure>;
  /** How many of this agreement are neither acknowledged nor handed over: an agreement that ended leaves none. */
  openOf(agreementId: string): Result<number, StoreFailure>;
  /** Newest first; `after` is the item that ended the page before. */
  list(limit: number, after?: string): Result<readonly OutboxRow[], StoreFailure>;
}

const SYSTEM: AuditContext = { actor: 'SYSTEM', counter: '-' };

/** R-103 forbids to reorder within a visit: a visit is recorded once and owes one item, so nothing can be overtaken. */
const queued = `WHERE ${openWith('QUEUED')} AND agreement_id = ?`;
/** More than one, because damaged rows may lie before the first sound one. */
const firstDue = 'ORDER BY next_attempt_at, seq LIMIT 20';
const seqOf = 'SELECT seq FROM outbox_item WHERE item_id = ?';

export function outbox(store: Store, state: StateTable, audit: AuditLog, clock: Clock): Outbox {
  const items = itemTable(store.rowSeal);
  const numbers: Tally = tally();
  /** Rows whose seal is wrong, by row number: left alone, never sent, and reported as waiting for a person. */
  const damaged = new Set<number>();

  function soundItems(reader: Reader, rest: string, ...values: readonly SqlValue[]): readonly ItemRow[] {
    const sifted = items.sift(reader, rest, ...values);
    for (const { rowid } of sifted.damaged) damaged.add(rowid);
    return sifted.sound;
  }

  /** The one place where a status changes. */
  function move(
    writer: Writer,
    row: ItemRow,
    event: BalikanEvent,
    change: Partial<ItemRow>,
  ): Result<ItemRow, StoreFailure> {
    const status = nextBalikanStatus(row.status, event);
    if (status === undefined) return failed(appFailure('STEP_ORDER', 'outbox', `${row.status} ${event}`));
    const next: ItemRow = { ...row, next_attempt_at: null, ...change, status };
    items.update(writer, next);
    writer.afterCommit(() => numbers.moved(row.status, status));
    return ok(next);
  }

  function settleRow(writer: Writer, row: ItemRow, outcome: SendOutcome): Result<ItemRow, StoreFailure> {
    const now = clock.now();
    switch (outcome.kind) {
      case 'ACKNOWLEDGED': {
        writer.erased();
        const duplicate = outcome.duplicate ? 1 : 0;
        return move(writer, row, 'ACKNOWLEDGE', {
          envelope: null,
          settled_at: now,
          duplicate,
          last_failure: null,
        });
      }
      case 'REJECTED':
        return move(writer, row, 'REJECT', {
          last_failure: withoutNumbers(`HTTP ${outcome.status}: ${outcome.reason}`),
        });
      case 'TECHNICAL': {
        const last_failure = outcome.failure.code;
        // A refused token is nobody's failed attempt: the item is due again as soon as sending is reopened.
        if (outcome.stopQueue) return move(writer, row, 'PUT_BACK', { next_attempt_at: now, last_failure });
        const attempts = row.attempts + 1;
        if (attempts >= MAX_ATTEMPTS) return move(writer, row, 'GIVE_UP', { attempts, last_failure });
        return move(writer, row, 'PUT_BACK', {
          attempts,
          next_attempt_at: now + waitAfter(attempts),
          last_failure,
        });
      }
    }
  }

  return {
    enqueue(item, context) {
      return store.transaction((writer) => {
        const now = clock.now();
        items.insert(writer, {
          item_id: item.itemId,
          visit_id: item.visitId,
          agreement_id: item.agreementId,
          profile_version: item.profileVersion,
          service_code: item.serviceCode,
          registration_no: item.registrationNo,
          aid_type_code: item.aidTypeCode ?? null,
          nik_hash: item.nikHash,
          status: 'QUEUED',
          envelope: item.envelope,
          attempts: 0,
          created_at: now,
          next_attempt_at: now,
          last_attempt_at: null,
          settled_at: null,
          duplicate: 0,
          last_failure: null,
        });
        writer.afterCommit(() => numbers.moved(undefined, 'QUEUED'));
        const { itemId, nikHash } = item;
        return audit.append(context, { event: 'BALIKAN_QUEUED', itemId, nikHash });
      });
    },

    pick(agreementId, hurriedAt) {
      return store.transaction((writer): Result<PickedItem | undefined, StoreFailure> => {
        const now = clock.now();
        const first = (condition: string, ...values: readonly SqlValue[]) =>
          soundItems(writer, `${queued} AND ${condition} ${firstDue}`, agreementId, ...values)[0];
        const row =
          first('next_attempt_at <= ?', now) ??
          // Further ahead than any wait we ever set: the clock went back since, and the item is due.
          first('next_attempt_at > ?', now + LONGEST_WAIT) ??
          (hurriedAt === undefined ? undefined : first('coalesce(last_attempt_at, 0) < ?', hurriedAt));
        if (row === undefined) return ok(undefined);
        if (row.envelope === null) return failed(appFailure('STORE_DAMAGED', 'outbox'));
        const picked = move(writer, row, 'PICK', { last_attempt_at: now });
        return picked.ok ? ok({ itemId: row.item_id, agreementId, envelope: row.envelope }) : picked;
      });
    },

    settle(itemId, outcome) {
      return store.transaction((writer) => {
        const row = items.find(writer, itemId);
        if (row === undefined) return failed(appFailure('STEP_ORDER', 'outbox', 'no such item'));
        const settled = settleRow(writer, row, outcome);
        if (!settled.ok) return settled;
        const { status, duplicate, attempts, last_failure, agreement_id, profile_version } = settled.value;
        const context: AuditContext = {
          ...SYSTEM,
          agreementId: agreement_id,
          profileVersion: profile_version,
          visitId: row.visit_id,
        };
        const noted = audit.append(context, {
          event: 'BALIKAN_SETTLED',
          itemId,
          outcome: status,
          duplicate: duplicate === 1,
          attempts,
          ...(last_failure === null ? {} : { failure: last_failure.split(':')[0] ?? '' }),
        });
        if (!noted.ok || outcome.kind !== 'TECHNICAL' || !outcome.stopQueue) return noted;
        const failure = outcome.failure.code;
        const held = state.set(holdName(agreement_id), failure);
        return held.ok ? audit.append(context, { event: 'SENDING_STOPPED', failure }) : held;
      });
    },

    heldBy: (agreementId) => state.get(holdName(agreementId)),

    reopen(agreementId, context) {
      return store.transaction(() => {
        const opened = state.set(holdName(agreementId), undefined);
        return opened.ok ? audit.append({ ...context, agreementId }, { event: 'SENDING_REOPENED' }) : opened;
      });
    },

    recover() {
      return store.transaction((writer) => {
        // Whether the other side has it is unknown; the unchanged idempotency key makes sending it again harmless.
        const interrupted = soundItems(writer, `WHERE ${openWith('SENDING')} ORDER BY seq`);
        for (const row of interrupted) {
          const back = move(writer, row, 'PUT_BACK', { next_attempt_at: clock.now() });
          if (!back.ok) return back;
        }
        return ok(interrupted.length);
      });
    },

    agreements() {
      return store.read((reader) => {
        const found: string[] = [];
        const next = `SELECT CAST(min(agreement_id) AS BLOB) AS id FROM outbox_item
          WHERE ${openWith('QUEUED')} AND agreement_id > ?`;
        for (let id = reader.get(next, '')?.id; id instanceof Uint8Array; ) {
          const agreementId = textFrom(id, 'outbox');
          found.push(agreementId);
          id = reader.get(next, agreementId)?.id;
        }
        return found;
      });
    },

    nextDueAt(agreementId) {
      return store.read((reader) => {
        const at = reader.get(
          `SELECT min(next_attempt_at) AS at FROM outbox_item ${queued}`,
          agreementId,
        )?.at;
        return typeof at === 'number' ? Math.min(at, clock.now() + LONGEST_WAIT) : undefined;
      });
    },

    counts() {
      return store.read((reader) => {
        const { waiting, needsPerson } = numbers.read(reader);
        const oldest = Math.min(firstOf(reader, 'QUEUED'), firstOf(reader, 'SENDING'));
        const oldestAgeMs = oldest === Number.POSITIVE_INFINITY ? null : Math.max(0, clock.now() - oldest);
        return { waiting, oldestAgeMs, needsPerson: needsPerson + damaged.size };
      });
    },

    openOf(agreementId) {
      return store.read((reader) => {
        const open = (['QUEUED', 'SENDING', 'REJECTED', 'PARKED'] as const).map((status) =>
          reader.get(
            `SELECT count(*) AS n FROM outbox_item WHERE ${openWith(status)} AND agreement_id = ?`,
            agreementId,
          ),
        );
        return open.reduce((sum, row) => sum + Number(row?.n), 0);
      });
    },

    list(limit, after) {
      return store.read((reader) => {
        const page =
          after === undefined
            ? soundItems(reader, 'ORDER BY seq DESC LIMIT ?', limit)
            : soundItems(reader, `WHERE seq < (${seqOf}) ORDER BY seq DESC LIMIT ?`, after, limit);
        return page.map(outboxRow);
      });
    },
  };
}

function holdName(agreementId: string): string {
  return `outbox.held.${agreementId}`;
}

/** When the first item that is in this status was made. Items are numbered as they are made, so the lowest number will do. */
function firstOf(reader: Reader, status: BalikanStatus): number {
  const first = `SELECT min(seq) FROM outbox_item WHERE ${openWith(status)}`;
  const at = reader.get(
    `SELECT CAST(created_at AS INTEGER) AS at FROM outbox_item WHERE seq = (${first})`,
  )?.at;
  return typeof at === 'number' ? at : Number.POSITIVE_INFINITY;
}

/** The service's own words may repeat what was sent; numbers long enough to be somebody's do not stay. */
function withoutNumbers(text: string): string {
  return text.replace(/\d{5,}/g, '…').slice(0, 200);
}

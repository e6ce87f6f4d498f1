/**
 * The memory of what is owed to Dukcapil: items come in with the visit's facts, leave only as acknowledged or handed over,
 * and are never deleted. Every change goes through the transition table and is durable before it is reported.
 */
import { failed, ok, type Result } from '../../native/failure.ts';
import type { AuditContext, AuditLog } from '../audit/index.ts';
import { type AppFailureCode, appFailure, type SendOutcome } from '../contract/index.ts';
import type { Clock, SqlValue, StateTable, Store, StoreFailure, Writer } from '../store/index.ts';
import { LONGEST_WAIT, MAX_ATTEMPTS, mostTogether, waitAfter } from './back-off.ts';
import { outboxBooks, outOfOrder } from './books.ts';
import { type OutboxHandling, outboxHandling } from './handling.ts';
import type { ItemRow } from './item.ts';
import { type OutboxLists, outboxLists } from './lists.ts';
import { type OutboxLooks, outboxLooks } from './looks.ts';
import { agreementsWith } from './open-items.ts';
import { openWith } from './tally.ts';

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

/** An item that was taken for sending. */
export interface PickedItem {
  readonly itemId: string;
  readonly agreementId: string;
  readonly envelope: Uint8Array;
}

export interface Outbox extends OutboxLooks, OutboxHandling, OutboxLists {
  /** Joins the caller's transaction: the item is durable with the visit's facts or not at all. */
  enqueue(item: NewItem, context: AuditContext): Result<unknown, StoreFailure>;
  /**
   * Takes the next due items of the agreement: QUEUED → SENDING, durable before the answer. With `hurriedAt` it also takes items that
   * are not due yet and were not tried since then. An item that failed before is taken with fewer others each time, in the end alone.
   * @param most at a time, where they have not failed before
   */
  pick(agreementId: string, most: number, hurriedAt?: number): Result<readonly PickedItem[], StoreFailure>;
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
}

/** What answers so may be another service, or a service that minds one item. */
const doubted: ReadonlySet<string> = new Set<AppFailureCode>([
  'BALIKAN_ANSWER_UNKNOWN',
  'BALIKAN_TOKEN_REFUSED',
]);

const SYSTEM: AuditContext = { actor: 'SYSTEM', counter: '-' };

/** R-103 forbids to reorder within a visit: a visit is recorded once and owes one item, so nothing can be overtaken. */
const queued = `WHERE ${openWith('QUEUED')} AND agreement_id = ?`;
/** More than were asked for, because damaged rows may lie before the first sound one. */
const firstDue = (most: number) => `ORDER BY next_attempt_at, seq LIMIT ${most + 19}`;

export function outbox(store: Store, state: StateTable, audit: AuditLog, clock: Clock): Outbox {
  const books = outboxBooks(store);
  const { items } = books.tables;
  const { numbers, move } = books;
  /** Agreements of which something was acknowledged since this start or their last hold: what is spoken there is understood. */
  const understood = new Set<string>();

  function take(writer: Writer, row: ItemRow): Result<PickedItem, StoreFailure> {
    const { item_id: itemId, agreement_id: agreementId, envelope } = row;
    if (envelope === null) return failed(appFailure('STORE_DAMAGED', 'outbox'));
    const taken = move(writer, row, 'PICK', { last_attempt_at: clock.now() });
    return taken.ok ? ok({ itemId, agreementId, envelope }) : taken;
  }

  function settleRow(writer: Writer, row: ItemRow, outcome: SendOutcome): Result<ItemRow, StoreFailure> {
    const now = clock.now();
    switch (outcome.kind) {
      case 'ACKNOWLEDGED': {
        writer.erased();
        writer.afterCommit(() => understood.add(row.agreement_id));
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
      case 'UNTRIED':
        return move(writer, row, 'PUT_BACK', { next_attempt_at: now });
      case 'TECHNICAL': {
        const last_failure = outcome.failure.code;
        if (isItsOwn(row, last_failure)) {
          // One more of the kind, with no yes between them, is the service again and not the item.
          writer.afterCommit(() => understood.delete(row.agreement_id));
          return move(writer, row, 'GIVE_UP', { last_failure });
        }
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

  /** Not understood a second time, and by itself, while others were: it is the item and not the service, and it may stop nobody. */
  function isItsOwn(row: ItemRow, code: string): boolean {
    return doubted.has(code) && row.last_failure === code && understood.has(row.agreement_id);
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
          revision: null,
          note: null,
          list_id: null,
        });
        writer.afterCommit(() => numbers.moved(undefined, 'QUEUED'));
        const { itemId, nikHash } = item;
        return audit.append(context, { event: 'BALIKAN_QUEUED', itemId, nikHash });
      });
    },

    pick(agreementId, most, hurriedAt) {
      return store.transaction((writer): Result<readonly PickedItem[], StoreFailure> => {
        const now = clock.now();
        const readable = books.damaged.size === 0 ? '' : `AND seq NOT IN (${[...books.damaged].join()})`;
        const due = (condition: string, ...values: readonly SqlValue[]) => {
          const rest = `${queued} AND ${condition} ${readable} ${firstDue(most)}`;
          const rows = books.sound(writer, rest, agreementId, ...values);
          return rows.length === 0 ? undefined : rows;
        };
        const rows =
          due('next_attempt_at <= ?', now) ??
          // Further ahead than any wait we ever set: the clock went back since, and the item is due.
          due('next_attempt_at > ?', now + LONGEST_WAIT) ??
          // Tried in a time that has yet to come: the clock went back since.
          (hurriedAt === undefined
            ? undefined
            : due('coalesce(last_attempt_at, 0) NOT BETWEEN ? AND ?', hurriedAt, now)) ??
          [];
        const picked: PickedItem[] = [];
        for (const row of together(rows, most)) {
          const taken = take(writer, row);
          if (!taken.ok) return taken;
          picked.push(taken.value);
        }
        return ok(picked);
      });
    },

    settle(itemId, outcome) {
      return store.transaction((writer): Result<unknown, StoreFailure> => {
        const row = items.find(writer, itemId);
        if (row === undefined) return outOfOrder('no such item');
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
        const holds = outcome.kind === 'TECHNICAL' && outcome.stopQueue && status === 'QUEUED';
        if (!noted.ok || !holds) return noted;
        writer.afterCommit(() => understood.delete(agreement_id));
        const failure = outcome.failure.code;
        const already = state.get(holdName(agreement_id));
        // Of a batch every item says so; it is held once.
        if (!already.ok) return already;
        if (already.value !== undefined) return ok(undefined);
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
        const interrupted = books.sound(writer, `WHERE ${openWith('SENDING')} ORDER BY seq`);
        for (const row of interrupted) {
          const back = move(writer, row, 'PUT_BACK', { next_attempt_at: clock.now() });
          if (!back.ok) return back;
        }
        return ok(interrupted.length);
      });
    },

    agreements: () => store.read((reader) => agreementsWith(reader, 'QUEUED')),

    nextDueAt(agreementId) {
      return store.read((reader) => {
        const at = reader.get(
          `SELECT min(next_attempt_at) AS at FROM outbox_item ${queued}`,
          agreementId,
        )?.at;
        return typeof at === 'number' ? Math.min(at, clock.now() + LONGEST_WAIT) : undefined;
      });
    },

    ...outboxLooks(books, clock),
    ...outboxHandling(books, audit, clock),
    ...outboxLists(books, audit, clock),
  };
}

/** The first of them that may go in one sending: no more than each of them may go with. */
function together(rows: readonly ItemRow[], most: number): readonly ItemRow[] {
  let room = most;
  const tooMany = rows.findIndex((row, index) => {
    room = Math.min(room, mostWith(row, most));
    return index >= room;
  });
  return tooMany === -1 ? rows : rows.slice(0, tooMany);
}

function mostWith({ attempts, last_failure }: ItemRow, most: number): number {
  return last_failure !== null && doubted.has(last_failure) ? 1 : mostTogether(attempts, most);
}

function holdName(agreementId: string): string {
  return `outbox.held.${agreementId}`;
}

/** The service's own words may repeat what was sent; numbers long enough to be somebody's do not stay. */
function withoutNumbers(text: string): string {
  return text.replace(/\d{5,}/g, '…').slice(0, 200);
}

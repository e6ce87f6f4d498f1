/** One move of one item that a person brings about: by the table, with its audit entry. */
import type { Result } from '../../native/failure.ts';
import type { AuditContext, AuditLog } from '../audit/index.ts';
import type { BalikanEvent } from '../contract/index.ts';
import type { StoreFailure, Writer } from '../store/index.ts';
import type { OutboxBooks } from './books.ts';
import type { ItemRow } from './item.ts';

export type Act = (
  writer: Writer,
  row: ItemRow,
  by: BalikanEvent,
  change: Partial<ItemRow>,
  context: AuditContext,
  more?: { readonly reason?: string; readonly listId?: string },
) => Result<unknown, StoreFailure>;

export function actsOn(books: OutboxBooks, audit: AuditLog): Act {
  return (writer, row, by, change, context, more = {}) => {
    const moved = books.move(writer, row, by, change);
    if (!moved.ok) return moved;
    const { agreement_id: agreementId, profile_version: profileVersion, visit_id: visitId } = row;
    const [from, to, revision] = [row.status, moved.value.status, moved.value.revision ?? 0];
    const itemId = row.item_id;
    return audit.append(
      { ...context, agreementId, profileVersion, visitId },
      { event: 'BALIKAN_MOVED', itemId, by, from, to, revision, ...more },
    );
  };
}

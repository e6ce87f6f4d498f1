/** For tests: lists as the program makes them, without a process that prints them. */
import { randomUUID } from 'node:crypto';
import type { Result } from '../../native/failure.ts';
import type { PreparedListRow } from '../contract/index.ts';
import type { Assembled } from '../ledger/ledger.test-support.ts';

const manager = { actor: 'uji-widodo', counter: 'Loket 1' };
export const listNumber = '400.12/0042/CONTOH/2026';

/** A list of these, or of all that waits. */
export function listOf(
  { outbox }: Assembled,
  itemIds: readonly string[] | undefined,
  isPushed = true,
  agreementId = 'PKS-A',
): Result<PreparedListRow> {
  const agreement = { agreementId, isPushed };
  const items = outbox.toList(agreement, itemIds);
  if (!items.ok) return items;
  const made = {
    listId: randomUUID(),
    number: listNumber,
    medium: 'PAPER',
    sha256: 'ab'.repeat(32),
  } as const;
  return outbox.listed({ ...made, agreement, request: null, items: items.value }, manager);
}

export function signedList({ outbox }: Assembled, listId: string, isPushed = true): Result<unknown> {
  const signed = { listId, signedOn: '2026-01-06', receivedBy: 'Dinas Dukcapil', isPushed: () => isPushed };
  return outbox.handOver(signed, manager);
}

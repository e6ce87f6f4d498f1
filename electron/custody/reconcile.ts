/**
 * Every card that was ordered is somewhere: two equations per agreement, counted from the orders on the one side and from the cards on
 * the other. A change that would break them is not written.
 */
import { failed, ok, type Result } from '../../native/failure.ts';
import { appFailure, isReconciled, type Reconciliation } from '../contract/index.ts';
import type { Reader } from '../store/index.ts';

const counts = `
  SELECT count(serial) AS personalised,
    count(*) FILTER (WHERE status = 'PERSO_REQUESTED' OR (status = 'PROCURED' AND rejected = 0)) AS pending,
    count(*) FILTER (WHERE status = 'PROCURED' AND rejected = 1) AS rejected,
    count(*) FILTER (WHERE status = 'PERSONALISED') AS ready,
    count(*) FILTER (WHERE status = 'ACTIVE') AS active,
    count(*) FILTER (WHERE status = 'SUSPENDED') AS suspended,
    count(*) FILTER (WHERE status IN ('LOST_OR_DAMAGED', 'WRITTEN_OFF')) AS lost,
    count(*) FILTER (WHERE status = 'RETURNED') AS returned,
    count(*) FILTER (WHERE status IN ('DEACT_REQUESTED', 'CONFIG_RETURNED', 'DEACTIVATED')) AS awaiting
  FROM sam_card WHERE agreement_id = ?`;

export function reconciliation(reader: Reader, agreementId: string): Reconciliation {
  const row = reader.get(counts, agreementId);
  const ordered = reader.get(
    'SELECT coalesce(sum(count), 0) AS ordered FROM sam_order WHERE agreement_id = ?',
    agreementId,
  );
  const number = (column: string) => Number(row?.[column] ?? 0);
  return {
    agreementId,
    ordered: Number(ordered?.ordered ?? 0),
    personalised: number('personalised'),
    pending: number('pending'),
    rejected: number('rejected'),
    ready: number('ready'),
    active: number('active'),
    suspended: number('suspended'),
    lost: number('lost'),
    returned: number('returned'),
    awaitingReturn: number('awaiting'),
  };
}

/** To be asked at the end of every transaction that touched a card. */
export function reconciled(reader: Reader, agreementId: string): Result<unknown> {
  return isReconciled(reconciliation(reader, agreementId))
    ? ok(undefined)
    : failed(appFailure('CUSTODY_UNRECONCILED', 'custody', agreementId));
}

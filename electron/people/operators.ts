/**
 * Operators from proposal over NDA and approval to work, under one agreement each (domain 4.3). A revoked person comes back only
 * by a new proposal and a new NDA, as a new operator.
 */
import { type Failure, failed, ok, type Result } from '../../native/failure.ts';
import {
  type Acting,
  appFailure,
  nextOperatorStatus,
  type OperatorEvent,
  permanentEmployments,
} from '../contract/index.ts';
import type { Reader, Writer } from '../store/index.ts';
import type { Handlers } from './act.ts';
import { ahead, type Base, outOfOrder } from './base.ts';
import type { AgreementFacts } from './ports.ts';
import type { OperatorRow } from './tables.ts';

/** Without a sign-in for so long, an operator is suspended. */
const DORMANT_MS = 90 * 24 * 60 * 60_000;
/** Why the system revokes whoever was still an operator when their agreement ended. */
export const AGREEMENT_ENDED = 'AGREEMENT_ENDED';
const unfinished = "status NOT IN ('REJECTED', 'REVOKED')";

type OperatorAct =
  | 'PROPOSE_OPERATOR'
  | 'RECORD_NDA'
  | 'APPROVE_OPERATOR'
  | 'REJECT_OPERATOR'
  | 'ACTIVATE_OPERATOR'
  | 'SUSPEND_OPERATOR'
  | 'RESUME_OPERATOR'
  | 'REVOKE_OPERATOR';

export function operators(base: Base) {
  const { tables, ports, clock } = base;

  /** may this person become an operator under this agreement at all? */
  function unsuited(reader: Reader, personId: string, agreement: AgreementFacts): Failure | undefined {
    const person = base.person(reader, personId);
    if (person === undefined) return appFailure('STEP_ORDER', 'people', 'nobody');
    if (!agreement.givesAccess) return appFailure('COUNTER_NOT_IN_SCOPE', 'people');
    if (agreement.ended) return appFailure('STEP_ORDER', 'people', 'the agreement has ended');
    return agreement.permanentStaffOnly && !permanentEmployments.has(person.employment)
      ? appFailure('NOT_PERMANENT_STAFF', 'people', person.employment, { nama: person.name })
      : undefined;
  }

  /** The one place where the status of an operator changes. */
  function move(
    writer: Writer,
    row: OperatorRow,
    event: OperatorEvent,
    acting: Acting,
    change: Partial<OperatorRow> = {},
  ): Result<string> {
    const to = nextOperatorStatus(row.status, event);
    if (to === undefined) return outOfOrder(`${event} of ${row.status}`);
    tables.operators.update(writer, { ...row, ...change, status: to, changed_at: clock.now() });
    base.tell(writer);
    if (row.status === 'ACTIVE') base.tellRevoked(writer, revokedOf(row));
    const { operator_id: operatorId, person_id: personId, agreement_id: agreementId } = row;
    const moved = { event: 'OPERATOR_MOVED', operatorId, personId, from: row.status, to } as const;
    return base.note(acting, moved, operatorId, { agreementId });
  }

  function moveIf(
    writer: Writer,
    operatorId: string,
    event: OperatorEvent,
    acting: Acting,
    judge: (row: OperatorRow) => Result<Partial<OperatorRow>>,
  ): Result<string> {
    const row = tables.operators.find(writer, operatorId);
    if (row === undefined) return outOfOrder('no such operator');
    // The order of steps comes first: what is missing of a step that has no place here is of no use to know.
    if (nextOperatorStatus(row.status, event) === undefined) {
      const { name = '' } = base.person(writer, row.person_id) ?? {};
      if (event === 'APPROVE' && row.status === 'PROPOSED') {
        return failed(appFailure('NDA_MISSING', 'people', undefined, { nama: name }));
      }
      return outOfOrder(`${event} of ${row.status}`);
    }
    const judged = judge(row);
    return judged.ok ? move(writer, row, event, acting, judged.value) : judged;
  }

  const handlers: Handlers<OperatorAct> = {
    PROPOSE_OPERATOR(writer, { personId, agreementId, letter }, acting, id) {
      const agreement = ports.agreement(agreementId);
      if (agreement === undefined) return outOfOrder('no such agreement');
      const refused = unsuited(writer, personId, agreement);
      if (refused !== undefined) return failed(refused);
      const present = `WHERE person_id = ? AND agreement_id = ? AND ${unfinished}`;
      if (tables.operators.select(writer, present, personId, agreementId).length > 0) {
        return outOfOrder('is proposed or an operator already');
      }
      tables.operators.insert(writer, {
        operator_id: id,
        person_id: personId,
        agreement_id: agreementId,
        status: 'PROPOSED',
        letter_number: letter.number,
        letter_date: letter.date,
        proposed_by: acting.personId,
        proposed_at: clock.now(),
        nda_scan_id: null,
        nda_signed_on: null,
        approved_by: null,
        approval_number: null,
        approval_date: null,
        training_note: null,
        changed_at: clock.now(),
        reason: '',
      });
      base.tell(writer);
      const moved = { event: 'OPERATOR_MOVED', operatorId: id, personId, to: 'PROPOSED' } as const;
      return base.note(acting, moved, id, { agreementId });
    },

    RECORD_NDA: (writer, { operatorId, scanId, signedOn }, acting) =>
      moveIf(writer, operatorId, 'SIGN_NDA', acting, () => {
        const early = ahead(signedOn, base.today());
        if (early !== undefined) return failed(early);
        const filed = ports.scans.file(scanId, 'NDA', acting);
        return filed.ok ? ok({ nda_scan_id: scanId, nda_signed_on: signedOn }) : filed;
      }),

    APPROVE_OPERATOR: (writer, { operatorId, dukcapilLetter }, acting) =>
      moveIf(writer, operatorId, 'APPROVE', acting, (row) => {
        const agreement = ports.agreement(row.agreement_id);
        if (agreement === undefined) return outOfOrder('no such agreement');
        if ([row.proposed_by, row.person_id].includes(acting.personId)) {
          return failed(appFailure('OWN_PROPOSAL', 'people'));
        }
        const refused = unsuited(writer, row.person_id, agreement);
        if (refused !== undefined) return failed(refused);
        if (agreement.dukcapilApproval && dukcapilLetter === undefined) {
          return failed(appFailure('DUKCAPIL_APPROVAL_REQUIRED', 'people'));
        }
        return ok({
          approved_by: acting.personId,
          approval_number: dukcapilLetter?.number ?? null,
          approval_date: dukcapilLetter?.date ?? null,
        });
      }),

    REJECT_OPERATOR: (writer, { operatorId, reason }, acting) =>
      moveIf(writer, operatorId, 'REJECT', acting, () => ok({ reason })),

    ACTIVATE_OPERATOR: (writer, { operatorId, trainingNote }, acting) =>
      moveIf(writer, operatorId, 'ACTIVATE', acting, (row) => {
        const agreement = ports.agreement(row.agreement_id);
        if (agreement?.inForce !== true) return failed(appFailure('AGREEMENT_NOT_IN_FORCE', 'people'));
        const refused = unsuited(writer, row.person_id, agreement);
        if (refused !== undefined) return failed(refused);
        if (agreement.dukcapilApproval && row.approval_number === null) {
          return failed(appFailure('DUKCAPIL_APPROVAL_REQUIRED', 'people'));
        }
        if (base.account(writer, row.person_id) === undefined) return outOfOrder('has no account yet');
        return ok({ training_note: trainingNote });
      }),

    SUSPEND_OPERATOR: (writer, { operatorId, reason }, acting) =>
      moveIf(writer, operatorId, 'SUSPEND', acting, () => ok({ reason })),

    RESUME_OPERATOR: (writer, { operatorId }, acting) =>
      moveIf(writer, operatorId, 'RESUME', acting, (row) =>
        // Who is suspended does not let themselves in again.
        row.person_id === acting.personId ? failed(appFailure('OWN_PROPOSAL', 'people')) : ok({ reason: '' }),
      ),

    REVOKE_OPERATOR: (writer, { operatorId, reason }, acting) =>
      moveIf(writer, operatorId, 'REVOKE', acting, () => ok({ reason })),
  };

  function unfinishedOf(reader: Reader, agreementId: string): readonly OperatorRow[] {
    return tables.operators.select(reader, `WHERE agreement_id = ? AND ${unfinished}`, agreementId);
  }

  /** One event for each, or for none. Gives how many. */
  function moveEach(
    writer: Writer,
    rows: readonly OperatorRow[],
    event: OperatorEvent,
    acting: Acting,
    reason: string,
  ): Result<number> {
    for (const row of rows) {
      const moved = move(writer, row, event, acting, { reason });
      if (!moved.ok) return moved;
    }
    return ok(rows.length);
  }

  return {
    handlers,
    unfinishedOf,

    /** Whatever somebody is under any agreement (R-018: moves, retires, loses the assignment). */
    revokePerson(writer: Writer, personId: string, reason: string, acting: Acting): Result<string> {
      const rows = tables.operators.select(writer, `WHERE person_id = ? AND ${unfinished}`, personId);
      if (rows.length === 0) return outOfOrder('is no operator');
      const moved = moveEach(writer, rows, 'REVOKE', acting, reason);
      return moved.ok ? ok(personId) : moved;
    },

    revokeAll: (writer: Writer, agreementId: string): Result<number> =>
      moveEach(writer, unfinishedOf(writer, agreementId), 'REVOKE', base.system(), AGREEMENT_ENDED),

    suspendDormant(writer: Writer): Result<number> {
      const since = clock.now() - DORMANT_MS;
      const dormant = tables.operators.select(
        writer,
        `WHERE status = 'ACTIVE' AND changed_at < ?
           AND NOT EXISTS (SELECT 1 FROM account
             WHERE account.person_id = operator.person_id AND account.last_sign_in_at >= ?)`,
        since,
        since,
      );
      return moveEach(writer, dormant, 'SUSPEND', base.system(), 'NO_SIGN_IN_FOR_90_DAYS');
    },

    /** The latest that this person was under the agreement. */
    latest(reader: Reader, agreementId: string, personId: string): OperatorRow | undefined {
      const rest = 'WHERE person_id = ? AND agreement_id = ? ORDER BY proposed_at DESC, rowid DESC LIMIT 1';
      return tables.operators.select(reader, rest, personId, agreementId)[0];
    },
  };
}

export function revokedOf({ person_id: personId, agreement_id: agreementId }: OperatorRow) {
  return { personId, agreementId };
}

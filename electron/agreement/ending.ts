/** After the end: what is settled by hand, and the closing that turns the agreement into an archive. */
import { failed, ok, type Result } from '../../native/failure.ts';
import { type Acting, type AgreementAct, appFailure } from '../contract/index.ts';
import type { Reader } from '../store/index.ts';
import type { ActDone } from './agreements-port.ts';
import { closingObjection, endChecklist, maySettle } from './checklists.ts';
import type { Register } from './register.ts';
import { done, inOrder, type Scene } from './room.ts';

type Settling = Extract<AgreementAct, { act: 'SETTLE_END_ITEM' }>;

/** Item → note of the items settled by hand; the latest word counts. */
export function settledItems(
  register: Register,
  reader: Reader,
  agreementId: string,
): ReadonlyMap<string, string> {
  const rest = "WHERE agreement_id = ? AND event = 'END_ITEM_SETTLED' ORDER BY seq";
  const rows = register.tables.events.select(reader, rest, agreementId);
  return new Map(rows.map(({ reference, note }) => [reference, note]));
}

export function settleEndItem(scene: Scene, act: Settling, acting: Acting): Result<ActDone> {
  const { room, writer, known } = scene;
  if (!maySettle(room, known.row.agreement_id, act.item)) {
    return failed(appFailure('STEP_ORDER', 'agreement.end', `${act.item} is counted, not settled by hand`));
  }
  const told = { reference: act.item, note: act.note, cause: act.item };
  return done(scene, room.journal.note(writer, known.row, 'END_ITEM_SETTLED', acting, told));
}

export function close(scene: Scene, acting: Acting): Result<ActDone> {
  const { room, writer, known } = scene;
  const { agreement_id: agreementId } = known.row;
  const settled = settledItems(room.register, writer, agreementId);
  const objection = closingObjection(endChecklist(room, known, settled));
  if (objection !== undefined) return failed(objection);
  return done(
    scene,
    inOrder(
      () => room.journal.move(writer, known, 'CLOSE', acting, {}),
      () => {
        // Nothing is sent under it any more, so its secrets have no reason to stay.
        writer.run('DELETE FROM agreement_connection WHERE agreement_id = ?', agreementId);
        writer.erased();
        return ok(undefined);
      },
    ),
  );
}

/** What the clock brings about. Asking twice changes nothing, and coming late changes nothing either. */
import { failed, ok, type Result } from '../../native/failure.ts';
import { localDay } from '../calendar/index.ts';
import { endedStatuses, inForce } from '../contract/index.ts';
import { end, suspendBySystem } from './course.ts';
import { accessUntil, windowOpens } from './dates.ts';
import { SYSTEM } from './journal.ts';
import { type Known, unreadable } from './register.ts';
import { type Room, type Scene, sceneOf } from './room.ts';
import { hasEnded, standingOf } from './standing.ts';

/** Brings every agreement to where the clock says it is; a damaged one does not keep the others from it. */
export function tick(room: Room): Result<unknown> {
  const listed = room.register.list();
  if (!listed.ok) return listed;
  let result: Result<unknown> = listed.value.damaged ? failed(unreadable('agreement')) : ok(undefined);
  for (const id of listed.value.ids) {
    const caughtUp = catchUp(room, id);
    if (!caughtUp.ok) result = caughtUp;
  }
  return result;
}

/** Each step is a transaction of its own, so that what is due is written even where a later step fails. */
export function catchUp(room: Room, agreementId: string): Result<Known> {
  for (;;) {
    const known = room.register.get(agreementId);
    if (!known.ok) return known;
    const step = dueStep(room, known.value);
    if (step === undefined) return known;
    const taken = room.journal.store.transaction((writer) => step(sceneOf(room, writer, known.value)));
    if (!taken.ok) return taken;
  }
}

type Step = (scene: Scene) => Result<unknown>;

function dueStep(room: Room, known: Known): Step | undefined {
  const { row, profile } = known;
  if (row.status === 'DRAFT' || endedStatuses.has(row.status)) return undefined;
  const now = room.now();
  const standing = standingOf(known);
  if (hasEnded(standing, now)) {
    const event = endEvent(known);
    const cause = event === 'TERMINATE' && row.end_cause !== null ? { cause: row.end_cause } : {};
    return (scene) => end(scene, event, SYSTEM, cause, standing.stopsAt);
  }
  if (!inForce.has(row.status)) return undefined;
  if (now >= standing.suspendsAt) {
    return (scene) => suspendBySystem(scene, row.suspend_cause ?? 'INSTITUTION_CHANGE');
  }
  if (profile.kind === 'DUKCAPIL_ACCESS' && !room.ports.people.sptjmValid(row.agreement_id, now)) {
    return (scene) => suspendBySystem(scene, 'SPTJM_MISSING');
  }
  // between the last day and the new agreement the SAM is off unless the letter names it.
  const isOnBridge = now >= standing.bridgeFrom && row.bridge_sam !== 1;
  if (isOnBridge && room.ports.devices.anyActive(row.agreement_id)) {
    return () => room.ports.devices.stopAll(row.agreement_id);
  }
  if (row.status === 'ACTIVE' && localDay(now, profile.timeZone) >= windowOpens(profile)) {
    return ({ writer }) => room.journal.move(writer, known, 'OPEN_WINDOW', SYSTEM, {});
  }
  return undefined;
}

/** A termination that was to come after the last day never came: the agreement had expired before. */
function endEvent({ row, profile }: Known): 'TERMINATE' | 'EXPIRE' {
  const lastDay = accessUntil(profile, { ...row, end_on: null });
  return row.end_on !== null && row.end_on <= lastDay ? 'TERMINATE' : 'EXPIRE';
}

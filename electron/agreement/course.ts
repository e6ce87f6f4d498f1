/** The course of an agreement: activation, extension, bridge, suspension, end, and the notes in between (domain 4.1). */
import { failed, ok, type Result } from '../../native/failure.ts';
import { dayInText } from '../calendar/index.ts';
import { type Acting, type AgreementAct, appFailure } from '../contract/index.ts';
import type { ActDone } from './agreements-port.ts';
import { activationObjection } from './checklists.ts';
import { accessUntil, extensionDue } from './dates.ts';
import { letterText, SYSTEM } from './journal.ts';
import { mayDo } from './offers.ts';
import { invalidProfile } from './profile-checks.ts';
import { done, inOrder, type Scene } from './room.ts';
import { hasEnded, standingOf, whyEnded } from './standing.ts';

type Act<Name extends AgreementAct['act']> = Extract<AgreementAct, { act: Name }>;

export function recordUserId(scene: Scene, act: Act<'RECORD_USER_ID'>, acting: Acting): Result<ActDone> {
  const { room, writer, known } = scene;
  const reference = letterText(act.letter);
  const change = { user_id_letter: reference };
  return done(scene, room.journal.note(writer, known.row, 'USER_ID_RECORDED', acting, { reference }, change));
}

export function activate(scene: Scene, acting: Acting): Result<ActDone> {
  const { room, writer, known, today } = scene;
  const { profile } = known;
  if (today < profile.signedOn) {
    return failed(appFailure('AGREEMENT_NOT_IN_FORCE', 'agreement.activate', 'not signed yet'));
  }
  const objection = activationObjection(room, known);
  if (objection !== undefined) return failed(objection);
  return done(scene, room.journal.move(writer, known, 'ACTIVATE', acting, {}));
}

/** A late request is still made, flagged and with its reason. */
export function requestExtension(
  scene: Scene,
  act: Act<'REQUEST_EXTENSION'>,
  acting: Acting,
): Result<ActDone> {
  const { room, writer, known } = scene;
  const due = extensionDue(known.profile, room.ports.workDays())?.day;
  const isLate = due !== undefined && act.letter.date > due;
  if (isLate && act.lateReason === undefined) {
    return failed(
      appFailure('EXTENSION_LATE', 'agreement.extension', undefined, { tanggal: dayInText(due) }),
    );
  }
  const told = {
    reference: letterText(act.letter),
    ...(isLate ? { cause: 'LATE', note: act.lateReason ?? '' } : {}),
  };
  return done(scene, room.journal.move(writer, known, 'REQUEST_EXTENSION', acting, told));
}

export function refuseExtension(scene: Scene, act: Act<'REFUSE_EXTENSION'>, acting: Acting): Result<ActDone> {
  const told = { reference: letterText(act.letter) };
  return done(scene, scene.room.journal.move(scene.writer, scene.known, 'REFUSE_EXTENSION', acting, told));
}

/** A letter of Dukcapil and the SPTJM for the time in between move the stop; a pending request alone does not. */
export function bridge(scene: Scene, act: Act<'BRIDGE'>, acting: Acting): Result<ActDone> {
  const { room, writer, known } = scene;
  if (act.until <= accessUntil(known.profile, known.row)) {
    const problem = { id: 'harus setelah hari terakhir akses', en: 'has to be after the last day of access' };
    return failed(invalidProfile([{ path: 'until', ...problem }]));
  }
  const told = { reference: letterText(act.letter), note: act.until };
  const change = { bridge_until: act.until, bridge_sam: act.namesSam ? 1 : 0 };
  return done(
    scene,
    inOrder(
      () => room.ports.scans.file(act.scanId, 'BRIDGE_LETTER', acting),
      () => room.ports.scans.file(act.sptjmScanId, 'SPTJM', acting),
      () => room.journal.move(writer, known, 'BRIDGE', acting, told, change),
    ),
  );
}

export function suspend(scene: Scene, act: Act<'SUSPEND'>, acting: Acting): Result<ActDone> {
  const { room, writer, known, today } = scene;
  const { cause, reason: note, letter, effectiveOn = today } = act;
  const told = { cause, note, ...(letter === undefined ? {} : { reference: letterText(letter) }) };
  if (effectiveOn > today) {
    // What is put off goes on until then: that is for who resumes it too.
    const putsOff = known.row.suspend_on !== null && effectiveOn > known.row.suspend_on;
    if (putsOff && !mayDo('RESUME', acting.roles)) {
      return failed(appFailure('NOT_PERMITTED', 'agreement.suspend', 'puts a suspension off'));
    }
    const planned = { suspend_cause: cause, suspend_on: effectiveOn };
    const words = { ...told, note: `${effectiveOn}: ${note}` };
    return done(scene, room.journal.note(writer, known.row, 'NOTED', acting, words, planned));
  }
  const change = { suspended_from: known.row.status, suspend_cause: cause, suspend_on: null };
  return done(
    scene,
    inOrder(
      () => room.journal.move(writer, known, 'SUSPEND', acting, told, change),
      () => room.ports.devices.stopAll(known.row.agreement_id),
    ),
  );
}

/** By the clock, an answer of Dukcapil, or because a paper is missing. */
export function suspendBySystem(scene: Scene, cause: string): Result<unknown> {
  const { room, writer, known } = scene;
  const change = { suspended_from: known.row.status, suspend_cause: cause, suspend_on: null };
  return inOrder(
    () => room.journal.move(writer, known, 'SUSPEND', SYSTEM, { cause }, change),
    () => room.ports.devices.stopAll(known.row.agreement_id),
  );
}

export function resume(scene: Scene, act: Act<'RESUME'>, acting: Acting): Result<ActDone> {
  const { room, writer, known } = scene;
  const { row } = known;
  const standing = standingOf(known);
  if (hasEnded(standing, room.now())) return failed(whyEnded(standing));
  const lacksSptjm =
    row.suspend_cause === 'SPTJM_MISSING' && !room.ports.people.sptjmValid(row.agreement_id, room.now());
  if (lacksSptjm) return failed(appFailure('SPTJM_MISSING', 'agreement.resume'));
  const told = { reference: letterText(act.letter) };
  const change = { suspended_from: null, suspend_cause: null };
  return done(scene, room.journal.move(writer, known, 'RESUME', acting, told, change));
}

export function terminate(scene: Scene, act: Act<'TERMINATE'>, acting: Acting): Result<ActDone> {
  const { room, writer, known, today } = scene;
  const { cause, letter, effectiveOn } = act;
  const change = { end_cause: cause, end_letter: letter.number, end_letter_on: letter.date };
  const told = { cause, reference: letterText(letter), note: effectiveOn };
  // A revocation takes effect with the letter, whatever else is written in it.
  if (effectiveOn > today && cause !== 'REVOKED') {
    const planned = { ...change, end_on: effectiveOn };
    return done(scene, room.journal.note(writer, known.row, 'NOTED', acting, told, planned));
  }
  return done(scene, end(scene, 'TERMINATE', acting, told, room.now(), change));
}

/** The end, however it came: nobody works under this agreement any more, and no SAM card reads. */
export function end(
  scene: Scene,
  event: 'TERMINATE' | 'EXPIRE',
  acting: Acting,
  told: { readonly cause?: string; readonly reference?: string; readonly note?: string },
  endedAt: number,
  change: { readonly end_cause?: string; readonly end_letter?: string; readonly end_letter_on?: string } = {},
): Result<unknown> {
  const { room, writer, known } = scene;
  const { row } = known;
  const ended = {
    ...change,
    ended_from: row.status,
    ended_at: endedAt,
    suspended_from: null,
    suspend_on: null,
    end_on: null,
  };
  return inOrder(
    () => room.journal.move(writer, known, event, acting, told, ended),
    () => room.ports.people.revokeAll(row.agreement_id),
    () => room.ports.devices.stopAll(row.agreement_id),
  );
}

export function note(scene: Scene, act: Act<'NOTE'>, acting: Acting): Result<ActDone> {
  const told = { reference: letterText(act.letter), note: act.note };
  return done(scene, scene.room.journal.note(scene.writer, scene.known.row, 'NOTED', acting, told));
}

/** The agreement under which this counter serves. */
export function choose(scene: Scene, acting: Acting): Result<ActDone> {
  const { room, known } = scene;
  if (known.profile.kind !== 'DUKCAPIL_ACCESS') {
    return failed(appFailure('COUNTER_NOT_IN_SCOPE', 'agreement.choose'));
  }
  const { agreement_id: agreementId } = known.row;
  const chosen = room.chosen();
  if (chosen.ok && chosen.value === agreementId) return ok({ agreementId });
  return done(
    scene,
    inOrder(
      () => room.choose(agreementId),
      () => room.journal.audit(known.row, acting, { event: 'AGREEMENT_NOTED', what: 'CHOSEN' }),
    ),
  );
}

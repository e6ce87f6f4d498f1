/** From nothing to SIGNED: the draft, its proposal for signing, and what the second person confirms. */
import { failed, ok, type Result } from '../../native/failure.ts';
import { dayInText, weekdayName } from '../calendar/index.ts';
import { type Acting, type AgreementAct, type AgreementProfile, appFailure, may } from '../contract/index.ts';
import type { ActDone } from './agreements-port.ts';
import { outOfOrder } from './journal.ts';
import { overlap } from './overlap.ts';
import type { AgreementProposal } from './ports.ts';
import { checkedProfile } from './profile-checks.ts';
import { profileFrom, sha256Of, unreadable } from './register.ts';
import { done, inOrder, type Room, refused, type Scene } from './room.ts';

type Draft = Extract<AgreementAct, { act: 'DRAFT' }>;
type Signing = Extract<AgreementAct, { act: 'PROPOSE_SIGNING' }>;

/** What waits for the second person; the whole profile, so that what is confirmed is what was shown. */
export interface SigningBody {
  readonly profile: string;
  readonly scanId: string;
  readonly place: string;
  readonly noApprovalLetterReason: string | null;
  /** The head proposed, so that the manager confirms. */
  readonly byHead: boolean;
}

/** Makes a draft, or writes the present one anew. */
export function draft(room: Room, act: Draft, acting: Acting): Result<ActDone> {
  const checked = checkedProfile({ ...act.profile, profileVersion: 1 });
  if (!checked.ok) return checked;
  const profile = checked.value;
  const agreementId = profile.profileId;
  return room.journal.store.transaction((writer): Result<ActDone> => {
    const { agreements } = room.register.tables;
    const stored = JSON.stringify(profile);
    const present = agreements.find(writer, agreementId);
    if (present !== undefined && present.status !== 'DRAFT') {
      // What is signed changes by addendum only, and the archive not at all.
      const code = present.status === 'CLOSED' ? 'ARCHIVE_READ_ONLY' : 'ADDENDUM_REQUIRED';
      return refused(appFailure(code, 'agreement.draft'));
    }
    const row = present ?? newRow(agreementId, stored, room.now());
    if (present === undefined) agreements.insert(writer, row);
    const event = present === undefined ? 'CREATED' : 'DRAFTED';
    const told = { reference: profile.numbers.party2 };
    const noted = room.journal.note(writer, row, event, acting, told, { draft: stored });
    return noted.ok ? ok({ agreementId }) : noted;
  });
}

function newRow(agreement_id: string, stored: string, created_at: number) {
  return {
    agreement_id,
    status: 'DRAFT',
    version: 0,
    draft: stored,
    no_letter_reason: null,
    user_id_letter: null,
    suspended_from: null,
    suspend_cause: null,
    suspend_on: null,
    bridge_until: null,
    bridge_sam: 0,
    end_cause: null,
    end_letter: null,
    end_letter_on: null,
    end_on: null,
    ended_from: null,
    ended_at: null,
    created_at,
  } as const;
}

export function discardDraft(scene: Scene, acting: Acting): Result<ActDone> {
  const { room, writer, known } = scene;
  const { agreement_id: agreementId } = known.row;
  return done(
    scene,
    inOrder(
      () => room.ports.approval.withdrawAll(agreementId, acting),
      () => room.journal.audit(known.row, acting, { event: 'AGREEMENT_NOTED', what: 'DRAFT_DISCARDED' }),
      () => {
        room.register.changed(writer);
        writer.run('DELETE FROM agreement_connection WHERE agreement_id = ?', agreementId);
        writer.run('DELETE FROM agreement WHERE agreement_id = ?', agreementId);
        return ok(undefined);
      },
    ),
  );
}

export function proposeSigning(scene: Scene, act: Signing, acting: Acting): Result<ActDone> {
  const { room, known } = scene;
  const { profile, row } = known;
  const spoken = weekdayName(profile.signedOn);
  if (plainWeekday(act.weekday) !== plainWeekday(spoken)) {
    const words = { tanggal: dayInText(profile.signedOn), hari: spoken };
    return failed(appFailure('WEEKDAY_DIFFERS', 'agreement.signing', undefined, words));
  }
  const asked = mayBeSigned(room, profile, act.noApprovalLetterReason ?? null);
  if (!asked.ok) return asked;
  const body: SigningBody = {
    profile: row.draft ?? '',
    scanId: act.scanId,
    place: act.place,
    noApprovalLetterReason: act.noApprovalLetterReason ?? null,
    byHead: may(acting.roles, 'CONFIRM_AGREEMENT'),
  };
  const filed = room.ports.scans.file(act.scanId, 'AGREEMENT', acting);
  if (!filed.ok) return filed;
  const proposed = room.ports.approval.propose('SIGNING', row.agreement_id, JSON.stringify(body), acting);
  if (!proposed.ok) return proposed;
  return ok({ agreementId: row.agreement_id, proposalId: proposed.value.proposalId });
}

/** `Jum'at` and `jumat` are the same day. */
function plainWeekday(word: string): string {
  return word.toLowerCase().replace(/[^a-z]/g, '');
}

function mayBeSigned(room: Room, profile: AgreementProfile, reason: string | null): Result<unknown> {
  const lacksLetter =
    profile.kind === 'DUKCAPIL_ACCESS' && profile.approvalLetter === undefined && reason === null;
  if (lacksLetter) return failed(appFailure('APPROVAL_LETTER_MISSING', 'agreement.signing'));
  return overlap(room.register, profile);
}

/** The second person confirms: the draft becomes version 1. */
export function confirmSigning(scene: Scene, proposal: AgreementProposal, acting: Acting): Result<unknown> {
  const { room, writer, known } = scene;
  const body = JSON.parse(proposal.body) as SigningBody;
  const { row } = known;
  if (row.status !== 'DRAFT') return failed(outOfOrder('SIGN', row.status));
  if (row.draft !== body.profile) return failed(appFailure('PROPOSAL_CHANGED', 'agreement.signing'));
  const profile = profileFrom(body.profile);
  if (profile === undefined) return failed(unreadable(row.agreement_id));
  const allowed = mayBeSigned(room, profile, body.noApprovalLetterReason);
  if (!allowed.ok) return allowed;
  const sha256 = sha256Of(body.profile);
  const reference = `${profile.numbers.party1} / ${profile.numbers.party2}`;
  room.register.tables.profiles.insert(writer, {
    agreement_id: row.agreement_id,
    version: 1,
    profile: body.profile,
    sha256,
    cause: 'SIGNING',
    reference,
    scan_id: body.scanId,
    proposed_by: proposal.proposedBy,
    confirmed_by: acting.personId,
    made_at: room.now(),
  });
  const told = { reference, note: `${weekdayName(profile.signedOn)}, ${body.place}` };
  const change = { version: 1, draft: null, no_letter_reason: body.noApprovalLetterReason };
  const { proposedBy } = proposal;
  return inOrder(
    () => room.journal.move(writer, known, 'SIGN', acting, told, change),
    () =>
      room.journal.audit({ ...row, version: 1 }, acting, {
        event: 'PROFILE_CONFIRMED',
        cause: 'SIGNING',
        sha256,
        proposedBy,
      }),
  );
}

/**
 * Versions of a confirmed profile: only an addendum, a PoC letter or an extension changes one, and two persons stand behind it
 * . What a PoC letter may change is little; everything else takes an addendum.
 */
import { failed, ok, type Result } from '../../native/failure.ts';
import { type Day, localDay } from '../calendar/index.ts';
import {
  type Acting,
  type AgreementAct,
  type AgreementProfile,
  appFailure,
  changesBetween,
  type Letter,
  may,
  type ScanKind,
  type VersionCause,
} from '../contract/index.ts';
import type { ActDone, VersionInForce } from './agreements-port.ts';
import { letterText, outOfOrder } from './journal.ts';
import { overlap } from './overlap.ts';
import type { AgreementProposal } from './ports.ts';
import { checkedProfile, invalidProfile } from './profile-checks.ts';
import { type Known, profileFrom, sha256Of, unreadable } from './register.ts';
import { inOrder, type Room, type Scene } from './room.ts';

type Network = AgreementProfile['network'];
type Proposing = Extract<AgreementAct, { act: 'PROPOSE_VERSION' }>;

export interface VersionBody {
  readonly profile: string;
  readonly baseVersion: number;
  readonly cause: VersionCause;
  readonly letter: Letter;
  readonly scanId: string;
  /** The head proposed, so that the manager confirms. */
  readonly byHead: boolean;
}

const scanKindOf: Readonly<Record<VersionCause, ScanKind>> = {
  ADDENDUM: 'ADDENDUM',
  EXTENSION: 'ADDENDUM',
  POC_LETTER: 'POC_LETTER',
};

export function proposeVersion(scene: Scene, act: Proposing, acting: Acting): Result<ActDone> {
  const { room, known } = scene;
  const { agreement_id: agreementId, version } = known.row;
  const checked = checkedProfile({ ...act.profile, profileVersion: version + 1 });
  if (!checked.ok) return checked;
  const allowed = mayBecome(room, known, checked.value, act.cause);
  if (!allowed.ok) return allowed;
  const filed = room.ports.scans.file(act.scanId, scanKindOf[act.cause], acting);
  if (!filed.ok) return filed;
  const body: VersionBody = {
    profile: JSON.stringify(checked.value),
    baseVersion: version,
    cause: act.cause,
    letter: act.letter,
    scanId: act.scanId,
    byHead: may(acting.roles, 'CONFIRM_AGREEMENT'),
  };
  const proposed = room.ports.approval.propose('VERSION', agreementId, JSON.stringify(body), acting);
  return proposed.ok ? ok({ agreementId, proposalId: proposed.value.proposalId }) : proposed;
}

/** Whether the profile may take the place of the present one, for this cause. */
function mayBecome(
  room: Room,
  { row, profile: before }: Known,
  after: AgreementProfile,
  cause: VersionCause,
): Result<unknown> {
  const fixed = (['profileId', 'kind', 'signedOn', 'timeZone'] as const).filter(
    (field) => before[field] !== after[field],
  );
  if (fixed.length > 0) {
    const problem = { id: 'tidak dapat diubah setelah ditandatangani', en: 'cannot change after signing' };
    return failed(invalidProfile(fixed.map((path) => ({ path, ...problem }))));
  }
  const changes = changesBetween(before, after);
  if (changes.length === 0) {
    return failed(invalidProfile([{ path: '', id: 'tidak ada yang berubah', en: 'nothing changes' }]));
  }
  const isExtension = after.lastDayInForce > before.lastDayInForce;
  if (isExtension && row.status !== 'EXTENSION_REQUESTED') return failed(outOfOrder('EXTEND', row.status));
  if (cause === 'EXTENSION' && !isExtension) {
    const problem = { id: 'harus lebih lama dari yang sekarang', en: 'has to be later than it is now' };
    return failed(invalidProfile([{ path: 'lastDayInForce', ...problem }]));
  }
  if (wantsBandwidthLetter(before.network, after.network)) {
    return failed(appFailure('BANDWIDTH_LETTER_REQUIRED', 'agreement.version'));
  }
  if (cause === 'POC_LETTER' && !changes.every(({ field }) => isOfPoc(field))) {
    return failed(appFailure('ADDENDUM_REQUIRED', 'agreement.version'));
  }
  if (needsNewPoc(before, after)) return failed(appFailure('REPOC_REQUIRED', 'agreement.version'));
  return overlap(room.register, after);
}

/** the letter that agreed to the bandwidth until now does not cover another one. */
function wantsBandwidthLetter(before: Network, after: Network): boolean {
  const { bandwidthLetter: letter } = after;
  const isOther = before.bandwidthMbps !== after.bandwidthMbps;
  return isOther && (letter === undefined || letter === before.bandwidthLetter);
}

/** The result of a PoC lifts the quota and opens the web service; it grants nothing. */
function isOfPoc(field: string): boolean {
  return field === 'quota.pocLetter' || field.startsWith('webServiceGrant.');
}

/** an element more in the web service is a changed application; the letter of the last PoC does not cover it. */
function needsNewPoc(before: AgreementProfile, after: AgreementProfile): boolean {
  const grant = before.webServiceGrant;
  if (grant === undefined || after.webServiceGrant?.pocLetter !== grant.pocLetter) return false;
  const tested = before.elements.WEB_SERVICE ?? [];
  return (after.elements.WEB_SERVICE ?? []).some((element) => !tested.includes(element));
}

/** The second person confirms: version n becomes n + 1, at once and for everything that comes after. */
export function confirmVersion(scene: Scene, proposal: AgreementProposal, acting: Acting): Result<unknown> {
  const { room, writer, known } = scene;
  const body = JSON.parse(proposal.body) as VersionBody;
  const { row } = known;
  if (row.version !== body.baseVersion) return failed(appFailure('PROPOSAL_CHANGED', 'agreement.version'));
  const after = profileFrom(body.profile);
  if (after === undefined) return failed(unreadable(row.agreement_id));
  const allowed = mayBecome(room, known, after, body.cause);
  if (!allowed.ok) return allowed;
  const version = row.version + 1;
  const sha256 = sha256Of(body.profile);
  const reference = letterText(body.letter);
  room.register.tables.profiles.insert(writer, {
    agreement_id: row.agreement_id,
    version,
    profile: body.profile,
    sha256,
    cause: body.cause,
    reference,
    scan_id: body.scanId,
    proposed_by: proposal.proposedBy,
    confirmed_by: acting.personId,
    made_at: room.now(),
  });
  const isExtension = after.lastDayInForce > known.profile.lastDayInForce;
  const event = isExtension ? 'EXTEND' : 'CHANGE_PROFILE';
  // The bridge led over to the extension and has done its service.
  const change = isExtension ? { version, bridge_until: null, bridge_sam: 0 } : { version };
  const { cause } = body;
  const { proposedBy } = proposal;
  const confirmed = { event: 'PROFILE_CONFIRMED', cause, sha256, proposedBy } as const;
  return inOrder(
    () => room.journal.move(writer, known, event, acting, { reference, cause }, change),
    () => room.journal.audit({ ...row, version }, acting, confirmed),
  );
}

/** What a report of those days goes by, whatever was agreed since. A version holds for the whole day on which it was confirmed. */
export function profilesDuring(
  { register, journal }: Room,
  { row: { agreement_id: agreementId }, profile: { timeZone } }: Known,
  from: Day,
  to: Day,
): Result<readonly VersionInForce[]> {
  const { profiles } = register.tables;
  const rows = journal.store.read((reader) =>
    profiles.select(reader, 'WHERE agreement_id = ? ORDER BY version', agreementId),
  );
  if (!rows.ok) return rows;
  const since = rows.value.map(({ made_at }) => localDay(made_at, timeZone));
  const inForce: VersionInForce[] = [];
  for (const [at, { profile: stored }] of rows.value.entries()) {
    const [start = to, next] = [since[at], since[at + 1]];
    const isOver = next !== undefined && next <= from;
    if (isOver || (at > 0 && start > to)) continue;
    const profile = profileFrom(stored);
    if (profile === undefined) return failed(unreadable(agreementId));
    inForce.push({ since: start, profile });
  }
  return ok(inForce);
}

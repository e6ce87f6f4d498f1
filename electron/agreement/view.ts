/** Agreements as the pages show them. */
import { daysBetween, localDay } from '../calendar/index.ts';
import {
  type Acting,
  type AgreementDetail,
  type AgreementRow,
  type AgreementVersion,
  type EndCause,
  endedStatuses,
  type SuspendCause,
} from '../contract/index.ts';
import type { Reader } from '../store/index.ts';
import { activationChecklist, endChecklist } from './checklists.ts';
import { accessUntil, agreementDates } from './dates.ts';
import { settledItems } from './ending.ts';
import { offered } from './offers.ts';
import type { Known } from './register.ts';
import type { Room } from './room.ts';
import type { EventRow, ProfileRow } from './rows.ts';

/** More events than this nobody reads on a page; the audit log has them all. */
const eventsShown = 200;

export function rowView(known: Known, now: number, chosen: string | undefined): AgreementRow {
  const { row, profile } = known;
  const until = accessUntil(profile, row);
  const isStopped = row.status === 'SUSPENDED' || row.suspend_on !== null;
  return {
    agreementId: row.agreement_id,
    version: row.version,
    kind: profile.kind,
    numbers: profile.numbers,
    title: profile.title,
    party1: profile.parties.party1.name,
    institution: profile.parties.party2.name,
    status: row.status,
    ...(isStopped && row.suspend_cause !== null ? { suspendCause: row.suspend_cause as SuspendCause } : {}),
    ...(row.end_cause === null ? {} : { endCause: row.end_cause as EndCause }),
    signedOn: profile.signedOn,
    lastDay: profile.lastDayInForce,
    accessUntil: until,
    daysLeft: daysBetween(localDay(now, profile.timeZone), until),
    chosen: chosen === row.agreement_id,
  };
}

export function detailView(
  room: Room,
  reader: Reader,
  known: Known,
  chosen: string | undefined,
  acting: Acting,
): AgreementDetail {
  const { row, profile } = known;
  const { agreement_id: id } = row;
  const { tables } = room.register;
  const { nameOf } = room.ports.people;
  const versions = tables.profiles.select(reader, 'WHERE agreement_id = ? ORDER BY version', id);
  const newest = 'WHERE agreement_id = ? ORDER BY seq DESC LIMIT ?';
  const connection = tables.connections.find(reader, id);
  const hasEnded = endedStatuses.has(row.status);
  return {
    row: rowView(known, room.now(), chosen),
    profile,
    versions: versions.map((version) => versionView(version, nameOf)),
    dates: agreementDates(profile, row, room.ports.workDays()),
    activation: activationChecklist(room, known),
    end: hasEnded ? endChecklist(room, known, settledItems(room.register, reader, id)) : [],
    events: tables.events.select(reader, newest, id, eventsShown).map((event) => eventView(event, nameOf)),
    ...(connection === undefined
      ? {}
      : { connection: { installedAt: connection.installed_at, sha256: connection.sha256 } }),
    acts: actsFor(known, chosen, acting),
  };
}

/** What the table offers, less what the kind of agreement has no use for or what is so already. */
function actsFor({ row, profile }: Known, chosen: string | undefined, { roles }: Acting) {
  const acts = offered(row.status, roles);
  const pointless = new Set<string>();
  if (profile.kind === 'DATA_INTEROP') for (const act of ['CHOOSE', 'RECORD_USER_ID']) pointless.add(act);
  if (chosen === row.agreement_id) pointless.add('CHOOSE');
  return acts.filter((act) => !pointless.has(act));
}

type NameOf = (personId: string) => string;

function versionView(row: ProfileRow, nameOf: NameOf): AgreementVersion {
  const { version, cause, reference, sha256, made_at: madeAt } = row;
  return {
    version,
    cause,
    reference,
    madeAt,
    proposedBy: nameOf(row.proposed_by),
    confirmedBy: nameOf(row.confirmed_by),
    sha256,
  };
}

function eventView({ at, actor, event, reference, note }: EventRow, nameOf: NameOf) {
  return {
    at,
    actor: actor === 'SYSTEM' ? actor : nameOf(actor),
    event: event as AgreementDetail['events'][number]['event'],
    reference,
    note,
  };
}

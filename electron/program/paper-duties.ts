/** What a letter tells of an incident, and of the duties that were met so far. */
import { localDay } from '../calendar/index.ts';
import type { Withdrawal } from '../consent/index.ts';
import type { AgreementProfile, IncidentRow, ReportRow } from '../contract/index.ts';
import type { PaperFields } from '../document/index.ts';
import type { ListForPaper } from '../outbox/index.ts';

type LetterFields = Extract<PaperFields, { details: unknown }>;

interface DutyFacts {
  readonly profile: AgreementProfile;
  readonly incidents: readonly IncidentRow[];
  /** Of the agreement, newest first. */
  readonly reports: readonly ReportRow[];
}

export interface SubjectFacts {
  readonly profile: AgreementProfile;
  /** Of the agreement, newest first. */
  readonly lists: () => readonly ListForPaper[];
  readonly withdrawals: () => readonly Withdrawal[];
  readonly handover: { readonly nameOf: (personId: string) => string };
}

/** `null`: about none; `undefined`: about one that is not on record. */
export function incidentOf(
  incidentId: string | undefined,
  { incidents, profile }: Pick<DutyFacts, 'incidents' | 'profile'>,
): LetterFields['incident'] | undefined {
  if (incidentId === undefined) return null;
  const row = incidents.find((one) => one.incidentId === incidentId);
  if (row === undefined) return undefined;
  const { number, from, to, affected, reachable, confirmedAt, dueAt } = row;
  const knownOn = localDay(row.knownAt, profile.timeZone);
  return { number, knownOn, from, to, affected, reachable, confirmedAt, dueAt };
}

/** `null`: none is chosen; `undefined`: one that is not on record. */
export function listOf(
  subjectId: string | undefined,
  { lists, profile }: Pick<SubjectFacts, 'lists' | 'profile'>,
): LetterFields['list'] | undefined {
  if (subjectId === undefined) return null;
  const list = lists().find(({ listId }) => listId === subjectId);
  if (list === undefined) return undefined;
  const { number, items, medium, sha256 } = list;
  const [from, to] = [list.from, list.to].map((at) => localDay(at, profile.timeZone));
  return from === undefined || to === undefined ? undefined : { number, items, medium, sha256, from, to };
}

/** As for a list. */
export function withdrawalOf(
  subjectId: string | undefined,
  { withdrawals, handover }: Pick<SubjectFacts, 'withdrawals' | 'handover'>,
): LetterFields['withdrawal'] | undefined {
  if (subjectId === undefined) return null;
  const row = withdrawals().find(({ requestId }) => requestId === subjectId);
  if (row === undefined) return undefined;
  const { receiptNo, channel, receivedAt, dueAt, takenBy } = row;
  return { receiptNo, channel, receivedAt, dueAt, takenBy: handover.nameOf(takenBy) };
}

/** What the institution owed and did, from its reports (domain 5.4). */
export function fulfilmentOf({ reports }: Pick<DutyFacts, 'reports'>): LetterFields['fulfilment'] {
  const sum = (of: (figures: ReportRow['figures']) => readonly number[]) =>
    reports.flatMap(({ figures }) => of(figures)).reduce((total, one) => total + one, 0);
  return {
    reports: reports
      .map(({ year, half, signed }) => {
        const last = signed.at(-1);
        return {
          year,
          half,
          signed: last === undefined ? null : { number: last.number, date: last.signedOn },
        };
      })
      .reverse(),
    balikan: {
      due: sum(({ balikan }) => balikan.map((month) => month.due)),
      acknowledged: sum(({ balikan }) => balikan.map((month) => month.acknowledged)),
    },
    iso: reports[0]?.figures.security.iso ?? null,
    incidents: sum(({ security }) => [security.incidents]),
  };
}

/** What stands in the gaps of a template before anybody types: whatever the books know of it, so that nobody copies it by hand. */
import { dayInText, thousands } from '../calendar/index.ts';
import type { PaperKind, PaperSubject } from '../contract/index.ts';
import type { PaperFacts } from './paper-fields.ts';

/** By the names under which the templates ask. */
export function paperStarts(
  kind: PaperKind,
  facts: PaperFacts,
  incidentId: string | undefined,
): Readonly<Record<string, string>> {
  const { incidents, manager, profile } = facts;
  const incident = incidents.find((one) => one.incidentId === incidentId);
  const contact = manager === undefined ? {} : { narahubung: `${manager.name}, ${manager.position}` };
  return {
    ...contact,
    ...(manager === undefined ? {} : { petugas: `${manager.name}, ${manager.position}` }),
    ...(incident === undefined ? {} : { caraTerungkap: incident.what }),
    ...(kind === 'MANAGER_APPOINTMENT' && manager !== undefined ? { mulai: dayInText(manager.from) } : {}),
    ...(kind === 'MONITORING_REPORT' ? monitoring(facts) : {}),
    ...(copied.has(kind) ? { tembusanSurat: (profile.reports?.copies ?? []).join('\n') } : {}),
  };
}

/** What a letter of this kind may be about, newest first. */
export function subjectsOf(kind: PaperKind, { lists, withdrawals }: PaperFacts): readonly PaperSubject[] {
  if (kind === 'BALIKAN_HANDOVER') {
    return lists().map(({ listId, number, preparedAt }) => ({
      subjectId: listId,
      name: number,
      at: preparedAt,
    }));
  }
  if (kind !== 'WITHDRAWAL_RECEIPT') return [];
  return withdrawals().map(({ requestId, receiptNo, receivedAt }) => ({
    subjectId: requestId,
    name: receiptNo,
    at: receivedAt,
  }));
}

/** Letters of which the same offices are told that get a copy of the reports. */
const copied: ReadonlySet<PaperKind> = new Set(['EXTENSION_LETTER', 'CHANGE_LETTER', 'SAM_REQUEST_LETTER']);

/** Of the last two semesters, newest first: figures, for whoever writes what they mean. */
function monitoring({ reports }: PaperFacts): Readonly<Record<string, string>> {
  const year = reports.slice(0, 2).map(({ figures }) => figures);
  if (year.length === 0) return {};
  const sum = (of: (figures: (typeof year)[number]) => readonly number[]) =>
    thousands(year.flatMap(of).reduce((total, one) => total + one, 0));
  const inquiries = sum(({ access }) => access.map((row) => row.inquiries));
  const due = sum(({ balikan }) => balikan.map((row) => row.due));
  const acknowledged = sum(({ balikan }) => balikan.map((row) => row.acknowledged));
  const incidents = sum(({ security }) => [security.incidents]);
  return {
    hasilPemanfaatan: `${inquiries} pengecekan NIK.`,
    hasilBalikan: `${acknowledged} dari ${due} data balikan diterima.`,
    hasilKeamanan: `${incidents} insiden.`,
  };
}

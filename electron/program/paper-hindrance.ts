/**
 * Why a paper may be looked at and not printed yet: dates on it that contradict each other, a head who was not in office on its day
 * nothing to list, or books that a BAST disagrees with.
 */
import type { Failure } from '../../native/failure.ts';
import { dayInFigures, dayInText, localDay } from '../calendar/index.ts';
import { appFailure, type PaperKind, type PaperOrder } from '../contract/index.ts';
import type { PaperFields } from '../document/index.ts';
import type { Holder } from '../people/index.ts';
import { handoverHindrance } from './handover-fields.ts';
import { ofTheHead, type PaperFacts } from './paper-fields.ts';

const listingCards: ReadonlySet<PaperKind> = new Set(['SAM_REQUEST_LETTER', 'SAM_LOSS_REPORT']);

export function hindranceOf(order: PaperOrder, fields: PaperFields, facts: PaperFacts): Failure | undefined {
  return (
    outsideOffice(order, facts) ??
    contradiction(fields) ??
    (listsNothing(fields) ? appFailure('PAPER_EMPTY', 'paper') : undefined) ??
    (order.kind === 'BAST_SAM_RETURN' ? handoverHindrance(order, facts.handover) : undefined)
  );
}

function outsideOffice({ kind, day }: PaperOrder, { head }: PaperFacts): Failure | undefined {
  if (!ofTheHead(kind) || day === undefined || head === undefined || day >= head.from) return undefined;
  const words = { nama: head.name, tanggal: dayInText(head.from) };
  return appFailure('SIGNED_OUTSIDE_OFFICE', 'paper', undefined, words);
}

/** Why a print that came back signed is not the hand of the present head, or of a former one while in office. */
export function signerObjection(
  signedBy: string | null,
  signedOn: string,
  head: Holder | undefined,
  nameOf: (personId: string) => string,
): Failure | undefined {
  if (signedBy === null || head === undefined) return undefined;
  const inOffice = signedOn >= head.from;
  if ((signedBy === head.personId) === inOffice) return undefined;
  const words = { nama: nameOf(signedBy), tanggal: dayInText(head.from) };
  return appFailure(inOffice ? 'PAPER_SIGNER_LEFT' : 'SIGNED_OUTSIDE_OFFICE', 'paper', undefined, words);
}

/** Nobody signed a paper before it was written, or tomorrow. @param written the day of the paper, where it has one */
export function signedDayObjection(
  signedOn: string,
  written: string | null,
  today: string,
): Failure | undefined {
  if (signedOn > today) return appFailure('DATE_AHEAD', 'paper', undefined, { tanggal: signedOn });
  return written !== null && signedOn < written
    ? appFailure('DATES_CONTRADICT', 'paper', undefined, { tanggal: signedOn, sebelum: written })
    : undefined;
}

/** No paper is older than what it speaks of. */
function contradiction(fields: PaperFields): Failure | undefined {
  const { day } = fields;
  if (day === null) return undefined;
  const early = datesBehind(fields)
    .filter((one) => one.on > day)
    .map((one) => `${one.what} ${dayInFigures(one.on)} > ${dayInFigures(day)}`);
  const late = tooLate(fields, day);
  if (early.length + late.length === 0) return undefined;
  return appFailure('PAPER_DATES', 'paper', undefined, { daftar: [...early, ...late].join('; ') });
}

type LetterFields = Extract<PaperFields, { details: unknown }>;

interface Dated {
  readonly what: string;
  readonly on: string;
}

function datesBehind(fields: PaperFields): readonly Dated[] {
  const incident = 'incident' in fields ? fields.incident : null;
  return [
    { what: 'PKS', on: fields.agreement.signedOn },
    ...('request' in fields ? [{ what: 'surat permohonan', on: fields.request.date }] : []),
    ...(fields.kind === 'SEMESTER_REPORT' ? [{ what: 'akhir periode', on: fields.report.to }] : []),
    ...('details' in fields ? subjectDates(fields) : []),
    ...(incident === null ? [] : [{ what: 'insiden diketahui', on: incident.knownOn }]),
  ];
}

function subjectDates({ list, withdrawal, basis }: LetterFields): readonly Dated[] {
  return [
    ...(list === null ? [] : [{ what: 'data balikan', on: list.to }]),
    ...(withdrawal === null
      ? []
      : [{ what: 'penarikan diterima', on: localDay(withdrawal.receivedAt, basis.timeZone) }]),
  ];
}

/** An extension is asked for while there is something to extend. */
function tooLate(fields: PaperFields, day: string): readonly string[] {
  if (fields.kind !== 'EXTENSION_LETTER' || day <= fields.basis.lastDay) return [];
  return [`akhir PKS ${dayInFigures(fields.basis.lastDay)} < ${dayInFigures(day)}`];
}

function listsNothing(fields: PaperFields): boolean {
  if (fields.kind === 'USER_ID_BAST') return fields.users.length === 0;
  if (!('details' in fields)) return false;
  if (fields.kind === 'BALIKAN_HANDOVER') return fields.list === null;
  if (fields.kind === 'WITHDRAWAL_RECEIPT') return fields.withdrawal === null;
  if (fields.kind === 'STAFF_LETTER') return fields.staff.length === 0;
  return listingCards.has(fields.kind) && fields.inventory.length === 0;
}

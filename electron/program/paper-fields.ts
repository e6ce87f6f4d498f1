/** The fields of a paper that somebody ordered: what was typed, and what agreement and people know already. */
import { failed, ok, type Result } from '../../native/failure.ts';
import {
  type AgreementProfile,
  appFailure,
  type IncidentRow,
  type PaperOrder,
  type PersonRow,
  type ReportRow,
  type SemesterReportFields,
} from '../contract/index.ts';
import type { PaperFields } from '../document/index.ts';
import type { Holder } from '../people/index.ts';
import type { SignedReport } from '../report/index.ts';
import {
  type HandoverFacts,
  handoverFields,
  lostRows,
  requestedRows,
  wholeInventory,
} from './handover-fields.ts';
import { fulfilmentOf, incidentOf, listOf, type SubjectFacts, withdrawalOf } from './paper-duties.ts';
import { paperNumber } from './paper-number.ts';

export interface PaperFacts extends Pick<SubjectFacts, 'lists' | 'withdrawals'> {
  readonly profile: AgreementProfile;
  /** The responsible head, who signs for the institution. */
  readonly head: Holder | undefined;
  readonly people: readonly PersonRow[];
  readonly manager: Holder | undefined;
  /** Of the agreement, newest first. */
  readonly reports: readonly ReportRow[];
  /** Counted now, of any days; nobody has written words for it. */
  readonly onDemand: (reportId: string) => Result<SemesterReportFields> | undefined;
  /** A version of a report as it was signed, with the agreement it went by. */
  readonly signed: (
    reportId: string,
    version: number,
  ) => { readonly report: SignedReport; readonly profile: AgreementProfile } | undefined;
  readonly incidents: readonly IncidentRow[];
  readonly handover: HandoverFacts;
}

type Member = PaperFields['signer'];
type LetterOrder = Extract<PaperOrder, { details: unknown }>;
type ReportOrder = Extract<PaperOrder, { kind: 'SEMESTER_REPORT' }>;

/** Fails with NO_ACCESS_RESPONSIBLE where a head has to sign and there is none, STEP_ORDER where it is about nobody known. */
export function paperFieldsOf(order: PaperOrder, facts: PaperFacts): Result<PaperFields> {
  const { people } = facts;
  if (order.kind === 'NDA') {
    const person = people.find(({ personId }) => personId === order.personId);
    if (person === undefined) return unknownPerson();
    const { personId } = order;
    return ok({ kind: order.kind, ...commonOf(order, facts, memberOf(person)), personId });
  }
  if (order.kind === 'SEMESTER_REPORT' && order.version !== undefined) {
    return signedReport(order, order.version, facts);
  }
  if (facts.head === undefined) return failed(appFailure('NO_ACCESS_RESPONSIBLE', 'paper'));
  const common = commonOf(order, facts, headOf(facts.head));
  if ('details' in order) return letterFields(order, common, facts);
  switch (order.kind) {
    case 'SPTJM_AWAL':
      return ok({ kind: order.kind, ...common });
    case 'SPTJM_PERPANJANGAN':
      return ok({ kind: order.kind, ...common, request: order.request, subject: order.subject });
    case 'USER_ID_FORM':
      return userIdForm(order, common, facts);
    case 'USER_ID_BAST':
      return ok({
        kind: order.kind,
        ...common,
        number: paperNumber(order),
        checkpoint: null,
        request: order.request,
        users: usersOf(facts, order.agreementId).map(memberOf),
      });
    case 'OFFICE_CHANGE_LETTER':
      return ok({
        kind: order.kind,
        ...common,
        number: paperNumber(order),
        personId: facts.head.personId,
        since: facts.head.from,
        appointment: appointmentOf(facts.head, people),
      });
    case 'SEMESTER_REPORT':
      return semesterReport(order, common, facts);
    case 'BAST_SAM_RETURN':
      return ok({
        kind: order.kind,
        ...common,
        ...basisOf(facts.profile),
        number: paperNumber(order),
        checkpoint: null,
        ...handoverFields(order, facts.handover),
      });
  }
}

type Common = ReturnType<typeof commonOf>;

/** An operator signs the NDA, and the access manager whom they propose. */
export function ofTheHead(kind: PaperOrder['kind']): boolean {
  return kind !== 'NDA' && kind !== 'STAFF_LETTER';
}

function commonOf(order: PaperOrder, { profile, head }: PaperFacts, signer: Member) {
  const { parties, numbers, signedOn, title, accessMethods } = profile;
  return {
    format: 1 as const,
    template: null,
    emblem: null,
    letterhead: order.letterhead,
    place: order.place,
    day: order.day ?? null,
    institution: parties.party2.name,
    agreement: {
      agreementId: order.agreementId,
      party1: parties.party1.name,
      number1: numbers.party1,
      number2: numbers.party2,
      signedOn,
      title,
      methods: accessMethods,
    },
    signer,
    signedBy: ofTheHead(order.kind) ? (head?.personId ?? null) : null,
  };
}

/** Everything a letter may state; its template says what of it. */
function letterFields(order: LetterOrder, common: Common, facts: PaperFacts): Result<PaperFields> {
  const { profile, handover, manager } = facts;
  const incident = incidentOf(order.incidentId, facts);
  if (incident === undefined) return failed(appFailure('STEP_ORDER', 'paper', 'no such incident'));
  const list = order.kind === 'BALIKAN_HANDOVER' ? listOf(order.subjectId, facts) : null;
  const withdrawal = order.kind === 'WITHDRAWAL_RECEIPT' ? withdrawalOf(order.subjectId, facts) : null;
  if (list === undefined || withdrawal === undefined) {
    return failed(appFailure('STEP_ORDER', 'paper', 'no such list or withdrawal'));
  }
  const staff = usersOf(facts, order.agreementId);
  return ok({
    kind: order.kind,
    ...common,
    ...basisOf(profile),
    number: paperNumber(order),
    checkpoint: null,
    inventory: inventoryFor(order.kind, handover),
    approval: approvalOf(profile),
    manager: manager === undefined ? null : memberOf(manager),
    staff: staff.map((person) => ({ ...memberOf(person), employment: person.employment })),
    keptRecords: handover.keptRecords,
    incident,
    list,
    withdrawal,
    fulfilment: fulfilmentOf(facts),
    details: order.details,
  });
}

function inventoryFor(kind: LetterOrder['kind'], handover: HandoverFacts) {
  if (kind === 'SAM_REQUEST_LETTER') return requestedRows(handover);
  return kind === 'SAM_LOSS_REPORT' ? lostRows(handover) : wholeInventory(handover);
}

function approvalOf({ approvalLetter }: AgreementProfile) {
  return approvalLetter === undefined ? null : { number: approvalLetter.number, date: approvalLetter.date };
}

function semesterReport(order: ReportOrder, common: Common, facts: PaperFacts): Result<PaperFields> {
  const row = facts.reports.find(({ reportId }) => reportId === order.reportId);
  const counted = row === undefined ? facts.onDemand(order.reportId) : ok(row.figures);
  if (counted === undefined) return failed(appFailure('STEP_ORDER', 'paper', 'no such report'));
  if (!counted.ok) return counted;
  const corrected = row?.signed.findLast(({ version }) => version < row.version);
  return ok({
    kind: order.kind,
    ...common,
    ...basisOf(facts.profile),
    number: paperNumber(order),
    checkpoint: null,
    report: counted.value,
    corrects: corrected === undefined ? null : { number: corrected.number, date: corrected.signedOn },
    correction: row?.correction ?? null,
    manager: facts.manager?.name ?? '',
    ...(row?.narrative ?? unwritten),
    copiesTo: facts.profile.reports?.copies ?? [],
  });
}

const unwritten = { obstacles: null, followUp: null, suggestions: null };
/** Nobody's words are made up, and the paper with the signature has them. */
const notKept = 'Tidak tersimpan bersama versi ini; lihat laporan yang ditandatangani.';

/** With the number, the day, the words and the names it was signed with: nothing of it is typed again. */
function signedReport(order: ReportOrder, version: number, facts: PaperFacts): Result<PaperFields> {
  const found = facts.signed(order.reportId, version);
  if (found === undefined) return failed(appFailure('STEP_ORDER', 'paper', 'no such version'));
  const { report, profile } = found;
  const { personId, frame, number, signedOn: day } = report;
  const signer = frame?.head ?? facts.people.find((person) => person.personId === personId);
  if (signer === undefined) return unknownPerson();
  return ok({
    kind: order.kind,
    ...commonOf({ ...order, day }, { ...facts, profile }, memberOf(signer)),
    signedBy: personId,
    ...basisOf(profile),
    number,
    checkpoint: null,
    report: report.figures,
    corrects: report.corrects,
    correction: report.correction,
    manager: frame?.manager ?? '',
    ...(report.narrative ?? { obstacles: notKept, followUp: notKept, suggestions: notKept }),
    copiesTo: profile.reports?.copies ?? [],
  });
}

function basisOf({ technicalGuide, purpose, lastDayInForce, timeZone }: AgreementProfile) {
  return { basis: { guide: technicalGuide?.number ?? null, purpose, lastDay: lastDayInForce, timeZone } };
}

function userIdForm(
  order: Extract<PaperOrder, { kind: 'USER_ID_FORM' }>,
  common: Common,
  { people, profile }: PaperFacts,
): Result<PaperFields> {
  const person = people.find(({ personId }) => personId === order.personId);
  if (person === undefined) return unknownPerson();
  return ok({
    kind: order.kind,
    ...common,
    number: paperNumber(order),
    personId: person.personId,
    user: { ...memberOf(person), employment: person.employment },
    officeRegion: profile.parties.party2.region,
    cause: order.cause,
  });
}

/** Who uses the access, or is about to: every operator under the agreement that has not left. */
function usersOf({ people }: PaperFacts, agreementId: string): PersonRow[] {
  const left: ReadonlySet<string> = new Set(['REJECTED', 'REVOKED']);
  return people.filter(({ operators }) =>
    operators.some((one) => one.agreementId === agreementId && !left.has(one.status)),
  );
}

function appointmentOf({ personId }: Holder, people: readonly PersonRow[]): string {
  const roles = people.find((person) => person.personId === personId)?.roles ?? [];
  return roles.find(({ role }) => role === 'ACCESS_RESPONSIBLE')?.reference ?? '–';
}

function memberOf({ name, position, rank, employmentNo }: Member): Member {
  return { name, position, rank, employmentNo };
}

/** Who stands in signs as such. */
export function headOf(head: Holder): Member {
  const standsIn = head.acting && !head.position.startsWith('Plt.');
  return { ...memberOf(head), position: standsIn ? `Plt. ${head.position}` : head.position };
}

function unknownPerson(): Result<never> {
  return failed(appFailure('STEP_ORDER', 'paper', 'no such person'));
}

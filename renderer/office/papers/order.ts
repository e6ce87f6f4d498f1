/** Which paper is wanted, as the address says it (`#surat/NDA/tirta-pangan/simula-ningsih`), and what its form asks for. Pure. */
import {
  breachNotices,
  letterKinds,
  letterSubjects,
  type PaperKind,
  type PaperStart,
  paperKinds,
} from '../../../electron/contract/index.ts';
import type { Draft } from '../parts/index.ts';

export interface WantedPaper {
  readonly kind: PaperKind;
  readonly agreementId: string;
  readonly personId?: string;
  readonly reportId?: string;
  /** Of a report that was signed; absent: as it stands. */
  readonly version?: number;
  readonly incidentId?: string;
  /** A list of data balikan or a withdrawal; absent: chosen on the page. */
  readonly subjectId?: string;
}

const aboutOnePerson: ReadonlySet<PaperKind> = new Set(['NDA', 'USER_ID_FORM']);
const ofAnIncident: ReadonlySet<PaperKind> = new Set(Object.values(breachNotices));
const typed: ReadonlySet<PaperKind> = new Set(letterKinds);
const ofASubject: ReadonlySet<PaperKind> = new Set(Object.keys(letterSubjects) as PaperKind[]);
const withNumber: ReadonlySet<PaperKind> = new Set([
  'USER_ID_FORM',
  'USER_ID_BAST',
  'OFFICE_CHANGE_LETTER',
  'SEMESTER_REPORT',
  'BAST_SAM_RETURN',
  ...letterKinds,
]);
const onRequest: ReadonlySet<PaperKind> = new Set(['SPTJM_PERPANJANGAN', 'USER_ID_BAST']);

export function detailOf({
  kind,
  agreementId,
  personId,
  reportId,
  version,
  incidentId,
  subjectId,
}: WantedPaper): string {
  const about = [personId ?? reportId ?? incidentId ?? subjectId, version].filter((one) => one !== undefined);
  return [kind, agreementId, ...about].join('/');
}

/** `undefined`: no paper goes by this address. */
export function wantedPaper(detail: string): WantedPaper | undefined {
  const [name, agreementId, about, version] = detail.split('/');
  const kind = paperKinds.find((one) => one === name);
  if (kind === undefined || agreementId === undefined || agreementId === '') return undefined;
  const member = memberFor(kind);
  if (member === undefined && about !== undefined) return undefined;
  if (about === undefined && member !== undefined && member !== 'subjectId') return undefined;
  if (version !== undefined && !(member === 'reportId' && /^[1-9]\d{0,2}$/.test(version))) return undefined;
  return {
    kind,
    agreementId,
    ...(member === undefined || about === undefined ? {} : { [member]: about }),
    ...(version === undefined ? {} : { version: Number(version) }),
  };
}

/** What a paper is about beside its agreement. */
function memberFor(kind: PaperKind): 'personId' | 'reportId' | 'incidentId' | 'subjectId' | undefined {
  if (aboutOnePerson.has(kind)) return 'personId';
  if (ofAnIncident.has(kind)) return 'incidentId';
  if (ofASubject.has(kind)) return 'subjectId';
  return kind === 'SEMESTER_REPORT' ? 'reportId' : undefined;
}

export function asks({ kind, version }: WantedPaper): {
  readonly number: boolean;
  readonly day: boolean;
  readonly request: boolean;
  readonly subject: boolean;
  readonly cause: boolean;
  readonly handover: boolean;
  readonly details: boolean;
} {
  return {
    // What was signed bears both already.
    number: withNumber.has(kind) && version === undefined,
    day: version === undefined,
    request: onRequest.has(kind),
    subject: kind === 'SPTJM_PERPANJANGAN',
    cause: kind === 'USER_ID_FORM',
    handover: kind === 'BAST_SAM_RETURN',
    details: typed.has(kind),
  };
}

/** What the form holds before anything is typed. */
export function draftOf(
  wanted: WantedPaper,
  { letterhead, place, recipient, numberPattern, asks: questions, subjects }: PaperStart,
): Draft {
  const { number, request, subject, cause, handover, details } = asks(wanted);
  return {
    ...wanted,
    ...(ofASubject.has(wanted.kind) ? { subjectId: wanted.subjectId ?? onlyOne(subjects) } : {}),
    letterhead,
    place,
    day: '',
    ...(number ? { number: numberPattern, sequence: '' } : {}),
    ...(request ? { request: { number: '', date: '' } } : {}),
    ...(subject ? { subject: 'Permohonan Perpanjangan Perjanjian Kerja Sama' } : {}),
    ...(cause ? { cause: '' } : {}),
    ...(details ? { details: Object.fromEntries(questions.map(({ name, start }) => [name, start])) } : {}),
    ...(handover ? handoverDraft(recipient) : {}),
  };
}

/** Where there is a choice it is not made for anybody. */
function onlyOne(subjects: PaperStart['subjects']): string {
  const [first, second] = subjects;
  return second === undefined ? (first?.subjectId ?? '') : '';
}

/** Who receives and who witnesses may be written by hand; of the rest the books know most. */
function handoverDraft(recipient: string): Draft {
  const hand = { name: '', employmentNo: '', position: '' };
  return {
    reason: '',
    receiver: { ...hand, rank: '', office: recipient, address: '' },
    witnesses: [hand, hand],
    acknowledgedBy: hand,
    copies: '3',
    keptData: 'RETAIN',
    shipment: { how: '', receiptNo: '' },
  };
}

/** What may stay empty on the paper. */
export const mayStayOpen = ['day', 'number', 'sequence', 'subjectId'] as const;

/** Which paper is wanted, as the address says it (`#surat/NDA/tirta-pangan/simula-ningsih`), and what its form asks for. Pure. */
import type { PaperKind, PaperStart } from '../../../electron/contract/index.ts';
import type { Draft } from '../parts/index.ts';

export interface WantedPaper {
  readonly kind: PaperKind;
  readonly agreementId: string;
  readonly personId?: string;
}

const kinds: readonly PaperKind[] = [
  'SPTJM_AWAL',
  'SPTJM_PERPANJANGAN',
  'NDA',
  'USER_ID_FORM',
  'USER_ID_BAST',
  'OFFICE_CHANGE_LETTER',
];
const aboutOnePerson: ReadonlySet<PaperKind> = new Set(['NDA', 'USER_ID_FORM']);
const withNumber: ReadonlySet<PaperKind> = new Set(['USER_ID_FORM', 'USER_ID_BAST', 'OFFICE_CHANGE_LETTER']);
const onRequest: ReadonlySet<PaperKind> = new Set(['SPTJM_PERPANJANGAN', 'USER_ID_BAST']);

export function detailOf({ kind, agreementId, personId }: WantedPaper): string {
  return [kind, agreementId, ...(personId === undefined ? [] : [personId])].join('/');
}

/** `undefined`: no paper goes by this address. */
export function wantedPaper(detail: string): WantedPaper | undefined {
  const [name, agreementId, personId] = detail.split('/');
  const kind = kinds.find((one) => one === name);
  if (kind === undefined || agreementId === undefined || agreementId === '') return undefined;
  if (aboutOnePerson.has(kind) !== (personId !== undefined)) return undefined;
  return { kind, agreementId, ...(personId === undefined ? {} : { personId }) };
}

export function asks(kind: PaperKind): {
  readonly number: boolean;
  readonly request: boolean;
  readonly subject: boolean;
  readonly cause: boolean;
} {
  return {
    number: withNumber.has(kind),
    request: onRequest.has(kind),
    subject: kind === 'SPTJM_PERPANJANGAN',
    cause: kind === 'USER_ID_FORM',
  };
}

/** What the form holds before anything is typed. */
export function draftOf(wanted: WantedPaper, { letterhead, place }: PaperStart): Draft {
  const { number, request, subject, cause } = asks(wanted.kind);
  return {
    ...wanted,
    letterhead,
    place,
    day: '',
    ...(number ? { number: '' } : {}),
    ...(request ? { request: { number: '', date: '' } } : {}),
    ...(subject ? { subject: 'Permohonan Perpanjangan Perjanjian Kerja Sama' } : {}),
    ...(cause ? { cause: '' } : {}),
  };
}

/** What may stay empty on the paper. */
export const mayStayOpen = ['day', 'number'] as const;

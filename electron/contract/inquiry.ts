/** What an inquiry can end in: data, one of the nine official answers, or a failure that is not an answer. */

export const residentNotices = [
  'FOUND_DECEASED',
  'FOUND_DUPLICATE',
  'NOT_FOUND',
  'FOUND_INACTIVE',
  'NOT_FOUND_BAD_FORMAT',
] as const;
export type ResidentNotice = (typeof residentNotices)[number];

export const institutionNotices = [
  'AUTH_FAILED',
  'QUOTA_EXHAUSTED',
  'INSTITUTION_INACTIVE',
  'USER_ID_INACTIVE',
] as const;
export type InstitutionNotice = (typeof institutionNotices)[number];

/** What an officer may have read in the official portal besides data: the nine answers in their order, or none. */
export const portalAnswers = [...residentNotices, ...institutionNotices, 'UNREACHABLE'] as const;
export type PortalAnswer = (typeof portalAnswers)[number];

/** Notices a web-service client meets and a portal hides (codes 04, 06–10), and texts nobody knows. */
export const technicalNotices = [
  'IP_NOT_REGISTERED',
  'OUTSIDE_ACCESS_HOURS',
  'REQUEST_INCOMPLETE',
  'NOT_PROCESSABLE',
  'UNKNOWN_ANSWER',
] as const;
export type TechnicalNotice = (typeof technicalNotices)[number];

export type Notice = ResidentNotice | InstitutionNotice | TechnicalNotice;

/** `PORTAL`: the operator asks in the official portal and picks its answer here. */
export const inquiryMethods = ['MATCH', 'FETCH', 'PORTAL'] as const;
export type InquiryMethod = (typeof inquiryMethods)[number];

/** What main may learn of an inquiry: a class, never a value. */
export const inquiryOutcomes = [
  'MATCH',
  'MISMATCH',
  'FOUND',
  ...residentNotices,
  ...institutionNotices,
  ...technicalNotices,
  'TECH_FAIL',
] as const;
export type InquiryOutcome = (typeof inquiryOutcomes)[number];

/**
 * The nine official texts, verbatim, spelling included (R-046; domain 3.D). Shown first; our explanation comes after.
 * The gateway's own wording of the same notice may differ and is then shown as it came.
 */
export const officialTexts: Readonly<Record<ResidentNotice | InstitutionNotice, string>> = {
  FOUND_DECEASED: 'Data Ditemukan, Meninggal Dunia',
  FOUND_DUPLICATE: 'Data Ditemukan, Data Ganda',
  NOT_FOUND: 'Data tidak ditemukan, NIK tidak terdapat di database kependudukan',
  FOUND_INACTIVE: 'Data Ditemukan, Status Non Aktif silahkan hubungi Dinas Dukcapil',
  NOT_FOUND_BAD_FORMAT: 'Data tidak ditemukan, NIK tidak sesuai format Dukcapil',
  AUTH_FAILED: 'Gagal Login',
  QUOTA_EXHAUSTED: 'Kuota akses hari ini telah habis',
  INSTITUTION_INACTIVE: 'Instansi tidak aktif',
  USER_ID_INACTIVE: 'User ID non aktif, silahkan menghubungi Admin',
};

/**
 * The notices of the gateway as data: code numbers, and every wording seen in the wild (gateway fact sheet 3.1). A notice is
 * recognised by its code first and by its text only without a code; a text that is not here keeps its words and gets no
 * meaning.
 */
import type { Notice } from '../contract/index.ts';

interface NoticeEntry {
  readonly notice: Notice;
  /** Every further inquiry would fail as well, or look like an attack: stop until a person reopens (fact sheet 9.7). */
  readonly stopsLookups: boolean;
  readonly texts: readonly string[];
}

function entry(notice: Notice, stopsLookups: boolean, texts: readonly string[]): NoticeEntry {
  return { notice, stopsLookups, texts };
}

const stops = true;
const goesOn = false;

const noticesByCode: ReadonlyMap<string, NoticeEntry> = new Map([
  ['03', entry('AUTH_FAILED', stops, ['Login Gagal', 'Gagal Login'])],
  ['04', entry('IP_NOT_REGISTERED', stops, ['IP Address Tidak Sesuai', 'IP Tidak Sesuai'])],
  [
    '05',
    entry('QUOTA_EXHAUSTED', goesOn, [
      'Kuota Akses Hari ini telah Habis',
      'Kuota Akses telah Habis',
      'Kuota Habis',
    ]),
  ],
  ['06', entry('OUTSIDE_ACCESS_HOURS', goesOn, [])],
  [
    '07',
    entry('REQUEST_INCOMPLETE', goesOn, [
      'Parameter Tidak Lengkap / Tidak Valid',
      'Parameter Tidak Lengkap',
      'Parameter Tidak Valid',
    ]),
  ],
  ['08', entry('NOT_PROCESSABLE', goesOn, [])],
  ['09', entry('REQUEST_INCOMPLETE', stops, ['User, password dan IP tidak boleh kosong'])],
  ['10', entry('IP_NOT_REGISTERED', stops, ['IP Client Tidak terdaftar'])],
  ['11', entry('FOUND_DECEASED', goesOn, ['Data Ditemukan, Meninggal Dunia'])],
  ['12', entry('FOUND_DUPLICATE', goesOn, ['Data Ditemukan, Data Ganda'])],
  [
    '13',
    entry('NOT_FOUND', goesOn, [
      'Data Tidak Ditemukan, NIK tidak terdapat di database Kependudukan',
      // Without a code in older installations; perhaps code 02 (fact sheet 3.1).
      'Data Tidak Ditemukan',
    ]),
  ],
  [
    '14',
    entry('FOUND_INACTIVE', goesOn, [
      'Data Ditemukan, Status Non Aktif silahkan hubungi Dinas Dukcapil',
      'Data Ditemukan, Status Non Aktif',
    ]),
  ],
  ['15', entry('NOT_FOUND_BAD_FORMAT', goesOn, ['Data Tidak Ditemukan, NIK tidak sesuai format Dukcapil'])],
  ['16', entry('INSTITUTION_INACTIVE', stops, ['Instansi tidak aktif'])],
  [
    '17',
    entry('USER_ID_INACTIVE', stops, [
      'User ID non aktif, silahkan menghubungi Admin',
      'User ID Tidak Aktif',
    ]),
  ],
]);

/** Folds what varies between installations: case, punctuation, blanks, "non/tidak aktif", "silahkan/silakan". */
export function foldNoticeText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/\b(?:non ?|tidak ?)aktif\b/g, 'tidak aktif')
    .replace(/\bsilahkan\b/g, 'silakan');
}

const codeByText: ReadonlyMap<string, string> = new Map(
  [...noticesByCode].flatMap(([code, { texts }]) => texts.map((text) => [foldNoticeText(text), code])),
);

/** Codes that mean data, where a code is given on success (S10, S2 of the fact sheet). */
export const successCodes: ReadonlySet<string> = new Set(['00', '01']);

export interface RecognisedNotice {
  readonly notice: Notice;
  readonly stopsLookups: boolean;
}

/** Code first, else text; `undefined` when neither is known. */
export function recogniseNotice(
  code: string | undefined,
  text: string | undefined,
): RecognisedNotice | undefined {
  const byCode = code === undefined ? undefined : noticesByCode.get(code);
  if (byCode !== undefined) return byCode;
  return text === undefined ? undefined : noticesByCode.get(codeByText.get(foldNoticeText(text)) ?? '');
}

/**
 * The gateway's notices: code, texts, and in how many wordings each has been met (gateway fact sheet 3.1). The double blank of
 * code 10 is the gateway's own. Nobody has published texts for 06 and 08; those two are invented here and say so.
 */

export const noticeCodes = [
  '02',
  '03',
  '04',
  '05',
  '06',
  '07',
  '08',
  '09',
  '10',
  '11',
  '12',
  '13',
  '14',
  '15',
  '16',
  '17',
] as const;

export type NoticeCode = (typeof noticeCodes)[number];

/** `gateway` as seen in answers, `seed` as the agreements print it, `variant` as some other installation words it. */
export type Wording = 'gateway' | 'seed' | 'variant';

interface NoticeTexts {
  readonly gateway: string;
  readonly seed?: string;
  readonly variant?: string;
}

const notices: Readonly<Record<NoticeCode, NoticeTexts>> = {
  // The gap in every public table: the old plain text, which never carried a code.
  '02': { gateway: 'Data Tidak Ditemukan', variant: 'Data tidak ditemukan' },
  '03': { gateway: 'Login Gagal', seed: 'Gagal Login', variant: 'Login gagal' },
  '04': { gateway: 'IP Address Tidak Sesuai', variant: 'IP Tidak Sesuai' },
  '05': {
    gateway: 'Kuota Akses Hari ini telah Habis',
    seed: 'Kuota akses hari ini telah habis',
    variant: 'Kuota akses hari ini telah habis',
  },
  // Invented: no text of code 06 is known.
  '06': { gateway: 'Akses di luar jam yang diizinkan' },
  '07': { gateway: 'Parameter Tidak Lengkap / Tidak Valid' },
  // Invented: no text of code 08 is known.
  '08': { gateway: 'NIK tidak dapat diproses' },
  '09': { gateway: 'User, password dan IP tidak boleh kosong' },
  '10': { gateway: 'IP Client  Tidak terdaftar', variant: 'IP Client Tidak Terdaftar' },
  '11': { gateway: 'Data Ditemukan, Meninggal Dunia', seed: 'Data Ditemukan, Meninggal Dunia' },
  '12': { gateway: 'Data Ditemukan, Data Ganda', seed: 'Data Ditemukan, Data Ganda' },
  '13': {
    gateway: 'Data Tidak Ditemukan, NIK tidak terdapat di database Kependudukan',
    seed: 'Data tidak ditemukan, NIK tidak terdapat di database kependudukan',
    variant: 'Data tidak ditemukan, nik tidak terdapat di database kependudukan',
  },
  '14': {
    gateway: 'Data Ditemukan, Status Non Aktif silahkan hubungi Dinas Dukcapil',
    seed: 'Data Ditemukan, Status Non Aktif silahkan hubungi Dinas Dukcapil',
    variant: 'Data Ditemukan, Status Tidak Aktif silakan hubungi Dinas Dukcapil',
  },
  '15': {
    gateway: 'Data Tidak Ditemukan, NIK tidak sesuai format Dukcapil',
    seed: 'Data tidak ditemukan, NIK tidak sesuai format Dukcapil',
  },
  '16': { gateway: 'Instansi Tidak Aktif', seed: 'Instansi tidak aktif' },
  '17': { gateway: 'User ID Tidak Aktif', seed: 'User ID non aktif, silahkan menghubungi Admin' },
};

/** A notice that no table knows, for clients that believe they have seen them all. */
export const unknownNoticeText = 'Layanan sedang dalam penyesuaian data semester';

export function noticeText(code: NoticeCode, wording: Wording): string {
  const texts = notices[code];
  return texts[wording] ?? texts.gateway;
}

export function isNoticeCode(text: string): text is NoticeCode {
  return (noticeCodes as readonly string[]).includes(text);
}

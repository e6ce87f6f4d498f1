/**
 * What Ketuk adds below a notice of the gateway (R-046 "added explanation", R-019, R-044, R-047). The gateway's own words are
 * shown first and verbatim; these come after, blame nobody and say what to do.
 */
import type { LocalText } from '../../native/failure.ts';
import type { Notice } from './inquiry.ts';

export interface NoticeText {
  readonly explanation: LocalText;
  /** What the officer does now. */
  readonly action: LocalText;
  /** Whom the applicant is sent to, so that "inactive" ends in a referral and not in a refusal (gateway fact sheet 3.4). */
  readonly referToDukcapil: boolean;
}

export const noticeTexts: Readonly<Record<Notice, NoticeText>> = {
  FOUND_DECEASED: {
    explanation: {
      id: 'NIK tercatat atas nama penduduk yang telah meninggal dunia. Layanan atas NIK ini tidak dapat dilanjutkan. Bila tidak benar, pemohon menghubungi Dinas Dukcapil.',
      en: 'The NIK is recorded for a resident who has died. Service on this NIK cannot go on. If this is wrong, the applicant contacts the Dinas Dukcapil.',
    },
    action: {
      id: 'Sampaikan dengan santun dan pribadi. Buatkan rujukan ke Dinas Dukcapil, lalu tutup kunjungan.',
      en: 'Say so kindly and in private. Give a referral to the Dinas Dukcapil and close the visit.',
    },
    referToDukcapil: true,
  },
  FOUND_DUPLICATE: {
    explanation: {
      id: 'NIK memiliki data ganda. Pemohon perlu melakukan penunggalan data di Dinas Dukcapil.',
      en: 'There is more than one record for this NIK. The applicant has them merged at the Dinas Dukcapil.',
    },
    action: {
      id: 'Buatkan rujukan ke Dinas Dukcapil. Kunjungan menunggu sampai data ditunggalkan.',
      en: 'Give a referral to the Dinas Dukcapil. The visit waits until the records are merged.',
    },
    referToDukcapil: true,
  },
  NOT_FOUND: {
    explanation: {
      id: 'NIK tidak ditemukan. Periksa kembali penulisan NIK; bila sudah benar, pemohon menghubungi Dinas Dukcapil.',
      en: 'The NIK was not found. Check how it was written; if it is right, the applicant contacts the Dinas Dukcapil.',
    },
    action: {
      id: 'NIK yang diketik boleh dimasukkan ulang satu kali. Bila sudah benar, buatkan rujukan ke Dinas Dukcapil.',
      en: 'A typed NIK may be entered once more. If it is right, give a referral to the Dinas Dukcapil.',
    },
    referToDukcapil: true,
  },
  FOUND_INACTIVE: {
    explanation: {
      id: 'Data penduduk berstatus nonaktif. Pemohon menghubungi Dinas Dukcapil.',
      en: 'The record of the resident is inactive. The applicant contacts the Dinas Dukcapil.',
    },
    action: {
      id: 'Buatkan rujukan ke Dinas Dukcapil. Kunjungan menunggu sampai data aktif kembali.',
      en: 'Give a referral to the Dinas Dukcapil. The visit waits until the record is active again.',
    },
    referToDukcapil: true,
  },
  NOT_FOUND_BAD_FORMAT: {
    explanation: {
      id: 'Format NIK tidak dikenali Dukcapil. Periksa kembali NIK.',
      en: 'Dukcapil does not recognise the form of the NIK. Check the NIK.',
    },
    action: {
      id: 'Masukkan kembali 16 digit NIK sesuai KTP-el.',
      en: 'Enter the 16 digits of the NIK again as they stand on the card.',
    },
    referToDukcapil: false,
  },
  AUTH_FAILED: {
    explanation: {
      id: 'Kredensial akses ditolak. Pengecekan dihentikan sementara; pengelola hak akses telah diberi tahu.',
      en: 'The access credentials were refused. Inquiries are on hold; the access manager has been told.',
    },
    action: {
      id: 'Jangan mencoba lagi. Layanan dapat dilanjutkan dengan verifikasi manual; tandai sebagai belum terverifikasi.',
      en: 'Do not try again. Service may go on with a manual check marked as unverified.',
    },
    referToDukcapil: false,
  },
  QUOTA_EXHAUSTED: {
    explanation: {
      id: 'Kuota akses instansi untuk hari ini telah habis. Pengecekan dapat dilakukan kembali besok mulai pukul 00.00.',
      en: "The institution's quota for today is used up. Inquiries are possible again from midnight.",
    },
    action: {
      id: 'Layanan dapat dilanjutkan dengan verifikasi manual sesuai prosedur kantor; tandai sebagai belum terverifikasi.',
      en: 'Service may go on with a manual check by office procedure, marked as unverified.',
    },
    referToDukcapil: false,
  },
  INSTITUTION_INACTIVE: {
    explanation: {
      id: 'Akses instansi dinonaktifkan oleh Dukcapil. Pengelola hak akses menghubungi Dinas Dukcapil.',
      en: 'Dukcapil has switched off the access of this institution. The access manager contacts the Dinas Dukcapil.',
    },
    action: {
      id: 'Pengecekan dihentikan. Layanan dapat dilanjutkan dengan verifikasi manual; tandai sebagai belum terverifikasi.',
      en: 'Inquiries are on hold. Service may go on with a manual check marked as unverified.',
    },
    referToDukcapil: false,
  },
  USER_ID_INACTIVE: {
    explanation: {
      id: 'User ID dinonaktifkan. Pengelola hak akses mengajukan perubahan/aktivasi User ID.',
      en: 'The User ID is switched off. The access manager applies for its change or activation.',
    },
    action: {
      id: 'Pengecekan dihentikan. Layanan dapat dilanjutkan dengan verifikasi manual; tandai sebagai belum terverifikasi.',
      en: 'Inquiries are on hold. Service may go on with a manual check marked as unverified.',
    },
    referToDukcapil: false,
  },
  IP_NOT_REGISTERED: {
    explanation: {
      id: 'Titik jaringan tidak dikenali Dukcapil. Pengecekan hanya dapat dilakukan dari titik jaringan yang terdaftar. Data belum diperiksa.',
      en: 'Dukcapil does not know this network point. Inquiries may only come from the registered one. The data was not checked.',
    },
    action: {
      id: 'Pengecekan dihentikan. Pengelola hak akses memastikan alamat IP terdaftar kepada Dinas Dukcapil.',
      en: 'Inquiries are on hold. The access manager confirms the registered address with the Dinas Dukcapil.',
    },
    referToDukcapil: false,
  },
  OUTSIDE_ACCESS_HOURS: {
    explanation: {
      id: 'Pengecekan dilakukan di luar jam akses yang ditetapkan Dukcapil. Data belum diperiksa.',
      en: 'The inquiry came outside the access hours set by Dukcapil. The data was not checked.',
    },
    action: {
      id: 'Coba lagi pada jam akses, atau lanjutkan dengan verifikasi manual; tandai sebagai belum terverifikasi.',
      en: 'Try again within the access hours, or go on with a manual check marked as unverified.',
    },
    referToDukcapil: false,
  },
  REQUEST_INCOMPLETE: {
    explanation: {
      id: 'Dukcapil menilai permintaan tidak lengkap atau tidak valid. Data belum diperiksa.',
      en: 'Dukcapil found the request incomplete or not valid. The data was not checked.',
    },
    action: {
      id: 'Laporkan kepada petugas TI: pengaturan sambungan perlu diperiksa. Layanan dapat dilanjutkan sebagai belum terverifikasi.',
      en: 'Tell IT staff: the connection settings need a look. Service may go on as unverified.',
    },
    referToDukcapil: false,
  },
  NOT_PROCESSABLE: {
    explanation: {
      id: 'NIK tidak dapat diproses oleh Dukcapil. Ini bukan berarti NIK tidak ada.',
      en: 'Dukcapil cannot process this NIK. That does not mean that it does not exist.',
    },
    action: {
      id: 'Jangan mengulang pengecekan. Buatkan rujukan ke Dinas Dukcapil.',
      en: 'Do not repeat the inquiry. Give a referral to the Dinas Dukcapil.',
    },
    referToDukcapil: true,
  },
  UNKNOWN_ANSWER: {
    explanation: {
      id: 'Jawaban Dukcapil ini belum dikenal. Artinya tidak ditebak dan data dianggap belum diperiksa.',
      en: 'This answer of Dukcapil is not known. Its meaning is not guessed and the data counts as not checked.',
    },
    action: {
      id: 'Catat jawaban di atas dan sampaikan kepada pengelola hak akses.',
      en: 'Note the answer above and pass it on to the access manager.',
    },
    referToDukcapil: false,
  },
};

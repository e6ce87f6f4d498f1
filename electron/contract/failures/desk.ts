/** What the desk refuses: agreement, operator, reader, quota, pacing, clock. */
import type { FailureCatalogue } from '../../../native/failure.ts';

export const deskFailures = {
  AGREEMENT_NOT_IN_FORCE: {
    link: 'agreement',
    retry: 'after-cure',
    cause: {
      id: 'Perjanjian Kerja Sama tidak dalam masa berlaku. Pengecekan data kependudukan dan pembacaan KTP-el tidak dapat dilakukan.',
      en: 'The agreement is not in force. Inquiries and card reads are not possible.',
    },
    cure: { id: 'Hubungi pengelola hak akses.', en: 'Call the access manager.' },
  },
  EMERGENCY_STOP: {
    link: 'agreement',
    retry: 'after-cure',
    cause: {
      id: 'Akses dihentikan karena insiden keamanan ({nomor}).',
      en: 'Access was stopped because of a security incident ({nomor}).',
    },
    cure: {
      id: 'Jangan menutup aplikasi; ikuti arahan penanggung jawab.',
      en: 'Do not close the program; follow the instructions of the responsible head.',
    },
  },
  VISIT_REQUIRED: {
    link: 'agreement',
    retry: 'now',
    cause: {
      id: 'Jenis layanan atau nomor registrasi belum ditetapkan. Pengecekan NIK hanya untuk layanan sesuai tujuan Perjanjian Kerja Sama.',
      en: 'No service or registration number is set. A NIK may only be checked for a service under the agreement.',
    },
    cure: {
      id: 'Buka kunjungan dan pilih jenis layanan terlebih dahulu.',
      en: 'Open a visit and choose the service first.',
    },
  },
  ANOTHER_NIK: {
    link: 'agreement',
    retry: 'never',
    cause: {
      id: 'Kunjungan ini untuk NIK lain. Satu kunjungan untuk satu orang.',
      en: 'This visit is about another NIK. One visit is about one person.',
    },
    cure: {
      id: 'Tutup kunjungan ini, lalu buka kunjungan baru untuk pemohon berikutnya.',
      en: 'Close this visit, then open a new one for the next applicant.',
    },
  },
  OPERATOR_NOT_FIT: {
    link: 'agreement',
    retry: 'after-cure',
    cause: {
      id: 'Petugas ini belum atau tidak lagi memiliki hak akses.',
      en: 'This operator does not have the right of access, or no longer has it.',
    },
    cure: { id: 'Hubungi pengelola hak akses.', en: 'Call the access manager.' },
  },
  COUNTER_NOT_IN_SCOPE: {
    link: 'agreement',
    retry: 'never',
    cause: {
      id: 'Perjanjian ini tidak memberikan hak akses data kependudukan. Menu loket tidak tersedia.',
      en: 'This agreement grants no access to population data. There is no counter.',
    },
    cure: { id: 'Hubungi pengelola hak akses.', en: 'Call the access manager.' },
  },
  METHOD_NOT_GRANTED: {
    link: 'agreement',
    retry: 'after-cure',
    cause: {
      id: 'Metode akses ini belum diberikan dalam Perjanjian Kerja Sama.',
      en: 'The agreement does not grant this access method.',
    },
    cure: {
      id: 'Gunakan metode yang diberikan, atau lengkapi adendum dan surat PoC.',
      en: 'Use a granted method, or record the addendum and the PoC letter.',
    },
  },
  READER_NOT_ALLOWED: {
    link: 'agreement',
    retry: 'never',
    cause: {
      id: 'Perjanjian Kerja Sama ini tidak mencakup perangkat pembaca KTP-el.',
      en: 'This agreement does not include a KTP-el reader.',
    },
    cure: {
      id: 'Gunakan pengecekan NIK melalui web portal.',
      en: 'Check the NIK through the web portal.',
    },
  },
  SAM_READER_MISMATCH: {
    link: 'sam',
    retry: 'after-cure',
    cause: {
      id: 'Kartu SAM tidak terdaftar untuk perangkat pembaca ini.',
      en: 'The SAM card is not registered for this reader.',
    },
    cure: { id: 'Hubungi petugas TI.', en: 'Call IT staff.' },
  },
  QUOTA_EXHAUSTED_LOCAL: {
    link: 'agreement',
    retry: 'later',
    cause: {
      id: 'Kuota akses hari ini telah habis ({terpakai} dari {kuota}). Pengecekan dapat dilakukan kembali besok mulai pukul 00.00 {zona}.',
      en: "Today's quota is used up ({terpakai} of {kuota}). Inquiries are possible again from 00:00 {zona}.",
    },
    cure: {
      id: 'Layanan dapat dilanjutkan dengan verifikasi manual sesuai prosedur kantor.',
      en: 'Service may go on with a manual check by office procedure.',
    },
  },
  QUOTA_WARNING: {
    link: 'agreement',
    retry: 'later',
    cause: {
      id: 'Sisa kuota akses hari ini {sisa} dari {kuota}.',
      en: "Of today's quota {sisa} of {kuota} are left.",
    },
    cure: {
      id: 'Utamakan pengecekan yang diperlukan hari ini. Kuota terisi kembali pada tengah malam.',
      en: 'Check first who must be served today. The quota is full again at midnight.',
    },
  },
  NIK_TOO_FAST: {
    link: 'agreement',
    retry: 'later',
    cause: {
      id: 'Jeda antar-pengecekan terlalu singkat.',
      en: 'The inquiries follow each other too quickly.',
    },
    cure: { id: 'Silakan tunggu hitungan mundur selesai.', en: 'Please wait for the countdown.' },
  },
  NIK_SEQUENTIAL: {
    link: 'agreement',
    retry: 'after-cure',
    cause: {
      id: 'NIK dimasukkan secara berurutan. Pengecekan ditahan.',
      en: 'NIKs were entered in sequence. The inquiry is held.',
    },
    cure: {
      id: 'Isi alasan layanan dan minta persetujuan pengelola hak akses.',
      en: 'Give the reason and ask the access manager for approval.',
    },
  },
  NIK_PATTERNED: {
    link: 'agreement',
    retry: 'after-cure',
    cause: {
      id: 'Pola pemasukan NIK tidak wajar terdeteksi. Pengecekan ditahan dan dicatat.',
      en: 'An unusual pattern of NIKs was found. The inquiry is held and recorded.',
    },
    cure: { id: 'Hubungi pengelola hak akses.', en: 'Call the access manager.' },
  },
  NIK_FORMAT_INVALID: {
    link: 'program',
    retry: 'now',
    cause: { id: 'Format NIK tidak sesuai.', en: 'The NIK is not well formed.' },
    cure: {
      id: 'Periksa kembali 16 digit NIK pada KTP-el.',
      en: 'Check the 16 digits of the NIK on the card.',
    },
  },
  LOOKUPS_STOPPED: {
    link: 'gateway',
    retry: 'after-cure',
    cause: {
      id: 'Pengecekan dihentikan sementara karena jawaban Dukcapil sebelumnya. Pengelola hak akses telah diberi tahu.',
      en: 'Inquiries are on hold because of an earlier answer of Dukcapil. The access manager has been told.',
    },
    cure: {
      id: 'Pengelola hak akses menyelesaikan penyebabnya, lalu membuka kembali pengecekan.',
      en: 'The access manager settles the cause and opens inquiries again.',
    },
  },
  PERMIT_EXPIRED: {
    link: 'program',
    retry: 'now',
    cause: { id: 'Izin pengecekan sudah tidak berlaku.', en: 'The permit has expired.' },
    cure: { id: 'Ulangi langkah terakhir.', en: 'Repeat the last step.' },
  },
  CLOCK_WENT_BACK: {
    link: 'program',
    retry: 'after-cure',
    cause: {
      id: 'Jam komputer mundur lebih dari lima menit. Masa berlaku dan kuota tidak dapat dipastikan.',
      en: 'The clock went back by more than five minutes. Validity and quota cannot be trusted.',
    },
    cure: {
      id: 'Perbaiki jam komputer. Bila jam sudah benar, penanggung jawab hak akses menerimanya di Ketuk.',
      en: 'Set the clock right. If it is right already, the responsible head accepts it in Ketuk.',
    },
  },
  CLOCK_LEAPT: {
    link: 'program',
    retry: 'after-cure',
    cause: {
      id: 'Jam komputer meloncat lebih dari 45 hari ke depan sejak Ketuk terakhir dipakai.',
      en: 'The clock leapt more than 45 days ahead since Ketuk was last used.',
    },
    cure: {
      id: 'Periksa tanggal komputer. Bila tanggal sudah benar, penanggung jawab hak akses menerimanya di Ketuk.',
      en: 'Check the date of the computer. If it is right, the responsible head accepts it in Ketuk.',
    },
  },
} as const satisfies FailureCatalogue<string>;

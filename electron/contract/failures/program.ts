/** Failures of the program itself: a step out of order, a process that died, a message or a file that is not what it should be. */
import type { FailureCatalogue } from '../../../native/failure.ts';

export const programFailures = {
  STEP_ORDER: {
    link: 'program',
    retry: 'never',
    cause: {
      id: 'Tahap ini belum atau tidak lagi dapat dilakukan.',
      en: 'This step has no place at this point.',
    },
    cure: {
      id: 'Selesaikan terlebih dahulu tahap yang ditampilkan.',
      en: 'First finish the step on the screen.',
    },
  },
  CONSENT_EVIDENCE_REQUIRED: {
    link: 'program',
    retry: 'now',
    cause: {
      id: 'Persetujuan harus tertulis atau terekam.',
      en: 'Consent must be written or recorded.',
    },
    cure: { id: 'Lengkapi bukti persetujuan.', en: 'Complete the evidence of consent.' },
  },
  VISIT_STILL_OPEN: {
    link: 'program',
    retry: 'after-cure',
    cause: { id: 'Masih ada kunjungan yang terbuka.', en: 'A visit is still open.' },
    cure: { id: 'Tutup kunjungan tersebut terlebih dahulu.', en: 'Close that visit first.' },
  },
  VISIT_PROCESS_DIED: {
    link: 'program',
    retry: 'now',
    cause: {
      id: 'Kunjungan terhenti karena gangguan program. Data penduduk pada kunjungan itu telah hilang dari memori.',
      en: 'The visit ended because part of the program failed. The resident’s data has left memory.',
    },
    cure: {
      id: 'Minta pemohon mengetuk KTP-el sekali lagi.',
      en: 'Ask the applicant to tap the card again.',
    },
  },
  SENDER_PROCESS_DIED: {
    link: 'program',
    retry: 'later',
    cause: {
      id: 'Pengiriman data balikan terhenti karena gangguan program. Data balikan tetap tersimpan dalam antrean.',
      en: 'Sending ended because part of the program failed. The item stays in the queue.',
    },
    cure: {
      id: 'Tidak perlu tindakan: pengiriman diulang otomatis.',
      en: 'Nothing to do: sending is repeated by itself.',
    },
  },
  MESSAGE_REFUSED: {
    link: 'program',
    retry: 'never',
    cause: {
      id: 'Permintaan yang tidak dikenal ditolak.',
      en: 'An unknown request was refused.',
    },
    cure: {
      id: 'Buka Ketuk kembali. Bila berulang, hubungi petugas TI.',
      en: 'Open Ketuk again. If it recurs, call IT staff.',
    },
  },
  FILE_INVALID: {
    link: 'program',
    retry: 'after-cure',
    cause: {
      id: 'Berkas tidak dapat dibaca atau isinya tidak sesuai.',
      en: 'The file cannot be read, or is not what is needed here.',
    },
    cure: { id: 'Perbaiki bagian yang disebutkan.', en: 'Correct the part that is named.' },
  },
} as const satisfies FailureCatalogue<string>;

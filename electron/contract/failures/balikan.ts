/** Failures of sending data balikan: what the service of Dukcapil, its token or the agreement stand in the way of. */
import type { FailureCatalogue } from '../../../native/failure.ts';

export const balikanFailures = {
  BALIKAN_UNREACHABLE: {
    link: 'network',
    retry: 'later',
    cause: {
      id: 'Layanan data balikan tidak dapat dihubungi. Data balikan tetap tersimpan dalam antrean.',
      en: 'The data-balikan service cannot be reached. The item stays in the queue.',
    },
    cure: {
      id: 'Tidak perlu tindakan: pengiriman diulang otomatis. Periksa jaringan tertutup bila antrean bertambah lama.',
      en: 'Nothing to do: sending is repeated by itself. Check the closed network if the queue grows old.',
    },
  },
  BALIKAN_SERVER_ERROR: {
    link: 'gateway',
    retry: 'later',
    cause: {
      id: 'Layanan data balikan sedang bermasalah. Data balikan tetap tersimpan dalam antrean.',
      en: 'The data-balikan service is in trouble. The item stays in the queue.',
    },
    cure: {
      id: 'Tidak perlu tindakan: pengiriman diulang otomatis.',
      en: 'Nothing to do: sending is repeated by itself.',
    },
  },
  BALIKAN_TOKEN_REFUSED: {
    link: 'gateway',
    retry: 'after-cure',
    cause: {
      id: 'Token data balikan ditolak layanan Dukcapil. Pengiriman dihentikan sementara.',
      en: 'The data-balikan token was refused. Sending is on hold.',
    },
    cure: {
      id: 'Pengelola hak akses meminta token baru kepada Dinas Dukcapil; petugas TI memasang berkas sambungan yang memuatnya. Setelah itu pengiriman berjalan sendiri.',
      en: 'The access manager asks the Dinas Dukcapil for a new token, and IT staff install the connection file with it. Sending then goes on by itself.',
    },
  },
  BALIKAN_ANSWER_UNKNOWN: {
    link: 'gateway',
    retry: 'after-cure',
    cause: {
      id: 'Layanan data balikan menjawab dengan isi yang tidak dikenal. Pengiriman dihentikan; tidak ada yang hilang.',
      en: 'The data-balikan service answers with something unknown. Sending is on hold; nothing is lost.',
    },
    cure: {
      id: 'Pengelola hak akses memastikan alamat layanan kepada Dinas Dukcapil, lalu menekan Kirim sekarang.',
      en: 'The access manager asks the Dinas Dukcapil whether the address is right, then presses Send now.',
    },
  },
  BALIKAN_WRONG_AGREEMENT: {
    link: 'agreement',
    retry: 'now',
    cause: {
      id: 'Data balikan hanya dapat dikirim ke layanan pada PKS asal.',
      en: 'Data balikan goes only to the service of the agreement it arose under.',
    },
    cure: {
      id: 'Buat satu daftar untuk setiap PKS.',
      en: 'Make one list for each agreement.',
    },
  },
  BALIKAN_CHANNEL_MISSING: {
    link: 'agreement',
    retry: 'after-cure',
    cause: {
      id: 'Kanal data balikan belum ditetapkan pada profil PKS.',
      en: 'The profile names no channel for data balikan.',
    },
    cure: {
      id: 'Lengkapi kanal data balikan pada profil PKS.',
      en: 'Complete the data-balikan channel in the profile.',
    },
  },
  BALIKAN_FIELD_INVALID: {
    link: 'program',
    retry: 'now',
    cause: {
      id: 'Isian data balikan tidak sesuai ketentuan.',
      en: 'A data-balikan field does not meet its rule.',
    },
    cure: {
      id: 'Perbaiki isian yang ditandai, lalu simpan lagi.',
      en: 'Correct the marked field and save again.',
    },
  },
} as const satisfies FailureCatalogue<string>;

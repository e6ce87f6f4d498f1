/** Failures of lists with which data balikan is handed over. */
import type { FailureCatalogue } from '../../../native/failure.ts';

export const listFailures = {
  BALIKAN_NOTHING_TO_LIST: {
    link: 'store',
    retry: 'later',
    cause: {
      id: 'Tidak ada data balikan PKS ini yang menunggu untuk diserahkan.',
      en: 'Under this agreement no data balikan waits to be handed over.',
    },
    cure: {
      id: 'Data balikan yang masih dapat dikirim tidak diserahkan dengan daftar.',
      en: 'What can still be sent is not handed over with a list.',
    },
  },
  BALIKAN_REQUEST_MISSING: {
    link: 'agreement',
    retry: 'after-cure',
    cause: {
      id: 'Menurut PKS ini Dukcapil yang mengambil data balikan. Tanpa surat permintaannya tidak ada yang diberikan.',
      en: 'Under this agreement Dukcapil fetches data balikan. Without its letter nothing is given out.',
    },
    cure: {
      id: 'Catat nomor dan tanggal surat permintaan Dukcapil, lalu buat daftar.',
      en: 'Enter number and date of the letter of Dukcapil, then make the list.',
    },
  },
  BALIKAN_LIST_NOT_PRINTED: {
    link: 'program',
    retry: 'now',
    cause: {
      id: 'Tidak ada printer yang menerima daftar. Data balikan tetap menunggu seperti semula.',
      en: 'No printer takes the list. The data balikan waits as before.',
    },
    cure: {
      id: 'Musnahkan lembar yang sudah keluar. Periksa printer lalu cetak lagi, atau buat berkas terkunci.',
      en: 'Destroy the sheets that came out. Check the printer and print again, or make a locked file.',
    },
  },
  BALIKAN_LIST_NOT_MADE: {
    link: 'program',
    retry: 'now',
    cause: {
      id: 'Daftar tidak selesai dibuat. Data balikan tetap menunggu seperti semula.',
      en: 'The list was not finished. The data balikan waits as before.',
    },
    cure: {
      id: 'Periksa ruang dan izin pada media, lalu buat daftar sekali lagi. Hapus berkas yang tidak selesai.',
      en: 'Check room and rights on the medium, then make the list once more. Delete the unfinished file.',
    },
  },
  BALIKAN_LIST_OUTDATED: {
    link: 'store',
    retry: 'never',
    cause: {
      id: 'Daftar ini tidak berlaku lagi: isinya berubah setelah dibuat, atau termuat pada daftar yang lebih baru.',
      en: 'This list holds good no longer: what is on it changed, or is on a newer list.',
    },
    cure: {
      id: 'Musnahkan daftar ini, lalu catat yang lebih baru atau buat daftar lain.',
      en: 'Destroy this list, then record the newer one or make another.',
    },
  },
} as const satisfies FailureCatalogue<string>;

/** Failures of what an installation has on its disk: database, log, keys, sealed envelopes. */
import type { FailureCatalogue } from '../../../native/failure.ts';

export const storeFailures = {
  STORE_WRONG_KEY: {
    link: 'store',
    retry: 'after-cure',
    cause: {
      id: 'Basis data tidak dapat dibuka dengan kunci yang ada. Berkas tidak diubah.',
      en: 'The database does not open with the present key. The file was left as it is.',
    },
    cure: {
      id: 'Masuk dengan akun Windows/Linux yang biasa, atau pulihkan kunci dengan kunci pemulihan instansi.',
      en: 'Sign in with the usual system account, or restore the key with the institution’s recovery key.',
    },
  },
  STORE_DAMAGED: {
    link: 'store',
    retry: 'after-cure',
    cause: {
      id: 'Basis data rusak. Berkas tidak diubah dan tidak ditimpa.',
      en: 'The database is damaged. The file was neither changed nor overwritten.',
    },
    cure: {
      id: 'Jangan hapus folder data. Petugas TI menyalin folder data lalu memulihkan dari cadangan.',
      en: 'Do not delete the data folder. IT staff copy it and restore from the backup.',
    },
  },
  AUDIT_CHAIN_BROKEN: {
    link: 'store',
    retry: 'after-cure',
    cause: {
      id: 'Rantai jejak audit tidak utuh.',
      en: 'The chain of the audit log is not whole.',
    },
    cure: {
      id: 'Laporkan kepada penanggung jawab. Petugas TI menyalin folder data sebelum ada yang diubah.',
      en: 'Report it to the responsible head. IT staff copy the data folder before anything is changed.',
    },
  },
  STORE_DISK_FULL: {
    link: 'store',
    retry: 'after-cure',
    cause: {
      id: 'Penyimpanan komputer penuh. Tidak ada yang hilang, tetapi layanan belum dapat dicatat.',
      en: 'The disk is full. Nothing is lost, but the service cannot be recorded yet.',
    },
    cure: {
      id: 'Kosongkan ruang penyimpanan, lalu tekan Simpan lagi, atau buka Ketuk lagi.',
      en: 'Free some disk space, then press Save again, or open Ketuk again.',
    },
  },
  STORE_IO: {
    link: 'store',
    retry: 'now',
    cause: { id: 'Basis data tidak dapat ditulis.', en: 'The database cannot be written.' },
    cure: {
      id: 'Tekan Simpan lagi. Bila berulang, hubungi petugas TI sebelum menutup Ketuk.',
      en: 'Press Save again. If it happens again, call IT staff before closing Ketuk.',
    },
  },
  STORE_IN_USE: {
    link: 'store',
    retry: 'after-cure',
    cause: { id: 'Ketuk sudah berjalan di komputer ini.', en: 'Ketuk is already running on this computer.' },
    cure: { id: 'Gunakan jendela Ketuk yang sudah terbuka.', en: 'Use the window that is already open.' },
  },
  STORE_TOO_NEW: {
    link: 'store',
    retry: 'after-cure',
    cause: {
      id: 'Basis data dibuat oleh versi Ketuk yang lebih baru.',
      en: 'The database was made by a newer version of Ketuk.',
    },
    cure: { id: 'Pasang versi Ketuk yang terbaru.', en: 'Install the newest version of Ketuk.' },
  },
  STORE_TOO_OLD: {
    link: 'store',
    retry: 'after-cure',
    cause: {
      id: 'Basis data dibuat oleh Ketuk percobaan sebelum rilis pertama dan tidak dapat dilanjutkan.',
      en: 'The database was made by a trial of Ketuk from before the first release and cannot be carried on.',
    },
    cure: {
      id: 'Hubungi petugas TI. Jangan menghapus apa pun.',
      en: 'Call IT staff. Delete nothing.',
    },
  },
  KEYS_UNAVAILABLE: {
    link: 'store',
    retry: 'after-cure',
    cause: {
      id: 'Penyimpanan kunci sistem tidak tersedia atau kunci tidak dapat dibuka.',
      en: 'The system’s key store is missing, or the key cannot be opened.',
    },
    cure: {
      id: 'Masukkan frasa sandi, atau pulihkan dengan kunci pemulihan instansi.',
      en: 'Enter the passphrase, or restore with the institution’s recovery key.',
    },
  },
  ENVELOPE_UNREADABLE: {
    link: 'store',
    retry: 'never',
    cause: {
      id: 'Amplop tersegel tidak dapat dibuka. Isinya rusak atau kuncinya telah dimusnahkan.',
      en: 'The sealed envelope cannot be opened. It is damaged or its key was destroyed.',
    },
    cure: { id: 'Hubungi petugas TI.', en: 'Call IT staff.' },
  },
} as const satisfies FailureCatalogue<string>;

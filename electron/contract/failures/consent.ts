/** Failures of consent, of kept data and of what residents ask for. */
import type { FailureCatalogue } from '../../../native/failure.ts';

export const consentFailures = {
  STORE_NOT_ALLOWED_YET: {
    link: 'agreement',
    retry: 'never',
    cause: {
      id: 'Data KTP-el belum dapat disimpan. Diperlukan: pemegang kartu terverifikasi, hasil pengecekan sesuai, dan persetujuan penduduk.',
      en: 'Card data cannot be kept yet. It takes a verified holder, a positive answer and the consent of the resident.',
    },
    cure: { id: 'Lengkapi tahap yang belum selesai.', en: 'Complete the steps that are open.' },
  },
  RETENTION_REQUIRED: {
    link: 'agreement',
    retry: 'never',
    cause: {
      id: 'Masa simpan data KTP-el belum ditetapkan. Penyimpanan tidak dapat diaktifkan.',
      en: 'No retention is set for card data. Nothing can be kept.',
    },
    cure: { id: 'Tetapkan masa simpan pada profil.', en: 'Set the retention in the profile.' },
  },
  CONSENT_NOTICE_INCOMPLETE: {
    link: 'agreement',
    retry: 'after-cure',
    cause: {
      id: 'Informasi persetujuan belum lengkap ({isian}). Penyimpanan data KTP-el belum dapat digunakan.',
      en: 'The consent notice is incomplete ({isian}). Card data cannot be kept yet.',
    },
    cure: {
      id: 'Lengkapi isian pada profil perjanjian.',
      en: 'Complete the fields of the agreement profile.',
    },
  },
  CONSENT_PROOF_MISSING: {
    link: 'store',
    retry: 'never',
    cause: {
      id: 'Bukti persetujuan tidak ditemukan. Data KTP-el terkait akan dihapus.',
      en: 'The proof of consent is missing. The card data that depends on it will be erased.',
    },
    cure: {
      id: 'Tidak perlu tindakan. Beri tahu pengelola hak akses.',
      en: 'Nothing to do. Tell the access manager.',
    },
  },
  CONSENT_WITHDRAWN: {
    link: 'agreement',
    retry: 'never',
    cause: {
      id: 'Persetujuan telah ditarik. Data KTP-el yang disimpan tidak boleh dibuka dan akan dihapus.',
      en: 'The consent was withdrawn. The card data must not be opened and will be erased.',
    },
    cure: { id: 'Tidak perlu tindakan.', en: 'Nothing to do.' },
  },
  COMPANION_REQUIRED: {
    link: 'agreement',
    retry: 'after-cure',
    cause: {
      id: 'Persetujuan untuk anak diberikan oleh orang tua/wali.',
      en: 'A parent or guardian consents for a child.',
    },
    cure: { id: 'Catat nama dan hubungan.', en: 'Record name and relation.' },
  },
  SCAN_NOT_SUPPORTED: {
    link: 'program',
    retry: 'after-cure',
    cause: {
      id: 'Berkas itu kosong atau bukan pindaian PDF, PNG, atau JPEG.',
      en: 'The file is empty, or no scan in PDF, PNG or JPEG.',
    },
    cure: {
      id: 'Pilih hasil pindaian naskah yang ditandatangani.',
      en: 'Choose the scan of the signed paper.',
    },
  },
  SCAN_TOO_LARGE: {
    link: 'program',
    retry: 'after-cure',
    cause: { id: 'Pindaian lebih besar dari 10 MB.', en: 'The scan is larger than 10 MB.' },
    cure: {
      id: 'Pindai kembali dengan 200 dpi, hitam putih atau abu-abu, lalu pilih hasilnya.',
      en: 'Scan again with 200 dpi in black and white or grey, and choose that.',
    },
  },
  SCAN_TRUNCATED: {
    link: 'program',
    retry: 'after-cure',
    cause: {
      id: 'Pindaian terpotong: akhir berkasnya tidak ada.',
      en: 'The scan was cut off: the file has no end.',
    },
    cure: {
      id: 'Salin kembali berkas itu sampai selesai, atau pindai kembali, lalu pilih hasilnya.',
      en: 'Copy the file again to its end, or scan again, and choose that.',
    },
  },
  SCAN_LOCKED: {
    link: 'program',
    retry: 'after-cure',
    cause: {
      id: 'PDF itu terkunci dengan kata sandi, sehingga kelak tidak dapat dibuka dari sini.',
      en: 'The PDF is locked by a password: it could not be opened from here later.',
    },
    cure: {
      id: 'Simpan pindaian tanpa kata sandi, lalu pilih kembali. Program ini menyimpannya tersandi.',
      en: 'Save the scan without a password and choose it again. This program keeps it enciphered.',
    },
  },
  PRINTER_UNAVAILABLE: {
    link: 'program',
    retry: 'now',
    cause: {
      id: 'Tidak ada printer yang menerima cetakan.',
      en: 'No printer takes the paper.',
    },
    cure: {
      id: 'Tulis nomor bukti pada formulir tercetak dan lanjutkan, atau periksa printer lalu cetak lagi.',
      en: 'Write the receipt number on a printed form and go on, or check the printer and print again.',
    },
  },
  RECEIPT_UNKNOWN: {
    link: 'store',
    retry: 'after-cure',
    cause: {
      id: 'Nomor bukti persetujuan tidak ditemukan, ditolak, atau sudah ditarik.',
      en: 'There is no consent in force under this receipt number.',
    },
    cure: {
      id: 'Periksa nomor pada lembar bukti persetujuan.',
      en: 'Check the number on the consent receipt.',
    },
  },
  REQUEST_SETTLED: {
    link: 'store',
    retry: 'never',
    cause: { id: 'Permintaan ini sudah selesai ditangani.', en: 'This request is settled already.' },
    cure: { id: 'Lihat hasilnya pada daftar permintaan.', en: 'See the outcome in the list of requests.' },
  },
} as const satisfies FailureCatalogue<string>;

/** Failures of agreements and their papers. */
import type { FailureCatalogue } from '../../../native/failure.ts';

export const agreementFailures = {
  AGREEMENT_ENDED: {
    link: 'agreement',
    retry: 'never',
    cause: {
      id: 'Perjanjian Kerja Sama berakhir pada {tanggal}. Akses data dan perangkat pembaca KTP-el telah dihentikan.',
      en: 'The agreement ended on {tanggal}. Access to data and the card reader are off.',
    },
    cure: {
      id: 'Selesaikan pengembalian kartu SAM pada menu Akhir Kerja Sama.',
      en: 'Complete the return of the SAM cards under End of the agreement.',
    },
  },
  AGREEMENT_SUSPENDED: {
    link: 'agreement',
    retry: 'after-cure',
    cause: {
      id: 'Perjanjian Kerja Sama ditangguhkan. Pengecekan dan pembacaan KTP-el dihentikan sementara.',
      en: 'The agreement is suspended. Inquiries and card reads are off for the time being.',
    },
    cure: {
      id: 'Penanggung jawab hak akses menyelesaikan penyebabnya, lalu memulihkan perjanjian.',
      en: 'The responsible head settles the cause and resumes the agreement.',
    },
  },
  ADDENDUM_REQUIRED: {
    link: 'agreement',
    retry: 'after-cure',
    cause: {
      id: 'Perubahan metode akses atau elemen data harus disetujui Ditjen Dukcapil dan dituangkan dalam adendum.',
      en: 'A change of access method or data elements needs the approval of Ditjen Dukcapil and an addendum.',
    },
    cure: { id: 'Lengkapi nomor dan tanggal adendum.', en: 'Give number and date of the addendum.' },
  },
  APPROVAL_LETTER_MISSING: {
    link: 'agreement',
    retry: 'after-cure',
    cause: {
      id: 'Nomor dan tanggal surat persetujuan Ditjen Dukcapil belum diisi. Perjanjian belum dapat diaktifkan.',
      en: 'Number and date of the approval letter of Ditjen Dukcapil are missing. The agreement cannot be activated.',
    },
    cure: {
      id: 'Isi surat persetujuan pada profil, atau alasan tertulis bila tidak ada.',
      en: 'Enter the letter in the profile, or the written reason why there is none.',
    },
  },
  ACTIVATION_INCOMPLETE: {
    link: 'agreement',
    retry: 'after-cure',
    cause: {
      id: 'Aktivasi belum dapat dilakukan. Kelengkapan yang belum terpenuhi: {daftar}.',
      en: 'The agreement cannot be activated yet. Still open: {daftar}.',
    },
    cure: { id: 'Lengkapi daftar periksa aktivasi.', en: 'Complete the activation checklist.' },
  },
  INSTITUTION_CHANGED: {
    link: 'agreement',
    retry: 'after-cure',
    cause: {
      id: 'Terdapat perubahan nomenklatur/kelembagaan. Akses dihentikan sementara.',
      en: 'Name or organisation of the institution changed. Access is off for the time being.',
    },
    cure: {
      id: 'Catat pembaruan Perjanjian Kerja Sama atau konfirmasi tertulis Dinas Dukcapil.',
      en: 'Record the renewed agreement or the written confirmation of Dukcapil.',
    },
  },
  ACCESS_REVOKED: {
    link: 'agreement',
    retry: 'never',
    cause: {
      id: 'Hak akses dicabut oleh Dinas Dukcapil berdasarkan surat {nomor} tanggal {tanggal}. Semua pengecekan dan pembacaan KTP-el dihentikan.',
      en: 'Dukcapil revoked access by letter {nomor} of {tanggal}. All inquiries and card reads are off.',
    },
    cure: { id: 'Hubungi Dinas Dukcapil.', en: 'Contact Dukcapil.' },
  },
  EXTENSION_PENDING_NO_ACCESS: {
    link: 'agreement',
    retry: 'after-cure',
    cause: {
      id: 'Permohonan perpanjangan masih diproses. Tanpa surat masa peralihan dari Dukcapil, akses berhenti pada {tanggalAkhir}.',
      en: 'The extension is still being processed. Without a bridge letter of Dukcapil, access ends on {tanggalAkhir}.',
    },
    cure: {
      id: 'Catat surat masa peralihan beserta SPTJM perpanjangan.',
      en: 'Record the bridge letter with the SPTJM for the extension.',
    },
  },
  EXTENSION_LATE: {
    link: 'agreement',
    retry: 'after-cure',
    cause: {
      id: 'Batas pengajuan perpanjangan ({tanggal}) telah lewat. Permohonan tetap dapat dibuat, namun ditandai terlambat.',
      en: 'The extension was due on {tanggal}. It can still be requested and is marked as late.',
    },
    cure: { id: 'Isi alasan keterlambatan.', en: 'Give the reason for being late.' },
  },
  PROFILE_INVALID: {
    link: 'agreement',
    retry: 'after-cure',
    cause: {
      id: 'Profil Perjanjian Kerja Sama belum benar: {isian}.',
      en: 'The agreement profile is not right: {isian}.',
    },
    cure: { id: 'Perbaiki isian yang disebutkan.', en: 'Correct the fields that are named.' },
  },
  AGREEMENT_OVERLAPS: {
    link: 'agreement',
    retry: 'after-cure',
    cause: {
      id: 'Masa berlaku bertumpang tindih dengan perjanjian {nomor} dari pihak yang sama.',
      en: 'The term overlaps with agreement {nomor} of the same parties.',
    },
    cure: {
      id: 'Periksa tanggal, atau akhiri perjanjian yang lama terlebih dahulu.',
      en: 'Check the dates, or end the older agreement first.',
    },
  },
  WEEKDAY_DIFFERS: {
    link: 'agreement',
    retry: 'after-cure',
    cause: {
      id: 'Nama hari tidak sesuai dengan tanggal penandatanganan: {tanggal} adalah hari {hari}.',
      en: 'The weekday does not go with the date of signing: {tanggal} is a {hari}.',
    },
    cure: {
      id: 'Periksa hari dan tanggal pada naskah yang ditandatangani.',
      en: 'Check weekday and date on the signed paper.',
    },
  },
  SCAN_REQUIRED: {
    link: 'agreement',
    retry: 'after-cure',
    cause: {
      id: 'Pindaian dokumen yang ditandatangani belum dilampirkan.',
      en: 'The scan of the signed document is missing.',
    },
    cure: {
      id: 'Pilih berkas pindaian (PDF, PNG, atau JPEG, paling besar 10 MB).',
      en: 'Choose the scan (PDF, PNG or JPEG, at most 10 MB).',
    },
  },
  POC_REQUIRED: {
    link: 'agreement',
    retry: 'after-cure',
    cause: {
      id: 'Aplikasi belum lulus Proof of Concept (PoC). Akses web service belum dapat digunakan.',
      en: 'The application has not passed its Proof of Concept (PoC). The web service cannot be used yet.',
    },
    cure: { id: 'Catat surat hasil PoC.', en: 'Record the letter with the result of the PoC.' },
  },
  REPOC_REQUIRED: {
    link: 'agreement',
    retry: 'after-cure',
    cause: {
      id: 'Perubahan aplikasi memerlukan pemberitahuan, perubahan Juknis, dan PoC ulang.',
      en: 'A changed application needs notice, a changed Juknis and another PoC.',
    },
    cure: {
      id: 'Catat surat hasil PoC untuk versi aplikasi ini.',
      en: 'Record the PoC letter for this version of the application.',
    },
  },
  BANDWIDTH_LETTER_REQUIRED: {
    link: 'agreement',
    retry: 'after-cure',
    cause: {
      id: 'Perubahan bandwidth memerlukan surat permohonan, kajian teknis, dan surat persetujuan.',
      en: 'Another bandwidth needs a letter of request, a technical study and a letter of approval.',
    },
    cure: {
      id: 'Cetak surat permohonannya, lalu catat surat persetujuan Dukcapil di samping lebar pita.',
      en: 'Print the letter of request, then record the approval of Dukcapil beside the bandwidth.',
    },
  },
  NETWORK_POINT_LIMIT: {
    link: 'agreement',
    retry: 'after-cure',
    cause: {
      id: 'Jumlah titik jaringan melebihi Perjanjian Kerja Sama ({jumlah} titik).',
      en: 'There are more network points than the agreement allows ({jumlah}).',
    },
    cure: {
      id: 'Ajukan penambahan titik jaringan melalui adendum.',
      en: 'Ask for another point by an addendum.',
    },
  },
  CLOSING_INCOMPLETE: {
    link: 'agreement',
    retry: 'after-cure',
    cause: {
      id: 'Perjanjian belum dapat ditutup. Langkah yang belum selesai: {daftar}.',
      en: 'The agreement cannot be closed yet. Still open: {daftar}.',
    },
    cure: {
      id: 'Selesaikan daftar periksa Akhir Kerja Sama.',
      en: 'Complete the checklist End of the agreement.',
    },
  },
  ARCHIVE_READ_ONLY: {
    link: 'agreement',
    retry: 'never',
    cause: {
      id: 'Perjanjian telah ditutup. Arsip hanya untuk dibaca.',
      en: 'The agreement is closed. Its archive is for reading only.',
    },
    cure: { id: 'Gunakan perjanjian yang berlaku.', en: 'Use the agreement in force.' },
  },
  PERIOD_NOT_COUNTED: {
    link: 'agreement',
    retry: 'after-cure',
    cause: {
      id: 'Tidak ada angka untuk hari sebelum perjanjian ditandatangani ({dari}) atau untuk hari yang belum tiba (setelah {sampai}).',
      en: 'There are no figures of days before the agreement was signed ({dari}), or of days that have not come yet (after {sampai}).',
    },
    cure: {
      id: 'Pilih periode dari {dari} sampai {sampai}.',
      en: 'Choose days from {dari} to {sampai}.',
    },
  },
  NO_AGREEMENT_CHOSEN: {
    link: 'agreement',
    retry: 'after-cure',
    cause: {
      id: 'Loket ini belum memakai Perjanjian Kerja Sama.',
      en: 'This counter does not serve under an agreement yet.',
    },
    cure: {
      id: 'Pengelola hak akses memilih perjanjian untuk loket ini.',
      en: 'The access manager chooses the agreement of this counter.',
    },
  },
  NO_CONNECTION: {
    link: 'network',
    retry: 'after-cure',
    cause: {
      id: 'Sambungan ke layanan Dukcapil belum dipasang untuk perjanjian ini.',
      en: 'The connection to the Dukcapil services is not installed for this agreement.',
    },
    cure: {
      id: 'Petugas TI memasang berkas sambungan pada menu Persiapan.',
      en: 'IT staff install the connection file under Set-up.',
    },
  },
} as const satisfies FailureCatalogue<string>;

/**
 * Failures of the office: agreements and their papers, two-person decisions, people and sessions, consent. Wording of the rules
 * is that of the message catalogue (domain Annex E), cut in two: why it does not go on, and what to do now.
 */
import type { FailureCatalogue } from '../../native/failure.ts';

export const officeFailures = {
  // -------------------------------------------------------------------------------------- agreements and their papers
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
  // ------------------------------------------------------------------------------------------------------ two persons
  OWN_PROPOSAL: {
    link: 'agreement',
    retry: 'never',
    cause: {
      id: 'Usulan tidak dapat disetujui oleh pengusulnya sendiri.',
      en: 'Nobody confirms a proposal of their own.',
    },
    cure: {
      id: 'Minta orang lain yang berwenang untuk menyetujui.',
      en: 'Ask another person who may confirm it.',
    },
  },
  ALREADY_DECIDED: {
    link: 'agreement',
    retry: 'never',
    cause: {
      id: 'Usulan ini sudah diputuskan oleh {nama}.',
      en: 'This proposal was decided by {nama} already.',
    },
    cure: {
      id: 'Lihat keputusannya pada daftar persetujuan.',
      en: 'See the decision in the list of approvals.',
    },
  },
  PROPOSAL_CHANGED: {
    link: 'agreement',
    retry: 'now',
    cause: {
      id: 'Keadaan telah berubah sejak usulan ini ditampilkan.',
      en: 'Things have changed since this proposal was shown.',
    },
    cure: { id: 'Baca kembali usulan, lalu putuskan.', en: 'Read the proposal again, then decide.' },
  },
  // ----------------------------------------------------------------------------------------------------------- people
  NO_ACCESS_RESPONSIBLE: {
    link: 'agreement',
    retry: 'after-cure',
    cause: {
      id: 'Penanggung jawab hak akses belum ditetapkan. Akses tidak dapat diaktifkan.',
      en: 'There is no responsible head. Access cannot be activated.',
    },
    cure: {
      id: 'Catat penanggung jawab hak akses dengan surat penetapannya.',
      en: 'Record the responsible head with the letter of appointment.',
    },
  },
  ACCESS_MANAGER_REQUIRED: {
    link: 'agreement',
    retry: 'after-cure',
    cause: {
      id: 'Pengelola hak akses harus 1 (satu) orang pejabat tetap yang ditunjuk secara tertulis.',
      en: 'The access manager is one permanent official, appointed in writing.',
    },
    cure: {
      id: 'Akhiri penunjukan yang lama, atau tunjuk pegawai tetap.',
      en: 'End the older appointment, or appoint permanent staff.',
    },
  },
  SPTJM_MISSING: {
    link: 'agreement',
    retry: 'after-cure',
    cause: {
      id: 'SPTJM bermeterai dari penanggung jawab hak akses belum tersedia.',
      en: 'The stamped SPTJM of the responsible head is missing.',
    },
    cure: { id: 'Unggah SPTJM yang telah ditandatangani.', en: 'Record the signed SPTJM with its scan.' },
  },
  NDA_MISSING: {
    link: 'agreement',
    retry: 'after-cure',
    cause: {
      id: 'Operator {nama} belum menandatangani NDA bermeterai. Akun belum dapat diaktifkan.',
      en: 'Operator {nama} has not signed a stamped NDA. The account cannot be activated.',
    },
    cure: {
      id: 'Catat NDA yang telah ditandatangani beserta pindaiannya.',
      en: 'Record the signed NDA with its scan.',
    },
  },
  NOT_PERMANENT_STAFF: {
    link: 'agreement',
    retry: 'never',
    cause: {
      id: 'Petugas pengguna data kependudukan harus pegawai tetap yang diusulkan secara tertulis. {nama} tidak dapat diaktifkan.',
      en: 'Users of population data are permanent staff, proposed in writing. {nama} cannot be activated.',
    },
    cure: { id: 'Usulkan pegawai tetap.', en: 'Propose permanent staff.' },
  },
  DUKCAPIL_APPROVAL_REQUIRED: {
    link: 'agreement',
    retry: 'after-cure',
    cause: {
      id: 'Perjanjian ini mensyaratkan persetujuan Dukcapil atas nama operator.',
      en: 'This agreement wants the names of operators approved by Dukcapil.',
    },
    cure: {
      id: 'Isi nomor dan tanggal surat persetujuan Dukcapil.',
      en: 'Give number and date of the approval letter of Dukcapil.',
    },
  },
  OPERATOR_REVOKED: {
    link: 'agreement',
    retry: 'never',
    cause: {
      id: 'Hak akses Anda telah dicabut. Kewajiban menjaga kerahasiaan data tetap berlaku.',
      en: 'Your right of access was revoked. The duty of secrecy remains.',
    },
    cure: {
      id: 'Serahkan pekerjaan kepada petugas lain dan hubungi pengelola hak akses.',
      en: 'Hand over to another officer and contact the access manager.',
    },
  },
  SPTJM_OTHER_AGREEMENT: {
    link: 'agreement',
    retry: 'after-cure',
    cause: {
      id: 'SPTJM menyebut nomor perjanjian lain, bukan {nomor}.',
      en: 'The SPTJM names another agreement than {nomor}.',
    },
    cure: {
      id: 'Periksa nomor pada naskah. SPTJM berlaku hanya untuk perjanjian yang disebutkannya.',
      en: 'Check the number on the paper. An SPTJM counts only for the agreement it names.',
    },
  },
  SIGNED_OUTSIDE_OFFICE: {
    link: 'agreement',
    retry: 'after-cure',
    cause: {
      id: 'Tanggal penandatanganan di luar masa jabatan {nama} sebagai penanggung jawab (sejak {tanggal}).',
      en: 'It was signed outside the term of {nama} as responsible head (since {tanggal}).',
    },
    cure: {
      id: 'Periksa tanggal, atau minta tanda tangan pejabat yang sekarang.',
      en: 'Check the date, or have the present head sign.',
    },
  },
  DATE_AHEAD: {
    link: 'agreement',
    retry: 'later',
    cause: { id: 'Tanggal {tanggal} belum tiba.', en: 'The date {tanggal} has not come yet.' },
    cure: {
      id: 'Periksa tanggal, atau catat pada hari itu.',
      en: 'Check the date, or record it on that day.',
    },
  },
  USER_ID_BAST_REQUIRED: {
    link: 'agreement',
    retry: 'after-cure',
    cause: {
      id: 'Perubahan User ID baru berlaku setelah BAST perubahan User ID dan Password dari Dinas Dukcapil dicatat.',
      en: 'A changed User ID takes effect when the BAST of Dukcapil is recorded.',
    },
    cure: { id: 'Catat nomor dan tanggal BAST.', en: 'Record number and date of the BAST.' },
  },
  // --------------------------------------------------------------------------------------------------------- sessions
  NOT_SIGNED_IN: {
    link: 'program',
    retry: 'after-cure',
    cause: { id: 'Belum ada petugas yang masuk.', en: 'Nobody is signed in.' },
    cure: { id: 'Masuk dengan akun Anda sendiri.', en: 'Sign in with your own account.' },
  },
  NOT_PERMITTED: {
    link: 'program',
    retry: 'never',
    cause: { id: 'Peran Anda tidak mencakup tindakan ini.', en: 'Your role does not include this action.' },
    cure: { id: 'Minta orang dengan peran yang sesuai.', en: 'Ask somebody with the right role.' },
  },
  SIGN_IN_REFUSED: {
    link: 'program',
    retry: 'now',
    cause: { id: 'Nama masuk atau kata sandi tidak cocok.', en: 'Name or password does not fit.' },
    cure: {
      id: 'Periksa huruf besar dan tata letak papan ketik, lalu coba lagi.',
      en: 'Check capitals and keyboard layout, then try again.',
    },
  },
  ACCOUNT_LOCKED: {
    link: 'program',
    retry: 'later',
    cause: {
      id: 'Akun terkunci sementara karena beberapa kali gagal masuk.',
      en: 'The account is locked for a while after several failed attempts.',
    },
    cure: {
      id: 'Tunggu {menit} menit, atau minta petugas TI mengatur ulang kata sandi.',
      en: 'Wait {menit} minutes, or ask IT staff to reset the password.',
    },
  },
  SESSION_ELSEWHERE: {
    link: 'program',
    retry: 'after-cure',
    cause: {
      id: 'Akun Anda sedang digunakan di perangkat lain. Satu akun hanya untuk satu petugas.',
      en: 'Your account is in use elsewhere. One account is for one officer.',
    },
    cure: {
      id: 'Keluar dari perangkat lain, lalu masuk kembali.',
      en: 'Sign out there, then sign in again.',
    },
  },
  SESSION_LOCKED: {
    link: 'program',
    retry: 'now',
    cause: {
      id: 'Layar terkunci. Data pada kunjungan telah dihapus dari layar.',
      en: 'The screen is locked. What the visit showed has been wiped.',
    },
    cure: { id: 'Masukkan kata sandi Anda untuk melanjutkan.', en: 'Enter your password to go on.' },
  },
  PASSWORD_REUSED: {
    link: 'program',
    retry: 'now',
    cause: {
      id: 'Kata sandi baru sama dengan kata sandi sementara atau memuat nama masuk.',
      en: 'The new password is the temporary one, or contains the login name.',
    },
    cure: {
      id: 'Pilih kata sandi lain, paling sedikit 10 karakter.',
      en: 'Choose another one of at least 10 characters.',
    },
  },
  PASSWORD_PROCESS_DIED: {
    link: 'program',
    retry: 'now',
    cause: {
      id: 'Pemeriksaan kata sandi terhenti karena gangguan program.',
      en: 'Checking the password ended because part of the program failed.',
    },
    cure: {
      id: 'Coba lagi. Bila berulang, buka Ketuk kembali dan hubungi petugas TI.',
      en: 'Try again. If it recurs, open Ketuk again and call IT staff.',
    },
  },
  LOGIN_TAKEN: {
    link: 'program',
    retry: 'now',
    cause: { id: 'Nama masuk ini sudah dipakai.', en: 'This login name is taken.' },
    cure: { id: 'Pilih nama masuk lain.', en: 'Choose another login name.' },
  },
  // ------------------------------------------------------------------------------------------------------------- agenda
  REMINDER_OVERDUE: {
    link: 'agreement',
    retry: 'never',
    cause: {
      id: 'Kewajiban ini sudah melewati batas waktu, sehingga pengingatnya tidak dapat ditunda.',
      en: 'This duty is past its limit, so its reminder cannot be put aside.',
    },
    cure: {
      id: 'Selesaikan kewajiban ini; pengingatnya hilang dengan sendirinya.',
      en: 'Settle the duty; its reminder goes by itself.',
    },
  },
  // -------------------------------------------------------------------------------------------- consent and kept data
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

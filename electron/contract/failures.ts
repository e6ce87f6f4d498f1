/**
 * The catalogue of failures above the card: network, gateway, agreement, store, program. Together with the card's own
 * catalogue in `native/` it is closed: a failure without a cause, a cure and a link cannot be raised.
 */
import { type FailureCatalogue, failureFactory } from '../../native/failure.ts';
import { custodyFailures } from './custody-failures.ts';
import { listFailures } from './list-failures.ts';
import { officeFailures } from './office-failures.ts';

const counterFailures = {
  // ------------------------------------------------------------------------------------------------ network and gateway
  NOT_CLOSED_NETWORK: {
    link: 'network',
    retry: 'after-cure',
    cause: {
      id: 'Alamat layanan Dukcapil berada di luar jaringan tertutup yang terdaftar.',
      en: 'The address of the Dukcapil service lies outside the registered closed network.',
    },
    cure: {
      id: 'Pengecekan hanya dapat dilakukan melalui jaringan tertutup yang terdaftar. Periksa sambungan jaringan.',
      en: 'Inquiries may only run over the registered closed network. Check the network connection.',
    },
  },
  GATEWAY_REFUSED: {
    link: 'network',
    retry: 'now',
    cause: {
      id: 'Layanan Dukcapil tidak dapat dihubungi: sambungan ditolak. Data belum diperiksa.',
      en: 'The Dukcapil service cannot be reached: connection refused. The data was not checked.',
    },
    cure: {
      id: 'Periksa kabel jaringan dan perangkat jaringan tertutup, lalu coba lagi. Layanan dapat dilanjutkan sebagai belum terverifikasi.',
      en: 'Check the network cable and the closed-network device, then try again. Service may go on as unverified.',
    },
  },
  GATEWAY_UNREACHABLE: {
    link: 'network',
    retry: 'later',
    cause: {
      id: 'Layanan Dukcapil tidak dapat dihubungi. Data belum diperiksa.',
      en: 'The Dukcapil service cannot be reached. The data was not checked.',
    },
    cure: {
      id: 'Periksa jaringan tertutup, lalu coba lagi nanti atau lanjutkan dengan verifikasi manual; tandai sebagai belum terverifikasi.',
      en: 'Check the closed network, then try again later or go on with a manual check marked as unverified.',
    },
  },
  GATEWAY_RESET: {
    link: 'network',
    retry: 'now',
    cause: {
      id: 'Sambungan ke layanan Dukcapil terputus sebelum jawaban diterima. Data belum diperiksa.',
      en: 'The connection to the Dukcapil service broke before an answer came. The data was not checked.',
    },
    cure: {
      id: 'Coba sekali lagi. Bila berulang, lanjutkan sebagai belum terverifikasi dan hubungi petugas TI.',
      en: 'Try once more. If it happens again, go on as unverified and call IT staff.',
    },
  },
  GATEWAY_TIMEOUT: {
    link: 'gateway',
    retry: 'later',
    cause: {
      id: 'Layanan Dukcapil tidak menjawab pada waktunya. Data belum diperiksa; kuota mungkin sudah terpakai.',
      en: 'The Dukcapil service did not answer in time. The data was not checked; the hit may have been counted.',
    },
    cure: {
      id: 'Tunggu sebentar lalu coba lagi, atau lanjutkan dengan verifikasi manual; tandai sebagai belum terverifikasi.',
      en: 'Wait a moment and try again, or go on with a manual check marked as unverified.',
    },
  },
  GATEWAY_CERTIFICATE: {
    link: 'gateway',
    retry: 'after-cure',
    cause: {
      id: 'Sertifikat layanan Dukcapil tidak sama dengan yang terdaftar. Tidak ada data yang dikirim.',
      en: 'The certificate of the Dukcapil service is not the registered one. Nothing was sent.',
    },
    cure: {
      id: 'Jangan lanjutkan. Petugas TI memastikan sertifikat baru kepada Dinas Dukcapil lalu memperbarui sidik jari sertifikat.',
      en: 'Do not go on. IT staff confirm the new certificate with the Dinas Dukcapil and update the pin.',
    },
  },
  GATEWAY_HTTP_ERROR: {
    link: 'gateway',
    retry: 'later',
    cause: {
      id: 'Layanan Dukcapil sedang bermasalah. Data belum diperiksa.',
      en: 'The Dukcapil service is in trouble. The data was not checked.',
    },
    cure: {
      id: 'Coba lagi nanti atau lanjutkan dengan verifikasi manual; tandai sebagai belum terverifikasi.',
      en: 'Try again later, or go on with a manual check marked as unverified.',
    },
  },
  GATEWAY_NOT_JSON: {
    link: 'gateway',
    retry: 'later',
    cause: {
      id: 'Jawaban layanan Dukcapil rusak atau terpotong. Data belum diperiksa.',
      en: 'The answer of the Dukcapil service is damaged or cut short. The data was not checked.',
    },
    cure: {
      id: 'Coba lagi. Bila berulang, lanjutkan sebagai belum terverifikasi dan laporkan kepada petugas TI.',
      en: 'Try again. If it happens again, go on as unverified and report it to IT staff.',
    },
  },
  GATEWAY_PROTOCOL: {
    link: 'gateway',
    retry: 'later',
    cause: {
      id: 'Jawaban layanan Dukcapil tidak sesuai bentuk yang dikenal. Data belum diperiksa.',
      en: 'The answer of the Dukcapil service has an unknown form. The data was not checked.',
    },
    cure: {
      id: 'Lanjutkan sebagai belum terverifikasi dan laporkan kepada petugas TI; bentuk jawaban mungkin telah berubah.',
      en: 'Go on as unverified and report it to IT staff; the form of the answers may have changed.',
    },
  },
  GATEWAY_UNGRANTED_ELEMENT: {
    link: 'gateway',
    retry: 'never',
    cause: {
      id: 'Layanan Dukcapil mengirim elemen data di luar hak akses. Elemen itu dibuang tanpa dibaca.',
      en: 'The Dukcapil service sent elements outside the grant. They were dropped unread.',
    },
    cure: {
      id: 'Pengelola hak akses melaporkannya kepada Dinas Dukcapil.',
      en: 'The access manager reports this to the Dinas Dukcapil.',
    },
  },
  // --------------------------------------------------------------------------------------------------------- data balikan
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
      id: 'Pengelola hak akses meminta token baru kepada Dinas Dukcapil dan memasukkannya pada profil.',
      en: 'The access manager asks the Dinas Dukcapil for a new token and enters it in the profile.',
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
  // ---------------------------------------------------------------------------------------------------- agreement and desk
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
  // ----------------------------------------------------------------------------------------------------------------- store
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
      id: 'Kosongkan ruang penyimpanan, lalu tekan Simpan lagi.',
      en: 'Free some disk space, then press Save again.',
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
  // --------------------------------------------------------------------------------------------------------------- program
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
  PAPER_CHARACTER: {
    link: 'program',
    retry: 'after-cure',
    cause: {
      id: 'Dokumen memuat huruf yang tidak dapat dicetak: {huruf}, pada “{teks}”.',
      en: 'The paper has a character that cannot be printed: {huruf}, in “{teks}”.',
    },
    cure: {
      id: 'Tulis nama atau keterangan itu dengan huruf Latin, lalu cetak kembali.',
      en: 'Write that name or text in Latin letters, then print again.',
    },
  },
  PAPER_TEMPLATE_INVALID: {
    link: 'program',
    retry: 'after-cure',
    cause: {
      id: 'Templat dokumen {berkas} milik instansi tidak dapat dipakai.',
      en: 'The template {berkas} of the institution cannot be used.',
    },
    cure: {
      id: 'Betulkan berkas itu, atau pindahkan dari map templat agar templat bawaan dipakai.',
      en: 'Correct the file, or take it out of the folder of templates, so that the one of the program is used.',
    },
  },
  PAPER_NUMBER_REQUIRED: {
    link: 'program',
    retry: 'after-cure',
    cause: {
      id: 'Konsep belum memiliki nomor surat.',
      en: 'The draft has no number yet.',
    },
    cure: {
      id: 'Isi nomor yang diberikan sekretariat, lalu lampirkan kembali.',
      en: 'Give the number that the secretariat gave, then attach it again.',
    },
  },
  PAPER_DATES: {
    link: 'program',
    retry: 'after-cure',
    cause: {
      id: 'Tanggal pada dokumen bertentangan: {daftar}.',
      en: 'Dates on the paper contradict each other: {daftar}.',
    },
    cure: {
      id: 'Betulkan tanggal dokumen atau tanggal surat yang dirujuknya.',
      en: 'Correct the day of the paper, or that of the letter it refers to.',
    },
  },
  PAPER_SIGNER_LEFT: {
    link: 'program',
    retry: 'never',
    cause: {
      id: 'Dokumen ini disusun untuk tanda tangan {nama}, yang tidak lagi menjabat sejak {tanggal}.',
      en: 'This paper was made for the hand of {nama}, who is no longer in office since {tanggal}.',
    },
    cure: {
      id: 'Buat ulang dokumen agar ditandatangani penanggung jawab yang sekarang.',
      en: 'Make the paper again, for the hand of the present head.',
    },
  },
  PAPER_EMPTY: {
    link: 'program',
    retry: 'after-cure',
    cause: {
      id: 'Catatan belum memuat satu pun yang harus tercantum pada dokumen ini.',
      en: 'The books hold nothing yet of what this paper has to list.',
    },
    cure: {
      id: 'Catat kartu SAM, petugas, atau kejadiannya terlebih dahulu, lalu cetak kembali.',
      en: 'Record the SAM card, the officer or the event first, then print again.',
    },
  },
  PAPER_PROCESS_DIED: {
    link: 'program',
    retry: 'now',
    cause: {
      id: 'Pembuatan dokumen terhenti karena gangguan program. Tidak ada yang disimpan.',
      en: 'Part of the program failed while it made the paper. Nothing was kept.',
    },
    cure: {
      id: 'Ulangi. Bila berulang, hubungi petugas TI.',
      en: 'Do it again. If it recurs, call IT staff.',
    },
  },
  PRINTER_GONE: {
    link: 'program',
    retry: 'after-cure',
    cause: {
      id: 'Printer {printer} tidak ada atau tidak lagi terhubung dengan komputer ini. Surat tersimpan dan belum dicetak.',
      en: 'There is no printer {printer} at this computer, or no longer. The paper is kept and not printed.',
    },
    cure: {
      id: 'Nyalakan dan sambungkan printer itu atau pilih printer lain, lalu cetak kembali; atau simpan PDF.',
      en: 'Switch the printer on and connect it, or choose another, then print again; or save the PDF.',
    },
  },
  PAPER_NOT_PRINTED: {
    link: 'program',
    retry: 'after-cure',
    cause: {
      id: 'Printer tidak menerima dokumen ({printer}). Surat tersimpan dan belum dicetak.',
      en: 'The printer does not take the paper ({printer}). It is kept and not printed.',
    },
    cure: {
      id: 'Periksa printer dan layanan cetak komputer ini, lalu cetak kembali dari daftar surat; atau simpan PDF.',
      en: 'Check the printer and the print service of this computer, then print again from the list of papers; or save the PDF.',
    },
  },
  PAPER_NOT_WRITTEN: {
    link: 'program',
    retry: 'after-cure',
    cause: {
      id: 'Dokumen tidak dapat ditulis ke tempat yang dipilih.',
      en: 'The paper cannot be written to the place that was chosen.',
    },
    cure: {
      id: 'Pilih map lain atau kosongkan ruang penyimpanan, lalu simpan kembali.',
      en: 'Choose another folder or free some space, then save again.',
    },
  },
} as const satisfies FailureCatalogue<string>;

/** The whole catalogue above the card: that of the counter and that of the office. */
export const appFailures = { ...counterFailures, ...officeFailures, ...custodyFailures, ...listFailures };

export type AppFailureCode = keyof typeof appFailures;

export const appFailure = failureFactory<AppFailureCode>(appFailures);

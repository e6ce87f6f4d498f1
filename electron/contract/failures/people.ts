/** Failures of the people of an office: what only two may decide, heads and operators, sessions, reminders. */
import type { FailureCatalogue } from '../../../native/failure.ts';

export const peopleFailures = {
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
  INCIDENT_NUMBER_TAKEN: {
    link: 'agreement',
    retry: 'after-cure',
    cause: {
      id: 'Insiden dengan nomor {nomor} sudah tercatat dan sudah dijelaskan.',
      en: 'There is an incident with the number {nomor} already, and it was described.',
    },
    cure: {
      id: 'Beri nomor lain, atau lanjutkan pada insiden bernomor itu.',
      en: 'Give it another number, or go on with the incident that has this one.',
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
  WEEK_BEGUN: {
    link: 'agreement',
    retry: 'after-cure',
    cause: {
      id: 'Hari kerja yang baru tidak dapat berlaku mulai {tanggal}: hari itu sudah tiba, dan batas waktu yang sudah lewat tidak digeser.',
      en: 'Other working days cannot count from {tanggal}: that day has come, and no deadline that has passed is moved.',
    },
    cure: {
      id: 'Isikan tanggal mulai besok atau sesudahnya.',
      en: 'Give tomorrow or a later day.',
    },
  },
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
} as const satisfies FailureCatalogue<string>;

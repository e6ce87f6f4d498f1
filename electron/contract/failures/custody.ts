/** The catalogue of failures of SAM custody: references that are missing, files that are not the card's, cards that may not read. */
import type { FailureCatalogue } from '../../../native/failure.ts';

export const custodyFailures = {
  SIFILMA_REFERENCE_REQUIRED: {
    link: 'agreement',
    retry: 'after-cure',
    cause: {
      id: 'Nomor permohonan SIFILMA belum diisi.',
      en: 'The number of the SIFILMA request is missing.',
    },
    cure: {
      id: 'Isi nomor permohonan SIFILMA sebelum mengubah status kartu SAM.',
      en: 'Give the number of the SIFILMA request before the state of the SAM card changes.',
    },
  },
  SAM_NOT_ACTIVE: {
    link: 'sam',
    retry: 'after-cure',
    cause: {
      id: 'Kartu SAM {nomor} tidak aktif (status: {status}). KTP-el tidak dapat dibaca.',
      en: 'SAM card {nomor} is not active (state: {status}). No KTP-el can be read.',
    },
    cure: {
      id: 'Petugas TI memeriksa kartu pada menu Kartu SAM.',
      en: 'IT staff look at the card under SAM cards.',
    },
  },
  SAM_FILE_INVALID: {
    link: 'sam',
    retry: 'after-cure',
    cause: {
      id: 'Berkas ini bukan berkas konfigurasi SAM yang lengkap.',
      en: 'This file is not a complete SAM configuration file.',
    },
    cure: {
      id: 'Pilih berkas dengan SERIAL, PCID (16 byte), dan CONF (32 byte) dalam heksadesimal.',
      en: 'Choose the file with SERIAL, PCID (16 bytes) and CONF (32 bytes) in hexadecimal.',
    },
  },
  SAM_FILE_OF_ANOTHER: {
    link: 'sam',
    retry: 'after-cure',
    cause: {
      id: 'Berkas atau UID ini milik kartu SAM lain, bukan {nomor}.',
      en: 'This file or UID belongs to another SAM card than {nomor}.',
    },
    cure: {
      id: 'Pilih berkas yang diterima bersama kartu ini, dan periksa nomor seri pada kartu.',
      en: 'Choose the file that came with this card, and check the serial number on the card.',
    },
  },
  SAM_FILE_TAKEN: {
    link: 'sam',
    retry: 'never',
    cause: {
      id: 'Konfigurasi ini sudah tercatat. Satu konfigurasi untuk satu kartu SAM, satu kali.',
      en: 'This configuration is on record already. One configuration is for one SAM card, once.',
    },
    cure: {
      id: 'Periksa kartu mana yang memakai berkas ini pada menu Kartu SAM.',
      en: 'See under SAM cards which card has this file.',
    },
  },
  COUNTER_HAS_READER: {
    link: 'reader',
    retry: 'after-cure',
    cause: {
      id: 'Perangkat pembaca {nomor} tercatat pada {loket}. Dengan nama loket lain, kartu SAM di dalamnya tidak membaca lagi.',
      en: 'Reader {nomor} is on record at {loket}. Under another name of the counter the SAM card in it would read no more.',
    },
    cure: {
      id: 'Tangguhkan kartu SAM-nya dan pindahkan perangkat ke nama yang baru pada menu Perangkat; ganti nama loket; lalu pulihkan kartu.',
      en: 'Suspend its SAM card and move the reader to the new name under Devices; rename the counter; then resume the card.',
    },
  },
  DEVICE_SERIAL_TAKEN: {
    link: 'agreement',
    retry: 'after-cure',
    cause: {
      id: 'Nomor seri {nomor} sudah tercatat.',
      en: 'The serial number {nomor} is on record already.',
    },
    cure: {
      id: 'Periksa nomor seri pada kartu atau perangkat.',
      en: 'Check the serial number on the card or the reader.',
    },
  },
  DEVICE_PLACE_TAKEN: {
    link: 'agreement',
    retry: 'after-cure',
    cause: {
      id: 'Perangkat pembaca atau loket {nomor} sudah dipakai. Satu kartu SAM, satu perangkat pembaca, satu loket.',
      en: 'Reader or counter {nomor} is in use already. One SAM card, one reader, one counter.',
    },
    cure: {
      id: 'Pilih perangkat lain, atau nonaktifkan yang lama terlebih dahulu.',
      en: 'Choose another one, or deactivate the old one first.',
    },
  },
  SAM_NOT_PREPARED: {
    link: 'sam',
    retry: 'after-cure',
    cause: {
      id: 'Kartu SAM {nomor} belum siap diaktifkan. Belum ada: {daftar}.',
      en: 'SAM card {nomor} is not ready to be activated. Still missing: {daftar}.',
    },
    cure: {
      id: 'Lengkapi langkah yang belum selesai, lalu usulkan aktivasi.',
      en: 'Complete what is missing, then propose the activation.',
    },
  },
  DEVICE_TEST_RUNNING: {
    link: 'program',
    retry: 'later',
    cause: {
      id: 'Uji perangkat sedang berjalan dan memakai pembaca.',
      en: 'A device test is running and holds the readers.',
    },
    cure: {
      id: 'Tunggu sampai uji perangkat selesai, atau hentikan pada menu Perangkat.',
      en: 'Wait until the device test has ended, or stop it under Devices.',
    },
  },
  DEVICE_TEST_DIED: {
    link: 'driver',
    retry: 'after-cure',
    cause: {
      id: 'Uji perangkat terhenti sendiri: penghubung atau driver pembaca tidak menjawab lagi.',
      en: 'The device test ended by itself: the component or driver of the readers stopped answering.',
    },
    cure: {
      id: 'Lepaskan dan sambungkan kembali pembaca, lalu ulangi uji perangkat. Bila berulang, pasang ulang driver pembaca.',
      en: 'Unplug the readers and plug them in again, then repeat the test. If it happens again, reinstall their driver.',
    },
  },
  CONFIG_UNREADABLE: {
    link: 'store',
    retry: 'never',
    cause: {
      id: 'Konfigurasi kartu SAM {nomor} yang disegel di sini tidak dapat dibuka.',
      en: 'The configuration of SAM card {nomor} that is sealed here cannot be opened.',
    },
    cure: {
      id: 'Mintakan penonaktifan oleh Ditjen Dukcapil, lalu catat suratnya. Satu dari keduanya cukup.',
      en: 'Have the card deactivated by the Ditjen and record its letter. One of the two is enough.',
    },
  },
  CONFIG_NOT_WRITTEN: {
    link: 'program',
    retry: 'after-cure',
    cause: {
      id: 'Berkas konfigurasi tidak dapat ditulis ke media atau dibaca kembali. Konfigurasi masih disegel di sini.',
      en: 'The configuration file cannot be written to the medium or read back. The configuration is still sealed here.',
    },
    cure: {
      id: 'Periksa media dan sisa ruangnya, lalu ulangi pengembalian.',
      en: 'Check the medium and the room left on it, then repeat the return.',
    },
  },
  CONFIG_PLACE_TAKEN: {
    link: 'store',
    retry: 'after-cure',
    cause: {
      id: 'Pada media sudah ada berkas lain dengan nama ini. Berkas itu tidak ditimpa; konfigurasi masih tersimpan di sini.',
      en: 'Another file of this name is on the medium. It is not written over; the configuration is still here.',
    },
    cure: {
      id: 'Pilih nama lain, misalnya dengan nomor kartunya, lalu ulangi.',
      en: 'Choose another name, such as one with the number of the card, and try again.',
    },
  },
  CONFIG_COPY_DIFFERS: {
    link: 'program',
    retry: 'after-cure',
    cause: {
      id: 'Salinan pada media tidak sama dengan berkas konfigurasi. Konfigurasi masih disegel di sini.',
      en: 'The copy on the medium is not the configuration file. The configuration is still sealed here.',
    },
    cure: {
      id: 'Pakai media lain, lalu ulangi pengembalian.',
      en: 'Use another medium, then repeat the return.',
    },
  },
  BAST_REQUIRED: {
    link: 'agreement',
    retry: 'after-cure',
    cause: {
      id: "Status 'dikembalikan' memerlukan BAST yang telah ditandatangani.",
      en: 'A card counts as returned only with a signed BAST.',
    },
    cure: {
      id: 'Cetak BAST yang memuat kartu {nomor}, lampirkan pindaian yang telah ditandatangani pada menu Surat, lalu pilih BAST itu.',
      en: 'Print the BAST that lists card {nomor}, attach its signed scan under Papers, then choose it here.',
    },
  },
  DATES_CONTRADICT: {
    link: 'agreement',
    retry: 'after-cure',
    cause: {
      id: 'Tanggal {tanggal} mendahului langkah sebelumnya ({sebelum}).',
      en: 'The date {tanggal} lies before the step that came before it ({sebelum}).',
    },
    cure: { id: 'Periksa tanggal pada naskah.', en: 'Check the date on the paper.' },
  },
  BAST_DISAGREES: {
    link: 'agreement',
    retry: 'after-cure',
    cause: {
      id: 'BAST belum dapat dicetak karena tidak cocok dengan catatan: {daftar}.',
      en: 'The BAST cannot be printed yet, because it does not agree with the books: {daftar}.',
    },
    cure: {
      id: 'Selesaikan langkah kartu SAM dan perangkat itu pada menu Kartu SAM, atau betulkan tanggal dan alasan.',
      en: 'Finish the steps of those SAM cards and readers under SAM cards, or correct date and reason.',
    },
  },
  SAM_LOST: {
    link: 'sam',
    retry: 'after-cure',
    cause: {
      id: 'Kartu SAM dilaporkan hilang/rusak. Perangkat dinonaktifkan dan insiden dibuat.',
      en: 'SAM card reported lost or damaged. Its reader is off and an incident was opened.',
    },
    cure: {
      id: 'Laporkan kepada Dukcapil. Sesudah kartu {nomor} dinonaktifkan, hapus dari inventaris dengan BAST.',
      en: 'Report it to Dukcapil. Once card {nomor} has been deactivated, write it off with a BAST.',
    },
  },
  CUSTODY_UNRECONCILED: {
    link: 'store',
    retry: 'never',
    cause: {
      id: 'Jumlah kartu SAM tidak cocok dengan catatan pengadaan. Perubahan tidak disimpan.',
      en: 'The number of SAM cards does not agree with the orders on record. Nothing was written.',
    },
    cure: {
      id: 'Jangan mengubah catatan kartu SAM. Hubungi pengembang dan sertakan log audit.',
      en: 'Do not change anything about SAM cards. Call the developers and send the audit log.',
    },
  },
} as const satisfies FailureCatalogue<string>;

/**
 * Every way the world of cards can fail, with the link that broke, the cause and the cure (design promise 4). A failure
 * that is not listed here cannot be raised.
 *
 * No text calls a card false: a chip that cannot be read is damaged as far as anyone at a counter knows.
 */
import { type Failure, type FailureEntry, failureFactory, type Link, type Retry } from './failure.ts';

/** One line of the catalogue: Indonesian cause and cure first, as the officer reads them, then English. */
function entry(
  link: Link,
  retry: Retry,
  id: readonly [cause: string, cure: string],
  en: readonly [cause: string, cure: string],
): FailureEntry {
  return { link, retry, cause: { id: id[0], en: en[0] }, cure: { id: id[1], en: en[1] } };
}

const toDukcapil = [
  'Gunakan pengecekan NIK dan sarankan pemohon memeriksa KTP-el ke Dinas Dukcapil.',
  'Use the NIK check and advise the resident to have the KTP-el examined at the Dukcapil office.',
] as const;

const tapAgain = [
  'Letakkan kembali KTP-el pada pembaca dan jangan diangkat sampai pembacaan selesai.',
  'Place the KTP-el on the reader again and leave it there until reading has finished.',
] as const;

const callTechnician = [
  'Hubungi petugas TI dan sampaikan kode kegagalan ini.',
  'Call the IT staff and tell them this failure code.',
] as const;

export const cardFailures = {
  BINDING_MISSING: entry(
    'driver',
    'after-cure',
    [
      'Komponen penghubung pembaca kartu belum terpasang pada komputer ini.',
      'Pasang ulang aplikasi beserta pustaka PC/SC (paket libpcsclite), lalu jalankan kembali aplikasi.',
    ],
    [
      'The component that connects card readers is not installed on this computer.',
      'Reinstall the application together with the PC/SC library (package libpcsclite), then start it again.',
    ],
  ),
  SERVICE_NOT_RUNNING: entry(
    'service',
    'after-cure',
    [
      'Layanan kartu pintar pada komputer ini tidak berjalan.',
      'Jalankan layanan kartu pintar (Smart Card di Windows, pcscd di Linux). Aplikasi akan tersambung kembali dengan sendirinya.',
    ],
    [
      'The smart-card service of this computer is not running.',
      'Start the smart-card service (Smart Card on Windows, pcscd on Linux). The application reconnects by itself.',
    ],
  ),
  NO_READER: entry(
    'driver',
    'after-cure',
    [
      'Tidak ada perangkat pembaca yang dikenali oleh komputer ini.',
      'Sambungkan pembaca KTP-el ke komputer. Bila sudah tersambung, pasang driver pembaca tersebut.',
    ],
    [
      'This computer sees no card reader.',
      'Plug in the KTP-el reader. If it is plugged in, install its driver.',
    ],
  ),
  READER_UNPLUGGED: entry(
    'reader',
    'after-cure',
    ['Pembaca terlepas dari komputer.', 'Sambungkan kembali kabel pembaca, lalu ulangi.'],
    ['The reader was unplugged from the computer.', 'Plug the reader in again, then retry.'],
  ),
  READER_BUSY: entry(
    'reader',
    'after-cure',
    [
      'Pembaca sedang digunakan oleh program lain.',
      'Tutup program lain yang menggunakan pembaca kartu, lalu ulangi.',
    ],
    [
      'Another program is using the reader.',
      'Close the other program that uses the card reader, then retry.',
    ],
  ),
  READER_FAULT: entry(
    'driver',
    'after-cure',
    [
      'Driver pembaca melaporkan gangguan.',
      'Lepaskan dan sambungkan kembali pembaca. Bila berulang, hubungi petugas TI.',
    ],
    [
      'The driver of the reader reports a fault.',
      'Unplug the reader and plug it in again. If it persists, call the IT staff.',
    ],
  ),
  SLOT_EMPTY: entry(
    'slot',
    'now',
    ['Tidak ada kartu pada pembaca.', 'Letakkan KTP-el pada pembaca.'],
    ['There is no card on the reader.', 'Place the KTP-el on the reader.'],
  ),
  CARD_MUTE: entry(
    'card',
    'now',
    [
      'Kartu pada pembaca tidak menjawab.',
      'Pastikan kartu diletakkan rata di tengah pembaca, lalu ulangi. Bila tetap tidak menjawab, gunakan pengecekan NIK dan sarankan pemohon memeriksa KTP-el ke Dinas Dukcapil.',
    ],
    [
      'The card on the reader does not answer.',
      'Lay the card flat on the middle of the reader and retry. If it stays silent, use the NIK check and advise the resident to have the KTP-el examined at the Dukcapil office.',
    ],
  ),
  CARD_REMOVED: entry(
    'card',
    'now',
    ['Kartu terangkat sebelum pembacaan selesai.', tapAgain[0]],
    ['The card was lifted before reading had finished.', tapAgain[1]],
  ),
  CARD_RESET: entry(
    'card',
    'now',
    ['Sambungan ke kartu terputus karena kartu dimulai ulang oleh program lain.', tapAgain[0]],
    ['The connection was lost because another program reset the card.', tapAgain[1]],
  ),
  CARD_PROTOCOL_UNSUPPORTED: entry(
    'card',
    'never',
    ['Kartu ini tidak dapat diajak berkomunikasi oleh pembaca.', 'Letakkan hanya KTP-el pada pembaca.'],
    ['The reader cannot talk to this card.', 'Place nothing but the KTP-el on the reader.'],
  ),
  TWO_CARDS: entry(
    'card',
    'after-cure',
    ['Terdapat dua KTP-el pada pembaca.', 'Sisakan satu KTP-el milik pemohon yang sedang dilayani.'],
    ['There are two KTP-el on the readers.', 'Leave only the KTP-el of the resident being served.'],
  ),
  NOT_A_KTP: entry(
    'card',
    'after-cure',
    ['Kartu pada pembaca tidak memuat aplikasi KTP-el.', 'Letakkan KTP-el, bukan kartu lain, pada pembaca.'],
    [
      'The card on the reader does not carry the KTP-el application.',
      'Place the KTP-el, not another card, on the reader.',
    ],
  ),
  SAM_MISSING: entry(
    'sam',
    'after-cure',
    [
      'Kartu SAM tidak ditemukan pada pembaca.',
      'Petugas TI memeriksa apakah kartu SAM terpasang pada slotnya dan menghadap arah yang benar.',
    ],
    [
      'No SAM card was found in the reader.',
      'The IT staff check that the SAM card sits in its slot the right way round.',
    ],
  ),
  SAM_MUTE: entry(
    'sam',
    'after-cure',
    [
      'Kartu SAM terpasang tetapi tidak menjawab.',
      'Petugas TI melepas dan memasang kembali kartu SAM. Bila tetap tidak menjawab, catat sebagai rusak.',
    ],
    [
      'The SAM card is in its slot but does not answer.',
      'The IT staff take it out and put it back. If it stays silent, record it as damaged.',
    ],
  ),
  SAM_REMOVED: entry(
    'sam',
    'after-cure',
    ['Kartu SAM terlepas saat digunakan.', 'Petugas TI memasang kembali kartu SAM pada slotnya.'],
    ['The SAM card was taken out while in use.', 'The IT staff put the SAM card back into its slot.'],
  ),
  SAM_CONFIGURATION_INVALID: entry(
    'sam',
    'after-cure',
    [
      'Berkas konfigurasi SAM tidak lengkap: PCID harus 16 bita dan CONF 32 bita.',
      'Petugas TI memasukkan kembali PCID dan CONF yang diterima bersama kartu SAM ini.',
    ],
    [
      'The SAM configuration is incomplete: PCID must be 16 bytes and CONF 32 bytes.',
      'The IT staff enter PCID and CONF again as received with this SAM card.',
    ],
  ),
  SAM_OPEN_REFUSED: entry(
    'sam',
    'after-cure',
    [
      'Kartu SAM menolak dibuka: konfigurasi bukan milik kartu SAM ini, atau SAM milik lembaga lain. Percobaan tidak diulang agar kartu tidak terkunci.',
      'Petugas TI mencocokkan nomor kartu SAM dengan PCID dan CONF-nya, lalu mengizinkan satu percobaan lagi.',
    ],
    [
      'The SAM card refused to open: the configuration belongs to another SAM, or the SAM to another institution. It was not tried again, so that the card is not locked.',
      'The IT staff compare the number of the SAM card with its PCID and CONF, then allow one more try.',
    ],
  ),
  SAM_OPEN_BLOCKED: entry(
    'sam',
    'after-cure',
    [
      'Kartu SAM pernah menolak dibuka dengan konfigurasi ini, sehingga tidak dicoba lagi.',
      'Petugas TI memperbaiki konfigurasi SAM, lalu mengizinkan satu percobaan lagi.',
    ],
    [
      'The SAM card refused this configuration before, so it is not tried again.',
      'The IT staff correct the SAM configuration, then allow one more try.',
    ],
  ),
  SAM_LOCKED_OUT: entry(
    'sam',
    'never',
    [
      'Kartu SAM terkunci.',
      'Petugas TI mengajukan penggantian atau pengaktifan ulang kartu SAM melalui SIFILMA.',
    ],
    ['The SAM card is locked.', 'The IT staff request its replacement or reactivation through SIFILMA.'],
  ),
  SAM_UID_MISMATCH: entry(
    'sam',
    'after-cure',
    [
      'Kartu SAM pada pembaca bukan kartu SAM yang terdaftar untuk loket ini.',
      'Petugas TI memasang kartu SAM yang terdaftar, atau mencatat pemindahannya.',
    ],
    [
      'The SAM card in the reader is not the one registered for this counter.',
      'The IT staff install the registered SAM card, or record that it was moved.',
    ],
  ),
  SAM_UID_UNREADABLE: entry(
    'sam',
    'after-cure',
    ['Nomor pengenal kartu SAM tidak dapat dibaca, sehingga tidak dapat dicocokkan.', callTechnician[0]],
    ['The identifier of the SAM card cannot be read, so it cannot be compared.', callTechnician[1]],
  ),
  SAM_SESSION_LOST: entry(
    'sam',
    'now',
    ['Sesi aman pada kartu SAM terputus.', tapAgain[0]],
    ['The secure session inside the SAM card was lost.', tapAgain[1]],
  ),
  SAM_CLOSED: entry(
    'sam',
    'after-cure',
    [
      'Kartu SAM tertutup, kemungkinan karena catu dayanya sempat terputus.',
      'Aplikasi membuka kembali kartu SAM. Bila berulang, petugas TI memeriksa sambungan pembaca.',
    ],
    [
      'The SAM card is closed, probably because it lost power.',
      'The application opens it again. If it persists, the IT staff check how the reader is connected.',
    ],
  ),
  SAM_REFUSED: entry(
    'sam',
    'after-cure',
    ['Kartu SAM menolak perintah.', callTechnician[0]],
    ['The SAM card refused a command.', callTechnician[1]],
  ),
  SAM_COMMAND_DISABLED: entry(
    'sam',
    'never',
    [
      'Perintah SAM ini dinonaktifkan karena akibatnya tidak diketahui untuk pembaca ini.',
      'Gunakan prosedur SIFILMA.',
    ],
    ['This SAM command is off because its effect is unknown for this reader.', 'Use the SIFILMA procedure.'],
  ),
  SAM_REJECTED_CARD: entry(
    'this-card',
    'now',
    [
      'Kartu SAM tidak mengenali jawaban cip KTP-el ini.',
      'Ulangi satu kali. Bila tetap gagal, gunakan pengecekan NIK dan sarankan pemohon memeriksa KTP-el ke Dinas Dukcapil.',
    ],
    [
      'The SAM card does not recognise the answer of this chip.',
      'Try once more. If it fails again, use the NIK check and advise the resident to have the KTP-el examined at the Dukcapil office.',
    ],
  ),
  CARD_REFUSED_AUTHENTICATION: entry(
    'this-card',
    'now',
    [
      'Cip KTP-el ini menolak kartu SAM.',
      'Ulangi satu kali. Bila semua KTP-el ditolak, petugas TI memeriksa kartu SAM; bila hanya KTP-el ini, gunakan pengecekan NIK dan sarankan pemohon memeriksa KTP-el ke Dinas Dukcapil.',
    ],
    [
      'This chip refused the SAM card.',
      'Try once more. If every KTP-el refuses, the IT staff check the SAM card; if only this one does, use the NIK check and advise the resident to have the KTP-el examined at the Dukcapil office.',
    ],
  ),
  SECURE_MESSAGING_BROKEN: entry(
    'this-card',
    'now',
    ['Percakapan aman antara cip KTP-el dan kartu SAM terganggu.', tapAgain[0]],
    ['The protected dialogue between chip and SAM was disturbed.', tapAgain[1]],
  ),
  CHIP_UNREADABLE: entry(
    'this-card',
    'never',
    ['Cip KTP-el tidak terbaca.', toDukcapil[0]],
    ['The chip of the KTP-el cannot be read.', toDukcapil[1]],
  ),
  FILE_TRUNCATED: entry(
    'this-card',
    'never',
    ['Berkas pada cip KTP-el lebih pendek daripada panjang yang tercatat.', toDukcapil[0]],
    ['A file of the chip is shorter than its recorded length.', toDukcapil[1]],
  ),
  FILE_LENGTH_INVALID: entry(
    'this-card',
    'never',
    ['Panjang berkas yang tercatat pada cip KTP-el tidak wajar.', toDukcapil[0]],
    ['The recorded length of a file of the chip is impossible.', toDukcapil[1]],
  ),
  CARD_CONTROL_INVALID: entry(
    'this-card',
    'never',
    ['Data kendali pada cip KTP-el tidak terbaca.', toDukcapil[0]],
    ['The card control of the chip cannot be read.', toDukcapil[1]],
  ),
  UID_UNREADABLE: entry(
    'this-card',
    'now',
    ['Nomor pengenal cip tidak dapat dibaca.', tapAgain[0]],
    ['The identifier of the chip cannot be read.', tapAgain[1]],
  ),
  BIODATA_MALFORMED: entry(
    'this-card',
    'never',
    ['Biodata pada cip KTP-el tidak lengkap atau tidak tersusun sebagaimana mestinya.', toDukcapil[0]],
    ['The biodata on the chip is incomplete or not in its proper form.', toDukcapil[1]],
  ),
  PHOTO_BROKEN: entry(
    'this-card',
    'never',
    [
      'Pas foto pada cip KTP-el tidak dapat ditampilkan.',
      'Lakukan pemeriksaan pemegang kartu bersama petugas kedua, dan sarankan pemohon memeriksa KTP-el ke Dinas Dukcapil.',
    ],
    [
      'The photo on the chip cannot be shown.',
      'Check the holder together with a second officer, and advise the resident to have the KTP-el examined at the Dukcapil office.',
    ],
  ),
  SIGNATURE_BROKEN: entry(
    'this-card',
    'never',
    ['Gambar tanda tangan pada cip KTP-el tidak terbaca.', toDukcapil[0]],
    ['The signature image on the chip cannot be read.', toDukcapil[1]],
  ),
  MINUTIAE_BROKEN: entry(
    'this-card',
    'never',
    ['Data sidik jari pada cip KTP-el tidak terbaca.', toDukcapil[0]],
    ['The fingerprint record on the chip cannot be read.', toDukcapil[1]],
  ),
  ANSWER_TOO_SHORT: entry(
    'driver',
    'now',
    [
      'Pembaca memberikan jawaban yang tidak lengkap.',
      'Ulangi. Bila berulang, lepaskan dan sambungkan kembali pembaca.',
    ],
    [
      'The reader gave an incomplete answer.',
      'Retry. If it persists, unplug the reader and plug it in again.',
    ],
  ),
  ANSWER_TOO_LONG: entry(
    'driver',
    'now',
    ['Pembaca memberikan jawaban yang terlalu panjang.', 'Ulangi. Bila berulang, hubungi petugas TI.'],
    ['The reader gave an answer that is too long.', 'Retry. If it persists, call the IT staff.'],
  ),
  TIMEOUT: entry(
    'reader',
    'now',
    [
      'Pembaca tidak menjawab dalam waktu yang wajar.',
      'Angkat kartu, lepaskan dan sambungkan kembali pembaca, lalu ulangi.',
    ],
    [
      'The reader did not answer in reasonable time.',
      'Lift the card, unplug the reader and plug it in again, then retry.',
    ],
  ),
  TRANSPORT_BROKEN: entry(
    'reader',
    'now',
    ['Komunikasi antara pembaca dan kartu terganggu.', tapAgain[0]],
    ['The communication between reader and card was disturbed.', tapAgain[1]],
  ),
  CONNECTION_CLOSED: entry(
    'program',
    'now',
    ['Sambungan ke kartu telah ditutup.', 'Ketuk kembali kartu untuk memulai pembacaan baru.'],
    ['The connection to the card has been closed.', 'Tap the card again to start a new reading.'],
  ),
  READING_STOPPED: entry(
    'program',
    'now',
    ['Pembacaan dihentikan.', 'Ketuk kembali kartu untuk memulai pembacaan baru.'],
    ['Reading was stopped.', 'Tap the card again to start a new reading.'],
  ),
  REPLAY_DEVIATION: entry(
    'program',
    'never',
    ['Rekaman percakapan kartu tidak diikuti.', 'Perbaiki program atau rekaman uji.'],
    ['The recorded card dialogue was not followed.', 'Correct the program or the test recording.'],
  ),
} as const satisfies Record<string, FailureEntry>;

export type CardFailureCode = keyof typeof cardFailures;
export type CardFailure = Failure<CardFailureCode>;

/** The one way to raise a failure of the card side. */
export const cardFailure = failureFactory<CardFailureCode>(cardFailures);

/** The words of the receipt of a consent (domain 5.6), whether it prints as pages or as plain text. */
import type { ConsentNotice } from './consent-notice.ts';
import type { Tongue } from './written.ts';

export const receiptTexts = {
  id: {
    title: 'BUKTI PERSETUJUAN PENYIMPANAN DATA KTP-el',
    training: 'LATIHAN - BUKAN DOKUMEN RESMI',
    copies: ['Lembar 1: untuk instansi, ditandatangani', 'Lembar 2: untuk penduduk'],
    number: 'Nomor',
    time: 'Tanggal/waktu',
    counter: 'Loket',
    agrees: (nik: string, name: string, institution: string) =>
      `Saya yang bertanda tangan di bawah ini, pemegang KTP-el dengan NIK ${nik}, nama ${name}, MENYETUJUI ${institution} menyimpan data berikut yang dibaca dari cip KTP-el saya dan telah saya periksa:`,
    note: 'Catatan',
    relevance: 'Relevansi',
    voluntary: 'Persetujuan ini sukarela. Layanan tetap diberikan apabila saya tidak menyetujui.',
    resident: 'Penduduk/wali,',
    officer: 'Petugas,',
  },
  en: {
    title: 'RECEIPT OF CONSENT TO THE KEEPING OF KTP-el DATA',
    training: 'TRAINING - NOT AN OFFICIAL DOCUMENT',
    copies: ['Copy 1: for the office, signed', 'Copy 2: for the resident'],
    number: 'Number',
    time: 'Date and time',
    counter: 'Counter',
    agrees: (nik: string, name: string, institution: string) =>
      `I, the holder of the KTP-el with NIK ${nik}, name ${name}, CONSENT that ${institution} keeps the following data, read from the chip of my KTP-el and checked by me:`,
    note: 'Note',
    relevance: 'Relevance',
    voluntary: 'This consent is voluntary. I am served also if I do not consent.',
    resident: 'Resident or guardian,',
    officer: 'Officer,',
  },
} as const;

/** The screen speaks to the resident; on the receipt it is the resident who speaks. */
const firstPerson: Readonly<Record<Tongue, readonly (readonly [said: string, saying: string])[]>> = {
  id: [['Bapak/Ibu', 'saya']],
  en: [
    ['Your rights', 'My rights'],
    ['until you withdraw', 'until I withdraw'],
  ],
};

/** What the lines of the elements say already is not said again. */
export function receiptItems(notice: ConsentNotice, tongue: Tongue) {
  const own = (words: string) =>
    firstPerson[tongue].reduce((text, [said, saying]) => text.replaceAll(said, saying), words);
  return notice.items
    .filter(({ item }) => item !== 'DETAILS')
    .map(({ item, title, text }) => ({
      title: item === 'RELEVANCE' ? receiptTexts[tongue].relevance : own(title),
      words: own(text),
    }));
}

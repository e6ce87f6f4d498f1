/**
 * The list as a PDF that opens with a password alone (AES-256), for a medium; inside it the same as a table, for the computer of whoever
 * receives it. Layout engine and typeface are heavy: only the process that makes lists loads this.
 */

import regular from '@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf?inline';
import bold from '@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf?inline';
import pdfmake from 'pdfmake';
import {
  type ListFrame,
  type ListItem,
  listFacts,
  listStatement,
  listTitle,
  memberName,
  trainingMark,
} from '../contract/index.ts';

const family = 'Arimo';
const millimetre = 72 / 25.4;
/** The first PDF whose password is one of AES with 256 bits (ISO 32000-1, extension level 3). */
const version = '1.7ext3';

export async function lockedList(
  frame: ListFrame,
  items: readonly ListItem[],
  password: string,
): Promise<Uint8Array> {
  pdfmake.virtualfs.writeFileSync('regular.ttf', bytesOf(regular));
  pdfmake.virtualfs.writeFileSync('bold.ttf', bytesOf(bold));
  pdfmake.setFonts({ [family]: { normal: 'regular.ttf', bold: 'bold.ttf' } });
  // It fetches nothing and reads no file.
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => false);
  return pdfmake.createPdf(definition(frame, items, password)).getBuffer();
}

function definition(frame: ListFrame, items: readonly ListItem[], password: string): object {
  return {
    version,
    userPassword: password,
    ownerPassword: password,
    permissions: { printing: 'highResolution', copying: true },
    pageSize: 'A4',
    pageMargins: [20, 18, 15, 18].map((width) => width * millimetre),
    language: 'id',
    info: { title: listTitle, creator: 'Ketuk', producer: 'Ketuk' },
    defaultStyle: { font: family, fontSize: 9 },
    footer: (page: number, pages: number) => ({
      text: `${frame.number} - halaman ${page} dari ${pages}`,
      alignment: 'center',
      fontSize: 8,
    }),
    content: [
      ...(frame.training ? [{ text: trainingMark, bold: true, alignment: 'center' }] : []),
      { text: listTitle, bold: true, fontSize: 12, alignment: 'center', margin: [0, 4, 0, 10] },
      {
        layout: 'noBorders',
        table: {
          widths: [90, '*'],
          body: listFacts(frame, items.length).map(([label, value]) => [label, value]),
        },
      },
      { text: listStatement, margin: [0, 8, 0, 8] },
      itemTable(items),
      { columns: ['Yang menyerahkan,', 'Yang menerima,'].map(signature), margin: [0, 20, 0, 0] },
    ],
    files: { daftar: { src: `data:text/csv;base64,${table(items)}`, name: 'data-balikan.csv' } },
  };
}

function itemTable(items: readonly ListItem[]): object {
  const head = ['No.', 'NIK', 'Tanggal', 'Nomor registrasi', 'Isian'].map((text) => ({ text, bold: true }));
  const rows = items.map(({ nik, day, registrationNo, param }, index) => [
    String(index + 1),
    nik,
    day,
    registrationNo,
    Object.entries(param)
      .map(([key, value]) => `${memberName(key)}: ${value}`)
      .join('\n'),
  ]);
  return {
    table: { headerRows: 1, dontBreakRows: true, widths: [24, 88, 52, 96, '*'], body: [head, ...rows] },
  };
}

function signature(text: string): object {
  return { stack: [text, '\n\n\n', '(..............................)'], unbreakable: true };
}

/** RFC 4180 with semicolons, as spreadsheets here expect; UTF-8, and in base64. Every column a text: a NIK is no number. */
function table(items: readonly ListItem[]): string {
  const members = [...new Set(items.flatMap(({ param }) => Object.keys(param)))];
  const lines = [
    ['NIK', 'TANGGAL', 'NOMOR_REGISTRASI', ...members],
    ...items.map(({ nik, day, registrationNo, param }) => [
      nik,
      day,
      registrationNo,
      ...members.map((member) => param[member] ?? ''),
    ]),
  ];
  const text = lines.map((cells) => cells.map(cell).join(';')).join('\r\n');
  return Buffer.from(`\uFEFF${text}\r\n`, 'utf8').toString('base64');
}

/** What a spreadsheet would take for a formula is kept a text. */
function cell(value: string): string {
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${harmless.replaceAll('"', '""')}"`;
}

function bytesOf(dataUrl: string): Buffer {
  return Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64');
}

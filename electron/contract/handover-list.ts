/**
 * The list with which data balikan is handed over, as plain text: it holds NIKs, so that it has to become paper without passing
 * main or a disk (docs/decisions/0018-lists-with-niks.md). Indonesian alone: it is a record between two offices.
 */
import { z } from 'zod';
import { isoDate } from './agreement-profile.ts';
import { centred, columns, hanging, labelled, wrapped } from './paper-lines.ts';
import { writtenDay } from './written.ts';

/** What stands around the items; no value of a resident. */
export const listFrame = z.object({
  number: z.string(),
  /** On which the list is made. */
  day: isoDate,
  agreement: z.object({ party1: z.string(), party2: z.string() }),
  from: z.string(),
  to: z.string(),
  /** The letter of Dukcapil that asks for it. */
  request: z.object({ number: z.string(), date: isoDate }).nullable(),
  training: z.boolean(),
});
export type ListFrame = z.infer<typeof listFrame>;

export interface ListItem {
  readonly nik: string;
  readonly registrationNo: string;
  readonly day: string;
  readonly param: Readonly<Record<string, string>>;
}

export const listTitle = 'DAFTAR SERAH TERIMA DATA BALIKAN';
export const trainingMark = 'LATIHAN - BUKAN DOKUMEN RESMI';

/** Lines that print systems put on a sheet of A4, less a margin. */
const linesOfSheet = 58;

/** `KETERANGAN_PENERIMA_BANTUAN` → `Keterangan penerima bantuan` */
export function memberName(key: string): string {
  const words = key.replaceAll('_', ' ').toLowerCase();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** What the list is, as label and value. */
export function listFacts(frame: ListFrame, items: number): readonly (readonly [string, string])[] {
  const { number, day, agreement, from, to, request } = frame;
  return [
    ['Nomor', number],
    ['Tanggal', writtenDay(day, 'id')],
    ['PKS', `${agreement.party1} dan ${agreement.party2}`],
    ['Dari', from],
    ['Kepada', to],
    ...(request === null
      ? []
      : ([['Atas permintaan', `${request.number}, ${writtenDay(request.date, 'id')}`]] as const)),
    ['Banyaknya', `${items} data balikan`],
  ];
}

export const listStatement =
  'Daftar ini memuat NIK dan hanya untuk pelaporan data balikan berdasarkan PKS tersebut. Yang menerima menyatakan telah menerima seluruh data balikan pada daftar ini.';

/**
 * Sheets with a form feed between them. No item is torn apart by the end of a sheet.
 * @param code drawn by lot for this list, printed on it and kept nowhere: without it nobody finds a NIK by trying, though the books
 *   keep a checksum of the text
 */
export function handoverListText(frame: ListFrame, items: readonly ListItem[], code: string): string {
  const head = [
    ...(frame.training ? [centred(trainingMark), ''] : []),
    centred(listTitle),
    '',
    ...listFacts(frame, items.length).flatMap(([label, value]) => labelled(label, value)),
    ...labelled('Kode daftar', code),
    '',
    ...wrapped(listStatement),
    '',
  ];
  const entries = items.map((item, index) => entryLines(item, index + 1));
  return sheets([head, ...entries, signatures])
    .map((lines, index, all) => {
      const foot = `${frame.number} - lembar ${index + 1} dari ${all.length}`;
      return [...lines, '', centred(foot)].join('\n');
    })
    .join('\f');
}

function entryLines({ nik, registrationNo, day, param }: ListItem, no: number): string[] {
  const members = Object.entries(param).flatMap(([key, value]) =>
    hanging(`      ${memberName(key)}: `, value),
  );
  return [...hanging(`${String(no).padStart(4)}. ${nik}  ${day}  `, registrationNo), ...members];
}

const half = Math.floor(columns / 2);
const signatures = [
  '',
  `    ${'Yang menyerahkan,'.padEnd(half)}Yang menerima,`,
  '',
  '',
  '',
  `    ${'(..........................)'.padEnd(half)}(..........................)`,
];

function sheets(blocks: readonly (readonly string[])[]): string[][] {
  const filled: string[][] = [[]];
  for (const block of blocks) {
    const last = filled.at(-1) ?? [];
    if (last.length > 0 && last.length + block.length > linesOfSheet) filled.push([...block]);
    else last.push(...block);
  }
  return filled;
}

/** What stands on which page: nothing beyond its edge, nothing lost, nothing alone that belongs to something. */
import { describe, expect, test } from 'vitest';
import { type PaperModel, paperKinds } from '../contract/index.ts';
import { valueOfResult } from '../store/store.test-support.ts';
import { composePaper } from './compose.ts';
import type { PaperFields } from './fields.ts';
import { sampleHandover, samplePapers } from './papers.test-support.ts';
import { pdfOf } from './pdf.ts';
import { points } from './pdf-text.ts';
import { type PrintedPage, printedPages } from './printed.test-support.ts';

const solid: Readonly<Record<string, string>> = {
  name: 'Contohpratamawijayakusumaningratsuryadiningratkartasasmita',
  institution: 'DinasPanganDanPerkebunanKabupatenTirtaContohRayaUtaraDayaKepulauan',
  office: 'DINASPANGANDANPERKEBUNANKABUPATENTIRTACONTOHRAYAUTARADAYAKEPULAUAN',
  position: 'KEPALABIDANGPENYELENGGARAANPELAYANANADMINISTRASITERPADUKECAMATAN',
  rank: 'PembinaUtamaMudaTingkatIGolonganRuangIVcDalamMasaPercobaan',
  address: 'Jalanjenderalbesarcontohumpamanomor1234gedungperkantoranterpadulantai17sayapbarat',
  employmentNo: '19700101199901999919700101199901999919700101',
  number: '400.12/0031/BPKPADPPP-TCRUDK/SEKRETARIAT/CONTOH/XII/2028',
  sam: 'SAMCONTOHABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789',
};

/** As a clerk might type them who knows no space. */
function withoutSpaces<T>(value: T, name = ''): T {
  if (typeof value === 'string') return (solid[name] ?? value) as T;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => withoutSpaces(one, name)) as T;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutSpaces(one, key)])) as T;
}

/** The page number and the line for the initials stand beneath the content of every page. */
const bottom = points(2.5);

function contentOf({ texts }: PrintedPage): readonly string[] {
  return texts.filter(({ fromBottom }) => fromBottom > bottom - 2).map(({ words }) => words);
}

/** Everything a paper says, word by word. */
function wordsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.split(/\s+/).filter((word) => word !== '');
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(wordsOf);
}

function said({ blocks, annexes }: PaperModel): readonly string[] {
  const texts = [blocks, annexes].flatMap((part) => wordsOf(JSON.parse(JSON.stringify(part, onlyTexts))));
  return [...new Set(texts)];
}

/** Of a run only its words; names of kinds and styles are printed nowhere. */
function onlyTexts(key: string, value: unknown): unknown {
  return ['kind', 'style', 'widths', 'dense', 'centred', 'landscape', 'stampDuty'].includes(key)
    ? undefined
    : value;
}

function lostWords(model: PaperModel, pages: readonly PrintedPage[]): readonly string[] {
  const printed = pages.flatMap(({ texts }) => texts.map(({ words }) => words));
  // A long word is cut where the line ends.
  const all = printed.join('').replaceAll(/\s/g, '');
  return said(model).filter((word) => !all.includes(word));
}

describe('with names that have no space in them', () => {
  test.each(paperKinds)('%s keeps within its margins, and loses nothing', async (kind) => {
    const model = composePaper(withoutSpaces(samplePapers[kind]));
    const pages = await printedPages(model);
    for (const { width, texts } of pages) {
      const beyond = texts.filter(({ from, to }) => from < points(3) - 1 || to > width - points(2.5) + 1);
      expect(beyond.filter(({ words }) => words !== 'KONSEP')).toEqual([]);
    }
    expect(lostWords(model, pages)).toEqual([]);
  });
});

test('a paper that is marked is marked on every page', async () => {
  const user = samplePapers.USER_ID_BAST.users[0];
  if (user === undefined) throw new Error('the sample has nobody in it');
  const users = Array.from({ length: 30 }, () => user);
  const pages = await printedPages(composePaper({ ...samplePapers.USER_ID_BAST, users }));
  expect(pages.length).toBeGreaterThan(3);
  expect(pages.map(({ words }) => words.includes('RAHASIA'))).toEqual(pages.map(() => true));
});

test('however long the list is, no page holds a checkpoint alone, or a sum, or a hand', async () => {
  // A page of the one list ends after nine cards, one of the other after seventeen.
  for (const cards of [1, 8, 9, 10, 16, 17, 18]) {
    const { inventory } = sampleHandover(cards);
    for (const fields of [
      sampleHandover(cards),
      { ...samplePapers.SAM_INVENTORY, inventory },
      { ...samplePapers.SAM_REQUEST_LETTER, inventory },
    ]) {
      for (const page of await printedPages(composePaper(fields))) {
        const [first = '', second = ''] = contentOf(page);
        const alone = /^(Titik periksa|Jumlah:|PIHAK KEDUA,|Saksi-saksi|Mengetahui)/;
        expect(`${first} | ${second}`, `${fields.kind} with ${cards}`).not.toMatch(alone);
      }
    }
  }
});

test('however many months and services a report has, no page holds a sum without a row that it sums', async () => {
  const fields = samplePapers.SEMESTER_REPORT;
  const [access, service, balikan] = [
    fields.report.access[0],
    fields.report.services[0],
    fields.report.balikan[0],
  ];
  if (access === undefined || service === undefined || balikan === undefined) throw new Error('no rows');
  for (const months of [1, 2, 3, 4, 5, 6]) {
    for (const services of [1, 4, 7]) {
      const report = {
        ...fields.report,
        access: Array.from({ length: months }, (_, at) => ({ ...access, month: `2026-0${at + 7}` })),
        services: Array.from({ length: services }, (_, at) => ({ ...service, service: `Layanan ${at}` })),
        balikan: Array.from({ length: months }, (_, at) => ({ ...balikan, month: `2026-0${at + 7}` })),
      };
      for (const page of await printedPages(composePaper({ ...fields, report }))) {
        const words = contentOf(page);
        // In the head of another table a column begins with the same word.
        const sum = words.findIndex((word, at) => word === 'Jumlah' && /^[\d.]+$/.test(words[at + 1] ?? ''));
        const summed = words
          .slice(0, Math.max(0, sum))
          .some((word) => /^(Layanan|Juli|Agustus|September|Oktober|November|Desember)/.test(word));
        expect(sum < 0 || summed, `${months} months, ${services} services: ${words.join(' ')}`).toBe(true);
      }
    }
  }
});

test('a list of copies that is longer than a page is printed to its end', async () => {
  const tembusanSurat = Array.from({ length: 120 }, (_, at) => `Kantor Contoh ${at}`).join('\n');
  const fields = { ...samplePapers.SAM_REQUEST_LETTER, details: { tembusanSurat } };
  const model = composePaper(fields);
  expect(lostWords(model, await printedPages(model))).toEqual([]);
});

test('what somebody wrote an essay about is printed to its end', async () => {
  const kronologi = Array.from({ length: 150 }, (_, at) => `langkah-${at}`).join('\n');
  const fields: PaperFields = {
    ...samplePapers.SAM_LOSS_REPORT,
    details: { kronologi, tindakan: kronologi },
  };
  const model = composePaper(fields);
  expect(lostWords(model, await printedPages(model))).toEqual([]);
});

test('names as long as the form takes leave no hand without its sentence, and none unprinted', async () => {
  const long = (most: number) => 'Contoh '.repeat(99).slice(0, most).trim();
  const hand = { name: long(120), position: long(120), employmentNo: '19700101 199901 9 999' };
  const model = composePaper({
    ...sampleHandover(1),
    signer: { ...hand, rank: long(80) },
    receiver: { ...hand, rank: long(80), office: long(200), address: long(200) },
    witnesses: [hand, hand],
    acknowledgedBy: hand,
  });
  const pages = await printedPages(model);
  expect(lostWords(model, pages)).toEqual([]);
  const signed = pages.filter(({ words }) => words.includes('PIHAK KEDUA, '));
  expect(signed.map((page) => contentOf(page)[0]?.startsWith('Demikian'))).toEqual([true]);
});

test('a sheet that is looked at again is the same sheet', async () => {
  const draft = composePaper({ ...sampleHandover(2), checkpoint: null });
  const first = valueOfResult(await pdfOf(draft));
  expect(valueOfResult(await pdfOf(draft))).toEqual(first);
});

/**
 * What every paper says, to the letter. The files beside it are to be read next to section 5 of the domain; one that changes shows as a
 * difference of lines, and `npx vitest run electron/document/wording.test.ts -u` writes it anew.
 */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { paperKinds } from '../contract/index.ts';
import { composePaper, type PaperFields } from './index.ts';
import { sampleHandover, samplePapers } from './papers.test-support.ts';
import { plainText } from './plain-text.test-support.ts';

const open = { name: '', employmentNo: '', position: '' };
const handover = sampleHandover(1);

/** What a paper says only in some cases. */
const variants: Readonly<Record<string, PaperFields>> = {
  'BAST_SAM_RETURN.draft': {
    ...sampleHandover(3),
    number: null,
    checkpoint: null,
    receiver: { ...open, rank: '', office: 'Ditjen Dukcapil', address: '' },
    witnesses: [open, open],
    acknowledgedBy: null,
    shipment: null,
  },
  'BAST_SAM_RETURN.replacement': {
    ...handover,
    reason: 'PENGGANTIAN',
    files: [],
    kept: { count: 0, treatment: 'RETAIN' },
  },
  'BAST_SAM_RETURN.revoked': {
    ...handover,
    reason: 'DIAKHIRI',
    inventory: handover.inventory.map((row) => ({ ...row, deactivation: null })),
    kept: { count: 12, treatment: 'ERASE' },
    earlier: { returned: 2, writtenOff: 1, basts: ['400.12/0009/CONTOH/2027'] },
  },
  'SEMESTER_REPORT.nil-correction': {
    ...samplePapers.SEMESTER_REPORT,
    number: null,
    report: {
      ...samplePapers.SEMESTER_REPORT.report,
      version: 3,
      kind: 'FINAL',
      access: [],
      readers: [],
      services: [],
      balikan: [],
    },
    corrects: { number: '400.12/0007/CONTOH/2027', date: '2027-01-11' },
    correction: {
      number: '400.12/0088/CONTOH/2027',
      date: '2027-02-01',
      reason: 'insiden bulan Desember belum dimuat',
    },
    obstacles: null,
    followUp: null,
    copiesTo: [],
  },
  'EXTENSION_LETTER.draft': { ...samplePapers.EXTENSION_LETTER, number: null, day: null, approval: null },
};

const all: readonly (readonly [string, PaperFields])[] = [
  ...paperKinds.map((kind) => [kind, samplePapers[kind]] as const),
  ...Object.entries(variants),
];

test.each(all)('%s says what it said', async (name, fields) => {
  const path = join(import.meta.dirname, 'wording', `${name}.txt`);
  await expect(plainText(composePaper(fields))).toMatchFileSnapshot(path);
});

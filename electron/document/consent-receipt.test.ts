/** The receipt of a consent on paper: what it says to the letter (`wording/CONSENT_RECEIPT.*.txt`), and that its two sheets are two pages. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pdfText } from '../../test/support/pdf-text.ts';
import { sampleReceipt } from '../contract/consent-receipt.test-support.ts';
import { consentReceipt, consentReceiptPages } from '../contract/index.ts';
import { valueOfResult } from '../store/store.test-support.ts';
import { pdfOf } from './pdf.ts';
import { plainText } from './plain-text.test-support.ts';

const tongues = ['id', 'en'] as const;
const letters = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '');

test.each(tongues)('it says what it said, in %s', async (tongue) => {
  const path = join(import.meta.dirname, 'wording', `CONSENT_RECEIPT.${tongue}.txt`);
  await expect(plainText(consentReceiptPages(sampleReceipt, tongue))).toMatchFileSnapshot(path);
});

test.each(tongues)(
  'sheet by sheet it says what the page shows and a printer of plain text prints, in %s',
  (tongue) => {
    for (const training of [true, false]) {
      const facts = { ...sampleReceipt, training };
      const { annexes, ...first } = consentReceiptPages(facts, tongue);
      const sheets = [first.blocks, ...annexes.map(({ blocks }) => blocks)];
      expect(sheets.map((blocks) => letters(plainText({ ...first, blocks, annexes: [] })))).toEqual(
        consentReceipt(facts, tongue).split('\f').map(letters),
      );
    }
  },
);

test.each(tongues)(
  'each sheet is a page with everything on it, from the mark of training to the hands, in %s',
  async (tongue) => {
    const values = [
      'NIK',
      'FULL_NAME',
      'BIRTH_PLACE',
      'BIRTH_DATE',
      'SEX',
      'ADDRESS.STREET',
      'OCCUPATION',
    ] as const;
    const long = 'CONTOH YANG CUKUP PANJANG';
    const asked = values.map((part) => ({ part, value: long, reason: 'Satu penerima, satu bantuan' }));
    const facts = { ...sampleReceipt, elements: asked, values: asked };
    const pdf = valueOfResult(await pdfOf(consentReceiptPages(facts, tongue)));
    const pages = pdfText(pdf).split('\n').map(letters);
    expect(pages).toHaveLength(2);
    for (const page of pages) {
      expect(page).toContain(letters(sampleReceipt.holder.nik));
      expect(page).toContain(letters(sampleReceipt.operator));
      expect(page).toContain(tongue === 'id' ? 'LATIHAN' : 'TRAINING');
    }
  },
);

test('who made it, when and what for stands nowhere in the file but on its pages', async () => {
  const pdf = valueOfResult(await pdfOf(consentReceiptPages(sampleReceipt, 'id')));
  const file = Buffer.from(pdf).toString('latin1');
  expect(file.match(/\(D:[^)]*\)/g)).toEqual(['(D:19700101000000Z)']);
  expect(file).not.toContain(sampleReceipt.holder.nik);
});

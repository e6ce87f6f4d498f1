import { expect, test } from 'vitest';
import { type PaperKind, paperKinds } from '../contract/index.ts';
import { failureOf, valueOfResult } from '../store/store.test-support.ts';
import { beginningOf } from './beginning.ts';
import { composePaper } from './compose.ts';
import { type PaperFields, sha256Of } from './fields.ts';
import { sampleHandover, samplePapers } from './papers.test-support.ts';
import { pdfOf } from './pdf.ts';
import { drawable } from './typeface.ts';

async function printed(kind: PaperKind): Promise<Buffer> {
  return Buffer.from(valueOfResult(await pdfOf(composePaper(samplePapers[kind]))));
}

test('every paper becomes a PDF on A4 whose typeface is inside, with no time and no picture in it', async () => {
  for (const kind of paperKinds) {
    const pdf = (await printed(kind)).toString('latin1');
    expect(pdf.slice(0, 5), kind).toBe('%PDF-');
    expect(pdf.includes('/MediaBox [0 0 595.28 841.89]'), kind).toBe(true);
    expect(/\/FontName \/[A-Z]+\+Arimo-Regular/.test(pdf), kind).toBe(true);
    expect(pdf.match(/\/FontFile2/g)?.length, kind).toBe(pdf.match(/\/FontName/g)?.length);
    expect(pdf.match(/\(D:[^)]*\)/g), kind).toEqual(['(D:19700101000000Z)']);
    expect(/\/ModDate|\/Subtype \/Image/.test(pdf), kind).toBe(false);
  }
});

test('the same fields are the same bytes, in every process and on every machine', async () => {
  // Changes with the wording and the layout of the paper, and with nothing else.
  const pinned = 'e1ef142ac15c471743fb25d91aabf620cc5e0443f343c094ee23c963e7b4664a';
  expect(sha256Of(await printed('NDA'))).toBe(pinned);
  await printed('USER_ID_BAST');
  expect(sha256Of(await printed('NDA'))).toBe(pinned);
});

test('the sheet that is looked at ends its pages where the print will', async () => {
  const pages = async (fields: PaperFields) =>
    Buffer.from(valueOfResult(await pdfOf(composePaper(fields))))
      .toString('latin1')
      .match(/\/MediaBox \[[^\]]*\]/g);
  for (const cards of [3, 9, 10, 11, 12]) {
    const signed = sampleHandover(cards);
    expect(await pages({ ...signed, checkpoint: null }), `${cards} cards`).toEqual(await pages(signed));
  }
});

test('what comes before the annexes can be shown first, and is what the whole begins with', async () => {
  const whole = composePaper(sampleHandover(20));
  const beginning = beginningOf(whole);
  expect(beginning?.blocks).toBe(whole.blocks);
  expect(beginning?.annexes).toEqual([]);
  // The head of a form counts the pages of the whole; a letter without annexes is whole already.
  expect(beginningOf(composePaper(samplePapers.NDA))).toBeUndefined();
  expect(beginningOf(composePaper(samplePapers.OFFICE_CHANGE_LETTER))).toBeUndefined();
});

test.each([
  ['of another script', 'Simula 漢 Ningsih', '漢 (U+6F22)'],
  ['of Javanese', 'ꦱꦶꦩꦸꦭ', 'ꦱ (U+A9B1)'],
  ['that is a picture', 'Simula 😀', '😀 (U+1F600)'],
  ['that runs from right to left, which the typeface has', 'Simula שלום', 'ש (U+05E9)'],
  ['that turns the order of others', 'Simula \u202eNingsih', 'U+202E'],
  ['that is an accent without a letter in one piece', 'Simula x\u0304', 'U+0304'],
])('a character %s is named with the words it stands in, and nothing is printed', async (_, name, huruf) => {
  const { signer } = samplePapers.NDA;
  const fields = { ...samplePapers.NDA, signer: { ...signer, name } };
  const { code, cause } = failureOf(await pdfOf(composePaper(fields))) ?? {};
  expect(code).toBe('PAPER_CHARACTER');
  expect(cause?.id).toContain(`${huruf}, pada “`);
  expect(cause?.id).toContain(name.startsWith('Simula') ? 'Simula' : 'ꦱ');
});

test('a name is printed as it is written, however its accents came to be', async () => {
  const { signer } = samplePapers.NDA;
  const named = async (name: string) =>
    sha256Of(valueOfResult(await pdfOf(composePaper({ ...samplePapers.NDA, signer: { ...signer, name } }))));
  expect(await named('Rene\u0301 Contoh')).toBe(await named('Ren\u00e9 Contoh'));
});

test('the typeface has the letters of this country and its neighbours, and knows what it lacks', () => {
  const canDraw = drawable();
  const lacking = (text: string) => [...text].filter((letter) => !canDraw(letter.codePointAt(0) ?? 0));
  expect(lacking('AaZz09 ÀÉèéêëñÖßŁłŠšıçřĕ–—“”’·…/()½°')).toEqual([]);
  expect(lacking('漢ᮞ😀\u{1d400}')).toEqual([...'漢ᮞ😀\u{1d400}']);
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { failureOf, temporaryFolder, valueOfResult } from '../store/store.test-support.ts';
import { sha256Of } from './fields.ts';
import { paperTemplates, templateOf } from './index.ts';
import { samplePapers } from './papers.test-support.ts';
import { pdfOf } from './pdf.ts';

test('a template of the institution takes the place of ours, and every paper of it says which it was', () => {
  const folder = temporaryFolder();
  const templates = paperTemplates(folder);
  expect(valueOfResult(templates.compose(samplePapers.NDA)).fields.template).toBeNull();
  const blocks = [{ kind: 'text', text: 'Kata instansi sendiri, {nama}.' }];
  const text = JSON.stringify({ ...templateOf('NDA'), blocks });
  writeFileSync(join(folder, 'NDA.json'), text);
  const { fields, model } = valueOfResult(templates.compose(samplePapers.NDA));
  expect(fields.template).toBe(sha256Of(text));
  expect(model.blocks).toEqual([
    { kind: 'text', text: [{ text: 'Kata instansi sendiri, Simula Ningsih.' }] },
  ]);
  expect(valueOfResult(templates.compose(samplePapers.SPTJM_AWAL)).fields.template).toBeNull();
});

test.each([
  ['no JSON', '{'],
  ['JSON of another shape', '{"title":"NDA"}'],
  [
    'a word that the paper does not have',
    JSON.stringify({ ...templateOf('NDA'), title: 'X', blocks: [{ kind: 'text', text: '{nik}' }] }),
  ],
  [
    'a case that the paper does not know',
    JSON.stringify({ ...templateOf('NDA'), blocks: [{ kind: 'text', text: 'x', when: 'entah' }] }),
  ],
])('a template that is %s is refused by name, and nothing is printed', (_what, text) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'NDA.json'), text);
  const refused = failureOf(paperTemplates(folder).compose(samplePapers.NDA));
  expect(refused?.code).toBe('PAPER_TEMPLATE_INVALID');
  expect(refused?.cause.id).toContain('NDA.json');
});

/** One dot. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

function damagedAt(at: number, value = 0xee): Buffer {
  const damaged = Buffer.from(dot);
  damaged[at] = value;
  return damaged;
}

test('the emblem of the institution stands in the head of a letter, and its checksum among the fields', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'lambang.png'), dot);
  const { fields, model } = valueOfResult(paperTemplates(folder).compose(samplePapers.EXTENSION_LETTER));
  expect(fields.emblem).toBe(sha256Of(dot));
  const pdf = Buffer.from(valueOfResult(await pdfOf(model)));
  expect(pdf.includes('/Subtype /Image')).toBe(true);
  expect(Buffer.from(valueOfResult(await pdfOf(model))).equals(pdf)).toBe(true);
  const plain = valueOfResult(paperTemplates(temporaryFolder()).compose(samplePapers.EXTENSION_LETTER));
  expect(plain.fields.emblem).toBeNull();
  expect(Buffer.from(valueOfResult(await pdfOf(plain.model))).includes('/Subtype /Image')).toBe(false);
});

test.each([
  ['cut off', dot.subarray(0, 40)],
  ['no PNG', Buffer.from('GIF89a')],
  ['too large', Buffer.concat([dot, Buffer.alloc(500_000)])],
  ['damaged in its pixels', damagedAt(43)],
  ['damaged in its size', damagedAt(17)],
  ['damaged in the length of a part', damagedAt(9)],
  ['damaged in the name of its header', damagedAt(12)],
  ['interlaced', damagedAt(28, 1)],
])('an emblem that is %s is refused by name', (_what, bytes) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'lambang.png'), bytes);
  const refused = failureOf(paperTemplates(folder).compose(samplePapers.NDA));
  expect(refused?.code).toBe('PAPER_TEMPLATE_INVALID');
  expect(refused?.cause.id).toContain('lambang.png');
});

import { expect, it } from 'vitest';
import { accessAnswer } from './access-answer.ts';
import { accessAnswerPages } from './access-answer-pages.ts';
import { trailTexts } from './access-answer-words.ts';
import { columns } from './paper-lines.ts';
import { consentEvents } from './worker-wire.ts';

const record = {
  recordId: 'record-0001',
  receiptNo: 'BP-1',
  consentedAt: '2026-10-05T01:12:00.000Z',
  retainedUntil: '2028-10-05',
  purpose: 'penyaluran bantuan',
  values: [{ part: 'FULL_NAME', value: 'SEKAR CONTOHWATI' }],
  companion: { name: 'MISAL LESTARI', relation: 'Ibu' },
} as const;

it('answers an access request with everything that is kept and everything that happened to it', () => {
  const trail = consentEvents.map((event, index) => ({
    event,
    at: Date.UTC(2026, 9, 5 + index, 2),
    actor: 'uji-widodo',
  }));
  const paper = accessAnswer(record, { institution: 'Dinas Contoh', timeZone: 'Asia/Jakarta', trail }, 'id');
  const words = paper.replace(/\s+/g, ' ');
  for (const told of [
    'Dinas Contoh',
    'BP-1',
    '5 Oktober 2026 08.12 WIB',
    'Kamis, 5 Oktober 2028',
    'SEKAR CONTOHWATI',
    'MISAL LESTARI (Ibu)',
  ]) {
    expect(words).toContain(told);
  }
  for (const event of consentEvents) expect(words).toContain(trailTexts[event].id);
  expect(Math.max(...paper.split('\n').map((line) => line.length))).toBeLessThanOrEqual(columns);
});

it.each(['id', 'en'] as const)('says the same on its pages as in plain text, in %s', (tongue) => {
  const trail = consentEvents.map((event, index) => ({
    event,
    at: Date.UTC(2026, 9, 5 + index, 2),
    actor: 'uji-widodo',
  }));
  const frame = { institution: 'Dinas Contoh', timeZone: 'Asia/Jakarta', trail };
  const pages = accessAnswerPages(record, frame, tongue);
  expect(pages.language).toBe(tongue);
  const text = accessAnswer(record, frame, tongue).replace(/\s+/g, ' ');
  const said = pages.blocks.flatMap((block) => {
    if (block.kind === 'facts')
      return block.rows.flatMap(({ label, value }) => [label, value[0]?.text ?? '']);
    if (block.kind === 'table') return block.rows.flat();
    return block.kind === 'text' ? [block.text[0]?.text ?? ''] : [];
  });
  expect(said.length).toBeGreaterThan(20);
  expect(said.filter((words) => !text.includes(words))).toEqual([]);
});

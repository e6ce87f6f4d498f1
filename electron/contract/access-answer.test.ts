import { expect, it } from 'vitest';
import { accessAnswer, trailTexts } from './access-answer.ts';
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

import { expect, it } from 'vitest';
import { narrowed, pageOf, statusCounts } from './narrowing.ts';

const cards = Array.from({ length: 300 }, (_, at) => ({
  name: `SAM-CONTOH-${String(at + 1).padStart(4, '0')}`,
  counter: `Loket ${at + 1}`,
  status: at % 3 === 0 ? 'ACTIVE' : 'SUSPENDED',
}));
const known = ({ name, counter }: (typeof cards)[number]) => [name, counter, null, undefined];
const found = (text: string, status = '') => narrowed(cards, { text, status }, known).map(({ name }) => name);

it('finds by every word, wherever it stands and however it is written', () => {
  expect(found('0150')).toEqual(['SAM-CONTOH-0150']);
  expect(found('  sam-contoh loket 300 ')).toEqual(['SAM-CONTOH-0300']);
  expect(found('tidak ada')).toEqual([]);
  expect(found('', 'ACTIVE')).toHaveLength(100);
  expect(found('0150', 'ACTIVE')).toEqual([]);
});

it('turns pages, and never one that is not there', () => {
  expect(pageOf(cards, 0)).toMatchObject({ page: 0, pages: 12, from: 0 });
  expect(pageOf(cards, 11).rows.at(-1)?.name).toBe('SAM-CONTOH-0300');
  expect(pageOf(cards, 40)).toMatchObject({ page: 11, from: 275 });
  expect(pageOf([], 3)).toMatchObject({ rows: [], page: 0, pages: 1, from: 0 });
  const seen = Array.from({ length: 12 }, (_, page) => pageOf(cards, page).rows).flat();
  expect(seen).toEqual(cards);
});

it('counts the states that occur, in the order of a life', () => {
  expect(statusCounts(cards, ['PROCURED', 'ACTIVE', 'SUSPENDED'])).toEqual([
    { status: 'ACTIVE', count: 100 },
    { status: 'SUSPENDED', count: 200 },
  ]);
});

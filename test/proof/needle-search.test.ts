import fc from 'fast-check';
import { expect, it } from 'vitest';
import { searchFor } from './needle-search.ts';

const needle = fc
  .uint8Array({ minLength: 1, maxLength: 40 })
  .map((bytes) => ({ name: 'needle', bytes: Buffer.from(bytes) }));

it('finds each needle wherever it begins and however long it is, and no other', () => {
  const haystack = fc.tuple(
    fc.array(needle, { minLength: 1, maxLength: 6 }),
    fc.uint8Array({ maxLength: 50 }),
    fc.nat(),
    fc.uint8Array({ maxLength: 50 }),
  );
  fc.assert(
    fc.property(haystack, ([needles, before, which, after]) => {
      const hidden = needles[which % needles.length]?.bytes ?? Buffer.alloc(0);
      const bytes = Buffer.alloc(before.length + hidden.length + after.length);
      bytes.set(before, 0);
      bytes.set(hidden, before.length);
      bytes.set(after, before.length + hidden.length);
      const expected = needles.filter((one) => bytes.includes(one.bytes));
      expect(new Set(searchFor(needles)(bytes))).toEqual(new Set(expected));
    }),
    { numRuns: 500 },
  );
});

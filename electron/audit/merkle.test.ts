import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { merkleRoot, type Peaks, withLeaf } from './merkle.ts';

const sha256 = (...parts: readonly Uint8Array[]) =>
  createHash('sha256').update(Buffer.concat(parts)).digest();

/** As RFC 6962 §2.1 defines it: split at the largest power of two below the number of leaves. */
function byDefinition(leaves: readonly Uint8Array[]): Uint8Array {
  const [only] = leaves;
  if (only === undefined) return sha256();
  if (leaves.length === 1) return sha256(Uint8Array.of(0), only);
  let half = 1;
  while (half * 2 < leaves.length) half *= 2;
  return sha256(Uint8Array.of(1), byDefinition(leaves.slice(0, half)), byDefinition(leaves.slice(half)));
}

it('grows leaf by leaf to the root of the definition', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ minLength: 32, maxLength: 32 }), { maxLength: 70 }), (leaves) => {
      const peaks = leaves.reduce<Peaks>((grown, leaf, count) => withLeaf(grown, count, leaf), []);
      expect(Buffer.from(merkleRoot(peaks))).toEqual(Buffer.from(byDefinition(leaves)));
    }),
  );
});

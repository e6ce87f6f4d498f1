/**
 * The Merkle tree of the log (RFC 6962 §2.1) as the few nodes that are enough to let it grow: the roots of its full subtrees, largest
 * first. A leaf is the hash of an entry, so that any one entry can be shown to be part of what a checkpoint on paper stands for.
 */
import { createHash } from 'node:crypto';

export type Peaks = readonly Uint8Array[];

/** `count`: how many leaves the tree has already. */
export function withLeaf(peaks: Peaks, count: number, entryHash: Uint8Array): Peaks {
  const higher = [...peaks];
  let node = sha256(LEAF, entryHash);
  for (let trees = count; trees % 2 === 1; trees = Math.floor(trees / 2)) {
    node = sha256(NODE, higher.pop() ?? new Uint8Array(), node);
  }
  return [...higher, node];
}

export function merkleRoot(peaks: Peaks): Uint8Array {
  const [last, ...before] = peaks.toReversed();
  return before.reduce((right, left) => sha256(NODE, left, right), last ?? sha256());
}

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

function sha256(...parts: readonly Uint8Array[]): Uint8Array {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

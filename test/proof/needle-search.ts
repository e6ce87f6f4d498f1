/**
 * Finds any of thousands of byte strings in one pass over memory. It walks in whole words and looks at two neighbouring ones: a needle that
 * is long enough holds such a pair at each of the four places a word can begin, so none is stepped over.
 */

export interface Needle {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Two words, and what a needle may begin beside a word. */
const pairBytes = 8;
const phases = 4;
const shortest = pairBytes + phases - 1;
/** A table of bits that sorts out almost every place before anything is compared; 2^20 of them. */
const shift = 12;

interface Place {
  readonly needle: Needle;
  /** Bytes of the needle before the pair. */
  readonly phase: number;
}

/** @returns what a stretch of bytes holds, each needle once. The bytes begin at a whole word, as buffers and pages do. */
export function searchFor(needles: readonly Needle[]): (bytes: Buffer) => readonly Needle[] {
  const long = needles.filter(({ bytes }) => bytes.length >= shortest);
  const short = needles.filter(({ bytes }) => bytes.length < shortest);
  const maybe = new Uint8Array(2 ** (32 - shift));
  const places = new Map<number, Place[]>();
  for (const needle of long) {
    for (let phase = 0; phase < phases; phase += 1) {
      const key = mixed(needle.bytes.readInt32LE(phase), needle.bytes.readInt32LE(phase + 4));
      maybe[key >>> shift] = 1;
      const known = places.get(key);
      if (known === undefined) places.set(key, [{ needle, phase }]);
      else known.push({ needle, phase });
    }
  }
  return (bytes) => {
    const found = new Set(short.filter((needle) => bytes.includes(needle.bytes)));
    const words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 2);
    for (let at = 0; at + 1 < words.length; at += 1) {
      const key = mixed(words[at] ?? 0, words[at + 1] ?? 0);
      if (maybe[key >>> shift] === 0) continue;
      for (const { needle, phase } of places.get(key) ?? []) {
        if (standsAt(bytes, needle.bytes, at * 4 - phase)) found.add(needle);
      }
    }
    return [...found];
  };
}

function mixed(one: number, other: number): number {
  return (Math.imul(one, 0x9e3779b1) ^ Math.imul(other, 0x85ebca6b)) >>> 0;
}

function standsAt(bytes: Buffer, needle: Buffer, at: number): boolean {
  return at >= 0 && bytes.subarray(at, at + needle.length).equals(needle);
}

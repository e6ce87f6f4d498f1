/** Small helpers on byte arrays, shared by everything the simulator plays. */

export function fromHex(text: string): Uint8Array {
  const clean = text.replace(/\s+/g, '');
  if (!/^(?:[0-9a-fA-F]{2})*$/.test(clean)) throw new TypeError('Hexadecimal text expected');
  return new Uint8Array(Buffer.from(clean, 'hex'));
}

export function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex').toUpperCase();
}

export function ascii(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'latin1'));
}

export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export function xor(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length !== b.length) throw new RangeError('xor needs two arrays of one length');
  return a.map((byte, index) => byte ^ (b[index] ?? 0));
}

export function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

/** The byte at `index`, 0 beyond the end: for fixed layouts whose length was checked before. */
export function at(bytes: Uint8Array, index: number): number {
  return bytes[index] ?? 0;
}

export function uint16(bytes: Uint8Array, index = 0): number {
  return (at(bytes, index) << 8) | at(bytes, index + 1);
}

/** Two bytes, big-endian. Also how a status word is written. */
export function word(value: number): Uint8Array {
  return Uint8Array.of((value >> 8) & 0xff, value & 0xff);
}

/** Data followed by a status word: an answer as it goes over the wire. */
export function answer(status: number, data: Uint8Array = new Uint8Array(0)): Uint8Array {
  return concat(data, word(status));
}

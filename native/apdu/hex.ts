/** Bytes as people write them: upper-case hexadecimal, for tests, ATRs and status words – never for data of a card. */

const HEX = /^(?:[0-9a-f]{2})*$/i;

/** Parses hexadecimal; spaces are ignored. `undefined` when the text is anything else. */
export function parseHex(text: string): Uint8Array | undefined {
  const digits = text.replaceAll(' ', '');
  return HEX.test(digits) ? Uint8Array.from(Buffer.from(digits, 'hex')) : undefined;
}

export function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex').toUpperCase();
}

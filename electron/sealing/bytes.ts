/** Bytes and their base64 form, and the wiping of bytes that were secret. */

/** Standard alphabet with padding. */
export function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}

/** Gives bytes of their own, not a view of a shared pool, so that {@link zero} reaches all of them. */
export function fromBase64(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64'));
}

/** Overwrites secrets that are no longer needed. Strings made from them are out of reach. */
export function zero(...secrets: readonly Uint8Array[]): void {
  for (const secret of secrets) secret.fill(0);
}

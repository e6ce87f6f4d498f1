/** Response APDUs: data, then two status bytes (ISO 7816-3 §12.1.1). Fewer than two bytes is no answer at all. */

export interface ResponseApdu {
  readonly data: Uint8Array;
  /** SW1 and SW2 as one number, e.g. `0x9000`. */
  readonly sw: number;
}

/** `data` is a view into `bytes`, not a copy: wiping the bytes wipes the data. */
export function decodeResponse(bytes: Uint8Array): ResponseApdu | undefined {
  const sw1 = bytes.at(-2);
  const sw2 = bytes.at(-1);
  if (sw1 === undefined || sw2 === undefined) return undefined;
  return { data: bytes.subarray(0, bytes.length - 2), sw: (sw1 << 8) | sw2 };
}

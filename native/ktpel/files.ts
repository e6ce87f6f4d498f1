/**
 * The elementary files of the KTP-el under DF 7F0A (KTP-el fact sheet 2.1). Each begins with two bytes, big-endian, that count the bytes
 * behind them.
 */

export const KTP_APPLICATION = 0x7f0a;

export type FileName =
  | 'cardControl'
  | 'biodata'
  | 'photo'
  | 'signature'
  | 'minutiae1'
  | 'minutiae2'
  | 'digitalSignature';

export interface FileProfile {
  readonly id: number;
  /**
   * The longest recorded length that is believed, in bytes. The chip holds 8 KB in all; vendors keep 2048 bytes for biodata and 4096 for
   * the photo (KTP-el fact sheet 4). A longer claim is a lie of a broken chip and is not followed.
   */
  readonly longest: number;
}

export const files: Readonly<Record<FileName, FileProfile>> = {
  cardControl: { id: 0x6ff0, longest: 51 },
  biodata: { id: 0x6ff1, longest: 2048 },
  photo: { id: 0x6ff2, longest: 8190 },
  signature: { id: 0x6ff3, longest: 2048 },
  minutiae1: { id: 0x6ff4, longest: 2048 },
  minutiae2: { id: 0x6ff5, longest: 2048 },
  digitalSignature: { id: 0x6ff6, longest: 78 },
};

/** E.g. `6FF1`, for the `at` of failures. */
export function fileId(file: FileName): string {
  return files[file].id.toString(16).toUpperCase();
}

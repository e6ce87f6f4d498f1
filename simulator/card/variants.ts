/** Named cards that are wrong in one way each: what a reading program must survive. */
import { ascii, concat, word } from '../bytes.ts';
import { biodataFields, biodataRecord, type Resident } from '../residents/resident.ts';
import { BIODATA, PHOTO, RIGHT_MINUTIAE, SIGNATURE } from './files.ts';

interface Variant {
  /** Another kind of card altogether. */
  readonly device?: 'bank-card';
  /** The issuer's key this card was made under, when it is not the laboratory's. */
  readonly master?: string;
  /** Useful bytes of card control, when none of the three known lengths. */
  readonly controlLength?: number;
  /** Changes the useful data of a file, after it was signed. */
  readonly useful?: (id: number, useful: Uint8Array, resident: Resident) => Uint8Array;
  /** Changes a whole file, length prefix included. */
  readonly file?: (id: number, file: Uint8Array) => Uint8Array;
}

export type VariantName =
  | 'truncated-biodata'
  | 'truncated-photo'
  | 'truncated-minutiae'
  | 'lying-biodata-length'
  | 'lying-photo-length'
  | 'short-biodata-length'
  | 'oversized-biodata'
  | 'oversized-photo'
  | 'extra-field'
  | 'missing-field'
  | 'wrong-quotes'
  | 'quote-in-name'
  | 'non-ascii'
  | 'empty-biodata'
  | 'empty-photo'
  | 'broken-photo'
  | 'not-a-photo'
  | 'framed-photo'
  | 'broken-minutiae'
  | 'short-signature'
  | 'odd-control-length'
  | 'forged-biodata'
  | 'other-issuer'
  | 'blank-card'
  | 'bank-card';

export const VARIANTS: Readonly<Record<VariantName, Variant>> = {
  'truncated-biodata': { file: only(BIODATA, (file) => file.slice(0, file.length >> 1)) },
  'truncated-photo': { file: only(PHOTO, (file) => file.slice(0, file.length >> 1)) },
  'truncated-minutiae': { file: only(RIGHT_MINUTIAE, (file) => file.slice(0, 24)) },
  'lying-biodata-length': { file: only(BIODATA, (file) => withLength(file, 0xffff)) },
  'lying-photo-length': { file: only(PHOTO, (file) => withLength(file, 0xffff)) },
  'short-biodata-length': { file: only(BIODATA, (file) => withLength(file, 100)) },
  'oversized-biodata': { useful: rewritten((fields) => fields.with(1, 'JL. PANJANG '.repeat(300))) },
  'oversized-photo': {
    useful: (id, useful) => (id === PHOTO ? concat(useful, new Uint8Array(20_000)) : useful),
  },
  'extra-field': { useful: rewritten((fields) => [...fields, 'MEDAN KE-22']) },
  'missing-field': { useful: rewritten((fields) => fields.slice(0, 20)) },
  'wrong-quotes': { useful: (id, useful) => (id === BIODATA ? useful.slice(1, -1) : useful) },
  'quote-in-name': { useful: rewritten((fields) => fields.with(13, 'SEKAR "SRI" CONTOH')) },
  'non-ascii': { useful: rewritten((fields) => fields.with(13, 'RENÉE ÇONTOH')) },
  'empty-biodata': { useful: (id, useful) => (id === BIODATA ? useful.slice(0, 0) : useful) },
  'empty-photo': { useful: (id, useful) => (id === PHOTO ? useful.slice(0, 0) : useful) },
  // The JPEG markers stay; everything from the middle on is noise.
  'broken-photo': {
    useful: (id, useful) =>
      id === PHOTO ? useful.map((byte, at) => (at > useful.length >> 1 ? byte ^ 0x5a : byte)) : useful,
  },
  'not-a-photo': {
    useful: (id, useful) => (id === PHOTO ? ascii('bukan gambar '.repeat(100)) : useful),
  },
  // One source drops two bytes at each end before it shows the photo. KTP-el fact sheet 4.2.
  'framed-photo': {
    useful: (id, useful) => (id === PHOTO ? concat(word(0x7f2e), useful, word(0)) : useful),
  },
  'broken-minutiae': {
    useful: (id, useful) => (id === RIGHT_MINUTIAE ? useful.map((byte) => byte ^ 0xff) : useful),
  },
  'short-signature': { useful: (id, useful) => (id === SIGNATURE ? useful.slice(0, 500) : useful) },
  'odd-control-length': { controlLength: 40 },
  'forged-biodata': { useful: rewritten((fields) => fields.with(13, 'NAMA PALSU CONTOH')) },
  'other-issuer': { master: 'card master key of another issuer' },
  'blank-card': { file: (_id, file) => new Uint8Array(file.length) },
  'bank-card': { device: 'bank-card' },
};

export const VARIANT_NAMES = Object.keys(VARIANTS) as readonly VariantName[];

export function isVariantName(text: string): text is VariantName {
  return Object.hasOwn(VARIANTS, text);
}

function only(
  wanted: number,
  change: (file: Uint8Array) => Uint8Array,
): (id: number, file: Uint8Array) => Uint8Array {
  return (id, file) => (id === wanted ? change(file) : file);
}

function withLength(file: Uint8Array, length: number): Uint8Array {
  return concat(word(length), file.slice(2));
}

function rewritten(
  change: (fields: string[]) => readonly string[],
): (id: number, useful: Uint8Array, resident: Resident) => Uint8Array {
  return (id, useful, resident) =>
    id === BIODATA ? ascii(biodataRecord(change([...biodataFields(resident)]))) : useful;
}

/**
 * The biodata record: 21 quoted fields in one line of text (KTP-el fact sheet 4.1). Fields the agreement does not grant are dropped here, before they
 * become values.
 */

import { failed, ok, type Result } from '../failure.ts';
import { type CardFailure, cardFailure } from '../failure-catalogue.ts';
import { type FromCard, fromCard } from '../sensitive.ts';

/** Element codes of domain.md 2.4 that a chip can give. The chip has no district code. */
export const cardElements = [
  'NIK',
  'FULL_NAME',
  'SEX',
  'BIRTH_PLACE',
  'BIRTH_DATE',
  'MARITAL_STATUS',
  'OCCUPATION',
  'ADDRESS.STREET',
  'ADDRESS.PROVINCE_NAME',
  'ADDRESS.REGENCY_NAME',
  'ADDRESS.DISTRICT_NAME',
  'ADDRESS.VILLAGE_NAME',
  'ADDRESS.RT',
  'ADDRESS.RW',
  'RELIGION',
  'BLOOD_TYPE',
  'NATIONALITY',
  'VALID_UNTIL',
] as const;

export type CardElement = (typeof cardElements)[number];

/** What the card said, granted elements only. */
export type CardIdentity = Readonly<Partial<Record<CardElement, FromCard<string>>>>;

const FIELD_COUNT = 21;
const SEPARATOR = '","';

const fieldOf: Readonly<Record<CardElement, number>> = {
  NIK: 0,
  'ADDRESS.STREET': 1,
  'ADDRESS.RT': 2,
  'ADDRESS.RW': 3,
  BIRTH_PLACE: 4,
  'ADDRESS.DISTRICT_NAME': 5,
  'ADDRESS.VILLAGE_NAME': 6,
  'ADDRESS.REGENCY_NAME': 7,
  SEX: 8,
  BLOOD_TYPE: 9,
  RELIGION: 10,
  MARITAL_STATUS: 11,
  OCCUPATION: 12,
  FULL_NAME: 13,
  BIRTH_DATE: 14,
  'ADDRESS.PROVINCE_NAME': 15,
  VALID_UNTIL: 16,
  NATIONALITY: 19,
};

/**
 * Expands what an agreement grants to what the chip holds: `ADDRESS` is always all its parts together; elements that no chip has (family card
 * number, district code, photo) fall away.
 */
export function grantedCardElements(granted: Iterable<string>): ReadonlySet<CardElement> {
  const codes = new Set(granted);
  return new Set(
    cardElements.filter((element) => codes.has(element) || codes.has(element.split('.')[0] ?? '')),
  );
}

/**
 * `record` is the file without its two length bytes. Fails with BIODATA_MALFORMED; `detail` names the field by its index and never shows
 * what is in it. A 22nd field is ignored. Dates come out as `DD-MM-YYYY`; an expiry that is no date (lifetime cards) as it stands.
 */
export function parseBiodata(
  record: Uint8Array,
  granted: Iterable<string>,
): Result<CardIdentity, CardFailure> {
  const text = decodeText(record);
  if (!text.startsWith('"') || !text.endsWith('"') || text.length < 2)
    return malformed('no opening or closing quote');
  const fields = text.slice(1, -1).split(SEPARATOR, FIELD_COUNT + 1);
  if (fields.length < FIELD_COUNT) return malformed(`field ${fields.length} missing`);
  const identity: Partial<Record<CardElement, FromCard<string>>> = {};
  for (const element of grantedCardElements(granted)) {
    const index = fieldOf[element];
    const value = normalise(element, (fields[index] ?? '').trim());
    if (value === undefined) return malformed(`field ${index} not in its form`);
    identity[element] = fromCard(value);
  }
  return ok(identity);
}

/**
 * Seven-bit text on every card seen. Should a newer card hold other letters, UTF-8 is tried before one byte per letter, as public readers differ. Fill
 * behind the record is dropped.
 */
function decodeText(record: Uint8Array): string {
  let end = record.length;
  while (end > 0 && FILL.has(record[end - 1] ?? -1)) end--;
  const bytes = record.subarray(0, end);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return Buffer.from(bytes).toString('latin1');
  }
}

const FILL: ReadonlySet<number> = new Set([0x00, 0x0a, 0x0d, 0x20, 0xff]);

// Neither screens nor logs nor the gateway should ever meet a control character out of a chip.
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;

function normalise(element: CardElement, value: string): string | undefined {
  if (CONTROL.test(value)) return undefined;
  switch (element) {
    case 'NIK':
      return /^\d{16}$/.test(value) ? value : undefined;
    case 'BIRTH_DATE':
      return normaliseDate(value);
    case 'VALID_UNTIL':
      return normaliseDate(value) ?? value;
    default:
      return value;
  }
}

/** `D-M-YYYY` in any padding to `DD-MM-YYYY`, if the calendar has such a day. */
function normaliseDate(value: string): string | undefined {
  const parts = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(value);
  if (!parts) return undefined;
  const [day, month, year] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  date.setUTCFullYear(year);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return [String(day).padStart(2, '0'), String(month).padStart(2, '0'), String(year).padStart(4, '0')].join(
    '-',
  );
}

function malformed(detail: string): Result<never, CardFailure> {
  return failed(cardFailure('BIODATA_MALFORMED', 'parse 6FF1', detail));
}

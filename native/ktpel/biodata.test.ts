import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cardElements, grantedCardElements, parseBiodata } from './biodata.ts';

/** An invented resident of province 40. */
const fields = [
  '4001015203880001',
  'JL. MAWAR NO. 7',
  '001',
  '002',
  'KOTABARU',
  'TIRTA',
  'MULYA',
  'KAB. LATIHAN',
  'PEREMPUAN',
  'O',
  'ISLAM',
  'BELUM KAWIN',
  'PETANI/PEKEBUN',
  'CONTOH WARGA',
  '2-3-1988',
  'LATIHAN',
  'SEUMUR HIDUP',
  '2',
  '7',
  'WNI',
  'KAB. LATIHAN',
];

const record = (values: readonly string[]) =>
  Uint8Array.from(Buffer.from(`"${values.join('","')}"`, 'latin1'));
const changed = (index: number, value: string) =>
  record(fields.map((field, i) => (i === index ? value : field)));

function read(bytes: Uint8Array, granted: Iterable<string> = cardElements): Record<string, string> {
  const parsed = parseBiodata(bytes, granted);
  if (!parsed.ok) throw new Error(parsed.failure.detail);
  return Object.fromEntries(Object.entries(parsed.value).map(([key, value]) => [key, value.reveal()]));
}

describe('the biodata record', () => {
  test('gives every element the chip holds, dates with two digits', () => {
    expect(read(record(fields))).toEqual({
      NIK: '4001015203880001',
      FULL_NAME: 'CONTOH WARGA',
      SEX: 'PEREMPUAN',
      BIRTH_PLACE: 'KOTABARU',
      BIRTH_DATE: '02-03-1988',
      MARITAL_STATUS: 'BELUM KAWIN',
      OCCUPATION: 'PETANI/PEKEBUN',
      'ADDRESS.STREET': 'JL. MAWAR NO. 7',
      'ADDRESS.PROVINCE_NAME': 'LATIHAN',
      'ADDRESS.REGENCY_NAME': 'KAB. LATIHAN',
      'ADDRESS.DISTRICT_NAME': 'TIRTA',
      'ADDRESS.VILLAGE_NAME': 'MULYA',
      'ADDRESS.RT': '001',
      'ADDRESS.RW': '002',
      RELIGION: 'ISLAM',
      BLOOD_TYPE: 'O',
      NATIONALITY: 'WNI',
      VALID_UNTIL: 'SEUMUR HIDUP',
    });
  });

  test('gives what is granted and not one field more', () => {
    expect(Object.keys(read(record(fields), ['NIK', 'FULL_NAME']))).toEqual(['NIK', 'FULL_NAME']);
    expect(read(record(fields), ['PHOTO', 'FAMILY_CARD_NO', 'ADDRESS.DISTRICT_CODE'])).toEqual({});
  });

  test('takes ADDRESS for all its parts together', () => {
    expect([...grantedCardElements(['ADDRESS'])]).toHaveLength(7);
    expect([...grantedCardElements(['ADDRESS'])].every((element) => element.startsWith('ADDRESS.'))).toBe(
      true,
    );
  });

  test.each([
    ['2-3-1988', '02-03-1988'],
    ['12-3-1988', '12-03-1988'],
    ['29-02-2000', '29-02-2000'],
  ])('reads the date %s as %s', (written, expected) => {
    expect(read(changed(14, written))['BIRTH_DATE']).toBe(expected);
  });

  test.each(['JL. "MAWAR" NO. 7', '"MAWAR', 'MAWAR"'])('keeps a quote inside a value: %s', (street) => {
    expect(read(changed(1, street))['ADDRESS.STREET']).toBe(street);
  });

  test('ignores a 22nd field, for new cards must not break old counters', () => {
    expect(read(record([...fields, 'BARU']))['NIK']).toBe('4001015203880001');
  });

  test('reads letters beyond ASCII as UTF-8, or else one byte per letter', () => {
    const utf8 = Uint8Array.from(Buffer.from(`"${fields.with(13, 'RENÉE').join('","')}"`, 'utf8'));
    expect(read(utf8)['FULL_NAME']).toBe('RENÉE');
    expect(read(changed(13, 'RENÉE'))['FULL_NAME']).toBe('RENÉE');
  });

  test('drops fill behind the record', () => {
    expect(read(Uint8Array.from([...record(fields), 0, 0, 0x20]))['NIK']).toBe('4001015203880001');
  });

  test.each([
    ['a missing field', record(fields.slice(0, 17)), 'field 17 missing'],
    ['no fields', Uint8Array.from(Buffer.from('""')), 'field 1 missing'],
    ['no opening quote', record(fields).slice(1), 'no opening or closing quote'],
    ['no closing quote', record(fields).slice(0, -1), 'no opening or closing quote'],
    ['a single quote', Uint8Array.from(Buffer.from('"')), 'no opening or closing quote'],
    ['nothing', new Uint8Array(), 'no opening or closing quote'],
    ['a NIK of letters', changed(0, 'NIK'), 'field 0 not in its form'],
    ['a day no month has', changed(14, '31-02-1988'), 'field 14 not in its form'],
    ['a control character', changed(13, 'CONTOH\u001b[2J'), 'field 13 not in its form'],
  ])('with %s is malformed, and the failure names the field but shows no value', (_, bytes, detail) => {
    expect(parseBiodata(bytes, cardElements)).toMatchObject({
      failure: { code: 'BIODATA_MALFORMED', detail },
    });
  });

  test('says nothing about a field that nobody may see', () => {
    expect(read(changed(16, '\u0007'), ['NIK'])['NIK']).toBe('4001015203880001');
  });

  test('shows no value to a printer', () => {
    const parsed = parseBiodata(record(fields), cardElements);
    expect(JSON.stringify(parsed)).not.toContain('CONTOH');
  });

  test('gives back any values that hold no separator', () => {
    const value = fc.stringMatching(/^[A-Z0-9./-]([A-Z0-9 ./"-]{0,20}[A-Z0-9./-])?$/);
    fc.assert(
      fc.property(value, value, (name, street) => {
        const parsed = read(record(fields.with(13, name).with(1, street)));
        expect([parsed['FULL_NAME'], parsed['ADDRESS.STREET']]).toEqual([name, street]);
      }),
    );
  });
});

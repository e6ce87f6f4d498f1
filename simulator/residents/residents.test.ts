/** The invented residents: shapes of the fact sheet, province 40 only, and drawings that can be made again. */
import { decode } from 'jpeg-js';
import { describe, expect, test } from 'vitest';
import { uint16 } from '../bytes.ts';
import { sampleResidents } from '../gateway/population.ts';
import {
  biodataFields,
  biodataRecord,
  randomResident,
  redrawn,
  SAMPLE_IDS,
  sampleResident,
} from './index.ts';
import { cardDate } from './resident.ts';

const samples = SAMPLE_IDS.map((id) => sampleResident(id));
const random = Array.from({ length: 30 }, (_, seed) => randomResident(seed));

describe.each([
  ['samples', samples],
  ['random residents', random.slice(0, 12)],
])('the %s', (_kind, residents) => {
  test('have a photo of a size like on a real card, which decodes', () => {
    for (const { photo } of residents) {
      expect(photo.length).toBeGreaterThan(1300);
      expect(photo.length).toBeLessThan(2400);
      expect(decode(photo, { useTArray: true })).toMatchObject({ width: 90, height: 120 });
    }
  });

  test('have a signature of 924 bytes with ink on it', () => {
    for (const { signature } of residents) {
      expect(signature.length).toBe(924);
      expect(signature.filter((byte) => byte !== 0xff).length).toBeGreaterThan(60);
    }
  });

  test('have two ISO 19794-2 records of 30 + 6n bytes, fingers 2 and 7', () => {
    for (const { rightMinutiae, leftMinutiae } of residents) {
      for (const [record, finger] of [
        [rightMinutiae, 2],
        [leftMinutiae, 7],
      ] as const) {
        expect(Buffer.from(record.slice(0, 8)).toString('latin1')).toBe('FMR\0 20\0');
        expect(uint16(record, 10)).toBe(record.length);
        expect([record[24], record[26]]).toEqual([finger, 254]);
        expect(record.length).toBe(30 + 6 * (record[27] ?? 0));
      }
    }
  });
});

test('every resident lives in province 40, and the NIK carries birth date and sex', () => {
  for (const { nik, birthDate, sex } of [...samples, ...random]) {
    const [year = '', month = '', day = ''] = birthDate.split('-');
    const dayPart = String(Number(day) + (sex === 'PEREMPUAN' ? 40 : 0)).padStart(2, '0');
    expect(nik).toMatch(new RegExp(`^40\\d{4}${dayPart}${month}${year.slice(2)}\\d{4}$`));
  }
});

test('a record has 21 quoted fields of upper-case ASCII', () => {
  for (const resident of [...samples, ...random]) {
    const record = biodataRecord(biodataFields(resident));
    expect(record).toMatch(/^"[^"]*"(?:,"[^"]*"){20}$/);
    expect(record).toMatch(/^[ -`]+$/);
  }
});

test('the same seed makes the same resident, another seed another one', () => {
  expect(randomResident(7)).toEqual(randomResident(7));
  expect(new Set(random.map(({ nik }) => nik)).size).toBe(random.length);
});

test.each(SAMPLE_IDS)('the drawings stored for %s are the ones its face and seed give', (id) => {
  const { drawings } = redrawn(id);
  const resident = sampleResident(id);
  expect(drawings.photo).toBe(Buffer.from(resident.photo).toString('base64'));
  expect(drawings.signature).toBe(Buffer.from(resident.signature).toString('base64'));
});

test.each(samples.map((resident) => [resident.id, resident] as const))(
  '%s is at the gateway as the card and the rule book say',
  (_id, resident) => {
    const { standing = 'active', ...record } = sampleResidents.find(({ NIK }) => NIK === resident.nik) ?? {};
    const { notice, differs = {} } = resident.gateway;
    expect(record).toMatchObject({
      NAMA_LGKP: resident.name,
      NO_KK: resident.familyCardNumber,
      TMPT_LHR: resident.birthPlace,
      TGL_LHR: resident.birthDate,
      STATUS_KAWIN: resident.maritalStatus,
      JENIS_PKRJN: resident.occupation,
      ALAMAT: differs.address ?? resident.address,
      NO_RT: String(Number(differs.rt ?? resident.rt)),
      NO_RW: String(Number(differs.rw ?? resident.rw)),
      KEC_NAME: resident.district,
      KEL_NAME: resident.village,
    });
    const words = {
      active: undefined,
      duplicate: /Data Ganda/,
      inactive: /Non Aktif/,
      deceased: /Meninggal Dunia/,
    };
    expect(Object.keys(words)).toContain(standing);
    const expected = words[standing as keyof typeof words];
    if (expected === undefined) expect(notice).toBeUndefined();
    else expect(notice).toMatch(expected);
  },
);

test('dates are padded or not, as the card has them', () => {
  expect(cardDate('1988-03-05', 'padded')).toBe('05-03-1988');
  expect(cardDate('1988-03-05', 'unpadded')).toBe('5-3-1988');
  expect(cardDate('1988-03-05', 'day-padded')).toBe('05-3-1988');
  expect(cardDate('SEUMUR HIDUP', 'padded')).toBe('SEUMUR HIDUP');
});

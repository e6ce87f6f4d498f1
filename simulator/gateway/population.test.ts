import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { hasNikFormat } from './nik-format.ts';
import { Population, sampleResidents } from './population.ts';

interface SampleFile {
  readonly resident: Readonly<Record<string, string>>;
  readonly gateway: { readonly differs?: Readonly<Record<string, string>>; readonly notice?: string };
}

function sampleFile(id: string): SampleFile {
  return JSON.parse(readFileSync(new URL(`../../resources/residents/${id}.json`, import.meta.url), 'utf8'));
}

const standings = new Map([
  [undefined, 'active'],
  ['Data Ditemukan, Data Ganda', 'duplicate'],
  ['Data Ditemukan, Status Non Aktif silahkan hubungi Dinas Dukcapil', 'inactive'],
  ['Data Ditemukan, Meninggal Dunia', 'deceased'],
]);

describe('the population', () => {
  test.each(['R1', 'R2', 'R3', 'R4', 'R5'])('knows %s as the card and the sample file do', (id) => {
    const { resident, gateway } = sampleFile(id);
    const known = new Population(sampleResidents).find(resident.nik ?? '');
    const card = { ...resident, ...gateway.differs };
    expect(known?.standing).toBe(standings.get(gateway.notice));
    expect(known?.record).toMatchObject({
      NO_KK: card.familyCardNumber,
      NAMA_LGKP: card.name,
      TMPT_LHR: card.birthPlace,
      TGL_LHR: card.birthDate,
      STATUS_KAWIN: card.maritalStatus,
      JENIS_PKRJN: card.occupation,
      ALAMAT: card.address,
      NO_RT: String(Number(card.rt)),
      NO_RW: String(Number(card.rw)),
      KEL_NAME: card.village,
      KEC_NAME: card.district,
      // The gateway names a regency without its kind (fact sheet 2.3).
      KAB_NAME: card.regency?.replace('KABUPATEN ', ''),
      PROP_NAME: card.province,
    });
    expect(known?.record.JENIS_KLMIN.toUpperCase()).toBe(card.sex);
  });

  test('has only invented people: province 40, and one Papuan prefix with a regency that does not exist', () => {
    for (const { NIK } of sampleResidents) {
      expect(NIK).toMatch(/^(40|9499)/);
      expect(hasNikFormat(NIK)).toBe(true);
    }
  });

  test('refuses a NIK that is none', () => {
    expect(() => new Population([{ NIK: '400101520388000', NAMA_LGKP: 'CONTOH' }])).toThrow(RangeError);
  });
});

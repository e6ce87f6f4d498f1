/** What letters and records say beside what is typed into them: the inventory, the staff, the access manager, the agreement. */
import { dayInText, quantity } from '../calendar/index.ts';
import type { LetterFields } from './fields.ts';
import { inventoryWords } from './inventory-words.ts';
import type { OwnWords } from './wording.ts';

export const employmentWords = {
  PNS: 'PNS',
  PPPK: 'PPPK',
  PERANGKAT_DESA: 'Perangkat desa',
  OUTSOURCING: 'Alih daya',
  HONORER: 'Honorer',
  MAGANG: 'Magang',
  OTHER: 'Lainnya',
} as const;

const none = '–';

export function letterWords(fields: LetterFields): OwnWords {
  const { inventory, manager, staff, basis, keptRecords, approval, details } = fields;
  const listed = inventoryWords(inventory);
  const places = new Set(inventory.flatMap(({ counter }) => (counter === null ? [] : [counter])));
  return {
    values: {
      ...listed.values,
      tujuan: basis.purpose,
      hariTerakhir: dayInText(basis.lastDay),
      persetujuan: approval ?? none,
      lokasi: places.size === 0 ? none : [...places].join(', '),
      jumlahTersimpan: quantity(keptRecords),
      namaPengelola: manager?.name ?? '....................................',
      jabatanPengelola: manager?.position ?? '',
      pangkatPengelola: manager?.rank ?? '',
      pangkatPengelolaAngka: manager?.rank || none,
      nipPengelola: manager?.employmentNo ? `NIP. ${manager.employmentNo}` : '',
      nipPengelolaAngka: manager?.employmentNo || none,
    },
    rows: {
      ...listed.rows,
      petugas: staff.map(({ name, employmentNo, employment, position }, index) => [
        String(index + 1),
        name,
        employmentNo || none,
        employmentWords[employment],
        position,
      ]),
    },
    flags: { adaKonsep: details['konsepAdendum'] === 'ya' },
  };
}

/** What letters and records say beside what is typed into them: the inventory, the staff, the access manager, the agreement. */
import { dayInText, quantity } from '../calendar/index.ts';
import type { LetterFields } from './fields.ts';
import { fulfilmentRows } from './fulfilment-words.ts';
import { incidentWords } from './incident-words.ts';
import { inventoryWords } from './inventory-words.ts';
import { subjectWords } from './subject-words.ts';
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
  const told = incidentWords(fields);
  const draftAttached = details['konsepAdendum']?.trim().toLowerCase() === 'ya';
  const places = new Set(inventory.flatMap(({ counter }) => (counter === null ? [] : [counter])));
  return {
    values: {
      ...listed.values,
      ...told.values,
      ...subjectWords(fields),
      tujuan: basis.purpose,
      hariTerakhir: dayInText(basis.lastDay),
      dasarPersetujuan: approvalWords(approval),
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
      ...told.rows,
      pemenuhan: fulfilmentRows(fields),
      petugas: staff.map(({ name, employmentNo, employment, position }, index) => [
        String(index + 1),
        name,
        employmentNo || none,
        employmentWords[employment],
        position,
      ]),
    },
    copiesTo: linesOf(details['tembusanSurat']),
    flags: { adaKonsep: draftAttached, tanpaKonsep: !draftAttached },
  };
}

/** An agreement may rest on none, with a reason on record instead. */
function approvalWords(approval: LetterFields['approval']): string {
  if (approval === null) return '';
  return ` dan surat persetujuan Nomor ${approval.number} tanggal ${dayInText(approval.date)}`;
}

function linesOf(typed = ''): readonly string[] {
  return typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

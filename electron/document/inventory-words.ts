/** What papers about SAM cards and readers say: the hand-over in words, and the inventory row by row (domain 5.1, 5.9). */
import { dayInFigures, dayInText, quantity } from '../calendar/index.ts';
import type { PaperFields } from './fields.ts';
import type { InventoryRow } from './inventory-fields.ts';
import type { OwnWords } from './wording.ts';

type Handover = Extract<PaperFields, { kind: 'BAST_SAM_RETURN' }>;

const none = '–';
const dotted = '........................................................';
/** Enough to tell files apart (domain 5.9); the whole checksum stands in the list of files. */
const checksumDigits = 12;

const nobody = { name: '', employmentNo: '', position: '' };

const conditions = { GOOD: 'baik', DAMAGED: 'rusak', LOST: 'hilang' } as const;

export function inventoryWords(inventory: readonly InventoryRow[]): OwnWords {
  const cards = inventory.filter(({ sam }) => sam !== null);
  const readers = inventory.filter(({ reader }) => reader !== null);
  const gone = cards.filter(({ condition }) => condition !== 'GOOD');
  return {
    values: {
      jumlahSam: quantity(cards.length),
      jumlahPerangkat: quantity(readers.length),
      jumlahHilangRusak: quantity(gone.length),
    },
    rows: {
      inventaris: inventory.map(inventoryRow),
      permohonan: inventory.map(requestedRow),
      hilangRusak: gone.map(lossRow),
    },
    flags: {},
  };
}

function inventoryRow(row: InventoryRow, index: number): readonly string[] {
  return [
    String(index + 1),
    row.sam ?? none,
    row.ticket ?? none,
    row.model ?? none,
    row.reader ?? none,
    row.counter ?? none,
    row.activatedOn === null ? none : dayInFigures(row.activatedOn),
    row.offOn === null ? none : dayInFigures(row.offOn),
    row.configSha256?.slice(0, checksumDigits) ?? none,
    conditions[row.condition],
    remark(row),
  ];
}

/** Columns 1 to 7, for what is not active yet (domain 5.3). */
function requestedRow(row: InventoryRow, index: number): readonly string[] {
  return inventoryRow(row, index).slice(0, 7);
}

/** Of a card that is lost or damaged: columns 1 to 8, its condition, and the number under which that was reported. */
function lossRow(row: InventoryRow, index: number): readonly string[] {
  return [...inventoryRow(row, index).slice(0, 8), conditions[row.condition], row.incident ?? none];
}

function remark({ incident, deactivation }: InventoryRow): string {
  const said = [
    ...(incident === null ? [] : [`laporan Nomor ${incident}`]),
    ...(deactivation === null
      ? []
      : [`dinonaktifkan Ditjen Dukcapil, Nomor ${deactivation.number} (${dayInFigures(deactivation.date)})`]),
  ];
  return said.length === 0 ? none : said.join('; ');
}

export function handoverWords(fields: Handover): OwnWords {
  const { inventory, readersOff, files, kept, shipment, earlier, receiver } = fields;
  const listed = inventoryWords(inventory);
  const cards = inventory.filter(({ sam }) => sam !== null);
  const lost = cards.filter(({ condition }) => condition === 'LOST');
  const confirmations = different(inventory.map(({ deactivation }) => deactivation?.number));
  const accounted = cards.length + earlier.returned + earlier.writtenOff;
  return {
    values: {
      ...listed.values,
      akhir: dayInText(fields.endedOn),
      rangkap: quantity(fields.copies),
      namaPenerima: receiver.name || dotted,
      nipPenerima: receiver.employmentNo || dotted,
      pangkatPenerima: receiver.rank || dotted,
      jabatanPenerima: receiver.position || dotted,
      instansiPenerima: receiver.office || dotted,
      alamatPenerima: receiver.address || dotted,
      ...handWords('Penerima', receiver),
      pangkatTandaPenerima: receiver.rank,
      jumlahDiserahkan: quantity(cards.length - lost.length),
      jumlahHilang: quantity(lost.length),
      laporanHilang: different(lost.map(({ incident }) => incident ?? undefined)).join(', '),
      jumlahBerkas: quantity(files.length),
      media: different(files.map(({ medium }) => medium)).join(', '),
      konfirmasi: confirmations.join(', '),
      tanggalNonaktif: readersOff === null ? '' : dayInText(readersOff.day),
      pukulNonaktif: readersOff === null ? '' : `${readersOff.time} ${readersOff.zone}`,
      olehNonaktif: readersOff?.by ?? '',
      suratNonaktif: readersOff?.letter ?? '',
      jumlahTersimpan: quantity(kept.count),
      pengiriman: shipment?.how ?? '',
      tandaTerima: shipment?.receiptNo || dotted,
      jumlahSeluruh: quantity(accounted),
      jumlahTerdahulu: quantity(earlier.returned),
      jumlahDihapuskan: quantity(earlier.writtenOff),
      bastTerdahulu: earlier.basts.join(', '),
      ...handWords('Saksi1', fields.witnesses[0] ?? nobody),
      ...handWords('Saksi2', fields.witnesses[1] ?? nobody),
      ...handWords('Mengetahui', fields.acknowledgedBy ?? nobody),
    },
    rows: {
      ...listed.rows,
      berkas: files.map((file, index) => [
        String(index + 1),
        file.sam,
        file.fileName,
        file.sha256,
        file.medium,
        dayInFigures(file.on),
        file.receivedBy,
      ]),
    },
    flags: {
      berakhir: fields.reason === 'BERAKHIR',
      tidakDiperpanjang: fields.reason === 'TIDAK_DIPERPANJANG',
      diakhiri: fields.reason === 'DIAKHIRI',
      penggantian: fields.reason === 'PENGGANTIAN',
      semuaAda: lost.length === 0,
      adaHilang: lost.length > 0,
      adaBerkas: files.length > 0,
      berkasSaja: files.length > 0 && confirmations.length === 0,
      penonaktifanSaja: files.length === 0 && confirmations.length > 0,
      berkasDanPenonaktifan: files.length > 0 && confirmations.length > 0,
      tanpaBerkas: cards.length > 0 && files.length === 0 && confirmations.length === 0,
      nonaktifSerentak: readersOff?.atOnce === true,
      nonaktifBertahap: readersOff?.atOnce === false,
      tanpaTersimpan: kept.count === 0,
      tetapDisimpan: kept.count > 0 && kept.treatment === 'RETAIN',
      akanDihapus: kept.count > 0 && kept.treatment === 'ERASE',
      adaPengiriman: shipment !== null,
      adaTerdahulu: earlier.returned + earlier.writtenOff > 0,
      adaMengetahui: fields.acknowledgedBy !== null,
    },
  };
}

/** Name, position and NIP of who signs; dots where that is filled in by hand. */
function handWords(
  who: string,
  { name, employmentNo, position }: { name: string; employmentNo: string; position: string },
): Readonly<Record<string, string>> {
  const unknown = name === '';
  return {
    [`tanda${who}`]: unknown ? '....................................' : name,
    [`nipTanda${who}`]:
      employmentNo === '' ? (unknown ? 'NIP. ............................' : '') : `NIP. ${employmentNo}`,
    [`jabatanTanda${who}`]: position === '' && unknown ? '....................................' : position,
  };
}

function different(values: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(values.filter((value) => value !== undefined))];
}

/**
 * The population database behind the simulated gateway: five invented residents of province 40, which has never been
 * assigned, one whose NIK cannot be processed, and one with a Papuan prefix whose number passes 2^53. Nobody here exists.
 */
import { type ElementKey, elementKeys } from './elements.ts';
import { birthOf } from './nik-format.ts';

/** What stands against showing a record: codes 11, 12, 14 and 08 of the gateway, or nothing. */
export type Standing = 'active' | 'deceased' | 'duplicate' | 'inactive' | 'unprocessable';

export type CivilRecord = Readonly<Record<ElementKey, string>>;

interface Resident {
  readonly record: CivilRecord;
  readonly standing: Standing;
}

/** Elements of a new resident; whatever is left out is filled from the NIK or with the invented village. */
export type NewResident = Partial<CivilRecord> & {
  readonly NIK: string;
  readonly NAMA_LGKP: string;
  readonly standing?: Standing;
};

export class Population {
  readonly #byNik = new Map<string, Resident>();

  constructor(residents: readonly NewResident[]) {
    for (const resident of residents) this.add(resident);
  }

  /** Adds a resident, or replaces the one with the same NIK. */
  add({ standing = 'active', ...elements }: NewResident): Resident {
    if (!/^[1-9][0-9]{15}$/.test(elements.NIK)) throw new RangeError('a NIK has sixteen digits');
    const resident = { record: completed(elements), standing };
    this.#byNik.set(elements.NIK, resident);
    return resident;
  }

  setStanding(nik: string, standing: Standing): boolean {
    const known = this.#byNik.get(nik);
    if (known === undefined) return false;
    this.#byNik.set(nik, { ...known, standing });
    return true;
  }

  remove(nik: string): boolean {
    return this.#byNik.delete(nik);
  }

  find(nik: string): Resident | undefined {
    return this.#byNik.get(nik);
  }

  get size(): number {
    return this.#byNik.size;
  }
}

const mekarContoh = {
  PROP_NAME: 'NUSA CONTOH',
  KAB_NAME: 'TIRTA CONTOH',
  KEC_NAME: 'MEKAR CONTOH',
  KEL_NAME: 'CONTOH MAKMUR',
  NO_PROP: '40',
  NO_KAB: '1',
  NO_KEC: '1',
  NO_KEL: '2001',
  KODE_POS: '40111',
};

const sumberContoh = { ...mekarContoh, KEC_NAME: 'SUMBER CONTOH', KEL_NAME: 'CONTOH JAYA', NO_KEC: '2' };

const padangContoh = {
  ...mekarContoh,
  KAB_NAME: 'LEMBAH CONTOH',
  KEC_NAME: 'PADANG CONTOH',
  KEL_NAME: 'PADANG',
  NO_KAB: '2',
  NO_KEL: '1001',
  KODE_POS: '40211',
};

export const sampleResidents: readonly NewResident[] = [
  {
    NIK: '4001015203880001',
    NO_KK: '4001010101100001',
    NAMA_LGKP: 'SEKAR CONTOHWATI',
    TMPT_LHR: 'KOTA CONTOH',
    TGL_LHR: '1988-03-12',
    STATUS_KAWIN: 'KAWIN',
    JENIS_PKRJN: 'PETANI/PEKEBUN',
    ALAMAT: 'JL. PERAGA NO. 1',
    NO_RT: '1',
    NO_RW: '2',
    ...mekarContoh,
    STAT_HBKEL: 'ISTRI',
    NAMA_LGKP_IBU: 'MELATI CONTOHAN',
    NAMA_LGKP_AYAH: 'JATI CONTOHAN',
    TGL_KWN: '2010-10-10',
    NO_AKTA_KWN: 'CONTOH-KWN-0001',
  },
  {
    // The card still says Jl. Peraga No. 2: this resident has moved since.
    NIK: '4001012902960001',
    NO_KK: '4001010202120002',
    NAMA_LGKP: 'BIMA PERCOBAAN',
    TMPT_LHR: 'KOTA CONTOH',
    TGL_LHR: '1996-02-29',
    STATUS_KAWIN: 'BELUM KAWIN',
    JENIS_PKRJN: 'WIRASWASTA',
    ALAMAT: 'JL. UMPAMA NO. 22',
    NO_RT: '4',
    NO_RW: '3',
    ...mekarContoh,
    STAT_HBKEL: 'ANAK',
    NAMA_LGKP_IBU: 'RATNA COBAWATI',
    NAMA_LGKP_AYAH: 'SURYA PERCOBAAN',
  },
  {
    NIK: '4001027112750002',
    NO_KK: '4001020303130003',
    NAMA_LGKP: 'LARAS UJIWATI',
    TMPT_LHR: 'KOTA CONTOH',
    TGL_LHR: '1975-12-31',
    STATUS_KAWIN: 'CERAI MATI',
    JENIS_PKRJN: 'MENGURUS RUMAH TANGGA',
    ALAMAT: 'DUSUN MISAL',
    DUSUN: 'MISAL',
    NO_RT: '2',
    NO_RW: '4',
    ...sumberContoh,
    NAMA_LGKP_IBU: 'SINTA UJIAN',
    NAMA_LGKP_AYAH: 'GALIH UJIAN',
    standing: 'duplicate',
  },
  {
    NIK: '4002010511010003',
    NO_KK: '4002010404140004',
    NAMA_LGKP: 'TIRTA SIMULASI',
    TMPT_LHR: 'LEMBAH CONTOH',
    TGL_LHR: '2001-11-05',
    STATUS_KAWIN: 'BELUM KAWIN',
    JENIS_PKRJN: 'PELAJAR/MAHASISWA',
    ALAMAT: 'JL. UMPAMA NO. 4',
    NO_RT: '5',
    NO_RW: '1',
    ...padangContoh,
    STAT_HBKEL: 'ANAK',
    NAMA_LGKP_IBU: 'DEWI SIMULASI',
    NAMA_LGKP_AYAH: 'RANGGA SIMULASI',
    standing: 'inactive',
  },
  {
    NIK: '4002014907600001',
    NO_KK: '4002010505150005',
    NAMA_LGKP: 'WULAN DATAFIKSI',
    TMPT_LHR: 'LEMBAH CONTOH',
    TGL_LHR: '1960-07-09',
    STATUS_KAWIN: 'KAWIN',
    JENIS_PKRJN: 'PETANI/PEKEBUN',
    ALAMAT: 'JL. UMPAMA NO. 5',
    NO_RT: '1',
    NO_RW: '1',
    ...padangContoh,
    STAT_HBKEL: 'ISTRI',
    NAMA_LGKP_IBU: 'KENANGA FIKSI',
    NAMA_LGKP_AYAH: 'BAYU FIKSI',
    standing: 'deceased',
  },
  {
    NIK: '4001010101800008',
    NAMA_LGKP: 'BUNTU CONTOHAN',
    standing: 'unprocessable',
  },
  {
    // 94 is a Papuan prefix, regency 99 of it is unassigned. As a double this number becomes …0004 (fact sheet 0.3).
    NIK: '9499990101900003',
    NO_KK: '9499990606160007',
    NAMA_LGKP: 'MARA CONTOHDATA',
    TMPT_LHR: 'KOTA CONTOH',
    TGL_LHR: '1990-01-01',
    STATUS_KAWIN: 'KAWIN',
    JENIS_PKRJN: 'NELAYAN/PERIKANAN',
    ALAMAT: 'JL. PERAGA NO. 94',
    NO_RT: '9',
    NO_RW: '4',
    ...mekarContoh,
    NIK_IBU: '9499994101600005',
    NIK_AYAH: '9499990101600007',
  },
];

function completed(given: Partial<CivilRecord> & { NIK: string; NAMA_LGKP: string }): CivilRecord {
  const { NIK } = given;
  const { day, month, year, female } = birthOf(NIK);
  // Invented people are adults: a two-digit year up to 10 is taken as 20yy, the rest as 19yy.
  const century = year <= 10 ? 2000 : 1900;
  const filled: CivilRecord = {
    ...blank,
    NO_KK: `${NIK.slice(0, 6)}0101100999`,
    JENIS_KLMIN: female ? 'Perempuan' : 'Laki-Laki',
    TMPT_LHR: 'KOTA CONTOH',
    TGL_LHR: `${century + year}-${twoDigits(month)}-${twoDigits(day)}`,
    STATUS_KAWIN: 'BELUM KAWIN',
    JENIS_PKRJN: 'WIRASWASTA',
    ALAMAT: 'JL. PERAGA',
    NO_RT: '1',
    NO_RW: '1',
    ...mekarContoh,
    AGAMA: 'KEPERCAYAAN',
    GOL_DARAH: 'TIDAK TAHU',
    PDDK_AKH: 'SLTA/SEDERAJAT',
    STAT_HBKEL: 'KEPALA KELUARGA',
    NAMA_LGKP_IBU: 'IBU CONTOHAN',
    NAMA_LGKP_AYAH: 'AYAH CONTOHAN',
    NIK_IBU: '4001014101500001',
    NIK_AYAH: '4001010101500002',
    NO_AKTA_LHR: 'CONTOH-LHR-0001',
    EKTP_STATUS: 'SUDAH REKAM',
    EKTP_CREATED: '2012-01-01 08:00:00',
    LAST_UPDATED: '2024-01-01 08:00:00',
  };
  return { ...filled, ...withoutHoles(given), NIK };
}

const blank = Object.fromEntries(elementKeys.map((key) => [key, ''])) as CivilRecord;

function withoutHoles(given: Partial<CivilRecord>): Partial<CivilRecord> {
  return Object.fromEntries(
    elementKeys.flatMap((key) => (given[key] === undefined ? [] : [[key, given[key]]])),
  );
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

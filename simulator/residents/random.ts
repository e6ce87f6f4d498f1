/** Makes up residents by the hundred for campaigns. All live in the fictitious province 40, which was never assigned. */
import { type Chance, chance } from './chance.ts';
import { drawMinutiae } from './minutiae.ts';
import { drawPortrait, type Face } from './portrait.ts';
import type { DateStyle, Resident } from './resident.ts';
import { drawSignature } from './signature.ts';

const PROVINCE = 'NUSA CONTOH';
/** The fictitious regions of domain 8.1. */
type Region = readonly [code: string, regency: string, district: string, village: string];
const REGIONS: readonly [Region, ...Region[]] = [
  ['400101', 'KABUPATEN TIRTA CONTOH', 'MEKAR CONTOH', 'CONTOH MAKMUR'],
  ['400102', 'KABUPATEN TIRTA CONTOH', 'SUMBER CONTOH', 'CONTOH JAYA'],
  ['400201', 'KABUPATEN LEMBAH CONTOH', 'PADANG CONTOH', 'PADANG'],
];
const WOMEN = [
  'SEKAR',
  'LARAS',
  'WULAN',
  'MELATI',
  'RATNA',
  'AYU',
  'DEWI',
  'KIRANA',
  'CITRA',
  'INTAN',
] as const;
const MEN = [
  'BIMA',
  'TIRTA',
  'ARYA',
  'GILANG',
  'SURYA',
  'BAYU',
  'RANGGA',
  'WISNU',
  'DAMAR',
  'GUNTUR',
] as const;
const FAMILY = [
  'CONTOHWATI',
  'PERCOBAAN',
  'UJIWAN',
  'SIMULASI',
  'DATAFIKSI',
  'MISALAN',
  'PERAGA',
  'UMPAMA',
] as const;
const JOBS = [
  'PETANI/PEKEBUN',
  'WIRASWASTA',
  'KARYAWAN SWASTA',
  'PELAJAR/MAHASISWA',
  'BURUH HARIAN LEPAS',
] as const;
const RELIGIONS = ['ISLAM', 'KRISTEN', 'KATHOLIK', 'HINDU', 'BUDHA'] as const;
const MARITAL = ['BELUM KAWIN', 'KAWIN', 'CERAI HIDUP', 'CERAI MATI'] as const;
const STYLES: readonly [DateStyle, ...DateStyle[]] = ['padded', 'unpadded', 'day-padded'];

/** The same seed gives the same resident, to the last byte of the photo. */
export function randomResident(seed: number): Resident {
  const dice = chance(seed);
  const [code, regency, district, village] = dice.pick(REGIONS);
  const woman = dice.next() < 0.5;
  const year = dice.between(1945, 2008);
  const month = dice.between(1, 12);
  const day = dice.between(1, new Date(Date.UTC(year, month, 0)).getUTCDate());
  const two = (value: number): string => String(value).padStart(2, '0');
  const three = (value: number): string => String(value).padStart(3, '0');
  const birth = `${two(woman ? day + 40 : day)}${two(month)}${two(year % 100)}`;
  const serial = String(dice.between(1, 9999)).padStart(4, '0');
  return {
    id: `X${seed}`,
    nik: `${code}${birth}${serial}`,
    name: `${dice.pick(woman ? WOMEN : MEN)} ${dice.pick(FAMILY)}`,
    sex: woman ? 'PEREMPUAN' : 'LAKI-LAKI',
    birthPlace: dice.pick(['KOTA CONTOH', 'LEMBAH CONTOH']),
    birthDate: `${year}-${two(month)}-${two(day)}`,
    address: `${dice.pick(['JL. PERAGA NO.', 'JL. UMPAMA NO.', 'DUSUN MISAL NO.'])} ${dice.between(1, 250)}`,
    rt: three(dice.between(1, 12)),
    rw: three(dice.between(1, 9)),
    village,
    district,
    regency,
    province: PROVINCE,
    bloodGroup: dice.pick(['A', 'B', 'O', '-']),
    religion: dice.pick(RELIGIONS),
    maritalStatus: dice.pick(MARITAL),
    occupation: dice.pick(JOBS),
    expiry: dice.pick([
      'SEUMUR HIDUP',
      `${dice.between(2027, 2031)}-${two(month)}-${two(Math.min(day, 28))}`,
    ]),
    nationality: 'WNI',
    issuedAt: regency,
    dateStyle: dice.pick(STYLES),
    familyCardNumber: `${code}${two(dice.between(1, 28))}01${two(dice.between(10, 24))}${serial}`,
    gateway: {},
    photo: drawPortrait(randomFace(dice, woman, year)),
    signature: drawSignature(seed),
    rightMinutiae: drawMinutiae(seed, 2),
    leftMinutiae: drawMinutiae(seed, 7),
  };
}

function randomFace(dice: Chance, woman: boolean, year: number): Face {
  const age = Math.min(1, Math.max(0, (2026 - year - 20) / 60));
  const hair = woman
    ? dice.pick<Face['hair']>(['long', 'bun', 'hijab', 'hijab'])
    : dice.pick<Face['hair']>(['short', 'short', 'receding']);
  return {
    hair,
    skin: dice.between(160, 205),
    hairShade: hair === 'hijab' ? dice.between(60, 200) : Math.round(20 + age * 110),
    background: dice.between(150, 228),
    clothing: dice.between(55, 180),
    glasses: dice.next() < 0.3,
    moustache: !woman && dice.next() < 0.35,
    width: dice.between(18, 21),
    height: dice.between(25, 28),
    age,
  };
}

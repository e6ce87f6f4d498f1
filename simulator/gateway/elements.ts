/** The keys of a civil record as the gateway spells them (gateway fact sheet 2.3), and what each agreement lets through. */

export const elementKeys = [
  'NIK',
  'NO_KK',
  'NAMA_LGKP',
  'JENIS_KLMIN',
  'TMPT_LHR',
  'TGL_LHR',
  'STATUS_KAWIN',
  'JENIS_PKRJN',
  'ALAMAT',
  'NO_RT',
  'NO_RW',
  'DUSUN',
  'KODE_POS',
  'PROP_NAME',
  'KAB_NAME',
  'KEC_NAME',
  'KEL_NAME',
  'NO_PROP',
  'NO_KAB',
  'NO_KEC',
  'NO_KEL',
  'AGAMA',
  'GOL_DARAH',
  'PDDK_AKH',
  'STAT_HBKEL',
  'NAMA_LGKP_IBU',
  'NAMA_LGKP_AYAH',
  'NIK_IBU',
  'NIK_AYAH',
  'NO_AKTA_LHR',
  'TGL_KWN',
  'NO_AKTA_KWN',
  'TGL_CRAI',
  'NO_AKTA_CRAI',
  'EKTP_STATUS',
  'EKTP_CREATED',
  'LAST_UPDATED',
] as const;

export type ElementKey = (typeof elementKeys)[number];

/** Numbers of sixteen digits that some installations send as JSON numbers. */
export const identityKeys: ReadonlySet<ElementKey> = new Set(['NIK', 'NO_KK', 'NIK_IBU', 'NIK_AYAH']);

/** Small numbers, usually sent as integers without leading zeros. */
export const countKeys: ReadonlySet<ElementKey> = new Set([
  'NO_RT',
  'NO_RW',
  'KODE_POS',
  'NO_PROP',
  'NO_KAB',
  'NO_KEC',
  'NO_KEL',
]);

/** Elements that the match call scores instead of comparing (gateway fact sheet 2.4). */
export const similarityKeys: ReadonlySet<ElementKey> = new Set([
  'NAMA_LGKP',
  'TMPT_LHR',
  'ALAMAT',
  'NAMA_LGKP_IBU',
]);

/** Technical guide of agreement 004, II.C.2.a: fifteen keys, without the family card number. */
export const grant004: readonly ElementKey[] = [
  'NIK',
  'NAMA_LGKP',
  'JENIS_KLMIN',
  'TMPT_LHR',
  'TGL_LHR',
  'STATUS_KAWIN',
  'JENIS_PKRJN',
  'ALAMAT',
  'PROP_NAME',
  'KAB_NAME',
  'NO_KEC',
  'KEC_NAME',
  'KEL_NAME',
  'NO_RT',
  'NO_RW',
];

/** Technical guide of agreement 003, II.C.2.a: the same and the family card number. */
export const grant003: readonly ElementKey[] = ['NIK', 'NO_KK', ...grant004.slice(1)];

export function isElementKey(key: string): key is ElementKey {
  return (elementKeys as readonly string[]).includes(key);
}

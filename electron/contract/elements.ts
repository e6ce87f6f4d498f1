/** The data elements an agreement can grant, with the labels of the PKS, their gateway keys and where they can come from. */

/** Elements as a PKS lists them. `ADDRESS` always means all its parts together (domain 2.4). */
export const dataElements = [
  'FAMILY_CARD_NO',
  'NIK',
  'FULL_NAME',
  'SEX',
  'BIRTH_PLACE',
  'BIRTH_DATE',
  'MARITAL_STATUS',
  'OCCUPATION',
  'ADDRESS',
] as const;
export type DataElement = (typeof dataElements)[number];

/** Single values. What a screen shows line by line and what the gateway answers key by key. */
export const elementParts = [
  'FAMILY_CARD_NO',
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
  'ADDRESS.DISTRICT_CODE',
  'ADDRESS.DISTRICT_NAME',
  'ADDRESS.VILLAGE_NAME',
  'ADDRESS.RT',
  'ADDRESS.RW',
] as const;
export type ElementPart = (typeof elementParts)[number];

interface ElementPartEntry {
  readonly element: DataElement;
  /** Verbatim from the PKS and the Juknis. */
  readonly label: string;
  readonly labelEn: string;
  /** Key in the gateway's contract (gateway fact sheet 2.3). */
  readonly gatewayKey: string;
  /** False: can only come from the portal and can therefore never be stored. */
  readonly onChip: boolean;
}

export const elementCatalogue: Readonly<Record<ElementPart, ElementPartEntry>> = {
  FAMILY_CARD_NO: {
    element: 'FAMILY_CARD_NO',
    label: 'Nomor KK',
    labelEn: 'Family card number',
    gatewayKey: 'NO_KK',
    onChip: false,
  },
  NIK: { element: 'NIK', label: 'NIK', labelEn: 'NIK', gatewayKey: 'NIK', onChip: true },
  FULL_NAME: {
    element: 'FULL_NAME',
    label: 'Nama Lengkap',
    labelEn: 'Full name',
    gatewayKey: 'NAMA_LGKP',
    onChip: true,
  },
  SEX: { element: 'SEX', label: 'Jenis Kelamin', labelEn: 'Sex', gatewayKey: 'JENIS_KLMIN', onChip: true },
  BIRTH_PLACE: {
    element: 'BIRTH_PLACE',
    label: 'Tempat Lahir',
    labelEn: 'Place of birth',
    gatewayKey: 'TMPT_LHR',
    onChip: true,
  },
  BIRTH_DATE: {
    element: 'BIRTH_DATE',
    label: 'Tanggal/Bulan/Tahun Lahir',
    labelEn: 'Date of birth',
    gatewayKey: 'TGL_LHR',
    onChip: true,
  },
  MARITAL_STATUS: {
    element: 'MARITAL_STATUS',
    label: 'Status Perkawinan',
    labelEn: 'Marital status',
    gatewayKey: 'STATUS_KAWIN',
    onChip: true,
  },
  OCCUPATION: {
    element: 'OCCUPATION',
    label: 'Jenis Pekerjaan',
    labelEn: 'Occupation',
    gatewayKey: 'JENIS_PKRJN',
    onChip: true,
  },
  'ADDRESS.STREET': {
    element: 'ADDRESS',
    label: 'Alamat',
    labelEn: 'Address',
    gatewayKey: 'ALAMAT',
    onChip: true,
  },
  'ADDRESS.PROVINCE_NAME': {
    element: 'ADDRESS',
    label: 'Nama Provinsi',
    labelEn: 'Province',
    gatewayKey: 'PROP_NAME',
    onChip: true,
  },
  'ADDRESS.REGENCY_NAME': {
    element: 'ADDRESS',
    label: 'Nama Kabupaten/Kota',
    labelEn: 'Regency or city',
    gatewayKey: 'KAB_NAME',
    onChip: true,
  },
  'ADDRESS.DISTRICT_CODE': {
    element: 'ADDRESS',
    label: 'Kode Kecamatan',
    labelEn: 'District code',
    gatewayKey: 'NO_KEC',
    onChip: false,
  },
  'ADDRESS.DISTRICT_NAME': {
    element: 'ADDRESS',
    label: 'Nama Kecamatan',
    labelEn: 'District',
    gatewayKey: 'KEC_NAME',
    onChip: true,
  },
  'ADDRESS.VILLAGE_NAME': {
    element: 'ADDRESS',
    label: 'Nama Desa/Kelurahan',
    labelEn: 'Village',
    gatewayKey: 'KEL_NAME',
    onChip: true,
  },
  'ADDRESS.RT': { element: 'ADDRESS', label: 'RT', labelEn: 'RT', gatewayKey: 'NO_RT', onChip: true },
  'ADDRESS.RW': { element: 'ADDRESS', label: 'RW', labelEn: 'RW', gatewayKey: 'NO_RW', onChip: true },
};

/** The parts of the granted elements, in the order of the grant; address parts in the order of the Juknis. */
export function partsOf(elements: readonly DataElement[]): ElementPart[] {
  return elements.flatMap((element) =>
    elementParts.filter((part) => elementCatalogue[part].element === element),
  );
}

/** An invented resident: what is printed on the card, stored in its chip and known at the gateway. Province code 40 only. */

export interface Resident {
  readonly id: string;
  readonly nik: string;
  readonly name: string;
  readonly sex: 'LAKI-LAKI' | 'PEREMPUAN';
  readonly birthPlace: string;
  /** `YYYY-MM-DD`. */
  readonly birthDate: string;
  readonly address: string;
  readonly rt: string;
  readonly rw: string;
  readonly village: string;
  readonly district: string;
  readonly regency: string;
  readonly province: string;
  readonly bloodGroup: string;
  readonly religion: string;
  readonly maritalStatus: string;
  readonly occupation: string;
  /** `YYYY-MM-DD` or `SEUMUR HIDUP`. */
  readonly expiry: string;
  readonly nationality: string;
  readonly issuedAt: string;
  /** How the card writes its dates: zero padding is not guaranteed. KTP-el fact sheet 4.1. */
  readonly dateStyle: DateStyle;
  /** Known at the gateway only, never on the chip. */
  readonly familyCardNumber: string;
  readonly gateway: GatewayView;
  /** JPEG. */
  readonly photo: Uint8Array;
  /** 168 x 44 pixels, 1 bit each, 924 bytes. Fact sheet 4.3. */
  readonly signature: Uint8Array;
  /** ISO 19794-2 records: finger 2 and finger 7. */
  readonly rightMinutiae: Uint8Array;
  readonly leftMinutiae: Uint8Array;
}

export type DateStyle = 'padded' | 'unpadded' | 'day-padded';

/** What the gateway says of this resident. */
export interface GatewayView {
  /** The official notice in its own spelling, where the answer is not simply the data. */
  readonly notice?: string;
  /** Fields that differ from the card, by the name they have in {@link Resident}. */
  readonly differs?: Readonly<Record<string, string>>;
}

/** `D-M-YYYY` in the style of the card. */
export function cardDate(iso: string, style: DateStyle): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (parts === null) return iso;
  const [, year = '', month = '', day = ''] = parts;
  const plain = (text: string): string => String(Number(text));
  if (style === 'unpadded') return `${plain(day)}-${plain(month)}-${year}`;
  return `${day}-${style === 'padded' ? month : plain(month)}-${year}`;
}

/** The 21 fields of 6FF1 in their order. Fact sheet 4.1. */
export function biodataFields(resident: Resident): readonly string[] {
  const { dateStyle } = resident;
  return [
    resident.nik,
    resident.address,
    resident.rt,
    resident.rw,
    resident.birthPlace,
    resident.district,
    resident.village,
    resident.regency,
    resident.sex,
    resident.bloodGroup,
    resident.religion,
    resident.maritalStatus,
    resident.occupation,
    resident.name,
    cardDate(resident.birthDate, dateStyle),
    resident.province,
    cardDate(resident.expiry, dateStyle),
    '2',
    '7',
    resident.nationality,
    resident.issuedAt,
  ];
}

/** Every field in quotes, commas between, no line end. */
export function biodataRecord(fields: readonly string[]): string {
  return fields.map((field) => `"${field}"`).join(',');
}

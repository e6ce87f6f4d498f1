/**
 * Requests to the gateway, spelt the way one installation wants them (gateway fact sheet 1.1, 1.3–1.5): route, method name and
 * key names come from the profile and are never folded or corrected.
 */
import type { Sensitive } from '../../native/sensitive.ts';
import { type ElementPart, elementCatalogue, elementParts, type GatewayProfile } from '../contract/index.ts';

export type InquiryValues = ReadonlyMap<ElementPart, Sensitive<string>>;

/** `/dukcapil/get_json/[{region}/]{consumerId}/{METHOD}`, each segment encoded. */
export function requestPath(profile: GatewayProfile): string {
  const region = profile.region === undefined ? [] : [profile.region];
  const segments = [...region, profile.consumerId, profile.methodName];
  return `/dukcapil/get_json/${segments.map(encodeURIComponent).join('/')}`;
}

export function requestHeaders(profile: GatewayProfile): Record<string, string> {
  return {
    'Content-Type': 'application/json',
    Accept: 'application/json',
    ...(profile.authorization === undefined ? {} : { Authorization: profile.authorization }),
  };
}

function plainText(value: string): string {
  return value.trim().replace(/\s+/g, ' ').toUpperCase();
}

/** The gateway keeps RT and RW as integers without leading zeros, the card as three digits (fact sheet 2.3). */
function unitNumber(value: string): string {
  const digits = value.trim();
  return /^\d{1,4}$/.test(digits) ? String(Number(digits)) : '';
}

function sex(value: string): string {
  const text = plainText(value);
  if (/^LAKI ?-? ?LAKI$/.test(text)) return 'Laki-Laki';
  return text === 'PEREMPUAN' ? 'Perempuan' : text;
}

/** Cards write `D-M-YYYY` without padding (KTP-el fact sheet 4.1). What is no date goes out as it is and will not match. */
function birthDate(value: string, form: GatewayProfile['requestDate']): string {
  const match = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(value.trim());
  if (match === null) return value.trim();
  const [, day = '', month = '', year = ''] = match;
  const parts = [day.padStart(2, '0'), month.padStart(2, '0'), year];
  return (form === 'DD-MM-YYYY' ? parts : parts.reverse()).join('-');
}

/** The gateway knows regencies without their type word, cards mostly with it (fact sheet 2.3; KTP-el fact sheet 4.1). */
function withoutTypeWord(value: string, typeWord: RegExp): string {
  return plainText(value).replace(typeWord, '');
}

function spell(part: ElementPart, value: string, profile: GatewayProfile): string {
  switch (part) {
    case 'NIK':
    case 'FAMILY_CARD_NO':
    case 'ADDRESS.DISTRICT_CODE':
      return value.trim();
    case 'BIRTH_DATE':
      return birthDate(value, profile.requestDate);
    case 'SEX':
      return sex(value);
    case 'ADDRESS.RT':
    case 'ADDRESS.RW':
      return unitNumber(value);
    case 'ADDRESS.PROVINCE_NAME':
      return withoutTypeWord(value, /^PROVINSI /);
    case 'ADDRESS.REGENCY_NAME':
      return withoutTypeWord(value, /^(?:KABUPATEN|KAB\.?) /);
    default:
      return plainText(value);
  }
}

export interface BuiltRequest {
  /** UTF-8 JSON with credentials and values; whoever sends it zeroes it. */
  readonly body: Buffer;
  /** What was sent and may therefore be judged. */
  readonly parts: readonly ElementPart[];
}

function credentials(profile: GatewayProfile): Record<string, string> {
  const { keys, credentials: own } = profile;
  return { [keys.userId]: own.userId, [keys.password]: own.password, [keys.ipUser]: own.ipUser };
}

/**
 * The match request: credentials, threshold, and those granted values that are not empty. `TRESHOLD` is spelt as the gateway
 * spells it.
 */
export function matchRequest(
  profile: GatewayProfile,
  values: InquiryValues,
  granted: readonly ElementPart[],
): BuiltRequest {
  const members: Record<string, string> = { ...credentials(profile), TRESHOLD: String(profile.threshold) };
  const parts: ElementPart[] = [];
  for (const part of elementParts) {
    const value = values.get(part);
    if (value === undefined || !(granted.includes(part) || part === 'NIK')) continue;
    const text = spell(part, value.reveal(), profile);
    if (text === '') continue;
    members[part === 'NIK' ? profile.keys.nik : elementCatalogue[part].gatewayKey] = text;
    parts.push(part);
  }
  return { body: Buffer.from(JSON.stringify(members), 'utf8'), parts };
}

/** The fetch request: the NIK and the credentials, nothing else. */
export function fetchRequest(profile: GatewayProfile, nik: Sensitive<string>): BuiltRequest {
  const members = { [profile.keys.nik]: nik.reveal(), ...credentials(profile) };
  return { body: Buffer.from(JSON.stringify(members), 'utf8'), parts: ['NIK'] };
}

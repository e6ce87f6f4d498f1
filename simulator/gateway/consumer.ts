/**
 * A consumer is one institution as the gateway knows it: its path, its own METHOD names and key spellings, its credentials,
 * the elements its agreement grants, and the habits of the installation that answers it. Nothing here is one fixed
 * spelling, because no two installations agree (gateway fact sheet 1).
 */
import { createHmac, randomBytes } from 'node:crypto';
import { type ElementKey, grant003, grant004 } from './elements.ts';
import type { Wording } from './notices.ts';

export interface RequestKeys {
  readonly nik: string;
  readonly userId: string;
  readonly password: string;
  /** `null`: this installation takes no address in the body. */
  readonly ipUser: string | null;
}

/** The spellings of gateway fact sheet 1.4 and 1.5: fetch by default lower, fetch elsewhere mixed, match upper. */
export const keySpellings = {
  lower: { nik: 'nik', userId: 'user_id', password: 'password', ipUser: 'ip_user' },
  mixed: { nik: 'NIK', userId: 'user_id', password: 'password', ipUser: 'IP_USER' },
  upper: { nik: 'NIK', userId: 'USER_ID', password: 'PASSWORD', ipUser: 'IP_USER' },
} as const satisfies Record<string, RequestKeys>;

export interface AnswerStyle {
  /** NIK, NO_KK, NIK_IBU and NIK_AYAH as JSON numbers or strings. */
  readonly identityNumbers: 'number' | 'string';
  /** RT, RW, region numbers and postcode. */
  readonly otherNumbers: 'number' | 'string';
  /** Whether the envelope counts the remaining hits; older installations do not. */
  readonly quotaLimiter: boolean;
  /** `RESPONSE_DESC` comes alongside `RESPONSE`. */
  readonly noticeKey: 'RESPON' | 'RESPONSE' | 'RESPONSE_DESC';
  readonly noticeCode: boolean;
  readonly wording: Wording;
  /** Some installations put a code on success as well. */
  readonly successCode: '00' | '01' | 'none';
  /** Whether similarity verdicts carry their score. */
  readonly scores: boolean;
  /** Elements sent although no agreement grants them. A careful client drops them unread and raises an alarm. */
  readonly leak: readonly ElementKey[];
}

const defaultStyle: AnswerStyle = {
  identityNumbers: 'number',
  otherNumbers: 'number',
  quotaLimiter: true,
  noticeKey: 'RESPON',
  noticeCode: true,
  wording: 'gateway',
  successCode: 'none',
  scores: true,
  leak: [],
};

export interface ConsumerOptions {
  /** Opaque path segment; a number of fifteen digits unless given. */
  readonly consumerId?: string;
  /** `PP-KK` segment of the older route. */
  readonly region?: string;
  readonly routes?: 'two' | 'three' | 'both';
  readonly methods?: { readonly fetch: string; readonly match: string };
  readonly keys?: { readonly fetch: RequestKeys; readonly match: RequestKeys };
  /** Form of TGL_LHR in requests. Answers always say YYYY-MM-DD. */
  readonly requestDate?: 'DD-MM-YYYY' | 'YYYY-MM-DD';
  readonly grant?: '003' | '004' | readonly ElementKey[];
  readonly style?: Partial<AnswerStyle>;
  readonly userId?: string;
  readonly password?: string;
  /** The institution's registered address, asserted in the body. */
  readonly ipUser?: string;
  /** The exact Authorization header that some installations want on top of the credentials. */
  readonly authorization?: string;
  readonly token?: string;
  readonly idLembaga?: string;
  readonly namaLembaga?: string;
}

export interface Consumer {
  readonly consumerId: string;
  readonly region: string;
  readonly routes: 'two' | 'three' | 'both';
  readonly methods: { readonly fetch: string; readonly match: string };
  readonly keys: { readonly fetch: RequestKeys; readonly match: RequestKeys };
  readonly requestDate: 'DD-MM-YYYY' | 'YYYY-MM-DD';
  readonly grant: readonly ElementKey[];
  readonly userId: string;
  readonly password: string;
  readonly ipUser: string;
  readonly authorization: string | undefined;
  token: string;
  readonly idLembaga: string;
  readonly namaLembaga: string;
  style: AnswerStyle;
  userActive: boolean;
  institutionActive: boolean;
}

/** Makes the credentials of a consumer: fresh ones, or always the same for the same seed. */
type Secrets = (label: string, bytes: number) => Buffer;

export function secretsFrom(seed: string | undefined): Secrets {
  if (seed === undefined) return (_label, bytes) => randomBytes(bytes);
  return (label, bytes) => createHmac('sha256', seed).update(label).digest().subarray(0, bytes);
}

export function createConsumer(options: ConsumerOptions, secrets: Secrets, index: number): Consumer {
  const secret = (label: string, bytes: number) => secrets(`${label} ${index}`, bytes);
  const grant = options.grant ?? '004';
  return {
    consumerId: options.consumerId ?? `4001${digits(secret('consumer', 6), 11)}`,
    region: options.region ?? '40-01',
    routes: options.routes ?? 'both',
    methods: options.methods ?? { fetch: 'CALL_NIK', match: 'CALL_VERIFY_BY_ELEMEN' },
    keys: options.keys ?? { fetch: keySpellings.lower, match: keySpellings.upper },
    requestDate: options.requestDate ?? 'DD-MM-YYYY',
    grant: grant === '003' ? grant003 : grant === '004' ? grant004 : grant,
    userId: options.userId ?? `${digits(secret('user', 6), 14)}CONTOH${index}`,
    password: options.password ?? secret('password', 12).toString('base64url'),
    ipUser: options.ipUser ?? `192.0.2.${(index + 1) * 10}`,
    authorization: options.authorization,
    token: options.token ?? secret('token', 32).toString('base64url'),
    idLembaga: options.idLembaga ?? `40${digits(secret('lembaga', 3), 4)}`,
    namaLembaga: options.namaLembaga ?? 'Dinas Pangan dan Perkebunan Kabupaten Tirta Contoh',
    style: { ...defaultStyle, ...options.style },
    userActive: true,
    institutionActive: true,
  };
}

function digits(bytes: Buffer, count: number): string {
  return BigInt(`0x${bytes.toString('hex')}`)
    .toString()
    .padStart(count, '0')
    .slice(-count);
}

/**
 * A PKS as data: what one version of an agreement grants, forbids and demands (domain 2.3). Profiles are immutable; a change
 * is a new version. The schema is also what `npm run visit -- --profile FILE` reads, together with {@link connectionProfile}.
 */
import { z } from 'zod';
import { addDays, addPeriod, isRealDay } from '../calendar/index.ts';
import { dataElements } from './elements.ts';

const text = z.string().trim().min(1).max(500);
export const isoDate = z.string().refine(isRealDay, 'tanggal harus YYYY-MM-DD dan ada pada kalender');
const count = z.number().int().nonnegative();
const years = z.number().int().positive().max(10);

export const accessMethods = ['WEB_PORTAL', 'WEB_SERVICE', 'CARD_READER', 'IKD_CHECK'] as const;

const party = z.object({ label: text, type: text, name: text, region: text });

const balikanField = z.object({
  code: z.enum(['NIK', 'RECIPIENT_INFO', 'AID_TYPE', 'SERVICE_REGISTRATION_NO', 'SERVICE_TYPE']),
  label: text,
  required: z.boolean(),
  maxLength: z.number().int().positive().max(1000).exactOptional(),
  /** Name of a list in `codeLists`. */
  codeList: text.exactOptional(),
});
export type BalikanField = z.infer<typeof balikanField>;

const serviceType = z.object({
  code: z.string().regex(/^[A-Z0-9_-]{2,40}$/),
  name: text,
  purpose: text.exactOptional(),
  /** What the data balikan of this service says in AID_TYPE unless the officer changes it. */
  aidType: text.exactOptional(),
});

/** Each element needs a stated reason; one that is only named is kept for the purpose of the agreement. */
const storable = z.union([
  z.object({ element: z.enum(dataElements), reason: text }),
  z.enum(dataElements).transform((element) => ({ element, reason: 'tujuan Perjanjian Kerja Sama' })),
]);

/** The last day in force is derived from the term where a profile does not say it (domain 6.4, A-01). */
function withLastDay(profile: unknown): unknown {
  if (typeof profile !== 'object' || profile === null || 'lastDayInForce' in profile) return profile;
  const { term, signedOn } = profile as {
    term?: { rule?: unknown; end?: unknown; years?: unknown };
    signedOn?: unknown;
  };
  if (term?.rule === 'FIXED_END') return { ...profile, lastDayInForce: term.end };
  const parsed = z.object({ signedOn: isoDate, years }).safeParse({ signedOn, years: term?.years });
  if (term?.rule !== 'DURATION' || !parsed.success) return profile;
  return { ...profile, lastDayInForce: endOfDuration(parsed.data.signedOn, parsed.data.years) };
}

/** Two years from signing end on the day before the anniversary. */
export function endOfDuration(signedOn: string, count: number): string {
  return addDays(addPeriod(signedOn, `P${count}Y`), -1);
}

const agreementFields = z.object({
  /** Goes into every fact and every notice version, so it is short. */
  profileId: text.max(100),
  profileVersion: z.number().int().positive(),
  kind: z.enum(['DUKCAPIL_ACCESS', 'DATA_INTEROP']),
  numbers: z.object({ party1: text, party2: text }),
  title: text,
  purpose: text,
  parties: z.object({ party1: party, party2: party }),
  signedOn: isoDate,
  term: z.discriminatedUnion('rule', [
    z.object({ rule: z.literal('FIXED_END'), end: isoDate }),
    z.object({ rule: z.literal('DURATION'), years }),
  ]),
  lastDayInForce: isoDate,
  /** Why the last day is another than the term says; without it they have to agree. */
  lastDayReason: text.exactOptional(),
  /** The agreement that this one continues: an expired one is never reopened (domain 4.1). */
  predecessorId: text.max(100).exactOptional(),
  timeZone: z.enum(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']),
  approvalLetter: z.object({ number: text, date: isoDate, subject: text }).exactOptional(),
  technicalGuide: z.object({ type: z.enum(['JUKNIS', 'SOP']), number: text, date: isoDate }).exactOptional(),
  accessMethods: z.array(z.enum(accessMethods)),
  /** Reference of the addendum and PoC letter that granted the web service. */
  webServiceGrant: z
    .object({
      addendum: text,
      pocLetter: text,
      /** Version of this application that passed; another major version passes anew. Absent: any. */
      applicationVersion: text.max(40).exactOptional(),
    })
    .exactOptional(),
  identityDocuments: z.array(z.enum(['KTP_EL', 'IKD'])),
  elements: z.partialRecord(z.enum(accessMethods), z.array(z.enum(dataElements))),
  storableFromCard: z.array(storable).default([]),
  /** ISO 8601 duration, e.g. `P2Y`. Mandatory when anything is storable. */
  storageRetention: z
    .string()
    .regex(/^P(\d+Y)?(\d+M)?(\d+D)?$/)
    .exactOptional(),
  readerPolicy: z.enum(['NOT_ALLOWED', 'SPECIFICATION_ONLY', 'ALLOWED', 'OBLIGATORY']),
  /** Show the chip photo for the holder check. */
  photoForHolderCheck: z.boolean().default(false),
  storeAfterManualHolderCheck: z.boolean().default(false),
  quota: z.object({
    dailyHits: count.nullable(),
    unlimitedAfterPoc: z.boolean(),
    pocLetter: text.nullable(),
  }),
  network: z.object({
    closedOnly: z.boolean(),
    points: count,
    bandwidthMbps: z.number().positive(),
    /** With which Dukcapil agreed to this bandwidth, once it was changed. */
    bandwidthLetter: text.exactOptional(),
  }),
  people: z.object({
    accessManager: z.boolean(),
    permanentStaffOnly: z.boolean(),
    dukcapilApproval: z.boolean(),
    sptjm: z.boolean(),
    nda: z.boolean(),
  }),
  services: z.array(serviceType).default([]),
  codeLists: z.record(z.string(), z.array(z.object({ code: text, label: text }))).default({}),
  dataBalikan: z.object({
    mode: z.enum(['PUSH_WEB_SERVICE', 'PULL_BY_DUKCAPIL', 'MANUAL', 'NONE']),
    fields: z.array(balikanField),
  }),
  reports: z
    .object({
      periods: z.array(z.enum(['S1', 'S2'])),
      deadlineWorkingDays: count,
      anchor: z.enum(['SEMESTER_END', 'MONTH_START']),
      to: z.array(text),
      copies: z.array(text),
      channels: z.array(text),
    })
    .exactOptional(),
  iso27001: z
    .object({ required: z.boolean(), textAsWritten: text, monthsFromSigning: count })
    .exactOptional(),
  extension: z
    .object({ leadMonths: count, addressee: text, via: text, windowOpensMonthsBefore: count })
    .exactOptional(),
  endDuties: z
    .object({
      returnSam: z.boolean(),
      deactivateReader: z.boolean(),
      samRecipient: text,
      sendVia: text,
      samReturnWorkingDays: count,
    })
    .exactOptional(),
  unilateralShutdown: z.object({ allowedFor: z.array(text), triggers: z.array(text) }).exactOptional(),
  contacts: z.object({ changeNoticeWorkingDays: count.nullable() }).exactOptional(),
  monitoring: z.object({ minPerYear: count }).exactOptional(),
});
export const agreementProfile = z.preprocess(withLastDay, agreementFields);
export type AgreementProfile = z.infer<typeof agreementProfile>;

/** One thing that is wrong with a profile. `PROFILE_INVALID` carries them in its detail; see {@link profileProblemsIn}. */
const profileProblem = z.object({
  /** Place in the profile, e.g. `quota.dailyHits` or `services.0.code`; empty: the whole. */
  path: z.string(),
  id: z.string(),
  en: z.string(),
});
export type ProfileProblem = z.infer<typeof profileProblem>;

/** The problems that the detail of a refused profile lists, so that a form can show each at its field. */
export function profileProblemsIn(detail: string | undefined): readonly ProfileProblem[] {
  try {
    return z.array(profileProblem).parse(JSON.parse(detail ?? '[]'));
  } catch {
    return [];
  }
}

/** SHA-256 of the server's DER certificate, 64 hex digits. */
const pin = z.string().regex(/^[0-9a-fA-F]{64}$/, 'pin harus 64 digit heksadesimal (SHA-256 sertifikat)');
const hexBytes = (n: number) =>
  z.string().regex(new RegExp(`^[0-9a-fA-F]{${n * 2}}$`), `harus ${n} byte heksadesimal`);
const requestKey = z.string().regex(/^[A-Za-z_]{2,32}$/);

/** How to reach the gateway: every spelling is data, because every installation spells it its own way (gateway fact sheet 1). */
export const gatewayProfile = z.object({
  /** Scheme, host, port, and nothing else. */
  baseUrl: z.url(),
  certificateSha256: pin.exactOptional(),
  /** `PP-KK` segment of older regional installations. */
  region: text.exactOptional(),
  consumerId: text,
  method: z.enum(['MATCH', 'FETCH']).default('MATCH'),
  /** The METHOD segment exactly as this installation spells it. */
  methodName: text,
  credentials: z.object({ userId: text, password: text, ipUser: text }),
  keys: z
    .object({
      nik: requestKey.default('NIK'),
      userId: requestKey.default('USER_ID'),
      password: requestKey.default('PASSWORD'),
      ipUser: requestKey.default('IP_USER'),
    })
    .prefault({}),
  /** Form of TGL_LHR in requests. */
  requestDate: z.enum(['DD-MM-YYYY', 'YYYY-MM-DD']).default('DD-MM-YYYY'),
  /** Similarity threshold in per cent, sent as the misspelt `TRESHOLD`. */
  threshold: z.number().int().min(1).max(100).default(90),
  authorization: text.exactOptional(),
  timeoutMs: z.number().int().min(1000).max(60_000).default(15_000),
});
export type GatewayProfile = z.infer<typeof gatewayProfile>;

export const balikanEndpoint = z.object({
  baseUrl: z.url(),
  path: z.string().startsWith('/').default('/api/store'),
  certificateSha256: pin.exactOptional(),
  token: text,
  idLembaga: z.string().regex(/^\d{6}$/),
  namaLembaga: text,
  shape: z.enum(['JSON_BATCH', 'MULTIPART_SINGLE']).default('JSON_BATCH'),
  timeoutMs: z.number().int().min(1000).max(60_000).default(30_000),
});
export type BalikanEndpoint = z.infer<typeof balikanEndpoint>;

export const samSecret = z.object({
  pcid: hexBytes(16),
  conf: hexBytes(32),
  /** Expected answer of GET SAM UID. */
  uid: hexBytes(7).exactOptional(),
});

/** What is secret or local about a counter: endpoints, pins, credentials, closed network, SAM. Never part of a document. */
export const connectionProfile = z.object({
  /** Absent where the agreement grants the portal only: no program of ours calls Dukcapil then. */
  gateway: gatewayProfile.exactOptional(),
  dataBalikan: balikanEndpoint.exactOptional(),
  /** CIDR ranges that make up the closed network; every endpoint must lie inside one of them. */
  closedNetwork: z.array(z.string().regex(/^[0-9a-fA-F.:]+\/\d{1,3}$/)).min(1),
  sam: samSecret.exactOptional(),
  /** Readers pinned by IT staff, by exact PC/SC name. */
  readers: z.object({ card: text.exactOptional(), sam: text.exactOptional() }).default({}),
});
export type ConnectionProfile = z.infer<typeof connectionProfile>;

/** The file that `npm run visit -- --profile FILE` reads. */
export const counterFile = z.object({ agreement: agreementProfile, connection: connectionProfile });
export type CounterFile = z.infer<typeof counterFile>;

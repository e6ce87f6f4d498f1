/**
 * Main ↔ visit process. What crosses here is facts, traces, permits and sealed envelopes; no field of any message to main
 * can hold a value of a resident (design section 3). Both sides validate with these schemas.
 */
import { z } from 'zod';
import { agreementProfile, connectionProfile, isoDate } from './agreement-profile.ts';
import { elementParts } from './elements.ts';
import { inquiryMethods, inquiryOutcomes } from './inquiry.ts';
import { visitStates } from './visit-state.ts';
import { manualReasons } from './visit-view.ts';

// A NIK is 16 digits in a row; an id of ours has hyphens or letters in between, and a code no long number at all.
const id = z.string().regex(/^(?!.*\d{16})[a-z0-9-]{8,64}$/);
const base64 = z
  .string()
  .regex(/^[A-Za-z0-9+/]*={0,2}$/)
  .max(200_000);
const hmacHex = z.string().regex(/^[0-9a-f]{64}$/);
const code = z.string().regex(/^(?!.*\d{8})[A-Z0-9_.-]{1,64}$/);
/** A number, name or version of this office: never with a NIK in it. */
const reference = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^(?!.*\d{16})/);
/** Words of a layer below. They are worth having without the number they may quote and without their end, so nothing fails for them. */
const quoted = (most: number) => z.string().transform((text) => text.replace(/\d{16,}/g, '…').slice(0, most));
const localText = z.object({ id: z.string().max(1000), en: z.string().max(1000) });
export const failureMessage = z.object({
  code,
  link: z.enum([
    'service',
    'driver',
    'reader',
    'slot',
    'card',
    'this-card',
    'sam',
    'network',
    'gateway',
    'agreement',
    'store',
    'program',
  ]),
  cause: localText,
  cure: localText,
  retry: z.enum(['now', 'after-cure', 'later', 'never']),
  at: quoted(200),
  detail: quoted(300).exactOptional(),
});

const lamp = z.object({
  colour: z.enum(['ready', 'busy', 'warning', 'broken', 'off']),
  failure: failureMessage.exactOptional(),
});
export const lampsMessage = z.object({ reader: lamp, sam: lamp, network: lamp });

/** What one visit is told when it is started. Secrets in it leave main only for this process (design section 6). */
export const visitBriefing = z.object({
  visitId: id,
  training: z.boolean(),
  /** Residents are invented: province code 40 is taken, and no other. */
  samples: z.boolean(),
  agreement: agreementProfile,
  connection: connectionProfile,
  serviceCode: code,
  registrationNo: z.string().max(60),
  receiptNo: z.string().max(60),
  operator: z.object({ id, name: z.string().max(120) }),
  counter: z.string().max(60),
  samOpenRefused: z.boolean(),
  /** Why the books let no SAM read here; the connection then has none. */
  samRefused: failureMessage.exactOptional(),
  /** Public half of the outbox key, X25519, base64 of 32 bytes. */
  outboxPublicKey: base64,
  /** Secret of the installation for HMACs of NIKs, base64 of 32 bytes. */
  pepper: base64,
  /** Secret for pacing traces, base64 of 32 bytes; new each day. */
  traceKey: base64,
  usualReadMs: z.number().nonnegative(),
  /** A card that already lies there belongs to the visit before; wait until it was lifted. */
  ignorePresentCard: z.boolean(),
  previous: z.enum(visitStates).exactOptional(),
  /** Why the visit before ended, when it was not an ending of its own: shown until the next tap. */
  openingFailure: failureMessage.exactOptional(),
});
export type VisitBriefing = z.infer<typeof visitBriefing>;

/**
 * Lets R-040…R-042 compare typed NIKs without main holding one. Groups are HMACs; numbers are masked by an offset keyed by
 * their group, so that differences within a group survive and values do not.
 */
export const nikTrace = z.object({
  typed: z.boolean(),
  nik: hmacHex,
  first12: hmacHex,
  regionAndBirth: hmacHex,
  regionAndSerial: hmacHex,
  /** Serial + offset keyed by the first 12 digits, modulo 2^32. */
  maskedSerial: z.number().int().nonnegative(),
  /** Days of the birth block since 1900 + offset keyed by region and serial, modulo 2^32. */
  maskedBirthDay: z.number().int().nonnegative(),
  repeatedGroups: z.boolean(),
});
export type NikTrace = z.infer<typeof nikTrace>;

export const permitRequest = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('READ'),
    reader: quoted(200),
    samUid: z
      .string()
      .regex(/^[0-9A-Fa-f ]{0,32}$/)
      .exactOptional(),
  }),
  z.object({ kind: z.literal('INQUIRE'), method: z.enum(inquiryMethods), trace: nikTrace }),
]);
export type PermitRequest = z.infer<typeof permitRequest>;

export const permitAnswer = z.discriminatedUnion('granted', [
  z.object({
    granted: z.literal(true),
    permitId: id,
    /** No read and no inquiry begins after it. */
    expiresAt: z.number(),
    /** Of the day, this permit included; `null`: no limit. */
    quota: z
      .object({ used: z.number().int().nonnegative(), limit: z.number().int().nonnegative().nullable() })
      .exactOptional(),
  }),
  z.object({ granted: z.literal(false), failure: failureMessage, waitUntil: z.number().exactOptional() }),
]);
export type PermitAnswer = z.infer<typeof permitAnswer>;

export const consentFact = z.object({
  consentId: id,
  receiptNo: reference(60),
  decision: z.enum(['GRANTED', 'REFUSED']),
  /** Codes only; empty for a refusal. */
  elements: z.array(z.enum(elementParts)),
  retainedUntil: isoDate.exactOptional(),
  noticeVersion: reference(200),
  noticeHash: hmacHex,
  language: z.enum(['id', 'en']),
  evidence: z.enum(['PAPER_SIGNATURE', 'SCREEN_SIGNATURE', 'RECORDED_STATEMENT']).exactOptional(),
  /** Where the evidence is found again: the number on the signed receipt, the place of the recording (5.6). */
  evidenceRef: reference(120).exactOptional(),
  hasCompanion: z.boolean(),
});
export type ConsentFact = z.infer<typeof consentFact>;

/** Consented card data: sealed to the record's own key, listed by its masked NIK. */
export const keptRecord = z.object({
  recordId: id,
  envelope: base64,
  maskedNik: z.string().regex(/^\d{6}\*{6}\d{4}$/),
  nikHash: hmacHex,
});
export type KeptRecordFact = z.infer<typeof keptRecord>;

/** What becomes durable in one transaction before a visit may close. */
export const serviceFact = z.object({
  visitId: id,
  agreementId: reference(120),
  profileVersion: z.number().int().positive(),
  serviceCode: code,
  registrationNo: reference(60),
  outcome: z.enum(inquiryOutcomes),
  verified: z.boolean(),
  balikan: z
    .object({
      itemId: id,
      envelope: base64,
      nikHash: hmacHex,
      aidTypeCode: code.exactOptional(),
    })
    .exactOptional(),
  consent: consentFact.exactOptional(),
  kept: keptRecord.exactOptional(),
});
export type ServiceFact = z.infer<typeof serviceFact>;

/** A second person signed for one thing in this visit; main checked who it is and that they may. */
export const cosigning = z.object({
  purpose: z.enum(['SECOND_OFFICER', 'EXCEPTION']),
  officerId: id,
  reason: quoted(200),
});
export type Cosigning = z.infer<typeof cosigning>;

/** Main → visit process. Replies carry the number of the question. */
export const toVisit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('begin'), briefing: visitBriefing }),
  z.object({ kind: z.literal('page') }), // carries the page's MessagePort
  z.object({ kind: z.literal('permit'), question: z.number(), answer: permitAnswer }),
  z.object({ kind: z.literal('recordKey'), question: z.number(), recordId: id, publicKey: base64 }),
  z.object({ kind: z.literal('stored'), question: z.number(), failure: failureMessage.exactOptional() }),
  z.object({ kind: z.literal('paper') }), // carries a port to a paper process, where there is one
  z.object({ kind: z.literal('serviceChanged'), serviceCode: code }),
  z.object({ kind: z.literal('cosigned'), cosigning }),
  /** The agreement is over: nothing more is looked at. A service that was decided before may still be recorded. */
  z.object({ kind: z.literal('halted'), failure: failureMessage }),
  z.object({ kind: z.literal('stop') }),
]);
export type ToVisit = z.infer<typeof toVisit>;

/** Visit process → main. */
export const fromVisit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('lamps'), lamps: lampsMessage }),
  z.object({
    kind: z.literal('readers'),
    readers: z
      .array(
        z.object({
          name: quoted(200),
          role: z.enum(['CARD', 'SAM', 'NONE']),
          cardPresent: z.boolean(),
        }),
      )
      .max(50),
  }),
  z.object({
    kind: z.literal('moved'),
    from: z.enum(visitStates),
    to: z.enum(visitStates),
    event: code,
    serviceCode: code,
  }),
  z.object({ kind: z.literal('askPermit'), question: z.number(), request: permitRequest }),
  z.object({ kind: z.literal('askRecordKey'), question: z.number() }),
  z.object({ kind: z.literal('store'), question: z.number(), fact: serviceFact }),
  /** A receipt is to be printed. What stands on it goes to the paper process, by a port that main does not keep. */
  z.object({ kind: z.literal('askPaper') }),
  z.object({
    kind: z.literal('inquired'),
    permitId: id,
    outcome: z.enum(inquiryOutcomes),
    differing: z.array(z.enum(elementParts)),
    ms: z.number().nonnegative(),
    /** Calls that left for Dukcapil under this permit; each counts. */
    attempts: z.number().int().nonnegative(),
    quotaRemaining: z.number().int().exactOptional(),
    failure: code.exactOptional(),
    /** Two digits of the gateway's notice, where it gave them. */
    noticeCode: z
      .string()
      .regex(/^\d{2}$/)
      .exactOptional(),
    /** The gateway sent what it should not have; dropped unread, and the access manager is told. */
    alarm: code.exactOptional(),
  }),
  /** The officer compared what a fetch had found with the applicant's papers; codes only. */
  z.object({
    kind: z.literal('compared'),
    permitId: id,
    outcome: z.enum(['MATCH', 'MISMATCH']),
    differing: z.array(z.enum(elementParts)),
  }),
  z.object({
    kind: z.literal('read'),
    permitId: id,
    outcome: z.enum(['OK', 'FAILED']),
    failure: code.exactOptional(),
    ms: z.number().nonnegative(),
  }),
  z.object({ kind: z.literal('samOpenRefused') }),
  z.object({
    kind: z.literal('holder'),
    verdict: z.enum(['MATCHES', 'DIFFERS', 'SECOND_OFFICER']),
    reason: code.exactOptional(),
  }),
  z.object({ kind: z.literal('nikTyped'), reason: z.enum(manualReasons) }),
  z.object({ kind: z.literal('identityShown'), msSinceTap: z.number().nonnegative() }),
  /** After `halted`: nothing of the resident is shown any more, and the service is still to be recorded. */
  z.object({ kind: z.literal('purged') }),
  /** Readers and connections are let go; the process has nothing left to do and may be ended. */
  z.object({ kind: z.literal('released') }),
  z.object({
    kind: z.literal('closed'),
    state: z.enum(visitStates),
    cardStillThere: z.boolean(),
    /** The resident said no and no service followed that would have recorded it (domain 5.6). */
    refusal: consentFact.exactOptional(),
  }),
]);
export type FromVisit = z.infer<typeof fromVisit>;

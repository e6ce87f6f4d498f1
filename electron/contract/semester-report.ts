/**
 * The figures of a report about the use of an agreement (domain 5.5): counts by month, reader and service, and not one person.
 * `null` is "does not apply" and prints as a dash.
 */
import { z } from 'zod';
import { isoDate } from './agreement-profile.ts';
import { optionalWords } from './words.ts';

const count = z.number().int().nonnegative();
const mayNotApply = count.nullable();
/** Names of readers, places and services, and numbers of papers. */
const name = optionalWords(200);
/** `2026-07` */
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

export const semesterReportFields = z.object({
  /** From 1; a report that was signed and then corrected is the next version. */
  version: z.number().int().positive(),
  kind: z.enum(['SEMESTER', 'FINAL', 'ON_DEMAND']),
  /** The part of the period that the agreement covers. */
  from: isoDate,
  to: isoDate,
  /** Table 1: one row per month. */
  access: z.array(
    z.object({
      month,
      serviceDays: count,
      inquiries: count,
      found: count,
      deceased: count,
      duplicate: count,
      notFound: count,
      inactive: count,
      format: count,
      signInFailed: count,
      quotaUsedUp: count,
      accessInactive: count,
      technical: count,
      /** Of the daily quota, in tenths of a per cent, on the busiest day. */
      busiestDayPerMille: mayNotApply,
    }),
  ),
  /** Table 2: one row per device, and one per counter for what was done there while no device was on record. */
  readers: z.array(
    z.object({
      /** `null`: no device on record. */
      reader: name.nullable(),
      sam: name,
      place: name,
      status: name,
      reads: count,
      fingerMatched: mayNotApply,
      fingerFailed: mayNotApply,
      checkedByOfficer: count,
      keptWithConsent: count,
      consentRefused: count,
      consentWithdrawn: count,
    }),
  ),
  /** Table 3: one row per service. */
  services: z.array(
    z.object({
      service: name,
      visits: count,
      matched: count,
      differed: count,
      served: count,
      notServed: count,
      /** By which document those who were served showed themselves; null where that was not counted yet. */
      withKtpEl: mayNotApply,
      withIkd: mayNotApply,
    }),
  ),
  /** Table 4: one row per month. */
  balikan: z.array(
    z.object({
      month,
      due: count,
      sent: count,
      acknowledged: count,
      rejected: count,
      waiting: count,
      withoutService: count,
      /** Why no service came of them, each reason with its count: room for all there are. */
      reason: optionalWords(400),
    }),
  ),
  /** Table 5. */
  users: z.object({
    active: count,
    added: count,
    revoked: count,
    sptjm: count,
    nda: count,
    /** Numbers of the BASTs. */
    userIdBasts: z.array(name),
  }),
  /** Table 6. */
  security: z.object({
    iso: z.object({ number: name, validUntil: isoDate }).nullable(),
    patternExceptions: count,
    incidents: count,
    notices: count,
  }),
});
export type SemesterReportFields = z.infer<typeof semesterReportFields>;

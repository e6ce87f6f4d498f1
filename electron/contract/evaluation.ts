/**
 * Evaluation mode as it crosses between the home pages and main: what a visitor of Dukcapil may look at – counts and states of
 * one agreement in one period, and nobody's name. What goes out is held to this schema, in which no person has a place.
 */
import { z } from 'zod';
import { isoDate } from './agreement-profile.ts';
import { incidentKinds } from './incidents.ts';
import { officeId } from './office.ts';
import { operatorStatuses } from './operator-state.ts';
import { roles } from './permissions.ts';
import { reportStatuses } from './report-state.ts';
import { isStretch } from './reports.ts';
import { samStatuses } from './sam-state.ts';
import { semesterReportFields } from './semester-report.ts';
import { words } from './words.ts';

/** Names of offices and things. */
const name = words(160);
const count = z.number().int().nonnegative();
const at = z.number().int();

/** Whoever came, as their letter of assignment has it: an office, not a person. */
export const evaluationStart = z
  .object({ agreementId: officeId, from: isoDate, to: isoDate, visitor: name })
  .refine(isStretch, { path: ['to'] });
export type EvaluationStart = z.infer<typeof evaluationStart>;

export const evaluationView = z.strictObject({
  number: name,
  visitor: name,
  figures: semesterReportFields.strict(),
  people: z.array(z.strictObject({ role: z.enum(roles), n: count })),
  operators: z.array(z.strictObject({ status: z.enum(operatorStatuses), n: count })),
  cards: z.array(z.strictObject({ status: z.enum(samStatuses), n: count })),
  reports: z.array(
    z.strictObject({
      year: count,
      half: z.union([z.literal(1), z.literal(2)]),
      status: z.enum(reportStatuses),
      version: count,
      final: z.boolean(),
      nil: z.boolean(),
    }),
  ),
  incidents: z.array(
    z.strictObject({
      kind: z.enum(incidentKinds),
      reportedAt: at,
      confirmedAt: at.nullable(),
      dueAt: at.nullable(),
      notices: count,
      closedAt: at.nullable(),
    }),
  ),
  papers: z.strictObject({ made: count, drafts: count, signed: count }),
  audit: z.strictObject({
    entries: count,
    headHash: z.string().regex(/^[0-9a-f]{64}$/),
    /** Null: the chain is whole as far as it was looked over. */
    brokenAt: count.nullable(),
    /** What happened last, and when; by whom is in the log. */
    latest: z.array(z.strictObject({ seq: count, at, event: z.string().regex(/^[A-Z_]{3,60}$/) })),
  }),
});
export type EvaluationView = z.infer<typeof evaluationView>;

/**
 * The device test as it crosses process borders: what main orders of the process that holds the readers, what that process tells, and what the
 * page is shown of it. Sizes and times come back, and never a byte of a card; the only value is the identifier of the SAM, for main alone.
 */
import { z } from 'zod';
import type { Failure } from '../../native/failure.ts';
import { failureMessage } from './visit-wire.ts';

/** In the order in which they are taken. */
export const deviceTestSteps = [
  'SERVICE',
  'READERS',
  'SAM_FOUND',
  'SAM_OPEN',
  'SAM_UID',
  'SAM_RESET',
  'SAM_LINK',
  'CARD_FOUND',
  'CARD_READ',
  'CARD_LINK',
  'CARD_WITH_SAM',
] as const;
export type DeviceTestStep = (typeof deviceTestSteps)[number];

/** Name of a reader as the system lists it; a long number in it is some serial number and nobody's business. */
const readerName = z.string().transform((name) => name.replace(/\d{9,}/g, '…').slice(0, 200));
const amount = z.number().finite();

const testedReader = z.object({
  name: readerName,
  role: z.enum(['CARD', 'SAM', 'NONE']),
  cardPresent: z.boolean(),
});
export type TestedReader = z.infer<typeof testedReader>;

/** Of one link, by least squares over exchanges of different lengths. */
const linkSpeed = z.object({
  perExchangeMs: amount,
  perByteMs: amount,
  exchanges: z.number().int(),
});
export type LinkSpeed = z.infer<typeof linkSpeed>;

const stepOutcome = z.object({
  step: z.enum(deviceTestSteps),
  /** `SKIPPED`: it needs something that failed before it. */
  verdict: z.enum(['PASSED', 'FAILED', 'SKIPPED']),
  ms: amount,
  failure: failureMessage.exactOptional(),
  readers: z.array(testedReader).max(50).exactOptional(),
  reader: readerName.exactOptional(),
  link: linkSpeed.exactOptional(),
  traffic: z.object({ exchanges: z.number().int(), bytes: z.number().int() }).exactOptional(),
});
export type StepOutcome = z.infer<typeof stepOutcome>;

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));

/** Secrets in it leave main only for this process, and for as long as it lives. */
export const deviceTestOrder = z.object({
  sam: z.object({ pcid: z.string(), conf: z.string(), uid: z.string().exactOptional() }).exactOptional(),
  readers: z.object({ card: z.string().exactOptional(), sam: z.string().exactOptional() }),
  openWasRefused: z.boolean(),
});
export type DeviceTestOrder = z.infer<typeof deviceTestOrder>;

export const fromDeviceTest = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('began'), step: z.enum(deviceTestSteps) }),
  z.object({ kind: z.literal('outcome'), outcome: stepOutcome }),
  z.object({
    kind: z.literal('done'),
    /** As the SAM told it. */
    uid: hex(7).exactOptional(),
    /** Where the card lay; the books know readers by this name. */
    terminal: z.string().max(200).exactOptional(),
  }),
]);
export type FromDeviceTest = z.infer<typeof fromDeviceTest>;

/** What the test of one SAM card comes down to, for the books. */
export interface SamTestFinding {
  readonly passed: boolean;
  /** OPEN was sent and refused: it is not sent again by itself. */
  readonly openRefused: boolean;
  /** Failure codes. */
  readonly failures: readonly string[];
  readonly terminal?: string;
  /** As the SAM told it, where it agrees with the books; 14 hex digits, small. */
  readonly uid?: string;
}

/** The present or latest test as the page shows it. */
export interface DeviceTestView {
  readonly startedAt: number;
  /** Name of who started it. */
  readonly by: string;
  /** The SAM card under test; `null`: the one this counter reads with. */
  readonly card: { readonly samId: string; readonly name: string } | null;
  readonly state: 'RUNNING' | 'PASSED' | 'FAILED' | 'STOPPED';
  /** Under way. */
  readonly step: DeviceTestStep | null;
  readonly outcomes: readonly StepOutcome[];
  /** Why it ended before its time, or why it could not be put on record. */
  readonly failure?: Failure;
}

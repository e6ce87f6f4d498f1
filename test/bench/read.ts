/**
 * A whole tap at the speed of a measured reader, through the real `pcscd`: from the notice of the card to the identity. Our plan and the
 * public readers' take turns, each in a fresh process.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import {
  costOf,
  type FileSizes,
  lowerBound,
  ordinaryPlan,
  publicPlan,
  typicalSizes,
} from '../../native/index.ts';
import { end } from '../../scripts/processes.mjs';
import { sampleResident } from '../../simulator/index.ts';
import { biodataFields, biodataRecord } from '../../simulator/residents/index.ts';
import { CannotMeasure } from './cannot-measure.ts';
import type { Measured } from './figures.ts';
import { type Simulator, withSimulator } from './simulator.ts';
import { median, percentile } from './statistics.ts';

/** The public order takes 16 s, so there are few of them; they hardly differ. */
const ROUNDS = [
  'ordinary',
  'ordinary',
  'ordinary',
  'public',
  'ordinary',
  'ordinary',
  'public',
  'ordinary',
] as const;

const told = z.object({
  noticedAt: z.number(),
  connectMs: z.number(),
  photoMs: z.number(),
  identityMs: z.number(),
  endMs: z.number(),
});

interface Tap extends z.infer<typeof told> {
  /** From the moment the card is laid down, the driver's polling included. */
  readonly fromCardMs: number;
}

export function measureRead(): Promise<Measured> {
  return withSimulator('traced', async (simulator) => {
    const taps = { ordinary: [] as Tap[], public: [] as Tap[] };
    for (const order of ROUNDS) taps[order].push(await tap(order, simulator));
    const { ordinary } = taps;
    const of = (key: keyof Tap) => median(ordinary.map((one) => one[key]));
    const publicMs = median(taps.public.map(({ endMs }) => endMs));
    const sizes = sizesOfSample();
    const bound = lowerBound(['photo', 'biodata'], { sizes });
    const plan = costOf(ordinaryPlan(), { sizes, until: 'identity' });
    const identityMs = of('identityMs');
    return {
      figures: {
        'read.traced.tapToIdentityMs': identityMs,
        'read.traced.ratioToLowerBound': identityMs / bound.milliseconds,
        'read.traced.ratioToPublicOrder': publicMs / of('endMs'),
      },
      raw: {
        'read.traced.taps': ordinary.length,
        'read.traced.connectMs': of('connectMs'),
        'read.traced.photoMs': of('photoMs'),
        'read.traced.endMs': of('endMs'),
        'read.traced.slowestIdentityMs': percentile(
          ordinary.map((one) => one.identityMs),
          1,
        ),
        'read.traced.fromCardMs': of('fromCardMs'),
        'read.traced.publicOrderMs': publicMs,
        'read.traced.publicOrderIdentityMs': median(taps.public.map((one) => one.identityMs)),
        'read.traced.lowerBoundMs': bound.milliseconds,
        'read.traced.planMs': plan.milliseconds,
        'read.traced.samExchanges': plan.samExchanges,
        'read.traced.samBytes': plan.samBytes,
        'read.traced.cardExchanges': plan.cardExchanges,
        'read.traced.publicPlanMs': costOf(publicPlan(), { sizes }).milliseconds,
      },
    };
  });
}

async function tap(order: 'ordinary' | 'public', simulator: Simulator): Promise<Tap> {
  simulator.tell('remove');
  const program = join(import.meta.dirname, 'tap', 'cli.ts');
  const child = spawn(process.execPath, [...process.execArgv, program, order], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, BENCH_PCID: simulator.pcid, BENCH_CONF: simulator.conf },
  });
  try {
    let insertedAt: number | undefined;
    for await (const line of createInterface({ input: child.stdout })) {
      if (insertedAt !== undefined) {
        const times = told.parse(JSON.parse(line));
        return { ...times, fromCardMs: times.noticedAt + times.identityMs - insertedAt };
      }
      insertedAt = performance.timeOrigin + performance.now();
      simulator.tell('insert');
    }
    throw new CannotMeasure(`a reading in the ${order} order failed; its message is above`);
  } finally {
    await end(child);
  }
}

/** What the files of the sample card weigh, for the cost model. */
function sizesOfSample(): FileSizes {
  const resident = sampleResident('R1');
  const { photo, signature, rightMinutiae, leftMinutiae } = resident;
  return {
    ...typicalSizes,
    biodata: Buffer.byteLength(biodataRecord(biodataFields(resident))),
    photo: photo.length,
    signature: signature.length,
    minutiae1: rightMinutiae.length,
    minutiae2: leftMinutiae.length,
  };
}

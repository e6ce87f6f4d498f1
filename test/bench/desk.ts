/**
 * What a permit costs with years behind the counter: the decision with its entry in the log, its reserved hit and its row, durable, in
 * an installation with a million entries and a hundred thousand inquiries, against the same in a new one. Both on the same disk,
 * taking turns.
 */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleAgreement } from '../../electron/agreement/index.ts';
import type { NikTrace } from '../../electron/contract/index.ts';
import { deskFor } from '../../electron/program/desk.ts';
import { openInstallation } from '../../electron/program/installation.ts';
import { ready } from '../../electron/sealing/index.ts';
import { systemClock, trainingWrapper } from '../../electron/store/index.ts';
import { CannotMeasure, must } from './cannot-measure.ts';
import type { Measured } from './figures.ts';
import { history, withHistory } from './history.ts';
import { median, percentile } from './statistics.ts';

const ROUNDS = 100;
const BLOCK = 12;
const WARM_UP_ROUNDS = 3;
/** Typed NIKs may follow each other this soon without being held. */
const GAP_MS = 61_000;

export async function measureDesk(): Promise<Measured> {
  await ready();
  const folder = await mkdtemp(join(tmpdir(), 'ketuk-bench-'));
  try {
    await withHistory(join(folder, 'full'));
    const counters = {
      empty: await counter(join(folder, 'empty')),
      full: await counter(join(folder, 'full')),
    };
    const times = { empty: [] as number[], full: [] as number[] };
    for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
      for (const side of round % 2 === 0 ? (['empty', 'full'] as const) : (['full', 'empty'] as const)) {
        const block = Array.from({ length: BLOCK }, () => counters[side].permit());
        if (round >= WARM_UP_ROUNDS) times[side].push(...block);
      }
    }
    counters.empty.close();
    counters.full.close();
    const p99 = { empty: percentile(times.empty, 0.99), full: percentile(times.full, 0.99) };
    return {
      figures: {
        'desk.permitMsP99.empty': p99.empty,
        'desk.permitMsP99.full': p99.full,
        'desk.permitMsP99.ofHistory': p99.full - p99.empty,
      },
      raw: {
        'desk.permits': times.full.length,
        'desk.auditRowsBefore': history.auditRows,
        'desk.inquiriesBefore': history.inquiries,
        'desk.permitMsMedian.empty': median(times.empty),
        'desk.permitMsMedian.full': median(times.full),
      },
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Counter {
  /** Milliseconds of one decision. */
  permit(): number;
  close(): void;
}

/** An installation as the program opens it, with a desk on its ledgers and a clock that the bench moves on. */
async function counter(folder: string): Promise<Counter> {
  let now = Date.now();
  const clock = { ...systemClock, now: () => now };
  const installation = must(await openInstallation(folder, trainingWrapper, clock));
  const quota = { dailyHits: 200, unlimitedAfterPoc: true, pocLetter: 'PoC-BENCH' };
  const agreement = { ...sampleAgreement(), quota };
  const desk = deskFor(installation, {
    training: true,
    samples: true,
    counter: { name: 'Loket 1', sign: 'L1' },
    agreement: () => agreement,
    connection: () => undefined,
    officer: () => ({ id: 'simula-ningsih', name: 'Simula Ningsih' }),
  });
  const context = {
    visitId: 'visit-of-the-bench',
    operatorId: 'simula-ningsih',
    counter: 'Loket 1',
    agreement,
    gatewayMethod: 'MATCH',
    serviceCode: agreement.services[0]?.code ?? '',
    registrationNo: 'L1-BENCH',
  } as const;
  return {
    permit() {
      now += GAP_MS;
      const request = { kind: 'INQUIRE', method: 'MATCH', trace: trace() } as const;
      const begun = performance.now();
      const answer = desk.askPermit(request, context);
      const ms = performance.now() - begun;
      if (!answer.granted) throw new CannotMeasure(`a permit was refused: ${answer.failure.code}`);
      return ms;
    },
    close: () => installation.close(),
  };
}

/** Of a NIK that has nothing to do with those before it. */
function trace(): NikTrace {
  const group = () => randomBytes(32).toString('hex');
  return {
    typed: true,
    nik: group(),
    first12: group(),
    regionAndBirth: group(),
    regionAndSerial: group(),
    maskedSerial: 1,
    maskedBirthDay: 1,
    repeatedGroups: false,
  };
}

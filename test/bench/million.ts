/**
 * What five years cost: the outbox with a million items behind it against the one of the first day, on the same disk, taking turns. Each
 * figure is how many times longer something takes: opening, enqueueing, taking and counting in the room of the outbox, what somebody at the
 * page waits for from their question to the answer. What the room alone takes for that stands beside it in `raw`.
 */
import { cpSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Installation } from '../../electron/program/installation.ts';
import { must } from './cannot-measure.ts';
import type { Measured } from './figures.ts';
import { timedQuestions } from './million-page.ts';
import { mediansOf, noTimes, PAGE, ratioOf, type Side, sides, type Times } from './million-sides.ts';
import {
  agreementId,
  context,
  fillOwed,
  MILLION,
  millionOwed,
  openOwed,
  owingFact,
  registrationOf,
} from './owed.ts';

const FIRST_DAY = 500;
const ROUNDS = 60;
const WARM_UP_ROUNDS = 10;
const STARTS = 9;

type Work = 'enqueue' | 'next' | 'list' | 'search' | 'counts';
const works: readonly Work[] = ['enqueue', 'next', 'list', 'search', 'counts'];

export async function measureMillion(): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'ketuk-bench-'));
  try {
    const places: Record<Side, string> = {
      firstDay: join(folder, 'first-day'),
      million: join(folder, 'million'),
    };
    await fillOwed(places.firstDay, FIRST_DAY);
    cpSync(await millionOwed(), places.million, { recursive: true });
    const starts = await timedStarts(places);
    const room = await timedWorks(places);
    const page = await timedQuestions(places, { firstDay: FIRST_DAY, million: MILLION });
    return {
      figures: {
        'outbox.million.start': ratioOf(starts),
        'outbox.million.enqueue': ratioOf(room.enqueue),
        'outbox.million.next': ratioOf(room.next),
        'outbox.million.list': ratioOf(page.list),
        'outbox.million.search': ratioOf(page.search),
        'outbox.million.counts': ratioOf(room.counts),
      },
      raw: {
        'outbox.million.items': MILLION,
        ...mediansOf('outbox.million.startMs', starts),
        ...medians('outbox.million', room),
        ...medians('outbox.million.page', page),
      },
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function medians(name: string, times: Readonly<Record<string, Times>>): Readonly<Record<string, number>> {
  const of = Object.entries(times).map(([what, taken]) => mediansOf(`${name}.${what}Ms`, taken));
  return Object.assign({}, ...of);
}

/** Keys, database and all that home and the sender ask first. */
async function timedStarts(places: Readonly<Record<Side, string>>): Promise<Times> {
  const times = noTimes();
  for (let round = 0; round <= STARTS; round++) {
    for (const side of round % 2 === 0 ? sides : sides.toReversed()) {
      const begun = performance.now();
      const installation = await openOwed(places[side]);
      const { outbox } = installation;
      must(outbox.recover());
      must(outbox.agreements());
      must(outbox.counts());
      must(outbox.list({ limit: PAGE }));
      const ms = performance.now() - begun;
      installation.close();
      if (round > 0) times[side].push(ms);
    }
  }
  return times;
}

async function timedWorks(places: Readonly<Record<Side, string>>): Promise<Readonly<Record<Work, Times>>> {
  const counters: Record<Side, Counter> = {
    firstDay: counterOf(await openOwed(places.firstDay), FIRST_DAY),
    million: counterOf(await openOwed(places.million), MILLION),
  };
  const times: Record<Work, Times> = {
    enqueue: noTimes(),
    next: noTimes(),
    list: noTimes(),
    search: noTimes(),
    counts: noTimes(),
  };
  for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
    for (const side of round % 2 === 0 ? sides : sides.toReversed()) {
      for (const work of works) {
        const ms = counters[side].timed(work);
        if (round >= WARM_UP_ROUNDS) times[work][side].push(ms);
        // Between two messages the program looks after its log.
        await setImmediate();
      }
    }
  }
  for (const side of sides) counters[side].close();
  return times;
}

interface Counter {
  timed(work: Work): number;
  close(): void;
}

function counterOf(installation: Installation, items: number): Counter {
  const { outbox, recordService } = installation;
  let next = items;
  let picked: string | undefined;
  /** In the middle of the years. */
  const after =
    must(outbox.list({ limit: 1, registrationNo: registrationOf(Math.floor(items / 2)) }))[0]?.itemId ?? '';

  function prepared(work: Work): () => unknown {
    switch (work) {
      case 'enqueue': {
        const fact = owingFact(next++);
        return () => must(recordService(fact, context));
      }
      case 'next':
        return () => {
          picked = must(outbox.pick(agreementId, 1))[0]?.itemId;
        };
      case 'list':
        return () => must(outbox.list({ limit: PAGE, after }));
      case 'search': {
        const registrationNo = registrationOf(Math.floor(Math.random() * items));
        return () => must(outbox.list({ limit: PAGE, registrationNo }));
      }
      case 'counts':
        return () => must(outbox.counts());
    }
  }

  return {
    timed(work) {
      const run = prepared(work);
      const begun = performance.now();
      run();
      const ms = performance.now() - begun;
      if (picked !== undefined) {
        must(outbox.settle(picked, { kind: 'ACKNOWLEDGED', duplicate: false, ms: 1 }));
        picked = undefined;
      }
      return ms;
    },
    close: () => installation.close(),
  };
}

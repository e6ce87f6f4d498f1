/**
 * The program that is killed: the real installation, outbox and sender, without windows; the sender core in the same process. It runs
 * until it is killed, or until nothing is owed any more.
 */
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import type { ServiceFact } from '../../../electron/contract/index.ts';
import { outboxSender } from '../../../electron/outbox/index.ts';
import { type Installation, openInstallation } from '../../../electron/program/installation.ts';
import { nikHash, openWired, ready, seal, toBase64 } from '../../../electron/sealing/index.ts';
import { deliver } from '../../../electron/sender/index.ts';
import { type Clock, trainingWrapper } from '../../../electron/store/index.ts';
import { type Books, type Life, type Said, SPEED } from './life.ts';

const nik = '4001011708950001';
const agreementId = 'PKS-UJI';
const by = { actor: 'uji-widodo', counter: 'Loket 1' };
const lookEveryMs = 20;

const life = JSON.parse(process.argv[2] ?? '{}') as Life;

function say(line: Said): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}

/** Runs on from life to life, and faster than time. */
const clock: Clock = {
  now: () => Math.round(life.clock.showed + (Date.now() - life.clock.since) * SPEED),
  after(ms, call) {
    const timer = setTimeout(call, ms / SPEED);
    return () => clearTimeout(timer);
  },
};

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function factOf({ keys }: Installation, registrationNo: string): ServiceFact {
  const param = { KETERANGAN_PENERIMA_BANTUAN: registrationNo, JENIS_BANTUAN: 'Bantuan benih' };
  const content = Buffer.from(JSON.stringify({ nik, param }));
  return {
    visitId: randomUUID(),
    agreementId,
    profileVersion: 1,
    serviceCode: 'UJI',
    registrationNo,
    outcome: 'MATCH',
    verified: true,
    balikan: {
      itemId: randomUUID(),
      envelope: toBase64(seal(keys.outbox.publicKey, content)),
      nikHash: nikHash(keys.pepper, nik),
    },
  };
}

/** As the visit does it: what the disk refused is asked for again, with the same fact. */
async function recordOne(installation: Installation, registrationNo: string): Promise<void> {
  const fact = factOf(installation, registrationNo);
  const context = {
    operatorId: 'simula-ningsih',
    counter: 'Loket 1',
    day: '2026-01-05',
    timeZone: 'Asia/Jakarta',
    purpose: 'Penyaluran bantuan',
    balikanRequired: true,
  };
  for (;;) {
    say({ said: 'enqueue' });
    const recorded = installation.recordService(fact, context);
    if (recorded.ok) break;
    say({ said: 'failed', code: recorded.failure.code });
    await pause(lookEveryMs);
  }
  say({ said: 'told', registrationNo });
}

/** What a person does about what the program can do no more for: the endpoint is cured, the parked are sent again. */
function cure({ outbox }: Installation): void {
  const held = outbox.heldBy(agreementId);
  if (held.ok && held.value !== undefined) outbox.reopen(agreementId, by);
  const waiting = outbox.list({ limit: 200, open: true });
  if (!waiting.ok) return;
  for (const { itemId, status } of waiting.value) if (status === 'PARKED') outbox.retry(itemId, by);
}

function isSettled({ outbox }: Installation): boolean {
  const counts = outbox.counts();
  return counts.ok && counts.value.waiting === 0 && counts.value.needsPerson === 0;
}

function booksOf({ outbox, audit, store }: Installation): Books {
  const rows: Books['rows'][number][] = [];
  for (let after: string | undefined; ; ) {
    const page = outbox.list({ limit: 200, ...(after === undefined ? {} : { after }) });
    if (!page.ok) throw new Error(page.failure.code);
    rows.push(...page.value.map(({ registrationNo, status }) => ({ registrationNo, status })));
    after = page.value.at(-1)?.itemId;
    if (after === undefined) break;
  }
  const left = store.read((reader) => reader.get('SELECT count(envelope) AS n FROM outbox_item')?.n);
  const verified = audit.verify();
  return {
    rows,
    envelopes: left.ok ? Number(left.value) : -1,
    logIsWhole: verified.ok && verified.value.brokenAt === undefined,
  };
}

async function live(): Promise<void> {
  await ready();
  const opened = await openInstallation(life.folder, trainingWrapper, clock);
  if (!opened.ok) {
    say({ said: 'failed', code: opened.failure.code });
    return;
  }
  const installation = opened.value;
  const { outbox, keys } = installation;
  const sender = outboxSender({
    outbox: {
      ...outbox,
      settle: (itemId, outcome) => {
        say({ said: 'acknowledge' });
        return outbox.settle(itemId, outcome);
      },
    },
    clock,
    key: keys.outbox,
    route: () => ({ endpoint: life.endpoint, closedNetwork: ['127.0.0.0/8'] }),
    deliver: (order) => {
      say({ said: 'send' });
      const now = () => performance.now();
      return deliver(order, { open: openWired, now });
    },
    isPeak: () => false,
    changed: () => undefined,
  });
  say({ said: 'open' });
  // A disk that fails at once is tried again, as it would be at the next start.
  while (!sender.start().ok) await pause(lookEveryMs);
  for (let number = 1; number <= life.services; number++) {
    await recordOne(installation, `${life.name}-${number}`);
    sender.wake();
    await pause(number % 5);
  }
  do {
    await pause(lookEveryMs);
    cure(installation);
    sender.wake();
  } while (life.mode === 'serve' || !isSettled(installation));
  await sender.stop();
  say({ said: 'books', books: booksOf(installation) });
  installation.close();
}

await live();

/** The whole card stack through a real card service: only chip and SAM are played. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  authenticityPlan,
  ordinaryPlan,
  type ReaderChange,
  type ReadPlan,
  type ReadySam,
  readCard,
  waitForTap,
} from '../../native/index.ts';
import { type CardOptions, sampleResident } from '../../simulator/index.ts';
import { startCardService, stopCardService } from '../support/card-service.ts';
import { openRealCounter, prepare, type RealCounter, unwrapped } from './service.ts';

let counter: RealCounter;
let sam: ReadySam;

beforeAll(async () => {
  counter = await openRealCounter();
  sam = unwrapped(await prepare(counter.transport));
});

afterAll(() => counter.close());

async function tap(plan: ReadPlan, options: CardOptions = {}, tearAt?: number) {
  await counter.lab('insert', { card: options });
  const tapped = unwrapped(await waitForTap(counter.transport, { samReader: () => sam.reader }));
  if (tearAt !== undefined) await counter.lab('tear', { exchange: tearAt });
  const reading = await readCard({ card: tapped.card, sam: sam.open }, plan, { granted: ['NIK'] });
  await tapped.card.connection.disconnect('reset');
  await counter.lab('remove');
  await untilEmpty(tapped.reader);
  return reading;
}

async function untilEmpty(reader: string): Promise<void> {
  const stop = new AbortController();
  await new Promise<void>((resolve) => {
    const watch = counter.transport.watch((change) => {
      if (change.kind !== 'readers' || stop.signal.aborted) return;
      if (change.readers.some(({ name, cardPresent }) => name === reader && cardPresent)) return;
      stop.abort();
      queueMicrotask(() => watch.dispose());
      resolve();
    });
  });
}

describe('through pcscd', () => {
  test('the SAM is found by its answer among readers whose names say nothing', () => {
    expect(sam.reader).toMatch(/Virtual PCD.* 01$/);
  });

  test.each([{ type: 'A' }, { type: 'B' }] as const)('a card of type $type is read', async (kind) => {
    const reading = unwrapped(await tap(ordinaryPlan(), kind));
    expect(reading.identity.NIK?.reveal()).toBe(sampleResident('R1').nik);
    expect(reading.photo?.ok).toBe(true);
  });

  test('a card is verified', async () => {
    expect(unwrapped(await tap(authenticityPlan())).authenticity).toBe('verified');
  });

  test('a card pulled at any exchange is a named failure, and the next tap works', async () => {
    // 17 in all; the first is the SELECT by which the tap was found out.
    const exchanges = 16;
    for (let at = 1; at <= exchanges; at++) {
      const torn = await tap(ordinaryPlan(), {}, at);
      expect(torn, `exchange ${at}`).toMatchObject({ ok: false, failure: { code: 'CARD_REMOVED' } });
      expect((await tap(ordinaryPlan())).ok, `after exchange ${at}`).toBe(true);
    }
    expect((await counter.lab('facts')).opens).toBe(1);
  });

  test('a bank card is told from a KTP-el', async () => {
    const notices: (string | undefined)[] = [];
    const stop = new AbortController();
    const tapped = waitForTap(counter.transport, {
      samReader: () => sam.reader,
      signal: stop.signal,
      onNotice: (failure) => notices.push(failure?.code),
    });
    await counter.lab('insert', { card: { variant: 'bank-card' } });
    await expect.poll(() => notices, { timeout: 5000 }).toContain('NOT_A_KTP');
    await counter.lab('remove');
    await expect.poll(() => notices.at(-1), { timeout: 5000 }).toBeUndefined();
    stop.abort();
    await tapped;
  });

  test('a reader that is held is busy for anybody else', async () => {
    expect(await counter.transport.connect(sam.reader)).toMatchObject({ failure: { code: 'READER_BUSY' } });
  });

  test('a SAM that is left powered is not opened again by the next process', async () => {
    const { opens } = await counter.lab('facts');
    await sam.sam.leave();
    sam = unwrapped(await prepare(counter.transport));
    expect((await counter.lab('facts')).opens).toBe(opens);
  });

  test('a SAM taken out is missed, put back it is opened once', async () => {
    const { opens } = await counter.lab('facts');
    await counter.lab('sam-remove');
    await untilEmpty(sam.reader);
    await sam.sam.leave();
    expect(await prepare(counter.transport)).toMatchObject({ failure: { code: 'SAM_MISSING' } });
    await counter.lab('sam-insert');
    await expect.poll(async () => (await prepared()).ok, { timeout: 10_000 }).toBe(true);
    expect((await counter.lab('facts')).opens).toBe(opens + 1);
    expect((await tap(ordinaryPlan())).ok).toBe(true);
  });

  async function prepared() {
    const result = await prepare(counter.transport);
    if (result.ok) sam = result.value;
    return result;
  }

  test('a service that stops is named, and its return is noticed without help', async () => {
    const seen: string[] = [];
    const watch = counter.transport.watch((change: ReaderChange) =>
      seen.push(change.kind === 'broken' ? change.failure.code : `${change.readers.length} readers`),
    );
    await expect.poll(() => seen, { timeout: 5000 }).toEqual(['2 readers']);
    await stopCardService();
    await expect.poll(() => seen, { timeout: 10_000 }).toContain('SERVICE_NOT_RUNNING');
    await sam.sam.leave();
    await startCardService();
    try {
      await expect.poll(() => seen.at(-1), { timeout: 10_000 }).toBe('2 readers');
      await expect.poll(async () => (await prepared()).ok, { timeout: 10_000 }).toBe(true);
      expect((await tap(ordinaryPlan())).ok).toBe(true);
      await sam.sam.leave();
    } finally {
      watch.dispose();
      await counter.close();
    }
  });
});

/** The daily look at the log: when it is done, what it leaves, and what it says of a chain that is not whole. */
import { expect, it } from 'vitest';
import { ok } from '../../native/failure.ts';
import { trainingWrapper } from '../store/index.ts';
import { manualClock, temporaryFolder, valueOfResult } from '../store/store.test-support.ts';
import { closeOfDay } from './close-of-day.ts';
import { type Installation, openInstallation } from './installation.ts';

const soon = 300_000;
const day = 86_400_000;

async function aCounter() {
  const clock = manualClock(Date.parse('2026-11-22T03:00:00Z'));
  const installation = valueOfResult(await openInstallation(temporaryFolder(), trainingWrapper, clock));
  let broken = 0;
  const open = () =>
    closeOfDay(installation, { timeZone: () => 'Asia/Jakarta', counter: () => 'Loket 1' }, () => {
      broken += 1;
    });
  return { clock, installation, open, broken: () => broken };
}

function signed({ audit }: Installation): number {
  return valueOfResult(audit.list(2000)).filter(({ event }) => event === 'CHECKPOINT_SIGNED').length;
}

function write({ audit, store }: Installation, entries: number): void {
  const by = { actor: 'SYSTEM', counter: 'Loket 1' };
  valueOfResult(
    store.transaction(() => {
      for (let n = 0; n < entries; n += 1) valueOfResult(audit.append(by, { event: 'LOOKUPS_REOPENED' }));
      return ok(undefined);
    }),
  );
}

it('signs the log once a day, five minutes after the start, with others getting their turn in between', async () => {
  const { clock, installation, open } = await aCounter();
  write(installation, 1200);
  const close = open();
  close.tick();
  clock.advance(soon);
  close.tick();
  expect(signed(installation)).toBe(0);
  clock.advance(1000);
  expect(signed(installation)).toBe(1);
  for (let hour = 0; hour < 6; hour += 1) {
    clock.advance(day / 24);
    close.tick();
  }
  expect(signed(installation)).toBe(1);
  const restarted = open();
  clock.advance(soon);
  restarted.tick();
  clock.advance(1000);
  expect(signed(installation)).toBe(1);
  clock.advance(day);
  restarted.tick();
  clock.advance(1000);
  expect(signed(installation)).toBe(2);
  expect(valueOfResult(installation.audit.verify()).brokenAt).toBeUndefined();
});

it('signs no chain that is not whole, and says so', async () => {
  const { clock, installation, open, broken } = await aCounter();
  write(installation, 30);
  installation.store.transaction((writer) => {
    writer.run('DROP TRIGGER audit_no_update');
    return ok(writer.run("UPDATE audit SET body = replace(body, 'Loket 1', 'Loket 2') WHERE seq = 7"));
  });
  const close = open();
  clock.advance(soon);
  for (let tick = 0; tick < 3; tick += 1) close.tick();
  expect([signed(installation), broken(), installation.audit.brokenAt()]).toEqual([0, 1, 7]);
});

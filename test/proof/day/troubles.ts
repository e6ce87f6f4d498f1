/** What befalls the counter while nobody stands there, and what the people of the office do about it. */
import { cardFailure } from '../../../native/index.ts';
import { startCardService, stopCardService, untilCards } from '../../support/card-service.ts';
import type { Counter } from '../../support/counter.ts';
import { diceOf } from '../dice.ts';
import { sendBacklog } from './backlog.ts';
import { untilReady } from './devices.ts';
import { manager, noticedMs, officer, untilHome } from './people.ts';
import type { Befalling, Trouble } from './plan.ts';

const day = 24 * 3_600_000;

type Befall = (counter: Counter, befalling: Befalling) => Promise<void>;

export const befall: Readonly<Record<Trouble, Befall>> = {
  'gateway fails': ({ world }, { how }) => world.gateway.trouble({ kind: how }),
  'gateway is back': ({ world }) => world.gateway.trouble({ kind: 'none', service: 'lookup' }),
  'balikan fails': ({ world }, { how }) => world.gateway.trouble({ kind: how, service: 'balikan' }),
  'balikan is back': async (counter) => {
    await counter.world.gateway.trouble({ kind: 'none', service: 'balikan' });
    await counter.atHome(() => sendBacklog(counter));
  },
  'answers are lost': ({ world }) =>
    world.gateway.trouble({ kind: 'reset', service: 'balikan', moment: 'after', times: 2 }),
  'sent before': ({ world }) =>
    world.gateway.trouble({ kind: 'duplicate', service: 'balikan', moment: 'after', times: 1 }),
  'SAM pulled': async (counter) => {
    const { samSlot, sam } = counter.world.counter;
    samSlot.remove();
    await counter.window.untilText(cardFailure('SAM_MISSING', '').cause.id);
    await untilCards(0);
    samSlot.insert(sam);
    await untilReady(counter);
  },
  'card service restarts': async (counter) => {
    await stopCardService();
    try {
      await counter.window.untilText(cardFailure('SERVICE_NOT_RUNNING', '').cause.id);
    } finally {
      await startCardService();
    }
    await untilReady(counter);
  },
  'clock set back': (counter) =>
    counter.atHome(async () => {
      counter.clock.move(-day);
      await shutBy(counter, 'CLOCK_WENT_BACK');
      counter.clock.move(day);
      await counter.told('session.practise', { personId: officer });
      await shutBy(counter, undefined);
    }),
  'access asked for': (counter, { seed }) =>
    counter.atHome(async () => {
      await ask(counter, 'ACCESS', seed);
      await counter.as(manager, () => answerAccess(counter));
    }),
  'consent withdrawn': (counter, { seed }) => counter.atHome(() => ask(counter, 'WITHDRAWAL', seed)),
  'refusal corrected': (counter) =>
    counter.atHome(async () => {
      await counter.as(manager, async () => {
        const [refused] = await counter.told('outbox.list', { limit: 1, open: true });
        if (refused === undefined) throw new Error('nothing was refused');
        const { itemId } = refused;
        await counter.told('outbox.act', { act: 'CORRECT', itemId, changes: { AID_TYPE: 'PUPUK' } });
      });
      await sendBacklog(counter);
    }),
  // Dukcapil counts what other counters of the institution use as well.
  'quota used up': async ({ world }) => world.gateway.setQuota(0),
  'balikan fails till evening': ({ world }, { how }) =>
    world.gateway.trouble({ kind: how, service: 'balikan' }),
};

async function shutBy(counter: Counter, code: string | undefined): Promise<void> {
  await counter.untilHome(`the counter is shut by ${code}`, ({ shut }) => shut?.code === code, noticedMs);
}

/** A resident comes with the receipt of a consent of today. */
async function ask(counter: Counter, kind: 'ACCESS' | 'WITHDRAWAL', seed: number): Promise<void> {
  const rows = await counter.told('kept.list', { limit: 200 });
  const row = rows[diceOf(seed).number(rows.length)];
  if (row === undefined) throw new Error('nothing is kept');
  const { receiptNo } = row;
  await counter.told('requests.act', {
    act: 'TAKE',
    kind,
    receiptNo,
    channel: 'COUNTER',
    identityChecked: true,
  });
}

/** The manager opens the record on a page of its own, hands out what is kept, and says so. */
async function answerAccess(counter: Counter): Promise<void> {
  const [request] = await counter.told('requests.list');
  if (request === undefined || request.recordId === null) throw new Error('there is no request to answer');
  const { requestId, recordId } = request;
  const order = JSON.stringify({ recordId, requestId });
  await counter.window.run(`void window.ketuk.invoke('kept.open', ${order})`);
  await counter.window.until(
    'the record is open',
    "location.host.startsWith('arsip-') && document.querySelector('h1')",
  );
  await counter.window.press('Escape');
  await untilHome(counter);
  await counter.told('requests.act', { act: 'COMPLETE', requestId, note: 'Salinan diserahkan di loket' });
}

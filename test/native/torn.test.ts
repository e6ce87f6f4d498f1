/** The card is pulled at every exchange of every plan: each time a named failure, a recovered SAM, and a next tap that works. */
import { expect, test } from 'vitest';
import { authenticityPlan, ordinaryPlan, readCard, waitForTap } from '../../native/index.ts';
import { createCard, sampleResident } from '../../simulator/index.ts';
import { granted, openCounter, opened, tapAndRead, unwrapped } from './counter.ts';

test.each([
  ['ordinary', ordinaryPlan],
  ['authenticity', authenticityPlan],
] as const)('the %s reading survives the card being pulled at any exchange', async (_, plan) => {
  const counter = openCounter();
  const sam = await opened(counter);
  unwrapped(await tapAndRead(counter, sam, {}, plan()));
  // The first exchange is the SELECT by which the tap was found out.
  const exchanges = counter.chip.statistics().exchanges - 1;
  expect(exchanges).toBeGreaterThan(15);
  for (let at = 1; at <= exchanges; at++) {
    const torn = await readTorn(at);
    expect(torn, `exchange ${at}`).toMatchObject({
      ok: false,
      failure: { code: 'CARD_REMOVED', retry: 'now' },
    });
    const next = await tapAndRead(counter, sam, { resident: 'R2' });
    expect(next.ok, `after exchange ${at}`).toBe(true);
  }
  expect(counter.sam.facts().opens).toBe(1);

  async function readTorn(exchange: number) {
    counter.chip.insert(createCard(sampleResident('R1')));
    const tapped = unwrapped(await waitForTap(counter.transport, { samReader: () => sam.reader }));
    counter.chip.tearAt(exchange);
    const reading = await readCard({ card: tapped.card, sam: sam.open }, plan(), { granted });
    await tapped.card.connection.disconnect('reset');
    return reading;
  }
});

/** Processes that die at the worst moment: nothing is half-recorded, nothing owed is lost, and nothing is sent twice. */
import { afterEach, describe, expect, test } from 'vitest';
import { appFailure } from '../../electron/contract/index.ts';
import { randomResident } from '../../simulator/index.ts';
import { untilCards } from '../support/card-service.ts';
import { Counter } from '../support/counter.ts';
import { knownToGateway } from '../support/world.ts';

const resident = randomResident(531);

let counter: Counter;

afterEach(() => counter?.close());

async function openCounter(): Promise<void> {
  counter = await Counter.open();
  knownToGateway(counter.world.gateway, resident);
}

function killVisitProcess(): void {
  const [pid] = counter.helpers();
  if (pid === undefined) throw new Error('there is no visit process');
  process.kill(pid, 'SIGKILL');
}

describe('a visit process that dies in the middle of a visit', () => {
  test('is named on the screen, leaves nothing half-recorded, and the next tap works', async () => {
    await openCounter();
    await counter.tapUntil('RESULT_MATCH', resident);
    await counter.answerConsent('s');
    killVisitProcess();
    await counter.window.untilText(appFailure('VISIT_PROCESS_DIED', '').cause.id);
    expect(await counter.window.shows(resident.name)).toBe(false);
    counter.lift();
    await untilCards(1);
    await counter.tap(resident);
    await counter.next();
    const { home, outbox, kept, audit } = await counter.lists();
    expect({ served: home.today.served, outbox, kept }).toEqual({ served: 0, outbox: [], kept: [] });
    expect(audit.map(({ event }) => event)).not.toContain('CONSENT_RECORDED');
  });
});

describe('a program that is killed after the service was recorded', () => {
  /** Serves while the data-balikan service is silent, and pulls the plug while the item is on its way. */
  async function serveAndKill(moment: 'before' | 'after'): Promise<void> {
    await openCounter();
    const { gateway } = counter.world;
    await gateway.trouble({ kind: 'stall', service: 'balikan', moment });
    await counter.tapUntil('RESULT_MATCH', resident);
    await counter.answerConsent('t');
    await counter.window.press('Enter');
    await expect.poll(() => gateway.journal('balikan').length, { timeout: 10_000 }).toBe(1);
    await counter.kill();
    await gateway.trouble({ kind: 'none' });
    counter.lift();
    await counter.start();
    await counter.window.untilState('READY');
    await counter.untilSent();
  }

  test.each([
    ['before', 'before it was seen by Dukcapil', false],
    ['after', 'after Dukcapil took it and before it could say so', true],
  ] as const)(
    '%s the item arrived sends it at the next start, exactly once',
    async (moment, _when, duplicate) => {
      await serveAndKill(moment);
      expect(counter.world.gateway.accepted(resident.nik)).toBe(1);
      const { outbox } = await counter.lists();
      expect(outbox).toMatchObject([{ status: 'ACKNOWLEDGED', duplicate }]);
    },
  );
});

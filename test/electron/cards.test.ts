/** Cards and SAMs that fail, in a real window over a real card service: the broken link is named, and the next tap works. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type CardFailureCode, cardFailure } from '../../native/index.ts';
import { institutionSecrets, Sam } from '../../simulator/index.ts';
import { startCardService, stopCardService, untilCards } from '../support/card-service.ts';
import { Counter } from '../support/counter.ts';

const says = (counter: Counter, code: CardFailureCode) =>
  counter.window.untilText(cardFailure(code, '').cause.id);

/** A failure stands on the screen. */
const saying = (code: CardFailureCode): [what: string, expression: string] => [
  `the screen says ${code}`,
  `document.body.innerText.includes(${JSON.stringify(cardFailure(code, '').cause.id)})`,
];

const lamps = async (counter: Counter) => {
  const { reader, sam } = (await counter.home()).lamps;
  return { reader: reader.failure?.code ?? reader.colour, sam: sam.failure?.code ?? sam.colour };
};

const untilLamps = (counter: Counter, expected: { reader?: string; sam?: string }) =>
  expect.poll(() => lamps(counter), { timeout: 15_000, interval: 100 }).toMatchObject(expected);

describe('with the SAM of the counter', () => {
  let counter: Counter;

  beforeAll(async () => {
    counter = await Counter.open();
  });

  afterEach(async () => {
    const { samSlot, sam } = counter.world.counter;
    if (!samSlot.present()) samSlot.insert(sam);
    counter.lift();
    await untilLamps(counter, { reader: 'ready', sam: 'ready' });
    await counter.next();
  });

  afterAll(() => counter?.close());

  test.each([4, 10, 15])(
    'a card torn out at exchange %i is named, and the next tap works in the same visit',
    async (exchange) => {
      const { window, world } = counter;
      world.counter.cardSlot.tearAt(exchange);
      await counter.layUntil(...saying('CARD_REMOVED'));
      await window.untilState('OPENED');
      const { address } = await window.see();
      await untilCards(1);
      await counter.tap();
      expect((await window.see()).address).toBe(address);
    },
  );

  test('a bank card is told from a KTP-el, and no visit is opened for it', async () => {
    await counter.layUntil(...saying('NOT_A_KTP'), undefined, { variant: 'bank-card' });
    expect(await counter.window.state()).toBe('READY');
  });

  test('a SAM pulled out is named by its lamp, and read with again once it is back', async () => {
    const { samSlot, sam } = counter.world.counter;
    samSlot.remove();
    await says(counter, 'SAM_MISSING');
    await untilLamps(counter, { sam: 'SAM_MISSING' });
    await untilCards(0);
    samSlot.insert(sam);
    await untilLamps(counter, { sam: 'ready' });
    await counter.tap();
  });

  test("another institution's SAM is refused before a card is read with it", async () => {
    const { samSlot } = counter.world.counter;
    const other = new Sam({ institution: institutionSecrets('another institution') });
    samSlot.insert(other);
    await expect.poll(async () => (await lamps(counter)).sam).toMatch(/^SAM_/);
    samSlot.remove();
  });

  test('a card service that stops is named by both lamps, and everything works again after its return', async () => {
    await stopCardService();
    try {
      await untilLamps(counter, { reader: 'SERVICE_NOT_RUNNING', sam: 'SERVICE_NOT_RUNNING' });
      await says(counter, 'SERVICE_NOT_RUNNING');
    } finally {
      await startCardService();
    }
    await untilLamps(counter, { reader: 'ready', sam: 'ready' });
    await counter.tap();
  });
});

describe('with a wrong SAM configuration', () => {
  let counter: Counter;

  beforeAll(async () => {
    counter = await Counter.open({
      change: ({ agreement, connection }) => ({
        agreement,
        connection: {
          ...connection,
          ...(connection.sam === undefined ? {} : { sam: { ...connection.sam, conf: 'ab'.repeat(32) } }),
        },
      }),
    });
  });

  afterAll(() => counter?.close());

  test('OPEN is sent once, over as many visit processes as come and go', async () => {
    await untilLamps(counter, { sam: 'SAM_OPEN_REFUSED' });
    for (let process = 0; process < 2; process += 1) {
      await counter.layUntil('a visit is open', "document.body.dataset.visitState === 'OPENED'");
      await counter.next();
      await untilLamps(counter, { sam: 'SAM_OPEN_BLOCKED' });
    }
    expect(counter.world.counter.sam.facts()).toMatchObject({ opens: 1, wrongOpens: 1 });
  });

  test('the screen says so, and IT staff can ask for one more OPEN', async () => {
    await says(counter, 'SAM_OPEN_BLOCKED');
    await counter.atHome(() => counter.as('coba-hartono', () => counter.told('devices.retrySam')));
    await expect.poll(() => counter.world.counter.sam.facts().opens, { timeout: 5000 }).toBe(2);
  });
});

/** A gateway that is silent, gone or talks nonsense: each is a named failure with a way on, and nothing that is owed is lost. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type AppFailureCode, appFailure, noticeTexts } from '../../electron/contract/index.ts';
import type { SimulatedGateway } from '../../simulator/gateway/index.ts';
import { randomResident } from '../../simulator/index.ts';
import { Counter } from '../support/counter.ts';
import { knownToGateway } from '../support/world.ts';

type Trouble = Parameters<SimulatedGateway['trouble']>[0];

const impatienceMs = 1000;
const resident = randomResident(521);

let counter: Counter;

beforeAll(async () => {
  counter = await Counter.open({
    change: ({ agreement, connection }) => ({
      agreement,
      connection: {
        ...connection,
        ...(connection.gateway === undefined
          ? {}
          : { gateway: { ...connection.gateway, timeoutMs: impatienceMs } }),
        ...(connection.dataBalikan === undefined
          ? {}
          : { dataBalikan: { ...connection.dataBalikan, timeoutMs: impatienceMs } }),
      },
    }),
  });
  knownToGateway(counter.world.gateway, resident);
});

afterEach(async () => {
  await counter.world.gateway.trouble({ kind: 'none' });
  await counter.next();
});

afterAll(() => counter?.close());

const says = (code: AppFailureCode) => counter.window.untilText(appFailure(code, '').cause.id);

describe('an inquiry that ends in no answer', () => {
  const troubles: readonly [string, Trouble, AppFailureCode][] = [
    ['a silent gateway', { kind: 'stall' }, 'GATEWAY_TIMEOUT'],
    ['a server that takes the call and never says a word', { kind: 'mute' }, 'GATEWAY_UNREACHABLE'],
    ['an answer that comes byte by byte', { kind: 'drip' }, 'GATEWAY_TIMEOUT'],
    ['an answer that ends in the middle', { kind: 'cut-off' }, 'GATEWAY_RESET'],
    ['a refused connection', { kind: 'refuse' }, 'GATEWAY_REFUSED'],
    ['a connection that breaks', { kind: 'reset' }, 'GATEWAY_RESET'],
    ['an error page', { kind: 'html-500' }, 'GATEWAY_HTTP_ERROR'],
    ['half a JSON text', { kind: 'truncated' }, 'GATEWAY_NOT_JSON'],
    ['another certificate', { kind: 'wrong-certificate' }, 'GATEWAY_CERTIFICATE'],
  ];

  test.each(troubles)(
    'because of %s is named, and asked again in the same visit',
    async (_name, trouble, code) => {
      const { window, world } = counter;
      await world.gateway.trouble(trouble);
      await counter.tapUntil('RESULT_TECH_FAIL', resident);
      await says(code);
      await world.gateway.trouble({ kind: 'none' });
      await window.press('Enter');
      await window.untilState('RESULT_MATCH');
    },
  );

  test('sends nothing at all to a server with another certificate', async () => {
    const { gateway } = counter.world;
    await gateway.trouble({ kind: 'wrong-certificate' });
    const before = gateway.journal('lookup').length;
    await counter.tapUntil('RESULT_TECH_FAIL', resident);
    expect(gateway.journal('lookup').length).toBe(before);
  });

  test('and an answer nobody knows is shown as it came, without a meaning', async () => {
    await counter.world.gateway.trouble({ kind: 'unknown-notice', times: 1 });
    await counter.tapUntil('RESULT_TECH_FAIL', resident);
    expect(await counter.window.shows('Layanan sedang dalam penyesuaian data semester')).toBe(true);
    expect(await counter.window.shows(noticeTexts.UNKNOWN_ANSWER.explanation.id)).toBe(true);
  });

  test('with elements outside the grant is used without them, and the start page says so', async () => {
    const { gateway } = counter.world;
    gateway.setStyle({ leak: ['AGAMA', 'NAMA_LGKP_IBU'] });
    await counter.tapUntil('RESULT_MATCH', resident);
    gateway.setStyle({ leak: [] });
    await counter.next();
    await counter.atHome(() => says('GATEWAY_UNGRANTED_ELEMENT'));
  });

  test('lets the service go on unverified, and its data balikan is sent all the same', async () => {
    const { window, world } = counter;
    await world.gateway.trouble({ kind: 'refuse' });
    const accepted = world.gateway.accepted(resident.nik);
    await counter.tapUntil('RESULT_TECH_FAIL', resident);
    await window.press('l');
    await window.untilState('UNVERIFIED_CONTINUED');
    counter.lift();
    await window.press('Enter');
    await window.untilState('READY');
    await counter.untilSent();
    expect(world.gateway.accepted(resident.nik)).toBe(accepted + 1);
  });
});

describe('data balikan', () => {
  async function serve(): Promise<void> {
    await counter.tapUntil('RESULT_MATCH', resident);
    await counter.answerConsent('t');
    counter.lift();
    await counter.window.press('Enter');
    await counter.window.untilState('READY');
  }

  test.each([
    { kind: 'stall', service: 'balikan' },
    { kind: 'mute', service: 'balikan' },
  ] as const)('waits under $kind in plain sight on the start page, and goes out later', async (silence) => {
    const { window, world } = counter;
    await world.gateway.trouble(silence);
    const accepted = world.gateway.accepted(resident.nik);
    await serve();
    await counter.atHome(async () => {
      await counter.untilHome(
        'the item waits',
        ({ outbox }) => outbox.waiting === 1 && outbox.oldestAgeMs !== null,
      );
      await window.untilText('Tertua');
      await expect
        .poll(async () => (await counter.told('outbox.list', { limit: 1 }))[0], { timeout: 10_000 })
        .toMatchObject({ status: 'QUEUED', attempts: 1, lastFailure: expect.stringMatching(/^BALIKAN_/) });
      await world.gateway.trouble({ kind: 'none' });
      await counter.as('uji-widodo', () => counter.told('outbox.sendNow'));
      await counter.untilSent();
    });
    expect(world.gateway.accepted(resident.nik)).toBe(accepted + 1);
  });

  test('that Dukcapil says it has already counts as acknowledged', async () => {
    await counter.world.gateway.trouble({ kind: 'duplicate', service: 'balikan', times: 1 });
    await serve();
    await counter.untilSent();
    const { outbox } = await counter.lists();
    expect(outbox[0]).toMatchObject({ status: 'ACKNOWLEDGED', duplicate: true });
  });
});

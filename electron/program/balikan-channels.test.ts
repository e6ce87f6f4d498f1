/** What is left over at the end of an agreement is no dead end: neither sent for ever nor kept from the list. */
import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { appFailure, connectionProfile, type SendOutcome } from '../contract/index.ts';
import { served, serviceContext } from '../ledger/ledger.test-support.ts';
import { ready } from '../sealing/index.ts';
import { failureOf, valueOfResult } from '../store/store.test-support.ts';
import { balikanChannels } from './balikan-channels.ts';
import { sampleOfficeAt } from './sample-office.test-support.ts';

beforeAll(ready);

const day = 86_400_000;
const context = { actor: 'uji-widodo', counter: 'Loket 1' };
const tokenRefused: SendOutcome = {
  kind: 'TECHNICAL',
  failure: { ...appFailure('BALIKAN_TOKEN_REFUSED', 'test') },
  stopQueue: true,
};

const dataBalikan = {
  baseUrl: 'https://192.0.2.7',
  path: '/api/store',
  token: 'lab-token',
  idLembaga: '400101',
  namaLembaga: 'Dinas Uji',
  shape: 'JSON_BATCH',
  timeoutMs: 1000,
};
const closedNetwork = ['192.0.2.0/24'];
const withService = connectionProfile.parse({ closedNetwork, dataBalikan });
const withoutService = connectionProfile.parse({ closedNetwork });

/** One item that waits, and how it may leave. */
async function officeThatOwes(connection = withService) {
  const { installation, office, clock, agreementId } = await sampleOfficeAt(
    '2026-11-23T03:00:00Z',
    connection,
  );
  const { outbox, recordService } = installation;
  const fact = served({ agreementId });
  valueOfResult(recordService(fact, serviceContext));
  const itemId = fact.balikan?.itemId ?? '';
  const channels = balikanChannels(office.agreements, outbox);
  return {
    outbox,
    agreementId,
    channel: () => channels.of(agreementId),
    refused() {
      valueOfResult(outbox.pick(agreementId, 1));
      valueOfResult(outbox.settle(itemId, tokenRefused));
    },
    over() {
      clock.set(clock.now() + 2000 * day);
      valueOfResult(office.agreements.tick());
    },
    /** A list of all that may be handed over, signed. */
    handedOver() {
      const agreement = { agreementId, isPushed: channels.isPushed(agreementId) };
      const items = outbox.toList(agreement);
      if (!items.ok) return items;
      const made = { listId: randomUUID(), number: '1', medium: 'PAPER', sha256: 'ab'.repeat(32) } as const;
      const listed = outbox.listed({ ...made, agreement, request: null, items: items.value }, context);
      if (!listed.ok) return listed;
      const { isPushed } = channels;
      return outbox.handOver(
        { listId: made.listId, signedOn: '2026-11-24', receivedBy: 'Dinas', isPushed },
        context,
      );
    },
  };
}

test('what the service refuses to take from an agreement that is over is handed over with a list', async () => {
  const { outbox, agreementId, channel, refused, over, handedOver } = await officeThatOwes();
  refused();
  // While it is in force a new token is the cure, and what will be sent is on no list.
  expect([channel(), failureOf(handedOver())?.code]).toEqual(['PUSH', 'BALIKAN_NOTHING_TO_LIST']);
  over();
  expect(channel()).toBe('MANUAL');
  valueOfResult(handedOver());
  expect(valueOfResult(outbox.owedOf(agreementId))).toMatchObject({ waiting: 0, needsPerson: 0 });
});

test('what an agreement that is over still owes is sent while the service takes it, and again when somebody asks for it', async () => {
  const { outbox, agreementId, channel, refused, over, handedOver } = await officeThatOwes();
  over();
  expect([channel(), failureOf(handedOver())?.code]).toEqual(['PUSH', 'BALIKAN_NOTHING_TO_LIST']);
  refused();
  expect(channel()).toBe('MANUAL');
  valueOfResult(outbox.reopen(agreementId, context));
  expect([channel(), failureOf(handedOver())?.code]).toEqual(['PUSH', 'BALIKAN_NOTHING_TO_LIST']);
});

test('what waits where no connection ever named a service is handed over once the agreement is over', async () => {
  const { outbox, agreementId, channel, over, handedOver } = await officeThatOwes(withoutService);
  expect([channel(), failureOf(handedOver())?.code]).toEqual(['PUSH', 'BALIKAN_NOTHING_TO_LIST']);
  over();
  expect(channel()).toBe('MANUAL');
  valueOfResult(handedOver());
  expect(valueOfResult(outbox.owedOf(agreementId))).toMatchObject({ waiting: 0, needsPerson: 0 });
});

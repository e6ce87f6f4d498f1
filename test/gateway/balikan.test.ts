/** The sender core against the simulated data-balikan server: both bodies, and every trouble leaves the item owed or done once. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type BalikanContent, balikanEndpoint, type SendOrder } from '../../electron/contract/index.ts';
import { newKeyPair, openWired, ready, sealWired, toWirePair } from '../../electron/sealing/index.ts';
import { deliver } from '../../electron/sender/index.ts';
import { type SimulatedGateway, startGateway } from '../../simulator/gateway/index.ts';

let gateway: SimulatedGateway;

beforeAll(async () => {
  await ready();
  gateway = await startGateway({ aidTypes: ['Bantuan benih'] });
});
afterEach(() => gateway.trouble({ kind: 'none' }));
afterAll(() => gateway.close());

let registrations = 0;
function item(changes: Record<string, string> = {}): BalikanContent {
  registrations += 1;
  return {
    nik: '4001015203880001',
    param: {
      KETERANGAN_PENERIMA_BANTUAN: `PB-${String(registrations).padStart(4, '0')}`,
      JENIS_BANTUAN: 'Bantuan benih',
      ...changes,
    },
  };
}

async function send(
  content: BalikanContent,
  changes: Partial<SendOrder['endpoint']> = {},
  scheme: 'https' | 'http' = 'https',
) {
  const key = toWirePair(newKeyPair());
  const { balikan, certificate } = gateway.address;
  const { token, id_lembaga, nama_lembaga } = gateway.consumer;
  const order: SendOrder = {
    items: [
      { itemId: 'item-0001', envelope: sealWired(key.publicKey, Buffer.from(JSON.stringify(content))) },
    ],
    key,
    endpoint: {
      ...balikanEndpoint.parse({
        baseUrl: balikan[scheme],
        path: balikan.storePath,
        certificateSha256: certificate.sha256Hex,
        token,
        idLembaga: id_lembaga,
        namaLembaga: nama_lembaga,
        timeoutMs: 1000,
      }),
      ...changes,
    },
    closedNetwork: ['127.0.0.0/8'],
  };
  const [outcome] = await deliver(order, { open: openWired, now: Date.now });
  return outcome;
}

function acceptedOf({ nik, param }: BalikanContent): number {
  return gateway.accepted(nik, param.KETERANGAN_PENERIMA_BANTUAN);
}

describe('delivery', () => {
  test.each([
    ['JSON_BATCH', 'https'],
    ['MULTIPART_SINGLE', 'https'],
    ['JSON_BATCH', 'http'],
  ] as const)('%s over %s is acknowledged once and a repetition is a duplicate', async (shape, scheme) => {
    const content = item();
    expect(await send(content, { shape }, scheme)).toMatchObject({ kind: 'ACKNOWLEDGED', duplicate: false });
    expect(await send(content, { shape }, scheme)).toMatchObject({ kind: 'ACKNOWLEDGED', duplicate: true });
    expect(acceptedOf(content)).toBe(1);
  });

  test('a wrong token stops the queue and is no rejection of the item', async () => {
    expect(await send(item(), { token: 'expired' })).toMatchObject({
      kind: 'TECHNICAL',
      stopQueue: true,
      failure: { code: 'BALIKAN_TOKEN_REFUSED' },
    });
  });

  test('a kind of aid the server does not know goes to a person, without the NIK in the reason', async () => {
    const content = item({ JENIS_BANTUAN: 'Bantuan lain' });
    const outcome = await send(content);
    expect(outcome?.kind).toBe('REJECTED');
    expect(JSON.stringify(outcome)).not.toContain(content.nik);
    expect(acceptedOf(content)).toBe(0);
  });
});

const stopping = new Set<string>(['GATEWAY_CERTIFICATE', 'BALIKAN_ANSWER_UNKNOWN']);

describe('trouble', () => {
  test.each([
    [{ kind: 'stall' }, 'BALIKAN_UNREACHABLE'],
    [{ kind: 'reset' }, 'BALIKAN_UNREACHABLE'],
    [{ kind: 'refuse' }, 'BALIKAN_UNREACHABLE'],
    [{ kind: 'mute' }, 'BALIKAN_UNREACHABLE'],
    [{ kind: 'wrong-certificate' }, 'GATEWAY_CERTIFICATE'],
    [{ kind: 'html-500' }, 'BALIKAN_SERVER_ERROR'],
    [{ kind: 'text-500' }, 'BALIKAN_SERVER_ERROR'],
    [{ kind: 'garbage' }, 'BALIKAN_ANSWER_UNKNOWN'],
    [{ kind: 'empty-body' }, 'BALIKAN_ANSWER_UNKNOWN'],
    [{ kind: 'redirect' }, 'BALIKAN_SERVER_ERROR'],
    [{ kind: 'truncated' }, 'BALIKAN_ANSWER_UNKNOWN'],
    [{ kind: 'cut-off' }, 'BALIKAN_UNREACHABLE'],
  ] as const)('%o leaves the item owed with %s, and the next try ends it', async (trouble, code) => {
    const content = item();
    await gateway.trouble({ ...trouble, service: 'balikan' });
    expect(await send(content)).toMatchObject({
      kind: 'TECHNICAL',
      stopQueue: stopping.has(code),
      failure: { code },
    });
    await gateway.trouble({ kind: 'none' });
    expect(await send(content)).toMatchObject({ kind: 'ACKNOWLEDGED' });
    expect(acceptedOf(content)).toBe(1);
  });

  test('an answer lost after the server took the item ends as a duplicate', async () => {
    const content = item();
    await gateway.trouble({ kind: 'reset', moment: 'after', times: 1, service: 'balikan' });
    expect(await send(content)).toMatchObject({ kind: 'TECHNICAL' });
    expect(await send(content)).toMatchObject({ kind: 'ACKNOWLEDGED', duplicate: true });
    expect(acceptedOf(content)).toBe(1);
  });
});

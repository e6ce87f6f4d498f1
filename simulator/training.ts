/**
 * The simulators as one process of training mode: a reader with chip and SAM, a gateway and a data-balikan service, and the
 * drawer's orders. Everything outside the counter lives here, so that the program itself meets nothing but its usual ends.
 */
import { createCard } from './card/index.ts';
import { institutionSecrets } from './crypto/index.ts';
import { type SimulatedGateway, startGateway } from './gateway/index.ts';
import { isSampleId, sampleResident } from './residents/index.ts';
import { Sam } from './sam/index.ts';
import { SimulatedSlot } from './slot.ts';

/** As much of Electron's port as is used here; the simulators know no Electron. */
interface Port {
  on(event: 'message', listener: (message: { data: unknown; ports: readonly Port[] }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  postMessage(message: unknown): void;
  start?(): void;
}

const institution = institutionSecrets('TIRTA-PANGAN');
const cardSlot = new SimulatedSlot({ readerName: 'KETUK Latihan CL Reader 0', timing: 'traced' });
const samSlot = new SimulatedSlot({ readerName: 'KETUK Latihan SAM Reader 0', timing: 'traced' });
const slots = [cardSlot, samSlot];
const sam = new Sam({ institution });

/** Pulled in the middle of the biodata: late enough to be annoying, early enough to lose it. */
const tearExchange = 14;

const noticeCodes: Readonly<Record<string, '03' | '05' | '11' | '12' | '13' | '14' | '15' | '16' | '17'>> = {
  'notice-deceased': '11',
  'notice-duplicate': '12',
  'notice-not-found': '13',
  'notice-inactive': '14',
  'notice-bad-format': '15',
  'notice-login-failed': '03',
  'notice-quota': '05',
  'notice-institution': '16',
  'notice-user-id': '17',
};

/** The median of the field. Its tail of ten seconds and more is a trouble of its own in the drawer. */
const usualLatencyMs = 400;

let bankCardNext = false;

async function cause(gateway: SimulatedGateway, trouble: string): Promise<void> {
  await gateway.trouble({ kind: 'none' });
  cardSlot.setTrouble('none');
  bankCardNext = false;
  if (!samSlot.present()) samSlot.insert(sam);
  const code = noticeCodes[trouble];
  if (code !== undefined) return gateway.trouble({ kind: 'notice', code, times: 1 });
  switch (trouble) {
    case 'tear':
      cardSlot.tearAt(tearExchange);
      return;
    case 'card-mute':
      cardSlot.setTrouble('silent');
      return;
    case 'bank-card':
      bankCardNext = true;
      return;
    case 'sam-out':
      samSlot.remove();
      return;
    case 'gateway-silent':
      return gateway.trouble({ kind: 'stall' });
    case 'gateway-refused':
      return gateway.trouble({ kind: 'refuse' });
    case 'gateway-error-page':
      return gateway.trouble({ kind: 'html-500' });
    case 'balikan-silent':
      return gateway.trouble({ kind: 'stall', service: 'balikan' });
    case 'balikan-duplicate':
      return gateway.trouble({ kind: 'duplicate', service: 'balikan', times: 1 });
  }
}

function tap(name: string): void {
  if (!isSampleId(name)) return;
  cardSlot.insert(createCard(sampleResident(name), bankCardNext ? { variant: 'bank-card' } : {}));
  bankCardNext = false;
}

/** Gives one visit process the two slots, command by command. */
function serveSlots(port: Port): void {
  port.on('message', ({ data }) => {
    const asked = data as { id: number; slot: number; kind: string; command?: Uint8Array };
    const slot = slots[asked.slot];
    if (slot === undefined) return;
    void act(slot, asked.kind, asked.command).then((bytes) => port.postMessage({ id: asked.id, bytes }));
  });
  const tell = () =>
    port.postMessage({ slots: slots.map((slot) => ({ name: slot.readerName, present: slot.present() })) });
  const silence = slots.map((slot) => slot.onChange(tell));
  port.on('close', () => {
    for (const stop of silence) stop();
  });
  port.start?.();
  tell();
}

async function act(slot: SimulatedSlot, kind: string, command: Uint8Array | undefined) {
  if (kind === 'powerUp') return slot.powerUp();
  if (kind === 'exchange' && command !== undefined) return slot.exchange(command);
  await slot.powerDown();
  return undefined;
}

async function main(parent: Port): Promise<void> {
  samSlot.insert(sam);
  const gateway = await startGateway({ latency: usualLatencyMs });
  parent.on('message', ({ data, ports }) => {
    const order = data as { kind: string; resident?: string; trouble?: string };
    const port = ports[0];
    if (order.kind === 'cards' && port !== undefined) serveSlots(port);
    if (order.kind === 'tap') tap(order.resident ?? '');
    if (order.kind === 'remove') cardSlot.remove();
    if (order.kind === 'trouble') void cause(gateway, order.trouble ?? 'none');
  });
  const { address, consumer } = gateway;
  parent.postMessage({
    kind: 'ready',
    gateway: { baseUrl: address.gateway.https, certificateSha256: address.certificate.sha256Hex, consumer },
    balikan: { baseUrl: address.balikan.https, path: address.balikan.storePath },
    sam: {
      pcid: Buffer.from(institution.pcid).toString('hex'),
      conf: Buffer.from(institution.conf).toString('hex'),
      uid: Buffer.from(institution.samUid).toString('hex'),
    },
  });
}

const { parentPort } = process as unknown as { readonly parentPort: Port };
void main(parentPort);

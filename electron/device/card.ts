/**
 * The card's half of a device test: a training card is waited for, read in the clear, timed, and introduced to the SAM. What is read is
 * overwritten by whoever reads it; only how much it was and how long it took comes out.
 */
import {
  cardFailure,
  type Failure,
  failed,
  handshakePlan,
  type KtpCard,
  type Meter,
  type OpenSam,
  ok,
  plainPlan,
  type Result,
  readCard,
  type TappedCard,
  waitForTap,
} from '../../native/index.ts';
import type { DeviceTestOrder } from '../contract/index.ts';
import { fittedLink, repeated } from './link-fit.ts';
import type { DeviceTestPorts } from './ports.ts';
import type { TestedSam } from './sam.ts';
import type { Steps } from './steps.ts';

/** Data lengths of the reads by which the link is measured. */
const lengths = repeated([8, 64, 128, 192, 248]);

/** Gives the reader on which the card was laid. */
export async function testCard(
  order: DeviceTestOrder,
  steps: Steps,
  meter: Meter,
  ports: DeviceTestPorts,
  sam: TestedSam | undefined,
): Promise<string | undefined> {
  const tapped = await steps.take(
    'CARD_FOUND',
    () => laidDown(order, meter, ports, sam?.found.reader),
    ({ reader }) => ({ reader }),
  );
  if (tapped === undefined) return undefined;
  const { card, reader } = tapped;
  const counted = await steps.take(
    'CARD_READ',
    () => readInTheClear(card, meter, ports),
    (traffic) => ({ traffic }),
  );
  if (counted !== undefined) {
    await steps.take(
      'CARD_LINK',
      () => timed(card, meter),
      (link) => ({ link }),
    );
    const open = sam?.open;
    if (open !== undefined) await steps.take('CARD_WITH_SAM', () => introduced(card, open, ports));
  }
  await card.connection.disconnect('reset');
  return reader;
}

async function laidDown(
  { readers }: DeviceTestOrder,
  { transport }: Meter,
  { signal, patienceMs }: DeviceTestPorts,
  samReader: string | undefined,
): Promise<Result<TappedCard>> {
  let inTheWay: Failure = cardFailure('SLOT_EMPTY', 'wait for card');
  const over = new AbortController();
  const end = () => over.abort();
  const patience = setTimeout(end, patienceMs);
  signal.addEventListener('abort', end, { once: true });
  const tapped = await waitForTap(transport, {
    signal: over.signal,
    onNotice: (failure) => {
      inTheWay = failure ?? cardFailure('SLOT_EMPTY', 'wait for card');
    },
    samReader: () => samReader,
    ...(readers.card === undefined ? {} : { pinnedReader: readers.card }),
  });
  clearTimeout(patience);
  signal.removeEventListener('abort', end);
  // Why nothing came is told, and not that waiting ended.
  return tapped.ok || signal.aborted ? tapped : failed(inTheWay);
}

async function readInTheClear(card: KtpCard, meter: Meter, { signal, now }: DeviceTestPorts) {
  const { reader } = card.connection;
  meter.taken(reader);
  const read = await readCard({ card, sam: noSam }, plainPlan(), {
    granted: [],
    signal,
    now,
    onPhoto: (photo) => {
      if (photo.ok) photo.value.reveal().jpeg.fill(0);
    },
  });
  if (!read.ok) return read;
  const samples = meter.taken(reader);
  return ok({ exchanges: samples.length, bytes: samples.reduce((all, { bytes }) => all + bytes, 0) });
}

async function timed(card: KtpCard, meter: Meter) {
  const selected = await card.selectFile('photo');
  if (!selected.ok) return selected;
  meter.taken(card.connection.reader);
  for (const length of lengths) {
    const read = await card.readBinary('photo', 0, length);
    if (!read.ok) return read;
    read.value.fill(0);
  }
  return ok(fittedLink(meter.taken(card.connection.reader)));
}

function introduced(card: KtpCard, open: OpenSam, { signal, now }: DeviceTestPorts) {
  return readCard({ card, sam: open }, handshakePlan(), { granted: [], signal, now });
}

/** For a plan that has no need of one. */
const noSam = async () => failed(cardFailure('SAM_MISSING', 'device test'));

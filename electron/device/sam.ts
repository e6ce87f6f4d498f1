/**
 * The SAM's half of a device test: found, opened, identified, reset, timed. OPEN is sent at most once, to a SAM that was closed for it, and
 * not at all to one that says beforehand that it is another.
 */
import {
  cardFailure,
  type FoundSam,
  failed,
  findSam,
  type Meter,
  type OpenSam,
  ok,
  parseSamConfiguration,
  type Result,
  toHex,
} from '../../native/index.ts';
import type { DeviceTestOrder } from '../contract/index.ts';
import { fittedLink, repeated } from './link-fit.ts';
import type { DeviceTestPorts } from './ports.ts';
import type { Steps } from './steps.ts';

/** Data lengths of the exchanges by which the link is measured. */
const lengths = repeated([16, 96, 176, 240]);

export interface TestedSam {
  readonly found: FoundSam;
  /** Absent where it could not be opened, or is another. */
  readonly open?: OpenSam;
  /** 14 hex digits, small. */
  readonly uid?: string;
}

export async function testSam(
  order: DeviceTestOrder,
  steps: Steps,
  meter: Meter,
  { signal }: DeviceTestPorts,
): Promise<TestedSam | undefined> {
  const found = await steps.take('SAM_FOUND', () => closedSam(order, meter), onlyReader);
  if (found === undefined) return undefined;
  const expected = order.sam?.uid?.toLowerCase();
  const early = await found.sam.uidBeforeOpen();
  if (early !== undefined && expected !== undefined && hexOf(early) !== expected) {
    steps.refuse('SAM_UID', cardFailure('SAM_UID_MISMATCH', 'SAM UID'));
    return { found };
  }
  const open = signal.aborted ? undefined : await steps.take('SAM_OPEN', () => opened(order, found));
  if (open === undefined || signal.aborted) return { found };
  const uid = await steps.take('SAM_UID', () => identified(open, expected));
  // A SAM that is not the one of the books is let alone.
  if (uid === undefined) return { found };
  await steps.take('SAM_RESET', () => open.resetSession());
  await steps.take(
    'SAM_LINK',
    () => timed(open, meter, found.reader),
    (link) => ({ link }),
  );
  return { found, open, uid: hexOf(uid) };
}

/** Somebody may have left it open, and an OPEN that was not needed would say nothing about PCID and CONF. */
async function closedSam({ openWasRefused, readers }: DeviceTestOrder, { transport }: Meter) {
  const search = { openWasRefused, ...(readers.sam === undefined ? {} : { pinnedReader: readers.sam }) };
  const first = await findSam(transport, search);
  if (!first.ok) return first;
  await first.value.sam.close();
  return findSam(transport, search);
}

async function opened({ sam }: DeviceTestOrder, found: FoundSam): Promise<Result<OpenSam>> {
  if (sam === undefined) return failed(cardFailure('SAM_CONFIGURATION_INVALID', 'device test', 'none'));
  const configuration = parseSamConfiguration(sam.pcid, sam.conf);
  return configuration.ok ? found.sam.open(configuration.value) : configuration;
}

function identified(open: OpenSam, expected: string | undefined): Promise<Result<Uint8Array>> {
  return expected === undefined ? open.uid() : open.verifyUid(Buffer.from(expected, 'hex'));
}

async function timed(open: OpenSam, meter: Meter, reader: string) {
  meter.taken(reader);
  for (const length of lengths) {
    const echoed = await open.echo(length);
    if (!echoed.ok) return echoed;
  }
  return ok(fittedLink(meter.taken(reader)));
}

function onlyReader({ reader }: FoundSam) {
  return { reader };
}

function hexOf(uid: Uint8Array): string {
  return toHex(uid).replaceAll(' ', '').toLowerCase();
}

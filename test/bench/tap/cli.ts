/**
 * One tap, read by the real card layer in a fresh process, as a visit process is fresh for every resident: nothing is warm that
 * would not be. Prepares the SAM, says `{"waiting":true}`, waits for the card, reads it and prints when what happened.
 * Started by the bench, not by people: `cli.ts ordinary|public`, with PCID and CONF in the environment.
 */
import { strict as assert } from 'node:assert';
import {
  type Connections,
  cardElements,
  createPcscTransport,
  exchange,
  findSam,
  OpenSam,
  ok,
  ordinaryPlan,
  parseSamConfiguration,
  prepareSam,
  publicPlan,
  readCard,
  waitForTap,
} from '../../../native/index.ts';
import { openArgument } from '../../../native/sam/configuration.ts';
import { must } from '../cannot-measure.ts';

interface SamAtHand {
  readonly reader: string;
  readonly sam: Connections['sam'];
  leave(): Promise<void>;
}

const { BENCH_PCID = '', BENCH_CONF = '' } = process.env;
const configuration = must(parseSamConfiguration(BENCH_PCID, BENCH_CONF));
const transport = createPcscTransport();
try {
  await run(process.argv[2] === 'public' ? 'public' : 'ordinary');
} finally {
  await transport.dispose();
}

async function run(order: 'ordinary' | 'public'): Promise<void> {
  const { sam, reader, leave } = order === 'public' ? await closedSam() : await openSam();
  // The driver polls for cards; what the reader does not know yet nobody can be fast about. So the clock of the tap starts
  // with the notice of the card service, and the time from the card's arrival is told besides.
  let noticedAt = 0;
  let gone: () => void = () => undefined;
  const empty = new Promise<void>((resolve) => {
    gone = resolve;
  });
  const watch = transport.watch((change) => {
    if (change.kind !== 'readers') return;
    const lies = change.readers.some(({ name, cardPresent }) => cardPresent && name !== reader);
    if (!lies) gone();
    else noticedAt = performance.now();
  });
  await empty;
  const tap = waitForTap(transport, { samReader: () => reader });
  print({ waiting: true });
  const { card } = must(await tap);
  const readAt = performance.now();
  const identity = { at: 0, elements: 0 };
  let photoAt = 0;
  const reading = must(
    await readCard({ card, sam }, order === 'public' ? publicPlan() : ordinaryPlan(), {
      granted: cardElements,
      onPhoto: (photo) => {
        must(photo);
        photoAt = performance.now();
      },
      onBiodata: (values) => {
        identity.at = performance.now();
        identity.elements = Object.keys(values).length;
      },
    }),
  );
  const endedAt = performance.now();
  assert(noticedAt > 0 && photoAt > 0 && identity.elements > 0);
  if (order === 'public') assert(reading.authenticity !== undefined);
  watch.dispose();
  await card.connection.disconnect('leave');
  await leave();
  print({
    noticedAt: performance.timeOrigin + noticedAt,
    connectMs: readAt - noticedAt,
    photoMs: photoAt - noticedAt,
    identityMs: identity.at - noticedAt,
    endMs: endedAt - noticedAt,
  });
}

/** As a visit has it: found, opened and reset before anybody taps. */
async function openSam(): Promise<SamAtHand> {
  const { reader, open, sam } = must(await prepareSam(transport, { configuration }));
  return { reader, sam: open, leave: () => sam.leave() };
}

/** As the public readers have it: powered down before, opened after the tap, with OPEN and nothing else. */
async function closedSam(): Promise<SamAtHand> {
  const found = must(await findSam(transport));
  await found.sam.leave();
  await must(await transport.connect(found.reader)).disconnect('reset');
  const connection = must(await transport.connect(found.reader));
  const open = Uint8Array.of(0x00, 0xf0, 0x00, 0x00, 0x20, ...openArgument(configuration.reveal()));
  const sam = async () => {
    const answer = must(await exchange(connection, open, 'SAM OPEN'));
    assert.equal(answer.sw, 0x9000);
    return ok(new OpenSam(connection, { activation: false, log: false }));
  };
  return { reader: found.reader, sam, leave: () => connection.disconnect('leave') };
}

function print(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

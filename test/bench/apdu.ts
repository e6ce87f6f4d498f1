/**
 * What one exchange costs in our hands – encoding, queue, time limit, translation of errors, `Result`, decoding, checks – over
 * what it costs in the bare binding. Both speak over the very same connection to the simulated chip behind a real `pcscd`, in
 * blocks that take turns, so that whatever else slows the machine slows both.
 */
import {
  type CardTransport,
  createPcscTransport,
  KtpCard,
  type LoadBinding,
  loadSmartcard,
} from '../../native/index.ts';
import type { BoundCard, BoundReader } from '../../native/pcsc/binding.ts';
import { CannotMeasure, must } from './cannot-measure.ts';
import type { Measured } from './figures.ts';
import { withSimulator } from './simulator.ts';
import { median } from './statistics.ts';

const BLOCKS = 60;
const BLOCK = 50;
const WARM_UP_BLOCKS = 6;
/** The longest plain read of the photo, the commonest exchange of a visit. */
const READ_LENGTH = 250;

interface Contest {
  ours(): Promise<unknown>;
  bare(): Promise<unknown>;
}

export function measureApdu(): Promise<Measured> {
  return withSimulator('instant', async () => {
    const bound: BoundCard[] = [];
    const transport = createPcscTransport({ load: () => bindingThatShows((card) => bound.push(card)) });
    try {
      const connection = must(await transport.connect(await chipReader(transport)));
      const [bare] = bound;
      if (bare === undefined) throw new CannotMeasure('the binding gave no connection');
      const card = new KtpCard(connection);
      must(await card.selectApplication());
      must(await card.selectFile('photo'));
      const read = Buffer.from([0x00, 0xb0, 0x00, 0x00, READ_LENGTH]);
      const challenge = Buffer.from([0x00, 0x84, 0x00, 0x00, 0x08]);
      const longRead = await contest({
        ours: async () => must(await card.readBinary('photo', 0, READ_LENGTH)),
        bare: () => bare.transmit(read),
      });
      const short = await contest({
        ours: async () => must(await card.getChallenge()),
        bare: () => bare.transmit(challenge),
      });
      return {
        figures: { 'apdu.overheadRatio': Math.max(longRead.ratio, short.ratio) },
        raw: {
          'apdu.read250.oursMs': longRead.ours,
          'apdu.read250.bareMs': longRead.bare,
          'apdu.read250.ratio': longRead.ratio,
          'apdu.challenge.oursMs': short.ours,
          'apdu.challenge.bareMs': short.bare,
          'apdu.challenge.ratio': short.ratio,
          'apdu.exchangesEach': BLOCKS * BLOCK,
        },
      };
    } finally {
      await transport.dispose();
    }
  });
}

/**
 * Blocks A B B A: neither side is always the one that comes after the other. The ratio is the median of the rounds' own ratios, so that a
 * machine that is slow for a second slows both sides of a round and moves nothing.
 */
async function contest({ ours, bare }: Contest): Promise<{ ours: number; bare: number; ratio: number }> {
  const rounds: { ours: number; bare: number }[] = [];
  for (let round = 0; round < WARM_UP_BLOCKS + BLOCKS; round++) {
    const medians = { ours: 0, bare: 0 };
    for (const side of round % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const)) {
      medians[side] = median(await block(side === 'ours' ? ours : bare));
    }
    if (round >= WARM_UP_BLOCKS) rounds.push(medians);
  }
  return {
    ours: median(rounds.map((round) => round.ours)),
    bare: median(rounds.map((round) => round.bare)),
    ratio: median(rounds.map((round) => round.ours / round.bare)),
  };
}

async function block(exchange: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < BLOCK; i++) {
    const begun = performance.now();
    await exchange();
    times.push(performance.now() - begun);
  }
  return times;
}

async function chipReader(transport: CardTransport): Promise<string> {
  const readers = must(await transport.listReaders());
  const [chip] = readers.filter(({ cardPresent }) => cardPresent);
  if (chip === undefined) throw new CannotMeasure('no card in any reader of pcscd');
  return chip.name;
}

/** The real binding, which also shows the connections it makes. */
async function bindingThatShows(show: (card: BoundCard) => void): ReturnType<LoadBinding> {
  const binding = await loadSmartcard();
  if (!binding.ok) return binding;
  const { Context } = binding.value;
  class ShowingContext extends Context {
    override listReaders(): BoundReader[] {
      return super.listReaders().map((reader) => ({
        name: reader.name,
        state: reader.state,
        atr: reader.atr,
        connect: async (shareMode: number, protocols: number) => {
          const card = await reader.connect(shareMode, protocols);
          show(card);
          return card;
        },
      }));
    }
  }
  return { ok: true, value: { Context: ShowingContext } };
}

/** Reader and SAM as the lamps of the counter show them; nobody taps before both are ready. */
import type { Counter } from '../../support/counter.ts';

const soonMs = 30_000;

export async function untilReady(counter: Counter): Promise<void> {
  await counter.window.untilState('READY');
  let seen = '';
  const ready = ({ lamps: { reader, sam } }: Awaited<ReturnType<Counter['home']>>) => {
    seen = [reader, sam].map(({ failure, colour }) => failure?.code ?? colour).join(' and ');
    return reader.colour === 'ready' && sam.colour === 'ready';
  };
  await counter.untilHome('reader and SAM are ready', ready, soonMs).catch((error: unknown) => {
    throw new Error(`reader and SAM are ${seen}`, { cause: error });
  });
  await counter.window.untilState('READY');
}

/** The channel to a paper process, its other end played: what is said when, and that nobody waits for an end that is silent. */
import { beforeEach, describe, expect, it } from 'vitest';
import { sampleReceipt } from '../contract/consent-receipt.test-support.ts';
import { appFailure, consentReceiptPages } from '../contract/index.ts';
import { inPaperProcess, type PaperPort } from './paper-link.ts';

const pages = consentReceiptPages(sampleReceipt, 'id');
const pdf = Uint8Array.of(0x25, 0x50, 0x44, 0x46);

class PlayedPort implements PaperPort {
  readonly posted: unknown[] = [];
  closed = false;
  #hear: (message: { readonly data: unknown }) => void = () => undefined;
  #gone: () => void = () => undefined;

  on(event: 'message' | 'close', listener: (message: { readonly data: unknown }) => void): void {
    if (event === 'message') this.#hear = listener;
    else this.#gone = () => listener({ data: undefined });
  }

  postMessage(message: unknown): void {
    this.posted.push(message);
  }

  start(): void {}

  close(): void {
    this.closed = true;
  }

  say(data: unknown): void {
    this.#hear({ data });
  }

  die(): void {
    this.#gone();
  }
}

let port: PlayedPort;
let timers: (() => void)[];
const after = (_ms: number, call: () => void) => {
  timers.push(call);
  return () => {
    timers = timers.filter((other) => other !== call);
  };
};

beforeEach(() => {
  port = new PlayedPort();
  timers = [];
});

/** Gives a look at what has come of it so far. */
async function begun() {
  let made: { pdf: Uint8Array | undefined } | undefined;
  void inPaperProcess(
    async () => port,
    after,
  )(pages).then((pdf) => {
    made = { pdf };
  });
  await new Promise(setImmediate);
  return async () => {
    await new Promise(setImmediate);
    return made;
  };
}

describe('the pages of a receipt', () => {
  it('are handed over once the process has spoken, and come back as a PDF; the channel ends with them', async () => {
    const made = await begun();
    expect(port.posted).toEqual([]);
    port.say('ready');
    expect(port.posted).toEqual([pages]);
    port.say({ ok: true, value: pdf });
    expect(await made()).toEqual({ pdf });
    expect(port.closed).toBe(true);
    expect(timers).toEqual([]);
  });

  it.each([
    ['which the typeface cannot draw', { ok: false, failure: appFailure('PAPER_CHARACTER', 'paper') }],
    ['answered with something else', 'what?'],
  ])('%s are none', async (_, answer) => {
    const made = await begun();
    port.say('ready');
    port.say(answer);
    expect(await made()).toEqual({ pdf: undefined });
    expect(port.closed).toBe(true);
  });

  it.each([
    ['before it has spoken', false],
    ['over them', true],
  ])('whose process dies %s are none', async (_, ready) => {
    const made = await begun();
    if (ready) port.say('ready');
    port.die();
    expect(await made()).toEqual({ pdf: undefined });
    expect(timers).toEqual([]);
  });

  it('whose process is silent are waited for no longer than some seconds, and it is let go', async () => {
    const made = await begun();
    expect(await made()).toBeUndefined();
    for (const call of timers) call();
    expect(await made()).toEqual({ pdf: undefined });
    expect(port.closed).toBe(true);
  });

  it('are none where there is no process, and one that comes too late is let go at once', async () => {
    expect(await inPaperProcess(async () => undefined, after)(pages)).toBeUndefined();
    let lend: (late: PlayedPort) => void = () => undefined;
    const made = inPaperProcess(
      () =>
        new Promise((resolve) => {
          lend = resolve;
        }),
      after,
    )(pages);
    for (const call of timers) call();
    expect(await made).toBeUndefined();
    lend(port);
    await new Promise(setImmediate);
    expect(port.closed).toBe(true);
    expect(port.posted).toEqual([]);
  });
});

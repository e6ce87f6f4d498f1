/** What stands in for the program while a page is pictured: a bridge that answers from fixtures, and a port that plays views. */
import type { Page } from 'playwright-core';
import type { HomeState, PaperModel } from '../../electron/contract/index.ts';
import type { Case } from './case.ts';
import { auditRows, home, keptRows, now, outboxRows, readerRows, record } from './fixtures.ts';
import { pdfFor } from './pages.ts';

export interface Variant {
  readonly language: HomeState['language'];
  readonly theme: HomeState['theme'];
}

/** What the page asked of main and of its port, in order. */
export interface Asked {
  readonly kind: string;
  readonly value: unknown;
}

interface Play {
  readonly start: Variant & { readonly training: boolean };
  readonly page: Case['page'];
  readonly now: number;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly refusals: Readonly<Record<string, unknown>>;
  readonly message: unknown;
  readonly silent: boolean;
}

/** Runs in the page before its own scripts. */
function playProgram(play: Play): void {
  const asked: Asked[] = [];
  const listeners = new Set<() => void>();
  const started = performance.now();
  // What is bytes came here through JSON.
  const revived = (value: unknown) =>
    JSON.parse(JSON.stringify(value ?? null), (_key, member) =>
      Array.isArray(member?.bytes) ? new Uint8Array(member.bytes) : member,
    );
  Date.now = () => play.now + (performance.now() - started);
  const bridge = {
    page: play.page,
    start: play.start,
    onChanged: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    invoke: (channel: string, input: unknown) => {
      asked.push({ kind: channel, value: input });
      if (play.silent) return new Promise(() => undefined);
      const failure = play.refusals[channel];
      if (failure !== undefined) return Promise.resolve({ ok: false, failure });
      return Promise.resolve({ ok: true, value: revived(play.answers[channel]) });
    },
  };
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = (event: MessageEvent<Asked>) => asked.push(event.data);
  window.addEventListener('message', (event) => {
    if (event.data !== 'ketuk-page-ready') return;
    window.postMessage('ketuk-port', window.location.origin, [port2]);
    const message = revived(play.message);
    if (message !== null) port1.postMessage(message);
  });
  Object.assign(window, {
    ketuk: bridge,
    stage: {
      asked,
      tell: (message: unknown) => port1.postMessage(message),
      change: () => {
        for (const listener of listeners) listener();
      },
    },
  });
}

function bytesAsList(_key: string, value: unknown): unknown {
  return value instanceof Uint8Array ? { bytes: [...value] } : value;
}

function paperAnswers(model: PaperModel) {
  return {
    'papers.preview': { model, hindrance: null },
    'papers.expect': { pdf: pdfFor(model), whole: true },
    'papers.pages': { pdf: pdfFor(model), whole: true },
    'papers.receipt': { model, pdf: pdfFor(model) },
  };
}

function hostOf(page: Case['page']): string {
  if (page === 'home') return 'beranda';
  return page === 'visit' ? 'kunjungan-contoh-0001' : 'arsip-contoh-0001';
}

function messageOf(one: Case): unknown {
  if (one.page === 'visit') return { kind: 'view', view: one.view };
  return one.page === 'record' ? { kind: 'record', record: one.record ?? record } : undefined;
}

/** Opens the page of a case in a variant, and leads it to the screen that is meant. */
export async function stage(page: Page, one: Case, variant: Variant): Promise<void> {
  const play: Play = {
    start: { ...variant, training: (one.home ?? home).training },
    page: one.page,
    now,
    answers: {
      'home.state': { ...(one.home ?? home), ...variant },
      'outbox.list': outboxRows,
      'outbox.handingOver': { waiting: [], lists: [], withoutService: 0 },
      'kept.list': keptRows,
      'audit.list': auditRows,
      'devices.list': readerRows,
      'custody.view': { agreements: [], lines: [], cards: [], readers: [] },
      ...(one.paper === undefined ? {} : paperAnswers(one.paper)),
      ...one.answers,
    },
    refusals: one.refusals ?? {},
    message: messageOf(one),
    silent: one.silent === true,
  };
  await page.goto('about:blank');
  // The loader of TypeScript wraps functions in a helper that the page does not have.
  const helper = 'globalThis.__name = (named) => named;';
  const content = `${helper}(${playProgram.toString()})(${JSON.stringify(play, bytesAsList)})`;
  const script = await page.addInitScript({ content });
  await page.goto(`ketuk://${hostOf(one.page)}/${one.hash ?? ''}`);
  await script.dispose();
  // While main opens keys and database, and while a page is fetched, another screen stands.
  await page.waitForSelector(
    one.silent ? 'main[data-screen="opening-long"] h1' : 'main:not([data-screen^="opening"]) h1',
  );
  for (const selector of one.click ?? []) await page.click(selector);
  for (const key of one.press ?? []) await page.keyboard.press(key);
}

export async function asked(page: Page): Promise<readonly Asked[]> {
  return page.evaluate(() => (window as unknown as { stage: { asked: Asked[] } }).stage.asked);
}

/** Main says that something changed. */
export async function change(page: Page): Promise<void> {
  await page.evaluate(() => (window as unknown as { stage: { change(): void } }).stage.change());
}

export async function tell(page: Page, message: unknown): Promise<void> {
  await page.evaluate(
    (given) => (window as unknown as { stage: { tell(message: unknown): void } }).stage.tell(given),
    message,
  );
}

/** The shell around the pages: what a page cannot do, whatever it was talked into, and what changes without a restart. */
import { existsSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { sampleResident } from '../../simulator/index.ts';
import { Counter } from '../support/counter.ts';

let counter: Counter;

beforeAll(async () => {
  counter = await Counter.open();
});

afterEach(() => counter.next());

afterAll(() => counter?.close());

/** Where the window went since this was asked; each navigation is noted when it is done. */
async function watchNavigation(): Promise<() => Promise<string[]>> {
  const { app } = counter;
  await app.evaluate(({ BrowserWindow }) => {
    const went: string[] = [];
    BrowserWindow.getAllWindows()[0]?.webContents.on('did-navigate', (_event, url) => went.push(url));
    Object.assign(globalThis, { went });
  });
  return () => app.evaluate(() => (globalThis as unknown as { went: string[] }).went);
}

describe('a page', () => {
  test.each([
    'https://example.invalid/',
    'http://192.0.2.1/',
    'file:///etc/hostname',
    'ketuk://arsip-0123456789/',
    'ketuk://lain/',
    'data:text/html,halo',
  ])('cannot go to %s by itself', async (target) => {
    const { window } = counter;
    const went = await watchNavigation();
    await window.run(`void (location.href = ${JSON.stringify(target)})`);
    // What main does comes after it, so that nothing else may have happened by then.
    await window.press('Escape');
    await window.until('home is on screen', "location.host === 'beranda'");
    expect(await went()).toEqual(['ketuk://beranda/']);
  });

  test('cannot open a window', async () => {
    const opened = await counter.window.run<boolean>("window.open('ketuk://beranda/') !== null");
    const windows = await counter.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
    expect({ opened, windows }).toEqual({ opened: false, windows: 1 });
  });

  test('gets no permission', async () => {
    const answers = await counter.window.run<string[]>(`Promise.all([
      navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => state),
      navigator.permissions.query({ name: 'camera' }).then(({ state }) => state),
      navigator.mediaDevices.getUserMedia({ video: true }).then(() => 'granted', () => 'denied'),
      Notification.requestPermission(),
      navigator.clipboard.readText().then(() => 'granted', () => 'denied'),
    ])`);
    expect(answers).toEqual(Array(5).fill('denied'));
  });

  test('runs in the sandbox and sees nothing of Node', async () => {
    const seen = await counter.window.run<string[]>('[typeof require, typeof process, typeof module]');
    const set = await counter.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      // Not in the published types: what the page really runs with.
      const preferences = (
        contents as unknown as { getLastWebPreferences(): Electron.WebPreferences }
      ).getLastWebPreferences();
      const { sandbox, contextIsolation, nodeIntegration, webviewTag } = preferences;
      return { sandbox, contextIsolation, nodeIntegration, webviewTag };
    });
    expect({ seen, set }).toEqual({
      seen: Array(3).fill('undefined'),
      set: { sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false },
    });
  });

  test('runs no script and reaches no address that its policy does not name', async () => {
    const { ran, policies } = await counter.window.run<{ ran: boolean; policies: string[] }>(`(async () => {
      const policies = [];
      document.addEventListener('securitypolicyviolation', (event) => policies.push(event.effectiveDirective));
      const script = document.createElement('script');
      script.textContent = 'window.smuggled = true';
      document.head.append(script);
      await fetch('ketuk://beranda/').catch(() => undefined);
      await new Promise((resolve) => {
        const picture = new Image();
        picture.onload = picture.onerror = resolve;
        picture.src = 'https://192.0.2.1/x.png';
      });
      script.remove();
      return { ran: window.smuggled === true, policies };
    })()`);
    expect(ran).toBe(false);
    expect(policies).toEqual(expect.arrayContaining(['script-src-elem', 'connect-src', 'img-src']));
  });

  test.each([
    ['a channel that does not exist', 'secrets.list', undefined],
    ['a channel that is a property of every object', 'constructor', undefined],
    ['a channel of another page', 'kept.list', { limit: 1 }],
    ['an input that does not fit', 'home.settings', { language: 'de' }],
    ['practice outside practice mode', 'training.tap', { resident: 'R1' }],
  ])('that asks for %s is refused', async (_name, channel, input) => {
    expect(await counter.window.ask(channel, input)).toMatchObject({
      ok: false,
      failure: { code: 'MESSAGE_REFUSED' },
    });
  });
});

describe('the process of a visit page', () => {
  test('is gone within two seconds after the page was left', async () => {
    const rendererOf = () =>
      counter.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
      );
    await counter.tap(sampleResident('R1'));
    const before = await rendererOf();
    await counter.next();
    await expect.poll(() => existsSync(`/proc/${before}/exe`), { timeout: 2000, interval: 50 }).toBe(false);
    expect(await rendererOf()).not.toBe(before);
  });
});

describe('language and theme', () => {
  const pressButton = (label: string) =>
    counter.window.run(
      `[...document.querySelectorAll('button')].find((button) => button.textContent.includes(${JSON.stringify(label)}) || button.ariaLabel === ${JSON.stringify(label)}).click()`,
    );

  test('change on the page that is open, without loading it again', async () => {
    const { window } = counter;
    await window.run('void (window.samePage = true)');
    await pressButton('English');
    await window.until('the page speaks English', "document.documentElement.lang === 'en'");
    await window.untilText('Tap');
    await pressButton('Dark theme');
    await window.until(
      'the page is dark',
      "document.documentElement.getAttribute('data-mantine-color-scheme') === 'dark'",
    );
    expect(await window.run('window.samePage')).toBe(true);
    expect(await counter.home()).toMatchObject({ language: 'en', theme: 'dark' });
    await counter.told('home.settings', { language: 'id', theme: 'light' });
  });
});

/**
 * The one window of a launched Ketuk, as a person meets it: keys go in, what stands on the screen comes out. It goes through
 * the main process, because the window lives in a session of its own, in memory, which test drivers do not look into – and so
 * that what a test sees is no more than what it asks for.
 */
import { writeFile } from 'node:fs/promises';
import type { ElectronApplication } from 'playwright-core';

/** A page that is there answers a question about itself at once. */
const soonMs = 1000;

export interface Seen {
  readonly address: string;
  readonly title: string;
  readonly text: string;
}

export class AppWindow {
  readonly #app: ElectronApplication;

  constructor(app: ElectronApplication) {
    this.#app = app;
  }

  /** Runs an expression in the page and gives back its JSON value. A page that is left while it is asked never answers. */
  async run<T>(expression: string, withinMs = 10_000): Promise<T> {
    const asked = this.#app.evaluate(
      ({ BrowserWindow }, code) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code),
      expression,
    ) as Promise<T>;
    let timer: NodeJS.Timeout | undefined;
    const silence = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error('the page did not answer')), withinMs);
    });
    try {
      return await Promise.race([asked, silence]);
    } finally {
      clearTimeout(timer);
    }
  }

  see(): Promise<Seen> {
    return this.run('({ address: location.href, title: document.title, text: document.body.innerText })');
  }

  /** The state of the visit on screen; empty on other pages. */
  state(): Promise<string> {
    return this.run("document.body.dataset.visitState ?? ''");
  }

  /**
   * Real key events, one after the other: `Enter`, `s`, `F9`, …, which the page has dealt with when this returns. Keys go another way than
   * questions to the page, and one that is still under way would be overtaken by what the test does next.
   */
  async press(...keys: readonly string[]): Promise<void> {
    const before = await this.#keysArrived();
    for (const key of keys) {
      await this.#app.evaluate(({ BrowserWindow }, keyCode) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        contents?.sendInputEvent({ type: 'keyDown', keyCode });
        if (keyCode.length === 1 || keyCode === 'Enter') {
          contents?.sendInputEvent({ type: 'char', keyCode: keyCode === 'Enter' ? '\r' : keyCode });
        }
        contents?.sendInputEvent({ type: 'keyUp', keyCode });
      }, key);
    }
    if (before === undefined) return;
    const end = Date.now() + soonMs;
    while (Date.now() < end) {
      const arrived = await this.#keysArrived();
      // The keys may have brought another page, or ended the program.
      if (arrived?.page !== before.page || arrived.keys >= before.keys + keys.length) return;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  /** Asks main over the page's own bridge, as the page would. */
  ask<T>(channel: string, input?: unknown): Promise<T> {
    const given = input === undefined ? 'undefined' : JSON.stringify(input);
    return this.run(`window.ketuk.invoke(${JSON.stringify(channel)}, ${given})`);
  }

  /** Waits until an expression holds in the page. Nothing but its truth comes out of the page. */
  async until(what: string, expression: string, ms = 20_000): Promise<void> {
    const end = Date.now() + ms;
    while (Date.now() < end) {
      if (await this.#holds(expression)) return;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error(`waited in vain until ${what}; on screen is ${await this.#where()}`);
  }

  untilState(state: string, ms?: number): Promise<void> {
    return this.until(
      `the visit is ${state}`,
      `document.body.dataset.visitState === ${JSON.stringify(state)}`,
      ms,
    );
  }

  /** Whether a text stands on the screen; nothing else comes out of the page. */
  shows(text: string): Promise<boolean> {
    return this.run(`document.body.innerText.includes(${JSON.stringify(text)})`);
  }

  untilText(text: string, ms?: number): Promise<void> {
    return this.until(
      `the screen says ${text}`,
      `document.body.innerText.includes(${JSON.stringify(text)})`,
      ms,
    );
  }

  /** The place, the state of the visit, the headline, which never holds a value, and the code of a failure. */
  async #where(): Promise<string> {
    const code = '/\\b[A-Z]+(_[A-Z]+)+\\b/.exec(document.body.innerText)?.[0]';
    const told = `[location.href, document.body.dataset.visitState, document.querySelector('h1')?.innerText, ${code}]`;
    return this.run<string>(`${told}.filter(Boolean).join(' | ')`).catch(() => 'not known');
  }

  /** Between two pages there is nothing to see, which is no error. */
  async #holds(expression: string): Promise<boolean> {
    try {
      return await this.run<boolean>(`Boolean(${expression})`, soonMs);
    } catch {
      return false;
    }
  }

  /** The keys that this page has dealt with since it was first asked; nothing where there is no page to ask. */
  async #keysArrived(): Promise<{ readonly page: number; readonly keys: number } | undefined> {
    const counted = `(() => {
      if (window.keysArrived === undefined) {
        window.keysArrived = 0;
        window.addEventListener('keyup', () => { window.keysArrived += 1; }, true);
      }
      return { page: performance.timeOrigin, keys: window.keysArrived };
    })()`;
    return this.run<{ page: number; keys: number }>(counted, soonMs).catch(() => undefined);
  }

  async picture(file: string): Promise<void> {
    const png = await this.#app.evaluate(async ({ BrowserWindow }) => {
      const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage();
      return image?.toPNG().toString('base64') ?? '';
    });
    await writeFile(file, Buffer.from(png, 'base64'));
  }
}

/**
 * The window: sandboxed, without permissions, unable to leave our own pages. It shows one page at a time; going from one host
 * to another ends the old page's process.
 */
import { BrowserWindow, Menu, MessageChannelMain, type MessagePortMain, session } from 'electron';
import { pageKind } from './ipc.ts';
import { scheme, servePages } from './scheme.ts';

export interface ShellOptions {
  readonly pages: string;
  readonly preload: string;
  readonly background: string;
  /** What a page may know before main can answer it (Bridge.start). */
  readonly start: { readonly language: string; readonly theme: string; readonly training: boolean };
  /** Only where the program runs from its source folder; an installed one cannot be looked into. */
  readonly devTools: boolean;
}

/** Chromium's `ERR_ABORTED`. */
const aborted = -3;

export class Shell {
  readonly #window: BrowserWindow;
  /** The first page is on the screen, with what there is to read on it. */
  readonly drawn: Promise<void>;

  constructor(options: ShellOptions) {
    // In memory: nothing a page does – cache, storage, cookies – ever reaches the disk.
    const pageSession = session.fromPartition('ketuk', { cache: false });
    servePages(pageSession, options.pages);
    pageSession.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
    pageSession.setPermissionCheckHandler(() => false);
    pageSession.setSpellCheckerEnabled(false);
    // A link with a name for what it leads to is all a page would need to put something on the disk.
    pageSession.on('will-download', (event) => event.preventDefault());
    // Nothing but our own scheme leaves a page, whatever a page was talked into.
    pageSession.webRequest.onBeforeRequest((details, decide) => {
      const ours = [`${scheme}:`, 'data:', 'devtools:'].some((allowed) => details.url.startsWith(allowed));
      decide({ cancel: !ours });
    });
    Menu.setApplicationMenu(null);
    this.#window = new BrowserWindow({
      width: 1280,
      height: 800,
      minWidth: 800,
      minHeight: 600,
      show: false,
      title: 'Ketuk',
      backgroundColor: options.background,
      autoHideMenuBar: true,
      webPreferences: {
        session: pageSession,
        preload: options.preload,
        additionalArguments: Object.entries(options.start).map(([name, value]) => `--ketuk-${name}=${value}`),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        spellcheck: false,
        devTools: options.devTools,
        enableWebSQL: false,
      },
    });
    this.#lockNavigation();
    this.#window.once('ready-to-show', () => this.#window.show());
    this.drawn = new Promise((resolve) => {
      this.#window.webContents.ipc.once('ketuk-drawn', () => resolve());
    });
  }

  #lockNavigation(): void {
    const { webContents } = this.#window;
    webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
    webContents.on('will-navigate', (event) => event.preventDefault());
    webContents.on('will-redirect', (event) => event.preventDefault());
    webContents.on('will-attach-webview', (event) => event.preventDefault());
  }

  /** Calls back when the page's process ended by itself, or the page managed to leave our hosts; with what page it was. */
  onLost(listener: (page: ReturnType<typeof pageKind>) => void): void {
    const { webContents } = this.#window;
    let last = this.page;
    webContents.on('did-navigate', (_event, address) => {
      const page = pageKind(address);
      if (page === undefined) listener(last);
      else last = page;
    });
    webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason !== 'clean-exit') listener(last);
    });
  }

  /** Somebody is at the keyboard or the mouse; what a page does by itself is no input. */
  onInput(listener: () => void): void {
    this.#window.webContents.on('input-event', () => listener());
  }

  get window(): BrowserWindow {
    return this.#window;
  }

  /** Which kind of page is on screen. */
  get page() {
    return pageKind(this.#window.webContents.getURL());
  }

  /** Shows a page; false when another page was asked for meanwhile and this one never came. */
  async open(host: string): Promise<boolean> {
    const showsPerson = host !== 'beranda';
    // Windows and macOS leave such a window out of pictures and recordings of the screen.
    if (showsPerson) this.#window.setContentProtection(true);
    try {
      await this.#window.loadURL(`${scheme}://${host}/`);
      if (!showsPerson) this.#window.setContentProtection(false);
      return true;
    } catch (error) {
      // By its number: the name of the error is not always there.
      const superseded = this.#window.isDestroyed() || (error as { errno?: number }).errno === aborted;
      if (superseded) return false;
      throw error;
    }
  }

  /** Makes a channel, gives one end to the page on screen and returns the other, for the process that feeds the page. */
  connectPage(): MessagePortMain {
    const { port1, port2 } = new MessageChannelMain();
    this.#window.webContents.postMessage('ketuk-port', null, [port2]);
    return port1;
  }

  tellChanged(): void {
    if (!this.#window.isDestroyed()) this.#window.webContents.send('ketuk-changed');
  }
}

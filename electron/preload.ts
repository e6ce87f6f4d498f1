/**
 * The one bridge between pages and the program. It offers three things – ask main, hear that something changed, receive the
 * page's port – and passes nothing on that it does not know by name.
 */
import { contextBridge, ipcRenderer } from 'electron';

/** As much of the page's window as the bridge needs; the rest of the DOM is none of its business. */
interface PageWindow {
  readonly location: { readonly host: string };
  postMessage(message: string, origin: string, transfer: readonly unknown[]): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
}
declare const window: PageWindow;
/** What Chromium tells of its drawing; of its types only what is used. */
declare const PerformanceObserver: new (
  heard: (list: { getEntriesByName(name: string): readonly unknown[] }) => void,
) => { observe(what: { readonly type: 'paint'; readonly buffered: boolean }): void };

const host = window.location.host;
const page = host === 'beranda' ? 'home' : host.startsWith('kunjungan-') ? 'visit' : 'record';

const started = (name: string) => {
  const prefix = `--ketuk-${name}=`;
  return process.argv.find((argument) => argument.startsWith(prefix))?.slice(prefix.length);
};

contextBridge.exposeInMainWorld('ketuk', {
  page,
  start: {
    language: started('language') === 'en' ? 'en' : 'id',
    theme: started('theme') === 'dark' ? 'dark' : 'light',
    training: started('training') === 'true',
  },
  invoke: (channel: unknown, input: unknown) => ipcRenderer.invoke('ketuk', String(channel), input),
  onChanged: (listener: () => void) => {
    const call = () => listener();
    ipcRenderer.on('ketuk-changed', call);
    return () => {
      ipcRenderer.removeListener('ketuk-changed', call);
    };
  },
});

// A MessagePort cannot cross the context bridge, so it is handed over as a window message, to this very origin only. It may
// come before the page's own script has run, so it waits until the page says that it listens.
let waiting: unknown;
let pageReady = false;

function handOver(): void {
  if (!pageReady || waiting === undefined) return;
  window.postMessage('ketuk-port', `ketuk://${host}`, [waiting]);
  waiting = undefined;
}

ipcRenderer.on('ketuk-port', (event) => {
  waiting = event.ports[0];
  handOver();
});

window.addEventListener('message', (event) => {
  if (event.data !== 'ketuk-page-ready') return;
  pageReady = true;
  handOver();
});

// Main opens keys and database when the first page is on the screen, and not before.
new PerformanceObserver((list) => {
  if (list.getEntriesByName('first-contentful-paint').length > 0) ipcRenderer.send('ketuk-drawn');
}).observe({ type: 'paint', buffered: true });

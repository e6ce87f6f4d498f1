/**
 * The one IPC wrapper. Every call from a page passes here: known channel, top frame of a page of ours, a page that may use
 * that channel, and input that fits the schema – or it is answered with a failure and goes no further.
 */
import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { Page } from '../contract/index.ts';
import type { Service } from './checked-call.ts';
import { parseAddress, scheme } from './scheme.ts';

/** Pages may ask before anything is open; they are answered as soon as there is a service. */
export function serveCalls(service: () => Promise<Service>): void {
  ipcMain.handle('ketuk', (event, channel: unknown, input: unknown) =>
    answer(service, event, channel, input),
  );
}

async function answer(
  service: () => Promise<Service>,
  { senderFrame: frame }: IpcMainInvokeEvent,
  channel: unknown,
  input: unknown,
) {
  // Found out at once: a frame that is gone when the answer is ready no longer says where it was.
  const page = frame !== null && frame.parent === null ? pageKind(frame.url) : undefined;
  const serving = await service();
  // Loaded with the first answer: the schemas of all channels would keep the window waiting.
  const { checkedCall, refused } = await import('./checked-call.ts');
  if (page === undefined) return refused('not the top frame of a page of ours');
  return checkedCall(serving, page, channel, input);
}

export function pageKind(address: string): Page | undefined {
  const url = parseAddress(address);
  if (url?.protocol !== `${scheme}:`) return undefined;
  if (url.host === 'beranda') return 'home';
  if (/^kunjungan-[a-z0-9-]+$/.test(url.host)) return 'visit';
  if (/^arsip-[a-z0-9-]+$/.test(url.host)) return 'record';
  return undefined;
}

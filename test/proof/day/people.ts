/** Of the sample people, those who have something to do that day, and how they come to the one computer there is. */
import type { Counter } from '../../support/counter.ts';

export const officer = 'simula-ningsih';
export const head = 'contoh-pratama';
export const manager = 'uji-widodo';
export const auditor = 'misal-lestari';

/** As often as main looks at the clock, and time for a busy computer. */
export const noticedMs = 30_000;

export function untilHome({ window }: Counter): Promise<void> {
  const isHome = "location.host === 'beranda' && document.querySelector('h1')";
  return window.until('home is on screen', isHome, noticedMs);
}

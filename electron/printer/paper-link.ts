/** The end of a channel to a paper process: gives it the pages of a paper for a resident, takes the PDF, and lets it go. */
import { z } from 'zod';
import type { PaperModel } from '../contract/index.ts';
import type { LayOut } from './resident-printer.ts';

/** As much of a message port as this takes. */
export interface PaperPort {
  on(event: 'message', listener: (message: { readonly data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  postMessage(message: unknown): void;
  start(): void;
  close(): void;
}

/** Starting the process and laying out take less than a second; who waits longer prints without. */
const limitMs = 5000;

const laidOut = z.object({ ok: z.literal(true), value: z.instanceof(Uint8Array) });

/** Calls back once after `ms`; the returned function takes the call back. */
export type After = (ms: number, call: () => void) => () => void;

/** @param lend asks main for the port to a paper process of its own; `undefined`: there is none */
export function inPaperProcess(lend: () => Promise<PaperPort | undefined>, after: After): LayOut {
  return (pages) =>
    new Promise((resolve) => {
      let lent: PaperPort | undefined;
      let over = false;
      const end = (pdf: Uint8Array | undefined) => {
        if (over) return;
        over = true;
        forget();
        // The process ends with its channel.
        lent?.close();
        resolve(pdf);
      };
      const forget = after(limitMs, () => end(undefined));
      void lend().then((port) => {
        lent = port;
        if (port === undefined) end(undefined);
        else if (over) port.close();
        else converse(port, pages, end);
      });
    });
}

/**
 * Nothing is posted before the other end has spoken: what is under way while main still hands over an end of the channel would pass
 * through main.
 */
function converse(port: PaperPort, pages: PaperModel, end: (pdf: Uint8Array | undefined) => void): void {
  port.on('close', () => end(undefined));
  port.on('message', ({ data }) => {
    if (data === 'ready') {
      port.postMessage(pages);
      return;
    }
    // A letter that the typeface lacks is no reason to print nothing: the type of the printer may have it.
    const answer = laidOut.safeParse(data);
    end(answer.success ? answer.data.value : undefined);
  });
  port.start();
}

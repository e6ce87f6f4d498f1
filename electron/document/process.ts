/**
 * Entry of the paper process: lays out what it is given, one paper after the other. Typeface and layout engine weigh more than all of
 * main; in a process of their own they cost nothing until somebody wants a paper.
 */
import type { PaperModel } from '../contract/index.ts';
import { pdfOf } from './pdf.ts';

const { parentPort } = process;
let last: Promise<void> = Promise.resolve();

parentPort.on('message', ({ data }) => {
  last = last.then(async () => {
    // Main composed it; nobody else can post to this process.
    parentPort.postMessage(await pdfOf(data as PaperModel));
  });
});

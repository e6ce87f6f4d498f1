/**
 * Entry of the paper process: makes one paper, and ends. Typeface and layout engine weigh more than all of main; in a process of
 * their own they cost nothing until somebody prints.
 */
import type { PaperModel } from '../contract/index.ts';
import { pdfOf } from './pdf.ts';

const { parentPort } = process;

parentPort.once('message', ({ data }) => {
  // Main composed it; nobody else can post to this process.
  void pdfOf(data as PaperModel).then((result) => parentPort.postMessage(result));
});

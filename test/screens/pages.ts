/** PDFs for the pictures of papers, made by the built paper process as the program would; each once. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { PaperModel } from '../../electron/contract/index.ts';
import { dist } from '../../scripts/folders.mjs';

/** Plays the runtime around the bundle: content in by standard input, the PDF out. */
const around = `
  const { readFileSync, writeSync } = require('node:fs');
  process.parentPort = {
    on: (_event, give) => setImmediate(() => give({ data: JSON.parse(readFileSync(0, 'utf8')), ports: [] })),
    postMessage: ({ value }) => {
      for (let at = 0; at < value.length; ) at += writeSync(1, value, at);
    },
  };
  require(process.argv[1]);
`;
const made = new Map<string, Uint8Array>();

export function pdfFor(model: PaperModel): Uint8Array {
  const key = JSON.stringify(model);
  const known = made.get(key);
  if (known !== undefined) return known;
  const output = execFileSync(process.execPath, ['-e', around, join(dist, 'paper.cjs')], {
    input: key,
    maxBuffer: 50_000_000,
  });
  // Node's own kind of bytes would cross into the page as something else.
  const pdf = new Uint8Array(output);
  made.set(key, pdf);
  return pdf;
}

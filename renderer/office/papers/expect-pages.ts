/**
 * What the first paper of a day would wait for begins while somebody is on the way to it: the process that lays it out, and what draws it,
 * which is tried on a sheet that nobody sees.
 */
import { ask } from '../../bridge.ts';
import { expectPdf, openPdf } from './pdf-file.ts';

let tried = false;

export async function expectPages(): Promise<void> {
  void expectPdf();
  const sheet = await ask('papers.expect', undefined);
  // The process ends when nobody needs it for a while; what draws stays as long as the window.
  if (!sheet.ok || tried) return;
  tried = true;
  const file = await openPdf(sheet.value.pdf);
  const [page] = file.pages;
  await page?.render({ canvas: document.createElement('canvas'), viewport: page.getViewport({ scale: 1 }) })
    .promise;
  file.close();
}

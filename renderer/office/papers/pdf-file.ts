/**
 * PDFs on the screen, drawn by pdf.js: the very bytes that are printed, or that somebody scanned. Loaded when the first one is shown.
 */
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

export interface PdfFile {
  readonly pages: readonly PDFPageProxy[];
  close(): void;
}

const library = () => import('pdfjs-dist/legacy/build/pdf.mjs');
let loaded: ReturnType<typeof library> | undefined;

/** Begins to load what draws, so that it is there when there is something to draw. */
export function expectPdf(): ReturnType<typeof library> {
  loaded ??= library().then((pdfjs) => {
    // Started by us: pdf.js would otherwise look for a way around an origin that is neither http nor a file.
    pdfjs.GlobalWorkerOptions.workerPort = new Worker(workerAddress, { type: 'module' });
    return pdfjs;
  });
  return loaded;
}

/** Throws what pdf.js throws when the bytes are no PDF, or are locked by a password. */
export async function openPdf(bytes: Uint8Array): Promise<PdfFile> {
  const pdfjs = await expectPdf();
  // Compiling wasm would have to be allowed in the policy; pdf.js does without.
  const loading = pdfjs.getDocument({ data: bytes, useWasm: false, enableXfa: false, verbosity: 0 });
  const file = await loading.promise;
  return { pages: await pagesOf(file), close: () => void loading.destroy() };
}

function pagesOf(file: PDFDocumentProxy): Promise<readonly PDFPageProxy[]> {
  return Promise.all(Array.from({ length: file.numPages }, (_, at) => file.getPage(at + 1)));
}

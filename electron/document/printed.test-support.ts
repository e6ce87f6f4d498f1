/** A PDF as it lies on the table: on each page its texts, where they stand. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PaperModel } from '../contract/index.ts';
import { valueOfResult } from '../store/store.test-support.ts';
import { pdfOf } from './pdf.ts';

interface PrintedText {
  readonly words: string;
  /** Points from the left edge of the page. */
  readonly from: number;
  readonly to: number;
  readonly fromBottom: number;
}

export interface PrintedPage {
  readonly width: number;
  readonly texts: readonly PrintedText[];
  /** All its words, as they follow each other. */
  readonly words: string;
}

export async function printedPages(model: PaperModel): Promise<readonly PrintedPage[]> {
  const data = new Uint8Array(valueOfResult(await pdfOf(model)));
  const loading = getDocument({ data, useWasm: false, verbosity: 0 });
  const file = await loading.promise;
  const pages = await Promise.all(
    Array.from({ length: file.numPages }, async (_, at): Promise<PrintedPage> => {
      const page = await file.getPage(at + 1);
      const { items } = await page.getTextContent();
      const texts = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [placed(item)] : []));
      return { width: page.view[2] ?? 0, texts, words: texts.map(({ words }) => words).join(' ') };
    }),
  );
  await loading.destroy();
  return pages;
}

function placed({ str, transform, width }: { str: string; transform: number[]; width: number }): PrintedText {
  const [, , , , from = 0, fromBottom = 0] = transform;
  return { words: str, from, to: from + width, fromBottom };
}

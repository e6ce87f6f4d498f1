/**
 * Content to PDF. The same content is the same bytes on any machine: no clock, no random number, and no compression, because what
 * zlib makes of the same input differs between the runtimes.
 */
import pdfmake from 'pdfmake';
import { failed, ok, type Result } from '../../native/failure.ts';
import { appFailure, type PaperModel } from '../contract/index.ts';
import { annexOf, contentOf } from './pdf-blocks.ts';
import { letterheadOf, pageHead } from './pdf-heads.ts';
import { points } from './pdf-text.ts';
import { typeface } from './typeface.ts';
import { undrawable } from './undrawable.ts';

const family = 'Arimo';
/** Every PDF names a time at which it was made; that of ours is always this one. */
const noTime = new Date(0);

/** Fails with PAPER_CHARACTER where something cannot be drawn: a box on an official paper would be somebody's name. */
export async function pdfOf(model: PaperModel): Promise<Result<Uint8Array>> {
  const missing = undrawable(model);
  if (missing !== undefined) return failed(appFailure('PAPER_CHARACTER', 'paper', undefined, { ...missing }));
  loadTypeface();
  return ok(await pdfmake.createPdf(definition(model)).getBuffer());
}

function loadTypeface(): void {
  const files = Object.fromEntries(Object.keys(typeface).map((style) => [style, `${family}-${style}.ttf`]));
  for (const [style, bytes] of Object.entries(typeface)) {
    pdfmake.virtualfs.writeFileSync(`${family}-${style}.ttf`, bytes);
  }
  pdfmake.setFonts({ [family]: files });
  // A paper fetches nothing and reads no file.
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => false);
}

function definition(model: PaperModel): object {
  const { head, language, draft, initials, title } = model;
  const top = head.kind === 'form' ? 4.6 : 2.5;
  return {
    pageSize: 'A4',
    pageMargins: [points(3), points(top), points(2.5), points(2.5)],
    compress: false,
    language,
    info: { title, creator: 'Ketuk', producer: 'Ketuk', creationDate: noTime },
    defaultStyle: { font: family, fontSize: 11, lineHeight: 1.15 },
    ...(draft
      ? { watermark: { text: 'KONSEP', font: family, bold: true, color: '#808080', opacity: 0.16 } }
      : {}),
    header: (page: number, pages: number) => pageHead(model, page, pages),
    footer: (page: number) => footer(page, initials),
    content: [
      ...(head.kind === 'letter' ? [letterheadOf(head)] : []),
      ...contentOf(model.blocks),
      ...model.annexes.map(annexOf),
    ],
  };
}

function footer(page: number, initials: readonly string[]): object {
  return {
    margin: [points(3), points(1), points(2.5), 0],
    fontSize: 9,
    stack: [
      ...(initials.length === 0 ? [] : [{ text: initials.join('        ') }]),
      { text: page > 1 ? String(page) : '', alignment: 'center' },
    ],
  };
}

/** What of a paper cannot be drawn, and where it stands, so that whoever typed it finds it. */
import type { PaperModel } from '../contract/index.ts';
import { drawable, typeface } from './typeface.ts';

interface Undrawable {
  /** With its number, e.g. `漢 (U+6F22)`. */
  readonly huruf: string;
  /** The words around it, as they stand on the paper. */
  readonly teks: string;
}

/**
 * Scripts that run from right to left would be drawn in the wrong order, although the typeface has letters of some; what does not print
 * at all may turn the order of what does.
 */
const neverDrawn =
  /[\p{C}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
/** An accent for which there is no letter in one piece is drawn beside its letter rather than over it. */
const looseAccent = /\p{M}/u;
const wordsAround = 24;

export function undrawable(model: PaperModel): Undrawable | undefined {
  for (const text of textsOf(model)) {
    const letters = [...text];
    const at = letters.findIndex((letter) => !canDraw(letter));
    const letter = letters[at];
    if (letter !== undefined) return { huruf: named(letter), teks: around(letters, at) };
  }
  return undefined;
}

/** Asked of every letter of a long annex, and there are few different ones. */
const known = new Map<string, boolean>([['\n', true]]);

function canDraw(letter: string): boolean {
  const before = known.get(letter);
  if (before !== undefined) return before;
  const can =
    !neverDrawn.test(letter) &&
    !looseAccent.test(letter) &&
    Object.values(typeface).every((font) => drawable(font)(letter.codePointAt(0) ?? 0));
  known.set(letter, can);
  return can;
}

/** Everything in the content that is text; the runs of one line or paragraph are one text. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value) && value.length > 0 && value.every(isRun))
    return [value.map(({ text }) => text).join('')];
  return Object.values(value).flatMap(textsOf);
}

function isRun(value: unknown): value is { readonly text: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'text' in value &&
    typeof value.text === 'string' &&
    !('kind' in value)
  );
}

/** What cannot be seen is named by its number alone. */
function named(letter: string): string {
  const number = `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return /[\p{C}\p{M}]/u.test(letter) ? number : `${letter} (${number})`;
}

function around(letters: readonly string[], at: number): string {
  const from = Math.max(0, at - wordsAround);
  const to = at + wordsAround + 1;
  const words = letters.slice(from, to).join('').replace(/\p{C}/gu, '�').trim();
  return `${from > 0 ? '…' : ''}${words}${to < letters.length ? '…' : ''}`;
}

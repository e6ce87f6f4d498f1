/** Words on a page: where a line may be broken, how wide a page is, and how high its lines will stand. Measures in points. */
import type { PaperText } from '../contract/index.ts';

export const points = (centimetres: number) => (centimetres * 72) / 2.54;

/** What a page has for its content. A4, left 3 cm, others 2.5 cm (domain 5.0); `down` is that of a form, whose head is the highest. */
export interface Room {
  readonly across: number;
  readonly down: number;
}
export const upright: Room = { across: 595.28 - points(5.5), down: 841.89 - points(7.1) };
export const onItsSide: Room = { across: 841.89 - points(5.5), down: 595.28 - points(7.1) };

export const lineHeight = 14.6;
const letterWidth = 6;
/** A capital of the bold typeface. */
const capitalWidth = 8;

/** How many lines a text takes at most, at the size of running text. */
export function linesIn(text: string, across: number, letter = letterWidth): number {
  return text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * letter * 1.1) / across)), 0);
}

export function linesOfName(name: string, across: number): number {
  return linesIn(name, across, capitalWidth);
}

export function plainOf(text: PaperText): string {
  return text.map((run) => run.text).join('');
}

/**
 * A number of a letter or a double word such as `Undang-Undang` is one word, as long as it fits into a line: justified text would otherwise
 * be spread at each stroke and hyphen within it. The space behind a run belongs to it: at the head of the next it would be spread twice.
 */
export function runsOf(text: PaperText, across: number): object[] {
  return spacesBehind(text).flatMap(({ text: words, style }) =>
    words
      .split(/(\S*[/-]\S* *)/)
      .filter((part) => part !== '')
      .map((part) => ({
        text: part,
        ...(/\S[/-]\S/.test(part) && part.length * capitalWidth <= across ? { noWrap: true } : {}),
        ...(style === 'bold' ? { bold: true } : {}),
        ...(style === 'italic' ? { italics: true } : {}),
      })),
  );
}

function spacesBehind(text: PaperText): PaperText {
  return text
    .map((run, at) => {
      const before = at === 0 ? run.text : run.text.replace(/^ +/, '');
      const [space = ''] = /^ */.exec(text[at + 1]?.text ?? '') ?? [];
      return { ...run, text: `${before}${space}` };
    })
    .filter((run) => run.text !== '');
}

/** A word as long as a checksum would tear the line before it apart. */
export function alignmentOf(text: PaperText): 'left' | 'justify' {
  return /\S{45}/.test(plainOf(text)) ? 'left' : 'justify';
}

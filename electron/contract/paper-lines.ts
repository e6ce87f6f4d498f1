/** Lines of a page of plain text: wrapped, hung under a label, centred. Pure. */

/** Columns of a sheet of A4 in the type that print systems give plain text. */
export const columns = 78;
const labelColumns = 24;

export function labelled(title: string, words: string): string[] {
  return hanging(`${title.padEnd(labelColumns)}${title === '' ? ' ' : ':'} `, words);
}

/** The first line begins with `head`, the others stand below where its words begin. */
export function hanging(head: string, words: string): string[] {
  const lines = wrapped(words, columns - head.length);
  return lines.map((line, index) => `${index === 0 ? head : ' '.repeat(head.length)}${line}`);
}

export function wrapped(words: string, width: number = columns): string[] {
  const lines: string[] = [];
  for (const word of words.split(/\s+/).flatMap((each) => cut(each, width))) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines.splice(-1, 1, `${last} ${word}`);
    else lines.push(word);
  }
  return lines;
}

/** A printer would drop what stands beyond the edge. */
function cut(word: string, width: number): readonly string[] {
  return word.length <= width ? [word] : [word.slice(0, width), ...cut(word.slice(width), width)];
}

export function centred(line: string): string {
  return `${' '.repeat(Math.max(0, Math.floor((columns - line.length) / 2)))}${line}`;
}

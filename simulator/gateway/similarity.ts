/**
 * How alike two texts are, in whole per cent. The real algorithm is unknown; gateway fact sheet 2.4 proposes the normalised
 * Levenshtein ratio: 1 − edits / length of the longer text.
 */

/** Rounded down, so that 100 means equal. */
export function similarity(left: string, right: string): number {
  const longer = Math.max(left.length, right.length);
  if (longer === 0) return 100;
  return Math.floor((100 * (longer - edits(left, right))) / longer);
}

function edits(left: string, right: string): number {
  let above = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const replaced = at(above, column - 1) + (left[row - 1] === right[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, at(above, column) + 1, at(current, column - 1) + 1));
    }
    above = current;
  }
  return at(above, right.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}

/** How the text of a checkpoint stands on a page: its format, and beneath it rows that the eye can follow. Pure. */

const groupsInARow = 5;

export function checkpointRows(text: string): readonly string[] {
  const [format = '', ...groups] = text.split(' ');
  const rows = groups.flatMap((_, at) =>
    at % groupsInARow === 0 ? [groups.slice(at, at + groupsInARow).join(' ')] : [],
  );
  return [format, ...rows];
}

/**
 * The keys of the counter, in one table, and which of them a key stroke means. Function keys work everywhere; letters and
 * Enter are left to a field while the cursor is in it (WCAG 2.1.4), and a key held down never passes through two screens.
 */
export const keys = {
  primary: 'Enter',
  back: 'Escape',
  help: 'F1',
  reader: 'F2',
  sam: 'F3',
  network: 'F4',
  lock: 'F6',
  stop: 'F7',
  veil: 'F8',
  practice: 'F9',
  yes: 'S',
  no: 'T',
  typeNik: 'N',
  again: 'U',
  unverified: 'L',
  companion: 'P',
  change: 'B',
  print: 'C',
  skip: 'L',
  found: 'D',
  begin: 'M',
} as const;

/** What is printed on the key cap. */
const caps: Readonly<Record<string, string>> = { Enter: 'Enter ↵', Escape: 'Esc' };

export function capOf(key: string): string {
  return caps[key] ?? key;
}

export interface Stroke {
  readonly key: string;
  readonly repeat: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/** `field`: text is typed there. `control`: a button, link or choice that has its own use for Enter. `ground`: anything else. */
export type Place = 'field' | 'control' | 'ground';

/** The key of our table that a stroke at a place means, or `undefined` when it is not ours to take. */
export function meaningOf(stroke: Stroke, place: Place): string | undefined {
  if (stroke.repeat || stroke.ctrlKey || stroke.altKey || stroke.metaKey) return undefined;
  const { key } = stroke;
  if (/^F\d{1,2}$/.test(key) || key === 'Escape') return key;
  if (key === 'Enter') return place === 'ground' ? key : undefined;
  if (/^[a-zA-Z0-9]$/.test(key)) return place === 'field' ? undefined : key.toUpperCase();
  return undefined;
}

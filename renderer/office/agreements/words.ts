/** How a place of a profile is called and how its value reads, from the table of the fields. Pure. */
import { type DataElement, elementCatalogue } from '../../../electron/contract/elements.ts';
import { writtenPeriod } from '../../../electron/contract/written.ts';
import { longDate } from '../../format/index.ts';
import type { Language } from '../../language.ts';
import { type Column, type FieldSpec, fieldsOf, isGroup } from './profile-field-kinds.ts';
import { profileSections } from './profile-fields.ts';

/** Keys are put together from the table; that each of them has its words in both languages is proven by a test. */
export type Say = (key: string, blanks?: Readonly<Record<string, string | number>>) => string;

interface Place {
  readonly spec: FieldSpec;
  /** In a list of rows: which row, counted from one, and the column. */
  readonly row?: number;
  readonly column?: Column;
}

const allFields = profileSections.flatMap(fieldsOf);
const groups = profileSections.flatMap(({ items }) => items).filter(isGroup);

/** The field whose path the given one is, or goes on from. */
function placeOf(path: string): Place | undefined {
  const spec = allFields.find((field) => path === field.path || path.startsWith(`${field.path}.`));
  if (spec === undefined || path === spec.path) return spec && { spec };
  const [index = '', name = ''] = path.slice(spec.path.length + 1).split('.');
  const row = { row: Number(index) + 1 };
  const column = spec.kind === 'rows' ? spec.columns.find((each) => each.name === name) : undefined;
  return column === undefined ? { spec, ...(Number.isNaN(row.row) ? {} : row) } : { spec, ...row, column };
}

export function labelOf(path: string, say: Say): string {
  const place = placeOf(path);
  if (place === undefined) {
    const group = groups.find(({ group: name }) => path === name || path.startsWith(`${name}.`));
    return group === undefined ? path : say(`agreements.groups.${group.group}`);
  }
  const { spec, row, column } = place;
  const name = say(`agreements.fields.${spec.path}`);
  if (row === undefined) return name;
  const nth = say('agreements.nth', { name, n: row });
  return column === undefined || spec.kind !== 'rows'
    ? nth
    : `${nth} · ${say(`agreements.columns.${spec.named}.${column.name}`)}`;
}

export function textOf(path: string, value: string, say: Say, language: Language): string {
  if (value === '') return say('agreements.nothing');
  const { spec, column } = placeOf(path) ?? {};
  const shape = column ?? spec;
  if (shape?.kind === 'yes') return say(value === 'true' ? 'agreements.yes' : 'agreements.no');
  if (shape?.kind === 'day') return longDate(value, language);
  if (shape?.kind === 'period') return writtenPeriod(value, language);
  if (shape?.kind === 'elements' || (shape?.kind === 'storable' && path.endsWith('.element')))
    return each(value, (code) => elementWord(code, say, language));
  const worded = shape?.kind === 'one' || shape?.kind === 'some' ? shape : undefined;
  return worded?.words === undefined
    ? value
    : each(value, (code) => wordOf(worded.words ?? '', worded.options ?? [], code, say));
}

function each(list: string, words: (code: string) => string): string {
  return list.split(', ').map(words).join(', ');
}

/** A code that came in a file and is not among ours is shown as it is. */
export function wordOf(set: string, options: readonly string[], code: string, say: Say): string {
  return options.includes(code) ? say(`agreements.words.${set}.${code}`) : code;
}

/** As the PKS lists it; the address always means all its parts together (domain 2.4). */
export function elementWord(code: string, say: Say, language: Language): string {
  if (code === 'ADDRESS') return say('agreements.address');
  const entry = elementCatalogue[code as Exclude<DataElement, 'ADDRESS'>];
  return entry === undefined ? code : entry[language === 'id' ? 'label' : 'labelEn'];
}

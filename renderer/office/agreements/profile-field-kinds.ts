/** The kinds of fields that a profile is made of, as its table describes them. Pure. */
import type { Draft } from '../parts/draft.ts';

type When = (profile: Draft) => boolean;

interface Common {
  readonly path: string;
  /** The field is asked for only then. */
  readonly when?: When;
  /** Cannot change once the agreement is signed. */
  readonly fixed?: true;
  /** May stay empty. */
  readonly optional?: true;
}

/** `words` names a set of messages: each option has its own there. `open`: other values may come in a file and are kept. */
interface Worded extends Common {
  readonly words: string;
  readonly options: readonly string[];
  readonly open?: true;
}

export interface Column {
  readonly name: string;
  readonly kind: 'text' | 'number' | 'yes' | 'one' | 'list';
  readonly optional?: true;
  readonly words?: string;
  readonly options?: readonly string[];
}

export type FieldSpec =
  | (Common & { readonly kind: 'text'; readonly lines?: 3; readonly empty?: null })
  | (Common & { readonly kind: 'day' | 'yes' | 'period' | 'elements' | 'storable' | 'codeLists' })
  | (Common & { readonly kind: 'number'; readonly empty?: null })
  | (Worded & { readonly kind: 'one' | 'some' })
  | (Common & {
      readonly kind: 'rows';
      readonly columns: readonly Column[];
      readonly row: Draft;
      readonly named: 'services' | 'balikan';
    });

/** A part that an agreement either has or has not. `initial` is what it starts from. */
export interface GroupSpec {
  readonly group: string;
  readonly initial: Draft;
  readonly when?: When;
  readonly fields: readonly FieldSpec[];
}

export interface SectionSpec {
  readonly section: string;
  readonly when?: When;
  readonly items: readonly (FieldSpec | GroupSpec)[];
}

export function isGroup(item: FieldSpec | GroupSpec): item is GroupSpec {
  return 'group' in item;
}

/** The fields of a section, those of its groups among them. */
export function fieldsOf({ items }: SectionSpec): readonly FieldSpec[] {
  return items.flatMap((item) => (isGroup(item) ? item.fields : [item]));
}

/** What a consent asks for, element by element as the profile names them: the parts of an address are one thing to a person. */
import { elementCatalogue } from '../../electron/contract/elements.ts';
import type { ConsentQuestion, DataElement } from '../../electron/contract/index.ts';

export interface AskedItem {
  readonly element: DataElement;
  readonly label: { readonly id: string; readonly en: string };
  readonly value: string;
  readonly reason: string;
}

/** Written before the value on a line of an address. */
const prefixes: Readonly<Record<string, string>> = { 'ADDRESS.RT': 'RT ', 'ADDRESS.RW': 'RW ' };

export function asked(values: ConsentQuestion['values']): AskedItem[] {
  const items = new Map<DataElement, AskedItem>();
  for (const { part, value, reason } of values) {
    const { element, label, labelEn } = elementCatalogue[part];
    const before = items.get(element);
    const text = `${prefixes[part] ?? ''}${value}`;
    items.set(
      element,
      before === undefined
        ? { element, label: { id: label, en: labelEn }, value: text, reason }
        : { ...before, value: `${before.value}, ${text}` },
    );
  }
  return [...items.values()];
}

/** What a consent asks for, element by element as the profile names them: the parts of an address are one thing to a person. */
import type { LocalText } from '../../native/failure.ts';
import { type DataElement, type ElementPart, elementCatalogue } from './elements.ts';

export interface AskedElement {
  readonly element: DataElement;
  readonly label: LocalText;
  readonly value: string;
  readonly reason: string;
}

/** Written before the value on a line of an address. */
const prefixes: Readonly<Record<string, string>> = { 'ADDRESS.RT': 'RT ', 'ADDRESS.RW': 'RW ' };

export function askedElements(
  values: readonly { readonly part: ElementPart; readonly value: string; readonly reason: string }[],
): AskedElement[] {
  const items = new Map<DataElement, AskedElement>();
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

/** The officer's comparison of what Dukcapil found with the applicant's papers, element by element. Pure. */
import {
  type ComparedElement,
  type DataElement,
  type ElementPart,
  partsOf,
  type ShownValue,
  type ShownVerdict,
} from '../contract/index.ts';
import type { Holding } from './holding.ts';

function shown(
  parts: readonly ElementPart[],
  values: ReadonlyMap<ElementPart, { reveal(): string }>,
): ShownValue[] {
  return parts.flatMap((part) => {
    const value = values.get(part);
    return value === undefined ? [] : [{ part, value: value.reveal() }];
  });
}

export function comparedElements(granted: readonly DataElement[], holding: Holding): ComparedElement[] {
  return granted.map((element) => {
    const parts = partsOf([element]);
    return { element, own: shown(parts, holding.comparable()), found: shown(parts, holding.found) };
  });
}

/** A verdict for every part of what was compared; the word is about the element as a whole. */
export function verdictsOf(
  rows: readonly ComparedElement[],
  differing: readonly DataElement[],
): ShownVerdict[] {
  return rows.flatMap(({ element }) => {
    const verdict = differing.includes(element) ? 'BERBEDA' : 'SESUAI';
    return partsOf([element]).map((part): ShownVerdict => ({ part, verdict }));
  });
}

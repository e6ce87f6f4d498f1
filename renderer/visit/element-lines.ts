/** Elements as a person speaks of them: the parts of an address are one thing, with one name and on one line. */
import { askedElements } from '../../electron/contract/asked-elements.ts';
import { elementCatalogue } from '../../electron/contract/elements.ts';
import type { DataElement, ShownValue, ShownVerdict, Verdict } from '../../electron/contract/index.ts';

/** The values of one element on one line. */
export function lineOf(values: readonly ShownValue[]): string {
  return askedElements(values.map((value) => ({ ...value, reason: '' })))
    .map(({ value }) => value)
    .join(', ');
}

export interface ElementVerdict {
  readonly element: DataElement;
  readonly verdict: Verdict;
  readonly own: readonly ShownValue[];
}

/** What the officer's comparison came to, what differs first; the applicant's own values beside it as far as they are here. */
export function byElement(
  verdicts: readonly ShownVerdict[],
  identity: readonly ShownValue[],
): ElementVerdict[] {
  const elementOf = ({ part }: { part: ShownVerdict['part'] }) => elementCatalogue[part].element;
  const rows = [...new Set(verdicts.map(elementOf))].map((element): ElementVerdict => {
    const differs = verdicts.some((one) => elementOf(one) === element && one.verdict === 'BERBEDA');
    return {
      element,
      verdict: differs ? 'BERBEDA' : 'SESUAI',
      own: identity.filter((one) => elementOf(one) === element),
    };
  });
  return rows.sort((one, other) => Number(other.verdict === 'BERBEDA') - Number(one.verdict === 'BERBEDA'));
}

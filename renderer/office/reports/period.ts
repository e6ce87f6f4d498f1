/** The days that figures are about, in words: two of them, or the one. */
import type { TFunction } from 'i18next';
import { longDate } from '../../format/index.ts';
import type { Language } from '../../language.ts';

interface Period {
  readonly from: string;
  readonly to: string;
}

export function periodText(t: TFunction, { from, to }: Period, language: Language): string {
  const day = (one: string) => longDate(one, language);
  return from === to ? day(from) : t('reports.period', { from: day(from), to: day(to) });
}

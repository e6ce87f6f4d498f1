/** The sentence of what is due, with its days, instants and ages written out. Pure but for the words. */
import type { TFunction } from 'i18next';
import type { AgendaEntry } from '../../../electron/contract/index.ts';
import { age, longDate, moment, number } from '../../format/index.ts';
import type { Language } from '../../language.ts';

const instants: ReadonlySet<string> = new Set(['waktu', 'batas']);

export function sentence(
  t: TFunction,
  { say, words }: Pick<AgendaEntry, 'say' | 'words'>,
  language: Language,
) {
  const written = Object.entries(words).map(([name, value]) => {
    if (name === 'umurMs') return ['umur', age(Number(value), language)];
    if (instants.has(name)) return [name, moment(Number(value), language)];
    return [name, /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? longDate(String(value), language) : value];
  });
  return t(`agenda.say.${say}`, Object.fromEntries(written));
}

/** How long there is left, or how long it is late, as a label beside the sentence. */
export function leftText(
  t: TFunction,
  { stage, left }: Pick<AgendaEntry, 'stage' | 'left'>,
  language: Language,
): string {
  if (left === null) return t(stage === 'OVERDUE' ? 'agenda.left.late' : 'agenda.left.open');
  const count = Math.abs(left.n);
  const by = { count, n: number(count, language) };
  // By no working day, or by less than an hour.
  if (stage === 'OVERDUE') return count === 0 ? t('agenda.left.late') : t(`agenda.lateBy.${left.unit}`, by);
  if (stage === 'DUE') return t('agenda.left.today');
  return count === 0 ? t('agenda.left.noWorkingDay') : t(`agenda.left.${left.unit}`, by);
}

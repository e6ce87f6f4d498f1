/** The sentence of what is due, with its days, instants and ages written out. Pure but for the words. */
import type { TFunction } from 'i18next';
import type { AgendaEntry } from '../../../electron/contract/index.ts';
import { age, longDate, moment } from '../../format/index.ts';
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

/** How long there is left, as a label beside the sentence. */
export function leftText(t: TFunction, { stage, left }: Pick<AgendaEntry, 'stage' | 'left'>): string {
  if (stage === 'OVERDUE') return t('agenda.left.late');
  if (left === null) return t('agenda.left.open');
  if (stage === 'DUE') return t('agenda.left.today');
  return left.n === 0 ? t('agenda.left.noWorkingDay') : t(`agenda.left.${left.unit}`, { n: left.n });
}

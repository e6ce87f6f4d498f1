/**
 * The match call: per element, is what the caller sent what the record says (gateway fact sheet 2.4)? Elements that were granted
 * but not sent come back as a mismatch, as they do from the real gateway.
 */
import type { Consumer } from './consumer.ts';
import { countKeys, type ElementKey, similarityKeys } from './elements.ts';
import type { Json } from './json.ts';
import type { CivilRecord } from './population.ts';
import { similarity } from './similarity.ts';

type Sent = (key: ElementKey) => string | undefined;

export function matchRecord(
  consumer: Consumer,
  record: CivilRecord,
  sent: Sent,
  threshold: number,
): Record<string, Json> {
  return Object.fromEntries(
    consumer.grant.map((key) => [key, verdict(consumer, key, record[key], sent(key), threshold)]),
  );
}

function verdict(
  consumer: Consumer,
  key: ElementKey,
  recorded: string,
  sent: string | undefined,
  threshold: number,
): string {
  const value = plain(sent ?? '');
  if (!similarityKeys.has(key)) return word(value !== '' && isEqual(consumer, key, plain(recorded), value));
  const score = value === '' ? 0 : similarity(plain(recorded), value);
  const verdictWord = word(value !== '' && score >= threshold);
  return consumer.style.scores ? `${verdictWord} (${score})` : verdictWord;
}

function word(matches: boolean): string {
  return matches ? 'Sesuai' : 'Tidak Sesuai';
}

function isEqual(consumer: Consumer, key: ElementKey, recorded: string, sent: string): boolean {
  if (key === 'TGL_LHR')
    return sent === (consumer.requestDate === 'DD-MM-YYYY' ? dayFirst(recorded) : recorded);
  if (countKeys.has(key)) return withoutLeadingZeros(sent) === withoutLeadingZeros(recorded);
  return sent === recorded;
}

/** Callers send sexes and names in any case (fact sheet 1.5); a single blank stands for an element not sent. */
function plain(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toUpperCase();
}

function dayFirst(isoDate: string): string {
  return isoDate.split('-').reverse().join('-');
}

function withoutLeadingZeros(text: string): string {
  return text.replace(/^0+(?=[0-9])/, '');
}

/** What people read: the failures, the official notices and the words of the screens, as the table of rules names them. */
import { appFailures, noticeTexts } from '../../electron/contract/index.ts';
import { cardFailures } from '../../native/failure-catalogue.ts';
import { en } from '../../resources/messages/en.ts';
import { id } from '../../resources/messages/id.ts';

const coded: Readonly<Record<string, unknown>> = { ...cardFailures, ...appFailures, ...noticeTexts };

export function isCode(message: string): boolean {
  return /^[A-Z_]+$/.test(message);
}

/** Whether anybody can ever read it, in both languages. */
export function exists(message: string): boolean {
  if (isCode(message)) return message in coded;
  return [id, en].every((catalogue) => at(catalogue, message) !== undefined);
}

/** The Indonesian words at a place of the catalogue. */
export function wordsAt(place: string): string | undefined {
  return at(id, place);
}

function at(catalogue: object, place: string): string | undefined {
  let found: unknown = catalogue;
  for (const name of place.split('.')) {
    found =
      typeof found === 'object' && found !== null ? (found as Record<string, unknown>)[name] : undefined;
  }
  return typeof found === 'string' ? found : undefined;
}

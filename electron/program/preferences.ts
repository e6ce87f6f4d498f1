/**
 * Language and theme of this computer: preferences only, nothing personal, nothing owed, nothing secret (design section 8).
 *
 * One small JSON file. A settings library would bring a schema compiler with it, which costs more time at start than keys and
 * database together (docs/decisions/0009).
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChannelInput, HomeState } from '../contract/index.ts';

export type PreferenceValues = Pick<HomeState, 'language' | 'theme'>;

export interface Preferences {
  get(): PreferenceValues;
  set(change: ChannelInput<'home.settings'>): void;
}

export function openPreferences(folder: string): Preferences {
  const path = join(folder, 'preferensi.json');
  let values = read(path);
  return {
    get: () => values,
    set: (change) => {
      values = { ...values, ...change };
      // Whole or not at all; a disk that refuses costs a preference and nothing else.
      try {
        writeFileSync(`${path}.new`, JSON.stringify(values));
        renameSync(`${path}.new`, path);
      } catch (error) {
        process.stderr.write(`preferences: ${(error as NodeJS.ErrnoException).code ?? 'not written'}\n`);
      }
    },
  };
}

function read(path: string): PreferenceValues {
  try {
    return fitting(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return fitting({});
  }
}

/**
 * A file that is missing or was edited by hand falls back to what everybody starts with, field by field. By hand, because a
 * schema library is not to be loaded before the window stands.
 */
function fitting(found: Partial<Record<keyof PreferenceValues, unknown>> | null): PreferenceValues {
  return {
    language: found?.language === 'en' ? 'en' : 'id',
    theme: found?.theme === 'dark' ? 'dark' : 'light',
  };
}

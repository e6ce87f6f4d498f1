/** Language and theme of this computer: preferences only, nothing personal, nothing owed, nothing secret (design section 8). */
import Store from 'electron-store';
import { z } from 'zod';
import { type ChannelInput, languages, themes } from '../contract/index.ts';

/** A file that was edited by hand falls back to what everybody starts with, field by field. */
const preferenceFile = z.object({
  language: z.enum(languages).catch('id'),
  theme: z.enum(themes).catch('light'),
});
type PreferenceFile = z.infer<typeof preferenceFile>;

export interface Preferences {
  get(): PreferenceFile;
  set(change: ChannelInput<'home.settings'>): void;
}

export function openPreferences(folder: string): Preferences {
  // Without the store's own schema, whose compiler costs a tenth of a second before there is a window.
  const store = new Store<PreferenceFile>({ cwd: folder, name: 'preferensi', clearInvalidConfig: true });
  return {
    get: () => preferenceFile.parse(store.store),
    set: ({ language, theme }) => {
      if (language !== undefined) store.set('language', language);
      if (theme !== undefined) store.set('theme', theme);
    },
  };
}

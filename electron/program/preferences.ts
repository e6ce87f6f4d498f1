/** Language and theme of this computer: preferences only, nothing personal, nothing owed, nothing secret (design section 8). */
import Store from 'electron-store';
import { type ChannelInput, languages, themes } from '../contract/index.ts';

interface PreferenceFile {
  readonly language: (typeof languages)[number];
  readonly theme: (typeof themes)[number];
}

export interface Preferences {
  get(): PreferenceFile;
  set(change: ChannelInput<'home.settings'>): void;
}

export function openPreferences(folder: string): Preferences {
  const store = new Store<PreferenceFile>({
    cwd: folder,
    name: 'preferensi',
    clearInvalidConfig: true,
    schema: {
      language: { type: 'string', enum: [...languages], default: 'id' },
      theme: { type: 'string', enum: [...themes], default: 'light' },
    },
  });
  return {
    get: () => ({ language: store.get('language'), theme: store.get('theme') }),
    set: ({ language, theme }) => {
      if (language !== undefined) store.set('language', language);
      if (theme !== undefined) store.set('theme', theme);
    },
  };
}

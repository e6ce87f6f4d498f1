/** The words of a profile in the language of the page. */
import { useTranslation } from 'react-i18next';
import type { Language } from '../../language.ts';
import { usePreferences } from '../../preferences.ts';
import { labelOf, type Say, textOf } from './words.ts';

export interface Words {
  readonly say: Say;
  readonly language: Language;
  /** @param path as in a change or a problem: `services.0.code` */
  readonly labelOf: (path: string) => string;
  /** @param value as in a change: a list is one text */
  readonly textOf: (path: string, value: string) => string;
  readonly hintOf: (path: string) => string | undefined;
}

export function useWords(): Words {
  const { t, i18n } = useTranslation();
  const language = usePreferences((state) => state.language);
  const say = t as unknown as Say;
  return {
    say,
    language,
    labelOf: (path) => labelOf(path, say),
    textOf: (path, value) => textOf(path, value, say, language),
    hintOf: (path) => {
      const key = `agreements.hints.${path}`;
      return i18n.exists(key) ? say(key) : undefined;
    },
  };
}

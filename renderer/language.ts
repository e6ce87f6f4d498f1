/** The language of the page: i18next with one of our two catalogues, and the choice of a text that came in both. */
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { loadMessages, type Messages } from '../resources/messages/index.ts';

export type Language = 'id' | 'en';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'face';
    resources: { face: Messages };
  }
}

/** @param chosen what holds now: main may say another while the words of the first are still loaded */
export async function startLanguage(chosen: () => Language): Promise<void> {
  const language = chosen();
  const face = await loadMessages(language);
  await i18next.use(initReactI18next).init({
    lng: language,
    defaultNS: 'face',
    ns: ['face'],
    resources: { [language]: { face } },
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
    showSupportNotice: false,
  });
  document.documentElement.lang = language;
  if (chosen() !== language) await changeLanguage(chosen());
}

/** A page whose language changes before it has drawn anything simply starts in the other. */
export function i18nStands(): boolean {
  return i18next.isInitialized;
}

export async function changeLanguage(language: Language): Promise<void> {
  i18next.addResourceBundle(language, 'face', await loadMessages(language));
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

/** What every page shares and nobody stores here: language, theme, practice mode, and the last home state main told us. */
import { create } from 'zustand';
import type { Action, HomeState } from '../electron/contract/index.ts';
import { ask, type Failure } from './bridge.ts';
import { changeLanguage, i18nStands, type Language } from './language.ts';

type Theme = HomeState['theme'];

interface Preferences {
  readonly language: Language;
  readonly theme: Theme;
  readonly home: HomeState | undefined;
  /** The last request main refused. */
  readonly refusal: Failure | undefined;
}

export const usePreferences = create<Preferences>(() => ({
  language: window.ketuk.start.language,
  theme: window.ketuk.start.theme,
  home: undefined,
  refusal: undefined,
}));

/**
 * Asks main for the state of home, now and whenever something changed. It listens before it asks: what changed between the first answer and
 * the first look would stay unseen, and a person would work on the page of who was there before.
 */
export function followHome(): Promise<void> {
  window.ketuk.onChanged(() => void refreshHome());
  return refreshHome();
}

let asked = 0;
let shown = 0;

/** Asks main for the state of home. A page that may not know it keeps what it has, and an answer that was overtaken is left. */
export async function refreshHome(): Promise<void> {
  asked += 1;
  const turn = asked;
  const answer = await ask('home.state', undefined);
  if (!answer.ok) return;
  const { language, theme } = answer.value;
  if (language !== usePreferences.getState().language && i18nStands()) await changeLanguage(language);
  if (turn < shown) return;
  shown = turn;
  usePreferences.setState({ home: answer.value, language, theme });
}

export async function chooseLanguage(language: Language): Promise<void> {
  await changeLanguage(language);
  usePreferences.setState({ language });
  report(await ask('home.settings', { language }));
}

export async function chooseTheme(theme: Theme): Promise<void> {
  usePreferences.setState({ theme });
  report(await ask('home.settings', { theme }));
}

/** Shows a refusal where every screen shows it, and says whether the request was granted. */
export function report(
  answer: { readonly ok: true } | { readonly ok: false; readonly failure: Failure },
): boolean {
  usePreferences.setState({ refusal: answer.ok ? undefined : answer.failure });
  return answer.ok;
}

export function dismissRefusal(): void {
  usePreferences.setState({ refusal: undefined });
}

/** What the signed-in person may do. Nobody who is not signed in may do anything. */
export function useMay(): (action: Action) => boolean {
  const may = usePreferences(({ home }) => (home?.gate === 'OPEN' ? home.person.may : undefined));
  return (action) => may?.includes(action) ?? false;
}

/** Picks the reader's language of a text that came in both. */
export function useText(): (text: { readonly id: string; readonly en: string }) => string {
  const language = usePreferences((state) => state.language);
  return (text) => text[language];
}

/** How a visit is left from any state: with a question first when there is something to lose. */
import { useTranslation } from 'react-i18next';
import type { VisitView } from '../../electron/contract/index.ts';
import { ask } from '../bridge.ts';
import { report } from '../preferences.ts';
import { type Action, keys } from '../shell/index.ts';
import { askToEnd, send } from './store.ts';

export function useWaysOut(): (view: VisitView) => Action[] {
  const { t } = useTranslation();
  return (view) => {
    if (view.state === 'READY') {
      return [{ key: keys.back, label: t('visit.leave'), run: () => void leave(), kind: 'plain' }];
    }
    if (endingIntent(view) === undefined) return [];
    const label = view.intents.includes('closeWithoutService') ? t('visit.closeWithout') : t('visit.cancel');
    return [{ key: keys.back, label, run: () => askToEnd(true), kind: 'plain' }];
  };
}

/** Closing without service says more than cancelling and is preferred where both are possible. */
export function endingIntent(view: VisitView): 'closeWithoutService' | 'cancel' | undefined {
  if (view.intents.includes('closeWithoutService')) return 'closeWithoutService';
  return view.intents.includes('cancel') ? 'cancel' : undefined;
}

export function end(view: VisitView): void {
  const kind = endingIntent(view);
  if (kind !== undefined) send({ kind });
}

async function leave(): Promise<void> {
  report(await ask('counter.leave', undefined));
}

export async function nextPerson(): Promise<void> {
  report(await ask('counter.open', undefined));
}

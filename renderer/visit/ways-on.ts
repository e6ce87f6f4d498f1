/** The ways on from an answer that is not a match: again, unverified, wait for the applicant, or close. */
import { useTranslation } from 'react-i18next';
import type { VisitView } from '../../electron/contract/index.ts';
import { institutionNotices } from '../../electron/contract/inquiry.ts';
import { type Action, keys } from '../shell/index.ts';
import { goWithin, send } from './store.ts';
import { useWaysOut } from './ways-out.ts';

const institution: ReadonlySet<string> = new Set(institutionNotices);

/**
 * Trying again is the main way only where no answer came. What Dukcapil or the quota said on purpose is not asked for again by
 * Enter, which would cost a hit; what concerns the institution's access is not asked for again at all.
 */
export function useWaysOn(): (view: VisitView) => Action[] {
  const { t } = useTranslation();
  const waysOut = useWaysOut();
  return (view) => {
    const can = (kind: VisitView['intents'][number]) => view.intents.includes(kind);
    const helps = view.state === 'RESULT_TECH_FAIL' && view.failure?.retry !== 'never' && can('inquire');
    const pointless = institution.has(view.notice?.notice ?? '');
    const ways: Action[] = waysOut(view);
    if (can('inquire') && !pointless) {
      ways.push({
        key: helps ? keys.primary : keys.again,
        label: t('visit.failure.again'),
        run: () => send({ kind: 'inquire' }),
        kind: helps ? 'primary' : 'plain',
      });
    }
    const held = view.cosign === 'EXCEPTION';
    if (can('continueUnverified')) {
      const aside = helps || held;
      ways.push({
        key: aside ? keys.unverified : keys.primary,
        label: t('visit.failure.unverified'),
        run: () => send({ kind: 'continueUnverified' }),
        kind: aside ? 'plain' : 'primary',
      });
    }
    if (held) {
      ways.push({
        key: keys.primary,
        label: t('asking.exception.ask'),
        run: () => goWithin('exception'),
        kind: 'primary',
      });
    }
    if (can('awaitApplicant')) {
      ways.push({
        key: keys.primary,
        label: t('visit.notice.await'),
        run: () => send({ kind: 'awaitApplicant' }),
        kind: 'primary',
      });
    }
    return ways;
  };
}

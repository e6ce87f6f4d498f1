/** The question is on its way to Dukcapil. Nothing to do but to see that it moves. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitView } from '../../../electron/contract/index.ts';
import { seconds } from '../../format/index.ts';
import { Values } from '../../person/index.ts';
import { usePreferences } from '../../preferences.ts';
import { type Action, keys, Screen } from '../../shell/index.ts';
import { send } from '../store.ts';
import { useWaysOut } from '../ways-out.ts';
import { Countdown } from './Countdown.tsx';
import { Working } from './Working.tsx';

const slowAfterMs = 5000;

export function Verifying({ view }: { view: VisitView }) {
  const { t } = useTranslation();
  const waysOut = useWaysOut();
  const waiting = view.waitUntil !== undefined;
  const mayInquire = view.intents.includes('inquire');
  const inquire: Action[] = mayInquire
    ? [
        {
          key: keys.primary,
          label: t('visit.confirmed.inquire'),
          run: () => send({ kind: 'inquire' }),
          kind: 'primary',
        },
      ]
    : [];
  const title = waiting ? 'visit.wait.title' : mayInquire ? 'visit.confirmed.title' : 'visit.verifying.title';
  const lead = waiting ? 'visit.wait.lead' : mayInquire ? 'visit.confirmed.lead' : 'visit.verifying.lead';
  return (
    <Screen
      name={`verifying-${title}`}
      title={t(title)}
      lead={t(lead)}
      actions={[...waysOut(view), ...inquire]}
    >
      {view.waitUntil !== undefined && <Countdown until={view.waitUntil} />}
      {!waiting && !mayInquire && <Elapsed since={view.inquiring?.sinceMs ?? 0} />}
      <Values label={t('visit.reading.identity')} values={view.identity} />
    </Screen>
  );
}

/** Counts on from what the visit process said. */
function Elapsed({ since }: { since: number }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const [ms, setMs] = useState(since);

  useEffect(() => {
    const began = performance.now() - since;
    const tick = window.setInterval(() => setMs(performance.now() - began), 200);
    return () => window.clearInterval(tick);
  }, [since]);

  if (ms < 300) return null;
  const time = t('visit.verifying.elapsed', { time: seconds(Math.floor(ms / 1000) * 1000, language) });
  return <Working label={ms > slowAfterMs ? `${t('visit.verifying.slow')} ${time}` : time} />;
}

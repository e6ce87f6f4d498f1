/** The answer per element: all agree, or some differ. "Berbeda" states a fact and accuses nobody. */
import { IconCheck, IconSwitchHorizontal } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { VisitView } from '../../../electron/contract/index.ts';
import { useLabel, Values } from '../../person/index.ts';
import { type Action, FailureNote, keys, Screen } from '../../shell/index.ts';
import { goWithin, send } from '../store.ts';
import { useWaysOut } from '../ways-out.ts';
import classes from './Result.module.css';

export function Match({ view }: { view: VisitView }) {
  const { t } = useTranslation();
  const waysOut = useWaysOut();
  const mayAsk = view.intents.includes('askConsent');
  const next: Action = mayAsk
    ? {
        key: keys.primary,
        label: t('visit.match.askConsent'),
        run: () => send({ kind: 'askConsent' }),
        kind: 'primary',
      }
    : {
        key: keys.primary,
        label: t('visit.match.toService'),
        run: () => goWithin('service'),
        kind: 'primary',
      };
  const skip: Action[] =
    mayAsk && view.intents.includes('recordService')
      ? [
          {
            key: keys.skip,
            label: t('visit.match.skipConsent'),
            run: () => goWithin('service'),
            kind: 'plain',
          },
        ]
      : [];
  const found = view.verdicts.length === 0;
  return (
    <Screen
      name="match"
      tone="good"
      icon={<IconCheck size={36} stroke={2.6} />}
      title={t(found ? 'visit.match.found' : 'visit.match.title')}
      lead={t(found ? 'visit.match.foundLead' : view.cardPath ? 'visit.match.lead' : 'visit.match.typedLead')}
      actions={[...waysOut(view), ...skip, next]}
    >
      <Values label={t('visit.verdict.table')} values={view.identity} verdicts={view.verdicts} />
      {view.failure !== undefined && <FailureNote failure={view.failure} quiet />}
      {mayAsk && <p className={classes.next}>{t('visit.match.next')}</p>}
    </Screen>
  );
}

export function Mismatch({ view }: { view: VisitView }) {
  const { t } = useTranslation();
  const waysOut = useWaysOut();
  const labelOf = useLabel();
  const elements = view.verdicts
    .filter(({ verdict }) => verdict === 'BERBEDA')
    .map(({ part }) => labelOf(part))
    .join(', ');
  const wait: Action[] = view.intents.includes('awaitApplicant')
    ? [
        {
          key: keys.primary,
          label: t('visit.mismatch.await'),
          run: () => send({ kind: 'awaitApplicant' }),
          kind: 'primary',
        },
      ]
    : [];
  return (
    <Screen
      name="mismatch"
      tone="warn"
      icon={<IconSwitchHorizontal size={32} />}
      title={t('visit.mismatch.title')}
      lead={t('visit.mismatch.lead', { elements })}
      actions={[...waysOut(view), ...wait]}
    >
      <Values label={t('visit.verdict.table')} values={view.identity} verdicts={view.verdicts} />
    </Screen>
  );
}

/** Screens between tasks: waiting for the applicant, saving, done. None of them shows a value of a resident. */
import { IconHourglassLow } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { VisitView } from '../../../electron/contract/index.ts';
import { type Action, keys, Mark, Screen } from '../../shell/index.ts';
import { send } from '../store.ts';
import { nextPerson, useWaysOut } from '../ways-out.ts';
import classes from './Pauses.module.css';
import { Working } from './Working.tsx';

export function Awaiting({ view }: { view: VisitView }) {
  const { t } = useTranslation();
  const waysOut = useWaysOut();
  const recheck: Action[] = view.intents.includes('recheck')
    ? [
        {
          key: keys.primary,
          label: t('visit.awaiting.recheck'),
          run: () => send({ kind: 'recheck' }),
          kind: 'primary',
        },
      ]
    : [];
  return (
    <Screen
      name="awaiting"
      align="centre"
      icon={<IconHourglassLow size={34} stroke={1.8} />}
      title={t('visit.awaiting.title')}
      lead={t('visit.awaiting.lead')}
      actions={[...waysOut(view), ...recheck]}
    />
  );
}

export function Saving() {
  const { t } = useTranslation();
  return (
    <Screen name="saving" title={t('visit.saving.title')} actions={[]}>
      <Working label={t('visit.saving.lead')} />
    </Screen>
  );
}

export function Done({ view }: { view: VisitView }) {
  const { t } = useTranslation();
  const served = view.state === 'CLOSED_SERVED';
  const title = served
    ? 'visit.done.title'
    : view.state === 'CANCELLED'
      ? 'visit.done.cancelledTitle'
      : 'visit.done.withoutTitle';
  return (
    <Screen
      name={title}
      align="centre"
      icon={
        <span className={classes.mark}>
          <Mark size={76} />
        </span>
      }
      title={t(title)}
      lead={
        <>
          {t('visit.done.lead')}
          <br />
          {t(served ? 'visit.done.served' : 'visit.done.withoutNote')}
        </>
      }
      actions={[
        { key: keys.primary, label: t('visit.done.next'), run: () => void nextPerson(), kind: 'primary' },
      ]}
    />
  );
}

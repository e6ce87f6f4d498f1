/** The inquiry did not end in an answer: which link broke, the cure, and three ways on. Never "not found". */
import { IconHourglassLow, IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { VisitView } from '../../../electron/contract/index.ts';
import { FailureNote, Screen } from '../../shell/index.ts';
import { useWaysOn } from '../ways-on.ts';
import { Countdown } from './Countdown.tsx';

export function TechFail({ view }: { view: VisitView }) {
  const { t } = useTranslation();
  const waysOn = useWaysOn();
  const blocked = view.state === 'RESULT_BLOCKED';
  if (view.waitUntil !== undefined) {
    return (
      <Screen
        name="wait"
        tone="warn"
        icon={<IconHourglassLow size={34} stroke={1.8} />}
        title={t('visit.wait.title')}
        lead={t('visit.wait.lead')}
        actions={waysOn(view)}
      >
        <Countdown until={view.waitUntil} />
      </Screen>
    );
  }
  return (
    <Screen
      name={`fail-${view.failure?.code ?? ''}`}
      tone="broken"
      icon={<IconPlugConnectedX size={34} stroke={1.8} />}
      title={t(blocked ? 'visit.failure.blocked' : 'visit.failure.title')}
      actions={waysOn(view)}
    >
      {view.failure !== undefined && <FailureNote failure={view.failure} />}
    </Screen>
  );
}

/** The way from an empty computer to a counter that serves: what is done, what is next, and who does it where. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenHome, SetupView } from '../../../electron/contract/index.ts';
import { ask } from '../../bridge.ts';
import { go } from '../../home/place.ts';
import { useList } from '../../home/use-list.ts';
import { useMay } from '../../preferences.ts';
import { type Action, keys, Screen } from '../../shell/index.ts';
import { Connections } from './Connections.tsx';
import { CounterDialog } from './CounterDialog.tsx';
import { NextStep } from './NextStep.tsx';
import { StepList } from './StepList.tsx';
import classes from './setup.module.css';
import { useInstall } from './use-install.ts';

type Step = SetupView['steps'][number];

export function SetupPage({ home }: { home: OpenHome }) {
  const { t } = useTranslation();
  const may = useMay();
  const [naming, setNaming] = useState(false);
  const { rows: view, reload } = useList(
    () => ask('setup.state', undefined),
    (answer) => answer.value,
  );
  const { rows: people } = useList(
    () => ask('people.list', undefined),
    (answer) => answer.value.people,
  );
  const installing = useInstall(() => void reload());
  const missing = view?.connections.find(({ installed }) => !installed);
  const steps = view?.steps ?? [];
  const open = steps.filter(({ done }) => !done);
  const next = open[0];
  const mine = (step: Step | undefined) => step !== undefined && home.person.roles.includes(step.who);
  // There is nothing to connect before there is an agreement.
  const doable = ({ step }: Step) => step !== 'CONNECTION' || missing !== undefined;
  const mineLater = mine(next) ? undefined : open.find((step) => mine(step) && doable(step));
  const canName = may('SET_UP');

  function begin({ step, place }: Step): void {
    if (step === 'COUNTER') setNaming(true);
    else if (step === 'CONNECTION' && missing !== undefined) void installing.install(missing.agreementId);
    else go(place);
  }

  const actions: Action[] = [
    { key: keys.back, label: t('nav.start'), run: () => go('start'), kind: 'plain' },
  ];
  if (next !== undefined && mine(next)) {
    actions.push({ key: keys.primary, label: labelOf(next), run: () => begin(next), kind: 'primary' });
  }

  function labelOf({ step, place }: Step): string {
    if (step === 'COUNTER') return t('setup.counterName');
    if (step === 'CONNECTION') return t('setup.connectionAdd');
    return t('setup.go', { place: t(`nav.${place}`) });
  }

  return (
    <Screen
      name="setup"
      title={t('nav.setup')}
      lead={
        view !== undefined && open.length === 0
          ? t('setup.complete')
          : t('setup.lead', { done: steps.length - open.length, all: steps.length })
      }
      actions={actions}
    >
      {view !== undefined && (
        <>
          <progress
            className={classes.progress}
            aria-label={t('setup.progress')}
            max={steps.length}
            value={steps.length - open.length}
          />
          {next !== undefined && (
            <NextStep
              step={next}
              mine={mine(next)}
              people={people ?? []}
              label={labelOf(next)}
              onBegin={() => begin(next)}
            />
          )}
          {mineLater !== undefined && (
            <NextStep
              step={mineLater}
              mine
              later
              people={people ?? []}
              label={labelOf(mineLater)}
              onBegin={() => begin(mineLater)}
            />
          )}
          {view.connections.length > 0 && (
            <Connections connections={view.connections} installing={installing} />
          )}
          <StepList steps={steps} {...(canName ? { onName: () => setNaming(true) } : {})} />
        </>
      )}
      {naming && view !== undefined && (
        <CounterDialog
          counter={view.counter}
          onDone={() => {
            setNaming(false);
            void reload();
          }}
          onClose={() => setNaming(false)}
        />
      )}
    </Screen>
  );
}

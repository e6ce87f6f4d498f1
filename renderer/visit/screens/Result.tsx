/** The answer per element: all agree, or some differ. "Berbeda" states a fact and accuses nobody. */
import { IconCheck, IconSwitchHorizontal } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { VisitView } from '../../../electron/contract/index.ts';
import { Values, VerdictTag } from '../../person/index.ts';
import { type Action, FailureNote, keys, Screen } from '../../shell/index.ts';
import { byElement, lineOf } from '../element-lines.ts';
import { goWithin, send } from '../store.ts';
import { useElementLabel } from '../use-element-label.ts';
import { useWaysOut } from '../ways-out.ts';
import { QuotaNote } from './QuotaNote.tsx';
import classes from './Result.module.css';

/** Who says that all agrees: the gateway, or the officer who compared. */
function leadOf({ method, cardPath }: VisitView) {
  if (method !== 'MATCH') return 'asking.compared' as const;
  return cardPath ? ('visit.match.lead' as const) : ('visit.match.typedLead' as const);
}

/** Value by value as the gateway judged, or element by element as the officer did. */
function Verdicts({ view }: { view: VisitView }) {
  const { t } = useTranslation();
  const labelOf = useElementLabel();
  const label = t('visit.verdict.table');
  if (view.method === 'MATCH') {
    return <Values label={label} values={view.identity} verdicts={view.verdicts} />;
  }
  return (
    <dl className={classes.elements} aria-label={label}>
      {byElement(view.verdicts, view.identity).map(({ element, verdict, own }) => (
        <div key={element} data-verdict={verdict}>
          <dt>{labelOf(element)}</dt>
          <dd className={classes.own}>{lineOf(own)}</dd>
          <dd>
            <VerdictTag verdict={verdict} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

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
  return (
    <Screen
      name="match"
      tone="good"
      icon={<IconCheck size={36} stroke={2.6} />}
      title={t('visit.match.title')}
      lead={t(leadOf(view))}
      actions={[...waysOut(view), ...skip, next]}
    >
      <Verdicts view={view} />
      <QuotaNote quota={view.quota} />
      {view.failure !== undefined && <FailureNote failure={view.failure} quiet />}
      {mayAsk && <p className={classes.next}>{t('visit.match.next')}</p>}
    </Screen>
  );
}

export function Mismatch({ view }: { view: VisitView }) {
  const { t } = useTranslation();
  const waysOut = useWaysOut();
  const labelOf = useElementLabel();
  const elements = byElement(view.verdicts, view.identity)
    .filter(({ verdict }) => verdict === 'BERBEDA')
    .map(({ element }) => labelOf(element))
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
      <Verdicts view={view} />
    </Screen>
  );
}

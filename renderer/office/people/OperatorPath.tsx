/** How far an operator has come, as a line of four steps; a state beside the line is named as what it is. */
import { IconCheck, IconPlayerPause, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OperatorStatus } from '../../../electron/contract/index.ts';
import { Badge, type Tone } from '../parts/index.ts';
import classes from './OperatorPath.module.css';

const line: readonly OperatorStatus[] = ['PROPOSED', 'NDA_SIGNED', 'APPROVED', 'ACTIVE'];

export function OperatorPath({ status }: { status: OperatorStatus }) {
  const { t } = useTranslation();
  const at = line.indexOf(status);
  if (at < 0) return <OperatorBadge status={status} />;
  return (
    <ol className={classes.line} aria-label={t('people.path')}>
      {line.map((step, index) => {
        const state = index < at || status === 'ACTIVE' ? 'reached' : index === at ? 'now' : 'ahead';
        return (
          <li key={step} data-state={state} aria-current={index === at ? 'step' : undefined}>
            <span className={classes.disc} aria-hidden="true">
              {state === 'reached' ? <IconCheck size={18} stroke={3} /> : index + 1}
            </span>
            <span>
              {t(`people.statuses.${step}`)}
              <small>{t(`people.${state}`)}</small>
            </span>
          </li>
        );
      })}
    </ol>
  );
}

const toneOf: Readonly<Partial<Record<OperatorStatus, Tone>>> = {
  ACTIVE: 'good',
  SUSPENDED: 'warn',
  REVOKED: 'broken',
  REJECTED: 'broken',
};

export function OperatorBadge({ status }: { status: OperatorStatus }) {
  const { t } = useTranslation();
  const Icon = status === 'SUSPENDED' ? IconPlayerPause : status === 'ACTIVE' ? IconCheck : IconX;
  const onLine = line.includes(status);
  return (
    <Badge tone={toneOf[status] ?? 'plain'}>
      {(!onLine || status === 'ACTIVE') && <Icon size={17} stroke={2.4} aria-hidden="true" />}
      {t(`people.statuses.${status}`)}
    </Badge>
  );
}

/** Where every card of an agreement is, as one line of two sums: what was ordered, and what became of what was personalised. */
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isReconciled, type Reconciliation } from '../../../electron/contract/custody.ts';
import classes from './custody.module.css';

type Count = Exclude<keyof Reconciliation, 'agreementId'>;

const ofOrdered = ['personalised', 'pending', 'rejected'] as const satisfies readonly Count[];
const ofPersonalised = [
  'ready',
  'active',
  'suspended',
  'lost',
  'returned',
  'awaitingReturn',
] as const satisfies readonly Count[];

export function Line({ line }: { line: Reconciliation }) {
  const { t } = useTranslation();
  return (
    <section className={classes.sums} aria-label={t('custody.line.title')}>
      <Sum line={line} of="ordered" parts={ofOrdered} />
      <Sum line={line} of="personalised" parts={ofPersonalised} />
      {isReconciled(line) ? (
        <p className={classes.whole}>
          <IconCheck size={18} stroke={3} aria-hidden="true" />
          {t('custody.line.whole')}
        </p>
      ) : (
        <p className={classes.broken} role="alert">
          <IconAlertTriangle size={18} stroke={2.5} aria-hidden="true" />
          {t('custody.line.broken')}
        </p>
      )}
    </section>
  );
}

interface SumProps {
  readonly line: Reconciliation;
  readonly of: Count;
  readonly parts: readonly Count[];
}

/** Parts that are none are part of the sum and stand back. */
function Sum({ line, of, parts }: SumProps) {
  const { t } = useTranslation();
  return (
    <p className={classes.sum}>
      <Figure label={t(`custody.line.${of}`)} n={line[of]} isTotal />
      {parts.map((part, index) => (
        <span key={part} className={classes.part}>
          <span className={classes.sign}>{index === 0 ? '=' : '+'}</span>
          <Figure label={t(`custody.line.${part}`)} n={line[part]} />
        </span>
      ))}
    </p>
  );
}

function Figure({ label, n, isTotal }: { label: string; n: number; isTotal?: boolean }) {
  return (
    <span className={classes.number} data-none={n === 0 || undefined} data-total={isTotal || undefined}>
      {label} <strong>{n}</strong>
    </span>
  );
}

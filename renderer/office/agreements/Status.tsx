/** The state of an agreement in words, with its cause; colour only underlines it. */
import { useTranslation } from 'react-i18next';
import type { AgreementRow, AgreementStatus } from '../../../electron/contract/index.ts';
import classes from './agreements.module.css';

const tones: Readonly<Record<AgreementStatus, 'good' | 'warn' | 'broken' | 'plain'>> = {
  DRAFT: 'plain',
  SIGNED: 'warn',
  ACTIVE: 'good',
  EXTENSION_WINDOW: 'warn',
  EXTENSION_REQUESTED: 'warn',
  SUSPENDED: 'broken',
  EXPIRED: 'broken',
  TERMINATED: 'broken',
  CLOSED: 'plain',
};

export function Status({ row }: { row: AgreementRow }) {
  const { t } = useTranslation();
  const cause =
    row.endCause !== undefined
      ? t(`agreements.endCauses.${row.endCause}`)
      : row.suspendCause !== undefined
        ? t(`agreements.suspendCauses.${row.suspendCause}`)
        : undefined;
  return (
    <span className={classes.status} data-tone={tones[row.status]}>
      {t(`agreements.statuses.${row.status}`)}
      {cause !== undefined && ` · ${cause}`}
    </span>
  );
}

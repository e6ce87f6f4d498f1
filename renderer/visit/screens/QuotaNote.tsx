/** What is left of the day's quota, from four fifths on: before somebody stands at the counter in vain. */
import { useTranslation } from 'react-i18next';
import type { VisitView } from '../../../electron/contract/index.ts';
import classes from './QuotaNote.module.css';

const warnsFrom = 0.8;

export function QuotaNote({ quota }: { quota: VisitView['quota'] }) {
  const { t } = useTranslation();
  if (quota === undefined || quota.limit === null || quota.used < quota.limit * warnsFrom) return null;
  const left = Math.max(0, quota.limit - quota.used);
  return <p className={classes.note}>{t('asking.quota', { left, limit: quota.limit })}</p>;
}

/** What came of a list: how much is on it, what it is recognised by, and the password of the file, which nobody can have shown again. */
import { useTranslation } from 'react-i18next';
import type { PreparedList } from '../../../electron/contract/index.ts';
import { Dialog, keys } from '../../shell/index.ts';
import classes from './outbox.module.css';

export function MadeList({ made, onClose }: { made: PreparedList; onClose: () => void }) {
  const { t } = useTranslation();
  const { number, items, sha256, password, fileName, unreadable } = made;
  const facts: readonly (readonly [string, string])[] = [
    [t('outbox.made.number'), number],
    [t('outbox.made.items'), String(items)],
    ...(fileName === null ? [] : ([[t('outbox.made.file'), fileName]] as const)),
  ];
  return (
    <Dialog
      title={t('outbox.made.title')}
      onClose={onClose}
      wide
      actions={[{ key: keys.primary, label: t('outbox.made.done'), run: onClose, kind: 'primary' }]}
    >
      <p className={classes.lead}>{t(password === null ? 'outbox.made.printed' : 'outbox.made.locked')}</p>
      <dl className={classes.made}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {password !== null && (
          <div>
            <dt>{t('outbox.made.password')}</dt>
            <dd className={classes.password}>{password}</dd>
          </div>
        )}
        <div>
          <dt>{t('outbox.made.sha256')}</dt>
          <dd className={classes.sum}>{sha256}</dd>
        </div>
      </dl>
      {unreadable.length > 0 && (
        <p role="alert" className={classes.left}>
          {t('outbox.made.unreadable', { daftar: unreadable.join(', ') })}
        </p>
      )}
    </Dialog>
  );
}

/** An act on people as a dialog, and what comes of it: a one-time password is shown, everything else shows by itself. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AgreementRow, type OneTimePassword, peopleAct } from '../../../electron/contract/index.ts';
import { ask } from '../../bridge.ts';
import { Dialog, keys } from '../../shell/index.ts';
import { ActDialog } from '../parts/index.ts';
import { draftOf, type Wanted } from './about.ts';
import { fieldsOf } from './fields.tsx';
import classes from './people.module.css';

interface PersonActProps {
  readonly wanted: Wanted;
  readonly agreements: readonly AgreementRow[];
  readonly onClose: () => void;
}

export function PersonAct({ wanted, agreements, onClose }: PersonActProps) {
  const { t } = useTranslation();
  const [secret, setSecret] = useState<OneTimePassword>();
  if (secret !== undefined) return <HandOver secret={secret} onClose={onClose} />;
  const name = wanted.person?.name ?? '';
  return (
    <ActDialog
      title={t(`people.acts.${wanted.act}.title`, { name })}
      consequence={t(`people.acts.${wanted.act}.consequence`, { name })}
      yes={t(`people.acts.${wanted.act}.yes`)}
      schema={peopleAct}
      start={draftOf(wanted, agreements)}
      optional={['dukcapilLetter']}
      send={(act) => ask('people.act', act)}
      onDone={(given) => (given === null ? onClose() : setSecret(given))}
      onClose={onClose}
    >
      {fieldsOf({ wanted, agreements })}
    </ActDialog>
  );
}

/** Only here, and only now: nobody can have it shown again. */
function HandOver({ secret, onClose }: { secret: OneTimePassword; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog
      title={t('people.password.title')}
      onClose={onClose}
      actions={[{ key: keys.primary, label: t('people.password.done'), run: onClose, kind: 'primary' }]}
    >
      <p className={classes.handOver}>{t('people.password.text')}</p>
      <dl className={classes.secret}>
        <dt>{t('people.password.login')}</dt>
        <dd>{secret.login}</dd>
        <dt>{t('people.password.password')}</dt>
        <dd className={classes.password}>{secret.password}</dd>
      </dl>
    </Dialog>
  );
}

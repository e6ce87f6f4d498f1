/** What the signed-in person can do with an agreement now, each with what it brings about. Main decides what is in the list. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AgreementAct } from '../../../electron/contract/index.ts';
import shared from './agreements.module.css';
import classes from './page.module.css';

type Act = AgreementAct['act'];

interface ActsProps {
  readonly acts: readonly Act[];
  readonly onAct: (act: Act) => void;
}

export function Acts({ acts, onAct }: ActsProps) {
  const { t } = useTranslation();
  // Settled at the items of the checklist, where it is seen what is open.
  const shown = acts.filter((act) => act !== 'SETTLE_END_ITEM');
  return (
    <section aria-labelledby="tindakan">
      <h2 id="tindakan">{t('agreements.acts.title')}</h2>
      {shown.length === 0 ? (
        <p className={shared.note}>{t('agreements.acts.none')}</p>
      ) : (
        <ul className={classes.items}>
          {shown.map((act) => (
            <li key={act}>
              <span className={classes.what}>
                <strong>{t(`agreements.acts.${act}.title`)}</strong>
                <small>{t(`agreements.acts.${act}.consequence`)}</small>
              </span>
              <Button
                variant="default"
                className={shared.other ?? ''}
                aria-label={`${t(`agreements.acts.${act}.yes`)}: ${t(`agreements.acts.${act}.title`)}`}
                onClick={() => onAct(act)}
              >
                {t(`agreements.acts.${act}.yes`)}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

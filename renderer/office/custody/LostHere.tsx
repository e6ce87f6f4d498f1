/** Whoever only serves may report the card of this counter lost or stop it, and sees no other. */
import { useTranslation } from 'react-i18next';
import type { CustodyView } from '../../../electron/contract/index.ts';
import type { Wanted } from './about.ts';
import classes from './custody.module.css';
import { Steps } from './Steps.tsx';

interface LostHereProps {
  readonly view: CustodyView;
  readonly onWant: (wanted: Wanted) => void;
}

export function LostHere({ view, onWant }: LostHereProps) {
  const { t } = useTranslation();
  return view.cards.map((card) => (
    <section key={card.samId} className={classes.section} aria-labelledby={card.samId}>
      <h2 id={card.samId}>{t('custody.here', { name: card.name })}</h2>
      <p className={classes.soft}>{t('custody.hereNote')}</p>
      <Steps card={card} all={view.cards} events={card.events} onWant={onWant} />
    </section>
  ));
}

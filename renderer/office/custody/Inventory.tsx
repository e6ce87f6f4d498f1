/** The inventory: per agreement where every card is, what is to be done and by whom, the way back after its end, cards and readers. */
import { useTranslation } from 'react-i18next';
import type { CustodyAgreement, CustodyView } from '../../../electron/contract/index.ts';
import { ActButton, ActRow } from '../parts/index.ts';
import type { Wanted } from './about.ts';
import { CardTable } from './CardTable.tsx';
import classes from './custody.module.css';
import { EndPath } from './EndPath.tsx';
import { Line } from './Line.tsx';
import { ReaderTable } from './ReaderTable.tsx';
import { Tasks } from './Tasks.tsx';

interface InventoryProps {
  readonly view: CustodyView;
  /** The person here looks after the cards. */
  readonly may: boolean;
  readonly onWant: (wanted: Wanted) => void;
}

export function Inventory({ view, may, onWant }: InventoryProps) {
  const { t } = useTranslation();
  return (
    <>
      <h2 className={classes.title}>{t('custody.title')}</h2>
      {view.agreements.length === 0 && <p className={classes.soft}>{t('custody.noAgreement')}</p>}
      {view.agreements.map((agreement) => (
        <OfAgreement
          key={agreement.agreementId}
          agreement={agreement}
          view={view}
          may={may}
          onWant={onWant}
        />
      ))}
    </>
  );
}

function OfAgreement({ agreement, view, may, onWant }: InventoryProps & { agreement: CustodyAgreement }) {
  const { t } = useTranslation();
  const { agreementId, number, ended, open } = agreement;
  const cards = view.cards.filter((card) => card.agreementId === agreementId);
  const readers = view.readers.filter((reader) => reader.agreementId === agreementId);
  const handovers = view.handovers.filter((handover) => handover.agreementId === agreementId);
  const line = view.lines.find((one) => one.agreementId === agreementId);
  const id = `pks-${agreementId}`;
  return (
    <section className={classes.agreement} aria-labelledby={id}>
      <h3 id={id}>{t('custody.ofAgreement', { number })}</h3>
      {line !== undefined && <Line line={line} />}
      {ended && <EndPath agreement={agreement} cards={cards} readers={readers} handovers={handovers} />}
      <Tasks agreementId={agreementId} cards={cards} onWant={onWant} />
      {may && open && (
        <ActRow>
          {(['PROCURE', 'REGISTER_READER'] as const).map((act) => (
            <ActButton key={act} act={act} onWant={() => onWant({ act, agreementId })}>
              {t(`custody.acts.${act}.button`)}
            </ActButton>
          ))}
        </ActRow>
      )}
      <CardTable number={number} cards={cards} />
      <ReaderTable number={number} readers={readers} onWant={onWant} />
    </section>
  );
}

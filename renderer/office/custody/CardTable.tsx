/** The cards of an agreement, each with its state, its place and what comes next; a name leads to its page. */
import { useTranslation } from 'react-i18next';
import type { SamCardRow } from '../../../electron/contract/index.ts';
import { samStatuses } from '../../../electron/contract/sam-state.ts';
import { addressOf } from '../../home/place.ts';
import { Table } from '../../home/Table.tsx';
import { StatusBadge } from './Course.tsx';
import classes from './custody.module.css';
import { Narrow } from './Narrow.tsx';
import { wordsOfCard } from './narrowing.ts';

export function CardTable({ number, cards }: { number: string; cards: readonly SamCardRow[] }) {
  const { t } = useTranslation();
  const label = t('custody.cardsOf', { number });
  return (
    <Narrow
      label={label}
      rows={cards}
      statuses={samStatuses}
      named={(status) => t(`custody.statuses.${status}`)}
      known={wordsOfCard}
    >
      {(shown) => (
        <Table
          label={label}
          caption={label}
          empty={t('custody.none')}
          heads={[t('custody.card'), t('custody.status'), t('custody.place'), t('custody.next')]}
          rows={shown.map(rowOf)}
        />
      )}
    </Narrow>
  );

  function rowOf(card: SamCardRow) {
    return {
      key: card.samId,
      cells: [
        <a key="name" className={classes.name} href={addressOf('devices', card.samId)}>
          {card.name}
          {card.name.startsWith('#') && <small>{card.order}</small>}
        </a>,
        <StatusBadge key="status" card={card} />,
        card.reader === null ? '–' : `${card.reader.serial} · ${card.reader.counter}`,
        nextOf(card),
      ],
    };
  }

  function nextOf({ next, waiting }: SamCardRow): string {
    if (waiting !== null) return t('custody.toConfirm', { step: t(`custody.proposed.${waiting.event}`) });
    return next === null ? '–' : t(`custody.steps.${next.event}`);
  }
}

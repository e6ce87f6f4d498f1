/** What the person here may record about a card now, as buttons: the way on first, what takes something away last. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SamCardRow, SamEvent } from '../../../electron/contract/index.ts';
import { grave, type Wanted, wantedFor } from './about.ts';
import classes from './custody.module.css';

interface StepsProps {
  readonly card: SamCardRow;
  readonly all: readonly SamCardRow[];
  readonly events: readonly SamEvent[];
  readonly onWant: (wanted: Wanted) => void;
}

export function Steps({ card, all, events, onWant }: StepsProps) {
  const { t } = useTranslation();
  if (events.length === 0) return null;
  const ordered = [
    ...events.filter((event) => !grave.has(event)),
    ...events.filter((event) => grave.has(event)),
  ];
  return (
    <div className={classes.acts}>
      {ordered.map((event) => (
        <Button
          key={event}
          variant="default"
          className={classes.act ?? ''}
          data-act={event}
          data-grave={grave.has(event) || undefined}
          onClick={() => onWant(wantedFor(event, card, all))}
        >
          {t(`custody.steps.${event}`)}
        </Button>
      ))}
    </div>
  );
}

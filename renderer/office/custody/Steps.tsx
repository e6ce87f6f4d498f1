/** What the person here may record about a card now, as buttons: the way on first, what takes something away last. */
import { useTranslation } from 'react-i18next';
import type { SamCardRow, SamEvent } from '../../../electron/contract/index.ts';
import { ActButton, ActRow, graveLast } from '../parts/index.ts';
import { grave, stepNameOf, type Wanted, wantedFor } from './about.ts';

interface StepsProps {
  readonly card: SamCardRow;
  readonly all: readonly SamCardRow[];
  readonly events: readonly SamEvent[];
  readonly onWant: (wanted: Wanted) => void;
}

export function Steps({ card, all, events, onWant }: StepsProps) {
  const { t } = useTranslation();
  if (events.length === 0) return null;
  return (
    <ActRow>
      {graveLast(events, grave).map((event) => (
        <ActButton
          key={event}
          act={event}
          grave={grave.has(event)}
          onWant={() => onWant(wantedFor(event, card, all))}
        >
          {t(`custody.steps.${stepNameOf(event, card)}`)}
        </ActButton>
      ))}
    </ActRow>
  );
}

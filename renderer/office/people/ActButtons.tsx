/** What the person here may do now, as buttons: the way on first, what takes something away last. */
import { useTranslation } from 'react-i18next';
import { ActButton, ActRow, graveLast } from '../parts/index.ts';
import { type ActName, grave } from './about.ts';

interface ActButtonsProps {
  readonly acts: readonly ActName[];
  readonly onWant: (act: ActName) => void;
}

export function ActButtons({ acts, onWant }: ActButtonsProps) {
  const { t } = useTranslation();
  if (acts.length === 0) return null;
  return (
    <ActRow>
      {graveLast(acts, grave).map((act) => (
        <ActButton key={act} act={act} grave={grave.has(act)} onWant={() => onWant(act)}>
          {t(`people.acts.${act}.button`)}
        </ActButton>
      ))}
    </ActRow>
  );
}

/** What the person here may do now, as buttons: the way on first, what takes something away last. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ActName, grave } from './about.ts';
import classes from './people.module.css';

interface ActButtonsProps {
  readonly acts: readonly ActName[];
  readonly onWant: (act: ActName) => void;
}

export function ActButtons({ acts, onWant }: ActButtonsProps) {
  const { t } = useTranslation();
  if (acts.length === 0) return null;
  const ordered = [...acts.filter((act) => !grave.has(act)), ...acts.filter((act) => grave.has(act))];
  return (
    <div className={classes.acts}>
      {ordered.map((act) => (
        <Button
          key={act}
          variant="default"
          className={classes.act ?? ''}
          data-act={act}
          data-grave={grave.has(act) || undefined}
          onClick={() => onWant(act)}
        >
          {t(`people.acts.${act}.button`)}
        </Button>
      ))}
    </div>
  );
}

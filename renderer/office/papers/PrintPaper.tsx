/** A way to a paper from wherever it is needed; not there for who has nothing to do with papers. */
import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../home/place.ts';
import { usePreferences } from '../../preferences.ts';
import { expectPages } from './expect-pages.ts';
import { detailOf, type WantedPaper } from './order.ts';
import classes from './papers.module.css';

interface PrintPaperProps extends WantedPaper {
  /** Name of the paper unless said otherwise. */
  readonly label?: string;
}

export function PrintPaper({ label, ...wanted }: PrintPaperProps) {
  const { t } = useTranslation();
  const home = usePreferences((state) => state.home);
  if (home?.gate !== 'OPEN' || !home.person.maySee.includes('PREPARE_DOCUMENTS')) return null;
  return (
    <a
      className={classes.print}
      href={addressOf('papers', detailOf(wanted))}
      onPointerEnter={() => void expectPages()}
      onFocus={() => void expectPages()}
    >
      <IconPrinter size={19} stroke={1.8} aria-hidden="true" />
      {label ?? t(`papers.kinds.${wanted.kind}`)}
    </a>
  );
}

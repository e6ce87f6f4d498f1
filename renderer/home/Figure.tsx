/** A chart with its figures behind it: one button turns it into a table and back. */
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QuietButton } from '../shell/index.ts';
import classes from './Morning.module.css';
import { Table } from './Table.tsx';

interface FigureProps {
  readonly title: string;
  readonly chart: ReactNode;
  readonly heads: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly string[] }[];
  readonly empty: boolean;
  /** What to say then, where it is not about the last fortnight. */
  readonly none?: string;
}

export function Figure({ title, chart, heads, rows, empty, none }: FigureProps) {
  const { t } = useTranslation();
  const [asTable, setAsTable] = useState(false);
  return (
    <div className={classes.figure}>
      <div className={classes.head}>
        <h2>{title}</h2>
        {!empty && (
          <QuietButton
            aria-label={t(asTable ? 'morning.showChart' : 'morning.showTable', { what: title })}
            onClick={() => setAsTable(!asTable)}
          >
            {t(asTable ? 'morning.chart' : 'morning.table')}
          </QuietButton>
        )}
      </div>
      {empty && <p className={classes.none}>{none ?? t('morning.none')}</p>}
      {!empty && (asTable ? <Table label={title} heads={heads} rows={rows} caption={title} /> : chart)}
    </div>
  );
}

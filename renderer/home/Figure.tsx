/** A chart with its figures behind it: one button turns it into a table and back. */
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QuietButton } from '../shell/index.ts';
import classes from './Morning.module.css';
import { Table } from './Table.tsx';

interface FigureProps {
  readonly title: string;
  /** What it comes to, for who stands two metres away. */
  readonly lead: { readonly figure: string; readonly words: string };
  readonly chart: ReactNode;
  readonly heads: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly string[] }[];
  readonly empty: boolean;
  /** What to say then, where it is not about the last fortnight. */
  readonly none?: string;
  /** All columns but the first hold numbers. */
  readonly figures?: boolean;
  readonly children?: ReactNode;
}

export function Figure({ figures = true, children, ...figure }: FigureProps) {
  const { title, lead, chart, heads, rows, empty, none } = figure;
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
      {!empty && (
        // The picture says the same to who does not see it.
        <p className={classes.lead} aria-hidden={!asTable || undefined}>
          <strong>{lead.figure}</strong> <span>{lead.words}</span>
        </p>
      )}
      {!empty &&
        (asTable ? (
          <Table label={title} heads={heads} rows={rows} caption={null} figures={figures} />
        ) : (
          chart
        ))}
      {children}
    </div>
  );
}

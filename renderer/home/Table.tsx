/** A table of home: a head that stays readable, rows that can be scrolled by keyboard, and a sentence when it is empty. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Table.module.css';

interface TableProps {
  readonly label: string;
  readonly heads: readonly string[];
  readonly rows:
    | readonly { readonly key: string | number; readonly cells: readonly ReactNode[] }[]
    | undefined;
  readonly empty?: string;
  /** What the rows are, where they are not the latest of something. Null: the heading above has said it. */
  readonly caption?: string | null;
  /** All columns but the first hold numbers; the first says what they are of. */
  readonly figures?: boolean;
}

export function Table({ label, heads, rows, empty, caption, figures = false }: TableProps) {
  const { t } = useTranslation();
  if (rows === undefined) return <p>{t('app.loading')}</p>;
  if (rows.length === 0) return <p className={classes.empty}>{empty ?? t('table.empty')}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled from the keyboard
    <section className={classes.frame} tabIndex={0} aria-label={label}>
      <table data-figures={figures || undefined} {...(caption === null ? { 'aria-label': label } : {})}>
        {caption !== null && (
          <caption className={classes.caption}>{caption ?? t('table.rows', { n: rows.length })}</caption>
        )}
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, index) =>
                figures && index === 0 ? (
                  <th key={heads[index]} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={heads[index]}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/**
 * A long list of the inventory: what one looks for, how many that are – said to who does not see it – and the pages of it. Short lists
 * stand as they are.
 */
import { NativeSelect, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QuietButton } from '../../shell/index.ts';
import fields from '../../visit/screens/fields.module.css';
import classes from './Narrow.module.css';
import { narrowed, pageOf, searchedFrom, statusCounts } from './narrowing.ts';

interface NarrowProps<Status extends string, Row extends { readonly status: Status }> {
  /** Of the list: what is searched. */
  readonly label: string;
  readonly rows: readonly Row[];
  readonly statuses: readonly Status[];
  readonly named: (status: Status) => string;
  readonly known: (row: Row) => readonly (string | null | undefined)[];
  readonly children: (rows: readonly Row[]) => ReactNode;
}

export function Narrow<Status extends string, Row extends { readonly status: Status }>(
  props: NarrowProps<Status, Row>,
) {
  const { label, rows, statuses, named, known, children } = props;
  const { t } = useTranslation();
  const [wish, setWish] = useState({ text: '', status: '' });
  const [wanted, setWanted] = useState(0);
  if (rows.length < searchedFrom) return children(rows);

  function look(change: Partial<typeof wish>): void {
    setWish({ ...wish, ...change });
    setWanted(0);
  }

  const found = narrowed(rows, wish, known);
  const { rows: shown, page, pages, from } = pageOf(found, wanted);
  const counted = { n: found.length, all: rows.length, from: from + 1, to: from + shown.length };
  return (
    <div className={classes.list}>
      <search className={classes.narrow} aria-label={label}>
        <TextInput
          classNames={{ input: fields.input, label: fields.label }}
          label={t('custody.find.text')}
          value={wish.text}
          maxLength={80}
          onChange={(event) => look({ text: event.currentTarget.value })}
        />
        <NativeSelect
          classNames={{ input: fields.input, label: fields.label }}
          label={t('custody.find.status')}
          value={wish.status}
          onChange={(event) => look({ status: event.currentTarget.value })}
          data={[
            { value: '', label: t('custody.find.any', { n: rows.length }) },
            ...statusCounts(rows, statuses).map(({ status, count }) => ({
              value: status,
              label: `${named(status)} (${count})`,
            })),
          ]}
        />
      </search>
      <p className={classes.count} role="status">
        {t(found.length === 0 ? 'custody.find.none' : 'custody.find.count', counted)}
      </p>
      {found.length > 0 && children(shown)}
      {pages > 1 && (
        <nav className={classes.pages} aria-label={t('custody.find.pages', { label })}>
          <QuietButton aria-disabled={page === 0} onClick={() => page > 0 && setWanted(page - 1)}>
            {t('custody.find.back')}
          </QuietButton>
          <span>{t('custody.find.page', { n: page + 1, all: pages })}</span>
          <QuietButton
            aria-disabled={page === pages - 1}
            onClick={() => page < pages - 1 && setWanted(page + 1)}
          >
            {t('custody.find.on')}
          </QuietButton>
        </nav>
      )}
    </div>
  );
}

/** A list of rows of which each has a few fields: services, and what is reported back for each. */
import { Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import fields from '../../visit/screens/fields.module.css';
import { Field, NumberField, Pick, Tick, useField, valueAt } from '../parts/index.ts';
import shared from './agreements.module.css';
import type { Editing } from './editing.ts';
import classes from './editor.module.css';
import { listAt } from './profile-conditions.ts';
import type { Column, FieldSpec } from './profile-field-kinds.ts';
import { useWords } from './use-words.ts';

interface RowsProps {
  readonly field: Extract<FieldSpec, { kind: 'rows' }>;
  readonly label: string;
  readonly editing: Editing;
}

export function Rows({ field, label, editing }: RowsProps) {
  const { t } = useTranslation();
  const { hintOf } = useWords();
  const { path, columns, row, named } = field;
  const { set, problem } = useField(path);
  const rows = listAt(editing.profile, path);
  const hint = hintOf(path);
  return (
    <section className={classes.rows} aria-label={label} data-problem={problem === '' ? undefined : true}>
      <h2>{label}</h2>
      {hint !== undefined && <p className={shared.note}>{hint}</p>}
      {problem !== '' && <p className={fields.error}>{problem}</p>}
      {rows.map((_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their place, and are drawn anew when one goes
        <fieldset key={`${rows.length}-${index}`} className={classes.group}>
          <legend>{t('agreements.editor.rowOf', { name: label, n: index + 1 })}</legend>
          <div className={classes.cells}>
            {columns.map((column) => (
              <Cell
                key={column.name}
                path={`${path}.${index}.${column.name}`}
                column={column}
                named={named}
                editing={editing}
              />
            ))}
          </div>
          <Button
            variant="default"
            className={shared.other ?? ''}
            leftSection={<IconTrash size={20} aria-hidden="true" />}
            aria-label={t('agreements.editor.removeOf', { name: label, n: index + 1 })}
            onClick={() => set(rows.toSpliced(index, 1))}
          >
            {t('agreements.editor.remove')}
          </Button>
        </fieldset>
      ))}
      <Button
        variant="default"
        className={shared.other ?? ''}
        leftSection={<IconPlus size={20} aria-hidden="true" />}
        onClick={() => set([...rows, row])}
      >
        {t('agreements.editor.add')}
      </Button>
    </section>
  );
}

interface CellProps {
  readonly path: string;
  readonly column: Column;
  readonly named: string;
  readonly editing: Editing;
}

function Cell({ path, column, named, editing }: CellProps) {
  const { t } = useTranslation();
  const { say } = useWords();
  const common = {
    path,
    label: say(`agreements.columns.${named}.${column.name}`),
    ...(column.optional === true ? { optional: true } : {}),
  };
  switch (column.kind) {
    case 'number':
      return <NumberField {...common} />;
    case 'yes':
      return <Tick path={path} label={common.label} />;
    case 'one':
      return (
        <Pick
          {...common}
          options={(column.options ?? []).map((value) => ({
            value,
            label: say(`agreements.words.${column.words}.${value}`),
          }))}
        />
      );
    case 'list':
      return (
        <Pick
          {...common}
          hint={t('agreements.editor.noList')}
          options={Object.keys((valueAt(editing.profile, 'codeLists') ?? {}) as object).map((value) => ({
            value,
            label: value,
          }))}
        />
      );
    default:
      return <Field {...common} maxLength={500} />;
  }
}

/** Lists of codes that fields of data balikan choose from: each has a name, and codes with the words for them. */
import { Button, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { privateField } from '../../privacy.ts';
import fields from '../../visit/screens/fields.module.css';
import { type Draft, Field, useField } from '../parts/index.ts';
import shared from './agreements.module.css';
import type { Editing } from './editing.ts';
import classes from './editor.module.css';
import { listAt } from './profile-conditions.ts';
import { useWords } from './use-words.ts';

const path = 'codeLists';

export function CodeLists({ editing }: { editing: Editing }) {
  const { t } = useTranslation();
  const { labelOf } = useWords();
  const { value, set, problem } = useField(path);
  const [name, setName] = useState('');
  const lists = (value ?? {}) as Draft;
  // A dot would be taken for a place within the list.
  const fits = /^[A-Za-z]\w{0,39}$/.test(name) && !(name in lists);

  function add(): void {
    if (!fits) return;
    set({ ...lists, [name]: [{ code: '', label: '' }] });
    setName('');
  }

  return (
    <section className={classes.rows} aria-label={labelOf(path)}>
      <h2>{labelOf(path)}</h2>
      {problem !== '' && <p className={fields.error}>{problem}</p>}
      {Object.keys(lists).map((list) => (
        <OneList key={list} name={list} editing={editing} onRemove={() => set(without(lists, list))} />
      ))}
      <div className={classes.newList}>
        <TextInput
          {...privateField}
          classNames={{ input: fields.input, label: fields.label, description: fields.hint }}
          label={t('agreements.editor.listName')}
          description={t('agreements.editor.listNameHint')}
          inputWrapperOrder={['label', 'description', 'input', 'error']}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button
          variant="default"
          className={shared.other ?? ''}
          disabled={!fits}
          leftSection={<IconPlus size={20} aria-hidden="true" />}
          onClick={add}
        >
          {t('agreements.editor.newList')}
        </Button>
      </div>
    </section>
  );
}

function without(lists: Draft, name: string): Draft {
  const { [name]: _, ...others } = lists;
  return others;
}

interface OneListProps {
  readonly name: string;
  readonly editing: Editing;
  readonly onRemove: () => void;
}

function OneList({ name, editing, onRemove }: OneListProps) {
  const { t } = useTranslation();
  const place = `${path}.${name}`;
  const { set } = useField(place);
  const rows = listAt(editing.profile, place);
  return (
    <fieldset className={classes.group}>
      <legend>{name}</legend>
      {rows.map((_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their place, and are drawn anew when one goes
        <div key={`${rows.length}-${index}`} className={classes.codeRow}>
          <Field path={`${place}.${index}.code`} label={t('agreements.editor.code')} maxLength={500} />
          <Field path={`${place}.${index}.label`} label={t('agreements.editor.codeLabel')} maxLength={500} />
          <button
            type="button"
            className={classes.step}
            aria-label={t('agreements.editor.removeOf', { name, n: index + 1 })}
            onClick={() => set(rows.toSpliced(index, 1))}
          >
            <IconTrash size={20} aria-hidden="true" />
          </button>
        </div>
      ))}
      <div className={classes.buttons}>
        <Button
          variant="default"
          className={shared.other ?? ''}
          leftSection={<IconPlus size={20} aria-hidden="true" />}
          onClick={() => set([...rows, { code: '', label: '' }])}
        >
          {t('agreements.editor.add')}
        </Button>
        <Button variant="default" className={shared.other ?? ''} onClick={onRemove}>
          {t('agreements.editor.removeList', { name })}
        </Button>
      </div>
    </fieldset>
  );
}

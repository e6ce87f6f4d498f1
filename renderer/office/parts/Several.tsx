/** Any number of a few: a set of boxes that together are one list. Of many: with a search, all or none at once, and how many they are. */
import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QuietButton } from '../../shell/index.ts';
import fields from '../../visit/screens/fields.module.css';
import { Label } from './Field.tsx';
import classes from './parts.module.css';
import { useField } from './use-form.ts';

interface SeveralProps {
  readonly path: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
  readonly options: readonly { readonly value: string; readonly label: string; readonly note?: string }[];
}

/** More than one looks over at a glance. */
const many = 12;

export function Several({ path, label, hint, optional, options }: SeveralProps) {
  const { value, set, problem } = useField(path);
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [];
  const [sought, setSought] = useState('');
  const isMany = options.length > many;
  const found = isMany
    ? options.filter((option) => option.label.toLowerCase().includes(sought.trim().toLowerCase()))
    : options;

  /** In the order of the options, whatever was ticked first. */
  function toggle(option: string): void {
    const wanted = (each: string) => (each === option) !== chosen.includes(each);
    set(options.map((each) => each.value).filter(wanted));
  }

  /** What is found, all of it or none; what is not shown stays as it is. */
  function chooseFound(wanted: boolean): void {
    const shown = new Set(found.map((option) => option.value));
    const all = options.map((option) => option.value);
    set(all.filter((each) => (shown.has(each) ? wanted : chosen.includes(each))));
  }

  return (
    <fieldset className={classes.several} data-problem={problem === '' ? undefined : true}>
      <legend className={fields.label}>
        <Label text={label} optional={optional} />
      </legend>
      {hint !== undefined && <p className={classes.hint}>{hint}</p>}
      {isMany && (
        <Many
          sought={sought}
          onSeek={setSought}
          chosen={chosen.length}
          all={options.length}
          onAll={chooseFound}
        />
      )}
      <div
        className={[fields.choices, isMany && classes.many].filter(Boolean).join(' ')}
        data-wide={options.some(({ note }) => note !== undefined) || undefined}
      >
        {found.map((option) => (
          <Checkbox
            key={option.value}
            checked={chosen.includes(option.value)}
            label={
              <>
                {option.label}
                {option.note !== undefined && <span className={fields.note}>{option.note}</span>}
              </>
            }
            classNames={{
              root: fields.choice,
              body: fields.choiceBody,
              input: fields.radio,
              label: fields.choiceLabel,
            }}
            onChange={() => toggle(option.value)}
          />
        ))}
      </div>
      {problem !== '' && <p className={fields.error}>{problem}</p>}
    </fieldset>
  );
}

interface ManyProps {
  readonly sought: string;
  readonly onSeek: (text: string) => void;
  readonly chosen: number;
  readonly all: number;
  readonly onAll: (wanted: boolean) => void;
}

function Many({ sought, onSeek, chosen, all, onAll }: ManyProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.seek}>
      <TextInput
        classNames={{ input: fields.input, label: fields.label }}
        label={t('parts.seek')}
        value={sought}
        maxLength={80}
        onChange={(event) => onSeek(event.currentTarget.value)}
        onKeyDown={(event) => {
          // Looking for something is not yet doing it.
          if (event.key === 'Enter') event.preventDefault();
        }}
      />
      <QuietButton onClick={() => onAll(true)}>{t('parts.chooseAll')}</QuietButton>
      <QuietButton onClick={() => onAll(false)}>{t('parts.chooseNone')}</QuietButton>
      <p role="status">{t('parts.chosen', { n: chosen, all })}</p>
    </div>
  );
}

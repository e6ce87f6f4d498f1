/** One of a few, each with a sentence if it needs one; one of many from a list; and a statement that has to be ticked. */
import { Checkbox, NativeSelect, Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import fields from '../../visit/screens/fields.module.css';
import { Label } from './Field.tsx';
import classes from './parts.module.css';
import { useField } from './use-form.ts';

interface Option {
  readonly value: string;
  readonly label: string;
  readonly note?: string;
}

interface ChoiceProps {
  readonly path: string;
  readonly label: string;
  readonly hint?: string;
  readonly options: readonly Option[];
}

export function Choice({ path, label, hint, options }: ChoiceProps) {
  const { text, set, problem } = useField(path);
  return (
    <div data-problem={problem === '' ? undefined : true}>
      <Radio.Group
        label={label}
        description={hint}
        error={problem === '' ? null : problem}
        classNames={{ label: fields.label, description: classes.hint, error: fields.error }}
        value={text}
        onChange={set}
      >
        <div
          className={fields.choices}
          data-wide={options.some(({ note }) => note !== undefined) || undefined}
        >
          {options.map(({ value, label: words, note }) => (
            <Radio
              key={value}
              value={value}
              label={
                <>
                  {words}
                  {note !== undefined && <span className={fields.note}>{note}</span>}
                </>
              }
              classNames={{
                root: fields.choice,
                body: fields.choiceBody,
                radio: fields.radio,
                label: fields.choiceLabel,
              }}
            />
          ))}
        </div>
      </Radio.Group>
    </div>
  );
}

/** For more options than one wants to see at once. */
export function Pick({
  path,
  label,
  hint,
  options,
  optional,
}: ChoiceProps & { readonly optional?: boolean }) {
  const { t } = useTranslation();
  const { text, set, problem } = useField(path);
  return (
    <div className={classes.field} data-problem={problem === '' ? undefined : true}>
      <NativeSelect
        classNames={{
          input: fields.input,
          label: fields.label,
          description: classes.hint,
          error: fields.error,
        }}
        label={<Label text={label} optional={optional} />}
        description={hint}
        value={text}
        error={problem === '' ? null : problem}
        onChange={(event) => set(event.currentTarget.value)}
        data={[
          { value: '', label: t('parts.choose') },
          ...options.map(({ value, label: words }) => ({ value, label: words })),
        ]}
      />
    </div>
  );
}

interface TickProps {
  readonly path: string;
  readonly label: string;
  readonly note?: string;
}

export function Tick({ path, label, note }: TickProps) {
  const { t } = useTranslation();
  const { value, set, problem } = useField(path);
  return (
    <div className={classes.field} data-problem={problem === '' ? undefined : true}>
      <Checkbox
        label={
          <>
            {label}
            {note !== undefined && <span className={fields.note}>{note}</span>}
          </>
        }
        checked={value === true}
        error={problem === '' ? null : problem === t('parts.required') ? t('parts.mustTick') : problem}
        classNames={{
          root: fields.choice,
          body: fields.choiceBody,
          input: fields.radio,
          label: fields.choiceLabel,
          error: classes.tickError,
        }}
        onChange={(event) => set(event.currentTarget.checked)}
      />
    </div>
  );
}

/** Any number of a few: a set of boxes that together are one list. */
import { Checkbox } from '@mantine/core';
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

export function Several({ path, label, hint, optional, options }: SeveralProps) {
  const { value, set, problem } = useField(path);
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [];

  /** In the order of the options, whatever was ticked first. */
  function toggle(option: string): void {
    const wanted = (each: string) => (each === option) !== chosen.includes(each);
    set(options.map((each) => each.value).filter(wanted));
  }

  return (
    <fieldset className={classes.several} data-problem={problem === '' ? undefined : true}>
      <legend className={fields.label}>
        <Label text={label} optional={optional} />
      </legend>
      {hint !== undefined && <p className={classes.hint}>{hint}</p>}
      <div className={fields.choices} data-wide={options.some(({ note }) => note !== undefined) || undefined}>
        {options.map((option) => (
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

/** A number as it is typed; what is not one stays as it was typed, so that nothing is lost and the check can say so. */
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { privateField } from '../../privacy.ts';
import fields from '../../visit/screens/fields.module.css';
import { Label } from './Field.tsx';
import classes from './parts.module.css';
import { useField } from './use-form.ts';

interface NumberFieldProps {
  readonly path: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
  /** What an empty field stands for: no limit (`null`), or nothing said. */
  readonly empty?: null;
}

/** `1,5` is a number here as well as `1.5`. */
function numberIn(typed: string): number | string {
  const plain = typed.trim().replace(',', '.');
  return plain !== '' && Number.isFinite(Number(plain)) ? Number(plain) : typed;
}

export function NumberField({ path, label, hint, optional, empty }: NumberFieldProps) {
  const { value, set, problem } = useField(path);
  const [typed, setTyped] = useState(value === undefined || value === null ? '' : String(value));

  function type(next: string): void {
    setTyped(next);
    set(next.trim() === '' ? empty : numberIn(next));
  }

  return (
    <div className={classes.date} data-problem={problem === '' ? undefined : true}>
      <TextInput
        {...privateField}
        classNames={{
          input: fields.input,
          label: fields.label,
          description: classes.hint,
          error: fields.error,
        }}
        label={<Label text={label} optional={optional} />}
        description={hint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        inputMode="decimal"
        value={typed}
        error={problem === '' ? null : problem}
        onChange={(event) => type(event.currentTarget.value)}
      />
    </div>
  );
}

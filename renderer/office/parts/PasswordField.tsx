/** A password or passphrase: hidden unless asked to show, and a word when capitals are locked. */
import { TextInput } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { privateField } from '../../privacy.ts';
import fields from '../../visit/screens/fields.module.css';
import classes from './parts.module.css';
import { useField } from './use-form.ts';

interface PasswordFieldProps {
  readonly path: string;
  readonly label: string;
  readonly hint?: string;
  readonly wrong?: string;
  readonly autoFocus?: boolean;
}

export function PasswordField({ path, label, hint, wrong, ...rest }: PasswordFieldProps) {
  const { t } = useTranslation();
  const { text, set, problem } = useField(path, wrong);
  const [shown, setShown] = useState(false);
  const [capitals, setCapitals] = useState(false);
  const Eye = shown ? IconEyeOff : IconEye;

  function look(event: KeyboardEvent): void {
    setCapitals(event.getModifierState('CapsLock'));
  }

  return (
    <div className={classes.field} data-problem={problem === '' ? undefined : true}>
      <TextInput
        {...privateField}
        {...rest}
        type={shown ? 'text' : 'password'}
        classNames={{
          input: fields.input,
          label: fields.label,
          description: classes.hint,
          error: fields.error,
        }}
        label={label}
        description={hint}
        inputWrapperOrder={['label', 'description', 'input', 'error']}
        value={text}
        error={problem === '' ? null : problem}
        onChange={(event) => set(event.currentTarget.value)}
        onKeyUp={look}
        onKeyDown={look}
        onBlur={() => setCapitals(false)}
        rightSectionWidth={56}
        rightSectionPointerEvents="all"
        rightSection={
          <button
            type="button"
            className={classes.eye}
            aria-pressed={shown}
            aria-label={t('parts.showPassword')}
            onClick={() => setShown(!shown)}
          >
            <Eye size={22} aria-hidden="true" />
          </button>
        }
      />
      <p role="status" className={classes.capitals}>
        {capitals ? t('parts.capitals') : ''}
      </p>
    </div>
  );
}

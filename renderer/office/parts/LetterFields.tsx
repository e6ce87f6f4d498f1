/** Number and date of a letter, addendum or BAST: two fields that are always asked together. */
import { useTranslation } from 'react-i18next';
import { DateField } from './DateField.tsx';
import { Field, Label } from './Field.tsx';
import classes from './parts.module.css';

interface LetterFieldsProps {
  /** Path of the letter, `letter` unless said otherwise. */
  readonly path?: string;
  /** Which letter: `Surat penetapan`. */
  readonly legend: string;
  readonly hint?: string;
  readonly optional?: boolean;
}

export function LetterFields({ path = 'letter', legend, hint, optional }: LetterFieldsProps) {
  const { t } = useTranslation();
  return (
    <fieldset className={classes.letter}>
      <legend>
        <Label text={legend} optional={optional} />
      </legend>
      {hint !== undefined && <p className={classes.hint}>{hint}</p>}
      <div className={classes.pair}>
        <Field path={`${path}.number`} label={t('parts.letterNumber')} maxLength={120} />
        <DateField path={`${path}.date`} label={t('parts.letterDate')} />
      </div>
    </fieldset>
  );
}

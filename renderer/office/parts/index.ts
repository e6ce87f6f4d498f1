/**
 * The door of the form parts, for every page of the office: `ActDialog` is one act as a dialog, `useForm` and `Form` the same on the
 * ground of a screen, and inside them fields by the path of their value in the act.
 */
export { ActButton, ActRow, graveLast } from './ActButton.tsx';
export { ActDialog } from './ActDialog.tsx';
export { Badge, type Tone } from './Badge.tsx';
export { Choice, Pick, Tick } from './Choice.tsx';
export { DateField } from './DateField.tsx';
export {
  type Checker,
  type Draft,
  type Issue,
  type Problem,
  problemsOf,
  valueAt,
  withValue,
} from './draft.ts';
export { Field, Label } from './Field.tsx';
export { Form, submitForm } from './Form.tsx';
export { LetterFields } from './LetterFields.tsx';
export { NumberField } from './NumberField.tsx';
export { PasswordField } from './PasswordField.tsx';
export { Refused } from './Refused.tsx';
export { Row } from './Row.tsx';
export { ScanField } from './ScanField.tsx';
export { Several } from './Several.tsx';
export { type FormHandle, useField, useForm } from './use-form.ts';

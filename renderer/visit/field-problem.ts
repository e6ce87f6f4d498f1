/** Whether a data-balikan field may go as it is: the page says at once what the visit process would refuse. */
import type { ServiceField, VisitView } from '../../electron/contract/index.ts';

export type FieldProblem = 'required' | 'tooLong' | 'invalid';

export function fieldProblem(field: ServiceField, value: string): FieldProblem | undefined {
  const trimmed = value.trim();
  if (trimmed === '') return field.required ? 'required' : undefined;
  if (trimmed.length > field.maxLength) return 'tooLong';
  const { choices } = field;
  return choices !== undefined && !choices.some(({ code }) => code === trimmed) ? 'invalid' : undefined;
}

/** The suggestion when it can be taken as it is; a suggested label stands for its code. */
export function startValue(field: ServiceField): string {
  const { suggestion = '', choices } = field;
  if (choices === undefined) return suggestion;
  return choices.find(({ code, label }) => code === suggestion || label === suggestion)?.code ?? '';
}

/** The field that a refusal of the visit process names. */
export function refusedField(view: VisitView): string | undefined {
  return view.failure?.code === 'BALIKAN_FIELD_INVALID' ? view.failure.at : undefined;
}

/** A form on the ground of a screen or in a dialog: Enter in a field submits it, and the first problem takes the focus. */
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import fields from '../../visit/screens/fields.module.css';
import { FormContext, type FormHandle } from './use-form.ts';

interface FormProps<T> {
  readonly id: string;
  readonly form: FormHandle<T>;
  /** Called with the checked value only. */
  readonly onSubmit: (value: T) => void;
  readonly children: ReactNode;
}

export function Form<T>({ id, form, onSubmit, children }: FormProps<T>) {
  const ground = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (form.refusals === 0) return;
    ground.current
      ?.querySelector<HTMLElement>('[data-problem] :is(input, textarea, select, button)')
      ?.focus();
  }, [form.refusals]);

  function submit(event: FormEvent): void {
    event.preventDefault();
    const value = form.check();
    if (value !== undefined) onSubmit(value);
  }

  return (
    <form ref={ground} id={id} className={fields.form} onSubmit={submit} noValidate>
      <FormContext value={form as FormHandle<unknown>}>{children}</FormContext>
    </form>
  );
}

/** What a key or a button outside the form does to submit it. */
export function submitForm(id: string): void {
  const form = document.getElementById(id);
  if (form instanceof HTMLFormElement) form.requestSubmit();
}

/** One question of the door: a form, one button, and main's refusal in its place. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../bridge.ts';
import { type Checker, type Draft, Form, Refused, submitForm, useForm } from '../office/parts/index.ts';
import { refreshHome } from '../preferences.ts';
import { type Action, keys, Screen } from '../shell/index.ts';
import classes from './gate.module.css';

type Answered<V> =
  | { readonly ok: true; readonly value: V }
  | { readonly ok: false; readonly failure: Failure };

interface GateFormProps<T, V> {
  readonly name: string;
  readonly eyebrow?: string;
  readonly title: string;
  readonly lead: string;
  readonly checker: Checker<T>;
  readonly start: Draft;
  readonly submit: string;
  readonly send: (value: T) => Promise<Answered<V>>;
  /** What follows; without it the page asks main where it stands now. */
  readonly onDone?: (value: V) => void;
  readonly beside?: readonly Action[];
  /** Nothing to fill in: the heading takes the focus, and Enter goes on. */
  readonly fieldless?: boolean;
  /** Said while main takes its time; without it, that something is being checked. */
  readonly working?: string;
  readonly children: ReactNode;
}

/** Longer than this and the page says that it works (design section 11). */
const patienceMs = 300;

export function GateForm<T, V>(props: GateFormProps<T, V>) {
  const { name, title, lead, checker, start, submit, send, onDone, beside = [] } = props;
  const { t } = useTranslation();
  const form = useForm({ schema: checker, start });
  const [refused, setRefused] = useState<Failure>();
  const [slow, setSlow] = useState(false);
  const under = useRef(false);
  const timer = useRef(0);
  useEffect(() => () => window.clearTimeout(timer.current), []);

  async function ask(value: T): Promise<void> {
    if (under.current) return;
    under.current = true;
    setRefused(undefined);
    timer.current = window.setTimeout(() => setSlow(true), patienceMs);
    const answer = await send(value);
    under.current = false;
    window.clearTimeout(timer.current);
    setSlow(false);
    if (!answer.ok) setRefused(answer.failure);
    else if (onDone === undefined) await refreshHome();
    else onDone(answer.value);
  }

  return (
    <Screen
      name={name}
      {...(props.eyebrow === undefined ? {} : { eyebrow: props.eyebrow })}
      title={title}
      lead={lead}
      width="text"
      focusField={props.fieldless !== true}
      actions={[
        ...beside,
        { key: keys.primary, label: submit, run: () => submitForm(name), kind: 'primary', form: name },
      ]}
    >
      <Refused failure={refused} />
      <Form id={name} form={form} onSubmit={(value) => void ask(value)}>
        {props.children}
      </Form>
      <p role="status" className={classes.working}>
        {slow ? (props.working ?? t('gate.working')) : ''}
      </p>
    </Screen>
  );
}

/**
 * One act of the office: what it will do in one sentence, what it needs, and one button. A refusal of main is shown where it was
 * asked for and nothing typed is lost.
 */
import { type ReactNode, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../bridge.ts';
import { Dialog, keys } from '../../shell/index.ts';
import type { Checker, Draft } from './draft.ts';
import { Form, submitForm } from './Form.tsx';
import classes from './parts.module.css';
import { Refused } from './Refused.tsx';
import { useForm } from './use-form.ts';

type Answered<V> =
  | { readonly ok: true; readonly value: V }
  | { readonly ok: false; readonly failure: Failure };

interface ActDialogProps<T, V> {
  readonly title: string;
  /** What happens when it is done, in one sentence. */
  readonly consequence: string;
  readonly yes: string;
  /** Of the contract: the page checks by what main checks by. */
  readonly schema: Checker<T>;
  readonly start: Draft;
  /** Members of the act that may be left out. */
  readonly optional?: readonly string[];
  readonly send: (act: T) => Promise<Answered<V>>;
  readonly onDone: (value: V) => void;
  readonly onClose: () => void;
  /** The parts of the form; none where the act needs nothing but a yes. */
  readonly children?: ReactNode;
}

export function ActDialog<T, V>(props: ActDialogProps<T, V>) {
  const { title, consequence, yes, schema, start, optional = [], send, onDone, onClose, children } = props;
  const { t } = useTranslation();
  const id = useId();
  const form = useForm({ schema, start, optional });
  const [refused, setRefused] = useState<Failure>();
  /** A second press while main still works would be a second act. */
  const under = useRef(false);

  async function act(value: T): Promise<void> {
    if (under.current) return;
    under.current = true;
    const answer = await send(value);
    under.current = false;
    if (answer.ok) onDone(answer.value);
    else setRefused(answer.failure);
  }

  /** What main is about to answer is shown once, perhaps, as the password of a file is: nobody leaves before. */
  function leave(): void {
    if (!under.current) onClose();
  }

  return (
    <Dialog
      title={title}
      onClose={leave}
      wide={children !== undefined}
      actions={[
        { key: keys.back, label: t('parts.cancel'), run: leave, kind: 'plain' },
        { key: keys.primary, label: yes, run: () => submitForm(id), kind: 'primary', form: id },
      ]}
    >
      <p className={classes.consequence}>{consequence}</p>
      <Form id={id} form={form} onSubmit={(value) => void act(value)}>
        {children}
      </Form>
      <div className={classes.after}>
        <Refused failure={refused} />
      </div>
    </Dialog>
  );
}

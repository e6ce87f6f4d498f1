/**
 * A second person signs: with their own account, for this one thing. Main checks the password; what is wrong is shown here and
 * nothing that was filled in is lost but the password.
 */
import { TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitView } from '../../../electron/contract/index.ts';
import { ask, type Failure } from '../../bridge.ts';
import { useText } from '../../preferences.ts';
import { privateField } from '../../privacy.ts';
import fields from './fields.module.css';
import { Working } from './Working.tsx';

interface CosignFormProps {
  /** For the button outside that submits it. */
  readonly id: string;
  readonly purpose: NonNullable<VisitView['cosign']>;
  readonly loginLabel: string;
  readonly reason: string;
  /** The reason is written, so the cursor belongs there first. */
  readonly reasonFirst?: boolean;
  /** Where the reason is chosen or written; it comes before the account, as one says why before one signs. */
  readonly children: ReactNode;
}

const nobody = { login: '', password: '' };

export function CosignForm(props: CosignFormProps) {
  const { id, purpose, loginLabel, reason, reasonFirst = false, children } = props;
  const { t } = useTranslation();
  const text = useText();
  const [account, setAccount] = useState(nobody);
  const [problem, setProblem] = useState('');
  const [refused, setRefused] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const login = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);

  function change(part: Partial<typeof nobody>): void {
    setAccount((now) => ({ ...now, ...part }));
    setProblem('');
    setRefused(undefined);
  }

  async function sign(): Promise<void> {
    setBusy(true);
    const answer = await ask('visit.cosign', { purpose, ...account, login: account.login.trim(), reason });
    setBusy(false);
    // Where it was taken the visit moves on by itself.
    if (answer.ok) return;
    setRefused(answer.failure);
    setAccount((now) => ({ ...now, password: '' }));
    password.current?.focus();
  }

  function wordsOf({ code, cause, cure }: Failure): string {
    return code === 'OWN_PROPOSAL' ? t('asking.cosign.same') : `${text(cause)} ${text(cure)}`;
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (busy) return;
    setRefused(undefined);
    const missing = account.login.trim() === '' ? login : account.password === '' ? password : undefined;
    const words = reason.trim() === '' ? 'reasonMissing' : missing === undefined ? undefined : 'missing';
    setProblem(words === undefined ? '' : t(`asking.cosign.${words}`));
    if (words === undefined) void sign();
    else missing?.current?.focus();
  }

  const common = {
    className: fields.field ?? '',
    classNames: { input: fields.input, label: fields.label, error: fields.error },
    ...privateField,
  };
  return (
    <form id={id} className={fields.form} onSubmit={submit} noValidate>
      {children}
      <div className={fields.account}>
        <TextInput
          {...common}
          ref={login}
          label={loginLabel}
          maxLength={40}
          autoFocus={!reasonFirst}
          value={account.login}
          error={problem === '' ? null : problem}
          onChange={(event) => change({ login: event.currentTarget.value })}
        />
        <TextInput
          {...common}
          ref={password}
          type="password"
          label={t('asking.cosign.password')}
          maxLength={200}
          value={account.password}
          error={refused === undefined ? null : wordsOf(refused)}
          onChange={(event) => change({ password: event.currentTarget.value })}
        />
      </div>
      {window.ketuk.start.training && <p className={fields.hint}>{t('asking.cosign.practice')}</p>}
      {busy && <Working quiet label={t('asking.cosign.checking')} />}
    </form>
  );
}

/** Signing in, and unlocking what somebody locked: one account, one person. */
import { useTranslation } from 'react-i18next';
import { ask } from '../bridge.ts';
import { Field, PasswordField, Row } from '../office/parts/index.ts';
import { refreshHome, report } from '../preferences.ts';
import { keys } from '../shell/index.ts';
import { credentials, newPassword, password } from './checks.ts';
import { GateForm } from './GateForm.tsx';
import classes from './gate.module.css';

async function signOut(): Promise<void> {
  if (report(await ask('session.signOut', undefined))) await refreshHome();
}

export function SignIn() {
  const { t } = useTranslation();
  return (
    <GateForm
      name="sign-in"
      title={t('gate.title')}
      lead={t('gate.signIn.lead')}
      checker={credentials}
      start={{ login: '', password: '' }}
      submit={t('gate.signIn.submit')}
      send={(given) => ask('session.signIn', given)}
    >
      <Field path="login" label={t('gate.signIn.login')} maxLength={40} autoFocus />
      <PasswordField path="password" label={t('gate.signIn.password')} hint={t('gate.signIn.lost')} />
      <p className={classes.liability}>{t('gate.liability')}</p>
    </GateForm>
  );
}

export function Locked({ who }: { who: string }) {
  const { t } = useTranslation();
  return (
    <GateForm
      name="locked"
      title={t('gate.locked.title')}
      lead={t('gate.locked.lead', { name: who })}
      checker={password}
      start={{ password: '' }}
      submit={t('gate.locked.submit')}
      send={(given) => ask('session.unlock', given)}
      beside={[{ key: keys.back, label: t('gate.locked.signOut'), run: () => void signOut(), kind: 'plain' }]}
    >
      <PasswordField path="password" label={t('gate.signIn.password')} autoFocus />
    </GateForm>
  );
}

export function NewPassword({ who }: { who: string }) {
  const { t } = useTranslation();
  return (
    <GateForm
      name="new-password"
      title={t('gate.newPassword.title')}
      lead={t('gate.newPassword.lead', { name: who })}
      checker={newPassword}
      start={{ current: '', next: '', again: '' }}
      submit={t('gate.newPassword.submit')}
      send={(given) => ask('session.newPassword', given)}
      beside={[{ key: keys.back, label: t('gate.locked.signOut'), run: () => void signOut(), kind: 'plain' }]}
    >
      <PasswordField path="current" label={t('gate.newPassword.current')} autoFocus />
      <Row>
        <PasswordField
          path="next"
          label={t('gate.newPassword.next')}
          hint={t('gate.firstOfficer.passwordHint')}
        />
        <PasswordField
          path="again"
          label={t('gate.newPassword.again')}
          hint={t('gate.twice.hint')}
          wrong={t('gate.twice.differs')}
        />
      </Row>
    </GateForm>
  );
}

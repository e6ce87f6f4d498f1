/** The keys of the store: made on the first run, opened by the passphrase, or by the recovery key when nothing else does. */
import { IconKey, IconLifebuoy } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../bridge.ts';
import { Field, PasswordField, Row } from '../office/parts/index.ts';
import { keys } from '../shell/index.ts';
import { newPassphrase, nothingAsked, passphrase, recoveryKey, recoveryWithPassphrase } from './checks.ts';
import { GateForm } from './GateForm.tsx';
import classes from './gate.module.css';

interface FirstKeysProps {
  readonly passphraseNeeded: boolean;
  readonly onMade: (recoveryKey: string) => void;
}

export function FirstKeys({ passphraseNeeded, onMade }: FirstKeysProps) {
  const { t } = useTranslation();
  const shared = {
    name: 'first-keys',
    eyebrow: t('gate.firstKeys.eyebrow'),
    title: t('gate.firstKeys.title'),
    lead: t('gate.firstKeys.lead'),
    submit: t('gate.firstKeys.submit'),
    send: (given: { readonly passphrase?: string }) => ask('setup.keys', given),
    onDone: (made: { readonly recoveryKey: string }) => onMade(made.recoveryKey),
  };
  const recovery = (
    <Fact
      icon={<IconLifebuoy size={28} aria-hidden="true" />}
      title={t('gate.firstKeys.recoveryTitle')}
      text={t('gate.firstKeys.recovery')}
    />
  );
  if (!passphraseNeeded) {
    return (
      <GateForm {...shared} checker={nothingAsked} start={{}} fieldless>
        <Fact
          icon={<IconKey size={28} aria-hidden="true" />}
          title={t('gate.firstKeys.storeTitle')}
          text={t('gate.firstKeys.store')}
        />
        {recovery}
      </GateForm>
    );
  }
  return (
    <GateForm {...shared} checker={newPassphrase} start={{ passphrase: '', again: '' }}>
      <Fact
        icon={<IconKey size={28} aria-hidden="true" />}
        title={t('gate.firstKeys.phraseTitle')}
        text={t('gate.firstKeys.phrase')}
      />
      <Row>
        <PasswordField
          path="passphrase"
          label={t('gate.firstKeys.passphrase')}
          hint={t('gate.firstKeys.passphraseHint')}
          autoFocus
        />
        <PasswordField
          path="again"
          label={t('gate.firstKeys.again')}
          hint={t('gate.twice.hint')}
          wrong={t('gate.twice.differs')}
        />
      </Row>
      {recovery}
    </GateForm>
  );
}

function Fact({ icon, title, text }: { icon: ReactNode; title: string; text: string }) {
  return (
    <div className={classes.fact}>
      {icon}
      <div>
        <h2>{title}</h2>
        <p>{text}</p>
      </div>
    </div>
  );
}

export function Passphrase({ passphraseNeeded }: { passphraseNeeded: boolean }) {
  const { t } = useTranslation();
  const [lost, setLost] = useState(false);
  if (lost) return <Recover passphraseNeeded={passphraseNeeded} onBack={() => setLost(false)} />;
  return (
    <GateForm
      name="passphrase"
      title={t('gate.passphrase.title')}
      lead={t('gate.passphrase.lead')}
      checker={passphrase}
      start={{ passphrase: '' }}
      submit={t('gate.passphrase.submit')}
      send={(given) => ask('setup.unlock', given)}
      working={t('gate.opening')}
      beside={[{ key: keys.back, label: t('gate.passphrase.lost'), run: () => setLost(true), kind: 'plain' }]}
    >
      <PasswordField path="passphrase" label={t('gate.firstKeys.passphrase')} autoFocus />
    </GateForm>
  );
}

interface RecoverProps {
  readonly passphraseNeeded: boolean;
  readonly onBack?: () => void;
}

export function Recover({ passphraseNeeded, onBack }: RecoverProps) {
  const { t } = useTranslation();
  const shared = {
    name: 'recover',
    title: t('gate.recover.title'),
    lead: t('gate.recover.lead'),
    submit: t('gate.recover.submit'),
    working: t('gate.opening'),
    send: (given: { readonly recoveryKey: string; readonly passphrase?: string }) =>
      ask('setup.recover', given),
    ...(onBack === undefined
      ? {}
      : { beside: [{ key: keys.back, label: t('app.back'), run: onBack, kind: 'plain' as const }] }),
  };
  const key = (
    <Field path="recoveryKey" label={t('gate.recover.key')} hint={t('gate.recover.keyHint')} autoFocus />
  );
  if (!passphraseNeeded) {
    return (
      <GateForm {...shared} checker={recoveryKey} start={{ recoveryKey: '' }}>
        {key}
      </GateForm>
    );
  }
  return (
    <GateForm
      {...shared}
      checker={recoveryWithPassphrase}
      start={{ recoveryKey: '', passphrase: '', again: '' }}
    >
      {key}
      <Row>
        <PasswordField
          path="passphrase"
          label={t('gate.recover.passphrase')}
          hint={t('gate.firstKeys.passphraseHint')}
        />
        <PasswordField
          path="again"
          label={t('gate.firstKeys.again')}
          hint={t('gate.twice.hint')}
          wrong={t('gate.twice.differs')}
        />
      </Row>
    </GateForm>
  );
}

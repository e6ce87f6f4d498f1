/** The first account, for whoever of IT staff stands at the keyboard of a computer that knows nobody yet. */
import { useTranslation } from 'react-i18next';
import { ask } from '../bridge.ts';
import { Field, PasswordField, Row } from '../office/parts/index.ts';
import { firstOfficer } from './checks.ts';
import { GateForm } from './GateForm.tsx';

export function FirstOfficer() {
  const { t } = useTranslation();
  return (
    <GateForm
      name="first-officer"
      eyebrow={t('gate.firstOfficer.eyebrow')}
      title={t('gate.firstOfficer.title')}
      lead={t('gate.firstOfficer.lead')}
      checker={firstOfficer}
      start={{ name: '', position: '', login: '', password: '', again: '' }}
      submit={t('gate.firstOfficer.submit')}
      send={(officer) => ask('setup.firstOfficer', officer)}
    >
      <Row>
        <Field
          path="name"
          label={t('gate.firstOfficer.name')}
          hint={t('gate.firstOfficer.nameHint')}
          maxLength={120}
          autoFocus
        />
        <Field
          path="position"
          label={t('gate.firstOfficer.position')}
          hint={t('gate.firstOfficer.positionHint')}
          maxLength={120}
        />
      </Row>
      <Field
        path="login"
        label={t('gate.firstOfficer.login')}
        hint={t('gate.firstOfficer.loginHint')}
        wrong={t('gate.firstOfficer.loginWrong')}
        maxLength={32}
      />
      <Row>
        <PasswordField
          path="password"
          label={t('gate.firstOfficer.password')}
          hint={t('gate.firstOfficer.passwordHint')}
        />
        <PasswordField
          path="again"
          label={t('gate.firstOfficer.again')}
          hint={t('gate.twice.hint')}
          wrong={t('gate.twice.differs')}
        />
      </Row>
    </GateForm>
  );
}

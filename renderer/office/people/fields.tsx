/** What each act on people asks for. An act without fields needs nothing but a yes. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type AgreementRow, employments } from '../../../electron/contract/index.ts';
import { Choice, DateField, Field, LetterFields, Pick, Row, ScanField, Tick } from '../parts/index.ts';
import type { ActName, Wanted } from './about.ts';

interface FieldsProps {
  readonly wanted: Wanted;
  readonly agreements: readonly AgreementRow[];
}

/** `undefined` for an act that asks for nothing. */
export function fieldsOf(props: FieldsProps): ReactNode {
  const Fields = forms[props.wanted.act];
  return Fields === undefined ? undefined : <Fields {...props} />;
}

const forms: Readonly<Partial<Record<ActName, (props: FieldsProps) => ReactNode>>> = {
  ADD_PERSON: AddPerson,
  APPOINT: Appoint,
  RECORD_HEAD: RecordHead,
  END_ROLE: EndRole,
  GIVE_ACCOUNT: GiveAccount,
  CLOSE_ACCOUNT: Reason,
  PROPOSE_OPERATOR: ProposeOperator,
  RECORD_NDA: RecordNda,
  APPROVE_OPERATOR: ApproveOperator,
  REJECT_OPERATOR: Reason,
  ACTIVATE_OPERATOR: ActivateOperator,
  SUSPEND_OPERATOR: Reason,
  REVOKE_OPERATOR: Reason,
  RECORD_SPTJM: RecordSptjm,
  OPEN_USER_ID_CHANGE: OpenUserIdChange,
  RECORD_USER_ID_BAST: RecordBast,
  SETTLE_OFFICE_CHANGE: SettleOfficeChange,
};

function AddPerson() {
  const { t } = useTranslation();
  return (
    <>
      <Row>
        <Field
          path="name"
          label={t('people.fields.name')}
          hint={t('people.fields.nameHint')}
          maxLength={120}
          autoFocus
        />
        <Field
          path="position"
          label={t('people.fields.position')}
          hint={t('people.fields.positionHint')}
          maxLength={120}
        />
      </Row>
      <Choice
        path="employment"
        label={t('people.fields.employment')}
        options={employments.map((value) => ({ value, label: t(`people.employments.${value}`) }))}
      />
      <Row>
        <Field
          path="employmentNo"
          label={t('people.fields.employmentNo')}
          hint={t('people.fields.employmentNoHint')}
          maxLength={40}
          optional
        />
        <Field
          path="rank"
          label={t('people.fields.rank')}
          hint={t('people.fields.rankHint')}
          maxLength={80}
          optional
        />
      </Row>
    </>
  );
}

function Appoint() {
  const { t } = useTranslation();
  return (
    <>
      <Choice
        path="role"
        label={t('people.fields.role')}
        options={(['ACCESS_MANAGER', 'SAM_OFFICER', 'AUDITOR'] as const).map((value) => ({
          value,
          label: t(`people.roles.${value}`),
          note: t(`people.roleNotes.${value}`),
        }))}
      />
      <LetterFields legend={t('people.fields.letter')} />
      <DateField path="from" label={t('people.fields.from')} />
    </>
  );
}

function RecordHead() {
  const { t } = useTranslation();
  return (
    <>
      <LetterFields legend={t('people.fields.letter')} />
      <DateField path="from" label={t('people.fields.from')} />
      <Tick path="acting" label={t('people.fields.acting')} />
    </>
  );
}

function EndRole({ wanted }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Choice
        path="role"
        label={t('people.fields.role')}
        options={(wanted.person?.roles ?? []).map(({ role }) => ({
          value: role,
          label: t(`people.roles.${role}`),
        }))}
      />
      <Reason />
    </>
  );
}

function Reason() {
  const { t } = useTranslation();
  return <Field path="reason" label={t('people.fields.reason')} lines={3} maxLength={300} autoFocus />;
}

function GiveAccount() {
  const { t } = useTranslation();
  return (
    <Field
      path="login"
      label={t('people.fields.login')}
      hint={t('people.fields.loginHint')}
      wrong={t('people.fields.loginWrong')}
      maxLength={32}
      autoFocus
    />
  );
}

function PickAgreement({ agreements }: { agreements: readonly AgreementRow[] }) {
  const { t } = useTranslation();
  return (
    <Pick
      path="agreementId"
      label={t('people.fields.agreement')}
      options={agreements.map(({ agreementId, numbers, title }) => ({
        value: agreementId,
        label: `${numbers.party2} · ${title}`,
      }))}
    />
  );
}

function ProposeOperator({ agreements }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <PickAgreement agreements={agreements} />
      <LetterFields legend={t('people.fields.proposalLetter')} />
    </>
  );
}

function RecordNda() {
  const { t } = useTranslation();
  return (
    <>
      <ScanField kind="NDA" label={t('people.fields.ndaScan')} />
      <DateField path="signedOn" label={t('people.fields.signedOn')} />
      <Tick path="stamped" label={t('people.fields.stamped')} />
    </>
  );
}

function ApproveOperator() {
  const { t } = useTranslation();
  return (
    <LetterFields
      path="dukcapilLetter"
      legend={t('people.fields.dukcapilLetter')}
      hint={t('people.fields.dukcapilLetterHint')}
      optional
    />
  );
}

function ActivateOperator() {
  const { t } = useTranslation();
  return (
    <Field
      path="trainingNote"
      label={t('people.fields.trainingNote')}
      hint={t('people.fields.trainingNoteHint')}
      lines={3}
      maxLength={300}
      autoFocus
    />
  );
}

function RecordSptjm({ agreements }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <PickAgreement agreements={agreements} />
      <ScanField kind="SPTJM" label={t('people.fields.sptjmScan')} />
      <Field
        path="agreementNumber"
        label={t('people.fields.agreementNumber')}
        hint={t('people.fields.agreementNumberHint')}
        maxLength={120}
      />
      <DateField path="signedOn" label={t('people.fields.signedOn')} />
      <Tick path="stamped" label={t('people.fields.stamped')} />
    </>
  );
}

function OpenUserIdChange({ agreements }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <PickAgreement agreements={agreements} />
      <Choice
        path="cause"
        label={t('people.fields.cause')}
        options={(['NEW', 'CHANGE', 'REMOVE'] as const).map((value) => ({
          value,
          label: t(`people.userId.causes.${value}`),
        }))}
      />
      <LetterFields legend={t('people.fields.requestLetter')} />
      <LetterFields path="form" legend={t('people.fields.form')} />
    </>
  );
}

function RecordBast() {
  const { t } = useTranslation();
  return <LetterFields legend={t('people.fields.bast')} />;
}

function SettleOfficeChange() {
  const { t } = useTranslation();
  return <LetterFields legend={t('people.fields.noticeLetter')} />;
}

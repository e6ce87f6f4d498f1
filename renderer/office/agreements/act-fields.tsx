/** What each act on an agreement asks for. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { endCauses, suspendCauses } from '../../../electron/contract/agreements.ts';
import type { AgreementAct, AgreementDetail } from '../../../electron/contract/index.ts';
import { longDate } from '../../format/index.ts';
import { usePreferences } from '../../preferences.ts';
import { DateField, Field, LetterFields, Pick, ScanField, Tick } from '../parts/index.ts';
import { StopLine, UntilLine } from './EffectLine.tsx';

type Act = AgreementAct['act'];

/** Nothing to fill in where a yes is all it takes. */
export function fieldsOf(act: Act, detail: AgreementDetail): ReactNode {
  switch (act) {
    case 'PROPOSE_SIGNING':
      return <SigningFields detail={detail} />;
    case 'REQUEST_EXTENSION':
      return <ExtensionFields detail={detail} />;
    case 'BRIDGE':
      return <BridgeFields />;
    case 'SUSPEND':
      return <SuspendFields />;
    case 'TERMINATE':
      return <TerminateFields />;
    case 'NOTE':
      return <NoteFields />;
    case 'SETTLE_END_ITEM':
      return <SettleFields />;
    case 'RECORD_USER_ID':
    case 'REFUSE_EXTENSION':
    case 'RESUME':
      return <OneLetter resumes={act === 'RESUME'} />;
    default:
      return undefined;
  }
}

const weekdays = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'] as const;

function SigningFields({ detail: { profile } }: { detail: AgreementDetail }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const lacksLetter = profile.kind === 'DUKCAPIL_ACCESS' && profile.approvalLetter === undefined;
  return (
    <>
      <Pick
        path="weekday"
        label={t('agreements.acts.fields.weekday')}
        hint={t('agreements.acts.fields.weekdayHint', {
          // The weekday itself is what the paper is asked for.
          date: longDate(profile.signedOn, language).replace(/^\p{L}+,? /u, ''),
        })}
        options={weekdays.map((value) => ({ value, label: t(`agreements.acts.weekdays.${value}`) }))}
      />
      <Field path="place" label={t('agreements.acts.fields.place')} maxLength={120} />
      <ScanField kind="AGREEMENT" label={t('agreements.acts.fields.agreementScan')} />
      {lacksLetter && (
        <Field
          path="noApprovalLetterReason"
          label={t('agreements.acts.fields.noApprovalLetterReason')}
          hint={t('agreements.acts.fields.noApprovalLetterHint')}
          lines={3}
          maxLength={300}
        />
      )}
    </>
  );
}

function ExtensionFields({ detail }: { detail: AgreementDetail }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const due = detail.dates.find(({ kind }) => kind === 'EXTENSION_DUE')?.day;
  return (
    <>
      <LetterFields
        legend={t('agreements.acts.fields.letterToDirjen')}
        hint={t('agreements.acts.fields.letterToDirjenHint')}
      />
      {due !== undefined && (
        <Field
          path="lateReason"
          label={t('agreements.acts.fields.lateReason')}
          hint={t('agreements.acts.fields.lateHint', { date: longDate(due, language) })}
          optional
          lines={3}
          maxLength={300}
        />
      )}
    </>
  );
}

function BridgeFields() {
  const { t } = useTranslation();
  return (
    <>
      <LetterFields legend={t('agreements.acts.fields.letterOfDukcapil')} />
      <DateField path="until" label={t('agreements.acts.fields.until')} />
      <UntilLine path="until" />
      <ScanField kind="BRIDGE_LETTER" label={t('agreements.acts.fields.bridgeScan')} />
      <ScanField path="sptjmScanId" kind="SPTJM" label={t('agreements.acts.fields.sptjmScan')} />
      <Tick
        path="namesSam"
        label={t('agreements.acts.fields.namesSam')}
        note={t('agreements.acts.fields.namesSamNote')}
      />
    </>
  );
}

function SuspendFields() {
  const { t } = useTranslation();
  return (
    <>
      <Pick
        path="cause"
        label={t('agreements.acts.fields.cause')}
        options={suspendCauses.map((value) => ({ value, label: t(`agreements.suspendCauses.${value}`) }))}
      />
      <Field path="reason" label={t('agreements.acts.fields.reason')} lines={3} maxLength={300} />
      <LetterFields legend={t('agreements.acts.fields.letter')} optional />
      <DateField
        path="effectiveOn"
        label={t('agreements.acts.fields.effectiveOn')}
        hint={t('agreements.acts.fields.effectiveHint')}
        optional
      />
      <StopLine path="effectiveOn" />
    </>
  );
}

function TerminateFields() {
  const { t } = useTranslation();
  return (
    <>
      <Pick
        path="cause"
        label={t('agreements.acts.fields.cause')}
        options={endCauses.map((value) => ({ value, label: t(`agreements.endCauses.${value}`) }))}
      />
      <LetterFields legend={t('agreements.acts.fields.letter')} />
      <DateField path="effectiveOn" label={t('agreements.acts.fields.effectiveOn')} />
      <StopLine path="effectiveOn" />
    </>
  );
}

function NoteFields() {
  const { t } = useTranslation();
  return (
    <>
      <LetterFields legend={t('agreements.acts.fields.letter')} />
      <Field path="note" label={t('agreements.acts.fields.note')} lines={3} maxLength={500} />
    </>
  );
}

function SettleFields() {
  const { t } = useTranslation();
  return (
    <Field
      path="note"
      label={t('agreements.acts.fields.settledNote')}
      hint={t('agreements.acts.fields.settledHint')}
      lines={3}
      maxLength={300}
      autoFocus
    />
  );
}

function OneLetter({ resumes }: { resumes: boolean }) {
  const { t } = useTranslation();
  return resumes ? (
    <LetterFields
      legend={t('agreements.acts.fields.reference')}
      hint={t('agreements.acts.fields.referenceHint')}
    />
  ) : (
    <LetterFields legend={t('agreements.acts.fields.letterOfDukcapil')} />
  );
}

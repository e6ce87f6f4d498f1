/** What a BAST asks for that the books do not know: why, who receives, who witnesses, and how the cards travel. */
import { useTranslation } from 'react-i18next';
import { handoverReasons } from '../../../electron/contract/index.ts';
import { Choice, Field } from '../parts/index.ts';
import classes from './papers.module.css';

export function HandoverFields() {
  const { t } = useTranslation();
  const options = <Name extends string>(names: readonly Name[], words: (name: Name) => string) =>
    names.map((value) => ({ value, label: words(value) }));
  return (
    <>
      <Choice
        path="reason"
        label={t('papers.fields.reason')}
        options={options(handoverReasons, (name) => t(`papers.reasons.${name}`))}
      />
      <Hand path="receiver" legend={t('papers.fields.receiver')} hint={t('papers.fields.byHand')}>
        <Field path="receiver.rank" label={t('papers.fields.rank')} maxLength={80} optional />
        <Field path="receiver.office" label={t('papers.fields.receiverOffice')} maxLength={200} optional />
        <Field path="receiver.address" label={t('papers.fields.receiverAddress')} maxLength={200} optional />
      </Hand>
      <Hand path="witnesses.0" legend={t('papers.fields.witness', { n: 1 })} />
      <Hand path="witnesses.1" legend={t('papers.fields.witness', { n: 2 })} />
      <Hand
        path="acknowledgedBy"
        legend={t('papers.fields.acknowledgedBy')}
        hint={t('papers.fields.acknowledgedHint')}
      />
      <Choice
        path="keptData"
        label={t('papers.fields.keptData')}
        hint={t('papers.fields.keptDataHint')}
        options={options(['RETAIN', 'ERASE'] as const, (name) => t(`papers.keptData.${name}`))}
      />
      <Choice
        path="copies"
        label={t('papers.fields.copies')}
        options={options(['2', '3', '4'] as const, (name) => name)}
      />
      <Field path="shipment.how" label={t('papers.fields.shipment')} maxLength={120} optional />
      <Field path="shipment.receiptNo" label={t('papers.fields.receiptNo')} maxLength={80} optional />
    </>
  );
}

interface HandProps {
  readonly path: string;
  readonly legend: string;
  readonly hint?: string;
  readonly children?: React.ReactNode;
}

/** One who signs: name, number and position, and what else is asked of them. */
function Hand({ path, legend, hint, children }: HandProps) {
  const { t } = useTranslation();
  return (
    <fieldset className={classes.hand}>
      <legend>{legend}</legend>
      {hint !== undefined && <p>{hint}</p>}
      <Field path={`${path}.name`} label={t('papers.fields.name')} maxLength={120} optional />
      <Field path={`${path}.employmentNo`} label={t('papers.fields.employmentNo')} maxLength={40} optional />
      <Field path={`${path}.position`} label={t('papers.fields.position')} maxLength={120} optional />
      {children}
    </fieldset>
  );
}

/** What each act on cards and readers asks for. An act without fields needs nothing but a yes. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustodyView, ReaderRow } from '../../../electron/contract/index.ts';
import { longDate } from '../../format/index.ts';
import { usePreferences } from '../../preferences.ts';
import { Choice, DateField, Field, LetterFields, NumberField, Pick, Row, Several } from '../parts/index.ts';
import { type ActName, causesFor, freeReaders, handoversFor, type Wanted } from './about.ts';

interface FieldsProps {
  readonly wanted: Wanted;
  readonly view: CustodyView;
  /** Readers that the system lists now. */
  readonly devices: readonly ReaderRow[];
}

/** `undefined` for an act that asks for nothing. */
export function fieldsOf(props: FieldsProps): ReactNode {
  const Fields = forms[props.wanted.act];
  return Fields === undefined ? undefined : <Fields {...props} />;
}

const forms: Readonly<Partial<Record<ActName, (props: FieldsProps) => ReactNode>>> = {
  PROCURE: Procure,
  REQUEST_PERSO: RequestPersonalisation,
  REJECT: Reject,
  RECEIVE: Receive,
  REGISTER_READER: RegisterReader,
  PAIR: Pair,
  SUSPEND: Reason,
  RESUME: Reason,
  REPORT_LOST: ReportLost,
  PROPOSE_DEACTIVATION: ProposeDeactivation,
  CONFIRM_DEACTIVATION: ConfirmDeactivation,
  HAND_IN: HandIn,
  WRITE_OFF: WriteOff,
  MOVE_READER: MoveReader,
  DEACTIVATE_READER: DeactivateReader,
};

/** Those that may go into the same letter. */
function Cards({ wanted: { cards = [] } }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <Several
      path="samIds"
      label={t('custody.fields.cards')}
      hint={t('custody.fields.cardsHint')}
      options={cards.map(({ samId, name, order }) => ({
        value: samId,
        label: name,
        ...(name.startsWith('#') ? { note: order } : {}),
      }))}
    />
  );
}

function Procure() {
  const { t } = useTranslation();
  return (
    <>
      <Row>
        <NumberField path="count" label={t('custody.fields.count')} hint={t('custody.fields.countHint')} />
        <Field path="vendor" label={t('custody.fields.vendor')} maxLength={120} autoFocus />
      </Row>
      <LetterFields
        path="document"
        legend={t('custody.fields.document')}
        hint={t('custody.fields.documentHint')}
      />
    </>
  );
}

function RequestPersonalisation(props: FieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Cards {...props} />
      <LetterFields legend={t('custody.fields.requestLetter')} />
      <Row>
        <Field
          path="ticket"
          label={t('custody.fields.ticket')}
          hint={t('custody.fields.ticketHint')}
          maxLength={60}
        />
        <DateField path="ticketOn" label={t('custody.fields.ticketOn')} />
      </Row>
    </>
  );
}

function Reject(props: FieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Cards {...props} />
      <LetterFields legend={t('custody.fields.answerLetter')} />
      <Reason />
    </>
  );
}

function Receive() {
  const { t } = useTranslation();
  return (
    <>
      <Field
        path="serial"
        label={t('custody.fields.serial')}
        hint={t('custody.fields.serialHint')}
        wrong={t('custody.fields.serialWrong')}
        maxLength={40}
        autoFocus
      />
      <LetterFields legend={t('custody.fields.answerLetter')} hint={t('custody.fields.answerLetterHint')} />
    </>
  );
}

function RegisterReader({ devices }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Row>
        <Field
          path="serial"
          label={t('custody.fields.readerSerial')}
          hint={t('custody.fields.readerSerialHint')}
          wrong={t('custody.fields.serialWrong')}
          maxLength={40}
          autoFocus
        />
        <Field path="model" label={t('custody.fields.model')} maxLength={120} />
      </Row>
      <Place devices={devices} />
    </>
  );
}

function MoveReader({ devices }: FieldsProps) {
  return (
    <>
      <Place devices={devices} />
      <Reason />
    </>
  );
}

/** Where a reader stands: its name on the computer, and the counter. */
function Place({ devices }: { devices: readonly ReaderRow[] }) {
  const { t } = useTranslation();
  return (
    <>
      <Field
        path="terminal"
        label={t('custody.fields.terminal')}
        hint={
          devices.length === 0
            ? t('custody.fields.terminalNone')
            : t('custody.fields.terminalHint', { names: devices.map(({ name }) => name).join(' · ') })
        }
        maxLength={200}
      />
      <Field path="counter" label={t('custody.fields.counter')} maxLength={40} />
    </>
  );
}

function Pair({ wanted: { card, agreementId }, view }: FieldsProps) {
  const { t } = useTranslation();
  const free = freeReaders(view, agreementId, card);
  return (
    <Pick
      path="readerId"
      label={t('custody.fields.reader')}
      hint={t(free.length === 0 ? 'custody.fields.readerNone' : 'custody.fields.readerHint')}
      options={free.map(({ readerId, serial, counter, model }) => ({
        value: readerId,
        label: `${serial} · ${counter} · ${model}`,
      }))}
    />
  );
}

function Reason() {
  const { t } = useTranslation();
  return <Field path="reason" label={t('custody.fields.reason')} lines={3} maxLength={300} autoFocus />;
}

function ReportLost() {
  const { t } = useTranslation();
  return (
    <>
      <Choice
        path="kind"
        label={t('custody.fields.kind')}
        options={(['LOST', 'STOLEN', 'DAMAGED'] as const).map((value) => ({
          value,
          label: t(`custody.words.${value}`),
        }))}
      />
      <Field
        path="incident"
        label={t('custody.fields.incident')}
        hint={t('custody.fields.incidentHint')}
        maxLength={60}
      />
    </>
  );
}

function ProposeDeactivation({ wanted, view }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Choice
        path="cause"
        label={t('custody.fields.cause')}
        options={causesFor(view, wanted).map((value) => ({
          value,
          label: t(`custody.words.${value}`),
        }))}
      />
      <LetterFields legend={t('custody.fields.deactivationLetter')} />
    </>
  );
}

function ConfirmDeactivation(props: FieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Cards {...props} />
      <LetterFields legend={t('custody.fields.confirmationLetter')} />
    </>
  );
}

function HandIn(props: FieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Cards {...props} />
      <SignedBast {...props} />
      <LetterFields
        path="shipment"
        legend={t('custody.fields.shipment')}
        hint={t('custody.fields.shipmentHint')}
      />
      <LetterFields path="receipt" legend={t('custody.fields.receipt')} />
      <Field path="receivedBy" label={t('custody.fields.receivedBy')} maxLength={120} />
    </>
  );
}

/** By which signed BAST: none yet says what to do first. */
function SignedBast({ wanted, view }: FieldsProps) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const signed = handoversFor(view, wanted);
  return (
    <Pick
      path="bast"
      label={t('custody.fields.bast')}
      hint={t(signed.length === 0 ? 'custody.fields.bastNone' : 'custody.fields.bastHint')}
      options={signed.map(({ paperId, number, signedOn, cards }) => ({
        value: paperId,
        label: `${number} · ${longDate(signedOn, language)} · ${t('custody.cards', { n: cards.length })}`,
      }))}
    />
  );
}

function WriteOff(props: FieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <LetterFields path="report" legend={t('custody.fields.report')} />
      <LetterFields path="deactivation" legend={t('custody.fields.deactivation')} />
      <SignedBast {...props} />
    </>
  );
}

function DeactivateReader() {
  const { t } = useTranslation();
  return (
    <LetterFields legend={t('custody.fields.readerLetter')} hint={t('custody.fields.readerLetterHint')} />
  );
}

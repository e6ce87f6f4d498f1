/** Records what settles a duty that has no page of its own: a certificate, minutes, a change of contacts and the letter about it. */
import { useTranslation } from 'react-i18next';
import { agendaAct } from '../../../electron/contract/agenda.ts';
import type { AgendaItem, AgendaView } from '../../../electron/contract/index.ts';
import { ask } from '../../bridge.ts';
import { ActDialog, Choice, DateField, Field, LetterFields, Tick } from '../parts/index.ts';

export interface Recording {
  readonly act: 'RECORD_ISO' | 'RECORD_MONITORING' | 'NOTE_CONTACT_CHANGE' | 'SETTLE_CONTACT_CHANGE';
  /** What it settles; absent for what begins a duty. */
  readonly item?: AgendaItem;
}

interface RecordDialogProps {
  readonly recording: Recording;
  readonly agreements: AgendaView['agreements'];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export function RecordDialog({ recording, agreements, onClose, onDone }: RecordDialogProps) {
  const { t } = useTranslation();
  const { act, item } = recording;
  return (
    <ActDialog
      title={t(`agenda.record.${act}`)}
      consequence={t(`agenda.consequence.${act}`)}
      yes={t('agenda.save')}
      schema={agendaAct}
      start={startOf(recording, agreements)}
      send={(given) => ask('agenda.act', given)}
      onDone={onDone}
      onClose={onClose}
    >
      {item === undefined && agreements.length > 1 && (
        <Choice
          path="agreementId"
          label={t('agenda.agreement')}
          options={agreements.map(({ agreementId, number }) => ({ value: agreementId, label: number }))}
        />
      )}
      {act === 'RECORD_ISO' && (
        <>
          <Field path="number" label={t('agenda.number')} maxLength={120} autoFocus />
          <Field path="body" label={t('agenda.body')} maxLength={120} />
          <DateField path="validUntil" label={t('agenda.validUntil')} />
          <LetterFields legend={t('agenda.handedIn')} />
        </>
      )}
      {act === 'RECORD_MONITORING' && (
        <>
          <DateField path="anniversary" label={t('agenda.anniversary')} />
          <LetterFields legend={t('agenda.minutes')} />
          <Tick path="agreedByBoth" label={t('agenda.agreedByBoth')} />
        </>
      )}
      {act === 'NOTE_CONTACT_CHANGE' && (
        <>
          <Field path="what" label={t('agenda.what')} maxLength={200} autoFocus />
          <DateField path="changedOn" label={t('agenda.changedOn')} />
        </>
      )}
      {act === 'SETTLE_CONTACT_CHANGE' && <LetterFields legend={t('agenda.notice')} />}
    </ActDialog>
  );
}

function startOf({ act, item }: Recording, agreements: AgendaView['agreements']) {
  if (act === 'SETTLE_CONTACT_CHANGE') return { act, dutyId: item?.detail ?? '' };
  const agreementId = item?.agreement?.agreementId ?? agreements[0]?.agreementId ?? '';
  const day = item?.due !== null && item?.due !== undefined && 'day' in item.due ? item.due.day : '';
  return { act, agreementId, ...(act === 'RECORD_MONITORING' ? { anniversary: day } : {}) };
}

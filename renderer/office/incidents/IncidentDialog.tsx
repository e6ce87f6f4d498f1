/** One step of an incident: its report, the word that it is a breach, a notice that was sent, its end. */
import { useTranslation } from 'react-i18next';
import {
  type IncidentAct,
  type IncidentRow,
  incidentAct,
  incidentKinds,
  noticeRecipients,
} from '../../../electron/contract/incidents.ts';
import { ask } from '../../bridge.ts';
import { ActDialog, Choice, DateField, Field, LetterFields } from '../parts/index.ts';

export interface Incidental {
  readonly act: IncidentAct['act'];
  /** Absent for a new one. */
  readonly row?: IncidentRow;
}

/** Of an incident that began with a stop or a lost card the report is still to come. */
export function stepOf({ act, row }: Incidental): IncidentAct['act'] | 'DESCRIBE' {
  return act === 'REPORT' && row !== undefined ? 'DESCRIBE' : act;
}

interface IncidentDialogProps {
  readonly doing: Incidental;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export function IncidentDialog({ doing, onClose, onDone }: IncidentDialogProps) {
  const { t } = useTranslation();
  const { act, row } = doing;
  const step = stepOf(doing);
  const untold = noticeRecipients.filter((one) => !row?.notices.some(({ recipient }) => recipient === one));
  return (
    <ActDialog
      title={t(`incidents.acts.${step}`)}
      consequence={t(`incidents.consequence.${step}`)}
      yes={t(`incidents.acts.${step}`)}
      schema={incidentAct}
      start={
        row === undefined
          ? { act, kind: 'LEAK' }
          : act === 'REPORT'
            ? { act, kind: row.kind, number: row.number, what: row.what }
            : {
                act,
                incidentId: row.incidentId,
                ...(act === 'RECORD_NOTICE' ? { recipient: untold[0] ?? '' } : {}),
              }
      }
      send={(given) => ask('incidents.act', given)}
      onDone={onDone}
      onClose={onClose}
    >
      {act === 'REPORT' && (
        <>
          {row === undefined && (
            <Field path="number" label={t('incidents.number')} maxLength={60} autoFocus />
          )}
          <Choice
            path="kind"
            label={t('incidents.kind')}
            options={incidentKinds.map((value) => ({ value, label: t(`incidents.kinds.${value}`) }))}
          />
          <Field
            path="what"
            label={t('incidents.what')}
            hint={t('incidents.whatHint')}
            maxLength={500}
            lines={3}
          />
          <DateField path="knownOn" label={t('incidents.knownOn')} />
          <DateField path="from" label={t('incidents.from')} />
          <DateField path="to" label={t('incidents.to')} />
        </>
      )}
      {act === 'RECORD_NOTICE' && (
        <>
          <Choice
            path="recipient"
            label={t('incidents.recipient')}
            options={untold.map((value) => ({ value, label: t(`incidents.recipients.${value}`) }))}
          />
          <LetterFields legend={t('incidents.letter')} />
        </>
      )}
      {act === 'CLOSE' && (
        <Field path="closing" label={t('incidents.closing')} maxLength={500} lines={3} autoFocus />
      )}
    </ActDialog>
  );
}

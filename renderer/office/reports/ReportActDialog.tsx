/** One step of a report: what it asks for depends on the step, the sentence above says what it brings about. */
import { useTranslation } from 'react-i18next';
import { type ReportRow, reportAct } from '../../../electron/contract/reports.ts';
import { ask } from '../../bridge.ts';
import { ActDialog, DateField, Field, LetterFields } from '../parts/index.ts';

export interface Reporting {
  readonly event: ReportRow['events'][number];
  readonly row: ReportRow;
}

interface ReportActDialogProps {
  readonly reporting: Reporting;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const letters = { SIGN: 'letter', RECEIVE: 'receipt', CORRECT: 'correction' } as const;

export function ReportActDialog({ reporting, onClose, onDone }: ReportActDialogProps) {
  const { t } = useTranslation();
  const { event, row } = reporting;
  const { reportId, narrative } = row;
  const empty = { obstacles: '', followUp: '', suggestions: '' };
  return (
    <ActDialog
      title={t(`reports.acts.${event}`)}
      consequence={t(`reports.consequence.${event}`)}
      yes={t(`reports.acts.${event}`)}
      schema={reportAct}
      start={{ act: event, reportId, ...(event === 'SUBMIT' ? { narrative: narrative ?? empty } : {}) }}
      optional={['copies']}
      send={(given) => ask('reports.act', given)}
      onDone={onDone}
      onClose={onClose}
    >
      {event === 'SUBMIT' && (
        <>
          <Field
            path="narrative.obstacles"
            label={t('reports.obstacles')}
            hint={t('reports.obstaclesHint')}
            maxLength={1000}
            lines={3}
            autoFocus
          />
          <Field path="narrative.followUp" label={t('reports.followUp')} maxLength={1000} lines={3} />
          <Field path="narrative.suggestions" label={t('reports.suggestions')} maxLength={1000} lines={3} />
        </>
      )}
      {event === 'SEND_BACK' && (
        <Field path="note" label={t('reports.note')} maxLength={300} lines={3} autoFocus />
      )}
      {event === 'DISPATCH' && (
        <>
          <DateField path="on" label={t('reports.on')} autoFocus />
          <Field path="channel" label={t('reports.channel')} maxLength={120} />
          <Field path="copies" label={t('reports.copies')} hint={t('reports.copiesHint')} maxLength={200} />
        </>
      )}
      {(event === 'SIGN' || event === 'RECEIVE' || event === 'CORRECT') && (
        <LetterFields legend={t(`reports.${letters[event]}`)} />
      )}
      {event === 'CORRECT' && (
        <Field
          path="reason"
          label={t('reports.reason')}
          hint={t('reports.reasonHint')}
          maxLength={300}
          lines={3}
        />
      )}
    </ActDialog>
  );
}

/** Figures of any period, for whoever comes to look: counts only, within a moment. */
import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { evaluationStart } from '../../../electron/contract/evaluation.ts';
import type { OpenHome, SemesterReportFields } from '../../../electron/contract/index.ts';
import { isNilReport } from '../../../electron/contract/report-words.ts';
import { reportPeriod } from '../../../electron/contract/reports.ts';
import { ask, type Failure } from '../../bridge.ts';
import { addressOf } from '../../home/place.ts';
import { refreshHome, report, usePreferences } from '../../preferences.ts';
import { ActButton, ActDialog, DateField, Field, Form, Refused, Row, useForm } from '../parts/index.ts';
import { Figures } from './Figures.tsx';
import { periodText } from './period.ts';
import classes from './reports.module.css';

interface OnDemandProps {
  readonly agreement: NonNullable<OpenHome['agreement']>;
  readonly mayPrint: boolean;
}

export function OnDemand({ agreement, mayPrint }: OnDemandProps) {
  const { t } = useTranslation();
  const id = useId();
  const language = usePreferences((state) => state.language);
  const { agreementId } = agreement;
  const form = useForm({ schema: reportPeriod, start: { agreementId, from: '', to: '' } });
  const [figures, setFigures] = useState<SemesterReportFields>();
  const [refused, setRefused] = useState<Failure>();
  const [evaluating, setEvaluating] = useState(false);

  return (
    <div className={classes.onDemand}>
      <h2>{t('reports.onDemand')}</h2>
      <p className={classes.note}>{`${t('reports.evaluation')} ${agreement.number}`}</p>
      <Form
        id={id}
        form={form}
        onSubmit={(period) =>
          void ask('reports.figures', period).then((answer) => {
            setFigures(answer.ok ? answer.value : undefined);
            setRefused(answer.ok ? undefined : answer.failure);
          })
        }
      >
        <Row>
          <DateField path="from" label={t('reports.from')} />
          <DateField path="to" label={t('reports.to')} unfit={t('reports.periodUnfit')} />
        </Row>
      </Form>
      <div className={classes.acts}>
        <Button variant="default" className={classes.button ?? ''} type="submit" form={id}>
          {t('reports.count')}
        </Button>
        {figures !== undefined && (
          <Button
            variant="default"
            className={classes.button ?? ''}
            onClick={() => {
              const { from, to } = figures;
              void ask('reports.savePeriodCsv', { agreementId, from, to }).then(report);
            }}
          >
            {t('reports.csv')}
          </Button>
        )}
        {figures !== undefined && mayPrint && (
          <a
            className={classes.button}
            href={`${addressOf('papers')}/SEMESTER_REPORT/${agreementId}/periode-${figures.from}-${figures.to}`}
          >
            {t('reports.print')}
          </a>
        )}
        <ActButton act="BEGIN_EVALUATION" onWant={() => setEvaluating(true)}>
          {t('evaluation.begin')}
        </ActButton>
      </div>
      <Refused failure={refused} />
      {figures !== undefined && (
        <>
          <h3>{periodText(t, figures, language)}</h3>
          {isNilReport(figures) && <p>{t('reports.nil')}</p>}
          <Figures figures={figures} name={`${t('reports.onDemand')}, ${periodText(t, figures, language)}`} />
        </>
      )}
      {evaluating && (
        <ActDialog
          title={t('evaluation.begin')}
          consequence={t('evaluation.beginConsequence')}
          yes={t('evaluation.begin')}
          schema={evaluationStart}
          start={{ agreementId, visitor: '', from: figures?.from ?? '', to: figures?.to ?? '' }}
          send={(given) => ask('evaluation.begin', given)}
          onDone={() => void refreshHome()}
          onClose={() => setEvaluating(false)}
        >
          <Field
            path="visitor"
            label={t('evaluation.visitor')}
            hint={t('evaluation.visitorHint')}
            maxLength={160}
            autoFocus
          />
          <Row>
            <DateField path="from" label={t('reports.from')} />
            <DateField path="to" label={t('reports.to')} unfit={t('reports.periodUnfit')} />
          </Row>
        </ActDialog>
      )}
    </div>
  );
}

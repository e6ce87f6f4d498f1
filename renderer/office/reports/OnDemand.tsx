/** Figures of any period, for whoever comes to look: counts only, within a moment. */
import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenHome, SemesterReportFields } from '../../../electron/contract/index.ts';
import { reportPeriod } from '../../../electron/contract/reports.ts';
import { ask, type Failure } from '../../bridge.ts';
import { report } from '../../preferences.ts';
import { DateField, Form, Refused, Row, submitForm, useForm } from '../parts/index.ts';
import { Figures } from './Figures.tsx';
import classes from './reports.module.css';

export function OnDemand({ agreement }: { agreement: NonNullable<OpenHome['agreement']> }) {
  const { t } = useTranslation();
  const id = useId();
  const { agreementId } = agreement;
  const form = useForm({ schema: reportPeriod, start: { agreementId, from: '', to: '' } });
  const [figures, setFigures] = useState<SemesterReportFields>();
  const [refused, setRefused] = useState<Failure>();

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
          <DateField path="to" label={t('reports.to')} />
        </Row>
      </Form>
      <div className={classes.acts}>
        <Button variant="default" className={classes.button ?? ''} onClick={() => submitForm(id)}>
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
      </div>
      <Refused failure={refused} />
      {figures !== undefined && <Figures figures={figures} name={t('reports.onDemand')} />}
    </div>
  );
}

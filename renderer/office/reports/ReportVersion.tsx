/** One version of a report: who signed it and when, why it replaced another, and what it says – to read, to print and as CSV. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportRow, SignedVersion } from '../../../electron/contract/index.ts';
import { ask } from '../../bridge.ts';
import { longDate, shortDate } from '../../format/index.ts';
import { addressOf } from '../../home/place.ts';
import { report, usePreferences } from '../../preferences.ts';
import { Figures } from './Figures.tsx';
import classes from './reports.module.css';
import type { ShownVersion } from './versions.ts';

interface ReportVersionProps {
  readonly row: ReportRow;
  readonly shown: ShownVersion;
  /** Of report and version, for whoever hears one button and not its place. */
  readonly name: string;
  readonly mayPrint: boolean;
}

export function ReportVersion({ row, shown, name, mayPrint }: ReportVersionProps) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const [open, setOpen] = useState(false);
  const { reportId, agreementId } = row;
  const { version, signed, correction } = shown;
  const paper = `SEMESTER_REPORT/${agreementId}/${reportId}${signed === undefined ? '' : `/${version}`}`;
  const acting = (label: string) => ({ 'aria-label': `${label}, ${name}`, children: label });
  return (
    <li className={classes.version} data-version={version}>
      <p>
        <strong>{t('reports.version', { n: version })}</strong>
        {' · '}
        {signed === undefined
          ? t('reports.unsigned')
          : t('reports.signedAs', { ...signed, date: shortDate(signed.signedOn, language) })}
      </p>
      {signed !== undefined && <Delivery {...signed} />}
      {correction !== null && (
        <p className={classes.note}>
          {t('reports.why', {
            ...correction,
            date: shortDate(correction.date, language),
            before: version - 1,
          })}
        </p>
      )}
      <div className={classes.acts}>
        <Button
          variant="default"
          className={classes.button ?? ''}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          {...acting(t(open ? 'reports.hide' : 'reports.show'))}
        />
        {mayPrint && row.status !== 'COLLECTING' && (
          <a
            className={classes.button}
            href={`${addressOf('papers')}/${paper}`}
            {...acting(t('reports.print'))}
          />
        )}
        <Button
          variant="default"
          className={classes.button ?? ''}
          onClick={() => void ask('reports.saveCsv', { reportId, version }).then(report)}
          {...acting(t('reports.csv'))}
        />
      </div>
      {open && (
        <>
          <Words shown={shown} />
          <Figures figures={shown.figures} name={name} />
        </>
      )}
    </li>
  );
}

/** How it was handed in, and that it arrived: nothing of a version for which neither was recorded. */
function Delivery({ submitted, received }: Pick<SignedVersion, 'submitted' | 'received'>) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const { channel = '', copies } = submitted ?? {};
  const said = [
    submitted && t('reports.submittedAs', { channel, date: longDate(submitted.on, language) }),
    copies && t('reports.submittedCopies', { copies }),
    received && t('reports.receivedAs', { ...received, date: longDate(received.date, language) }),
  ].filter((words) => words);
  return said.length === 0 ? null : <p>{said.join(' ')}</p>;
}

/** Nothing while nobody has written them; of what was signed without them that they are not here. */
function Words({ shown: { narrative, signed } }: { readonly shown: ShownVersion }) {
  const { t } = useTranslation();
  if (narrative === null) {
    return signed === undefined ? null : <p className={classes.note}>{t('reports.wordsNotKept')}</p>;
  }
  return (
    <dl className={classes.words}>
      {(['obstacles', 'followUp', 'suggestions'] as const).map((part) => (
        <div key={part}>
          <dt>{t(`reports.${part}`)}</dt>
          <dd>{narrative[part] || t('reports.nothing')}</dd>
        </div>
      ))}
    </dl>
  );
}

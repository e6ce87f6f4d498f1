/** Incidents, newest first: what happened, how long there is left to tell, who was told, and the draft of the notices. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentRow, OpenHome } from '../../../electron/contract/index.ts';
import { ask } from '../../bridge.ts';
import { longDate, moment, number } from '../../format/index.ts';
import { addressOf, go } from '../../home/place.ts';
import { useList } from '../../home/use-list.ts';
import { usePreferences } from '../../preferences.ts';
import { keys, Screen } from '../../shell/index.ts';
import { StopDialog } from '../emergency/StopDialog.tsx';
import { ActButton } from '../parts/index.ts';
import classes from '../reports/reports.module.css';
import { BreachNotices } from './BreachNotices.tsx';
import { type Incidental, IncidentDialog, stepOf } from './IncidentDialog.tsx';

export function IncidentsPage({ home }: { home: OpenHome }) {
  const { t } = useTranslation();
  const [doing, setDoing] = useState<Incidental>();
  const [stopping, setStopping] = useState<IncidentRow>();
  const { rows, reload } = useList(
    () => ask('incidents.list', undefined),
    (answer) => answer.value,
  );
  const mayStop = home.emergency === undefined && home.person.may.includes('EMERGENCY_STOP');
  const report = {
    key: keys.primary,
    label: t('incidents.acts.REPORT'),
    run: () => setDoing({ act: 'REPORT' }),
    kind: 'primary',
  } as const;
  return (
    <Screen
      name="incidents"
      title={t('nav.incidents')}
      lead={t('incidents.lead')}
      actions={[
        { key: keys.back, label: t('nav.start'), run: () => go('start'), kind: 'plain' },
        ...(home.person.may.includes('REPORT_INCIDENT') ? [report] : []),
      ]}
    >
      {rows?.length === 0 && <p>{t('incidents.empty')}</p>}
      <ul className={classes.reports}>
        {(rows ?? []).map((row) => (
          <Incident
            key={row.incidentId}
            row={row}
            begin={(act) => setDoing({ act, row })}
            {...(mayStop && row.closedAt === null ? { stop: () => setStopping(row) } : {})}
          />
        ))}
      </ul>
      {doing !== undefined && (
        <IncidentDialog
          doing={doing}
          onClose={() => setDoing(undefined)}
          onDone={() => {
            setDoing(undefined);
            void reload();
          }}
        />
      )}
      {stopping !== undefined && (
        <StopDialog
          reference={stopping.number}
          onClose={() => {
            setStopping(undefined);
            void reload();
          }}
        />
      )}
    </Screen>
  );
}

interface IncidentProps {
  readonly row: IncidentRow;
  /** Absent where nobody here may stop everything, or where it is stopped. */
  readonly stop?: () => void;
  readonly begin: (act: Incidental['act']) => void;
}

function Incident({ row, begin, stop }: IncidentProps) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const at = (when: number) => moment(when, language);
  const kind = t(`incidents.kinds.${row.kind}`);
  const days = { from: longDate(row.from, language), to: longDate(row.to, language) };
  return (
    <li className={classes.report}>
      <div className={classes.head}>
        <h2>{`${kind} · ${row.number}`}</h2>
        {row.dueAt !== null && row.closedAt === null && (
          <strong className={classes.status}>{t('incidents.clock', { waktu: at(row.dueAt) })}</strong>
        )}
      </div>
      <p>{row.what}</p>
      <p className={classes.note}>
        {t('incidents.reported', { at: at(row.reportedAt), name: row.reportedBy })}
      </p>
      {row.acts.includes('REPORT') && <p>{t('incidents.undescribed')}</p>}
      <p className={classes.note}>
        {t('incidents.affected', { n: number(row.affected, language), ...days })}{' '}
        {row.affected > 0 && t('incidents.reachable', { n: number(row.reachable, language) })}
      </p>
      {row.cards.map(({ samId, name }) => (
        <p key={samId}>
          <a className={classes.button} href={addressOf('devices', samId)}>
            {t('incidents.card', { name })}
          </a>
        </p>
      ))}
      {row.stops.map((one) => (
        <p key={one.at}>
          {one.liftedAt === null
            ? t('incidents.stopped', { at: at(one.at), name: one.by })
            : t('incidents.lifted', {
                at: at(one.at),
                name: one.by,
                lifted: at(one.liftedAt),
                reference: one.reference ?? '',
              })}
        </p>
      ))}
      {row.notices.map(({ recipient, number: letter }) => (
        <p key={recipient} className={classes.note}>
          {t('incidents.told', { recipient: t(`incidents.recipients.${recipient}`), number: letter })}
        </p>
      ))}
      {row.closedAt !== null && (
        <p>{t('incidents.closed', { at: at(row.closedAt), closing: row.closing ?? '' })}</p>
      )}
      {row.confirmedAt !== null && row.closedAt === null && <BreachNotices row={row} />}
      <div className={classes.acts}>
        {row.acts.map((act) => (
          <ActButton key={act} act={act} onWant={() => begin(act)}>
            {t(`incidents.acts.${stepOf({ act, row })}`)}
          </ActButton>
        ))}
        {stop !== undefined && (
          <ActButton act="STOP" grave onWant={stop}>
            {t('emergency.title')}
          </ActButton>
        )}
      </div>
    </li>
  );
}

/** The days on which the office works, as they were laid down, and for the head the way to lay down others (domain 6.1). */
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { workingWeekRule, workingWeeks } from '../../../electron/contract/agenda.ts';
import type { AgendaView, WorkingWeekRow } from '../../../electron/contract/index.ts';
import { ask } from '../../bridge.ts';
import { longDate, moment, shortDate } from '../../format/index.ts';
import { Table } from '../../home/Table.tsx';
import { usePreferences } from '../../preferences.ts';
import { ActButton, ActDialog, ActRow, Choice, DateField, Field, Tick } from '../parts/index.ts';
import classes from './agenda.module.css';
import { type Tidings, Told } from './Told.tsx';

interface WorkingWeekProps {
  readonly view: AgendaView;
  readonly reload: () => void;
}

export function WorkingWeek({ view, reload }: WorkingWeekProps) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const [tidings, setTidings] = useState<Tidings>();
  const [isSetting, setIsSetting] = useState(false);
  const leave = (works: boolean) => t(works ? 'agenda.week.leaveWorks' : 'agenda.week.leaveFree');
  return (
    <div className={classes.holidays}>
      <h2>{t('agenda.week.title')}</h2>
      <p className={classes.about}>{t('agenda.week.lead')}</p>
      {tidings !== undefined && <Told tidings={tidings} />}
      <Table
        label={t('agenda.week.title')}
        caption={null}
        heads={[
          t('agenda.week.from'),
          t('agenda.week.days'),
          t('agenda.week.leave'),
          t('agenda.source'),
          t('agenda.from'),
        ]}
        rows={[
          ...view.weeks.map((week) => ({
            key: `${week.from}-${week.setAt}`,
            cells: [
              <From key="from" week={week} />,
              <Together key="days">{t(`agenda.week.${week.workingWeek}`)}</Together>,
              leave(week.collectiveLeaveIsWorkday),
              week.legalSource,
              <SetBy key="by" week={week} />,
            ],
          })),
          {
            key: 'usual',
            cells: [
              t('agenda.week.until'),
              <Together key="days">{t('agenda.week.MON_FRI')}</Together>,
              leave(false),
              t('agenda.week.usualSource'),
              t('agenda.shipped'),
            ],
          },
        ]}
      />
      {view.maySetCalendar && (
        <ActRow>
          <ActButton act="SET_WORKING_WEEK" onWant={() => setIsSetting(true)}>
            {t('agenda.week.set')}
          </ActButton>
        </ActRow>
      )}
      {isSetting && (
        <ActDialog
          title={t('agenda.week.set')}
          consequence={t('agenda.week.consequence')}
          yes={t('agenda.save')}
          schema={workingWeekRule}
          start={{ workingWeek: 'MON_FRI', collectiveLeaveIsWorkday: false }}
          send={async (rule) => {
            const answer = await ask('agenda.setWorkingWeek', rule);
            return answer.ok ? { ok: true, value: { rule, moved: answer.value.moved } } : answer;
          }}
          onDone={({ rule, moved }) => {
            setTidings({ done: t('agenda.week.done', { from: longDate(rule.from, language) }), moved });
            setIsSetting(false);
            reload();
          }}
          onClose={() => setIsSetting(false)}
        >
          <Choice
            path="workingWeek"
            label={t('agenda.week.days')}
            options={workingWeeks.map((week) => ({ value: week, label: t(`agenda.week.${week}`) }))}
          />
          <Tick path="collectiveLeaveIsWorkday" label={t('agenda.week.leaveTick')} />
          <DateField
            path="from"
            label={t('agenda.week.from')}
            hint={t('agenda.week.earliest', { day: longDate(view.nextDay, language) })}
          />
          <Field
            path="legalSource"
            label={t('agenda.source')}
            hint={t('agenda.week.sourceHint')}
            maxLength={400}
          />
        </ActDialog>
      )}
    </div>
  );
}

/** Its first day, and whether another week took its place. */
function From({ week: { from, replaced } }: { readonly week: WorkingWeekRow }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  return (
    <>
      <Together>{shortDate(from, language)}</Together>
      {replaced && <small className={classes.beneath}>{t('agenda.week.replaced')}</small>}
    </>
  );
}

function SetBy({ week: { setBy, setAt } }: { readonly week: WorkingWeekRow }) {
  const language = usePreferences((state) => state.language);
  return (
    <>
      {setBy}
      <small className={classes.beneath}>{moment(setAt, language)}</small>
    </>
  );
}

function Together({ children }: { readonly children: ReactNode }) {
  return <span className={classes.together}>{children}</span>;
}

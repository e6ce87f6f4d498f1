/** The files of holidays in use, with their decrees, and for the head the way to put in a newer one (domain 6.1). */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaView } from '../../../electron/contract/index.ts';
import { ask } from '../../bridge.ts';
import { moment } from '../../format/index.ts';
import { Table } from '../../home/Table.tsx';
import { report, usePreferences } from '../../preferences.ts';
import { ActButton, ActRow } from '../parts/index.ts';
import classes from './agenda.module.css';
import { type Tidings, Told } from './Told.tsx';

export function Holidays({ view, reload }: { readonly view: AgendaView; readonly reload: () => void }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const [tidings, setTidings] = useState<Tidings>();

  async function install(): Promise<void> {
    const answer = await ask('agenda.installHolidays', undefined);
    if (!report(answer) || !answer.ok || answer.value === null) return;
    const { changed, moved } = answer.value;
    setTidings(
      changed === null
        ? { done: t('agenda.unchanged') }
        : {
            done: t('agenda.installed', {
              year: changed.year,
              added: changed.added.length,
              removed: changed.removed.length,
            }),
            moved,
          },
    );
    reload();
  }

  return (
    <div className={classes.holidays}>
      <h2>{t('agenda.holidays')}</h2>
      <p className={classes.about}>{t('agenda.holidaysLead')}</p>
      {tidings !== undefined && <Told tidings={tidings} />}
      <Table
        label={t('agenda.holidays')}
        caption={null}
        heads={[t('agenda.year'), t('agenda.source'), t('agenda.days'), t('agenda.from')]}
        rows={view.holidays.map((file) => ({
          key: file.year,
          cells: [
            file.year,
            file.legalSource,
            t('agenda.daysOf', { holidays: file.publicHolidays.length, leave: file.collectiveLeave.length }),
            file.installedAt === null
              ? t('agenda.shipped')
              : t('agenda.installedBy', {
                  version: file.version,
                  name: file.installedBy ?? '',
                  moment: moment(file.installedAt, language),
                }),
          ],
        }))}
      />
      {view.maySetCalendar && (
        <ActRow>
          <ActButton act="INSTALL_HOLIDAYS" onWant={() => void install()}>
            {t('agenda.install')}
          </ActButton>
        </ActRow>
      )}
    </div>
  );
}

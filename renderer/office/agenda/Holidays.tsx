/** The files of holidays in use, with their decrees, and for the head the way to put in a newer one (domain 6.1). */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaView } from '../../../electron/contract/index.ts';
import { ask } from '../../bridge.ts';
import { moment } from '../../format/index.ts';
import { Table } from '../../home/Table.tsx';
import { report, usePreferences } from '../../preferences.ts';
import { ActButton } from '../parts/index.ts';
import classes from './agenda.module.css';

export function Holidays({ view, reload }: { readonly view: AgendaView; readonly reload: () => void }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const [told, setTold] = useState<string>();

  async function install(): Promise<void> {
    const answer = await ask('agenda.installHolidays', undefined);
    if (!report(answer) || !answer.ok || answer.value === null) return;
    const { changed } = answer.value;
    setTold(
      changed === null
        ? t('agenda.unchanged')
        : t('agenda.installed', {
            year: changed.year,
            added: changed.added.length,
            removed: changed.removed.length,
          }),
    );
    reload();
  }

  return (
    <div className={classes.holidays}>
      <h2>{t('agenda.holidays')}</h2>
      <p className={classes.about}>{t('agenda.holidaysLead')}</p>
      {told !== undefined && (
        <p role="status" className={classes.told}>
          {told}
        </p>
      )}
      <Table
        label={t('agenda.holidays')}
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
      {view.mayInstallHolidays && (
        <ActButton act="INSTALL_HOLIDAYS" onWant={() => void install()}>
          {t('agenda.install')}
        </ActButton>
      )}
    </div>
  );
}

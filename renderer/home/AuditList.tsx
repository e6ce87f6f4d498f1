/** The audit trail: what happened, when and by whom. It names no resident. */
import { useTranslation } from 'react-i18next';
import { ask } from '../bridge.ts';
import { moment } from '../format/index.ts';
import { usePreferences } from '../preferences.ts';
import { keys, Screen } from '../shell/index.ts';
import classes from './List.module.css';
import { go } from './place.ts';
import { Table } from './Table.tsx';
import { useList } from './use-list.ts';

export function AuditList() {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const { rows } = useList(
    () => ask('audit.list', { limit: 100 }),
    (answer) => answer.value,
  );
  const none = t('table.none');
  return (
    <Screen
      name="audit"
      title={t('nav.audit')}
      lead={t('audit.lead')}
      actions={[{ key: keys.back, label: t('nav.start'), run: () => go('start'), kind: 'plain' }]}
    >
      <Table
        label={t('nav.audit')}
        heads={[
          t('audit.seq'),
          t('audit.at'),
          t('audit.actor'),
          t('audit.event'),
          t('audit.about'),
          t('audit.outcome'),
          t('audit.visit'),
        ]}
        rows={rows?.map((row) => ({
          key: row.seq,
          cells: [
            row.seq,
            moment(row.at, language),
            row.actor,
            row.event,
            row.about ?? none,
            row.outcome ?? none,
            <span key="visit" className={classes.code}>
              {row.visitId?.slice(0, 8) ?? none}
            </span>,
          ],
        }))}
      />
    </Screen>
  );
}

/** The audit trail: what happened, when and by whom. It names no resident. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelOutputs } from '../../electron/contract/index.ts';
import { ask } from '../bridge.ts';
import { moment } from '../format/index.ts';
import { report, usePreferences } from '../preferences.ts';
import { keys, Screen } from '../shell/index.ts';
import { CheckpointPaper } from './CheckpointPaper.tsx';
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
  const [exported, setExported] = useState<ChannelOutputs['audit.export']>(null);

  async function exportLog(): Promise<void> {
    const answer = await ask('audit.export', undefined);
    if (answer.ok) setExported(answer.value);
    else report(answer);
  }

  return (
    <Screen
      name="audit"
      title={t('nav.audit')}
      lead={t('audit.lead')}
      actions={[
        { key: keys.back, label: t('nav.start'), run: () => go('start'), kind: 'plain' },
        { key: keys.primary, label: t('audit.export'), run: () => void exportLog(), kind: 'primary' },
      ]}
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
      {exported !== null && (
        <CheckpointPaper
          text={exported.checkpoint}
          count={exported.count}
          onClose={() => setExported(null)}
        />
      )}
    </Screen>
  );
}

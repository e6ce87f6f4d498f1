/** The audit trail: what happened, when and by whom. It names no resident. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditRow, ChannelOutputs } from '../../electron/contract/index.ts';
import { ask } from '../bridge.ts';
import { moment } from '../format/index.ts';
import { report, usePreferences } from '../preferences.ts';
import { keys, QuietButton, Screen } from '../shell/index.ts';
import { CheckpointPaper } from './CheckpointPaper.tsx';
import classes from './List.module.css';
import { go } from './place.ts';
import { Table } from './Table.tsx';

const pageLength = 100;

export function AuditList() {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const { rows, hasMore, more } = useTrail();
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
            <Event key="event" row={row} />,
            row.about ?? none,
            row.outcome ?? none,
            <span key="visit" className={classes.code}>
              {row.visitId?.slice(0, 8) ?? none}
            </span>,
          ],
        }))}
      />
      {hasMore && <QuietButton onClick={() => void more()}>{t('audit.older')}</QuietButton>}
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

/** Page by page back to the first entry; what is added while somebody reads stands on top. */
function useTrail() {
  const [rows, setRows] = useState<readonly AuditRow[]>();
  const [hasMore, setHasMore] = useState(false);

  async function older(): Promise<void> {
    const last = rows?.at(-1);
    const answer = await ask('audit.list', { limit: pageLength, ...(last && { before: last.seq }) });
    if (!report(answer) || !answer.ok) return;
    setRows([...(rows ?? []), ...answer.value]);
    setHasMore(answer.value.length === pageLength);
  }

  async function newer(): Promise<void> {
    const answer = await ask('audit.list', { limit: pageLength });
    if (!report(answer) || !answer.ok) return;
    const oldest = answer.value.at(-1)?.seq ?? 0;
    setRows((shown) => [...answer.value, ...(shown ?? []).filter(({ seq }) => seq < oldest)]);
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, and then when main says that something changed
  useEffect(() => {
    void older();
    return window.ketuk.onChanged(() => void newer());
  }, []);

  return { rows, hasMore, more: older };
}

/** In words, and beneath them what an auditor holds against the exported log. */
function Event({ row }: { row: AuditRow }) {
  const { t } = useTranslation();
  return (
    <>
      {t(`audit.events.${row.event}`, { defaultValue: row.event })}
      <small className={classes.codes}>{[row.event, ...row.details].join(' · ')}</small>
    </>
  );
}

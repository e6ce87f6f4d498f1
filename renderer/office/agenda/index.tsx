/** Everything that is due, the most urgent first: what, by when, by whom and where; and the working days and holidays it is reckoned with. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaItem, AgendaView } from '../../../electron/contract/index.ts';
import { ask } from '../../bridge.ts';
import { go } from '../../home/place.ts';
import { useList } from '../../home/use-list.ts';
import { keys, Screen } from '../../shell/index.ts';
import { ActButton, ActRow } from '../parts/index.ts';
import classes from './agenda.module.css';
import { Holidays } from './Holidays.tsx';
import { ItemCard } from './ItemCard.tsx';
import { RecordDialog, type Recording } from './RecordDialog.tsx';
import { WorkingWeek } from './WorkingWeek.tsx';

const groups = ['OVERDUE', 'NOW', 'AHEAD'] as const;

function groupOf({ stage }: AgendaItem): (typeof groups)[number] {
  return stage === 'OVERDUE' || stage === 'AHEAD' ? stage : 'NOW';
}

export function AgendaPage() {
  const { t } = useTranslation();
  const [recording, setRecording] = useState<Recording>();
  const { rows: view, reload } = useList(
    () => ask('agenda.view', undefined),
    (answer) => answer.value,
  );
  return (
    <Screen
      name="agenda"
      title={t('nav.agenda')}
      lead={t('agenda.lead')}
      actions={[{ key: keys.back, label: t('nav.start'), run: () => go('start'), kind: 'plain' }]}
    >
      {view?.items.length === 0 && <p>{t('agenda.empty')}</p>}
      {groups.map((group) => (
        <Group key={group} group={group} view={view} record={setRecording} />
      ))}
      {view !== undefined && view.agreements.length > 0 && (
        <ActRow>
          <ActButton act="NOTE_CONTACT_CHANGE" onWant={() => setRecording({ act: 'NOTE_CONTACT_CHANGE' })}>
            {`${t('agenda.record.title')}: ${t('agenda.record.NOTE_CONTACT_CHANGE')}`}
          </ActButton>
        </ActRow>
      )}
      {view !== undefined && <WorkingWeek view={view} reload={() => void reload()} />}
      {view !== undefined && <Holidays view={view} reload={() => void reload()} />}
      {recording !== undefined && view !== undefined && (
        <RecordDialog
          recording={recording}
          agreements={view.agreements}
          onClose={() => setRecording(undefined)}
          onDone={() => {
            setRecording(undefined);
            void reload();
          }}
        />
      )}
    </Screen>
  );
}

interface GroupProps {
  readonly group: (typeof groups)[number];
  readonly view: AgendaView | undefined;
  readonly record: (recording: Recording) => void;
}

function Group({ group, view, record }: GroupProps) {
  const { t } = useTranslation();
  const items = view?.items.filter((item) => groupOf(item) === group) ?? [];
  if (items.length === 0) return null;
  const title = `agenda-${group}`;
  return (
    <section aria-labelledby={title} className={classes.group}>
      <h2 id={title}>
        {t(`agenda.groups.${group}`)} <span className={classes.count}>{items.length}</span>
      </h2>
      <ul>
        {items.map((item) => (
          <ItemCard
            key={item.key}
            item={item}
            mayRecord={(view?.agreements.length ?? 0) > 0}
            record={record}
          />
        ))}
      </ul>
    </section>
  );
}

/** Hands items over with a signed list or BAST: what was refused or given up, and everything where there is no web service. */
import { useTranslation } from 'react-i18next';
import { outboxAct } from '../../../electron/contract/balikan.ts';
import type { OutboxRow } from '../../../electron/contract/index.ts';
import { ask } from '../../bridge.ts';
import { shortDate } from '../../format/index.ts';
import { usePreferences } from '../../preferences.ts';
import { ActDialog, Field, LetterFields, Several } from '../parts/index.ts';

interface HandOverProps {
  /** Those that may be handed over; of one agreement, for a list has one addressee. */
  readonly rows: readonly OutboxRow[];
  readonly onDone: () => void;
  readonly onClose: () => void;
}

export function HandOver({ rows, onDone, onClose }: HandOverProps) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const noteOf = ({ createdAt, status }: OutboxRow) =>
    `${shortDate(new Date(createdAt).toISOString().slice(0, 10), language)} · ${t(`outbox.statuses.${status}`)}`;
  return (
    <ActDialog
      title={t('outbox.handOver.title')}
      consequence={t('outbox.handOver.consequence')}
      yes={t('outbox.handOver.yes')}
      schema={outboxAct}
      start={{ act: 'HAND_OVER', itemIds: [] }}
      send={(asked) => ask('outbox.act', asked)}
      onDone={onDone}
      onClose={onClose}
    >
      <LetterFields path="list" legend={t('outbox.handOver.list')} />
      <Field path="receivedBy" label={t('outbox.handOver.receivedBy')} maxLength={200} />
      <Several
        path="itemIds"
        label={t('outbox.handOver.items')}
        options={rows.map((row) => ({ value: row.itemId, label: row.registrationNo, note: noteOf(row) }))}
      />
    </ActDialog>
  );
}

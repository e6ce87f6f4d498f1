/**
 * Makes a list with which data balikan is handed over: printed at once, or as a locked file whose password is shown here and nowhere else.
 * Nothing counts as handed over before the list came back signed.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listWanted } from '../../../electron/contract/balikan.ts';
import type { ListWanted, OutboxRow, PreparedList, ToHandOver } from '../../../electron/contract/index.ts';
import { ask } from '../../bridge.ts';
import { shortDate } from '../../format/index.ts';
import { usePreferences } from '../../preferences.ts';
import {
  ActDialog,
  type Checker,
  Choice,
  Field,
  LetterFields,
  Pick,
  Several,
  useField,
  valueAt,
  withValue,
} from '../parts/index.ts';
import { MadeList } from './MadeList.tsx';

interface HandOverProps {
  /** At least one. */
  readonly waiting: readonly ToHandOver[];
  /** The newest of what may be handed over, for who wants to choose. */
  readonly rows: readonly OutboxRow[];
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Nothing chosen is everything. */
const wanted: Checker<ListWanted> = {
  safeParse: (draft) => {
    const chosen = valueAt(draft, 'itemIds');
    const isNone = Array.isArray(chosen) && chosen.length === 0;
    return listWanted.safeParse(isNone ? withValue(draft, 'itemIds', undefined) : draft);
  },
};

export function HandOver({ waiting, rows, onDone, onClose }: HandOverProps) {
  const { t } = useTranslation();
  const [made, setMade] = useState<PreparedList>();
  if (made !== undefined) return <MadeList made={made} onClose={onDone} />;
  const [first, second] = waiting;
  return (
    <ActDialog
      title={t('outbox.handOver.title')}
      consequence={t('outbox.handOver.consequence')}
      yes={t('outbox.handOver.yes')}
      schema={wanted}
      start={{ medium: 'PAPER', ...(second === undefined ? { agreementId: first?.agreementId } : {}) }}
      optional={['request']}
      send={(asked) => ask('outbox.makeList', asked)}
      onDone={(list) => (list === null ? onClose() : setMade(list))}
      onClose={onClose}
    >
      {second !== undefined && (
        <Pick
          path="agreementId"
          label={t('outbox.handOver.agreement')}
          options={waiting.map(({ agreementId, number, items }) => ({
            value: agreementId,
            label: t('outbox.handOver.ofAgreement', { nomor: number, n: items }),
          }))}
        />
      )}
      <Field
        path="number"
        label={t('outbox.handOver.number')}
        hint={t('outbox.handOver.numberHint')}
        maxLength={120}
      />
      <Choice
        path="medium"
        label={t('outbox.handOver.medium')}
        options={(['PAPER', 'FILE'] as const).map((medium) => ({
          value: medium,
          label: t(`outbox.handOver.media.${medium}`),
          note: t(`outbox.handOver.mediaNote.${medium}`),
        }))}
      />
      <OfAgreement waiting={waiting} rows={rows} />
    </ActDialog>
  );
}

/** What depends on the agreement that is chosen: the letter of Dukcapil where it fetches, and the items. */
function OfAgreement({ waiting, rows }: Pick<HandOverProps, 'waiting' | 'rows'>) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const { text } = useField('agreementId');
  const chosen = waiting.find(({ agreementId }) => agreementId === text);
  if (chosen === undefined) return null;
  const noteOf = ({ createdAt, status }: OutboxRow) =>
    `${shortDate(new Date(createdAt).toISOString().slice(0, 10), language)} · ${t(`outbox.statuses.${status}`)}`;
  const options = rows.filter(({ agreementId }) => agreementId === chosen.agreementId);
  return (
    <>
      {chosen.channel === 'PULL' && (
        <LetterFields
          path="request"
          legend={t('outbox.handOver.request')}
          hint={t('outbox.handOver.requestHint')}
        />
      )}
      <Several
        path="itemIds"
        label={t('outbox.handOver.items', { n: chosen.items })}
        hint={t('outbox.handOver.itemsHint')}
        optional
        options={options.map((row) => ({ value: row.itemId, label: row.registrationNo, note: noteOf(row) }))}
      />
    </>
  );
}

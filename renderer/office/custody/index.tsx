/** SAM cards and readers on record: where every card of an agreement is, and what comes next for each and who does it. */
import { useTranslation } from 'react-i18next';
import type { Reconciliation, SamCardRow } from '../../../electron/contract/index.ts';
import { ask } from '../../bridge.ts';
import { Table } from '../../home/Table.tsx';
import { useList } from '../../home/use-list.ts';

export function Inventory() {
  const { t } = useTranslation();
  const { rows: view } = useList(
    () => ask('custody.view', undefined),
    (answer) => answer.value,
  );
  const line = ({ agreementId, ...counts }: Reconciliation) => (
    <p key={agreementId}>
      <strong>{agreementId}</strong>: {t('custody.ordered', counts)} · {t('custody.personalised', counts)}
    </p>
  );
  const next = ({ next: step }: SamCardRow) =>
    step === null ? '–' : `${t(`custody.steps.${step.event}`)} (${t(`people.roles.${step.who}`)})`;
  return (
    <>
      {view?.lines.map(line)}
      <Table
        label={t('custody.title')}
        caption={t('custody.title')}
        empty={t('custody.none')}
        heads={[t('custody.card'), t('custody.status'), t('custody.place'), t('custody.next')]}
        rows={view?.cards.map((card) => ({
          key: card.samId,
          cells: [
            card.name,
            <strong key="status">{t(`custody.statuses.${card.status}`)}</strong>,
            card.reader === null ? '–' : `${card.reader.serial} · ${card.reader.counter}`,
            next(card),
          ],
        }))}
      />
    </>
  );
}

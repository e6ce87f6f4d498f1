/** The requests with the time each has left, and what may be done about an open one. */
import { useTranslation } from 'react-i18next';
import type { RequestRow } from '../../../electron/contract/index.ts';
import { ask } from '../../bridge.ts';
import { age, moment } from '../../format/index.ts';
import { Table } from '../../home/Table.tsx';
import { report, usePreferences } from '../../preferences.ts';
import { QuietButton } from '../../shell/index.ts';
import { PrintPaper } from '../papers/PrintPaper.tsx';
import { type Receivable, receivable } from './GiveReceipt.tsx';
import classes from './requests.module.css';
import type { Settling } from './SettleRequest.tsx';

async function openRecord(recordId: string, requestId: string): Promise<void> {
  report(await ask('kept.open', { recordId, requestId }));
}

interface RequestTableProps {
  readonly rows: readonly RequestRow[] | undefined;
  readonly maySettle: boolean;
  readonly settle: (settling: Settling) => void;
  /** For who takes withdrawals and has nothing to do with the other papers. */
  readonly give: ((of: Receivable) => void) | undefined;
}

export function RequestTable({ rows, maySettle, settle, give }: RequestTableProps) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  return (
    <Table
      label={t('nav.requests')}
      empty={t('requests.empty')}
      heads={[
        t('requests.left'),
        `${t('requests.kind')} · ${t('requests.receipt')}`,
        t('requests.received'),
        t('requests.status'),
        ...(maySettle ? [t('requests.acts')] : []),
      ]}
      rows={rows?.map((row) => ({
        key: row.requestId,
        cells: [
          <Left key="left" row={row} />,
          <span key="kind">
            {t(`requests.kinds.${row.kind}`)}
            <small className={classes.receipt}>{row.receiptNo}</small>
            {row.kind === 'WITHDRAWAL' && row.agreementId !== null && (
              <PrintPaper kind="WITHDRAWAL_RECEIPT" agreementId={row.agreementId} subjectId={row.requestId} />
            )}
            {give !== undefined && <Give row={row} give={give} />}
          </span>,
          <span key="received">
            {moment(row.receivedAt, language)}
            <small className={classes.small}>{t(`requests.channels.${row.channel}`)}</small>
          </span>,
          <span key="status">
            {t(`requests.statuses.${row.status}`)}
            {row.settledAt !== null && (
              <small className={classes.small}>{moment(row.settledAt, language)}</small>
            )}
            {row.note !== '' && <small className={classes.small}>{row.note}</small>}
          </span>,
          ...(maySettle ? [<Acts key="acts" row={row} settle={settle} />] : []),
        ],
      }))}
    />
  );
}

interface GiveProps {
  readonly row: RequestRow;
  readonly give: (of: Receivable) => void;
}

export function Give({ row, give }: GiveProps) {
  const { t } = useTranslation();
  const of = receivable(row);
  if (of === undefined) return null;
  return (
    <QuietButton
      aria-label={`${t('papers.kinds.WITHDRAWAL_RECEIPT')} ${of.receiptNo}`}
      onClick={() => give(of)}
    >
      {t('papers.kinds.WITHDRAWAL_RECEIPT')}
    </QuietButton>
  );
}

/** Clock hours: what is left is said first, the limit itself beneath. */
function Left({ row }: { row: RequestRow }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  if (row.status !== 'OPEN') return t('table.none');
  const ms = row.dueAt - Date.now();
  return (
    <span className={classes.left} data-overdue={ms <= 0 || undefined}>
      {ms <= 0 ? t('requests.overdue') : t('requests.leftOf', { age: age(ms, language) })}
      <small className={classes.small}>{t('requests.due', { moment: moment(row.dueAt, language) })}</small>
    </span>
  );
}

function Acts({ row, settle }: { row: RequestRow; settle: RequestTableProps['settle'] }) {
  const { t } = useTranslation();
  if (row.status !== 'OPEN') return t('table.none');
  const { recordId, requestId, receiptNo: receipt, kind } = row;
  const acts = [
    ...(kind === 'ACCESS' && recordId !== null
      ? [{ act: 'show', run: () => void openRecord(recordId, requestId) } as const]
      : []),
    { act: 'complete', run: () => settle({ act: 'COMPLETE', row }) } as const,
    ...(kind === 'ACCESS' ? [{ act: 'refuse', run: () => settle({ act: 'REFUSE', row }) } as const] : []),
  ];
  return (
    <div className={classes.acts}>
      {acts.map(({ act, run }) => (
        <QuietButton key={act} aria-label={t(`requests.${act}Of`, { receipt })} onClick={run}>
          {t(`requests.${act}`)}
        </QuietButton>
      ))}
    </div>
  );
}

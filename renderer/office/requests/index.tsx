/** What residents asked for: withdrawals of consent and access to what is kept, the most urgent first. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenHome, RequestRow } from '../../../electron/contract/index.ts';
import { ask } from '../../bridge.ts';
import { moment } from '../../format/index.ts';
import { go } from '../../home/place.ts';
import { useList } from '../../home/use-list.ts';
import { usePreferences } from '../../preferences.ts';
import { type Action, keys, Screen } from '../../shell/index.ts';
import { GiveReceipt, type Receivable } from './GiveReceipt.tsx';
import { Give, RequestTable } from './RequestTable.tsx';
import classes from './requests.module.css';
import { SettleRequest, type Settling } from './SettleRequest.tsx';
import { TakeRequest } from './TakeRequest.tsx';

interface RequestsPageProps {
  readonly home: OpenHome;
  /** The receipt number a request is to be taken for, where one came from the list of kept data. */
  readonly detail: string | undefined;
}

export function RequestsPage({ home, detail }: RequestsPageProps) {
  const { t } = useTranslation();
  const [taking, setTaking] = useState(detail !== undefined);
  const [settling, setSettling] = useState<Settling>();
  const [taken, setTaken] = useState<{ readonly kind: RequestRow['kind']; readonly receiptNo: string }>();
  const { rows, reload } = useList(
    () => ask('requests.list', undefined),
    (answer) => answer.value,
  );
  const [giving, setGiving] = useState<Receivable>();
  const [printed, setPrinted] = useState(false);
  const may = (action: OpenHome['person']['may'][number]) => home.person.may.includes(action);
  const take: Action = {
    key: keys.primary,
    label: t('requests.take'),
    run: () => setTaking(true),
    kind: 'primary',
  };

  // Who prepares papers has this one among them.
  const mayGive = may('TAKE_REQUEST') && !home.person.maySee.includes('PREPARE_DOCUMENTS');
  const give = mayGive
    ? (of: Receivable) => {
        setPrinted(false);
        setGiving(of);
      }
    : undefined;

  return (
    <Screen
      name="requests"
      title={t('nav.requests')}
      lead={t('requests.lead')}
      actions={[
        { key: keys.back, label: t('nav.start'), run: () => go('start'), kind: 'plain' },
        ...(may('TAKE_REQUEST') ? [take] : []),
      ]}
    >
      <Taken
        row={rows?.find(({ kind, receiptNo }) => kind === taken?.kind && receiptNo === taken.receiptNo)}
        give={give}
      />
      <p role="status">{printed && t('papers.printed')}</p>
      <RequestTable rows={rows} maySettle={may('COMPLETE_REQUEST')} settle={setSettling} give={give} />
      {giving !== undefined && (
        <GiveReceipt
          of={giving}
          onDone={() => {
            setGiving(undefined);
            setPrinted(true);
          }}
          onClose={() => setGiving(undefined)}
        />
      )}
      {taking && (
        <TakeRequest
          receiptNo={detail ?? ''}
          onClose={() => setTaking(false)}
          onTaken={(request) => {
            setTaking(false);
            setTaken(request);
            void reload();
          }}
        />
      )}
      {settling !== undefined && (
        <SettleRequest
          settling={settling}
          onClose={() => setSettling(undefined)}
          onDone={() => {
            setSettling(undefined);
            void reload();
          }}
        />
      )}
    </Screen>
  );
}

/** What the resident is told, word by word (domain Annex E). */
function Taken({ row, give }: { row: RequestRow | undefined; give: ((of: Receivable) => void) | undefined }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  if (row === undefined) return null;
  const waktu = moment(row.receivedAt, language);
  const batas = moment(row.dueAt, language);
  return (
    <div className={classes.taken}>
      <p role="status">
        {row.kind === 'WITHDRAWAL'
          ? t('requests.withdrawn', { waktu, batas })
          : t('requests.logged', { batas })}
      </p>
      {give !== undefined && <Give row={row} give={give} />}
    </div>
  );
}

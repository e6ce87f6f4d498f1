/** What happened to a card, newest first: when, what, who, and the papers it rests on. */
import { useTranslation } from 'react-i18next';
import type { CustodyEntry, SamCardRow } from '../../../electron/contract/index.ts';
import { ask } from '../../bridge.ts';
import { longDate, moment } from '../../format/index.ts';
import { Table } from '../../home/Table.tsx';
import { useList } from '../../home/use-list.ts';
import { usePreferences } from '../../preferences.ts';
import classes from './custody.module.css';

export function History({ card: { samId } }: { card: SamCardRow }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const { rows } = useList(
    () => ask('custody.history', { samId }),
    (answer) => answer.value,
  );
  return (
    <div className={classes.section}>
      <h2>{t('custody.history.title')}</h2>
      <Table
        label={t('custody.history.title')}
        caption={t('custody.history.newestFirst')}
        heads={[
          t('custody.history.at'),
          t('custody.history.event'),
          t('custody.history.actor'),
          t('custody.history.papers'),
        ]}
        rows={rows?.map((entry, index) => ({
          key: rows.length - index,
          cells: [
            moment(entry.at, language),
            <strong key="event">{t(`custody.history.events.${entry.event}`)}</strong>,
            entry.actor === 'SYSTEM' ? t('custody.history.system') : entry.actor,
            <Details key="details" entry={entry} />,
          ],
        }))}
      />
    </div>
  );
}

/** Codes that stand as values, in words. */
const worded = [
  'AGREEMENT_STOPPED',
  'AGREEMENT_ENDED',
  'READER_RETIRED',
  'FOUND_AGAIN',
  'LOST',
  'STOLEN',
  'DAMAGED',
] as const;
type Worded = (typeof worded)[number];

const known = [
  'bast',
  'cause',
  'count',
  'counter',
  'deactivation',
  'document',
  'failures',
  'fileName',
  'incident',
  'kind',
  'letter',
  'medium',
  'passed',
  'proposedBy',
  'reader',
  'reason',
  'receipt',
  'receivedBy',
  'report',
  'serial',
  'sha256',
  'shipment',
  'terminal',
  'ticket',
  'ticketOn',
  'vendor',
] as const;
type Known = (typeof known)[number];

function Details({ entry: { details } }: { entry: CustodyEntry }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  return (
    <ul className={classes.details}>
      {details.map(({ field, value, on }) => (
        <li key={field}>
          {(known as readonly string[]).includes(field) ? t(`custody.fields.${field as Known}`) : field}:{' '}
          {said(value)}
          {on !== undefined && `, ${longDate(on, language)}`}
        </li>
      ))}
    </ul>
  );

  function said(value: string): string {
    if ((worded as readonly string[]).includes(value)) return t(`custody.words.${value as Worded}`);
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return longDate(value, language);
    return /^[0-9a-f]{64}$/.test(value) ? value.slice(0, 12) : value;
  }
}

/** The outbox: what is owed to Dukcapil, and what became of it. */
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconClock,
  IconHandGrab,
  IconPlayerPause,
  IconSend,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { appFailures } from '../../electron/contract/failures.ts';
import type { OpenHome, OutboxRow } from '../../electron/contract/index.ts';
import { ask } from '../bridge.ts';
import { moment } from '../format/index.ts';
import { report, usePreferences } from '../preferences.ts';
import { keys, Screen } from '../shell/index.ts';
import classes from './List.module.css';
import { go } from './place.ts';
import { Table } from './Table.tsx';
import { useList } from './use-list.ts';

const icons: Readonly<Record<OutboxRow['status'], typeof IconClock>> = {
  QUEUED: IconClock,
  SENDING: IconSend,
  ACKNOWLEDGED: IconCircleCheck,
  REJECTED: IconAlertTriangle,
  PARKED: IconPlayerPause,
  HANDED_OVER: IconHandGrab,
};

export function OutboxList({ services }: { services: OpenHome['services'] }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const [sent, setSent] = useState(false);
  const { rows, reload } = useList(
    () => ask('outbox.list', { limit: 100 }),
    (answer) => answer.value,
  );
  const none = t('table.none');
  const causeOf = (code: string) =>
    code in appFailures ? appFailures[code as keyof typeof appFailures].cause[language] : code;
  const when = (time: number | null) => (time === null ? none : moment(time, language));

  async function sendNow(): Promise<void> {
    setSent(report(await ask('outbox.sendNow', undefined)));
    await reload();
  }

  return (
    <Screen
      name="outbox"
      title={t('nav.outbox')}
      lead={t('outbox.lead')}
      actions={[
        { key: keys.back, label: t('nav.start'), run: () => go('start'), kind: 'plain' },
        { key: keys.primary, label: t('outbox.sendNow'), run: () => void sendNow(), kind: 'primary' },
      ]}
    >
      <p role="status">{sent ? t('outbox.sent') : ''}</p>
      <Table
        label={t('nav.outbox')}
        heads={[
          t('outbox.status'),
          t('outbox.registration'),
          t('outbox.service'),
          t('outbox.created'),
          t('outbox.attempts'),
          t('outbox.next'),
          t('outbox.problem'),
        ]}
        rows={rows?.map((row) => ({
          key: row.itemId,
          cells: [
            <Status key="status" row={row} />,
            row.registrationNo,
            services.find(({ code }) => code === row.serviceCode)?.name ?? row.serviceCode,
            when(row.createdAt),
            row.attempts,
            when(row.nextAttemptAt),
            <span key="problem" className={classes.code}>
              {row.lastFailure === null ? none : causeOf(row.lastFailure)}
            </span>,
          ],
        }))}
      />
    </Screen>
  );
}

function Status({ row }: { row: OutboxRow }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const Icon = icons[row.status];
  return (
    <span className={classes.status} data-status={row.status}>
      <Icon size={20} aria-hidden="true" />
      <span>
        {t(`outbox.statuses.${row.status}`)}
        {row.acknowledgedAt !== null && <small>{moment(row.acknowledgedAt, language)}</small>}
        {row.duplicate && <small>{t('outbox.duplicate')}</small>}
      </span>
    </span>
  );
}

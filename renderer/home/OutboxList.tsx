/** The outbox: what is owed to Dukcapil, what became of it, and what waits for the access manager. */
import { TextInput } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconClock,
  IconHandGrab,
  IconPlayerPause,
  IconSend,
} from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandingOver, OpenHome, OutboxRow } from '../../electron/contract/index.ts';
import { ask } from '../bridge.ts';
import { moment } from '../format/index.ts';
import {
  type HandledAct,
  HandleItem,
  HandOver,
  handledActs,
  UnsignedLists,
  useProblemWords,
} from '../office/outbox/index.tsx';
import { report, usePreferences } from '../preferences.ts';
import { keys, QuietButton, Screen } from '../shell/index.ts';
import fields from '../visit/screens/fields.module.css';
import classes from './List.module.css';
import { go } from './place.ts';
import { Table } from './Table.tsx';
import { useList } from './use-list.ts';
import { type Filter, useOutbox } from './use-outbox.ts';

const icons: Readonly<Record<OutboxRow['status'], typeof IconClock>> = {
  QUEUED: IconClock,
  SENDING: IconSend,
  ACKNOWLEDGED: IconCircleCheck,
  REJECTED: IconAlertTriangle,
  PARKED: IconPlayerPause,
  HANDED_OVER: IconHandGrab,
};

type Doing =
  | { readonly kind: 'item'; readonly act: HandledAct; readonly row: OutboxRow }
  | {
      readonly kind: 'handOver';
      readonly waiting: HandingOver['waiting'];
      readonly rows: readonly OutboxRow[];
    };

export function OutboxList({ home }: { home: OpenHome }) {
  const { t } = useTranslation();
  const [said, setSaid] = useState('');
  const [filter, setFilter] = useState<Filter>({});
  const [doing, setDoing] = useState<Doing>();
  const { rows, found, hasMore, more } = useOutbox(filter);
  const beside = useList(
    () => ask('outbox.handingOver', undefined),
    (answer) => answer.value,
  ).rows;
  const mayHandle = home.person.may.includes('HANDLE_OUTBOX');

  async function sendNow(): Promise<void> {
    setSaid(report(await ask('outbox.sendNow', undefined)) ? t('outbox.sent') : '');
  }

  async function handOver(): Promise<void> {
    const [waits, open] = await Promise.all([
      ask('outbox.handingOver', undefined),
      ask('outbox.list', { limit: 200, open: true }),
    ]);
    if (!report(waits) || !waits.ok || !report(open) || !open.ok) return;
    if (waits.value.waiting.length === 0) setSaid(t('outbox.handOver.none'));
    else setDoing({ kind: 'handOver', waiting: waits.value.waiting, rows: open.value });
  }

  function done(): void {
    setDoing(undefined);
    setSaid(t('outbox.done'));
  }

  function narrow(to: Filter): void {
    setSaid('');
    setFilter(to);
  }

  return (
    <Screen
      name="outbox"
      title={t('nav.outbox')}
      lead={t('outbox.lead')}
      actions={[
        { key: keys.back, label: t('nav.start'), run: () => go('start'), kind: 'plain' },
        ...(mayHandle
          ? [
              {
                key: keys.primary,
                label: t('outbox.sendNow'),
                run: () => void sendNow(),
                kind: 'primary',
              } as const,
            ]
          : []),
      ]}
    >
      <p role="status">
        {said !== '' || found === undefined
          ? said
          : t(found.n === 0 ? 'outbox.notFound' : 'outbox.found', found)}
      </p>
      <Narrow filter={filter} onChange={narrow}>
        {mayHandle && <QuietButton onClick={() => void handOver()}>{t('outbox.handOver.open')}</QuietButton>}
      </Narrow>
      {beside !== undefined && beside.withoutService > 0 && (
        <p className={classes.note}>{t('outbox.withoutService', { n: beside.withoutService })}</p>
      )}
      <UnsignedLists lists={beside?.lists ?? []} mayHandle={mayHandle} onDone={done} />
      {found?.n !== 0 && <Rows rows={rows} services={home.services} mayHandle={mayHandle} onAct={setDoing} />}
      {hasMore && <QuietButton onClick={() => void more()}>{t('outbox.older')}</QuietButton>}
      {doing?.kind === 'item' && (
        <HandleItem act={doing.act} row={doing.row} onDone={done} onClose={() => setDoing(undefined)} />
      )}
      {doing?.kind === 'handOver' && (
        <HandOver
          waiting={doing.waiting}
          rows={doing.rows}
          onDone={done}
          onClose={() => setDoing(undefined)}
        />
      )}
    </Screen>
  );
}

interface NarrowProps {
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
  readonly children: React.ReactNode;
}

/** Of a million items those that one looks for. */
function Narrow({ filter, onChange, children }: NarrowProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');

  function search(event: FormEvent): void {
    event.preventDefault();
    const registrationNo = text.trim();
    onChange(registrationNo === '' ? {} : { registrationNo });
  }

  return (
    <form className={classes.narrow} aria-label={t('outbox.search')} onSubmit={search}>
      <TextInput
        classNames={{ input: fields.input, label: fields.label }}
        label={t('outbox.search')}
        value={text}
        maxLength={80}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <QuietButton type="submit">{t('outbox.find')}</QuietButton>
      <QuietButton
        aria-pressed={filter.open === true}
        onClick={() => onChange(filter.open === true ? {} : { open: true })}
      >
        {t(filter.open === true ? 'outbox.showAll' : 'outbox.showOpen')}
      </QuietButton>
      {children}
    </form>
  );
}

interface RowsProps {
  readonly rows: readonly OutboxRow[] | undefined;
  readonly services: OpenHome['services'];
  readonly mayHandle: boolean;
  readonly onAct: (doing: Doing) => void;
}

function Rows({ rows, services, mayHandle, onAct }: RowsProps) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const wordsOf = useProblemWords();
  const none = t('table.none');
  const acts = mayHandle ? [t('outbox.act')] : [];
  return (
    <Table
      label={t('nav.outbox')}
      heads={[
        t('outbox.status'),
        t('outbox.registration'),
        t('outbox.service'),
        t('outbox.created'),
        t('outbox.attempts'),
        t('outbox.problem'),
        ...acts,
      ]}
      rows={rows?.map((row) => ({
        key: row.itemId,
        cells: [
          <Status key="status" row={row} />,
          <span key="number" className={classes.number}>
            {row.registrationNo}
          </span>,
          services.find(({ code }) => code === row.serviceCode)?.name ?? row.serviceCode,
          moment(row.createdAt, language),
          <Attempts key="attempts" row={row} />,
          <span key="problem" className={classes.code}>
            {row.note ?? (row.lastFailure === null ? none : wordsOf(row.lastFailure))}
          </span>,
          ...(mayHandle ? [<Acts key="acts" row={row} onAct={onAct} />] : []),
        ],
      }))}
    />
  );
}

function Attempts({ row: { attempts, nextAttemptAt } }: { row: OutboxRow }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  if (nextAttemptAt === null || attempts === 0) return attempts;
  return (
    <>
      {attempts}
      <br />
      <span className={classes.code}>{t('outbox.next', { kapan: moment(nextAttemptAt, language) })}</span>
    </>
  );
}

function Acts({ row, onAct }: { row: OutboxRow; onAct: RowsProps['onAct'] }) {
  const { t } = useTranslation();
  const acts = row.status in handledActs ? handledActs[row.status as keyof typeof handledActs] : [];
  return (
    <div className={classes.acts}>
      {acts.map((act) => (
        <QuietButton
          key={act}
          aria-label={t(`outbox.acts.${act}.title`, { nomor: row.registrationNo })}
          onClick={() => onAct({ kind: 'item', act, row })}
        >
          {t(`outbox.acts.${act}.button`)}
        </QuietButton>
      ))}
    </div>
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
        {t(
          row.status === 'QUEUED' && row.channel !== 'PUSH'
            ? `outbox.toHandOver.${row.channel}`
            : `outbox.statuses.${row.status}`,
        )}
        {row.acknowledgedAt !== null && <small>{moment(row.acknowledgedAt, language)}</small>}
        {row.duplicate && <small>{t('outbox.duplicate')}</small>}
        {row.revision > 0 && <small>{t('outbox.corrected', { n: row.revision })}</small>}
      </span>
    </span>
  );
}

/** A checklist that main counts: each item with what it rests on, and for an open one where and by whom it is brought about. */
import { Button } from '@mantine/core';
import { IconCircleCheckFilled, IconCircleDashed, IconCircleMinus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type {
  ActivationItem,
  AgreementDetail,
  EndItem,
  OpenReport,
} from '../../../electron/contract/index.ts';
import { shortDate } from '../../format/index.ts';
import { hashOf, type Place } from '../../home/place.ts';
import { usePreferences } from '../../preferences.ts';
import shared from './agreements.module.css';
import classes from './page.module.css';

type Item = AgreementDetail['activation'][number] | AgreementDetail['end'][number];

const placeOf: Readonly<Partial<Record<ActivationItem | EndItem, Place>>> = {
  RESPONSIBLE: 'people',
  ACCESS_MANAGER: 'people',
  SPTJM: 'people',
  OPERATOR_READY: 'people',
  NETWORK_POINT: 'setup',
  BALIKAN_FLUSHED: 'outbox',
  FINAL_REPORT: 'reports',
  KEPT_DATA_DECIDED: 'kept',
  SAM_RETURNED: 'devices',
  READERS_INACTIVE: 'devices',
};

interface ChecklistProps {
  readonly list: 'activation' | 'end';
  readonly items: readonly Item[];
  readonly onSettle?: (item: EndItem) => void;
}

export function Checklist({ list, items, onSettle }: ChecklistProps) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby={`daftar-${list}`}>
      <h2 id={`daftar-${list}`}>{t(`agreements.${list}.title`)}</h2>
      <p className={shared.note}>{t(`agreements.${list}.lead`)}</p>
      <ul className={classes.items}>
        {items.map((item) => (
          <Entry key={item.item} list={list} item={item} onSettle={onSettle} />
        ))}
      </ul>
    </section>
  );
}

interface EntryProps {
  readonly list: ChecklistProps['list'];
  readonly item: Item;
  readonly onSettle: ChecklistProps['onSettle'] | undefined;
}

function Entry({ list, item: entry, onSettle }: EntryProps) {
  const { item, done, who, notNeeded, detail, byHand, reports = [] } = entry;
  const { t } = useTranslation();
  const state = notNeeded === true ? 'notNeeded' : done ? 'done' : 'open';
  const Icon = { notNeeded: IconCircleMinus, done: IconCircleCheckFilled, open: IconCircleDashed }[state];
  const name = nameOf();
  const place = placeOf[item];
  const by = who === 'SYSTEM' ? t('agreements.checklist.system') : t(`people.roles.${who}`);
  return (
    <li data-state={state} data-item={item}>
      <Icon size={24} aria-hidden="true" />
      <span className={classes.what}>
        <strong>{name}</strong>
        <small>
          {[t(`agreements.checklist.${state}`), said(detail), state === 'open' ? by : undefined]
            .filter((part) => part !== undefined && part !== '')
            .join(' · ')}
        </small>
        {state === 'open' && list === 'activation' && (
          <small>{t(`agreements.activation.where.${item as ActivationItem}`)}</small>
        )}
        {state === 'open' && reports.map((report) => <Missing key={report.from} report={report} />)}
      </span>
      {state === 'open' && place !== undefined && (
        <a className={shared.link} href={hashOf[place]}>
          {t('agreements.checklist.go', { place: t(`nav.${place}`) })}
        </a>
      )}
      {state === 'open' && onSettle !== undefined && byHand === true && (
        <Button
          variant="default"
          className={shared.other ?? ''}
          aria-label={t('agreements.checklist.settleOf', { item: name })}
          onClick={() => onSettle(item as EndItem)}
        >
          {t('agreements.checklist.settle')}
        </Button>
      )}
    </li>
  );

  /** A bare count is named as one, and none says nothing. */
  function said(text: string | undefined): string | undefined {
    if (text === undefined || text === '0') return undefined;
    return /^\d+$/.test(text) ? t('agreements.checklist.count', { n: text }) : text;
  }

  function nameOf(): string {
    return list === 'end'
      ? t(`agreements.end.items.${item as EndItem}`)
      : t(`agreements.activation.items.${item as ActivationItem}`);
  }
}

/** A report that was not handed in: which, how far it has come, and what comes next. */
function Missing({ report }: { report: OpenReport }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const { year, half, from, to, final, status } = report;
  const period = t('reports.period', { from: shortDate(from, language), to: shortDate(to, language) });
  const name = t('reports.title', { semester: half === 1 ? 'I' : 'II', tahun: year });
  return (
    <small>
      {[...(final ? [t('reports.final')] : []), name, period].join(' · ')}
      {': '}
      {t(`agreements.end.reportSteps.${status}`, { to: shortDate(to, language) })}
    </small>
  );
}

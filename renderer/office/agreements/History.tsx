/** The dates that follow from an agreement, its versions with the two persons behind each, and what has happened to it. */
import { useTranslation } from 'react-i18next';
import type { AgreementDetail } from '../../../electron/contract/index.ts';
import { longDate, moment } from '../../format/index.ts';
import { Table } from '../../home/Table.tsx';
import { usePreferences } from '../../preferences.ts';
import shared from './agreements.module.css';
import classes from './page.module.css';

/** Of the computer's own zone. */
function isoDay(epochMs: number): string {
  return new Date(epochMs).toLocaleDateString('sv-SE');
}

export function Dates({ dates }: { dates: AgreementDetail['dates'] }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const today = isoDay(Date.now());
  if (dates.length === 0) return null;
  return (
    <section aria-labelledby="tanggal-penting">
      <h2 id="tanggal-penting">{t('agreements.dates.title')}</h2>
      <dl className={classes.dates}>
        {dates.map(({ kind, day, provisional }) => (
          <div key={kind} data-past={day < today || undefined}>
            <dt>{t(`agreements.dates.${kind}`)}</dt>
            <dd>
              {longDate(day, language)}
              {day < today && <small>{t('agreements.dates.passed')}</small>}
              {provisional && <small>{t('agreements.dates.provisional')}</small>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export function Versions({ detail }: { detail: AgreementDetail }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const { versions, connection } = detail;
  return (
    <div>
      <h2>{t('agreements.versions.title')}</h2>
      <p className={shared.note}>{t('agreements.versions.lead')}</p>
      <Table
        label={t('agreements.versions.title')}
        empty={t('agreements.versions.none')}
        caption={t('agreements.versions.newestFirst')}
        heads={[
          t('agreements.versions.version'),
          t('agreements.versions.cause'),
          t('agreements.versions.reference'),
          t('agreements.versions.proposed'),
          t('agreements.versions.confirmed'),
          t('agreements.versions.made'),
          t('agreements.versions.hash'),
        ]}
        rows={versions.toReversed().map((one) => ({
          key: one.version,
          cells: [
            one.version,
            t(`agreements.versions.causes.${one.cause}`),
            one.reference,
            one.proposedBy,
            one.confirmedBy,
            moment(one.madeAt, language),
            <code key="hash" className={classes.hash} title={one.sha256}>
              {one.sha256.slice(0, 12)}
            </code>,
          ],
        }))}
      />
      {connection !== undefined && (
        <p className={shared.note}>
          {t('agreements.connection.installed', {
            moment: moment(connection.installedAt, language),
            hash: connection.sha256.slice(0, 12),
          })}
        </p>
      )}
    </div>
  );
}

export function Events({ events }: { events: AgreementDetail['events'] }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  return (
    <div>
      <h2>{t('agreements.events.title')}</h2>
      <Table
        label={t('agreements.events.title')}
        caption={t('agreements.versions.newestFirst')}
        heads={[
          t('agreements.events.at'),
          t('agreements.events.event'),
          t('agreements.events.actor'),
          t('agreements.events.reference'),
          t('agreements.events.note'),
        ]}
        rows={events.map((one, index) => ({
          key: events.length - index,
          cells: [
            moment(one.at, language),
            t(`agreements.events.names.${one.event}`),
            one.actor === 'SYSTEM' ? t('agreements.events.system') : one.actor,
            one.event === 'END_ITEM_SETTLED' ? itemName(one.reference) : one.reference,
            one.note,
          ],
        }))}
      />
    </div>
  );

  /** What was settled by hand is named by its item. */
  function itemName(item: string): string {
    return t(`agreements.end.items.${item}` as 'agreements.end.items.ARCHIVED');
  }
}

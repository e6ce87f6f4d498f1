/** One thing that is due: how long is left, in which words, who does it, and the way to where it is done. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AgendaItem } from '../../../electron/contract/index.ts';
import { ask } from '../../bridge.ts';
import { longDate } from '../../format/index.ts';
import { addressOf, type Place, places } from '../../home/place.ts';
import { refreshHome, report, useMay, usePreferences } from '../../preferences.ts';
import { ActButton } from '../parts/index.ts';
import classes from './agenda.module.css';
import type { Recording } from './RecordDialog.tsx';
import { leftText, sentence } from './sentence.ts';

interface ItemCardProps {
  readonly item: AgendaItem;
  readonly mayRecord: boolean;
  readonly record: (recording: Recording) => void;
}

async function noteSeen({ key, level }: AgendaItem): Promise<void> {
  if (report(await ask('agenda.act', { act: 'SEEN', key, level }))) await refreshHome();
}

export function ItemCard({ item, mayRecord, record }: ItemCardProps) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const what = sentence(t, item, language);
  const isLastDay = item.stage === 'DUE' && item.due !== null && 'day' in item.due;
  const provisional = item.due !== null && 'day' in item.due && item.due.provisional;
  return (
    <li className={classes.item} data-stage={item.stage} data-reminds={item.reminds || undefined}>
      <p className={classes.left}>
        {leftText(t, item, language)}
        {item.due !== null && 'day' in item.due && <small>{longDate(item.due.day, language)}</small>}
        {isLastDay && <small>{t('agenda.officeHours')}</small>}
        {provisional && <small title={t('agenda.provisionalNote')}>{t('agenda.provisional')}</small>}
      </p>
      <div className={classes.words}>
        <p>{what}</p>
        <p className={classes.about}>
          {[
            item.agreement?.number,
            t('agenda.rule', { rule: item.rule }),
            t('agenda.who', { who: item.who.map((role) => t(`people.roles.${role}`)).join(', ') }),
          ]
            .filter((part) => part !== undefined)
            .join(' · ')}
        </p>
        {item.dueBefore !== null && (
          <p className={classes.about}>
            {t('agenda.dueBefore', { day: longDate(item.dueBefore, language) })}
          </p>
        )}
        {provisional && <p className={classes.about}>{t('agenda.provisionalNote')}</p>}
      </div>
      <div className={classes.acts}>
        <Way item={item} what={what} mayRecord={mayRecord} record={record} />
        {item.reminds && item.stage !== 'OVERDUE' && (
          <Button
            variant="default"
            className={classes.button ?? ''}
            aria-label={t('agenda.seenOf', { what })}
            title={t('agenda.seenNote')}
            onClick={() => void noteSeen(item)}
          >
            {t('agenda.seen')}
          </Button>
        )}
      </div>
    </li>
  );
}

const settling = {
  ISO: 'RECORD_ISO',
  MONITORING: 'RECORD_MONITORING',
  CONTACT_CHANGE: 'SETTLE_CONTACT_CHANGE',
} as const;

/** To the place where it is done; what has no place of its own is recorded right here. */
function Way({ item, what, mayRecord, record }: ItemCardProps & { readonly what: string }) {
  const { t } = useTranslation();
  const act = settling[item.kind as keyof typeof settling];
  if (act !== undefined) {
    if (!mayRecord) return null;
    const label = `${t('agenda.record.title')}: ${t(`agenda.record.${act}`)}`;
    return (
      <ActButton act={act} onWant={() => record({ act, item })}>
        {label}
      </ActButton>
    );
  }
  return <PlaceLink item={item} what={what} />;
}

function PlaceLink({ item, what }: { readonly item: AgendaItem; readonly what: string }) {
  const { t } = useTranslation();
  const place = places.find((one) => one === item.place) as Place | undefined;
  const may = useMay();
  if (place === undefined || (place === 'requests' && !may('COMPLETE_REQUEST'))) return null;
  return (
    <a
      className={classes.way}
      href={addressOf(place, item.detail ?? undefined)}
      aria-label={t('agenda.openOf', { what })}
    >
      {t('agenda.open')}
    </a>
  );
}

/** Every agreement this office holds, what state it is in and how long it lasts; and for who may, the ways to a new one. */
import { IconChevronRight, IconCircleCheckFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AgreementRow, OpenHome } from '../../../electron/contract/index.ts';
import { ask } from '../../bridge.ts';
import { longDate, number } from '../../format/index.ts';
import { addressOf, go } from '../../home/place.ts';
import { useList } from '../../home/use-list.ts';
import { useMay, usePreferences } from '../../preferences.ts';
import { keys, Screen } from '../../shell/index.ts';
import classes from './agreements.module.css';
import type { Editing } from './editing.ts';
import { StartNew } from './StartNew.tsx';
import { Status } from './Status.tsx';

interface AgreementListProps {
  readonly home: OpenHome;
  /** A profile that was begun and not saved. */
  readonly going: Editing | undefined;
}

export function AgreementList({ home, going }: AgreementListProps) {
  const { t } = useTranslation();
  const mayDraft = useMay()('DRAFT_AGREEMENT');
  const { rows } = useList(
    () => ask('agreements.list', undefined),
    (answer) => answer.value,
  );
  return (
    <Screen
      name="agreements"
      title={t('nav.agreements')}
      lead={t('agreements.lead')}
      actions={[{ key: keys.back, label: t('nav.start'), run: () => go('start'), kind: 'plain' }]}
    >
      {rows !== undefined && rows.length > 0 && (
        <ul className={classes.cards} aria-label={t('agreements.list.title')}>
          {rows.map((row) => (
            <li key={row.agreementId}>
              <Card row={row} />
            </li>
          ))}
        </ul>
      )}
      {rows?.length === 0 && (
        <p className={classes.empty}>
          {t(mayDraft ? 'agreements.list.empty' : 'agreements.list.emptyOthers')}
        </p>
      )}
      {mayDraft && <StartNew personId={home.person.personId} going={going} />}
    </Screen>
  );
}

function Card({ row }: { row: AgreementRow }) {
  const { t } = useTranslation();
  return (
    <a
      className={classes.card}
      href={addressOf('agreements', row.agreementId)}
      data-chosen={row.chosen || undefined}
    >
      <span className={classes.cardHead}>
        <Status row={row} />
        {row.chosen && (
          <span className={classes.chosen}>
            <IconCircleCheckFilled size={20} aria-hidden="true" />
            {t('agreements.list.chosen')}
          </span>
        )}
      </span>
      <strong className={classes.number}>{row.numbers.party2}</strong>
      <span>{t('agreements.list.between', { one: row.institution, other: row.party1 })}</span>
      <span className={classes.cardFoot}>
        <Term row={row} />
        <IconChevronRight size={22} aria-hidden="true" />
      </span>
    </a>
  );
}

/** The last day, and how far off it is: the two things one looks for. */
function Term({ row }: { row: AgreementRow }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const date = longDate(row.accessUntil, language);
  if (row.daysLeft < 0) return <span>{t('agreements.list.endedOn', { date })}</span>;
  const bridged = row.accessUntil > row.lastDay;
  return (
    <span>
      {t(bridged ? 'agreements.list.bridged' : 'agreements.list.lastDay', { date })}
      {' · '}
      <strong>{t('agreements.list.daysLeft', { n: number(row.daysLeft, language) })}</strong>
    </span>
  );
}

/** Everybody in one list, and beneath it the papers that are about no single person. */
import { IconChevronRight, IconMailForward } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AgreementRow, PeopleView, PersonRow } from '../../../electron/contract/index.ts';
import { longDate } from '../../format/index.ts';
import { addressOf } from '../../home/place.ts';
import { usePreferences } from '../../preferences.ts';
import type { Wanted } from './about.ts';
import { OperatorBadge } from './OperatorPath.tsx';
import { Papers } from './Papers.tsx';
import classes from './people.module.css';

interface PeopleListProps {
  readonly view: PeopleView;
  readonly agreements: readonly AgreementRow[];
  readonly onWant: (wanted: Wanted) => void;
}

export function PeopleList({ view, agreements, onWant }: PeopleListProps) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const { officeChange, people } = view;
  return (
    <>
      {officeChange !== undefined && (
        <section className={classes.change} aria-label={t('people.officeChange')}>
          <IconMailForward size={26} aria-hidden="true" />
          <div>
            <p>{t('people.officeChange')}</p>
            <a href={addressOf('people', officeChange.personId)}>
              {t('people.officeChangeWho', {
                name: officeChange.name,
                date: longDate(officeChange.since, language),
              })}
            </a>
          </div>
        </section>
      )}
      {people.length === 0 ? (
        <p>{t('people.none')}</p>
      ) : (
        <ul className={classes.list}>
          {people.map((person) => (
            <li key={person.personId} data-target>
              <Person person={person} />
            </li>
          ))}
        </ul>
      )}
      <Papers view={view} agreements={agreements} onWant={onWant} />
    </>
  );
}

function Person({ person }: { person: PersonRow }) {
  const { t } = useTranslation();
  const { personId, name, position, roles, operators, account } = person;
  const latest = operators[0];
  return (
    <>
      <div className={classes.who}>
        <a href={addressOf('people', personId)}>{name}</a>
        <small>{position}</small>
      </div>
      <div className={classes.held}>
        {roles.length === 0 && latest === undefined && <small>{t('people.noRole')}</small>}
        {roles.map(({ role, acting }) => (
          <span key={role} className={classes.chip}>
            {acting && `${t('people.acting')} `}
            {t(`people.roles.${role}`)}
          </span>
        ))}
        {latest !== undefined && <OperatorBadge status={latest.status} />}
      </div>
      <small className={classes.state}>
        {account === undefined ? t('people.account.none') : t(`people.account.states.${account.state}`)}
        {account !== undefined && <span>{account.login}</span>}
      </small>
      <IconChevronRight size={20} aria-hidden="true" />
    </>
  );
}

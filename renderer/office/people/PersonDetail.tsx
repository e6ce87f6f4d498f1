/** One person: roles, way as an operator, account, and beside each what the person here may do about it. */
import { IconUserOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AgreementRow, PersonRow } from '../../../electron/contract/index.ts';
import { moment, shortDate } from '../../format/index.ts';
import { go } from '../../home/place.ts';
import { usePreferences } from '../../preferences.ts';
import { type Action, keys, Screen } from '../../shell/index.ts';
import { PrintPaper } from '../papers/PrintPaper.tsx';
import { ActRow } from '../parts/index.ts';
import { ActButtons } from './ActButtons.tsx';
import { type ActName, actOf, type Wanted } from './about.ts';
import { OperatorPath } from './OperatorPath.tsx';
import classes from './people.module.css';

interface PersonDetailProps {
  /** `undefined`: nobody by this address. */
  readonly person: PersonRow | undefined;
  readonly agreements: readonly AgreementRow[];
  readonly onWant: (wanted: Wanted) => void;
}

const roleActs: readonly ActName[] = ['RECORD_HEAD', 'APPOINT', 'SETTLE_OFFICE_CHANGE', 'END_ROLE'];
const accountActs: readonly ActName[] = ['GIVE_ACCOUNT', 'RESET_PASSWORD', 'CLOSE_ACCOUNT'];

export function PersonDetail({ person, agreements, onWant }: PersonDetailProps) {
  const { t } = useTranslation();
  const back: Action = { key: keys.back, label: t('people.back'), run: () => go('people'), kind: 'plain' };
  if (person === undefined) {
    return (
      <Screen
        name="person-gone"
        icon={<IconUserOff size={32} aria-hidden="true" />}
        title={t('people.gone')}
        actions={[back]}
      />
    );
  }
  const offered = (acts: readonly ActName[]) => acts.filter((act) => person.acts.includes(act));
  const about = [
    person.position,
    t(`people.employments.${person.employment}`),
    person.rank,
    person.employmentNo,
  ];
  return (
    <Screen
      name={`person-${person.personId}`}
      title={person.name}
      lead={about.filter((part) => part !== '').join(' · ')}
      actions={[back]}
    >
      <Roles person={person} />
      <ActButtons acts={offered(roleActs)} onWant={(act) => onWant({ act, person })} />
      <section className={classes.section} aria-labelledby="operator">
        <h2 id="operator">{t('people.operatorTitle')}</h2>
        {person.operators.length === 0 && <p className={classes.soft}>{t('people.operatorNone')}</p>}
        {person.operators.map((operator) => (
          <Operator
            key={operator.operatorId}
            personId={person.personId}
            operator={operator}
            agreements={agreements}
            onWant={(act) => onWant({ act, person, operatorId: operator.operatorId })}
          />
        ))}
        <ActButtons acts={offered(['PROPOSE_OPERATOR'])} onWant={(act) => onWant({ act, person })} />
      </section>
      <section className={classes.section} aria-labelledby="akun">
        <h2 id="akun">{t('people.accountTitle')}</h2>
        <Account person={person} />
        <ActButtons acts={offered(accountActs)} onWant={(act) => onWant({ act, person })} />
      </section>
    </Screen>
  );
}

function Roles({ person }: { person: PersonRow }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  return (
    <section className={classes.section} aria-labelledby="peran">
      <h2 id="peran">{t('people.rolesTitle')}</h2>
      {person.roles.length === 0 && <p className={classes.soft}>{t('people.noRole')}</p>}
      <ul className={classes.roles}>
        {person.roles.map(({ role, acting, from, reference }) => (
          <li key={role}>
            <strong>
              {acting && `${t('people.acting')} `}
              {t(`people.roles.${role}`)}
            </strong>
            <small>{t('people.since', { date: shortDate(from, language), reference })}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface OperatorProps {
  readonly personId: string;
  readonly operator: PersonRow['operators'][number];
  readonly agreements: readonly AgreementRow[];
  readonly onWant: (act: ActName) => void;
}

function Operator({ personId, operator, agreements, onWant }: OperatorProps) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const { agreementId, status, since, reference, reason, events } = operator;
  const agreement = agreements.find((row) => row.agreementId === agreementId);
  return (
    <div className={classes.operator}>
      <p>
        <strong>{agreement?.numbers.party2 ?? agreementId}</strong>{' '}
        <small>{t('people.statusSince', { time: moment(since, language), reference })}</small>
      </p>
      <OperatorPath status={status} />
      {reason !== '' && <p className={classes.soft}>{t('people.reason', { reason })}</p>}
      <ActButtons acts={events.map((event) => actOf[event])} onWant={onWant} />
      {status !== 'REJECTED' && status !== 'REVOKED' && (
        <ActRow>
          <PrintPaper kind="NDA" agreementId={agreementId} personId={personId} />
          <PrintPaper kind="USER_ID_FORM" agreementId={agreementId} personId={personId} />
        </ActRow>
      )}
    </div>
  );
}

function Account({ person: { account } }: { person: PersonRow }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  if (account === undefined) return <p className={classes.soft}>{t('people.account.none')}</p>;
  const { login, state, lastSignInAt } = account;
  return (
    <p>
      <strong>{t('people.account.login', { login })}</strong>
      {' · '}
      {t(`people.account.states.${state}`)}
      {' · '}
      <span className={classes.soft}>
        {lastSignInAt === null
          ? t('people.account.never')
          : t('people.account.last', { time: moment(lastSignInAt, language) })}
      </span>
    </p>
  );
}

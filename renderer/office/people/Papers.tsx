/** SPTJM and User-ID changes: papers of the institution, per agreement. */
import { useTranslation } from 'react-i18next';
import type { AgreementRow, PaperKind, PeopleView } from '../../../electron/contract/index.ts';
import { longDate, moment } from '../../format/index.ts';
import { usePreferences } from '../../preferences.ts';
import { PrintPaper } from '../papers/PrintPaper.tsx';
import { ActButtons } from './ActButtons.tsx';
import type { Wanted } from './about.ts';
import classes from './Papers.module.css';

interface PapersProps {
  readonly view: PeopleView;
  readonly agreements: readonly AgreementRow[];
  readonly onWant: (wanted: Wanted) => void;
}

export function Papers({ view, agreements, onWant }: PapersProps) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const { sptjm, userIdChanges, acts } = view;
  const numberOf = (agreementId: string) =>
    agreements.find((agreement) => agreement.agreementId === agreementId)?.numbers.party2 ?? agreementId;
  const mine = acts.filter((act) => act === 'RECORD_SPTJM' || act === 'OPEN_USER_ID_CHANGE');
  if (mine.length === 0 && sptjm.length === 0 && userIdChanges.length === 0) return null;
  return (
    <section className={classes.papers} aria-labelledby="surat">
      <h2 id="surat">{t('people.papers')}</h2>
      <div className={classes.columns}>
        <div>
          <h3>{t('people.sptjm.title')}</h3>
          {sptjm.length === 0 && <p className={classes.soft}>{t('people.sptjm.none')}</p>}
          <ul>
            {sptjm.map(({ agreementId, signedOn, by, valid, validUntil }) => (
              <li key={`${agreementId}-${signedOn}-${by}`} data-valid={valid || undefined}>
                <strong>{numberOf(agreementId)}</strong>
                <span>{t('people.sptjm.signed', { name: by, date: longDate(signedOn, language) })}</span>
                <small>
                  {!valid
                    ? t('people.sptjm.invalid')
                    : validUntil === undefined
                      ? t('people.sptjm.valid')
                      : t('people.sptjm.grace', { date: longDate(validUntil, language) })}
                </small>
              </li>
            ))}
          </ul>
          <ActButtons acts={mine.filter((act) => act === 'RECORD_SPTJM')} onWant={(act) => onWant({ act })} />
          <Prints
            kinds={['SPTJM_AWAL', 'SPTJM_PERPANJANGAN', 'OFFICE_CHANGE_LETTER']}
            agreements={agreements}
          />
        </div>
        <div>
          <h3>{t('people.userId.title')}</h3>
          {userIdChanges.length === 0 && <p className={classes.soft}>{t('people.userId.none')}</p>}
          <ul>
            {userIdChanges.map(({ changeId, agreementId, cause, reference, bast, openedAt }) => (
              <li key={changeId} data-valid={bast !== null || undefined}>
                <strong>{t(`people.userId.causes.${cause}`)}</strong>
                <span>
                  {numberOf(agreementId)} · {reference} · {moment(openedAt, language)}
                </span>
                <small>
                  {bast === null ? t('people.userId.waiting') : t('people.userId.bast', { number: bast })}
                </small>
                {bast === null && (
                  <ActButtons
                    acts={acts.filter((act) => act === 'RECORD_USER_ID_BAST')}
                    onWant={(act) => onWant({ act, changeId })}
                  />
                )}
              </li>
            ))}
          </ul>
          <ActButtons
            acts={mine.filter((act) => act === 'OPEN_USER_ID_CHANGE')}
            onWant={(act) => onWant({ act })}
          />
          <Prints kinds={['USER_ID_BAST']} agreements={agreements} />
        </div>
      </div>
    </section>
  );
}

interface PrintsProps {
  readonly kinds: readonly PaperKind[];
  readonly agreements: readonly AgreementRow[];
}

/** What can be printed under each agreement; its number stands beside it where there are several. */
function Prints({ kinds, agreements }: PrintsProps) {
  return agreements.map(({ agreementId, numbers }) => (
    <div key={agreementId} className={classes.prints}>
      {agreements.length > 1 && <small>{numbers.party2}</small>}
      {kinds.map((kind) => (
        <PrintPaper key={kind} kind={kind} agreementId={agreementId} />
      ))}
    </div>
  ));
}

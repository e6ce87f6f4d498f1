/** One agreement: where it stands, what comes next and who must do it, what it grants, what is missing, and what can be done. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  AgreementAct,
  AgreementDetail,
  OpenHome,
  ProposalRow,
} from '../../../electron/contract/index.ts';
import { ask } from '../../bridge.ts';
import { go } from '../../home/place.ts';
import { useList } from '../../home/use-list.ts';
import { dismissRefusal } from '../../preferences.ts';
import { type Action, keys, Screen } from '../../shell/index.ts';
import { AgreementPapers } from '../papers/AgreementPapers.tsx';
import { ActForm, type ActTarget } from './ActForm.tsx';
import { Acts } from './Acts.tsx';
import shared from './agreements.module.css';
import { Checklist } from './Checklist.tsx';
import { Course } from './Course.tsx';
import { startChange } from './editing.ts';
import { Grants } from './Grants.tsx';
import { Dates, Events, Versions } from './History.tsx';
import { isReady, nextStep } from './next-step.ts';
import classes from './page.module.css';
import { Status } from './Status.tsx';
import { useWords } from './use-words.ts';

interface AgreementPageProps {
  readonly home: OpenHome;
  readonly agreementId: string;
}

export function AgreementPage({ home, agreementId }: AgreementPageProps) {
  const { t } = useTranslation();
  const [act, setAct] = useState<ActTarget>();
  const { rows: detail, reload } = useList(
    () => ask('agreements.detail', { agreementId }),
    (answer) => answer.value,
  );
  const { rows: proposals, reload: reloadProposals } = useList(
    () => ask('proposals.list', undefined),
    (answer) => answer.value,
  );
  const waiting = proposals?.find(({ subjectId }) => subjectId === agreementId);

  function begin(next: AgreementAct['act']): void {
    if (detail === undefined) return;
    if (next === 'DRAFT' || next === 'PROPOSE_VERSION') startChange(home.person.personId, detail);
    else setAct({ act: next });
  }

  function done({ act: was }: ActTarget): void {
    setAct(undefined);
    if (was === 'DISCARD_DRAFT') {
      // Main may have said that things changed before it answered, and the page have asked for what is gone.
      dismissRefusal();
      go('agreements');
    } else void Promise.all([reload(), reloadProposals()]);
  }

  const first = detail === undefined ? undefined : mainAct(detail, waiting);
  const back: Action = {
    key: keys.back,
    label: t('nav.agreements'),
    run: () => go('agreements'),
    kind: 'plain',
  };
  const main: readonly Action[] =
    first === undefined
      ? []
      : [
          {
            key: keys.primary,
            label: t(`agreements.acts.${first}.title`),
            run: () => begin(first),
            kind: 'primary',
          },
        ];

  useStillOffered(detail, act, () => setAct(undefined));

  return (
    <Screen
      name={`agreement-${agreementId}`}
      title={detail?.row.numbers.party2 ?? t('app.loading')}
      lead={detail === undefined ? undefined : <Lead detail={detail} />}
      actions={[back, ...main]}
    >
      {detail !== undefined && (
        <>
          <Course row={detail.row} />
          <Next detail={detail} waiting={waiting} />
          {detail.end.length > 0 && (
            <Checklist
              list="end"
              items={detail.end}
              {...(detail.acts.includes('SETTLE_END_ITEM')
                ? { onSettle: (item) => setAct({ act: 'SETTLE_END_ITEM', item }) }
                : {})}
            />
          )}
          {(detail.row.status === 'DRAFT' || detail.row.status === 'SIGNED') && (
            <Checklist list="activation" items={detail.activation} />
          )}
          <Acts acts={detail.acts} onAct={begin} />
          <AgreementPapers agreementId={agreementId} />
          <Grants detail={detail} />
          <Dates dates={detail.dates} />
          <Versions detail={detail} />
          <Events events={detail.events} />
          {act !== undefined && (
            <ActForm
              target={act}
              detail={detail}
              onDone={() => done(act)}
              onClose={() => setAct(undefined)}
            />
          )}
        </>
      )}
    </Screen>
  );
}

/** What the page leads to, where one act is the next. */
function mainAct(detail: AgreementDetail, waiting: ProposalRow | undefined): AgreementAct['act'] | undefined {
  const { acts, row, end } = detail;
  const candidates: readonly (readonly [AgreementAct['act'], boolean])[] = [
    ['PROPOSE_SIGNING', waiting === undefined],
    ['ACTIVATE', isReady(detail)],
    ['REQUEST_EXTENSION', row.status === 'EXTENSION_WINDOW'],
    ['RESUME', true],
    ['CLOSE', end.every(({ done, notNeeded }) => done || notNeeded === true)],
    ['CHOOSE', row.status === 'ACTIVE'],
  ];
  return candidates.find(([act, fits]) => fits && acts.includes(act))?.[0];
}

/** An act that main no longer offers is not left standing open: somebody else was quicker, or the clock was. */
function useStillOffered(
  detail: AgreementDetail | undefined,
  act: ActTarget | undefined,
  close: () => void,
): void {
  const gone = detail !== undefined && act !== undefined && !detail.acts.includes(act.act);
  // biome-ignore lint/correctness/useExhaustiveDependencies: closes once when it is gone
  useEffect(() => {
    if (gone) close();
  }, [gone]);
}

function Lead({ detail }: { detail: AgreementDetail }) {
  const { t } = useTranslation();
  const { row } = detail;
  return (
    <>
      <Status row={row} />
      {row.chosen && <span className={shared.chosen}>{t('agreements.list.chosen')}</span>}
      <p>{t('agreements.list.between', { one: row.institution, other: row.party1 })}</p>
    </>
  );
}

function Next({ detail, waiting }: { detail: AgreementDetail; waiting: ProposalRow | undefined }) {
  const { t } = useTranslation();
  const { say, language } = useWords();
  return (
    <section className={classes.next} aria-labelledby="berikutnya" role="status">
      <h2 id="berikutnya">{t('agreements.next.title')}</h2>
      <p>{nextStep(detail, waiting, say, language)}</p>
      {waiting !== undefined && (
        <button type="button" className={shared.link} onClick={() => go('approvals')}>
          {t('agreements.checklist.go', { place: t('nav.approvals') })}
        </button>
      )}
    </section>
  );
}

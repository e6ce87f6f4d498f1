/** After the end of an agreement: one path from the hard stop to the last card given back, with what is missing by name. */
import { IconCircleCheckFilled, IconCircleDashed } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  CardReaderRow,
  CustodyAgreement,
  SamCardRow,
  SignedHandover,
} from '../../../electron/contract/index.ts';
import { longDate } from '../../format/index.ts';
import { addressOf, hashOf } from '../../home/place.ts';
import { usePreferences } from '../../preferences.ts';
import { PrintPaper } from '../papers/PrintPaper.tsx';
import classes from './custody.module.css';
import { type EndStepState, endPathOf } from './end-path.ts';

interface EndPathProps {
  readonly agreement: CustodyAgreement;
  readonly cards: readonly SamCardRow[];
  readonly readers: readonly CardReaderRow[];
  readonly handovers: readonly SignedHandover[];
}

export function EndPath({ agreement, cards, readers, handovers }: EndPathProps) {
  const { t } = useTranslation();
  const { agreementId } = agreement;
  const steps = endPathOf(cards, readers, handovers);
  const done = steps.filter(({ missing }) => missing.length === 0).length;
  const id = `akhir-${agreementId}`;
  return (
    <section className={classes.end} aria-labelledby={id}>
      <h4 id={id}>{t('custody.end.title')}</h4>
      <p>
        {t('custody.end.progress', { done, all: steps.length })} <Due agreement={agreement} />
      </p>
      <ol className={classes.endSteps}>
        {steps.map((state) => (
          <Step key={state.step} state={state}>
            {state.step === 'BAST_SIGNED' && state.missing.length > 0 && (
              <span className={classes.ways}>
                <PrintPaper kind="BAST_SAM_RETURN" agreementId={agreementId} label={t('custody.end.print')} />
                <a className={classes.link} href={hashOf.papers}>
                  {t('custody.end.attach')}
                </a>
              </span>
            )}
          </Step>
        ))}
        <li data-state="also">
          <span className={classes.what}>
            <strong>{t('custody.end.steps.NO_DATA')}</strong>
            <small>{t('custody.end.notes.NO_DATA')}</small>
          </span>
          <a className={classes.link} href={addressOf('agreements', agreementId)}>
            {t('custody.end.toAgreement')}
          </a>
        </li>
      </ol>
    </section>
  );
}

/** As many as one reads; the list below has them all. */
const mostNamed = 6;

function namesOf(missing: readonly string[]): string {
  const more = missing.length - mostNamed;
  return [...missing.slice(0, mostNamed), ...(more > 0 ? [`… +${more}`] : [])].join(', ');
}

function Due({ agreement: { owed } }: { agreement: CustodyAgreement }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  if (owed === null) return <strong>{t('custody.end.nothingOwed')}</strong>;
  if (owed.due === null) return null;
  const words = { n: owed.cards, date: longDate(owed.due, language) };
  return (
    <strong data-late={owed.late || undefined}>
      {t(owed.late ? 'custody.end.late' : 'custody.end.due', words)}
    </strong>
  );
}

function Step({ state: { step, missing, all }, children }: { state: EndStepState; children: ReactNode }) {
  const { t } = useTranslation();
  const isDone = missing.length === 0;
  const Icon = isDone ? IconCircleCheckFilled : IconCircleDashed;
  return (
    <li data-state={isDone ? 'done' : 'open'}>
      <Icon size={24} aria-hidden="true" />
      <span className={classes.what}>
        <strong>{t(`custody.end.steps.${step}`)}</strong>
        <small>
          {isDone
            ? t('custody.end.allDone', { all })
            : t('custody.end.missing', { done: all - missing.length, all, names: namesOf(missing) })}
        </small>
      </span>
      {children}
    </li>
  );
}

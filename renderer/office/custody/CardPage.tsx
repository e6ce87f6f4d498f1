/** One SAM card: how far it has come, what comes next and who must do it, what is known of it, and what happened to it. */
import { IconCreditCardOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CustodyView, SamCardRow } from '../../../electron/contract/index.ts';
import { longDate } from '../../format/index.ts';
import { go, hashOf } from '../../home/place.ts';
import { usePreferences } from '../../preferences.ts';
import { type Action, keys, Screen } from '../../shell/index.ts';
import { type Wanted, wantedFor } from './about.ts';
import { CardCourse, StatusBadge } from './Course.tsx';
import classes from './custody.module.css';
import { History } from './History.tsx';
import { Steps } from './Steps.tsx';

interface CardPageProps {
  /** `undefined`: none by this address. */
  readonly card: SamCardRow | undefined;
  readonly view: CustodyView;
  readonly onWant: (wanted: Wanted) => void;
}

export function CardPage({ card, view, onWant }: CardPageProps) {
  const { t } = useTranslation();
  const back: Action = { key: keys.back, label: t('custody.back'), run: () => go('devices'), kind: 'plain' };
  if (card === undefined) {
    return (
      <Screen
        name="sam-gone"
        icon={<IconCreditCardOff size={32} aria-hidden="true" />}
        title={t('custody.gone')}
        actions={[back]}
      />
    );
  }
  const next = card.next?.event;
  const first = next !== undefined && card.waiting === null && card.events.includes(next) ? next : undefined;
  const others = card.events.filter((event) => event !== first);
  const main: readonly Action[] =
    first === undefined
      ? []
      : [
          {
            key: keys.primary,
            label: t(`custody.steps.${first}`),
            run: () => onWant(wantedFor(first, card, view.cards)),
            kind: 'primary',
          },
        ];
  return (
    <Screen
      name={`sam-${card.samId}`}
      title={t('custody.cardTitle', { name: card.name })}
      lead={<StatusBadge card={card} />}
      actions={[back, ...main]}
    >
      <CardCourse card={card} />
      <Next card={card} />
      <Facts card={card} view={view} />
      {others.length > 0 && (
        <section className={classes.section} aria-labelledby="tindakan-lain">
          <h2 id="tindakan-lain">{t('custody.otherSteps')}</h2>
          <Steps card={card} all={view.cards} events={others} onWant={onWant} />
        </section>
      )}
      <History key={`${card.status}-${card.waiting?.event}-${card.reader?.serial}`} card={card} />
    </Screen>
  );
}

function Next({ card: { next, waiting, status } }: { card: SamCardRow }) {
  const { t } = useTranslation();
  const said =
    waiting !== null
      ? t('custody.waits', { step: t(`custody.proposed.${waiting.event}`), name: waiting.by })
      : next === null
        ? t(`custody.rest.${status === 'ACTIVE' ? 'ACTIVE' : 'END'}`)
        : t(`custody.nextNotes.${next.event}`);
  return (
    <section className={classes.next} aria-labelledby="berikutnya" role="status">
      <h2 id="berikutnya">{t('custody.next')}</h2>
      <p>{said}</p>
      {waiting !== null && (
        <a className={classes.link} href={hashOf.approvals}>
          {t('custody.toApprovals')}
        </a>
      )}
      {waiting === null && next !== null && (
        <p className={classes.who}>{t('custody.doneBy', { who: t(`people.roles.${next.who}`) })}</p>
      )}
    </section>
  );
}

function Facts({ card, view }: { card: SamCardRow; view: CustodyView }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const { agreementId, order, ticket, hasConfiguration, hasUid, reader, validUntil, incident } = card;
  const agreement = view.agreements.find((row) => row.agreementId === agreementId);
  const facts: readonly (readonly [string, string | undefined])[] = [
    [t('custody.facts.agreement'), agreement?.number ?? agreementId],
    [t('custody.facts.validUntil'), validUntil === null ? undefined : longDate(validUntil, language)],
    [t('custody.facts.order'), order],
    [t('custody.facts.ticket'), ticket ?? undefined],
    [t('custody.facts.reader'), reader === null ? undefined : `${reader.serial} · ${reader.counter}`],
    [
      t('custody.facts.configuration'),
      t(hasConfiguration ? 'custody.facts.recorded' : 'custody.facts.missing'),
    ],
    [t('custody.facts.uid'), t(hasUid ? 'custody.facts.recorded' : 'custody.facts.missing')],
    [t('custody.facts.incident'), incident ?? undefined],
  ];
  return (
    <dl className={classes.facts}>
      {facts.map(
        ([name, value]) =>
          value !== undefined && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

/** What an agreement grants, in plain words: who, what for, how, which data, how much, what is kept, and what is owed for it. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgreementDetail, AgreementProfile } from '../../../electron/contract/index.ts';
import { writtenPeriod } from '../../../electron/contract/written.ts';
import { longDate, number } from '../../format/index.ts';
import classes from './page.module.css';
import { useWords, type Words } from './use-words.ts';
import { elementWord } from './words.ts';

type Line = readonly [name: string, words: ReactNode];

export function Grants({ detail }: { detail: AgreementDetail }) {
  const { t } = useTranslation();
  const words = useWords();
  const { profile } = detail;
  const lines = profile.kind === 'DATA_INTEROP' ? interop(profile, words) : access(profile, words);
  return (
    <section aria-labelledby="yang-diberikan">
      <h2 id="yang-diberikan">{t('agreements.grants.title')}</h2>
      <dl className={classes.grants}>
        {lines.map(([name, said]) => (
          <div key={name}>
            <dt>{t(`agreements.grants.${name}` as 'agreements.grants.who')}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function interop(profile: AgreementProfile, words: Words): readonly Line[] {
  const { parties, purpose } = profile;
  const who = { institution: parties.party2.name, party1: parties.party1.name };
  return [
    ['who', words.say('agreements.grants.whoInterop', who)],
    ['what', purpose],
    ['dates', term(profile, words)],
  ];
}

function access(profile: AgreementProfile, words: Words): readonly Line[] {
  const { parties, purpose, accessMethods, identityDocuments, services, network } = profile;
  const { say, language, textOf } = words;
  const who = { institution: parties.party2.name, party1: parties.party1.name };
  const wide = { n: number(network.points, language), mbps: number(network.bandwidthMbps, language) };
  return [
    ['who', say('agreements.grants.whoWords', who)],
    ['what', purpose],
    ['methods', textOf('accessMethods', accessMethods.join(', '))],
    ['elements', <List key="elements" items={elementLines(profile, words)} />],
    ['papers', textOf('identityDocuments', identityDocuments.join(', '))],
    ['reader', reader(profile, words)],
    ['quota', quota(profile, words)],
    ['storing', <Storing key="storing" profile={profile} words={words} />],
    ['services', <List key="services" items={services.map(({ name }) => name)} />],
    ['balikan', <Balikan key="balikan" profile={profile} words={words} />],
    ['people', <List key="people" items={demands(profile, words)} />],
    ['reports', reports(profile, words)],
    ['network', say('agreements.grants.networkWords', wide)],
    ['dates', term(profile, words)],
  ];
}

function List({ items }: { items: readonly string[] }) {
  const [only] = items;
  if (items.length <= 1) return only ?? null;
  return (
    <ul>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}

/** Methods that grant the same elements are said in one line. */
function elementLines({ elements }: AgreementProfile, { say, language, textOf }: Words): string[] {
  const methodsOf = new Map<string, string[]>();
  for (const [method, list] of Object.entries(elements)) {
    const said = list.map((element) => elementWord(element, say, language)).join(', ');
    if (said !== '') methodsOf.set(said, [...(methodsOf.get(said) ?? []), method]);
  }
  return [...methodsOf].map(([list, methods]) =>
    say('agreements.grants.elementsOf', { methods: textOf('accessMethods', methods.join(', ')), list }),
  );
}

function reader({ readerPolicy, photoForHolderCheck }: AgreementProfile, { say, textOf }: Words): string {
  const policy = `${textOf('readerPolicy', readerPolicy)}.`;
  return photoForHolderCheck ? `${policy} ${say('agreements.grants.photo')}` : policy;
}

function quota(
  { quota: { dailyHits, unlimitedAfterPoc, pocLetter } }: AgreementProfile,
  words: Words,
): string {
  const { say, language } = words;
  if (dailyHits === null) return say('agreements.grants.quotaNone');
  if (unlimitedAfterPoc && pocLetter !== null)
    return say('agreements.grants.quotaLifted', { letter: pocLetter });
  const daily = say('agreements.grants.quotaDaily', { n: number(dailyHits, language) });
  return unlimitedAfterPoc ? `${daily} ${say('agreements.grants.quotaAfterPoc')}` : daily;
}

function Storing({ profile, words }: { profile: AgreementProfile; words: Words }) {
  const { say, language } = words;
  const { storableFromCard, storageRetention = '' } = profile;
  if (storableFromCard.length === 0) return say('agreements.grants.storingNone');
  return (
    <>
      {say('agreements.grants.storingWords', { period: writtenPeriod(storageRetention, language) })}
      <List
        items={storableFromCard.map(({ element, reason }) =>
          say('agreements.grants.storingItem', { element: elementWord(element, say, language), reason }),
        )}
      />
    </>
  );
}

function Balikan({ profile, words }: { profile: AgreementProfile; words: Words }) {
  const { say, textOf } = words;
  const { mode, fields } = profile.dataBalikan;
  return (
    <>
      {textOf('dataBalikan.mode', mode)}
      {fields.length > 0 && '. '}
      {fields
        .map(({ label, required }) =>
          required ? label : say('agreements.grants.balikanOptional', { label }),
        )
        .join(', ')}
    </>
  );
}

function demands({ people }: AgreementProfile, { say, labelOf }: Words): string[] {
  const held = Object.entries(people).filter(([, demanded]) => demanded);
  return held.length === 0
    ? [say('agreements.grants.peopleNone')]
    : held.map(([name]) => labelOf(`people.${name}`));
}

function reports({ reports: due }: AgreementProfile, { say, textOf }: Words): string {
  if (due === undefined) return say('agreements.grants.reportsNone');
  return say('agreements.grants.reportsWords', {
    periods: textOf('reports.periods', due.periods.join(', ')),
    n: due.deadlineWorkingDays,
    to: textOf('reports.to', due.to.join(', ')),
  });
}

function term(
  { signedOn, lastDayInForce, timeZone }: AgreementProfile,
  { say, language, textOf }: Words,
): string {
  return say('agreements.grants.datesWords', {
    from: longDate(signedOn, language),
    to: longDate(lastDayInForce, language),
    zone: textOf('timeZone', timeZone),
  });
}

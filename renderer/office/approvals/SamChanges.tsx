/** What a proposal about a SAM card brings about, in words: the card's state before and after, its place, and the letter behind it. */
import { useTranslation } from 'react-i18next';
import type {
  DeactivationCause,
  ProposalKind,
  ProposalRow,
  SamStatus,
} from '../../../electron/contract/index.ts';
import { longDate } from '../../format/index.ts';
import { usePreferences } from '../../preferences.ts';
import classes from './approvals.module.css';

type SamKind = Extract<ProposalKind, 'SAM_ACTIVATION' | 'SAM_DEACTIVATION'>;

export function isOfSam(kind: ProposalKind): kind is SamKind {
  return kind === 'SAM_ACTIVATION' || kind === 'SAM_DEACTIVATION';
}

export function SamChanges({ kind, changes }: { kind: SamKind; changes: ProposalRow['changes'] }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const of = (field: string) => changes.find((change) => change.field === field);
  const status = of('samStatus');
  const cause = of('cause')?.to;
  const letter = of('letter')?.to;
  const letterDate = of('letterDate')?.to;
  const lines: readonly (readonly [string, string | undefined])[] = [
    [t('custody.status'), status && `${statusName(status.from)} → ${statusName(status.to)}`],
    [t('custody.fields.reader'), of('reader')?.to],
    [t('custody.fields.counter'), of('counter')?.to],
    [t('custody.fields.cause'), cause && t(`custody.words.${cause as DeactivationCause}`)],
    [t('custody.fields.letter'), letter && letterDate && `${letter}, ${longDate(letterDate, language)}`],
  ];
  return (
    <>
      <p>{t(`approvals.consequences.${kind}`)}</p>
      <dl className={classes.lines}>
        {lines.map(
          ([name, value]) =>
            value !== undefined && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </>
  );

  function statusName(code: string): string {
    return t(`custody.statuses.${code as SamStatus}`);
  }
}

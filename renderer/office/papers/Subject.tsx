/** What of the books a letter is about: everything it says of it comes from there, and nothing is typed. */
import { useTranslation } from 'react-i18next';
import { letterSubjects, type PaperKind, type PaperSubject } from '../../../electron/contract/index.ts';
import { moment } from '../../format/index.ts';
import { usePreferences } from '../../preferences.ts';
import { Pick } from '../parts/index.ts';
import classes from './papers.module.css';

interface SubjectProps {
  readonly kind: PaperKind;
  readonly subjects: readonly PaperSubject[];
}

export function Subject({ kind, subjects }: SubjectProps) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  if (kind !== 'BALIKAN_HANDOVER' && kind !== 'WITHDRAWAL_RECEIPT') return null;
  const about = letterSubjects[kind];
  if (subjects.length === 0) return <p className={classes.none}>{t(`papers.subjects.none.${about}`)}</p>;
  return (
    <Pick
      path="subjectId"
      label={t(`papers.subjects.${about}`)}
      options={subjects.map(({ subjectId, name, at }) => ({
        value: subjectId,
        label: `${name} · ${moment(at, language)}`,
      }))}
    />
  );
}

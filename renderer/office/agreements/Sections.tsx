/** The sections of the profile as steps that can be gone to in any order; one with problems says how many. */
import { useTranslation } from 'react-i18next';
import { type Editing, review } from './editing.ts';
import classes from './editor.module.css';
import type { SectionSpec } from './profile-field-kinds.ts';
import { problemsIn } from './profile-problems.ts';
import { useWords } from './use-words.ts';

interface SectionsProps {
  readonly sections: readonly SectionSpec[];
  readonly editing: Editing;
  readonly onShow: (section: string) => void;
}

export function Sections({ sections, editing, onShow }: SectionsProps) {
  const { t } = useTranslation();
  const { say } = useWords();
  const steps = [
    ...sections.map((spec) => ({ name: spec.section, wrong: problemsIn(spec, editing.problems).length })),
    { name: review, wrong: 0 },
  ];
  return (
    <nav aria-label={t('agreements.editor.steps')}>
      <ol className={classes.sections}>
        {steps.map(({ name, wrong }, index) => (
          <li key={name}>
            <button
              type="button"
              aria-current={name === editing.section ? 'step' : undefined}
              data-wrong={wrong > 0 || undefined}
              onClick={() => onShow(name)}
            >
              <span aria-hidden="true">{index + 1}</span>
              {say(`agreements.sections.${name}`)}
              {wrong > 0 && (
                <strong className={classes.wrong}>
                  <span aria-hidden="true">▲ {wrong}</span>
                  <span className={classes.spoken}>{t('agreements.editor.problemsIn', { n: wrong })}</span>
                </strong>
              )}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

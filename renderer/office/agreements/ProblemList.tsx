/** All that is wrong with the profile, each line the way to where it is mended. */
import { useTranslation } from 'react-i18next';
import type { Problem } from '../parts/index.ts';
import shared from './agreements.module.css';
import type { Editing } from './editing.ts';
import classes from './editor.module.css';
import type { SectionSpec } from './profile-field-kinds.ts';
import { isIn } from './profile-problems.ts';
import { useWords } from './use-words.ts';

interface ProblemListProps {
  readonly sections: readonly SectionSpec[];
  readonly editing: Editing;
  readonly onShow: (section: string) => void;
}

export function ProblemList({ sections, editing, onShow }: ProblemListProps) {
  const { t } = useTranslation();
  const { labelOf, language } = useWords();
  // What the form itself found stands at its field already.
  const said = Object.entries(editing.problems).flatMap(([path, problem]) =>
    problem.kind === 'said' ? [[path, problem] as const] : [],
  );
  if (said.length === 0) return null;
  return (
    <section className={classes.problems} role="alert" aria-labelledby="belum-benar">
      <h2 id="belum-benar">{t('agreements.editor.problems')}</h2>
      <p>{t('agreements.editor.problemsLead')}</p>
      <ul>
        {said.map(([path, problem]) => (
          <li key={path}>
            <Line path={path} problem={problem} />
          </li>
        ))}
      </ul>
    </section>
  );

  function Line({ path, problem }: { path: string; problem: Extract<Problem, { kind: 'said' }> }) {
    const section = path === '' ? undefined : sections.find((spec) => isIn(spec, path));
    const words = `${path === '' ? '' : `${labelOf(path)}: `}${problem[language]}`;
    if (section === undefined) return words;
    return (
      <button type="button" className={shared.link} onClick={() => onShow(section.section)}>
        {words}
      </button>
    );
  }
}

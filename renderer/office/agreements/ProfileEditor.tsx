/**
 * The editor of a profile: a section at a time, drawn from the table of the fields, and at the end what will be saved or what will
 * change. Each section is checked when it is left; what hangs together across sections main says when it is saved.
 */
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { go } from '../../home/place.ts';
import { type Action, keys, Screen } from '../../shell/index.ts';
import { Form, type FormHandle, submitForm } from '../parts/index.ts';
import { changeEditing, type Editing, review, setValue } from './editing.ts';
import classes from './editor.module.css';
import { Items } from './Items.tsx';
import { ProblemList } from './ProblemList.tsx';
import type { SectionSpec } from './profile-field-kinds.ts';
import { profileSections } from './profile-fields.ts';
import { problemsIn, sectionProblems } from './profile-problems.ts';
import { Review } from './Review.tsx';
import { Sections } from './Sections.tsx';
import { useWords } from './use-words.ts';

function show(section: string): void {
  changeEditing(() => ({ section }));
}

function leave({ purpose }: Editing): void {
  if (purpose.kind === 'NEW') go('agreements');
  else go('agreements', purpose.agreementId);
}

export function ProfileEditor({ editing }: { editing: Editing }) {
  const { t } = useTranslation();
  const { say } = useWords();
  const id = useId();
  const sections = profileSections.filter(({ when }) => when?.(editing.profile) !== false);
  const at = sections.findIndex(({ section }) => section === editing.section);
  const section = sections[at];
  const title = { NEW: 'titleNew', DRAFT: 'titleDraft', VERSION: 'titleVersion' } as const;
  const common = {
    eyebrow: t(`agreements.editor.${title[editing.purpose.kind]}`),
    title: say(`agreements.sections.${section?.section ?? review}`),
  };
  const steps = <Sections sections={sections} editing={editing} onShow={show} />;
  const out: Action = {
    key: keys.back,
    label: t('agreements.editor.leave'),
    run: () => leave(editing),
    kind: 'plain',
  };
  if (section === undefined) {
    return (
      <Review editing={editing} out={out} frame={common}>
        {steps}
        <ProblemList sections={sections} editing={editing} onShow={show} />
      </Review>
    );
  }
  return (
    <Screen
      name={`profile-${section.section}`}
      {...common}
      lead={say(`agreements.sectionNotes.${section.section}`)}
      actions={[
        out,
        {
          key: keys.primary,
          label: t('agreements.editor.next'),
          run: () => submitForm(id),
          kind: 'primary',
          form: id,
        },
      ]}
    >
      {steps}
      <ProblemList sections={sections} editing={editing} onShow={show} />
      <div className={classes.editor}>
        <Form
          id={id}
          form={handleOf(editing, section)}
          onSubmit={() => show(sections[at + 1]?.section ?? review)}
        >
          <Items key={section.section} section={section} editing={editing} />
        </Form>
      </div>
    </Screen>
  );
}

function handleOf(editing: Editing, section: SectionSpec): FormHandle<true> {
  return {
    draft: editing.profile,
    problems: editing.problems,
    refusals: editing.refusals,
    set: setValue,
    check: () => {
      const found = sectionProblems(section, editing.profile);
      const old = problemsIn(section, editing.problems);
      const others = Object.entries(editing.problems).filter(([path]) => !old.includes(path));
      changeEditing(({ refusals }) => ({
        problems: { ...Object.fromEntries(others), ...found },
        refusals: Object.keys(found).length === 0 ? refusals : refusals + 1,
      }));
      return Object.keys(found).length === 0 ? true : undefined;
    },
  };
}

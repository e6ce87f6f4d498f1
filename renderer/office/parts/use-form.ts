/**
 * One form: its draft, what is wrong with it, and the check by the very schema main will check with. Parts of the form find it
 * through the context, by the path of their value.
 */
import { createContext, useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../preferences.ts';
import {
  type Checker,
  type Draft,
  type Problem,
  problemsOf,
  valueAt,
  withoutBlanks,
  withValue,
} from './draft.ts';

interface FormSetting<T> {
  readonly schema: Checker<T>;
  readonly start: Draft;
  /** Members that may be left out; blank ones are. */
  readonly optional?: readonly string[];
}

export interface FormHandle<T> {
  readonly draft: Draft;
  readonly problems: Readonly<Record<string, Problem>>;
  /** Grows with every check that failed, so that the first problem can take the focus again. */
  readonly refusals: number;
  readonly set: (path: string, value: unknown) => void;
  /** The value, if everything in it is right; otherwise the problems show. */
  readonly check: () => T | undefined;
}

export function useForm<T>({ schema, start, optional = [] }: FormSetting<T>): FormHandle<T> {
  const [draft, setDraft] = useState(start);
  const [problems, setProblems] = useState<Readonly<Record<string, Problem>>>({});
  const [refusals, setRefusals] = useState(0);
  return {
    draft,
    problems,
    refusals,
    set: (path, value) => {
      setDraft((before) => withValue(before, path, value));
      setProblems(({ [path]: _, ...others }) => others);
    },
    check: () => {
      const given = withoutBlanks(draft, optional);
      const checked = schema.safeParse(given);
      setProblems(checked.success ? {} : problemsOf(given, checked.error.issues));
      if (checked.success) return checked.data;
      setRefusals((count) => count + 1);
      return undefined;
    },
  };
}

export const FormContext = createContext<FormHandle<unknown> | undefined>(undefined);

interface FieldHandle {
  readonly value: unknown;
  readonly text: string;
  readonly set: (value: unknown) => void;
  /** What is wrong, in words; empty when nothing is. */
  readonly problem: string;
}

/** @param wrong what to say of a value that is there and misshapen */
export function useField(path: string, wrong?: string | ((value: unknown) => string)): FieldHandle {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const form = useContext(FormContext);
  if (form === undefined) throw new Error(`the field ${path} stands in no form`);
  const value = valueAt(form.draft, path);
  const problem = form.problems[path];
  return {
    value,
    text: typeof value === 'string' ? value : '',
    set: (next) => form.set(path, next),
    problem: problem === undefined ? '' : words(problem),
  };

  function words(found: Problem): string {
    if (found.kind === 'said') return found[language];
    if (found.kind === 'required') return t('parts.required');
    if (found.kind === 'wrong')
      return (typeof wrong === 'function' ? wrong(value) : wrong) ?? t('parts.wrong');
    return t(`parts.${found.kind}`, { n: found.n });
  }
}

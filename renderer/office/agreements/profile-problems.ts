/** What is wrong with a profile, and in which section it is mended. Pure. */
import { agreementProfile } from '../../../electron/contract/agreement-profile.ts';
import { type Draft, type Problem, problemsOf } from '../parts/draft.ts';
import { profileToSend } from './profile-draft.ts';
import { fieldsOf, isGroup, type SectionSpec } from './profile-field-kinds.ts';

type Problems = Readonly<Record<string, Problem>>;

/** A new agreement must not write over one that is there. */
export const nameTaken: Problem = {
  kind: 'said',
  id: 'sebutan ini sudah dipakai perjanjian lain',
  en: 'another agreement has this name already',
};

/** A problem belongs where its field is asked for, or the field it lies in, or the part it is about. */
export function isIn({ items }: SectionSpec, path: string): boolean {
  const places = items.flatMap((item) => (isGroup(item) ? [item.group] : [item.path]));
  return places.some(
    (place) => place === path || path.startsWith(`${place}.`) || place.startsWith(`${path}.`),
  );
}

export function problemsIn(section: SectionSpec, problems: Problems): readonly string[] {
  return Object.keys(problems).filter((path) => path !== '' && isIn(section, path));
}

/** What the schema finds in the fields of one section; what hangs together with other sections main says in the end. */
export function sectionProblems(section: SectionSpec, draft: Draft): Problems {
  const sent = profileToSend(draft);
  const checked = agreementProfile.safeParse({ ...sent, profileVersion: 1 });
  if (checked.success) return {};
  const asked = new Set(
    fieldsOf(section)
      .filter(({ when }) => when?.(draft) !== false)
      .map(({ path }) => path),
  );
  const found = Object.entries(problemsOf(sent, checked.error.issues)).filter(([path]) =>
    isIn(section, path),
  );
  // The last day is derived as soon as the term is right.
  const derived = (path: string) => path === 'lastDayInForce' && draft.lastDayInForce === undefined;
  return Object.fromEntries(
    found
      .map(([path, problem]) => [placeOf(path, asked), problem] as const)
      .filter(([path]) => !derived(path)),
  );
}

/** A whole part that is missing is a problem of its first field. */
function placeOf(path: string, asked: ReadonlySet<string>): string {
  return [...asked].find((field) => field.startsWith(`${path}.`)) ?? path;
}

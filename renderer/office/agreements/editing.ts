/** The profile that is being written. It outlives the page, so that a look at another place costs nothing that was typed. */
import { create } from 'zustand';
import type { AgreementDetail, AgreementProfile, ProfileProblem } from '../../../electron/contract/index.ts';
import { go } from '../../home/place.ts';
import { type Draft, type Problem, withValue } from '../parts/draft.ts';
import { asDraft, emptyProfile } from './profile-draft.ts';

/** No agreement can be called so. */
export const editorPlace = '~isian';

/** The last section, which has no fields. */
export const review = 'REVIEW';

/** A draft made or written anew, or a change of what is signed. */
export type Purpose =
  | { readonly kind: 'NEW' }
  | { readonly kind: 'DRAFT'; readonly agreementId: string }
  | { readonly kind: 'VERSION'; readonly agreementId: string; readonly before: AgreementProfile };

export interface Editing {
  /** Somebody else at the same keyboard does not go on with it. */
  readonly personId: string;
  readonly purpose: Purpose;
  readonly profile: Draft;
  readonly problems: Readonly<Record<string, Problem>>;
  /** Grows with every check that failed. */
  readonly refusals: number;
  readonly section: string;
}

export const useEditing = create<{ readonly editing: Editing | undefined }>(() => ({ editing: undefined }));

export function startEditing(
  personId: string,
  purpose: Purpose,
  profile: Draft = emptyProfile,
  problems: readonly ProfileProblem[] = [],
): void {
  useEditing.setState({
    editing: { personId, purpose, profile, problems: asShown(problems), refusals: 0, section: 'IDENTITY' },
  });
  go('agreements', editorPlace);
}

/** On what the agreement says now; whoever has begun already and only looked elsewhere goes on. */
export function startChange(personId: string, { row, profile }: AgreementDetail): void {
  const { agreementId } = row;
  const { editing } = useEditing.getState();
  if (editing?.personId === personId && isAbout(editing.purpose, agreementId, profile)) {
    go('agreements', editorPlace);
    return;
  }
  const purpose: Purpose =
    row.status === 'DRAFT'
      ? { kind: 'DRAFT', agreementId }
      : { kind: 'VERSION', agreementId, before: profile };
  startEditing(personId, purpose, asDraft(profile));
}

function isAbout(purpose: Purpose, agreementId: string, { profileVersion }: AgreementProfile): boolean {
  if (purpose.kind === 'NEW' || purpose.agreementId !== agreementId) return false;
  return purpose.kind === 'DRAFT' || purpose.before.profileVersion === profileVersion;
}

export function stopEditing(): void {
  useEditing.setState({ editing: undefined });
}

export function changeEditing(change: (editing: Editing) => Partial<Editing>): void {
  useEditing.setState(({ editing }) =>
    editing === undefined ? {} : { editing: { ...editing, ...change(editing) } },
  );
}

export function setValue(path: string, value: unknown): void {
  changeEditing(({ profile, problems: { [path]: _, ...others } }) => ({
    profile: derived(withValue(profile, path, value), path),
    problems: others,
  }));
}

/** The last day follows from the term, unless somebody gave a reason why not. */
function derived(profile: Draft, changed: string): Draft {
  const decides = changed === 'signedOn' || changed.startsWith('term.');
  return decides && profile.lastDayReason === undefined
    ? withValue(profile, 'lastDayInForce', undefined)
    : profile;
}

export function asShown(problems: readonly ProfileProblem[]): Readonly<Record<string, Problem>> {
  return Object.fromEntries(problems.map(({ path, id, en }) => [path, { kind: 'said', id, en } as const]));
}

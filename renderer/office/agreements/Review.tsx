/** The last part of the editor: what is saved as a draft, or what would change, before anything leaves the page. */
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { agreementProfile, profileProblemsIn } from '../../../electron/contract/agreement-profile.ts';
import type { AgreementProfile } from '../../../electron/contract/index.ts';
import { changesBetween, leavesOf } from '../../../electron/contract/profile-changes.ts';
import { ask, type Failure } from '../../bridge.ts';
import { go } from '../../home/place.ts';
import { refreshHome } from '../../preferences.ts';
import { type Action, keys, Screen } from '../../shell/index.ts';
import { Refused } from '../parts/index.ts';
import { Changes } from './Changes.tsx';
import { asShown, changeEditing, type Editing, stopEditing } from './editing.ts';
import { ProposeVersion } from './ProposeVersion.tsx';
import { profileToSend } from './profile-draft.ts';
import { profileSections } from './profile-fields.ts';
import { nameTaken, problemsIn, sectionProblems } from './profile-problems.ts';

interface ReviewProps {
  readonly editing: Editing;
  readonly out: Action;
  readonly frame: { readonly eyebrow: string; readonly title: string };
  readonly children: ReactNode;
}

export function Review({ editing, out, frame, children }: ReviewProps) {
  const { t } = useTranslation();
  const [refused, setRefused] = useState<Failure>();
  const [proposing, setProposing] = useState(false);
  const { purpose } = editing;
  const sent = profileToSend(editing.profile);
  const parsed = agreementProfile.safeParse({ ...sent, profileVersion: 1 });

  async function save(): Promise<void> {
    if (purpose.kind === 'NEW' && (await isTaken(sent.profileId)))
      return showProblems({ profileId: nameTaken });
    const answer = await ask('agreements.act', { act: 'DRAFT', profile: sent });
    if (answer.ok) await done();
    else refuse(answer.failure);
  }

  function propose(): void {
    if (parsed.success) setProposing(true);
    else
      showProblems(Object.assign({}, ...profileSections.map((one) => sectionProblems(one, editing.profile))));
  }

  function refuse(failure: Failure): void {
    const isProfile = failure.code === 'PROFILE_INVALID';
    setProposing(false);
    setRefused(isProfile ? undefined : failure);
    if (isProfile) showProblems(asShown(profileProblemsIn(failure.detail)));
  }

  async function done(): Promise<void> {
    const agreementId = purpose.kind === 'NEW' ? String(sent.profileId) : purpose.agreementId;
    stopEditing();
    await refreshHome();
    go('agreements', agreementId);
  }

  const isVersion = purpose.kind === 'VERSION';
  const changes = parsed.success ? changesOf(editing, parsed.data) : undefined;
  const main: Action = {
    key: keys.primary,
    label: t(isVersion ? 'agreements.editor.propose' : 'agreements.editor.save'),
    run: isVersion ? propose : () => void save(),
    kind: 'primary',
  };
  const nothingToPropose = isVersion && changes?.length === 0;

  return (
    <Screen
      name="profile-REVIEW"
      {...frame}
      lead={t(isVersion ? 'agreements.editor.changesLead' : 'agreements.editor.reviewLead')}
      actions={nothingToPropose ? [out] : [out, main]}
    >
      {children}
      <Refused failure={refused} />
      {nothingToPropose && <p>{t('agreements.editor.noChanges')}</p>}
      {changes !== undefined && changes.length > 0 && <Changes changes={changes} isFirst={!isVersion} />}
      {proposing && purpose.kind === 'VERSION' && (
        <ProposeVersion
          agreementId={purpose.agreementId}
          profile={sent}
          onDone={() => void done()}
          onProfileRefused={refuse}
          onClose={() => setProposing(false)}
        />
      )}
    </Screen>
  );
}

function changesOf({ purpose }: Editing, after: AgreementProfile) {
  if (purpose.kind === 'VERSION') return changesBetween(purpose.before, after);
  return [...leavesOf(after)]
    .filter(([field]) => field !== 'profileVersion')
    .map(([field, to]) => ({ field, from: '', to }));
}

async function isTaken(name: unknown): Promise<boolean> {
  const present = await ask('agreements.list', undefined);
  return present.ok && present.value.some(({ agreementId }) => agreementId === name);
}

/** To the first section in which something is wrong. */
function showProblems(problems: Editing['problems']): void {
  const first = profileSections.find((section) => problemsIn(section, problems).length > 0);
  changeEditing(({ refusals, section }) => ({
    problems,
    refusals: refusals + 1,
    section: first?.section ?? section,
  }));
}

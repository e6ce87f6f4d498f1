/** What a change of a signed agreement rests on: cause, letter and scan. */
import { useTranslation } from 'react-i18next';
import { agreementAct, versionCauses } from '../../../electron/contract/agreements.ts';
import { ask, type Failure } from '../../bridge.ts';
import { ActDialog, Choice, type Draft, LetterFields, ScanField, useField } from '../parts/index.ts';

interface ProposeVersionProps {
  readonly agreementId: string;
  readonly profile: Draft;
  readonly onDone: () => void;
  readonly onProfileRefused: (failure: Failure) => void;
  readonly onClose: () => void;
}

export function ProposeVersion({
  agreementId,
  profile,
  onDone,
  onProfileRefused,
  onClose,
}: ProposeVersionProps) {
  const { t } = useTranslation();
  return (
    <ActDialog
      title={t('agreements.editor.proposeTitle')}
      consequence={t('agreements.acts.PROPOSE_VERSION.consequence')}
      yes={t('agreements.editor.propose')}
      schema={agreementAct}
      start={{
        act: 'PROPOSE_VERSION',
        agreementId,
        profile,
        cause: 'ADDENDUM',
        letter: { number: '', date: '' },
      }}
      send={async (act) => {
        const answer = await ask('agreements.act', act);
        if (!answer.ok && answer.failure.code === 'PROFILE_INVALID') onProfileRefused(answer.failure);
        return answer;
      }}
      onDone={onDone}
      onClose={onClose}
    >
      <Choice
        path="cause"
        label={t('agreements.editor.cause')}
        options={versionCauses.map((value) => ({
          value,
          label: t(`agreements.editor.causes.${value}`),
          note: t(`agreements.editor.causeNotes.${value}`),
        }))}
      />
      <LetterFields legend={t('agreements.editor.letter')} />
      <Scan />
    </ActDialog>
  );
}

function Scan() {
  const { t } = useTranslation();
  const { text } = useField('cause');
  return (
    <ScanField kind={text === 'POC_LETTER' ? 'POC_LETTER' : 'ADDENDUM'} label={t('agreements.editor.scan')} />
  );
}

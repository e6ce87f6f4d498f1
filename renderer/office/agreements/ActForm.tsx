/** One act on an agreement as a dialog: its consequence, what it asks for, and what main said when it refused. */
import { useTranslation } from 'react-i18next';
import { profileProblemsIn } from '../../../electron/contract/agreement-profile.ts';
import { agreementAct } from '../../../electron/contract/agreements.ts';
import type { AgreementAct, AgreementDetail, EndItem } from '../../../electron/contract/index.ts';
import { ask } from '../../bridge.ts';
import { refreshHome, usePreferences } from '../../preferences.ts';
import { ActDialog, type Draft } from '../parts/index.ts';
import { fieldsOf } from './act-fields.tsx';

type Act = AgreementAct['act'];

export interface ActTarget {
  readonly act: Act;
  /** SETTLE_END_ITEM: which. */
  readonly item?: EndItem;
}

interface ActFormProps {
  readonly target: ActTarget;
  readonly detail: AgreementDetail;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

const letter = { number: '', date: '' };

/** What an act starts from besides its agreement; blank members of `optional` are left out. */
const starts: Readonly<
  Partial<Record<Act, { readonly start: Draft; readonly optional?: readonly string[] }>>
> = {
  PROPOSE_SIGNING: {
    start: { weekday: '', place: '', noApprovalLetterReason: '' },
    optional: ['noApprovalLetterReason'],
  },
  RECORD_USER_ID: { start: { letter } },
  REQUEST_EXTENSION: { start: { letter, lateReason: '' }, optional: ['lateReason'] },
  REFUSE_EXTENSION: { start: { letter } },
  BRIDGE: { start: { letter, until: '', namesSam: false } },
  SUSPEND: { start: { cause: '', reason: '', letter, effectiveOn: '' }, optional: ['letter', 'effectiveOn'] },
  RESUME: { start: { letter } },
  TERMINATE: { start: { cause: '', letter, effectiveOn: '' } },
  NOTE: { start: { letter, note: '' } },
  SETTLE_END_ITEM: { start: { note: '' } },
};

export function ActForm({ target, detail, onDone, onClose }: ActFormProps) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const { act, item } = target;
  const { start = {}, optional = [] } = starts[act] ?? {};
  const itemName = item === undefined ? undefined : t(`agreements.end.items.${item}`);

  async function send(given: AgreementAct) {
    const answer = await ask('agreements.act', given);
    if (answer.ok) await refreshHome();
    if (answer.ok || answer.failure.code !== 'PROFILE_INVALID') return answer;
    // Problems come as a list for the editor; here they are read.
    const said = profileProblemsIn(answer.failure.detail).map((problem) => problem[language]);
    return { ...answer, failure: { ...answer.failure, detail: said.join(' · ') } };
  }

  return (
    <ActDialog
      title={itemName ?? t(`agreements.acts.${act}.title`)}
      consequence={t(`agreements.acts.${act}.consequence`)}
      yes={t(`agreements.acts.${act}.yes`)}
      schema={agreementAct}
      start={{
        ...start,
        act,
        agreementId: detail.row.agreementId,
        ...(item === undefined ? {} : { item }),
      }}
      optional={optional}
      send={send}
      onDone={onDone}
      onClose={onClose}
    >
      {fieldsOf(act, detail)}
    </ActDialog>
  );
}

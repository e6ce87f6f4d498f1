/** The decision on a proposal: what it brings about, and a note. It names the proposal as it was shown, so nobody confirms another. */
import { useTranslation } from 'react-i18next';
import { agreementChannels } from '../../../electron/contract/channels/agreements.ts';
import type { ProposalRow } from '../../../electron/contract/index.ts';
import { ask } from '../../bridge.ts';
import { ActDialog, Field } from '../parts/index.ts';
import { decisionCheck } from './decision-check.ts';

export interface Deciding {
  readonly decision: 'CONFIRM' | 'REJECT' | 'WITHDRAW';
  readonly row: ProposalRow;
}

interface DecideDialogProps {
  readonly deciding: Deciding;
  readonly onDone: () => void;
  /** Things have moved on: the list is asked for again while the dialog says why. */
  readonly onRefused: () => void;
  readonly onClose: () => void;
}

export function DecideDialog({ deciding, onDone, onRefused, onClose }: DecideDialogProps) {
  const { t } = useTranslation();
  const { decision, row } = deciding;
  const { proposalId, sha256, subject, kind } = row;
  const words = {
    CONFIRM: {
      title: t('approvals.confirmOf', { subject }),
      consequence: t(`approvals.consequences.${kind}`),
      yes: t('approvals.confirm'),
    },
    REJECT: {
      title: t('approvals.rejectOf', { subject }),
      consequence: t('approvals.rejectConsequence'),
      yes: t('approvals.reject'),
    },
    WITHDRAW: {
      title: t('approvals.withdrawOf', { subject }),
      consequence: t('approvals.withdrawConsequence'),
      yes: t('approvals.withdraw'),
    },
  }[decision];
  return (
    <ActDialog
      {...words}
      schema={decisionCheck(agreementChannels['proposals.decide'].input)}
      start={{ proposalId, decision, sha256, note: '' }}
      send={async (asked) => {
        const answer = await ask('proposals.decide', asked);
        if (!answer.ok) onRefused();
        return answer;
      }}
      onDone={onDone}
      onClose={onClose}
    >
      {decision !== 'WITHDRAW' && (
        <Field
          path="note"
          label={t(decision === 'REJECT' ? 'approvals.reason' : 'approvals.note')}
          optional={decision === 'CONFIRM'}
          lines={3}
          maxLength={300}
          autoFocus
        />
      )}
    </ActDialog>
  );
}

/** One proposal: by whom, what would change, and what the person who reads it may do about it. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProposalRow } from '../../../electron/contract/index.ts';
import { moment } from '../../format/index.ts';
import { addressOf } from '../../home/place.ts';
import { usePreferences } from '../../preferences.ts';
import { Changes } from '../agreements/Changes.tsx';
import classes from './approvals.module.css';
import type { Deciding } from './DecideDialog.tsx';
import { isOfSam, SamChanges } from './SamChanges.tsx';

interface ProposalCardProps {
  readonly row: ProposalRow;
  readonly onDecide: (decision: Deciding['decision']) => void;
}

export function ProposalCard({ row, onDecide }: ProposalCardProps) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const { proposalId, kind, subject, subjectId, proposedBy, proposedAt, sha256, mine, own, changes } = row;
  const place = placeOf[kind];
  const acts = mine ? (['CONFIRM', 'REJECT'] as const) : own ? (['WITHDRAW'] as const) : [];
  return (
    <section className={classes.card} data-mine={mine || undefined} aria-labelledby={proposalId}>
      <p className={classes.whose}>
        {t(mine ? 'approvals.mine' : own ? 'approvals.own' : 'approvals.others')}
      </p>
      <h2 id={proposalId}>
        {t(`approvals.kinds.${kind}`)}: <a href={addressOf(place, subjectId)}>{subject}</a>
      </h2>
      <p className={classes.by}>
        {t('approvals.proposedBy', { name: proposedBy, moment: moment(proposedAt, language) })}
        {' · '}
        {t('approvals.hash', { hash: sha256.slice(0, 12) })}
      </p>
      {isOfSam(kind) ? (
        <SamChanges kind={kind} changes={changes} />
      ) : (
        <Changes changes={changes} isFirst={kind === 'SIGNING'} of={subject} />
      )}
      <div className={classes.acts}>
        {acts.map((decision) => (
          <Button
            key={decision}
            className={(decision === 'CONFIRM' ? classes.confirm : classes.other) ?? ''}
            aria-label={t(`approvals.${words[decision]}Of`, { subject })}
            onClick={() => onDecide(decision)}
          >
            {t(`approvals.${words[decision]}`)}
          </Button>
        ))}
      </div>
    </section>
  );
}

const placeOf = {
  SIGNING: 'agreements',
  VERSION: 'agreements',
  NEW_HEAD: 'people',
  SAM_ACTIVATION: 'devices',
  SAM_DEACTIVATION: 'devices',
} as const;

const words = { CONFIRM: 'confirm', REJECT: 'reject', WITHDRAW: 'withdraw' } as const;

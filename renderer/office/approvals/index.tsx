/** What waits for a second person: what would change, who proposed it, and the decision (domain 1.2). */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenHome } from '../../../electron/contract/index.ts';
import { ask } from '../../bridge.ts';
import { go } from '../../home/place.ts';
import { useList } from '../../home/use-list.ts';
import { refreshHome } from '../../preferences.ts';
import { keys, Screen } from '../../shell/index.ts';
import classes from './approvals.module.css';
import { DecideDialog, type Deciding } from './DecideDialog.tsx';
import { ProposalCard } from './ProposalCard.tsx';

interface ApprovalsPageProps {
  readonly home: OpenHome;
  /** What follows the place in the address. */
  readonly detail: string | undefined;
}

export function ApprovalsPage(_: ApprovalsPageProps) {
  const { t } = useTranslation();
  const [deciding, setDeciding] = useState<Deciding>();
  const [decided, setDecided] = useState(false);
  const { rows, reload } = useList(
    () => ask('proposals.list', undefined),
    (answer) => answer.value,
  );

  async function done(): Promise<void> {
    setDeciding(undefined);
    setDecided(true);
    await Promise.all([reload(), refreshHome()]);
  }

  return (
    <Screen
      name="approvals"
      title={t('nav.approvals')}
      lead={t('approvals.lead')}
      actions={[{ key: keys.back, label: t('nav.start'), run: () => go('start'), kind: 'plain' }]}
    >
      <p role="status" className={classes.decided}>
        {decided ? t('approvals.decided') : ''}
      </p>
      {rows?.length === 0 && <p className={classes.empty}>{t('approvals.empty')}</p>}
      {rows?.map((row) => (
        <ProposalCard
          key={row.proposalId}
          row={row}
          onDecide={(decision) => {
            setDecided(false);
            setDeciding({ decision, row });
          }}
        />
      ))}
      {deciding !== undefined && (
        <DecideDialog
          deciding={deciding}
          onDone={() => void done()}
          onRefused={() => void reload()}
          onClose={() => setDeciding(undefined)}
        />
      )}
    </Screen>
  );
}

/** What pages may ask about agreements, and about what one person proposes and another confirms. */
import { z } from 'zod';
import { type AgreementDetail, type AgreementRow, agreementAct } from '../agreements.ts';
import type { ProposalRow } from '../approvals.ts';
import { officeId } from '../office.ts';
import { channel, nothing } from './channel.ts';

export const agreementChannels = {
  'agreements.list': channel({ see: 'DRAFT_AGREEMENT' }, nothing).answers<readonly AgreementRow[]>(),
  'agreements.detail': channel(
    { see: 'DRAFT_AGREEMENT' },
    z.object({ agreementId: officeId }),
  ).answers<AgreementDetail>(),
  'agreements.act': channel('SIGNED_IN', agreementAct),
  /** A profile file (JSON or YAML) picked in a dialog of main's: its content comes back for review, nothing is stored. */
  'agreements.pickProfile': channel({ do: 'DRAFT_AGREEMENT' }, nothing).answers<PickedProfile | null>(),
  'agreements.samples': channel({ do: 'DRAFT_AGREEMENT' }, nothing).answers<
    readonly {
      readonly name: string;
      readonly profile: Readonly<Record<string, unknown>>;
    }[]
  >(),
  'proposals.list': channel('SIGNED_IN', nothing).answers<readonly ProposalRow[]>(),
  'proposals.decide': channel(
    'SIGNED_IN',
    z.object({
      proposalId: officeId,
      decision: z.enum(['CONFIRM', 'REJECT', 'WITHDRAW']),
      /** Of the proposal as it was shown. */
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      note: z.string().trim().max(300),
    }),
  ),
};

/** A profile file as it was read. `problems` name the place in the file and what is wrong with it. */
export interface PickedProfile {
  readonly profile: Readonly<Record<string, unknown>>;
  readonly problems: readonly { readonly path: string; readonly id: string; readonly en: string }[];
}

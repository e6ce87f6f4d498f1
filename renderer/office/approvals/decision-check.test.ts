import { describe, expect, it } from 'vitest';
import { agreementChannels } from '../../../electron/contract/channels/agreements.ts';
import { problemsOf } from '../parts/draft.ts';
import { decisionCheck } from './decision-check.ts';

const check = decisionCheck(agreementChannels['proposals.decide'].input);
const draft = { proposalId: 'usulan-1', sha256: 'a'.repeat(64), note: '' };

describe('a decision', () => {
  it('needs no note to confirm or to withdraw', () => {
    for (const decision of ['CONFIRM', 'WITHDRAW'])
      expect(check.safeParse({ ...draft, decision }).success).toBe(true);
  });

  it('needs a reason to reject', () => {
    const refused = { ...draft, decision: 'REJECT', note: '  ' };
    const checked = check.safeParse(refused);
    expect(checked.success ? {} : problemsOf(refused, checked.error.issues)).toEqual({
      note: { kind: 'required' },
    });
    expect(check.safeParse({ ...refused, note: 'Nomor surat keliru' }).success).toBe(true);
  });
});

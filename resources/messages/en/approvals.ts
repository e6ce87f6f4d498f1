/** Words of the approvals inbox, in English. */
export const approvals = {
  lead: 'Proposals that take effect once somebody else confirms them. Read what changes, then confirm or reject.',
  empty: 'No proposal waits.',
  kinds: {
    SIGNING: 'Signing of an agreement',
    VERSION: 'Change of an agreement',
    NEW_HEAD: 'New responsible head',
    SAM_ACTIVATION: 'Activation of a SAM card',
    SAM_DEACTIVATION: 'Deactivation of a SAM card',
  },
  proposedBy: 'Proposed by {{name}}, {{moment}}',
  hash: 'Hash of the proposal {{hash}}',
  mine: 'Waits for your decision',
  own: 'Your proposal. Another person who may has to confirm it.',
  others: 'Waits for another person who may decide it.',
  changes: 'What will take effect',
  said: 'Says',
  confirm: 'Confirm',
  reject: 'Reject',
  withdraw: 'Withdraw',
  confirmOf: 'Confirm the proposal: {{subject}}',
  rejectOf: 'Reject the proposal: {{subject}}',
  withdrawOf: 'Withdraw the proposal: {{subject}}',
  consequences: {
    SIGNING: 'The terms become version 1 and are locked. After that they change by addendum only.',
    VERSION: 'The new version takes effect at once for everything that is done from then on.',
    NEW_HEAD: 'This person becomes the responsible head; the one before leaves the office on that date.',
    SAM_ACTIVATION:
      'This SAM card reads KTP-el in that reader at that counter from the moment it is confirmed.',
    SAM_DEACTIVATION:
      'This SAM card never reads again. Its configuration file goes back to Dukcapil and is erased here.',
  },
  rejectConsequence: 'The proposal ends and nothing changes. The proposer reads the reason.',
  withdrawConsequence: 'The proposal ends and nothing changes. A new one can be made at any time.',
  note: 'Note',
  reason: 'Reason for the rejection',
  decided: 'The decision is recorded.',
} as const;

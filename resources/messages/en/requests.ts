/** Words of the requests of residents, in English. */
import type { Messages } from '../shape.ts';

export const requests: Messages['requests'] = {
  lead: 'Withdrawals of consent and requests for access, done within 3 x 24 hours. Weekends count.',
  take: 'Record a request',
  takeLead:
    'No reason is asked for. The 3 x 24 hours begin when it is recorded; from then on withdrawn data cannot be opened.',
  kind: 'Request',
  kinds: { WITHDRAWAL: 'Withdrawal of consent', ACCESS: 'Access to data' },
  kindNotes: {
    WITHDRAWAL:
      'The card data that is kept is erased. Data balikan already sent to Dukcapil cannot be recalled; tell the resident.',
    ACCESS: 'The resident gets a copy of what is kept and of how it was processed.',
  },
  receipt: 'Receipt number',
  receiptHint: 'Stands on the receipt of the consent. Not the NIK.',
  receiptWrong: 'Enter the receipt number, not a NIK.',
  channel: 'How it came',
  channels: { COUNTER: 'Counter', LETTER: 'Letter' },
  identityChecked: 'The identity of the applicant was checked',
  identityNote: 'By KTP-el or papers. Nothing is given to another person without authority.',
  withdrawn: 'The withdrawal was recorded on {{waktu}}. The card data is erased by {{batas}} at the latest.',
  logged: 'The request for access was recorded. It is answered by {{batas}} at the latest.',
  left: 'Time left',
  leftOf: '{{age}} left',
  overdue: 'Overdue',
  due: 'Due {{moment}}',
  received: 'Received',
  status: 'Status',
  statuses: {
    OPEN: 'Open',
    COMPLETED: 'Done',
    REFUSED: 'Refused',
    COMPLETED_BY_CLOCK: 'Done by itself at the limit',
  },
  acts: 'Action',
  show: 'Open data',
  showOf: 'Open data of receipt {{receipt}} to answer the request',
  complete: 'Complete',
  completeOf: 'Complete the request of receipt {{receipt}}',
  refuse: 'Refuse',
  refuseOf: 'Refuse the request of receipt {{receipt}}',
  completeWithdrawal: 'The card data of receipt {{receipt}} is erased now and cannot be brought back.',
  completeAccess: 'It is recorded that the resident got the answer about receipt {{receipt}}.',
  refuseAccess:
    'Only where the answer would disclose another person’s data. The resident is told the reason.',
  note: 'How it was done',
  noteHint: 'For example: a printed copy was handed over at the counter. Without a NIK.',
  reason: 'Reason of the refusal',
  noteWrong: 'Write it without a NIK.',
  empty: 'No requests of residents yet.',
  receiptOf: 'Receipt of withdrawal {{receipt}}',
  receiptLead:
    'Printed where this computer usually prints, and put on record. Sign it with the resident and hand it over.',
};

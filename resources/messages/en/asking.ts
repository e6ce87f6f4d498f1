/** Words of an inquiry that the officer has a part in: the portal, the comparison, a second signature. In English. */
import type { Messages } from '../shape.ts';

export const asking: Messages['asking'] = {
  portal: {
    title: 'Open the official Dukcapil portal and enter this NIK',
    lead: 'Choose what the portal answered. Nothing the portal shows is typed here.',
    answers: 'Answer of the portal',
    found: 'Data found',
    unreachable: 'The portal cannot be reached',
    record: 'Record this answer',
    counted: 'This inquiry already counts against today’s quota.',
  },
  compare: {
    title: 'Data found. Compare it with the applicant’s papers.',
    portalLead: 'Compare the screen of the portal with the papers. Press the number of what differs.',
    fetchLead: 'Compare the data of Dukcapil with the papers. Press the number of what differs.',
    table: 'Data to compare',
    own: 'Applicant',
    dukcapil: 'Dukcapil',
    allEqual: 'All agree',
    differ: 'Record {{n}} as different',
    back: 'Back to the answers',
  },
  cosign: {
    login: 'Sign-in name of the second officer',
    managerLogin: 'Sign-in name of the access manager',
    password: 'Password',
    missing: 'Enter sign-in name and password.',
    reasonMissing: 'Enter the reason.',
    same: 'The second officer must be another person.',
    practice:
      'Practice: for example peraga-santoso (officer) or uji-widodo (access manager); the password is the login.',
    checking: 'Checking the password',
  },
  exception: {
    title: 'This NIK is held',
    lead: 'The access manager or the responsible head may let this one NIK through, for this visit only, with a reason.',
    reason: 'Reason of the service',
    reasonHint: 'For example twins or one family. No name and no NIK.',
    confirm: 'Let this NIK through',
    ask: 'Ask for approval',
  },
  typing: {
    title: 'Type the applicant’s NIK',
    only: 'Only the 16 digits of a NIK can be searched for.',
    document: 'Document shown',
    documents: { NOT_OBLIGATORY: 'KTP-el', IKD_SHOWN: 'IKD' },
    anyIssuer: 'KTP-el and IKD of any region are accepted. Go on with the service.',
  },
  compared: 'The officer found the data of Dukcapil equal to the applicant’s papers.',
  quota: '{{left}} of {{limit}} inquiries are left today.',
  assured: 'The NIK may stand on documents of this service.',
  notAssured: 'It is not assured that the NIK is unique. Documents of this service cannot be issued yet.',
};

/** Words of the set-up checklist, in English. */
import type { Messages } from '../shape.ts';

export const setup: Messages['setup'] = {
  lead: 'From an empty computer to a counter that serves. {{done}} of {{all}} steps are done.',
  complete: 'All steps are done. The counter is ready.',
  progress: 'Progress of the set-up',
  next: 'Next step',
  nextMine: 'Next step, for you',
  alsoMine: 'You can do this, too',
  rest: 'All steps',
  done: 'done',
  open: 'open',
  whose: 'Done by: {{role}}',
  other: {
    signIn: '{{name}} signs in with the login name {{login}}.',
    noAccount: '{{name}} has no account yet. IT staff give one under People.',
    nobody: 'Nobody has the role {{role}} yet. Complete the step before first.',
    giveAccount: 'Give {{name}} an account',
  },
  go: 'Open {{place}}',
  counterName: 'Name the counter',
  counterChange: 'Change the name',
  connectionAdd: 'Install the connection',
  connectionAgain: 'Replace the connection',
  connections: 'Connection of each agreement',
  connectionsLead:
    'Dukcapil hands out one connection file for each agreement. What is in it is kept encrypted and never shown.',
  installed: 'installed',
  missing: 'not installed',
  installedNow: 'The connection is installed. Fingerprint of the file {{hash}}.',
  counter: {
    title: 'This counter',
    consequence: 'The name is shown on screens and records; the sign goes into the registration numbers.',
    name: 'Name of the counter',
    nameHint: 'For example Loket 1',
    sign: 'Sign of the counter',
    signHint: '1 to 6 capitals or digits, for example L1. It must differ from counter to counter.',
    signWrong: 'The sign is 1 to 6 capitals or digits.',
    yes: 'Save',
  },
  steps: {
    KEYS: {
      title: 'Keys of the store are made',
      how: 'The recovery key lies in the safe of the institution.',
    },
    FIRST_OFFICER: {
      title: 'Account of the IT officer',
      how: 'IT staff can sign in and set the counter up.',
    },
    COUNTER: { title: 'Name of the counter', how: 'Give the counter of this computer a name and a sign.' },
    HEAD: {
      title: 'Responsible head',
      how: 'Add the head of the institution under People, record the letter of appointment, then give an account.',
    },
    ACCESS_MANAGER: {
      title: 'Access manager',
      how: 'Add one permanent official under People, then appoint by letter. IT staff give the account.',
    },
    AGREEMENT_DRAFT: {
      title: 'Enter the agreement',
      how: 'Make a draft under Agreements: from a file, from a sample, or by filling in the form.',
    },
    AGREEMENT_SIGNED: {
      title: 'Signing confirmed by a second person',
      how: 'The manager proposes with the scan under Agreements; the head confirms under Approvals.',
    },
    CONNECTION: {
      title: 'Connection to the Dukcapil services',
      how: 'Install the connection file of Dukcapil. It is checked before it replaces anything.',
    },
    OPERATORS: {
      title: 'An operator is ready',
      how: 'Under People: propose an operator, record the stamped NDA, the head approves, then activate.',
    },
    SPTJM: {
      title: 'SPTJM of the head',
      how: 'Under People: record the stamped SPTJM with its scan.',
    },
    AGREEMENT_ACTIVE: {
      title: 'The agreement is activated',
      how: 'Under Agreements: once the checklist is complete, the head activates.',
    },
    AGREEMENT_CHOSEN: {
      title: 'The counter serves under it',
      how: 'Under Agreements: choose the agreement of this counter.',
    },
    FIRST_VISIT: {
      title: 'First visit',
      how: 'An operator signs in, chooses a service and starts serving from Home.',
    },
  },
};

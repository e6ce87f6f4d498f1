/** Words of the door: first keys, sign-in, lock, notice, in English. */
import type { Messages } from '../shape.ts';

const liability =
  'Your access is recorded. A leak of population data is the full responsibility of the institution and may be punished by administrative and criminal law.';

export const gate: Messages['gate'] = {
  title: 'Sign in',
  working: 'One moment, being checked…',
  opening:
    'One moment, the data is being opened. After an update or a move this may take a few minutes; leave the computer on.',
  liability,
  steps: { keys: 'Keys of the store', officer: 'IT officer', counter: 'Set-up of the counter' },
  firstKeys: {
    eyebrow: 'First step on this computer',
    title: 'Keys for the store',
    lead: 'Ketuk keeps its records in an encrypted database. Its keys are made now and exist on this computer only.',
    storeTitle: 'Guarded by the system',
    store: 'The keys lie in the key store of the operating system. There is nothing to remember.',
    phraseTitle: 'Guarded by a passphrase',
    phrase:
      'This system has no key store. The passphrase is asked each time the program starts. Without the passphrase or the recovery key nobody can open the data.',
    recoveryTitle: 'Recovery key',
    recovery:
      'Next, the recovery key is shown once. Have paper and pen ready; it is written by hand and kept in the safe of the institution.',
    passphrase: 'Passphrase',
    passphraseHint: 'At least 10 characters; several words are stronger.',
    again: 'Passphrase, once more',
    submit: 'Make the keys',
  },
  recoveryKey: {
    eyebrow: 'Shown only once',
    title: 'Write this recovery key down',
    lead: 'Write it on paper by hand, read it back group by group, and keep it in the safe of the institution. Do not photograph it or type it anywhere else.',
    use: 'It opens the data when computer, key store or passphrase are lost. What looks like O is a zero, what looks like I or L is a one.',
    label: 'Recovery key, {{n}} groups',
    written: 'I have written it down',
    checkTitle: 'Is it on paper?',
    checkText: 'The recovery key cannot be shown again.',
    checkYes: 'Yes, it is written down',
    checkNo: 'Not yet, go back',
  },
  passphrase: {
    title: 'Open the store',
    lead: 'The passphrase opens the keys of the database on this computer.',
    submit: 'Open',
    lost: 'The passphrase is lost',
  },
  recover: {
    title: 'Open with the recovery key',
    lead: 'The keys of the store do not open on this computer. The recovery key from the safe of the institution opens them, and they are guarded anew for this computer.',
    key: 'Recovery key',
    keyHint: '14 groups of 4 letters or digits. Hyphens and spaces may be left out.',
    passphrase: 'New passphrase',
    submit: 'Open and guard anew',
  },
  firstOfficer: {
    eyebrow: 'Second step on this computer',
    title: 'Account of the IT officer',
    lead: 'IT staff set the counter up and give accounts to others. They see no population data.',
    name: 'Full name',
    nameHint: 'As on the letter of assignment.',
    position: 'Position',
    positionHint: 'As on the letter of assignment.',
    login: 'Login name',
    loginHint: 'Small letters, digits, full stops or hyphens; a letter first. For example coba.hartono',
    loginWrong:
      'A login name is 3 to 32 small letters, digits, full stops or hyphens, and starts with a letter.',
    password: 'Password',
    passwordHint: 'At least 10 characters.',
    again: 'Password, once more',
    submit: 'Make the account and sign in',
  },
  signIn: {
    lead: 'Use your own account. Accounts are not lent.',
    login: 'Login name',
    password: 'Password',
    submit: 'Sign in',
    lost: 'Password forgotten? IT staff can reset it. IT staff forgot theirs? The responsible head appoints another officer under People.',
  },
  practise: {
    title: 'Practise as whom?',
    lead: 'People and institution are invented. Each person has another role; there are no passwords.',
    begin: 'Begin real work',
    beginTitle: 'End practice on this computer?',
    beginText:
      'Ketuk starts again for real work and guides you through the set-up of the counter. Nothing of the practice comes along.',
    beginYes: 'Yes, begin real work',
    beginNo: 'No, go on practising',
  },
  locked: {
    title: 'The screen is locked',
    lead: 'In use by {{name}}. Only {{name}} can open it.',
    submit: 'Unlock',
    signOut: 'Sign out of this account',
  },
  newPassword: {
    title: 'New password',
    lead: '{{name}}, the temporary password is for the first sign-in only. Choose one that nobody else knows.',
    current: 'Temporary password',
    next: 'New password',
    again: 'New password, once more',
    submit: 'Save and go on',
  },
  notice: {
    eyebrow: 'Read at the first sign-in and every year',
    title: 'Liability and sanctions',
    liability,
    sanction:
      'Access to population data without right, or spreading it, is punishable under Law number 24 of 2013.',
    sharing:
      'Population data may not be given to anybody else (Zero Sharing Policy), not even after the agreement has ended. Fingerprints are compared in the reader alone and never stored.',
    lawTitle: 'Penal provisions of Law number 24 of 2013',
    article: 'Article',
    deed: 'Deed',
    penalty: 'At most',
    manipulation: 'Manipulating population data',
    access: 'Accessing population data without right',
    spreading: 'Spreading population data without right',
    years6: '6 years of prison and/or a fine of Rp75,000,000',
    years2: '2 years of prison and/or a fine of Rp25,000,000',
    official: 'Official wording',
    submit: 'Read and understood',
  },
  twice: {
    hint: 'To catch a slip of the fingers.',
    differs: 'The two do not agree.',
  },
};

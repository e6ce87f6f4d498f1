/** People and credentials, R-010 to R-019. */
import type { Chapter } from '../rule.ts';

export const people: Chapter = {
  title: 'People and credentials',
  rules: [
    {
      rule: 'R-010',
      title: 'Exactly one responsible head, with history, succeeded by the word of two',
      code: {
        'electron/people/appointments.ts': ['takeOffice', 'headObjection', 'confirmHead'],
        'electron/store/migrations/0002-people.ts': ['appointment_stays', 'appointment_one_at_a_time'],
        'electron/program/paper-fields.ts': ['headOf'],
      },
      messages: ['NO_ACCESS_RESPONSIBLE'],
      tests: {
        'electron/people/people.test.ts': [
          'is recorded by IT staff while there is none',
          'is succeeded only when somebody else confirms, and the history keeps both',
          'is succeeded, never merely ended',
        ],
        'electron/people/people.adversarial.test.ts': [
          'whatever an office tries, its people stay within the rules',
        ],
        'electron/people/papers.test.ts': [
          'signed papers, people and offices are not rewritten or deleted in the database',
        ],
        'electron/agreement/agreements.test.ts': ['says %s when that alone is missing'],
        'electron/program/paper-fields.test.ts': [
          'the title printed over the hand of %s (stands in: %s) is %s',
          'a paper of the head waits until there is one',
        ],
      },
    },
    {
      rule: 'R-011',
      title:
        'A stamped SPTJM of the present head for this agreement; ten working days of grace after a change',
      code: {
        'electron/people/papers.ts': ['RECORD_SPTJM', 'graceOf', 'sptjmFact'],
        'electron/agreement/clockwork.ts': ['dueStep'],
      },
      messages: ['SPTJM_MISSING', 'SPTJM_OTHER_AGREEMENT'],
      tests: {
        'electron/people/papers.test.ts': [
          'is that of the present head, for the agreement it names',
          'that names another agreement is refused, however the strokes of the number are spaced',
          'is signed by a head, in office, on a day that has come, and is there as a scan',
          'of a former head counts ten working days more, to the end of the tenth, until the new head signs',
        ],
        'electron/agreement/agreements.test.ts': [
          'comes by itself when the SPTJM no longer counts, and stays until there is a new one',
        ],
        'electron/contract/office-acts.test.ts': [
          '$act takes a paper only as stamped, with its scan (R-011, R-012)',
        ],
      },
    },
    {
      rule: 'R-012',
      title: 'Every operator has signed a stamped NDA first',
      code: {
        'electron/people/operators.ts': ['RECORD_NDA', 'moveIf'],
        'electron/people/facts.ts': ['unfitStatus'],
      },
      messages: ['NDA_MISSING'],
      tests: {
        'electron/people/operators.test.ts': [
          'has signed the NDA before anybody approves (R-012)',
          'comes to work by proposal, NDA, approval and training, each step audited',
        ],
        'electron/contract/office-states.test.ts': [
          'reach ACTIVE only by NDA and approval, and an end from everywhere',
        ],
        'electron/contract/office-acts.test.ts': [
          '$act takes a paper only as stamped, with its scan (R-011, R-012)',
        ],
        'electron/people/people.adversarial.test.ts': [
          'whatever an office tries, its people stay within the rules',
        ],
      },
    },
    {
      rule: 'R-013',
      title: 'Operators are permanent staff, proposed in writing and, where asked for, approved by Dukcapil',
      code: {
        'electron/people/operators.ts': ['unsuited', 'PROPOSE_OPERATOR', 'APPROVE_OPERATOR'],
      },
      messages: ['NOT_PERMANENT_STAFF', 'DUKCAPIL_APPROVAL_REQUIRED'],
      tests: {
        'electron/people/operators.test.ts': [
          'is permanent staff where the agreement says so: %s is not (R-013)',
          'needs the letter of Dukcapil where the agreement wants the names approved',
          'is approved by nobody who proposed them and nobody who is them',
        ],
        'electron/contract/office-acts.test.ts': ['$act is in writing, with number and date (R-013, R-014)'],
      },
    },
    {
      rule: 'R-014',
      title: 'One access manager, permanent and appointed in writing',
      code: {
        'electron/people/appointments.ts': ['objection', 'APPOINT'],
        'electron/store/migrations/0002-people.ts': ['appointment_one_at_a_time'],
      },
      messages: ['ACCESS_MANAGER_REQUIRED'],
      tests: {
        'electron/people/people.test.ts': [
          'of the access manager has one permanent official at a time (R-014)',
        ],
        'electron/agreement/agreements.test.ts': ['says %s when that alone is missing'],
        'electron/contract/office-acts.test.ts': ['$act is in writing, with number and date (R-013, R-014)'],
        'electron/people/people.adversarial.test.ts': [
          'whatever an office tries, its people stay within the rules',
        ],
      },
    },
    {
      rule: 'R-015',
      title: 'The User ID changes only by a recorded BAST; the old one is used until then',
      code: {
        'electron/agreement/connection.ts': ['installConnection'],
        'electron/people/papers.ts': ['RECORD_USER_ID_BAST', 'userIdMayChange'],
      },
      messages: ['USER_ID_BAST_REQUIRED'],
      tests: {
        'electron/agreement/agreements.test.ts': [
          'gets the connection of its agreement, and another User ID only with a BAST (R-015)',
        ],
        'electron/people/papers.test.ts': ['takes effect when its BAST is on record, once'],
        'electron/document/compose.test.ts': [
          'the record of User IDs opens with the day in words, is secret, and shows neither User ID nor password',
        ],
      },
    },
    {
      rule: 'R-016',
      title:
        'Personal accounts, one session, lock after ten minutes and end after sixty; secrets are never shown',
      code: {
        'electron/people/sessions.ts': ['sessions', 'lockIdle', 'endIdle'],
        'electron/people/accounts.ts': ['prove', 'countFailure'],
        'electron/agreement/connection.ts': ['installConnection'],
      },
      messages: ['SESSION_ELSEWHERE', 'SESSION_LOCKED', 'SIGN_IN_REFUSED', 'ACCOUNT_LOCKED'],
      tests: {
        'electron/people/sessions.test.ts': [
          'is one: nobody signs in a second time, nor beside somebody else (R-016)',
          'locks after ten minutes without a hand on it and ends after sixty',
          'is locked, or over, when the computer wakes up, and a clock set back does not keep it open',
          'locks the account at the fifth, also over a restart, for a quarter of an hour',
        ],
        'electron/agreement/agreements.test.ts': [
          'gets the connection of its agreement, and another User ID only with a BAST (R-015)',
        ],
        'electron/program/policy.test.ts': ['ends and gets no permit once %s'],
        'test/electron/halt.test.ts': ['shows nothing of the resident, and their visit has ended'],
        'test/electron/scenario-first-run.test.ts': [
          'left alone for ten minutes in the middle of a visit is locked, and the visit is over',
          'is opened again by its own password, and taken over by nobody',
          'is signed out after an hour without a hand',
        ],
      },
    },
    {
      rule: 'R-017',
      title: 'A new head is a task: tell Dukcapil, renew the SPTJM; the former head signs nothing more',
      code: {
        'electron/people/appointments.ts': ['untold', 'SETTLE_OFFICE_CHANGE'],
        'electron/people/papers.ts': ['RECORD_SPTJM'],
        'electron/program/paper-fields.ts': ['paperFieldsOf'],
        'electron/agenda/entries.ts': ['ofOffice'],
        'electron/program/paper-hindrance.ts': ['outsideOffice', 'signerObjection'],
      },
      messages: [
        'people.officeChange',
        'SIGNED_OUTSIDE_OFFICE',
        'PAPER_SIGNER_LEFT',
        'agenda.say.NOTIFY_OFFICE_CHANGE',
      ],
      tests: {
        'electron/program/paper-fields.test.ts': ['a paper of the head waits until there is one'],
        'electron/document/pdf.test.ts': [
          'every paper becomes a PDF on A4 whose typeface is inside, with no time and no picture in it',
        ],
        'electron/people/people.test.ts': ['is a task to tell Dukcapil of, when it is not the first (R-017)'],
        'electron/people/papers.test.ts': [
          'is signed by a head, in office, on a day that has come, and is there as a scan',
        ],
        'electron/program/paper-hindrance.test.ts': [
          'nobody signs for the institution on a day before taking office, and an operator is not asked about',
          'is refused when it was made for a head who has left, who is named',
        ],
        'electron/program/handlers/papers.test.ts': [
          'every other paper is signed by the head, and says what the office knows',
        ],
      },
    },
    {
      rule: 'R-018',
      title:
        'Who is revoked loses access the same moment, in the middle of a visit too, and comes back only as a new operator',
      code: {
        'electron/people/operators.ts': ['move', 'revokePerson', 'suspendDormant'],
        'electron/people/facts.ts': ['unfitNow'],
        'electron/desk/desk.ts': ['whyHalted'],
        'electron/host/visit-host.ts': ['reconsider'],
        'electron/program/duties-of.ts': ['userIdTasks'],
        'electron/agenda/entries.ts': ['userIds'],
      },
      messages: ['OPERATOR_REVOKED', 'agenda.say.USER_ID_REVOKED'],
      tests: {
        'electron/people/operators.test.ts': [
          'who was rejected or revoked comes back as a new operator only, with a new NDA (R-018)',
          'by %s is told once it is durable',
          'comes to all with the end of the agreement, whatever their state, and to no other agreement',
          'comes after ninety days without a sign-in, and not a moment before',
        ],
        'electron/people/sessions.test.ts': ['ends with the account, and with the last role'],
        'electron/program/policy.test.ts': [
          'ends at once when its operator is revoked or an emergency is called (R-018, R-122)',
        ],
        'test/electron/scenario-stopped.test.ts': [
          'has nothing of the resident on the screen from then on, and serves nobody',
        ],
        'electron/agenda/entries.test.ts': [
          'User IDs are a task once an operator was revoked or Dukcapil says so, until their BAST is on record',
        ],
        'electron/program/duties-of.test.ts': [
          'an operator who is revoked leaves a task, which the request for another User ID turns into the wait for its BAST',
        ],
      },
    },
    {
      rule: 'R-019',
      title: '“Gagal Login” stops all inquiries until a person reopens them; nothing is tried again',
      code: {
        'electron/desk/brakes.ts': ['stopsLookups', 'lookups'],
        'electron/desk/books.ts': ['bookStop'],
        'electron/gateway/notices.ts': ['noticesByCode'],
      },
      messages: ['AUTH_FAILED', 'LOOKUPS_STOPPED'],
      tests: {
        'electron/desk/desk.test.ts': [
          '%s (code %s) stops every inquiry until a person reopens, also after a restart',
        ],
        'test/gateway/client.test.ts': ['code %s is %s in every wording, with its code and without'],
        'test/electron/notices.test.ts': [
          '%s is shown to the letter and stops inquiries until they are opened again',
        ],
      },
    },
  ],
};

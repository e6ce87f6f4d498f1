/** Security, liability, incidents and Proof of Concept, R-120 to R-133. */
import type { Chapter } from '../rule.ts';

export const security: Chapter = {
  title: 'Security, liability, incidents, changes',
  rules: [
    {
      rule: 'R-120',
      title: 'The ISO/IEC 27001 certificate is due six months after signing',
      code: {
        'electron/agreement/dates.ts': ['isoDue', 'agreementDates'],
        'electron/agenda/entries.ts': ['iso'],
        'electron/agenda/agenda.ts': ['certificate'],
      },
      messages: ['agreements.dates.ISO_DUE'],
      tests: {
        'electron/agenda/agenda.test.ts': [
          'a certificate on record ends the reminder, and begins the one of its own end',
          'a mistyped end of a certificate is put right by the record that follows it, whatever the clock says by then',
        ],
        'electron/calendar/working-days.test.ts': ['signed %s: due %s'],
        'electron/agreement/five-agreements.test.ts': [
          'is entered, signed and activated, and has the dates of the table',
        ],
      },
    },
    {
      rule: 'R-121',
      title: 'The banner of liability stands where people sign in, and every access is booked on a person',
      code: {
        'renderer/gate/SignIn.tsx': ['SignIn'],
        'electron/people/sessions.ts': ['actingOf'],
        'electron/audit/audit-log.ts': ['append'],
        'electron/document/templates.ts': ['templateOf'],
      },
      messages: ['gate.liability'],
      tests: {
        'electron/people/sessions.test.ts': [
          'takes the one-time password, wants a new one and the notice read, and then lets in',
        ],
        'test/electron/served.test.ts': [
          'the audit log tells both visits step by step, and both answers to the question of consent',
        ],
        'test/electron/door.test.ts': [
          'gives the officer at the keyboard the first account, after the notice was read',
        ],
        'electron/document/domain-clauses.test.ts': ['%s says what the domain prescribes'],
      },
    },
    {
      rule: 'R-122',
      title:
        'The emergency stop ends reads, inquiries, sending and open visits at once, and outlasts a restart',
      code: {
        'electron/desk/brakes.ts': ['emergency', 'setEmergency'],
        'electron/desk/desk.ts': ['emergencyStop', 'liftEmergencyStop'],
        'electron/host/visit-host.ts': ['#end'],
        'electron/main.ts': ['route'],
        'electron/incident/incidents.ts': ['stopped', 'lifted'],
      },
      messages: ['EMERGENCY_STOP', 'incidents.stopped'],
      tests: {
        'electron/desk/desk.test.ts': [
          'the emergency stop holds reads, inquiries and open visits at once and after a restart (R-122)',
          'an emergency stop that the disk would not take holds in this run all the same',
          'an operator cannot call the emergency stop, and only the head lifts it, under a reference',
        ],
        'electron/outbox/sender.test.ts': [
          'ends what is under way when it is interrupted, and nothing that comes after (R-122)',
        ],
        'electron/program/policy.test.ts': [
          'ends at once when its operator is revoked or an emergency is called (R-018, R-122)',
        ],
        'test/electron/rules.test.ts': [
          'while an emergency stop holds nothing that is owed is sent, and after it everything is (R-122)',
        ],
        'test/electron/agreement.test.ts': ['is lifted by the head alone, with a reference'],
        'electron/program/handlers/counter.test.ts': [
          'stays shut while an incident stops everything (R-122)',
        ],
        'test/electron/scenario-stopped.test.ts': [
          'takes every value away within a minute and ends the visit',
          'holds over a restart',
          'is lifted by the head alone, and then people are served again',
        ],
        'electron/incident/incidents.test.ts': [
          'an emergency stop belongs to the incident of its number, which begins with it where there was none (R-122)',
          'a stop or a loss under the number of an incident that is closed begins the second of that number: the closed one stays as it is',
        ],
        'electron/program/handlers/office.test.ts': [
          'an emergency stop and its incident are one fact: both are on record, or neither',
        ],
        'test/electron/scenario-duties.test.ts': [
          'stops all access from its own page, under its own number, and says so',
        ],
      },
      decided:
        'a stop takes effect in this installation at once and survives restarts (design 12); counters that share a quota over a lease are a later step, for which the desk keeps the seam (`QuotaLease`)',
    },
    {
      rule: 'R-123',
      title: 'A breach is told within 3 × 24 hours',
      code: {
        'electron/incident/incidents.ts': ['incidents', 'undecided'],
        'electron/incident/affected.ts': ['affectedCount'],
        'electron/agenda/entries.ts': ['agendaEntries'],
      },
      messages: ['agenda.say.INCIDENT_UNDECIDED', 'agenda.say.BREACH_CLOCK', 'papers.kinds.BREACH_NOTICE'],
      tests: {
        'electron/incident/incidents.test.ts': [
          'a breach has 72 clock hours from when it was confirmed, weekend or not, until everybody was told',
          'an incident waits for its decision from its report on: a day, and less of the 72 hours that ran before it',
          'affected persons are counted once each by their keyed hash, in the days it was about',
          'has been served by the card alone, too, and whose answer nobody wrote down',
          'of %s gets its kind and its days from a report under its number, once',
          'nothing settles the clock, and nothing is known, on a day that has not come or before what it follows',
          'the database keeps the evidence, and closes no breach that nobody was told of',
        ],
        'electron/agenda/entries.test.ts': [
          'does not stop for a weekend',
          'calls manager and head at once, and cannot be put aside once its day is over',
        ],
        'electron/program/duties-of.test.ts': [
          'an incident that an operator reports calls manager and head until one of them has decided what it is (R-123)',
        ],
        'electron/program/paper-fields.test.ts': [
          '%s says what the books know of the incident, in the time of the agreement, and names nobody',
        ],
        'electron/program/paper-hindrance.test.ts': [
          'a notice is not older than what it tells of, in the days of the agreement',
        ],
        'test/electron/scenario-duties.test.ts': [
          'as a breach has 72 hours, which neither a weekend nor a restart stretches',
          'says who was told, is closed when all were, and the stop is lifted by the head',
        ],
        'electron/document/pdf.test.ts': [
          'every paper becomes a PDF on A4 whose typeface is inside, with no time and no picture in it',
        ],
      },
      decided:
        'affected persons are counted by keyed hash and not listed: nobody can be named from a hash, and those who left card data are found among the kept records; of a card that was read without inquiry and without service no hash is left, and the report counts it among the accesses without a service',
    },
    {
      rule: 'R-124',
      title: 'Secrets are sealed, written and used, and never shown again',
      code: {
        'electron/agreement/connection.ts': ['installConnection', 'secretsOf'],
        'electron/agreement/ending.ts': ['close'],
        'electron/store/keys/key-file.ts': ['openKeys'],
        'native/sensitive.ts': ['Sensitive'],
        'electron/document/pdf-heads.ts': ['formHead'],
      },
      messages: ['setup.connectionsLead'],
      tests: {
        'electron/agreement/agreements.test.ts': [
          'gets the connection of its agreement, and another User ID only with a BAST (R-015)',
          'is closed when every item is settled or counted, and then only read',
        ],
        'electron/agreement/files.test.ts': [
          'names the place that does not fit and repeats nothing of the file',
        ],
        'electron/store/keys/keys.test.ts': [
          'under a passphrase holds no secret in the clear and opens with that passphrase only',
        ],
        'electron/document/compose.test.ts': [
          'SPTJM and NDA bear marking, form number and a box for the stamp; letters bear none',
        ],
      },
    },
    {
      rule: 'R-125',
      title: 'The audit log is append-only, hash-chained and without a value of a resident',
      code: {
        'electron/audit/audit-log.ts': ['auditLog', 'walk'],
        'electron/audit/checkpoint.ts': ['signCheckpoint'],
        'electron/program/close-of-day.ts': ['closeOfDay'],
        'electron/audit/chain.ts': ['entryHash'],
        'electron/audit/event.ts': ['assertImpersonal'],
        'electron/store/migrations/0001-foundation.ts': ['audit_no_update', 'audit_no_delete'],
      },
      messages: ['audit.lead', 'AUDIT_CHAIN_BROKEN'],
      tests: {
        'electron/audit/audit.test.ts': [
          'chains every entry to the one before, as written in chain.ts',
          'refuses whatever looks like the number of a person, without repeating it',
          'is stopped by the database from changing, deleting, replacing and inserting between',
          'who takes the guards away is found by the chain at the very entry',
          'who rewrites what was looked over, or cuts it off, is found even with a chain that holds',
        ],
        'electron/program/close-of-day.test.ts': [
          'signs the log once a day, five minutes after the start, with others getting their turn in between',
          'signs no chain that is not whole, and says so',
        ],
        'test/audit-verify.test.ts': [
          'takes no log for whole that ends without its closing line, unless a paper counts as many',
        ],
        'electron/program/handlers/papers.test.ts': [
          'a BAST bears a checkpoint of the log that the verifier accepts against the exported log, and no other',
        ],
        'test/electron/served.test.ts': ['the audit log the program leaves behind is an unbroken chain'],
      },
    },
    {
      rule: 'R-126',
      title: 'The notice of sanctions is read at the first sign-in and every year, before anything else',
      code: {
        'electron/people/sitting.ts': ['noticeDue'],
        'electron/people/sessions.ts': ['acknowledge'],
        'renderer/gate/Notice.tsx': ['Notice'],
      },
      messages: ['gate.notice.sanction'],
      tests: {
        'electron/people/sessions.test.ts': [
          'takes the one-time password, wants a new one and the notice read, and then lets in',
          'has its notice again after a year, to the day',
        ],
        'test/electron/door.test.ts': [
          'gives the officer at the keyboard the first account, after the notice was read',
        ],
      },
    },
    {
      rule: 'R-127',
      title:
        'After the end only papers, counts and the trail stay, to be read; kept card data only to its day',
      code: {
        'electron/agreement/ending.ts': ['close'],
        'electron/agreement/agreements.ts': ['act'],
        'electron/store/migrations/0003-agreement.ts': ['agreement_closed'],
        'electron/consent/erasing.ts': ['eraseEnded'],
        'electron/report/reports.ts': ['mayStillBe'],
      },
      messages: ['ARCHIVE_READ_ONLY'],
      tests: {
        'electron/report/reports.test.ts': [
          'of an agreement that became an archive takes its receipt, and no correction any more (R-127)',
        ],
        'electron/agreement/agreements.test.ts': [
          'is closed when every item is settled or counted, and then only read',
        ],
        'electron/consent/erasing.test.ts': [
          'comes at midnight in the zone of the agreement, to the millisecond, and not before',
        ],
      },
      decided:
        'an old copy of the database that is put back is not told from the present one by the program: its keys open what it held then, and the checkpoints on paper tell that it is old',
    },
    {
      rule: 'R-130',
      title: 'The web service is used only after a Proof of Concept',
      code: {
        'electron/agreement/standing.ts': ['webServiceRefuses'],
        'electron/desk/standing.ts': ['serviceGranted'],
      },
      messages: ['POC_REQUIRED'],
      tests: {
        'electron/agreement/agreements.test.ts': [
          'a PoC letter lifts the quota and opens the web service, and nothing else',
        ],
        'electron/agreement/profile-checks.test.ts': [
          'a web service without its PoC letter may be drafted; it is only not used (R-130)',
        ],
      },
    },
    {
      rule: 'R-131',
      title: 'Another element or another major version needs another Proof of Concept',
      code: {
        'electron/agreement/versions.ts': ['needsNewPoc'],
        'electron/agreement/standing.ts': ['webServiceRefuses', 'majorOf'],
      },
      messages: ['REPOC_REQUIRED'],
      tests: {
        'electron/agreement/agreements.test.ts': [
          'an element more in the web service wants another PoC (R-131)',
          'another major version of this program wants another PoC',
        ],
      },
    },
    {
      rule: 'R-132',
      title:
        'Another bandwidth is another version of the profile, by the letter with its study and the answer to it',
      code: {
        'electron/agreement/versions.ts': ['mayBecome', 'wantsBandwidthLetter'],
        'electron/document/letter-words.ts': ['letterWords'],
      },
      messages: ['BANDWIDTH_LETTER_REQUIRED', 'papers.kinds.CHANGE_LETTER'],
      tests: {
        'electron/agreement/agreements.test.ts': [
          'another bandwidth wants the letter that agreed to it, each time and under whatever cause (R-132)',
        ],
      },
    },
    {
      rule: 'R-133',
      title: 'A change of contacts is told within fourteen working days, and stays on record',
      code: {
        'electron/agenda/entries.ts': ['contactChanges'],
        'electron/agenda/agenda.ts': ['statedBy'],
        'electron/store/migrations/0010-duties.ts': ['duty_record_no_update'],
      },
      messages: ['agenda.say.CONTACT_CHANGE_DUE'],
      tests: {
        'electron/calendar/working-days.test.ts': ['%s: %s and %i working days is %s'],
        'electron/agenda/entries.test.ts': [
          'a change of contacts is told within fourteen working days, until the letter is on record',
        ],
        'electron/agenda/agenda.test.ts': ['a change of contacts is noted, told, and told once'],
        'test/electron/scenario-duties.test.ts': [
          'does not come back by itself: the notice that was sent ends the duty',
        ],
      },
    },
  ],
};

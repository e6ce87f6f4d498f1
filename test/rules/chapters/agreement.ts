/** The agreement gate, R-001 to R-008. */
import type { Chapter } from '../rule.ts';

export const agreement: Chapter = {
  title: 'Agreement gate',
  rules: [
    {
      rule: 'R-001',
      title: 'No access without an agreement in force: asked at every tap and every inquiry',
      code: {
        'electron/agreement/standing.ts': ['unfitness'],
        'electron/desk/desk.ts': ['haltChecks'],
        'electron/program/policy.ts': ['whyHalted'],
      },
      messages: ['AGREEMENT_NOT_IN_FORCE'],
      tests: {
        'electron/agreement/agreements.test.ts': [
          'waits for the whole checklist and names what is missing',
          'comes neither before the signing nor after the end',
        ],
        'electron/contract/office-states.test.ts': ['are in force only behind an activation'],
        'electron/desk/desk.test.ts': [
          'is asked about what is about to happen, at that instant, and its answer stands',
        ],
        'electron/program/policy.test.ts': ['says %s and briefs no visit'],
        'test/electron/scenario-last-day.test.ts': ['nobody is served any more'],
      },
    },
    {
      rule: 'R-002',
      title:
        'Hard stop at midnight of the agreement’s zone, open visits included; a clock set back stops everything',
      code: {
        'electron/agreement/dates.ts': ['hardStop'],
        'electron/agreement/clockwork.ts': ['catchUp'],
        'electron/desk/brakes.ts': ['clock'],
        'electron/visit/visit.ts': ['halt'],
        'electron/host/visit-host.ts': ['reconsider'],
      },
      messages: ['AGREEMENT_ENDED', 'CLOCK_WENT_BACK', 'CLOCK_LEAPT'],
      tests: {
        'electron/agreement/agreements.test.ts': [
          'falls at midnight of the agreement, without anybody noticing it',
          'is not undone by a clock that is set back, nor by a new start',
        ],
        'electron/agreement/agreements.adversarial.test.ts': [
          'of the agreement counts, not that of the computer (%s)',
          'that leapt ahead and was put right ends nothing, whoever looked at a page in between',
        ],
        'electron/desk/desk.test.ts': [
          'five minutes back are forgiven, more are not, also after a restart',
          '%s back halts everything, open visits too, until the head accepts it',
          'far ahead, as after an empty battery, halts everything until the head accepts it, and a long holiday does not',
        ],
        'electron/program/policy.test.ts': [
          'lets what was already decided be recorded after the hard stop, and nothing else be done (R-002, scenario 10)',
        ],
        'electron/visit/halt.test.ts': [
          'nothing of the resident is shown, and what was decided is recorded with its data balikan',
          'the visit ends with it where %s',
        ],
        'test/electron/scenario-last-day.test.ts': [
          'at 00.00 nothing of the resident stands on the screen, which says that the agreement has ended',
          'the service decided before is recorded, and its data balikan is sent',
          'a start on the next morning finds it ended as well',
        ],
        'test/electron/scenario-clock.test.ts': [
          'by %s ends the visit that is open, and nobody is served until it is right again',
          'is no other after a restart, until the head says that it is right',
        ],
      },
    },
    {
      rule: 'R-003',
      title:
        'A profile changes only by addendum, PoC letter or extension, as a new version that two persons stand behind',
      code: {
        'electron/agreement/versions.ts': ['proposeVersion', 'mayBecome', 'confirmVersion'],
        'electron/agreement/drafting.ts': ['draft'],
        'electron/desk/books.ts': ['auditContextOf'],
        'electron/store/migrations/0003-agreement.ts': ['agreement_profile_no_update'],
        'electron/document/letter-words.ts': ['letterWords'],
      },
      messages: ['ADDENDUM_REQUIRED'],
      tests: {
        'electron/agreement/agreements.test.ts': [
          'an addendum makes version 2; version 1 stays what it was',
          'a PoC letter lifts the quota and opens the web service, and nothing else',
          'what was signed does not change, and an end is not moved without a request',
          'only the manager and the head draft, and a signed profile is no draft any more',
        ],
        'electron/agreement/agreements.adversarial.test.ts': [
          'changes no profile, no event, no end, and takes no profile that one person made alone',
        ],
        'electron/program/policy.test.ts': [
          'keeps the version it was briefed with, and the next one has the new (scenario 15)',
        ],
        'test/electron/scenario-applicants.test.ts': [
          'is what the next visit is held under, while those before keep theirs',
        ],
        'test/electron/agreement.test.ts': ['becomes the second version by the hand of the head'],
        'electron/document/domain-clauses.test.ts': ['%s says what the domain prescribes'],
      },
    },
    {
      rule: 'R-004',
      title: 'The approval letter, or a written reason for its absence, is on record',
      code: {
        'electron/agreement/drafting.ts': ['mayBeSigned'],
        'electron/agreement/checklists.ts': ['activationChecklist'],
      },
      messages: ['APPROVAL_LETTER_MISSING'],
      tests: {
        'electron/agreement/agreements.test.ts': [
          'needs the approval letter or the reason why there is none, and the scan',
        ],
        'electron/agreement/five-agreements.test.ts': [
          'agreement 002, which cites no approval letter, keeps the reason; universal papers are asked for all the same',
        ],
      },
    },
    {
      rule: 'R-005',
      title: 'Activation waits for the whole checklist',
      code: {
        'electron/agreement/checklists.ts': ['activationChecklist', 'activationObjection'],
        'renderer/office/agreements/Checklist.tsx': ['Checklist'],
      },
      messages: ['ACTIVATION_INCOMPLETE', 'agreements.activation.lead'],
      tests: {
        'electron/agreement/agreements.test.ts': [
          'waits for the whole checklist and names what is missing',
          'says %s when that alone is missing',
          'has no shortcut from the draft',
        ],
        'test/electron/scenario-first-run.test.ts': [
          'the head confirms what was shown, once, however often the button is pressed, and approves the operator',
          'SPTJM and User ID are on record, the head activates, the manager opens the counter',
        ],
      },
    },
    {
      rule: 'R-006',
      title: 'A change of the institution suspends from its day on, until a letter is recorded',
      code: {
        'electron/agreement/course.ts': ['suspend', 'resume'],
        'electron/agreement/standing.ts': ['whySuspended'],
      },
      messages: ['INSTITUTION_CHANGED'],
      tests: {
        'electron/agreement/agreements.test.ts': [
          'of an institution that changes begins on the day of the change (R-006)',
          'stops at once, remembers where it was, and is lifted by the head with a letter',
          'is put off by the head alone; who else may suspend brings it forward',
        ],
      },
    },
    {
      rule: 'R-007',
      title: 'Dukcapil may revoke: access stops with the letter',
      code: {
        'electron/agreement/course.ts': ['terminate', 'end'],
        'electron/agreement/standing.ts': ['whyEnded'],
      },
      messages: ['ACCESS_REVOKED', 'home.waiting.overdue', 'agenda.say.REPORT_OVERDUE'],
      tests: {
        'electron/agreement/agreements.test.ts': [
          'by revocation takes effect with the letter and says which',
          'leaves no way back: an expired agreement only closes',
        ],
        'electron/contract/office-states.test.ts': [
          'let nothing but closing follow an end, and nothing follow that',
        ],
        'electron/agenda/agenda.test.ts': ['one that is overdue cannot be put aside'],
        'electron/agenda/entries.test.ts': [
          "data balikan are nobody's business on their first working day, and overdue after three",
        ],
      },
    },
    {
      rule: 'R-008',
      title: 'An agreement between systems grants no counter, reader, quota, operator or data balikan',
      code: {
        'electron/desk/standing.ts': ['outOfScope'],
        'electron/agreement/profile-checks.ts': ['interopProblems'],
        'electron/agreement/course.ts': ['choose'],
        'electron/people/operators.ts': ['unsuited'],
      },
      messages: ['COUNTER_NOT_IN_SCOPE'],
      tests: {
        'electron/agreement/agreements.test.ts': ['disappears under an agreement between systems (R-008)'],
        'electron/agreement/profile-checks.test.ts': [
          'an agreement between systems grants nothing of a counter (R-008)',
        ],
        'electron/desk/desk.test.ts': ['an agreement on other data has no counter'],
        'electron/people/operators.test.ts': [
          'is not activated while the agreement is not in force, nor proposed for one without access or over',
        ],
      },
    },
  ],
};

/** The way through a visit, R-080 to R-085. */
import type { Chapter } from '../rule.ts';

export const counterFlow: Chapter = {
  title: 'Counter flow',
  rules: [
    {
      rule: 'R-080',
      title: 'The order is fixed: no service before a result, none recorded without its data balikan',
      code: {
        'electron/contract/visit-state.ts': ['nextVisitState'],
        'electron/visit/intents.ts': ['allowedIntents'],
        'electron/ledger/record-service.ts': ['serviceRecorder'],
      },
      messages: ['STEP_ORDER', 'BALIKAN_FIELD_INVALID'],
      tests: {
        'electron/contract/visit-state.test.ts': [
          'never serves anybody without a result, whatever the order of events',
        ],
        'electron/visit/visit.test.ts': [
          'refuses an intent that has no place in the present step',
          'names the field that data balikan still needs and stays where it is',
        ],
        'electron/ledger/ledger.test.ts': ['without the data balikan that is owed does not happen'],
        'electron/visit/asking.test.ts': [
          'marks what differs in codes, sends the applicant for papers, and counts the second look anew',
        ],
        'test/electron/scenario-applicants.test.ts': [
          'waits with nothing on the screen, is asked about once more the same day, and is served once',
        ],
      },
    },
    {
      rule: 'R-081',
      title: 'Answers are shown after the holder check, and after a failed one nothing is',
      code: {
        'electron/visit/view.ts': ['drawView'],
        'electron/visit/visit.ts': ['#holderConfirmed'],
      },
      messages: ['visit.holder.title', 'visit.second.failedLead'],
      tests: {
        'electron/visit/visit.test.ts': [
          'asks the gateway while the officer still compares the face, and shows the answer only afterwards',
          'hides every value when the face differs, and shows them only to a second officer',
        ],
        'electron/visit/visit.adversarial.test.ts': [
          'no intent is answered with an exception, and no view shows what its state must not',
        ],
        'test/electron/holder.test.ts': [
          'a face that differs leaves neither a value nor the photo on the screen',
        ],
        'test/electron/scenario-applicants.test.ts': [
          'is not served, and nothing of the owner is kept or owed',
        ],
      },
      decided:
        'the card’s own values stand beside its photo while the officer compares; what Dukcapil answered waits, and after a failed check nothing stands there',
    },
    {
      rule: 'R-082',
      title:
        'In doubt a second officer signs, who is somebody else, with a reason; storing only where the profile lets it',
      code: {
        'electron/program/policy.ts': ['cosign', '#signed'],
        'electron/visit/visit.ts': ['cosigned'],
        'electron/visit/consent-step.ts': ['#couldBeAsked'],
      },
      messages: ['OWN_PROPOSAL', 'visit.second.lead'],
      tests: {
        'electron/program/policy.test.ts': [
          'signs as second officer, and the log names them (R-082)',
          'is not %s',
        ],
        'electron/people/sessions.test.ts': ['proves who they are without taking the seat'],
        'electron/visit/visit.test.ts': [
          'hides every value when the face differs, and shows them only to a second officer',
        ],
        'electron/visit/asking.test.ts': [
          'is not the operator’s own',
          'confirms a holder with a reason main knows the code of',
        ],
        'test/electron/holder.test.ts': [
          'a second officer, who signs with an own account and a reason, brings the values back, and nothing may be kept',
        ],
      },
    },
    {
      rule: 'R-083',
      title:
        'A chip that cannot be read is never called fake; the visit goes on with a typed NIK and a reason',
      code: {
        'native/failure-catalogue.ts': ['cardFailures'],
        'electron/visit/visit.ts': ['#mayGive', '#typeNik'],
      },
      messages: ['CHIP_UNREADABLE', 'visit.nik.reasons.CHIP_DAMAGED'],
      tests: {
        'native/failure-catalogue.test.ts': [
          'calls no card false, for a chip that cannot be read is only damaged (R-083)',
        ],
        'electron/visit/visit.test.ts': [
          'takes a typed NIK with a reason, and refuses one that is not well formed without asking anybody',
        ],
        'test/electron/scenario-applicants.test.ts': [
          'leaves the way by the typed NIK, which is served and can keep nothing',
        ],
      },
    },
    {
      rule: 'R-084',
      title: 'What differs is shown element by element, in neutral words, and told on in codes only',
      code: {
        'electron/visit/comparison.ts': ['comparedElements', 'verdictsOf'],
        'renderer/visit/screens/Result.tsx': ['Mismatch'],
      },
      messages: ['visit.verdict.BERBEDA', 'visit.mismatch.lead'],
      tests: {
        'electron/visit/visit.adversarial.test.ts': [
          'what the gateway found never leaves the visit, and what the officer says of it is told in codes',
        ],
        'renderer/visit/element-lines.test.ts': [
          'names an element once, what differs first, with the applicant’s own value where there is one',
        ],
        'test/electron/notices.test.ts': [
          'is marked at the address of a resident who moved, and nowhere else',
        ],
        'electron/visit/asking.test.ts': [
          'marks what differs in codes, sends the applicant for papers, and counts the second look anew',
        ],
      },
    },
    {
      rule: 'R-085',
      title: 'A veil after 120 seconds or at a key, an end after ten idle minutes, one visit per workstation',
      code: {
        'renderer/person/use-veil.ts': ['useVeil'],
        'electron/visit/visit.ts': ['#stayAwake'],
        'electron/program/handlers/counter.ts': ['unlessServing'],
        'electron/host/visit-host.ts': ['start'],
      },
      messages: ['VISIT_STILL_OPEN', 'app.veiledWhy'],
      tests: {
        'electron/program/handlers/counter.test.ts': [
          'nobody leaves the counter, shows a record or restarts the reader, and is told why',
        ],
        'electron/visit/visit.test.ts': [
          'ends by itself after ten minutes in which nobody did anything, and leaves nothing on the page (R-022, R-085)',
        ],
        'test/electron/rules.test.ts': [
          'one key takes every value off the screen, and the next key does nothing but bring them back (R-022, R-085)',
        ],
      },
    },
  ],
};

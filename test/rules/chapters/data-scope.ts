/** What of the data may be seen, kept and passed on, R-020 to R-032. */
import type { Chapter } from '../rule.ts';

export const dataScope: Chapter = {
  title: 'Data scope',
  rules: [
    {
      rule: 'R-020',
      title: 'Only granted elements, in the order of the profile; anything else is dropped where it arrives',
      code: {
        'electron/gateway/answer.ts': ['ungrantedKeys', 'find'],
        'native/ktpel/biodata.ts': ['parseBiodata', 'grantedCardElements'],
        'electron/visit/method.ts': ['grantedElements'],
        'electron/visit/view.ts': ['shownElements'],
      },
      messages: ['GATEWAY_UNGRANTED_ELEMENT'],
      tests: {
        'test/gateway/client.test.ts': [
          'exactly the granted elements come, in the order of the grant and as gateway values',
          'elements outside the grant are dropped unread and raise the alarm by key, not by value',
          'the misspelt threshold goes out as text, and nothing outside the grant goes out at all',
        ],
        'electron/gateway/answer.adversarial.test.ts': [
          'no value outside the grant reaches anybody, whatever it is called',
        ],
        'native/ktpel/biodata.test.ts': ['gives what is granted and not one field more'],
        'test/native/read.test.ts': ['gives not one value that is not granted'],
      },
    },
    {
      rule: 'R-021',
      title: 'The NIK of sixteen digits is the only key',
      code: {
        'electron/contract/nik.ts': ['checkNik'],
        'electron/gateway/request.ts': ['matchRequest', 'fetchRequest'],
        'renderer/visit/screens/TypeNik.tsx': ['type'],
      },
      messages: ['asking.typing.only'],
      tests: {
        'electron/contract/nik.test.ts': ['%s is refused for %s'],
        'electron/gateway/client.test.ts': [
          'without a NIK of sixteen digits nothing is sent and no hit is counted',
        ],
        'electron/gateway/request.test.ts': [
          'the fetch request holds the NIK and the credentials and nothing else',
        ],
        'test/electron/rules.test.ts': [
          'a NIK is typed: pasting or dropping one is refused in words, and so is a name (R-021, R-043)',
        ],
      },
    },
    {
      rule: 'R-022',
      title: 'What Dukcapil answered is never stored, and nothing of a resident outlives the visit',
      code: {
        'electron/visit/holding.ts': ['Holding', 'dropFound'],
        'electron/visit/visit.ts': ['#forgetResident', '#stayAwake'],
        'renderer/person/use-veil.ts': ['useVeil'],
        'renderer/privacy.ts': ['guardValues', 'privateField'],
        'renderer/visit/VisitPage.tsx': ['Watermark'],
        'electron/window/shell.ts': ['Shell', 'open'],
        '.dependency-cruiser.cjs': ['who-sees-a-resident-has-no-store'],
      },
      messages: ['asking.portal.lead', 'agreements.grants.storingWords', 'visit.done.lead', 'SESSION_LOCKED'],
      tests: {
        'electron/visit/visit.adversarial.test.ts': [
          'what the gateway found never leaves the visit, and what the officer says of it is told in codes',
          'nothing is stored, asked or shown of a resident once the visit is over',
        ],
        'electron/visit/visit.test.ts': [
          'never tells main a value of the resident',
          'ends by itself after ten minutes in which nobody did anything, and leaves nothing on the page (R-022, R-085)',
        ],
        'electron/program/policy.test.ts': ['ends and gets no permit once %s'],
        'test/electron/forgetting.test.ts': [
          'forgets the resident after each kind of ending, in every process and every file',
        ],
        'test/electron/crash.test.ts': [
          'is named on the screen, leaves nothing half-recorded, and the next tap works',
        ],
        'electron/visit/asking.test.ts': [
          'is compared by the officer, and what it found is gone with the comparison',
          'gives nothing to what is kept or sent (R-022, R-024)',
        ],
        'test/electron/halt.test.ts': ['shows nothing of the resident, and their visit has ended'],
        'test/electron/rules.test.ts': [
          'one key takes every value off the screen, and the next key does nothing but bring them back (R-022, R-085)',
          'what stands on the screen is not copied, dragged or opened from a menu, and bears who looks at it (R-022)',
          'a page of a person is kept out of pictures of the screen, and home is not (R-022)',
        ],
        'test/electron/scenario-first-run.test.ts': [
          'left alone for ten minutes in the middle of a visit is locked, and the visit is over',
        ],
      },
      decided:
        'the values leave the screen after 120 seconds, and memory with the visit, which ends after ten idle minutes',
    },
    {
      rule: 'R-023',
      title: 'Card data is kept only after holder check, positive answer and recorded consent',
      code: {
        'electron/visit/consent-step.ts': ['mayBeAsked'],
        'electron/consent/kept-records.ts': ['keep', 'objectionTo'],
        'electron/store/migrations/0004-requests.ts': ['kept_needs_consent'],
      },
      messages: ['STORE_NOT_ALLOWED_YET', 'agreements.grants.storingWords'],
      tests: {
        'electron/contract/visit-state.test.ts': ['asks for consent only after a match (R-023)'],
        'electron/ledger/ledger.test.ts': [
          'nothing is kept > %s',
          'even by someone who writes to the database directly',
        ],
        'electron/visit/visit.adversarial.test.ts': [
          'a served visit is recorded once, under one item, and keeps only what was consented to after a match',
        ],
        'electron/visit/visit.test.ts': [
          'takes a typed NIK with a reason, and refuses one that is not well formed without asking anybody',
        ],
        'electron/program/policy.test.ts': ['gets no permit once it is closed, or when it never was'],
      },
    },
    {
      rule: 'R-024',
      title: 'Where a value came from is its type, and no function turns a gateway value into another',
      code: {
        'native/sensitive.ts': ['Sensitive', 'fromCard', 'fromGateway'],
        'electron/visit/holding.ts': ['found', 'takeFound'],
      },
      messages: ['asking.portal.lead'],
      tests: {
        'electron/visit/visit.adversarial.test.ts': [
          'what the gateway found never leaves the visit, and what the officer says of it is told in codes',
        ],
        'electron/visit/asking.test.ts': ['gives nothing to what is kept or sent (R-022, R-024)'],
      },
    },
    {
      rule: 'R-025',
      title: 'Zero sharing: there is no export, and the lists of home hold no value of a resident',
      code: {
        'electron/window/shell.ts': ['Shell'],
        'electron/contract/channels/index.ts': ['channels'],
      },
      messages: ['gate.notice.sharing'],
      tests: {
        'test/electron/served.test.ts': ['no list of home holds a value of a resident'],
        'test/electron/shell.test.ts': [
          'runs no script and reaches no address that its policy does not name',
        ],
        'electron/visit/visit.adversarial.test.ts': [
          'main is told facts that fit the schema and hold no value',
        ],
        'electron/report/reports.test.ts': [
          'no person can appear in a report, whatever names the books hold',
        ],
        'electron/program/handlers/evaluation.test.ts': [
          'has no field for the words of anybody: every text in it is a day, a number of a paper or the name of a thing',
        ],
      },
    },
    {
      rule: 'R-026',
      title: 'Every inquiry serves a service of the agreement, a registered case and one person',
      code: {
        'electron/desk/standing.ts': ['withoutCase'],
        'electron/program/policy.ts': ['permit'],
        'electron/program/one-person.ts': ['refusalOfAnother'],
      },
      messages: ['VISIT_REQUIRED', 'ANOTHER_NIK'],
      tests: {
        'electron/desk/desk.test.ts': ['an inquiry names a service of the agreement and a registered case'],
        'electron/program/policy.test.ts': [
          'gets no permit once it is closed, or when it never was',
          'is about one NIK, which may be entered once more when Dukcapil does not know it (R-026, R-046)',
        ],
      },
    },
    {
      rule: 'R-027',
      title: 'Fingerprints are not read in a visit',
      code: {
        'native/ktpel/plan.ts': ['ordinaryPlan'],
      },
      messages: ['gate.notice.sharing'],
      tests: {
        'native/ktpel/planner.test.ts': [
          'leaves out the photo when the agreement does not show it, and reads no fingerprint ever',
        ],
      },
      decided:
        'fingers are matched by no software of ours; the officer compares the face, or a second officer confirms',
    },
    {
      rule: 'R-028',
      title:
        'Ungranted fields of the chip are dropped in the driver; the photo serves the holder check alone',
      code: {
        'native/ktpel/biodata.ts': ['parseBiodata'],
        'native/ktpel/plan.ts': ['ordinaryPlan'],
        'electron/visit/holding.ts': ['dropPhoto'],
      },
      messages: ['visit.reading.photoNone'],
      tests: {
        'native/ktpel/biodata.test.ts': [
          'gives what is granted and not one field more',
          'says nothing about a field that nobody may see',
        ],
        'native/ktpel/planner.test.ts': [
          'leaves out the photo when the agreement does not show it, and reads no fingerprint ever',
        ],
        'electron/visit/visit.adversarial.test.ts': [
          'no intent is answered with an exception, and no view shows what its state must not',
        ],
        'test/electron/holder.test.ts': [
          'a face that differs leaves neither a value nor the photo on the screen',
        ],
      },
    },
    {
      rule: 'R-029',
      title: 'The NIK stands on a service document only after one positive answer',
      code: {
        'renderer/visit/screens/Service.tsx': ['Service'],
      },
      messages: ['asking.assured', 'asking.notAssured'],
      tests: {
        'test/electron/rules.test.ts': [
          'the form of the service says whether its documents may bear the NIK (R-029)',
        ],
      },
    },
    {
      rule: 'R-030',
      title: 'Cards of any region, and the IKD where the agreement names it; an IKD is no card',
      code: {
        'electron/visit/visit.ts': ['#mayGive', '#typeNik'],
        'electron/contract/nik.ts': ['checkNik'],
      },
      messages: ['asking.typing.anyIssuer'],
      tests: {
        'electron/contract/nik.test.ts': ['an unknown region is a warning, because tables age'],
        'electron/visit/asking.test.ts': [
          'takes an IKD as a document where it names it, and nowhere else (R-030)',
        ],
        'test/electron/scenario-portal.test.ts': [
          'is accepted, asked about in the portal and served, and nothing of it is kept',
        ],
      },
    },
    {
      rule: 'R-031',
      title: 'Official values are shown and never edited; who differs is sent to Dukcapil',
      code: {
        'electron/contract/visit-view.ts': ['intent'],
        'renderer/person/Values.tsx': ['Values'],
      },
      messages: ['visit.mismatch.lead'],
      tests: {
        'test/electron/rules.test.ts': [
          'an official value stands in no field in which it could be changed (R-031)',
        ],
      },
    },
    {
      rule: 'R-032',
      title:
        'The NIK is masked in lists and logs; its full number is on the open visit and the signed consent',
      code: {
        'electron/sealing/nik.ts': ['maskNik'],
        'electron/audit/event.ts': ['assertImpersonal', 'impersonalText'],
      },
      messages: ['kept.lead'],
      tests: {
        'electron/sealing/sealing.test.ts': [
          'keeps region and serial and loses the birth date',
          'is hidden wholly when it is not a NIK',
        ],
        'electron/audit/audit.test.ts': [
          'refuses whatever looks like the number of a person, without repeating it',
        ],
        'electron/contract/visit-wire.test.ts': ['is not a NIK dressed up as %s'],
        'test/electron/served.test.ts': [
          'only the data of the one who agreed is kept, listed under a masked number',
        ],
        'electron/document/scans.test.ts': [
          'is shown by a name without path, control characters and numbers of persons',
        ],
        'electron/contract/office-acts.test.ts': ['records nobody under a NIK (R-032)'],
      },
    },
  ],
};

/** Consent, and the rights of residents, R-090 to R-097. */
import type { Chapter } from '../rule.ts';

export const consent: Chapter = {
  title: 'Consent and the rights of residents',
  rules: [
    {
      rule: 'R-090',
      title: 'Consent is asked for apart, in plain words, with two equal answers, and needs evidence',
      code: {
        'renderer/visit/screens/Consent.tsx': ['Consent'],
        'electron/consent/kept-records.ts': ['objectionTo'],
        'electron/store/migrations/0004-requests.ts': ['consent_names_its_evidence'],
      },
      messages: ['CONSENT_EVIDENCE_REQUIRED', 'visit.evidence.yesLead'],
      tests: {
        'electron/ledger/ledger.test.ts': ['nothing is kept > %s'],
        'electron/visit/consent.test.ts': [
          'is hashed over the very words that stood on the page, in %s',
          'names where the evidence is found; of a refusal stays nothing that was read',
        ],
        'renderer/visit/screen-of.test.ts': ['takes both answers to a consent through one more step'],
        'test/electron/rules.test.ts': [
          'the question of consent has two equal answers, and none is given beforehand (R-090)',
        ],
      },
    },
    {
      rule: 'R-091',
      title:
        'Seven items are told, rendered from the profile, with a version; with one of them empty nobody is asked',
      code: {
        'electron/contract/consent-notice.ts': ['consentNotice', 'missingNoticeItems', 'noticeVersion'],
        'electron/agreement/storage-checks.ts': ['noticeProblems'],
        'electron/visit/consent-step.ts': ['obstacle'],
      },
      messages: ['CONSENT_NOTICE_INCOMPLETE'],
      tests: {
        'electron/contract/consent-notice.test.ts': [
          'tells all seven items and that no is an answer, in %s',
          'is another text as soon as one fact or the language is another',
          'without %s is told so by the name of the item',
        ],
        'electron/visit/consent.test.ts': ['lets nobody be asked, says why, and the service goes on without'],
        'test/electron/consent.test.ts': [
          'the seven items stand on the screen, and the receipt that prints is the one that is asked about',
        ],
      },
    },
    {
      rule: 'R-092',
      title:
        'The consent can be shown as long as data is kept; the resident gets a receipt; without proof the data goes',
      code: {
        'electron/contract/consent-receipt.ts': ['consentReceipt'],
        'electron/contract/consent-receipt-pages.ts': ['consentReceiptPages'],
        'electron/consent/erasing.ts': ['eraseUnproven'],
        'electron/store/migrations/0004-requests.ts': ['consent_decision_stays'],
      },
      messages: ['CONSENT_PROOF_MISSING', 'visit.evidence.printed'],
      tests: {
        'electron/consent/erasing.test.ts': [
          '%s is shown to nobody, erased when opened, and the reason is said',
          'is found by the clock, among sound ones and more than one look takes in',
        ],
        'electron/contract/consent-notice.test.ts': [
          'is two copies, one to sign, and says by whom, when, what and until when',
        ],
        'electron/visit/consent.test.ts': ['is the receipt that was shown, in the language that was shown'],
        'test/electron/consent.test.ts': [
          'where no pages are laid out in time the receipt prints as text, and what hangs ends with its visit',
        ],
      },
    },
    {
      rule: 'R-093',
      title:
        'A withdrawal closes the record at once and erases it within 72 hours, by the clock if nobody does',
      code: {
        'electron/consent/requests.ts': ['settleDue', 'take'],
        'electron/program/consents-in-time.ts': ['keepConsentsInTime'],
        'electron/program/withdrawal-receipt.ts': ['receiptOrder'],
        'electron/store/migrations/0004-requests.ts': ['request_complete_means_gone'],
      },
      messages: ['CONSENT_WITHDRAWN', 'requests.withdrawn'],
      tests: {
        'electron/consent/requests.test.ts': [
          'on Friday at 15.10 closes the record at once and erases it by itself on Monday at 15.10',
          'is carried out at the next start when the program was off for a week',
          'is nothing anybody may refuse',
        ],
        'test/electron/consent.test.ts': [
          'a withdrawal closes the record to the one who serves, and says when it will be gone',
        ],
        'electron/program/consents-in-time.test.ts': [
          'at a start after a month everything is erased that ended or was withdrawn meanwhile, and only that',
        ],
        'electron/program/handlers/papers.test.ts': [
          'is seen and printed by the operator who took it, with nothing typed, and is on record before',
        ],
        'test/electron/scenario-clock.test.ts': [
          'closes the record at once',
          'is carried out by Monday at the same time, without anybody',
        ],
      },
    },
    {
      rule: 'R-094',
      title: 'Refusal costs nothing: the same number of steps, the service goes on, nothing is kept',
      code: {
        'electron/visit/consent-step.ts': ['refuse'],
        'renderer/visit/screens/Refused.tsx': ['Refused'],
      },
      messages: ['visit.say.CONSENT_REFUSED'],
      tests: {
        'electron/visit/visit.test.ts': [
          'serves a resident who says no in the same number of steps and keeps nothing of the card',
        ],
        'test/electron/served.test.ts': ['a resident who refuses is served in the same number of keys'],
      },
    },
    {
      rule: 'R-095',
      title: 'Nothing is storable without a retention, and its end erases',
      code: {
        'electron/agreement/storage-checks.ts': ['storageProblems'],
        'electron/consent/erasing.ts': ['eraseEnded'],
        'electron/consent/books.ts': ['erase'],
        'electron/consent/kept-records.ts': ['objectionTo'],
      },
      messages: ['PROFILE_INVALID', 'RETENTION_REQUIRED'],
      tests: {
        'electron/agreement/profile-checks.test.ts': ['storing needs a retention (R-095)'],
        'electron/consent/erasing.test.ts': [
          'comes at midnight in the zone of the agreement, to the millisecond, and not before',
          'closes a record that the clock has not come to yet',
        ],
        'electron/ledger/ledger.adversarial.test.ts': [
          'is in no page, no log and no index file five seconds later, deciphered or not',
        ],
        'electron/program/consents-in-time.test.ts': [
          'at a start after a month everything is erased that ended or was withdrawn meanwhile, and only that',
        ],
        'electron/ledger/ledger.test.ts': ['nothing is kept > %s'],
      },
    },
    {
      rule: 'R-096',
      title: 'An access request is answered with the data and its trail; every opening names the request',
      code: {
        'electron/consent/requests.ts': ['decide'],
        'electron/consent/kept-records.ts': ['mayOpen', 'trailOf'],
        'renderer/record/Trail.tsx': ['Trail'],
      },
      messages: ['requests.logged'],
      tests: {
        'electron/consent/requests.test.ts': [
          'opens the record with its processing trail, and every opening names the request',
          'is the only way to a record whose consent was withdrawn, until it is erased',
          'waits for a person: the clock answers none',
        ],
      },
    },
    {
      rule: 'R-097',
      title: 'For a child a companion consents, named with their relation; a companion may stand by anybody',
      code: {
        'electron/visit/consent.ts': ['isChild'],
        'electron/visit/consent-step.ts': ['grant'],
        'renderer/visit/screens/Companion.tsx': ['companionOf', 'Companion'],
      },
      messages: ['COMPANION_REQUIRED'],
      tests: {
        'electron/visit/consent.test.ts': [
          '%s: companion %s',
          'does not consent alone, and nothing is lost by trying',
        ],
        'electron/record/record.test.ts': ['shows what was sealed, with the companion if there was one'],
      },
    },
  ],
};

/** Data balikan, R-100 to R-107. */
import type { Chapter } from '../rule.ts';

export const balikan: Chapter = {
  title: 'Data balikan',
  rules: [
    {
      rule: 'R-100',
      title:
        'Every service owes an item of data balikan, durable before its visit may close; an access without a service is reported',
      code: {
        'electron/ledger/record-service.ts': ['serviceRecorder'],
        'electron/visit/closing.ts': ['Closing'],
        'electron/report/visit-counts.ts': ['accessesWithoutService'],
      },
      messages: ['STEP_ORDER', 'home.balikan', 'outbox.withoutService'],
      tests: {
        'electron/report/reports.test.ts': [
          'is every visit that saw data and recorded nothing, once, however it ended, and none that saw nothing',
          'counts as access without service also what a power cut or a dying process broke off, once each',
        ],
        'electron/visit/visit.test.ts': [
          'goes on unverified when the gateway is silent, and still owes data balikan',
        ],
        'test/electron/served.test.ts': [
          'Dukcapil has accepted the data balikan of both, once each, and it is acknowledged',
        ],
      },
    },
    {
      rule: 'R-101',
      title:
        'Its fields are those of the profile, valid by the profile, and hold no NIK but the one of the service',
      code: { 'electron/contract/balikan-fields.ts': ['balikanParam', 'serviceFields'] },
      messages: ['BALIKAN_FIELD_INVALID'],
      tests: {
        'electron/visit/visit.test.ts': [
          'names the field that data balikan still needs and stays where it is',
        ],
        'electron/contract/balikan-fields.test.ts': [
          'refuses a number like a NIK in any grouping, in free text too',
        ],
      },
    },
    {
      rule: 'R-102',
      title:
        'By web service where the agreement has one; otherwise with a list that is signed, and with nothing else',
      code: {
        'electron/outbox/lists.ts': ['outboxLists'],
        'electron/outbox/made-lists.ts': ['holdsGood'],
        'electron/program/balikan-channels.ts': ['balikanChannels'],
        'electron/sender/list.ts': ['makeList'],
        'electron/store/migrations/0017-handover-lists.ts': ['outbox_handed_over_as_listed'],
      },
      messages: ['outbox.handOver.consequence', 'BALIKAN_REQUEST_MISSING', 'BALIKAN_LIST_OUTDATED'],
      tests: {
        'electron/outbox/lists.test.ts': [
          'has what waits only where there is no web service to send it to',
          'changes nothing about what is on it, until it is signed; then the NIKs are gone',
        ],
        'electron/outbox/sender.test.ts': [
          'leaves items without a channel alone and serves the other agreements',
        ],
        'test/electron/handover.test.ts': [
          'what is owed waits to be handed over, and nothing is sent though a web service is configured',
          'nothing is given out without the letter that asks for it',
        ],
      },
    },
    {
      rule: 'R-103',
      title:
        'The queue is durable, backs off 1, 5, 15, 60 minutes and 4 hours, and loses nothing whatever happens',
      code: {
        'electron/outbox/back-off.ts': ['waitAfter', 'mostTogether'],
        'electron/outbox/outbox.ts': ['outbox'],
        'electron/outbox/sender.ts': ['outboxSender'],
        'electron/sender/verdict.ts': ['verdictOf'],
        'electron/agenda/entries.ts': ['backlog'],
      },
      messages: [
        'agenda.say.BALIKAN_BACKLOG',
        'agenda.say.BALIKAN_NEEDS_PERSON',
        'BALIKAN_UNREACHABLE',
        'BALIKAN_SERVER_ERROR',
        'BALIKAN_ANSWER_UNKNOWN',
        'BALIKAN_TOKEN_REFUSED',
      ],
      tests: {
        'electron/outbox/outbox.test.ts': [
          'backs off 1, 5, 15, 60 minutes, then every 4 hours, and after 20 attempts waits for a person',
          'is due again when the clock was set back, and not before its turn when it was set back a little',
          'back-off and counts are where they were',
        ],
        'electron/program/duties-of.test.ts': [
          'data balikan of a line that stays dead are late on the agenda, given up or not, until one word sends them again (R-103)',
        ],
        'electron/outbox/sender.test.ts': [
          'grow smaller around a poisoned item, until it fails alone and all others are through',
          'stops at a refused token, costs no attempt, stays stopped over a restart, and goes on when reopened',
        ],
        'test/electron/balikan.test.ts': [
          'stays on hold over a restart, and goes on by itself with the connection file that holds the new token',
          'has another certificate: not one byte is sent to it until its pin is put in',
        ],
        'test/proof/outbox.test.ts': ['a dozen kills lose nothing, double nothing and leave nothing waiting'],
      },
    },
    {
      rule: 'R-104',
      title: 'What Dukcapil says it has already is done; of a batch that is found out one by one',
      code: {
        'electron/sender/verdict.ts': ['verdictOf'],
        'electron/sender/core.ts': ['send', 'singly'],
      },
      messages: ['outbox.duplicate'],
      tests: {
        'electron/sender/core.test.ts': [
          'of which something arrived before is split, and only that is a duplicate',
          'of fifty with one bad record is split, and only the bad one is refused',
        ],
        'test/electron/balikan.test.ts': [
          'forty-nine are received, and the one waits for a person with the reason',
        ],
        'test/electron/scenario-quota.test.ts': [
          'the next morning they are acknowledged, also the one that Dukcapil says it has already',
        ],
      },
    },
    {
      rule: 'R-105',
      title:
        'What Dukcapil refuses waits for the access manager: corrected as a new revision, parked, or handed over',
      code: {
        'electron/contract/balikan-state.ts': ['balikanRules'],
        'electron/outbox/handling.ts': ['outboxHandling'],
        'electron/sender/correction.ts': ['correct'],
        'electron/store/migrations/0009-outbox.ts': ['outbox_revised'],
      },
      messages: ['outbox.refused', 'outbox.acts.CORRECT.consequence'],
      tests: {
        'electron/outbox/handling.test.ts': [
          'is corrected as a new revision, of the old one a hash stays, and goes out again under the same id',
          'is parked with a reason that keeps no number of a person, and sent again as it is',
        ],
        'electron/sender/correction.test.ts': [
          'puts the new members in the place of the old, keeps the rest, and leaves a keyed hash of what was sent',
        ],
        'test/electron/scenario-quota.test.ts': [
          'until the access manager corrects it: it goes out as a new revision, and is acknowledged',
        ],
      },
    },
    {
      rule: 'R-106',
      title:
        'With the acknowledgement the NIK leaves the outbox; a keyed hash, the time and the service stay',
      code: { 'electron/outbox/outbox.ts': ['settleRow'] },
      messages: ['outbox.statuses.ACKNOWLEDGED'],
      tests: {
        'electron/ledger/ledger.adversarial.test.ts': [
          'is in no page, no log and no index file five seconds later, deciphered or not',
        ],
      },
    },
    {
      rule: 'R-107',
      title: 'An item goes to the endpoint of its own agreement, and onto no list of another',
      code: {
        'electron/outbox/sender.ts': ['laneOf'],
        'electron/outbox/lists.ts': ['outboxLists'],
      },
      messages: ['BALIKAN_WRONG_AGREEMENT'],
      tests: {
        'electron/outbox/sender.test.ts': ['never mix the items of two agreements'],
        'electron/outbox/lists.test.ts': [
          'is refused whole when an item is of another agreement, unknown, acknowledged or named twice',
        ],
      },
    },
  ],
};

/** The card reader and the SAM, R-060 to R-068. */
import type { Chapter } from '../rule.ts';

export const readerAndSam: Chapter = {
  title: 'Card reader and SAM',
  rules: [
    {
      rule: 'R-060',
      title: 'A reader only where the agreement has one; where it is obligatory, typing needs a reason',
      code: {
        'electron/desk/standing.ts': ['readerNotAllowed'],
        'electron/visit/view.ts': ['usesReader'],
        'electron/visit/tap.ts': ['leaveAlone'],
        'electron/visit/visit.ts': ['#mayGive'],
        'electron/agreement/profile-checks.ts': ['readerProblems'],
      },
      messages: ['READER_NOT_ALLOWED', 'visit.nik.obligatory'],
      tests: {
        'electron/desk/desk.test.ts': ['with %o a read is %s and an inquiry is %s'],
        'electron/agreement/profile-checks.test.ts': ['is named at %s'],
        'test/electron/practice.test.ts': [
          'with the reason why no card was tapped leads to service without a consent, and the reason is on record',
        ],
        'electron/visit/asking.test.ts': [
          'never has one opened, and says why',
          'needs no reason for typing; one with an obligatory reader does',
        ],
        'test/electron/portal.test.ts': [
          'a card on the reader is nobody’s: the agreement includes none, and the screen says so',
        ],
      },
    },
    {
      rule: 'R-061',
      title: 'SAM personalisation is asked for through SIFILMA, with ticket and dates',
      code: {},
      messages: [],
      tests: {},
      open: {
        'SAM custody': 'the letter, the list, ticket numbers and states of a SAM',
      },
    },
    {
      rule: 'R-062',
      title: 'A SAM reads only while its agreement is in force',
      code: {
        'electron/agreement/standing.ts': ['unfitness', 'bridgeRefuses'],
        'electron/desk/desk.ts': ['standingCheck'],
      },
      messages: ['AGREEMENT_ENDED', 'METHOD_NOT_GRANTED'],
      tests: {
        'electron/agreement/agreements.test.ts': [
          'falls at midnight of the agreement, without anybody noticing it',
          'with a bridge letter goes on by the portal; the SAM only where it is named (%s)',
        ],
      },
      open: {
        'SAM custody': 'the state of each SAM card, which agreement it belongs to, and its end date',
      },
    },
    {
      rule: 'R-063',
      title: 'One SAM, one reader, one counter: another SAM is refused before a card is read with it',
      code: {
        'electron/program/desk.ts': ['custody'],
        'electron/desk/desk.ts': ['standingCheck'],
        'native/sam/open-sam.ts': ['verifyUid'],
      },
      messages: ['SAM_READER_MISMATCH'],
      tests: {
        'electron/desk/desk.test.ts': [
          'the SAM and the operator must be fit, and custody is told which reader and SAM',
        ],
        'native/roles/roles.test.ts': [
          'compares it with custody before the first reading, and lets go of a wrong one',
        ],
        'test/electron/cards.test.ts': ["another institution's SAM is refused before a card is read with it"],
      },
      open: {
        'SAM custody': 'the pairing of SAM, reader and counter on record, and its changes',
      },
    },
    {
      rule: 'R-064',
      title:
        'Keys stay in the SAM; a dialogue is printed without its data, the SAM’s configuration is shown to nobody',
      code: {
        'native/apdu/redact.ts': ['redactCommand', 'redactResponse'],
        'native/sam/configuration.ts': ['samConfiguration'],
      },
      messages: [],
      tests: {
        'native/apdu/apdu.adversarial.test.ts': [
          'shows header, length and status word and not one data byte',
          'prints the same for all data of one length',
        ],
        'native/sam/sam.test.ts': ['wants 16 and 32 bytes, in hexadecimal, and shows them to nobody'],
      },
      open: {
        'SAM custody': 'the configuration imported and sealed card by card',
      },
    },
    {
      rule: 'R-065',
      title: 'At the end the configuration goes back, or the SAM is deactivated, for every card',
      code: {
        'electron/agreement/checklists.ts': ['endChecklist'],
        'electron/agreement/dates.ts': ['samReturnDue'],
      },
      messages: ['CLOSING_INCOMPLETE', 'agreements.dates.SAM_RETURN_DUE'],
      tests: {
        'electron/agreement/agreements.test.ts': [
          'is closed when every item is settled or counted, and then only read',
        ],
        'electron/agreement/five-agreements.test.ts': [
          'is entered, signed and activated, and has the dates of the table',
        ],
      },
      open: {
        'SAM custody': 'return and deactivation themselves; until then the count of SAM cards is always none',
      },
    },
    {
      rule: 'R-066',
      title: 'The BAST of return and deactivation states what the books say, or is not printed',
      code: {
        'electron/program/handover-fields.ts': ['handoverFields', 'handoverHindrance'],
        'electron/custody/inventory.ts': ['inventoryOf'],
        'electron/custody/leaving.ts': ['handIn'],
      },
      messages: ['BAST_DISAGREES', 'BAST_REQUIRED'],
      tests: {
        'electron/program/handover-fields.test.ts': [
          'lists every card with its reader, in the days of the agreement and with the number of a loss',
          'is printed when everything agrees',
        ],
        'electron/document/compose.test.ts': [
          'counts in its text what its annex lists, in figures and words',
        ],
      },
    },
    {
      rule: 'R-067',
      title: 'SAM cards and BAST are sent, with receipt',
      code: {},
      messages: [],
      tests: {},
      open: {
        'SAM custody': 'shipment, receipt, and the reminder after ten working days',
      },
    },
    {
      rule: 'R-068',
      title: 'A SAM that is lost or damaged is suspended at once',
      code: {},
      messages: [],
      tests: {},
      open: {
        'SAM custody': 'the report of loss, the incident, and the state LOST_OR_DAMAGED',
      },
    },
  ],
};

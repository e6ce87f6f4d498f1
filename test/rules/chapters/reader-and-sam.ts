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
      title:
        'SAM personalisation is asked for through SIFILMA; Ketuk records letters, ticket and dates, and automates nothing',
      code: {
        'electron/custody/arriving.ts': ['requestPersonalisation', 'receive'],
        'electron/custody/books.ts': ['contradiction'],
        'electron/custody/reconcile.ts': ['reconciled'],
      },
      messages: ['SIFILMA_REFERENCE_REQUIRED', 'DATES_CONTRADICT', 'custody.acts.REQUEST_PERSO.consequence'],
      tests: {
        'electron/custody/custody.test.ts': [
          'goes from purchase to its reader, each step with what it rests on, and says what comes next',
          'is not asked for without a SIFILMA number, under no agreement in force, or where no reader is allowed',
          'takes no date that contradicts: none ahead, none before the paper it follows',
        ],
        'test/electron/scenario-sam.test.ts': [
          'IT staff record two cards, their request in SIFILMA and the results',
        ],
      },
    },
    {
      rule: 'R-062',
      title:
        'A SAM reads only while it is active, after a test that went well, and its agreement in force; with the agreement it stops by itself',
      code: {
        'electron/custody/serving.ts': ['readiness'],
        'electron/custody/testing.ts': ['hasPassedTest'],
        'electron/agreement/standing.ts': ['unfitness', 'bridgeRefuses'],
        'electron/desk/desk.ts': ['standingCheck'],
        'electron/custody/custody.ts': ['stopAll'],
        'electron/custody/at-counter.ts': ['unfit', 'refused'],
      },
      messages: ['AGREEMENT_ENDED', 'METHOD_NOT_GRANTED', 'SAM_NOT_ACTIVE', 'SAM_NOT_PREPARED'],
      tests: {
        'electron/agreement/agreements.test.ts': [
          'falls at midnight of the agreement, without anybody noticing it',
          'with a bridge letter goes on by the portal; the SAM only where it is named (%s)',
        ],
        'electron/custody/custody.test.ts': [
          'stops by itself with its agreement, and each is resumed by hand',
          'is not proposed before its configuration, its reader, its UID and a test that went well are there',
        ],
        'electron/custody/view.test.ts': [
          'is told why no card may read there, by the state of the card that is in its reader',
        ],
        'electron/program/handlers/custody.test.ts': [
          'has no card read when its agreement is suspended, and gives it back to the counter only by hand',
        ],
        'test/electron/scenario-sam.test.ts': [
          'each is tested in the reader with a training card, by the page that its own leads to',
        ],
        'test/electron/scenario-sam-end.test.ts': [
          'the bridge letter prolongs the portal; the SAM cards stop at the midnight all the same',
          'after the last day of the bridge; one card turns out to be lost',
        ],
      },
    },
    {
      rule: 'R-063',
      title: 'One SAM, one reader, one counter: another SAM is refused before a card is read with it',
      code: {
        'electron/program/desk.ts': ['custody'],
        'electron/desk/desk.ts': ['standingCheck'],
        'native/sam/open-sam.ts': ['verifyUid'],
        'electron/custody/arriving.ts': ['registerReader', 'moveReader', 'pair'],
        'electron/custody/custody.ts': ['holdsName'],
        'electron/custody/at-counter.ts': ['unfit', 'sam'],
      },
      messages: ['SAM_READER_MISMATCH', 'DEVICE_PLACE_TAKEN', 'DEVICE_SERIAL_TAKEN', 'COUNTER_HAS_READER'],
      tests: {
        'electron/desk/desk.test.ts': [
          'the SAM and the operator must be fit, and custody is told which reader and SAM',
        ],
        'native/roles/roles.test.ts': [
          'compares it with custody before the first reading, and lets go of a wrong one',
        ],
        'electron/custody/custody.test.ts': [
          'has one serial, one reader, one counter',
          'that changed its reader after it was proposed is not activated there',
          'is an active card of this agreement, in its reader, at its counter',
        ],
        'electron/program/handlers/custody.test.ts': [
          'keeps the name of the counter while a reader is on record under it, and reads on under another once the reader has it',
        ],
        'electron/custody/view.test.ts': [
          'moves to another counter while no card reads in it, and the card in it reads there once it is resumed',
        ],
        'test/electron/cards.test.ts': ["another institution's SAM is refused before a card is read with it"],
        'test/electron/scenario-sam.test.ts': ['a KTP-el is read with the card that the books hold'],
      },
    },
    {
      rule: 'R-064',
      title:
        'Keys stay in the SAM; a dialogue is printed without its data, the SAM’s configuration is shown to nobody',
      code: {
        'native/apdu/redact.ts': ['redactCommand', 'redactResponse'],
        'native/sam/configuration.ts': ['samConfiguration'],
        'electron/custody/configuration.ts': ['configurationIn', 'configurationSeal'],
        'electron/custody/arriving.ts': ['importConfiguration'],
      },
      messages: ['SAM_FILE_INVALID', 'SAM_FILE_OF_ANOTHER', 'SAM_FILE_TAKEN'],
      tests: {
        'native/apdu/apdu.adversarial.test.ts': [
          'shows header, length and status word and not one data byte',
          'prints the same for all data of one length',
        ],
        'native/sam/sam.test.ts': ['wants 16 and 32 bytes, in hexadecimal, and shows them to nobody'],
        'electron/custody/custody.test.ts': [
          'of another card, or one that is on record already, is refused',
          'lies sealed in the database, opens for its counter alone, and is gone once it was returned',
        ],
        'electron/custody/view.test.ts': [
          'names letters with their dates, and neither UID nor what opens the card',
        ],
        'test/electron/scenario-sam.test.ts': [
          'the file that came with another card is refused, its own is sealed',
        ],
      },
    },
    {
      rule: 'R-065',
      title: 'At the end the configuration goes back, or the SAM is deactivated, for every card',
      code: {
        'electron/agreement/checklists.ts': ['endChecklist'],
        'electron/agreement/dates.ts': ['samReturnDue'],
        'electron/custody/leaving.ts': ['deactivated'],
        'electron/custody/returning-configuration.ts': ['returningConfiguration'],
        'electron/custody/owed.ts': ['leftoversOf', 'owedOf'],
        'renderer/office/custody/end-path.ts': ['endPathOf'],
      },
      messages: ['CLOSING_INCOMPLETE', 'agreements.dates.SAM_RETURN_DUE', 'custody.end.missing'],
      tests: {
        'electron/agreement/agreements.test.ts': [
          'is closed when every item is settled or counted, and then only read',
        ],
        'electron/agreement/five-agreements.test.ts': [
          'is entered, signed and activated, and has the dates of the table',
        ],
        'electron/custody/custody.test.ts': [
          'a card is given up by two persons, its configuration goes back, and a signed BAST makes it returned',
          'nobody gives a card up for an agreement that goes on, nor alone',
        ],
        'electron/custody/returning-configuration.test.ts': [
          'goes back as the very file it came in, and is gone here once a copy was read back',
          'stays here when the copy is another, cannot be written, or cannot be read back',
        ],
        'renderer/office/custody/about.test.ts': ['names at every step what has not come so far'],
        'test/electron/scenario-sam-end.test.ts': [
          'the page leads through every step, and the sheet of the BAST names what is not there yet',
          'the configuration goes back as the very file it came in',
        ],
      },
    },
    {
      rule: 'R-066',
      title: 'The BAST of return and deactivation states what the books say, or is not printed',
      code: {
        'electron/program/handover-fields.ts': ['handoverFields', 'handoverHindrance'],
        'electron/custody/inventory.ts': ['inventoryOf'],
        'electron/custody/leaving.ts': ['handIn', 'signedBast'],
        'electron/document/signed-handovers.ts': ['signedHandovers'],
      },
      messages: ['BAST_DISAGREES', 'BAST_REQUIRED', 'custody.fields.bastNone'],
      tests: {
        'electron/program/handover-fields.test.ts': [
          'lists every card with its reader, in the days of the agreement and with the number of a loss',
          'is printed when everything agrees',
        ],
        'electron/document/compose.test.ts': [
          'counts in its text what its annex lists, in figures and words',
        ],
        'electron/document/signed-handovers.test.ts': [
          'a BAST counts once its signed print is on record, with the cards it lists and the number on the scan',
        ],
        'test/electron/scenario-sam-end.test.ts': [
          'its card goes back on a BAST of its own, and the others read on',
          'no BAST while a reader could still read, nor with a day before the end',
          'is printed from the books with one press on the end path, and says what happened',
          'bears a checkpoint that the verifier accepts against the log as it is exported weeks later',
        ],
      },
    },
    {
      rule: 'R-067',
      title: 'SAM cards and BAST are sent, with receipt, within ten working days after the end',
      code: {
        'electron/custody/leaving.ts': ['handIn', 'outOfSequence'],
        'electron/custody/owed.ts': ['owedOf'],
      },
      messages: ['BAST_REQUIRED', 'custody.end.late'],
      tests: {
        'electron/custody/view.test.ts': [
          'says after the end how many cards are not back, by when, and when that day has passed',
        ],
        'test/electron/scenario-sam-end.test.ts': [
          'comes back signed; with it the card is handed in, and the lost one leaves the books as lost',
        ],
      },
    },
    {
      rule: 'R-068',
      title:
        'A SAM that is lost or damaged stops at once, whoever reports it, and stays on the inventory until it is written off; one that is found goes back',
      code: {
        'electron/custody/serving.ts': ['reportLost'],
        'electron/custody/leaving.ts': ['writeOff', 'proposeDeactivation'],
        'electron/custody/owed.ts': ['noticesOf'],
        'electron/incident/incidents.ts': ['cardLost'],
      },
      messages: ['SAM_LOST', 'custody.acts.REPORT_LOST.consequence'],
      tests: {
        'electron/custody/custody.test.ts': [
          'that is lost stops at once, whoever at the counter says so, and leaves the books only with a BAST',
          'goes back by the word of two, with its configuration, and never reads again (R-068)',
        ],
        'electron/custody/view.test.ts': [
          'shows who only serves the card of this counter alone',
          'is told of a lost card until it is written off',
        ],
        'electron/program/handlers/custody.test.ts': [
          'counts a lost card of an agreement that was revoked as not settled, until it is written off',
        ],
        'test/electron/scenario-sam.test.ts': [
          'whoever serves reports it; nobody is read there any more',
          'it is not written off by word of mouth: the form says that a signed BAST has to be there first',
        ],
        'electron/incident/incidents.test.ts': [
          'a SAM card that is lost is an incident by itself, one and the same however often its number is named (R-068)',
        ],
      },
    },
  ],
};

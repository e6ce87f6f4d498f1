/** Extension and end, R-140 to R-144. */
import type { Chapter } from '../rule.ts';

export const end: Chapter = {
  title: 'Extension and end',
  rules: [
    {
      rule: 'R-140',
      title:
        'The extension is asked for two months before the end; a late request is made with its reason and flagged',
      code: {
        'electron/agreement/dates.ts': ['extensionDue', 'windowOpens'],
        'electron/agreement/course.ts': ['requestExtension'],
        'electron/agenda/entries.ts': ['agendaEntries'],
      },
      messages: ['EXTENSION_LATE', 'agreements.next.EXTENSION_WINDOW'],
      tests: {
        'electron/agreement/agreements.test.ts': [
          'that is late needs a reason and is flagged',
          'moves the end and starts the term anew',
        ],
        'electron/calendar/working-days.test.ts': [
          'an agreement of two years signed on a leap day ends on 27 February',
        ],
        'electron/agreement/five-agreements.test.ts': [
          'is entered, signed and activated, and has the dates of the table',
        ],
        'electron/agenda/entries.test.ts': [
          'lies ahead, opens with its window, reminds at 30, 14, 7 and 1 working days and on the day, and may be asked for late',
        ],
      },
    },
    {
      rule: 'R-141',
      title: 'The request goes to the Dirjen through the Dinas',
      code: {
        'electron/document/letter-words.ts': ['letterWords'],
      },
      messages: ['agreements.acts.REQUEST_EXTENSION.consequence', 'papers.kinds.EXTENSION_LETTER'],
      tests: {
        'electron/document/compose.test.ts': [
          'the request for an extension goes to the Dirjen through the Dinas, with the last day and the operators but no NIK',
        ],
      },
    },
    {
      rule: 'R-142',
      title:
        'A pending request is no access; a bridge letter is, for the portal, and for the SAM where it names it',
      code: {
        'electron/agreement/course.ts': ['bridge'],
        'electron/agreement/clockwork.ts': ['dueStep'],
        'electron/agreement/standing.ts': ['bridgeRefuses', 'whyEnded'],
        'electron/agenda/entries.ts': ['extension'],
      },
      messages: ['EXTENSION_PENDING_NO_ACCESS', 'agenda.say.BRIDGE_ENDS'],
      tests: {
        'electron/agreement/agreements.test.ts': [
          'is no access: without a bridge letter everything stops on the last day (R-142)',
          'with a bridge letter goes on by the portal; the SAM only where it is named (%s)',
        ],
        'electron/agenda/entries.test.ts': [
          'under a bridge letter goes by its last day, and not by that of the agreement (R-142)',
        ],
        'test/electron/scenario-sam-end.test.ts': [
          'the bridge letter prolongs the portal; the SAM cards stop at the midnight all the same',
        ],
      },
    },
    {
      rule: 'R-143',
      title: 'The agreement closes when every item of the end is settled or counted as none',
      code: {
        'electron/agreement/checklists.ts': ['endChecklist', 'closingObjection'],
        'electron/agreement/reports-owed.ts': ['reportsAtEnd'],
        'electron/agreement/ending.ts': ['settleEndItem', 'close'],
        'electron/agreement/course.ts': ['end'],
      },
      messages: ['CLOSING_INCOMPLETE', 'agreements.end.lead'],
      tests: {
        'electron/agreement/agreements.test.ts': [
          'is closed when every item is settled or counted, and then only read',
          'asks nothing of SAM cards where there are none',
          'counts the readers that are on the inventory, whatever anybody says of them',
          'is written down by the clock, once, and revokes every operator',
        ],
        'electron/agreement/reports-owed.test.ts': [
          'are named, every semester that was not handed in and the final one, and no word settles them',
          'one that was called back to be corrected is missing again',
        ],
        'test/electron/scenario-last-day.test.ts': [
          'nobody is served any more',
          'holds the agreement open until it was signed and handed in, whatever anybody says of it',
        ],
        'electron/outbox/lists.test.ts': [
          'a thousand items go onto one list, the oldest first, and are handed over together',
        ],
        'electron/program/balikan-channels.test.ts': [
          'what the service refuses to take from an agreement that is over is handed over with a list',
        ],
        'test/electron/scenario-duties.test.ts': [
          'of an agreement that had one day of its semester left is final, and nil',
        ],
        'test/electron/scenario-sam-end.test.ts': [
          'the agreement is closed once the rest of its checklist is settled, and not before',
        ],
      },
    },
    {
      rule: 'R-144',
      title: 'Force majeure and disputes are a note with its letter, and change nothing by themselves',
      code: {
        'electron/agreement/course.ts': ['note', 'suspend'],
      },
      messages: ['agreements.acts.NOTE.consequence'],
      tests: {
        'electron/agreement/agreements.test.ts': [
          'a note is kept with its letter and changes nothing (R-144)',
          'stops at once, remembers where it was, and is lifted by the head with a letter',
        ],
      },
    },
  ],
};

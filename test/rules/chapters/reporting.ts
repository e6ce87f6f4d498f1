/** Reports and evaluation, R-110 to R-115. */
import type { Chapter } from '../rule.ts';

export const reporting: Chapter = {
  title: 'Reports, evaluation',
  rules: [
    {
      rule: 'R-110',
      title:
        'A report for every semester that the agreement touched, one day of it and nil included, opened by the calendar',
      code: {
        'electron/calendar/semester.ts': ['reportPeriods'],
        'electron/agreement/reports-owed.ts': ['periodsOwed'],
        'electron/report/reports.ts': ['tick', 'openOne', 'advance'],
        'electron/report/tally.ts': ['note'],
        'electron/report/reader-figures.ts': ['readersOf'],
        'electron/store/migrations/0012-reports.ts': ['semester_report_no_delete'],
      },
      messages: ['agenda.say.REPORT_OPEN', 'reports.nil'],
      tests: {
        'electron/calendar/semester.test.ts': [
          'begin with the part of the semester in which it was signed',
          'leave out no semester, not for one day of agreement',
          'every day of an agreement is in exactly one report, whatever its days',
        ],
        'electron/report/reports.test.ts': [
          'opens in June, counts on until the last day, and is frozen behind it',
          'a service that is recorded behind midnight belongs to the day of its visit, with its data balikan and its document',
          'of a semester with one day of agreement is a report, and a final one at that, nil as it is',
          'is not nil when a card was read, though no device is on record, and the CSV says which line it is',
        ],
        'electron/agreement/reports-owed.test.ts': [
          'owes the reports of its days, nil as they are, expires with its last day, and is put away once they were handed in',
          'ends before that by a letter, and owes reports until then',
        ],
        'electron/report/reader-figures.test.ts': [
          'every read is in exactly one row, whatever stood where and whatever the report was frozen with',
        ],
        'test/electron/scenario-duties.test.ts': [
          'collects while people are served, and says so',
          'is frozen behind its last day, goes to the head, comes back with a note, and goes again',
          'of an agreement that had one day of its semester left is final, and nil',
        ],
      },
    },
    {
      rule: 'R-111',
      title:
        'Ten working days after the semester, with reminders at 10, 5, 2 and 0, by the anchor of the profile',
      code: {
        'electron/calendar/semester.ts': ['reportPeriods'],
        'electron/agenda/duties.ts': ['kinds'],
        'electron/agenda/entries.ts': ['reports'],
        'electron/agenda/holiday-book.ts': ['holidayBook'],
        'electron/agenda/week-book.ts': ['weekBook'],
      },
      messages: [
        'agenda.say.REPORT_DUE_SOON',
        'agenda.say.REPORT_OVERDUE',
        'agenda.say.REPORT_DEADLINE_PASSED',
        'agenda.say.REPORT_AFTER_PERIOD',
        'reports.duePassed',
        'reports.safe',
      ],
      tests: {
        'electron/calendar/working-days.test.ts': [
          'after %s day 1 is %s %s and day 10 %s',
          'one more holiday in January 2027 moves the report of the second semester from Friday 15 to Monday 18',
        ],
        'electron/calendar/semester.test.ts': [
          'the earlier readings of ten working days are at hand as safe days, where they are earlier',
          'anchored to the month, ten working days count from its first day',
          'a report that is wanted before its figures are whole is owed also where it was wanted before the first day of these books',
        ],
        'electron/agenda/entries.test.ts': [
          'that stands at %s is asked of %s, who can move it',
          'is another reminder with every hand it comes into, and the same one while it collects',
          'says which semester, until when, and that next year is not certain yet',
          'that was due on a Friday is on %s %s: late on the weekend, and by no working day',
          'that is wanted before its figures are whole calls on the first working day on which they are, and shows its deadline',
          'of an agreement that ended is a final one, due ten working days after its last day',
        ],
        'electron/program/duties-of.test.ts': [
          'a report calls whoever has to move it, and each of them anew with every hand it comes into (R-111)',
        ],
        'electron/agenda/agenda.test.ts': [
          'what has no date calls again a week after it was seen, week after week, whatever a clock said in between',
          'a deadline that moves calls again with the day it was, once, whether there is more time or less',
        ],
        'electron/agenda/holiday-book.test.ts': [
          'a holiday that is added in August moves every date behind it, also after the program was opened again',
        ],
        'electron/calendar/working-week.test.ts': [
          'has ten working days after %s until %s',
          'never moves a date that lies before it, forwards or back',
        ],
        'electron/agenda/week-book.test.ts': [
          'it begins tomorrow at the earliest, by the clock of the agreement, and a refused one leaves nothing',
        ],
        'electron/report/reports.test.ts': [
          'says until when it is to be handed in, that this day has passed, and nothing of it once it was',
        ],
        'test/electron/scenario-duties.test.ts': [
          'is counted by the week that the head lays down, and says which dates moved',
          'moves what is due, at once, by the file that the head puts in',
        ],
      },
    },
    {
      rule: 'R-112',
      title:
        'Counts only, signed by the head and dispatched by people, with the copies that the profile names',
      code: {
        'electron/contract/semester-report.ts': ['semesterReportFields'],
        'electron/contract/report-state.ts': ['reportRules'],
        'electron/report/csv.ts': ['reportCsv'],
        'electron/report/versions.ts': ['signVersion', 'signedVersions'],
        'electron/report/deliveries.ts': ['keepDelivery', 'deliveriesOf'],
        'electron/program/paper-fields.ts': ['semesterReport', 'signedReport'],
      },
      messages: ['reports.lead', 'reports.consequence.DISPATCH', 'reports.submittedAs', 'reports.receivedAs'],
      tests: {
        'electron/report/reports.test.ts': [
          'no person can appear in a report, whatever names the books hold',
          'is moved by whom the rules name, and delivered once it was handed in',
          'can be sent back with a note, and narrates without the number of anybody',
          'that was signed and then corrected keeps what was signed, and counts its next version anew',
          'keeps its words between review and the next version, and the reason of that version',
          'stays with its version, as its receipt does, whatever is handed in after it',
          'is never changed and never taken away, and no report is handed in or received without it',
        ],
        'electron/program/handlers/reports.test.ts': [
          'the first version stays as it was signed, in words, figures, paper and CSV, when the second is signed with others',
        ],
        'test/electron/scenario-duties.test.ts': [
          'is signed with its number, handed in, received, and corrected as the next version',
        ],
      },
    },
    {
      rule: 'R-113',
      title:
        'Figures and layout are apart: a template of the institution, or the official one, takes the place of ours',
      code: {
        'electron/document/own-templates.ts': ['paperTemplates'],
        'electron/document/report-words.ts': ['reportWords'],
      },
      messages: ['reports.template'],
      tests: {
        'electron/document/own-templates.test.ts': [
          'a template of the institution takes the place of ours, and every paper of it says which it was',
        ],
      },
    },
    {
      rule: 'R-114',
      title:
        'Figures of any period within a moment, and a visitor who sees counts and states with the screen locked behind them',
      code: {
        'electron/report/reports.ts': ['onDemand'],
        'electron/program/evaluation.ts': ['evaluationMode'],
        'electron/program/handlers/evaluation.ts': ['viewOf'],
        'electron/contract/evaluation.ts': ['evaluationView'],
      },
      messages: ['reports.evaluation', 'PERIOD_NOT_COUNTED'],
      tests: {
        'electron/program/handlers/evaluation.test.ts': [
          'opens with the screen locked behind it, and is over when whoever began it is back, or has left',
          'shows no name, number or word of anybody, whatever the books hold',
          'has no field for the words of anybody: every text in it is a day, a number of a paper or the name of a thing',
        ],
        'electron/report/reports.test.ts': [
          'a counter that was renamed is one reader with its whole past, and a reader in the place of another has its own only',
          'the same figures come as CSV, and a cell is never a formula',
          'are of one day as of many, and nil where nothing was done',
          'are refused of days before the signing and of days that have not come, and counted up to this very day',
        ],
        'electron/program/handlers/reports.test.ts': [
          'figures on request are printed of one day, and refused on paper as on the page',
        ],
        'test/electron/scenario-duties.test.ts': [
          'gets the figures of one day on request, as a table, as CSV and on paper, and none of a day to come',
          'sees counts and states of the period, while main answers nothing else',
          'leaves by the door: whoever began it says who they are',
        ],
      },
    },
    {
      rule: 'R-115',
      title: 'Monitoring every twelve months from the signing, settled by minutes that both parties agreed',
      code: {
        'electron/agenda/entries.ts': ['monitoring'],
        'electron/agenda/agenda.ts': ['record'],
      },
      messages: ['agenda.say.MONITORING_DUE'],
      tests: {
        'electron/agenda/entries.test.ts': [
          'is due on each anniversary of the signing, on the 28th where there is no 29th',
        ],
        'electron/agenda/agenda.test.ts': ['minutes settle one anniversary, once'],
      },
    },
  ],
};

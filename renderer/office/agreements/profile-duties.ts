/** The last section of the table: what the parties owe each other besides access. Each part is there or not. Pure. */
import type { SectionSpec } from './profile-field-kinds.ts';

const offices = ['DITJEN', 'DITJEN_KI', 'DUKCAPIL_LOCAL'] as const;

export const duties: SectionSpec = {
  section: 'DUTIES',
  items: [
    {
      group: 'reports',
      initial: {
        periods: ['S1', 'S2'],
        deadlineWorkingDays: 10,
        anchor: 'SEMESTER_END',
        to: ['DUKCAPIL_LOCAL'],
        copies: [],
        channels: ['HARD_COPY', 'EMAIL'],
      },
      fields: [
        { path: 'reports.periods', kind: 'some', words: 'periods', options: ['S1', 'S2'] },
        { path: 'reports.deadlineWorkingDays', kind: 'number' },
        {
          path: 'reports.anchor',
          kind: 'one',
          words: 'anchors',
          options: ['SEMESTER_END', 'MONTH_START'],
        },
        {
          path: 'reports.to',
          kind: 'some',
          words: 'receivers',
          options: ['DUKCAPIL_LOCAL', 'DITJEN', 'GOVERNOR'],
          open: true,
        },
        {
          path: 'reports.copies',
          kind: 'some',
          words: 'receivers',
          options: ['DUKCAPIL_LOCAL', 'DITJEN', 'GOVERNOR'],
          open: true,
          optional: true,
        },
        {
          path: 'reports.channels',
          kind: 'some',
          words: 'channels',
          options: ['HARD_COPY', 'EMAIL'],
          open: true,
        },
      ],
    },
    {
      group: 'extension',
      initial: {
        leadMonths: 2,
        addressee: 'DITJEN',
        via: 'DUKCAPIL_LOCAL',
        windowOpensMonthsBefore: 6,
      },
      fields: [
        { path: 'extension.leadMonths', kind: 'number' },
        { path: 'extension.windowOpensMonthsBefore', kind: 'number' },
        { path: 'extension.addressee', kind: 'one', words: 'receivers', options: offices, open: true },
        { path: 'extension.via', kind: 'one', words: 'receivers', options: offices, open: true },
      ],
    },
    {
      group: 'iso27001',
      initial: { required: true, textAsWritten: 'ISO/IEC 27001', monthsFromSigning: 6 },
      fields: [
        { path: 'iso27001.required', kind: 'yes' },
        { path: 'iso27001.textAsWritten', kind: 'text' },
        { path: 'iso27001.monthsFromSigning', kind: 'number' },
      ],
    },
    {
      group: 'endDuties',
      initial: {
        returnSam: true,
        deactivateReader: true,
        samRecipient: 'DITJEN_KI',
        sendVia: 'DUKCAPIL_LOCAL',
        samReturnWorkingDays: 10,
      },
      fields: [
        { path: 'endDuties.returnSam', kind: 'yes' },
        { path: 'endDuties.deactivateReader', kind: 'yes' },
        { path: 'endDuties.samReturnWorkingDays', kind: 'number' },
        { path: 'endDuties.samRecipient', kind: 'one', words: 'receivers', options: offices, open: true },
        { path: 'endDuties.sendVia', kind: 'one', words: 'receivers', options: offices, open: true },
      ],
    },
    {
      group: 'unilateralShutdown',
      initial: { allowedFor: ['PARTY1'], triggers: ['BREACH', 'INCIDENT'] },
      fields: [
        {
          path: 'unilateralShutdown.allowedFor',
          kind: 'some',
          words: 'sides',
          options: ['PARTY1', 'PARTY2'],
          open: true,
        },
        {
          path: 'unilateralShutdown.triggers',
          kind: 'some',
          words: 'triggers',
          options: ['BREACH', 'INCIDENT', 'LEAK', 'MALWARE', 'HACK', 'OTHER'],
          open: true,
        },
      ],
    },
    {
      group: 'contacts',
      initial: { changeNoticeWorkingDays: null },
      fields: [{ path: 'contacts.changeNoticeWorkingDays', kind: 'number', empty: null, optional: true }],
    },
    {
      group: 'monitoring',
      initial: { minPerYear: 1 },
      fields: [{ path: 'monitoring.minPerYear', kind: 'number' }],
    },
  ],
};

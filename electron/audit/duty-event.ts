/** What the audit log says of the duties of an office: its calendar, what it settled and reported, and its incidents. */
import type { IncidentMove, NoticeRecipient, ReportEvent, ReportStatus } from '../contract/index.ts';

export type DutyEvent =
  /** Dates that were reckoned over this year may have moved. */
  | {
      readonly event: 'HOLIDAYS_CHANGED';
      readonly year: number;
      readonly version: number;
      readonly sha256: string;
      readonly added: readonly string[];
      readonly removed: readonly string[];
    }
  /** From that day on the office works on other days; dates behind it may have moved. */
  | {
      readonly event: 'WORKING_WEEK_CHANGED';
      readonly version: number;
      readonly workingWeek: string;
      readonly collectiveLeaveIsWorkday: boolean;
      readonly from: string;
    }
  /** Something that settles a duty, or begins one, was written down. */
  | { readonly event: 'DUTY_RECORDED'; readonly dutyId: string; readonly kind: string }
  /** Somebody has seen this reminder; the next one comes at its time. */
  | { readonly event: 'REMINDER_SEEN'; readonly item: string; readonly level: number }
  /** A visitor of this office began to look at counts and states of these days. */
  | {
      readonly event: 'EVALUATION_BEGAN';
      readonly visitor: string;
      readonly from: string;
      readonly to: string;
    }
  /** A semester report was opened or has moved (domain 4.6). */
  | {
      readonly event: 'REPORT_MOVED';
      readonly reportId: string;
      readonly version: number;
      readonly by: ReportEvent | 'OPEN';
      /** Absent for a new one. */
      readonly from?: ReportStatus;
      readonly to: ReportStatus;
      /** On which it was handed in, or its receipt is dated. */
      readonly day?: string;
      /** By which it was handed in, and to whom with copies. */
      readonly channel?: string;
      readonly copies?: string;
      /** Number of the receipt. */
      readonly receipt?: string;
    }
  /** An incident was reported, confirmed as a breach, told of, closed, or came to hang together with a stop or a lost card. */
  | {
      readonly event: 'INCIDENT_MOVED';
      readonly incidentId: string;
      readonly by: IncidentMove;
      readonly recipient?: NoticeRecipient;
    };

/** What pages may ask about reports, and what a visitor who evaluates may look at. */
import { type EvaluationView, evaluationStart } from '../evaluation.ts';
import { type MorningView, type ReportRow, reportAct, reportPeriod, reportVersion } from '../reports.ts';
import type { SemesterReportFields } from '../semester-report.ts';
import { channel, nothing } from './channel.ts';

export const reportChannels = {
  /** `null`: nobody is served under any agreement. */
  'reports.morning': channel('SIGNED_IN', nothing).answers<MorningView | null>(),
  'reports.list': channel({ see: 'PREPARE_DOCUMENTS' }, nothing).answers<readonly ReportRow[]>(),
  'reports.act': channel({ see: 'PREPARE_DOCUMENTS' }, reportAct),
  'reports.figures': channel({ see: 'PREPARE_DOCUMENTS' }, reportPeriod).answers<SemesterReportFields>(),
  /** Into a file that a person picks in a dialog of main's. */
  'reports.saveCsv': channel({ see: 'PREPARE_DOCUMENTS' }, reportVersion),
  'reports.savePeriodCsv': channel({ see: 'PREPARE_DOCUMENTS' }, reportPeriod),
  /** Counts and states for a visitor, with the screen locked behind them. */
  'evaluation.begin': channel({ see: 'PREPARE_DOCUMENTS' }, evaluationStart),
  /** Nobody is signed in while a visitor looks; without an evaluation there is nothing to see. */
  'evaluation.view': channel('ANYBODY', nothing).answers<EvaluationView>(),
};

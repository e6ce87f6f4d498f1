/** The door of the reports: what is counted, semester reports in all their states, and their figures as CSV. */
export { reportCsv } from './csv.ts';
export type { AgreementFigures } from './figures.ts';
export { recent } from './recent.ts';
export { type OwedReports, type ReportPorts, type Reports, reports } from './reports.ts';
export { type Tally, tally } from './tally.ts';
export type { ReportFrame, SignedReport } from './versions.ts';
export { accessesWithoutService } from './visit-counts.ts';

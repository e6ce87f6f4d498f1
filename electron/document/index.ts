/** The door of the papers: what is printed, and scans of what was signed. */

export { beginningOf } from './beginning.ts';
export { composePaper } from './compose.ts';
export type { PaperFields } from './fields.ts';
export { type PaperTemplates, paperTemplates } from './own-templates.ts';
export { type Papers, type PrintedPaper, papers } from './papers.ts';
export { type KeptScan, type Scans, scans } from './scans.ts';
export { signedHandovers } from './signed-handovers.ts';
export { templateOf } from './templates.ts';

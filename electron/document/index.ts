/** The door of the papers: so far, scans of what was signed. */
export { type KeptScan, type Scans, scans } from './scans.ts';

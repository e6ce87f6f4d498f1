/** The door of the agreement folder. */
export { readCounterFile } from './counter-file.ts';
export { sampleAgreement } from './sample.ts';

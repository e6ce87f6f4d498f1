/** The door of consent and kept records. */
export { type ConsentSetting, type KeptRecords, keptRecords } from './kept-records.ts';

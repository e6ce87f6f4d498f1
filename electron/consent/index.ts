/** The door of consent, kept records and the requests of residents about them. */
export { consentBooks } from './books.ts';
export { type ConsentSetting, type KeptRecords, keptRecords } from './kept-records.ts';
export { type ResidentRequests, residentRequests, type Withdrawal } from './requests.ts';

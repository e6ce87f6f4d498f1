/** The door of the agreement folder. */
export { agreements } from './agreements.ts';
export type { ActDone, Agreements, AgreementUse } from './agreements-port.ts';
export { readCounterFile } from './counter-file.ts';
export type {
  AgreementPorts,
  AgreementProposal,
  ApprovalPort,
  LeftoversPort,
  PeoplePort,
  ScanPort,
} from './ports.ts';
export { sampleAgreement } from './sample.ts';

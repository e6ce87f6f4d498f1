/** The door of the agreement folder. */
export { agreements } from './agreements.ts';
export type { ActDone, Agreements, AgreementUse } from './agreements-port.ts';
export { connectionIn, profileIn, readCounterFile } from './files.ts';
export type {
  AgreementPorts,
  AgreementProposal,
  ApprovalPort,
  LeftoversPort,
  PeoplePort,
  ScanPort,
} from './ports.ts';
export { sampleAgreement, sampleProfiles } from './sample.ts';

/** The door of the desk: the policy of the counter (main process). */
export { type InquiredFact, type PermitContext, permitLifeMs } from './books.ts';
export { createDesk, type Desk, type InquiryConsequence } from './desk.ts';
export { memoryPorts } from './memory.ts';
export type {
  AuditPort,
  CustodyPort,
  DeskActor,
  DeskAuditEvent,
  DeskPorts,
  InquiryLedger,
  InquiryRecord,
  IssuedPermit,
  OperatorPort,
  QuotaLease,
  QuotaLedger,
  QuotaUse,
  StateTable,
} from './ports.ts';
export { type QuotaStanding, wholeQuota } from './quota.ts';

/** The door of the desk: the policy of the counter (main process). */
export type { PermitContext } from './books.ts';
export { lookupsStoppedBy } from './brakes.ts';
export { createDesk, type Desk } from './desk.ts';
export { memoryPorts } from './memory.ts';
export type {
  AgreementPort,
  AgreementUse,
  AuditPort,
  CustodyPort,
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
export { type QuotaStanding, quotaWarning, wholeQuota } from './quota.ts';

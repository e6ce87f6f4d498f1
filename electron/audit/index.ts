/** The door of the audit log. */
export { type AuditHead, type AuditLog, auditLog, type Verification } from './audit-log.ts';
export { type Checkpoint, checkpointText, isSignedBy } from './checkpoint.ts';
export type { CustodyEvent } from './custody-event.ts';
export { type AuditContext, type AuditEvent, impersonalText } from './event.ts';

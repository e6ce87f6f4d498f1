/** The door of the ledger: the facts of the counter, and the one transaction that records a service. */
export {
  type InquiryFact,
  type InquiryLedger,
  inquiryLedger,
  type PermitFact,
  type RecordedInquiry,
} from './inquiry-ledger.ts';
export { type QuotaDay, type QuotaLedger, quotaLedger } from './quota-ledger.ts';
export {
  type RecordService,
  type ServiceContext,
  type ServicePorts,
  serviceRecorder,
} from './record-service.ts';
export { type VisitEnd, type VisitLedger, type VisitSetting, visitLedger } from './visit-ledger.ts';

/**
 * What the room of agreements needs from outside: approvals, scans, people, and what is still open when an agreement has ended.
 * Everything is synchronous and joins the caller's transaction, so that an effect and its proof are written together.
 */
import type { Result } from '../../native/failure.ts';
import type { WorkCalendar } from '../calendar/index.ts';
import type { Acting, ReportStatus, ScanKind } from '../contract/index.ts';

export type AgreementProposalKind = 'SIGNING' | 'VERSION';

/** What one person proposed and another confirms. */
export interface AgreementProposal {
  readonly kind: AgreementProposalKind;
  readonly subjectId: string;
  /** JSON, as this room wrote it when it was proposed. */
  readonly body: string;
  readonly proposedBy: string;
  readonly proposedAt: number;
}

export interface ApprovalPort {
  propose(
    kind: AgreementProposalKind,
    subjectId: string,
    body: string,
    acting: Acting,
  ): Result<{ readonly proposalId: string }>;
  /** Takes back what is open about the subject: nobody is to confirm a draft that is gone. */
  withdrawAll(subjectId: string, acting: Acting): Result<unknown>;
}

export interface ScanPort {
  /** Stores the scan that was picked. */
  file(scanId: string, kind: ScanKind, acting: Acting): Result<unknown>;
}

export interface PeoplePort {
  /** The responsible head, or nobody; two at a time cannot be. */
  responsible(): { readonly personId: string; readonly name: string } | undefined;
  manager(): { readonly name: string } | undefined;
  /** Signed, stamped, of the present head or within the days of grace. */
  sptjmValid(agreementId: string, now: number): boolean;
  /** Operators who signed the NDA and were approved. */
  readyOperators(agreementId: string): number;
  /** Operators of this agreement whom nobody has revoked yet. */
  unrevokedOperators(agreementId: string): number;
  revokeAll(agreementId: string): Result<unknown>;
  /** A BAST allows another gateway User ID than the one that was installed at that time. */
  userIdMayChange(agreementId: string, installedAt: number): boolean;
  nameOf(personId: string): string;
}

/** How far the report of a semester has come. */
export interface ReportStage {
  readonly year: number;
  readonly half: 1 | 2;
  readonly status: ReportStatus;
  readonly letter?: string;
}

/** What an ended agreement leaves behind. */
export interface LeftoversPort {
  /** Data balikan that are neither acknowledged nor handed over. */
  openBalikan(agreementId: string): number;
  /** Consented card records that are still kept. */
  keptRecords(agreementId: string): number;
  /** SAM cards neither returned nor deactivated, of how many in all. */
  sams(agreementId: string): { readonly all: number; readonly open: number };
  /** Readers on the inventory that were not made inactive, of how many in all. */
  readers(agreementId: string): { readonly all: number; readonly open: number };
  /** Semester reports that were opened, with the letter of the version signed last. */
  reports(agreementId: string): readonly ReportStage[];
}

/** SAM cards read only while the agreement is in force. */
export interface DevicesPort {
  /** Some of its cards read now. */
  anyActive(agreementId: string): boolean;
  /** In the transaction that suspends or ends the agreement, or with which a bridge begins that does not name the SAM. */
  stopAll(agreementId: string): Result<unknown>;
}

export interface AgreementPorts {
  readonly approval: ApprovalPort;
  readonly scans: ScanPort;
  readonly people: PeoplePort;
  readonly leftovers: LeftoversPort;
  readonly devices: DevicesPort;
  /** As it is known now: a decree may come in the middle of a year, and dates move with it. */
  readonly workDays: () => WorkCalendar;
  /** Of this program, `major.minor.patch`. */
  readonly applicationVersion: string;
}

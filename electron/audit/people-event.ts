/** What the audit log says of the office: proposals and decisions, people and their roles, accounts, operators, signed papers. */
import type {
  OperatorStatus,
  PaperKind,
  PeopleAct,
  ProposalKind,
  Role,
  ScanKind,
} from '../contract/index.ts';

export type PeopleEvent =
  | {
      readonly event: 'PROPOSED';
      readonly proposalId: string;
      readonly kind: ProposalKind;
      readonly subjectId: string;
      readonly sha256: string;
    }
  | {
      readonly event: 'PROPOSAL_DECIDED';
      readonly proposalId: string;
      readonly kind: ProposalKind;
      readonly subjectId: string;
      readonly outcome: 'CONFIRMED' | 'REJECTED' | 'WITHDRAWN';
    }
  | {
      readonly event: 'SCAN_FILED';
      readonly scanId: string;
      readonly kind: ScanKind;
      readonly sha256: string;
    }
  | { readonly event: 'PERSON_ADDED'; readonly personId: string }
  | {
      readonly event: 'ROLE_GIVEN' | 'ROLE_ENDED';
      readonly personId: string;
      readonly role: Role;
      readonly acting: boolean;
    }
  | {
      readonly event:
        | 'ACCOUNT_GIVEN'
        | 'ACCOUNT_CLOSED'
        | 'ACCOUNT_LOCKED'
        | 'PASSWORD_RESET'
        | 'PASSWORD_CHANGED'
        | 'SCREEN_LOCKED'
        | 'SCREEN_UNLOCKED';
      readonly personId: string;
    }
  | { readonly event: 'NOTICE_ACKNOWLEDGED'; readonly personId: string; readonly noticeVersion: number }
  /** A second person has proved who they are, to sign for one thing. */
  | { readonly event: 'CO_SIGNER_VERIFIED'; readonly personId: string }
  | {
      readonly event: 'OPERATOR_MOVED';
      readonly operatorId: string;
      readonly personId: string;
      /** Absent for a new proposal. */
      readonly from?: OperatorStatus;
      readonly to: OperatorStatus;
    }
  | {
      readonly event: 'SPTJM_RECORDED';
      readonly sptjmId: string;
      readonly scanId: string;
      readonly signedOn: string;
    }
  | {
      readonly event: 'USER_ID_CHANGE_OPENED' | 'USER_ID_BAST_RECORDED';
      readonly changeId: string;
      readonly cause: Extract<PeopleAct, { act: 'OPEN_USER_ID_CHANGE' }>['cause'];
    }
  /** The scan of its signed print was attached. */
  | { readonly event: 'PAPER_SIGNED'; readonly paperId: string; readonly scanSha256: string }
  /** Its PDF was given to a printer; what became of it there the program does not know. */
  | { readonly event: 'PAPER_PRINTED'; readonly paperId: string; readonly pdfSha256: string }
  /** No printer took it. */
  | { readonly event: 'PAPER_NOT_PRINTED'; readonly paperId: string; readonly failure: string }
  /** A paper was made: its PDF and the copy of its fields, by their checksums. */
  | {
      readonly event: 'PAPER_MADE';
      readonly paperId: string;
      readonly kind: PaperKind;
      readonly draft: boolean;
      readonly pdfSha256: string;
      readonly fieldsSha256: string;
    }
  /** IT staff had the SAM tried once more after it refused: a wrong OPEN may be counted. */
  | { readonly event: 'SAM_OPEN_ALLOWED' }
  /** The recovery key of the institution has opened this installation, on this computer. */
  | { readonly event: 'KEYS_RECOVERED' }
  /** Dukcapil was told of the new head. */
  | { readonly event: 'OFFICE_CHANGE_SETTLED'; readonly personId: string };

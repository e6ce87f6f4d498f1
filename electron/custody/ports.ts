/**
 * What the room of SAM custody needs from outside: what the agreement allows, and somebody who lets a second person confirm.
 * Everything is synchronous and joins the caller's transaction.
 */
import type { Result } from '../../native/failure.ts';
import type { Acting, SignedHandover } from '../contract/index.ts';

export type SamProposalKind = 'SAM_ACTIVATION' | 'SAM_DEACTIVATION';

export interface SamProposal {
  readonly kind: SamProposalKind;
  /** The card. */
  readonly subjectId: string;
  /** JSON, as this room wrote it when it was proposed. */
  readonly body: string;
  readonly proposedBy: string;
}

/** What the room has to know of an agreement. */
export interface CustodyFacts {
  /** Of the agreement, as the institution numbers it. */
  readonly number: string;
  /** At this very instant, by the clock and not by the last look at it. */
  readonly inForce: boolean;
  readonly ended: boolean;
  /** The agreement lets readers be used. */
  readonly allowsReader: boolean;
  /** Nothing is asked for under an agreement before this day. */
  readonly signedOn: string;
  /** A card is valid as long as its agreement. */
  readonly lastDay: string;
  /** In the agreement's own zone. */
  readonly today: string;
}

/** Something proposed about a card that waits for a second person. */
export interface WaitingProposal {
  readonly kind: SamProposalKind;
  readonly samId: string;
  readonly proposedBy: string;
}

/** The medium, as this room needs it. Failures of the disk are values. */
export interface Medium {
  /** Durable when it answers, as far as the medium keeps its word. */
  write(path: string, bytes: Uint8Array): Result<void>;
  read(path: string): Result<Uint8Array>;
  /** What is there already; `undefined`: nothing. */
  present(path: string): Result<Uint8Array | undefined>;
}

export interface CustodyPorts {
  agreement(agreementId: string): CustodyFacts | undefined;
  /** Those that give access to population data; cards are held under no other. */
  agreementIds(): readonly string[];
  /** By when the cards of an agreement that ended are to be back; `undefined` where it sets no day. */
  returnDue(agreementId: string): string | undefined;
  waiting(): readonly WaitingProposal[];
  nameOf(personId: string): string;
  propose(kind: SamProposalKind, samId: string, body: unknown, acting: Acting): Result<unknown>;
  /** What waits about the card is void: it has gone another way. */
  withdrawProposals(samId: string, acting: Acting): Result<unknown>;
  /** What becomes of a card that was reported: an incident is on record under its number. */
  lost(
    card: {
      readonly samId: string;
      readonly name: string;
      readonly agreementId: string;
      readonly kind: 'LOST' | 'STOLEN' | 'DAMAGED';
      readonly incident: string;
    },
    acting: Acting,
  ): Result<unknown>;
  /** BAST of the agreement whose signed print is on record. */
  signedHandovers(agreementId: string): readonly SignedHandover[];
  /** Name of this counter, as it is now. */
  counter(): string;
  /** What a configuration goes back on. */
  readonly medium: Medium;
  /** What was erased leaves the log of the database now, and not in a second. */
  forgetNow(): void;
}

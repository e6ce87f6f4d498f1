/**
 * SAM cards and readers as they cross between the home pages and main: what IT staff may record (schemas) and what they are shown
 * (views). Neither PCID nor configuration is ever in here.
 */
import { z } from 'zod';
import { isoDate } from './agreement-profile.ts';
import { letter, officeId } from './office.ts';
import type { Role } from './permissions.ts';
import type { ReaderStatus, SamEvent, SamStatus } from './sam-state.ts';
import { words } from './words.ts';

/** As it is printed on the card or the reader; never sixteen digits, which is what a NIK looks like. */
const serial = z.string().regex(/^(?!.*\d{16})[A-Za-z0-9][A-Za-z0-9./-]{2,39}$/);
const card = { samId: officeId };
/** One letter, one annex: up to 300 cards at a time. */
const cards = { samIds: z.array(officeId).min(1).max(300) };

/** Why a card is given up. A card that was lost and found goes back for that reason alone. */
export const deactivationCauses = ['AGREEMENT_ENDED', 'READER_RETIRED', 'FOUND_AGAIN'] as const;
export type DeactivationCause = (typeof deactivationCauses)[number];

export const custodyAct = z.discriminatedUnion('act', [
  /** Cards bought, with the document of the vendor. */
  z.object({
    act: z.literal('PROCURE'),
    agreementId: officeId,
    count: z.number().int().min(1).max(300),
    vendor: words(120),
    document: letter,
  }),
  z.object({
    act: z.literal('REQUEST_PERSO'),
    ...cards,
    letter,
    /** Number of the request in SIFILMA; without it nothing moves. */
    ticket: z.string().trim().max(60),
    ticketOn: isoDate,
  }),
  z.object({ act: z.literal('REJECT'), ...cards, letter, reason: words(300) }),
  z.object({ act: z.literal('RECEIVE'), ...card, letter, serial }),
  z.object({
    act: z.literal('REGISTER_READER'),
    agreementId: officeId,
    serial,
    model: words(120),
    /** Name under which the system lists it, when its card slot is used. */
    terminal: words(200),
    counter: words(40),
  }),
  /** The UID is nobody's to type: the configuration file names it, or the device test reads it (F7). */
  z.object({ act: z.literal('PAIR'), ...card, readerId: officeId }),
  z.object({ act: z.literal('PROPOSE_ACTIVATION'), ...card }),
  z.object({ act: z.literal('SUSPEND'), ...card, reason: words(300) }),
  z.object({ act: z.literal('RESUME'), ...card, reason: words(300) }),
  z.object({
    act: z.literal('REPORT_LOST'),
    ...card,
    kind: z.enum(['LOST', 'STOLEN', 'DAMAGED']),
    incident: words(60),
  }),
  z.object({
    act: z.literal('PROPOSE_DEACTIVATION'),
    ...card,
    cause: z.enum(deactivationCauses),
    letter,
  }),
  z.object({ act: z.literal('CONFIRM_DEACTIVATION'), ...cards, letter }),
  z.object({
    act: z.literal('HAND_IN'),
    ...cards,
    /** The BAST that lists them, signed and on record; without it nothing counts as returned. */
    bast: officeId.exactOptional(),
    shipment: letter,
    receipt: letter,
    receivedBy: words(120),
  }),
  z.object({
    act: z.literal('WRITE_OFF'),
    ...card,
    report: letter,
    deactivation: letter,
    bast: officeId.exactOptional(),
  }),
  /** Carried to another counter, or listed under another name; not while a card reads in it. */
  z.object({
    act: z.literal('MOVE_READER'),
    readerId: officeId,
    terminal: words(200),
    counter: words(40),
    reason: words(300),
  }),
  z.object({ act: z.literal('DEACTIVATE_READER'), readerId: officeId, letter }),
]);
export type CustodyAct = z.infer<typeof custodyAct>;

/** What is recorded about a configuration that goes back; the file, its name and its checksum main knows itself. */
export const configurationReturn = z.object({
  ...card,
  /** On what it is handed over, and how that is closed. */
  medium: words(120),
  on: isoDate,
  receivedBy: words(120),
});
export type ConfigurationReturn = z.infer<typeof configurationReturn>;

/** A return that was begun and has no copy that was read back: the configuration is still here. */
export interface UnfinishedReturn {
  readonly samId: string;
  /** Of the card. */
  readonly name: string;
  readonly fileName: string;
  readonly medium: string;
  readonly at: number;
  /** Name of who began it. */
  readonly by: string;
}

/**
 * Where every card of an agreement is. `ordered = personalised + pending + rejected`, and
 * `personalised = ready + active + suspended + lost + returned + awaitingReturn`; main writes nothing that breaks this.
 */
export interface Reconciliation {
  readonly agreementId: string;
  readonly ordered: number;
  readonly personalised: number;
  readonly pending: number;
  readonly rejected: number;
  /** Personalised and not activated yet. */
  readonly ready: number;
  readonly active: number;
  readonly suspended: number;
  /** Lost or damaged, written off or not yet. */
  readonly lost: number;
  readonly returned: number;
  readonly awaitingReturn: number;
}

/** Every card that was ordered is somewhere. */
export function isReconciled(line: Reconciliation): boolean {
  const { ready, active, suspended, lost, returned, awaitingReturn } = line;
  return (
    line.ordered === line.personalised + line.pending + line.rejected &&
    line.personalised === ready + active + suspended + lost + returned + awaitingReturn
  );
}

export interface SamCardRow {
  readonly samId: string;
  readonly agreementId: string;
  /** Serial once there is one; before that the place in its order. */
  readonly name: string;
  /** Document of the vendor by which it was bought; cards of one order are told apart by their place in it. */
  readonly order: string;
  readonly status: SamStatus;
  readonly rejected: boolean;
  readonly ticket: string | null;
  readonly hasConfiguration: boolean;
  readonly reader: { readonly serial: string; readonly counter: string } | null;
  readonly incident: string | null;
  readonly validUntil: string | null;
  /** It was read from the card or came with the file. */
  readonly hasUid: boolean;
  /** What comes next and who does it; `null` at an end, or while it reads. */
  readonly next: { readonly event: SamEvent; readonly who: Role } | null;
  /** What was proposed about it and waits for a second person. */
  readonly waiting: { readonly event: SamEvent; readonly by: string } | null;
  /** What the signed-in person may record about it now. */
  readonly events: readonly SamEvent[];
}

export interface CardReaderRow {
  readonly readerId: string;
  readonly agreementId: string;
  readonly serial: string;
  readonly model: string;
  readonly counter: string;
  readonly status: ReaderStatus;
  /** Serial of the card that is in it. */
  readonly sam: string | null;
  /** The signed-in person may move it or make it inactive now. */
  readonly mayChange: boolean;
}

/** A BAST of the agreement whose signed print is on record. */
export interface SignedHandover {
  readonly paperId: string;
  readonly agreementId: string;
  readonly number: string;
  readonly signedOn: string;
  /** Names of the cards it lists. */
  readonly cards: readonly string[];
}

/** An agreement under which cards are or may be held. */
export interface CustodyAgreement {
  readonly agreementId: string;
  /** As the institution numbers it. */
  readonly number: string;
  readonly lastDay: string;
  readonly ended: boolean;
  /** Cards and readers may be added under it now. */
  readonly open: boolean;
  /** After its end: by when every card is to be back, and how many are not. */
  readonly owed: { readonly cards: number; readonly due: string | null; readonly late: boolean } | null;
}

/** One thing that happened to a card or its order, and what it rests on. */
export interface CustodyEntry {
  readonly at: number;
  /** Name of the person, or `SYSTEM`. */
  readonly actor: string;
  readonly event: SamEvent | 'PROCURE';
  readonly to: SamStatus;
  /** `on`: the date of a letter whose number is the value. */
  readonly details: readonly { readonly field: string; readonly value: string; readonly on?: string }[];
}

export interface CustodyView {
  readonly agreements: readonly CustodyAgreement[];
  readonly lines: readonly Reconciliation[];
  readonly cards: readonly SamCardRow[];
  readonly readers: readonly CardReaderRow[];
  /** What a card may be handed in or written off with. */
  readonly handovers: readonly SignedHandover[];
}

/** What each act on cards and readers is about, how its form begins, and which step of a card it brings about. Pure. */
import type {
  CardReaderRow,
  CustodyAct,
  CustodyView,
  DeactivationCause,
  SamCardRow,
  SamEvent,
  SignedHandover,
} from '../../../electron/contract/index.ts';
import type { Draft } from '../parts/index.ts';

/** Every act there is a form for; the file of a card is chosen in a dialog of main's. */
type FormName = CustodyAct['act'] | 'IMPORT_CONFIG' | 'RETURN_CONFIG';
/** The test of a card has a page of its own. */
export type ActName = FormName | 'TEST';

/** An act somebody wants to do now. */
export interface Wanted {
  readonly act: ActName;
  readonly agreementId: string;
  /** The card it is about, or the cards that may go into one letter. */
  readonly card?: SamCardRow;
  readonly cards?: readonly SamCardRow[];
  readonly reader?: CardReaderRow;
}

export type WantedForm = Wanted & { readonly act: FormName };

export function isForm(wanted: Wanted): wanted is WantedForm {
  return wanted.act !== 'TEST';
}

/** The act by which somebody brings a step of a card about. */
export const actOf: Readonly<Record<SamEvent, ActName>> = {
  REQUEST_PERSO: 'REQUEST_PERSO',
  REJECT: 'REJECT',
  RECEIVE: 'RECEIVE',
  IMPORT_CONFIG: 'IMPORT_CONFIG',
  TEST: 'TEST',
  PAIR: 'PAIR',
  ACTIVATE: 'PROPOSE_ACTIVATION',
  SUSPEND: 'SUSPEND',
  RESUME: 'RESUME',
  REPORT_LOST: 'REPORT_LOST',
  REQUEST_DEACTIVATION: 'PROPOSE_DEACTIVATION',
  RETURN_CONFIG: 'RETURN_CONFIG',
  CONFIRM_DEACTIVATION: 'CONFIRM_DEACTIVATION',
  HAND_IN: 'HAND_IN',
  WRITE_OFF: 'WRITE_OFF',
};

/** How the step is called where it means something else for this card. */
export function stepNameOf(
  event: SamEvent,
  { status }: Pick<SamCardRow, 'status'>,
): SamEvent | 'FOUND_AGAIN' {
  return event === 'REQUEST_DEACTIVATION' && status === 'LOST_OR_DAMAGED' ? 'FOUND_AGAIN' : event;
}

/** One letter, several cards. */
const inOneLetter: ReadonlySet<SamEvent> = new Set([
  'REQUEST_PERSO',
  'REJECT',
  'CONFIRM_DEACTIVATION',
  'HAND_IN',
]);

/** Steps one rarely takes back: their buttons do not stand first. */
export const grave: ReadonlySet<SamEvent> = new Set([
  'REJECT',
  'SUSPEND',
  'REPORT_LOST',
  'REQUEST_DEACTIVATION',
  'WRITE_OFF',
]);

const letter = { number: '', date: '' };

/** What a form of the act holds before anything is filled in. */
const blanks: Readonly<Record<ActName, Draft>> = {
  PROCURE: { count: 1, vendor: '', document: letter },
  REQUEST_PERSO: { letter, ticket: '', ticketOn: '' },
  REJECT: { letter, reason: '' },
  RECEIVE: { letter, serial: '' },
  IMPORT_CONFIG: {},
  TEST: {},
  REGISTER_READER: { serial: '', model: '', terminal: '', counter: '' },
  PAIR: { readerId: '' },
  PROPOSE_ACTIVATION: {},
  SUSPEND: { reason: '' },
  RESUME: { reason: '' },
  REPORT_LOST: { kind: '', incident: '' },
  PROPOSE_DEACTIVATION: { cause: '', letter },
  RETURN_CONFIG: {},
  CONFIRM_DEACTIVATION: { letter },
  HAND_IN: { bast: '', shipment: letter, receipt: letter, receivedBy: '' },
  WRITE_OFF: { report: letter, deactivation: letter, bast: '' },
  MOVE_READER: { terminal: '', counter: '', reason: '' },
  DEACTIVATE_READER: { letter },
};

/** A blank one is left out: main knows better than a form what it means that there is none. */
export const mayBeBlank = ['bast'] as const;

/** What can be known without asking. */
export type Known = Readonly<Record<string, string>>;

/** @param listed names on the BAST that is chosen first: the form begins with those cards */
export function draftOf(
  { act, agreementId, card, cards, reader }: Wanted,
  known: Known = {},
  listed?: readonly string[],
): Draft {
  const blank = blanks[act];
  const together = (card === undefined ? cards : [card])?.filter(
    ({ name }) => listed?.includes(name) ?? true,
  );
  const filled = Object.fromEntries(Object.entries(known).filter(([field]) => field in blank));
  return {
    ...(act === 'IMPORT_CONFIG' ? {} : { act }),
    ...blank,
    ...filled,
    ...(act === 'PROCURE' || act === 'REGISTER_READER' ? { agreementId } : {}),
    ...(cards === undefined ? {} : { samIds: together?.map(({ samId }) => samId) ?? [] }),
    ...(cards === undefined && card !== undefined ? { samId: card.samId } : {}),
    ...(reader === undefined ? {} : { readerId: reader.readerId }),
  };
}

/** The step as an act: where one letter holds several cards, those that could go into it with this one. */
export function wantedFor(event: SamEvent, card: SamCardRow, all: readonly SamCardRow[]): Wanted {
  const { agreementId } = card;
  if (!inOneLetter.has(event)) return { act: actOf[event], agreementId, card };
  return { act: actOf[event], agreementId, card, cards: alike(event, agreementId, all) };
}

/** Why the card may be given up now: main refuses the others. */
export function causesFor(
  { agreements }: Pick<CustodyView, 'agreements'>,
  { agreementId, card }: Wanted,
): readonly DeactivationCause[] {
  if (card?.status === 'LOST_OR_DAMAGED') return ['FOUND_AGAIN'];
  const hasEnded = agreements.find((row) => row.agreementId === agreementId)?.ended === true;
  return hasEnded ? ['AGREEMENT_ENDED', 'READER_RETIRED'] : ['READER_RETIRED'];
}

/** Signed BAST that list any of the cards, newest first. */
export function handoversFor(
  { handovers }: Pick<CustodyView, 'handovers'>,
  { agreementId, card, cards = card === undefined ? [] : [card] }: Wanted,
): readonly SignedHandover[] {
  return handovers.filter(
    (one) => one.agreementId === agreementId && cards.some(({ name }) => one.cards.includes(name)),
  );
}

/** Cards of the agreement about which this step can be recorded now. */
function alike(event: SamEvent, agreementId: string, all: readonly SamCardRow[]): readonly SamCardRow[] {
  return all.filter((card) => card.agreementId === agreementId && card.events.includes(event));
}

/** Readers that the card may be put into: in use, and empty or its own. */
export function freeReaders(
  { readers }: Pick<CustodyView, 'readers'>,
  agreementId: string,
  card: SamCardRow | undefined,
): readonly CardReaderRow[] {
  return readers.filter(
    (reader) =>
      reader.agreementId === agreementId &&
      reader.status !== 'DEACTIVATED' &&
      (reader.sam === null || reader.sam === card?.name),
  );
}

/** What is to be done next, for how many cards, and by which act; what waits for a second person is named as such. */
export interface Task {
  readonly event: SamEvent;
  readonly cards: readonly SamCardRow[];
  /** Proposed, and not decided yet. */
  readonly waits: boolean;
  /** What one press leads to, for whoever may; a card by itself is gone to. */
  readonly wanted: Wanted | undefined;
}

/** In the order in which a card comes to them. */
export function tasksOf(agreementId: string, all: readonly SamCardRow[]): readonly Task[] {
  const cards = all.filter((card) => card.agreementId === agreementId);
  const events = Object.keys(actOf) as SamEvent[];
  return events.flatMap((event) => {
    const due = cards.filter((card) => (card.waiting?.event ?? card.next?.event) === event);
    const waits = due.filter((card) => card.waiting !== null);
    const open = due.filter((card) => card.waiting === null);
    return [taskOf(open, false), taskOf(waits, true)].filter((task) => task.cards.length > 0);

    function taskOf(of: readonly SamCardRow[], isWaiting: boolean): Task {
      const able = of.filter((card) => card.events.includes(event));
      const together = inOneLetter.has(event) && able.length > 0 && !isWaiting;
      const wanted = together ? { act: actOf[event], agreementId, cards: able } : undefined;
      return { event, cards: of, waits: isWaiting, wanted };
    }
  });
}

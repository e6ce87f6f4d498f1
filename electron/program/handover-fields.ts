/**
 * The BAST of SAM cards and readers, from what the books say (domain 5.1): which cards go, which readers went off and when, and whether
 * anything of it disagrees. Pure.
 */
import type { Failure } from '../../native/failure.ts';
import { dayInFigures, localDay } from '../calendar/index.ts';
import {
  type AgreementRow,
  appFailure,
  isReconciled,
  type PaperOrder,
  type SamStatus,
  settledStatuses,
  writtenTime,
  zoneSign,
} from '../contract/index.ts';
import type { Inventory, InventoryCard, InventoryReader } from '../custody/index.ts';

export interface HandoverFacts {
  readonly agreement: Pick<AgreementRow, 'status' | 'accessUntil'>;
  readonly inventory: Inventory;
  readonly zone: string;
  /** Records of residents that are kept by their consent. */
  readonly keptRecords: number;
  readonly nameOf: (personId: string) => string;
}

type HandoverOrder = Extract<PaperOrder, { kind: 'BAST_SAM_RETURN' }>;

/** On their way out, or lost: what a BAST is about. */
const leaving: ReadonlySet<SamStatus> = new Set(['CONFIG_RETURNED', 'DEACTIVATED', 'LOST_OR_DAMAGED']);
const expired: ReadonlySet<string> = new Set(['EXPIRED', 'CLOSED']);
const terminated: ReadonlySet<string> = new Set(['TERMINATED', 'CLOSED']);
/** As many as one reads in a message. */
const mostNamed = 6;

export function handoverFields(order: HandoverOrder, facts: HandoverFacts) {
  const { inventory, agreement, zone } = facts;
  const scope = scopeOf(order.reason, inventory);
  const earlier = inventory.cards.filter(({ status }) => settledStatuses.has(status));
  const { acknowledgedBy, shipment } = order;
  return {
    reason: order.reason,
    endedOn: agreement.accessUntil,
    receiver: order.receiver,
    witnesses: order.witnesses,
    acknowledgedBy: acknowledgedBy.name === '' && acknowledgedBy.position === '' ? null : acknowledgedBy,
    copies: Number(order.copies),
    inventory: rowsOf(scope, zone),
    readersOff: readersOff(scope.readers, facts),
    files: scope.cards.flatMap(({ name, returned }) =>
      returned === null ? [] : [{ sam: name, ...returned }],
    ),
    kept: { count: facts.keptRecords, treatment: order.keptData },
    shipment: shipment.how === '' ? null : shipment,
    earlier: {
      returned: earlier.filter(({ status }) => status === 'RETURNED').length,
      writtenOff: earlier.filter(({ status }) => status === 'WRITTEN_OFF').length,
      basts: [...new Set(earlier.flatMap(({ bast }) => (bast === null ? [] : [bast.number])))],
    },
  };
}

/** Everything of the agreement, as it is. */
export function wholeInventory({ inventory, zone }: HandoverFacts) {
  return rowsOf({ ...inventory, cards: inventory.cards.filter(({ serial }) => serial !== null) }, zone);
}

/** What Dukcapil is asked to personalise and activate, and the readers that wait for it. */
export function requestedRows({ inventory: { cards, readers }, zone }: HandoverFacts) {
  const wanted = cards.filter(({ status }) => status === 'PROCURED' || status === 'PERSO_REQUESTED');
  const waiting = readers.filter(({ status }) => status === 'REGISTERED');
  const placed = wanted.map((card, at) => ({ ...card, readerId: waiting[at]?.readerId ?? null }));
  return rowsOf({ cards: placed, readers: waiting }, zone);
}

/** Cards whose loss or damage Dukcapil is told of, until they are written off. */
export function lostRows({ inventory, zone }: HandoverFacts) {
  const cards = inventory.cards.filter(({ status }) => status === 'LOST_OR_DAMAGED');
  const held = new Set(cards.map(({ readerId }) => readerId));
  return rowsOf({ cards, readers: inventory.readers.filter(({ readerId }) => held.has(readerId)) }, zone);
}

/** What keeps the BAST from being printed, or nothing. */
export function handoverHindrance(order: HandoverOrder, facts: HandoverFacts): Failure | undefined {
  const wrong = [
    ...miscounted(facts.inventory),
    ...inWrongState(order, facts.inventory),
    ...wrongReason(order, facts),
    ...wrongDay(order, facts),
  ];
  if (wrong.length === 0) return undefined;
  const more = wrong.length - mostNamed;
  const named = [...wrong.slice(0, mostNamed), ...(more > 0 ? [`… +${more}`] : [])];
  return appFailure('BAST_DISAGREES', 'paper', undefined, { daftar: named.join('; ') });
}

interface Scope {
  readonly cards: readonly InventoryCard[];
  readonly readers: readonly InventoryReader[];
}

/** At the end everything that no earlier BAST accounts for; at a replacement what went off. */
function scopeOf(reason: HandoverOrder['reason'], inventory: Inventory): Scope {
  const cards = inventory.cards.filter(({ status }) => leaving.has(status));
  const held = new Set(cards.map(({ readerId }) => readerId));
  const before = new Set(
    inventory.cards.filter(({ status }) => settledStatuses.has(status)).map(({ readerId }) => readerId),
  );
  const readers = inventory.readers.filter(({ readerId, status }) =>
    reason === 'PENGGANTIAN'
      ? status === 'DEACTIVATED' && held.has(readerId)
      : held.has(readerId) || !before.has(readerId),
  );
  return { cards, readers };
}

/** A card and its reader in one row; a reader that held several stands with the first of them. */
function rowsOf({ cards, readers }: Scope, zone: string) {
  const dayOf = (at: number | undefined | null) => (at == null ? null : localDay(at, zone));
  const left = new Map(readers.map((reader) => [reader.readerId, reader]));
  const withCards = cards.map((card) => {
    const reader = card.readerId === null ? undefined : left.get(card.readerId);
    if (reader !== undefined) left.delete(reader.readerId);
    return {
      sam: card.name,
      ticket: card.ticket,
      model: reader?.model ?? null,
      reader: reader?.serial ?? null,
      counter: reader?.counter ?? null,
      activatedOn: dayOf(card.activatedAt),
      offOn: dayOf(reader?.deactivated?.at ?? card.loss?.at),
      configSha256: card.configSha256,
      condition: conditionOf(card),
      incident: card.loss?.incident ?? null,
      deactivation: card.deactivation,
    };
  });
  const alone = [...left.values()].map((reader) => ({
    sam: null,
    ticket: null,
    model: reader.model,
    reader: reader.serial,
    counter: reader.counter,
    activatedOn: null,
    offOn: dayOf(reader.deactivated?.at),
    configSha256: null,
    condition: 'GOOD' as const,
    incident: null,
    deactivation: null,
  }));
  return [...withCards, ...alone];
}

/** A card that was found is there again; the number of its loss stays beside it. */
function conditionOf({ loss, status }: InventoryCard): 'GOOD' | 'DAMAGED' | 'LOST' {
  if (loss === null) return 'GOOD';
  if (loss.kind === 'DAMAGED') return 'DAMAGED';
  return status === 'LOST_OR_DAMAGED' || status === 'WRITTEN_OFF' ? 'LOST' : 'GOOD';
}

function readersOff(readers: readonly InventoryReader[], { zone, nameOf }: HandoverFacts) {
  const moments = readers.flatMap(({ deactivated }) => (deactivated === null ? [] : [deactivated]));
  const last = moments.reduce((latest, one) => (one.at > latest.at ? one : latest), moments[0] ?? noMoment);
  if (last === noMoment) return null;
  const day = localDay(last.at, zone);
  return {
    day,
    time: writtenTime(last.at, zone, 'id'),
    zone: zoneSign(zone),
    by: nameOf(last.by),
    letter: last.letter.number,
    atOnce: moments.every(
      ({ at, letter }) => localDay(at, zone) === day && letter.number === last.letter.number,
    ),
  };
}

const noMoment: NonNullable<InventoryReader['deactivated']> = {
  at: 0,
  by: '',
  letter: { number: '', date: '' },
};

/** A card that is on no list any more, whoever took it off. */
function miscounted({ line }: Inventory): readonly string[] {
  if (isReconciled(line)) return [];
  const { ordered, personalised, pending, rejected } = line;
  const found = line.ready + line.active + line.suspended + line.lost + line.returned + line.awaitingReturn;
  return [`SAM ${ordered} ≠ ${personalised} + ${pending} + ${rejected}; ${personalised} / ${found}`];
}

/** Nothing stays behind at an end: not a card on the way to or from Dukcapil, not a reader that could still read. */
function inWrongState({ reason }: HandoverOrder, inventory: Inventory): readonly string[] {
  const scope = scopeOf(reason, inventory);
  const empty = scope.cards.length + scope.readers.length === 0 ? ['0 SAM, 0 perangkat'] : [];
  if (reason === 'PENGGANTIAN') return empty;
  const cards = inventory.cards.filter(
    ({ serial, status }) =>
      !leaving.has(status) &&
      !settledStatuses.has(status) &&
      (serial !== null || status === 'PERSO_REQUESTED'),
  );
  const readers = scope.readers.filter(({ status }) => status !== 'DEACTIVATED');
  return [
    ...empty,
    ...cards.map(({ name, status }) => `${name}: ${status}`),
    ...readers.map(({ serial, status }) => `${serial}: ${status}`),
  ];
}

function wrongReason({ reason }: HandoverOrder, { agreement: { status } }: HandoverFacts): readonly string[] {
  if (reason === 'PENGGANTIAN') return [];
  const fitting = reason === 'DIAKHIRI' ? terminated : expired;
  return fitting.has(status) ? [] : [`${reason}: ${status}`];
}

/** Not before the end, nor before anything that it tells of. */
function wrongDay({ day, reason }: HandoverOrder, facts: HandoverFacts): readonly string[] {
  if (day === undefined) return ['tanggal BAST: –'];
  const { cards, readers } = scopeOf(reason, facts.inventory);
  const earliest = [
    ...(reason === 'PENGGANTIAN' ? [] : [facts.agreement.accessUntil]),
    ...cards.flatMap(({ lastOn, loss }) => [
      lastOn,
      ...(loss === null ? [] : [localDay(loss.at, facts.zone)]),
    ]),
    ...readers.flatMap(({ deactivated }) =>
      deactivated === null ? [] : [localDay(deactivated.at, facts.zone), deactivated.letter.date],
    ),
  ].reduce((latest, one) => (one > latest ? one : latest), '');
  return day < earliest ? [`tanggal ${dayInFigures(day)} < ${dayInFigures(earliest)}`] : [];
}

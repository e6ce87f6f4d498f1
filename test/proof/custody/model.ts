/**
 * Domain 4.2, 3.E and 5 written down a second time: which states may follow, who may bring them about, on which papers, and where every
 * card has to be. Shares nothing with the room it judges but the names of the acts.
 */
import type { CustodyView, Role, SamCardRow, SamStatus } from '../../../electron/contract/index.ts';
import { type Around, firstDay, isOver, reads } from './agreement.ts';
import { serialOf, uidOf } from './books.ts';
import type { Said, Scene } from './steps.ts';

/** A card moves along these lines and no others; a card that is refused something stays. */
export const lines: Readonly<Record<SamStatus, readonly SamStatus[]>> = {
  PROCURED: ['PERSO_REQUESTED'],
  PERSO_REQUESTED: ['PERSONALISED', 'PROCURED'],
  PERSONALISED: ['ACTIVE', 'LOST_OR_DAMAGED', 'DEACT_REQUESTED'],
  ACTIVE: ['SUSPENDED', 'LOST_OR_DAMAGED', 'DEACT_REQUESTED'],
  SUSPENDED: ['ACTIVE', 'LOST_OR_DAMAGED', 'DEACT_REQUESTED'],
  // Found again it goes back, and never reads.
  LOST_OR_DAMAGED: ['WRITTEN_OFF', 'DEACT_REQUESTED'],
  DEACT_REQUESTED: ['CONFIG_RETURNED', 'DEACTIVATED'],
  CONFIG_RETURNED: ['DEACTIVATED', 'RETURNED'],
  DEACTIVATED: ['RETURNED'],
  RETURNED: [],
  WRITTEN_OFF: [],
};
const readerLines: Readonly<Record<string, readonly string[]>> = {
  REGISTERED: ['IN_SERVICE', 'DEACTIVATED'],
  IN_SERVICE: ['OUT_OF_SERVICE'],
  // Put to work and stopped again within one step: an activation and the loss that follows it are two.
  OUT_OF_SERVICE: ['IN_SERVICE', 'DEACTIVATED'],
  DEACTIVATED: [],
};
const officeRoles: readonly Role[] = ['SAM_OFFICER'];
const whoeverStops: readonly Role[] = ['SAM_OFFICER', 'OPERATOR', 'ACCESS_MANAGER', 'ACCESS_RESPONSIBLE'];
const whoConfirms: readonly Role[] = ['SAM_OFFICER', 'ACCESS_MANAGER'];

/** What the model remembers of a case. */
export interface Memory {
  /** Of the latest paper about each card. */
  readonly lastOn: Map<string, string>;
  /** Of the letter by which a card was proposed to be given up. */
  readonly letterOn: Map<string, string>;
  readonly passed: Map<string, boolean>;
}

export function newMemory({ today }: Around, samIds: readonly string[]): Memory {
  return {
    lastOn: new Map(samIds.map((samId) => [samId, today])),
    letterOn: new Map(),
    passed: new Map(),
  };
}

/** What must not have happened, in words; empty where all is well. */
export function wrongs(said: Said, after: CustodyView, scene: Scene, memory: Memory): string[] {
  const { seen: before, around } = scene;
  if (said.refusal !== undefined) {
    return standing(before) === standing(after) ? [] : ['a refusal changed something'];
  }
  return [
    ...wrongPerson(said),
    ...wrongPapers(said, after, scene, memory),
    ...after.cards.flatMap((card) => {
      const was = before.cards.find(({ samId }) => samId === card.samId);
      return was === undefined ? ['a card out of nowhere'] : wrongMove(was, card, said, around, memory);
    }),
    ...wrongReaders(before, after),
    ...wrongAtCounter(after, scene),
  ];
}

/** All that the room keeps; the papers are the campaign's own. */
function standing({ cards, readers, lines: sums }: CustodyView): string {
  return JSON.stringify([cards, readers, sums]);
}

function wrongPerson({ asked, acting }: Said): string[] {
  const may = (roles: readonly Role[]) => acting.roles.some((role) => roles.includes(role));
  if (asked.kind === 'AGREEMENT') return [];
  if (asked.kind === 'CONFIRM') {
    if (asked.by === acting.personId) return ['one person for two'];
    return may(whoConfirms) ? [] : ['confirmed by who may not'];
  }
  const stops = asked.kind === 'ACT' && (asked.act.act === 'SUSPEND' || asked.act.act === 'REPORT_LOST');
  return may(stops ? whoeverStops : officeRoles) ? [] : ['done by who may not'];
}

function isLost({ cards }: CustodyView, of: string): boolean {
  return cards.find(({ samId }) => samId === of)?.status === 'LOST_OR_DAMAGED';
}

/** Papers in their order, none ahead of today; a serial, a file and a BAST that are the card's own. */
function wrongPapers({ asked }: Said, after: CustodyView, scene: Scene, memory: Memory): string[] {
  const { around, books, agreementId, seen } = scene;
  const inOrder = (samId: string, ...days: readonly string[]) => {
    let last = memory.lastOn.get(samId) ?? '';
    for (const day of days) {
      if (day < last || day > around.today) return ['dates that contradict'];
      last = day;
    }
    memory.lastOn.set(samId, last);
    return [];
  };
  if (asked.kind === 'IMPORT') return asked.fileOf === asked.samId ? [] : ['the file of another card'];
  if (asked.kind === 'RETURN') {
    // After a power loss it is done or not: the card says which.
    const isReturned = ({ cards }: CustodyView) =>
      cards.find(({ samId }) => samId === asked.samId)?.status === 'CONFIG_RETURNED';
    // What came back before keeps its day; this time nothing was done.
    return isReturned(after) && !isReturned(seen) ? inOrder(asked.samId, asked.on) : [];
  }
  if (asked.kind === 'TEST') {
    memory.passed.set(asked.samId, asked.passed);
    return asked.passed && asked.uidOf !== asked.samId ? ['passed with another card'] : [];
  }
  if (asked.kind === 'CONFIRM') {
    const isGivenUp = asked.proposal === 'SAM_DEACTIVATION';
    return isGivenUp ? inOrder(asked.samId, memory.letterOn.get(asked.samId) ?? '') : [];
  }
  if (asked.kind !== 'ACT') return [];
  const { act } = asked;
  const signed = (samId: string, paperId: string | undefined) =>
    (books.handovers.get(agreementId) ?? []).find(
      (one) => one.paperId === paperId && one.cards.includes(serialOf(samId)),
    );
  switch (act.act) {
    case 'REQUEST_PERSO':
      return [
        ...(act.ticket === '' ? ['no SIFILMA number'] : []),
        ...(reads(around) ? [] : ['asked for under no agreement in force']),
        ...act.samIds.flatMap((samId) => inOrder(samId, act.letter.date, act.ticketOn)),
      ];
    case 'REJECT':
    case 'CONFIRM_DEACTIVATION':
      return act.samIds.flatMap((samId) => inOrder(samId, act.letter.date));
    case 'RECEIVE': {
      const isTaken = seen.cards.some(({ name }) => name === act.serial);
      return [...(isTaken ? ['the same serial twice'] : []), ...inOrder(act.samId, act.letter.date)];
    }
    case 'PROPOSE_DEACTIVATION':
      memory.letterOn.set(act.samId, act.letter.date);
      return [
        ...(act.cause === 'AGREEMENT_ENDED' && !isOver(around) ? ['given up for an end that is not'] : []),
        ...(isLost(seen, act.samId) === (act.cause === 'FOUND_AGAIN')
          ? []
          : ['lost, and given up as if not']),
      ];
    case 'HAND_IN':
      return act.samIds.flatMap((samId) => {
        const bast = signed(samId, act.bast);
        if (bast === undefined) return ['returned without a signed BAST'];
        return inOrder(samId, bast.signedOn, act.shipment.date, act.receipt.date);
      });
    case 'WRITE_OFF': {
      const bast = signed(act.samId, act.bast);
      if (bast === undefined) return ['written off without a signed BAST'];
      return inOrder(act.samId, act.report.date, act.deactivation.date, bast.signedOn);
    }
    case 'DEACTIVATE_READER': {
      const { date } = act.letter;
      return date > around.today || date < firstDay ? ['a reader off on an impossible day'] : [];
    }
    default:
      return [];
  }
}

function wrongMove(
  was: SamCardRow,
  card: SamCardRow,
  { asked }: Said,
  around: Around,
  memory: Memory,
): string[] {
  const { status } = card;
  const wrong: string[] = [];
  const isConfirmed = asked.kind === 'CONFIRM';
  if (was.status !== status) {
    // An end by revocation reports a card lost and stops it, or the others, in one step of a case.
    if (!lines[was.status].includes(status)) wrong.push(`${was.status} to ${status}`);
    if (status === 'ACTIVE' && memory.passed.get(card.samId) !== true) wrong.push('active without a test');
    if (status === 'ACTIVE' && was.status === 'PERSONALISED' && !isConfirmed)
      wrong.push('active by one person');
    if (status === 'DEACT_REQUESTED' && !isConfirmed) wrong.push('given up by one person');
    if (status === 'CONFIG_RETURNED' && asked.kind === 'RETURN' && asked.isLying)
      wrong.push('a copy that lies');
  }
  if (status === 'ACTIVE') {
    if (!reads(around)) wrong.push('active under no agreement in force');
    if (card.reader === null || !card.hasConfiguration || !card.hasUid)
      wrong.push('active without its parts');
    const moved = was.status === 'ACTIVE' && was.reader?.serial !== card.reader?.serial;
    if (moved) wrong.push('moved while it reads');
  }
  if (was.hasUid && !card.hasUid) wrong.push('a UID forgotten');
  if (card.validUntil !== around.lastDay) wrong.push('valid for longer or shorter than its agreement');
  return wrong;
}

function wrongReaders(before: CustodyView, after: CustodyView): string[] {
  const wrong: string[] = [];
  for (const { readerId, status, counter } of after.readers) {
    const was = before.readers.find((one) => one.readerId === readerId);
    if (was === undefined && status !== 'REGISTERED') wrong.push(`a reader that begins as ${status}`);
    if (was === undefined) continue;
    const isLegal = was.status === status || readerLines[was.status]?.includes(status) === true;
    if (!isLegal) wrong.push(`a reader from ${was.status} to ${status}`);
    if (was.counter !== counter && was.status === 'IN_SERVICE') wrong.push('a reader moved while it reads');
  }
  const active = after.cards
    .filter(({ status }) => status === 'ACTIVE')
    .map(({ reader }) => reader?.serial ?? '');
  const inService = after.readers.filter(({ status }) => status === 'IN_SERVICE').map(({ serial }) => serial);
  const standing = after.readers
    .filter(({ status }) => status !== 'DEACTIVATED')
    .map(({ counter }) => counter);
  if (isTwice(active)) wrong.push('two cards in one reader');
  if ([...active].sort().join() !== [...inService].sort().join()) wrong.push('in service without its card');
  if (isTwice(after.readers.map(({ serial }) => serial))) wrong.push('two readers of one serial');
  if (isTwice(standing)) wrong.push('two readers at one counter');
  if (isTwice(after.cards.map(({ name }) => name))) wrong.push('two cards of one name');
  return wrong;
}

/** One card is held to the place it is to read in: there and nowhere else, and only while it is active. */
function wrongAtCounter({ cards }: CustodyView, { books, random, agreementId }: Scene): string[] {
  const card = random.of(cards);
  if (!card.hasUid) return [];
  const isHere = random.below(2) === 0;
  books.here.counter = isHere && card.reader !== null ? card.reader.counter : 'Loket lain';
  const terminal = random.below(4) === 0 ? 'Pembaca lain' : 'Pembaca Contoh';
  const refusal = books.room.unfit(agreementId, terminal, uidOf(card.samId));
  const mayRead =
    card.status === 'ACTIVE' && terminal === 'Pembaca Contoh' && books.here.counter === card.reader?.counter;
  if (mayRead) return refusal === undefined ? [] : [`refused where it may read: ${refusal.code}`];
  return refusal === undefined ? ['reads where it must not'] : [];
}

/** Both equations, of the line as it is shown and of the cards counted here. */
export function isAccountedFor({ cards, lines: shown }: CustodyView, lives: number): boolean {
  const [line] = shown;
  const count = (...statuses: readonly SamStatus[]) =>
    cards.filter(({ status }) => statuses.includes(status)).length;
  const rejected = cards.filter((card) => card.rejected).length;
  const pending = count('PROCURED', 'PERSO_REQUESTED') - rejected;
  const personalised = lives - pending - rejected;
  const parts = {
    ready: count('PERSONALISED'),
    active: count('ACTIVE'),
    suspended: count('SUSPENDED'),
    lost: count('LOST_OR_DAMAGED', 'WRITTEN_OFF'),
    returned: count('RETURNED'),
    awaitingReturn: count('DEACT_REQUESTED', 'CONFIG_RETURNED', 'DEACTIVATED'),
  };
  const sum = Object.values(parts).reduce((all, part) => all + part, 0);
  const expected = { ordered: lives, personalised, pending, rejected, ...parts };
  return (
    cards.length === lives &&
    sum === personalised &&
    line !== undefined &&
    Object.entries(expected).every(([name, number]) => line[name as keyof typeof expected] === number)
  );
}

const isTwice = (names: readonly string[]) => new Set(names).size !== names.length;

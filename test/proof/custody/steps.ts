/** One step of a case: mostly the one that comes next for a card, by whom it is for; otherwise anything, by anybody. */
import type { Acting, CustodyAct, CustodyView } from '../../../electron/contract/index.ts';
import type { Result } from '../../../native/failure.ts';
import { type Around, dayAfter, isOver, moveOn, reads } from './agreement.ts';
import {
  type Books,
  configurationFile,
  firstPerson,
  letterOn,
  must,
  people,
  serialOf,
  uidOf,
} from './books.ts';
import type { Random } from './random.ts';
import { returnConfiguration } from './returning.ts';

export interface Scene {
  readonly books: Books;
  readonly random: Random;
  readonly agreementId: string;
  readonly samIds: readonly string[];
  readonly around: Around;
  /** As the inventory stood before the step. */
  readonly seen: CustodyView;
}

/** What was asked for, in a form that the model can judge. */
export type Asked =
  | { readonly kind: 'ACT'; readonly act: CustodyAct }
  | { readonly kind: 'IMPORT'; readonly samId: string; readonly fileOf: string }
  | { readonly kind: 'TEST'; readonly samId: string; readonly passed: boolean; readonly uidOf: string }
  | { readonly kind: 'RETURN'; readonly samId: string; readonly on: string; readonly isLying: boolean }
  | { readonly kind: 'CONFIRM'; readonly samId: string; readonly proposal: string; readonly by: string }
  | { readonly kind: 'AGREEMENT' };

export interface Said {
  readonly asked: Asked;
  readonly acting: Acting;
  readonly text: string;
  /** `undefined`: done. */
  readonly refusal: string | undefined;
  /** Something rare that is to happen in every long walk. */
  readonly happened?: string;
}

const allActs = [
  'REQUEST_PERSO',
  'REJECT',
  'RECEIVE',
  'IMPORT_CONFIG',
  'TEST',
  'REGISTER_READER',
  'PAIR',
  'PROPOSE_ACTIVATION',
  'SUSPEND',
  'RESUME',
  'REPORT_LOST',
  'PROPOSE_DEACTIVATION',
  'RETURN_CONFIG',
  'CONFIRM_DEACTIVATION',
  'HAND_IN',
  'WRITE_OFF',
  'MOVE_READER',
  'DEACTIVATE_READER',
] as const;
type Made = (typeof allActs)[number];

export function takeStep(scene: Scene): Said {
  const { books, random, agreementId, samIds, around, seen } = scene;
  const dice = random.below(100);
  if (dice < 3) return moveAgreement(scene);
  if (dice < 8) around.today = dayAfter(around.today);
  // Mostly the one who looks after the cards; now and then somebody who may not.
  const acting = random.below(5) < 4 ? firstPerson : random.of(people);
  const confirmed = dice < 26 ? confirmSomething(scene, acting) : undefined;
  if (confirmed !== undefined) return confirmed;
  const samId = random.of(samIds);
  const card = seen.cards.find((row) => row.samId === samId);
  // Mostly the step that comes next, so that lives reach their ends; otherwise anything at all.
  const wanted = random.below(10) < 7 ? actFor(card?.next?.event, random) : undefined;
  const made = wanted ?? random.of(allActs);
  switch (made) {
    case 'IMPORT_CONFIG': {
      const fileOf = random.below(12) === 0 ? random.of(samIds) : samId;
      const result = books.room.importConfiguration(samId, configurationFile(fileOf), acting);
      const happened = fileOf === samId ? undefined : 'the file of another card';
      return told({ kind: 'IMPORT', samId, fileOf }, acting, result, happened);
    }
    case 'TEST':
      return test(scene, samId, acting);
    case 'RETURN_CONFIG': {
      const on = dayOf(scene);
      const asked = { samId, medium: 'USB', on, receivedBy: 'Dinas Dukcapil' };
      const { result, text, diedShredded, isLying } = returnConfiguration(books, random, asked, acting);
      const refusal = result === undefined || result.ok ? undefined : result.failure.code;
      const happened = diedShredded ? { happened: 'power lost between shredded and recorded' } : {};
      const said = `${text} → ${refusal ?? (result === undefined ? 'died' : 'ok')}`;
      return { asked: { kind: 'RETURN', samId, on, isLying }, acting, text: said, refusal, ...happened };
    }
    default: {
      const act = actOf(made, samId, scene);
      return told({ kind: 'ACT', act }, acting, books.room.act(act, acting), happening(act, scene));
    }
  }

  function happening(act: CustodyAct, { seen: before }: Scene): string | undefined {
    if (act.act === 'RECEIVE' && act.serial !== serialOf(act.samId)) return 'the same serial twice';
    const paired = act.act === 'PAIR' ? before.cards.find((one) => one.samId === act.samId) : undefined;
    const at = before.readers.find((one) => act.act === 'PAIR' && one.readerId === act.readerId);
    const isElsewhere = paired?.reader != null && paired.reader.serial !== at?.serial;
    if (isElsewhere) return paired.status === 'ACTIVE' ? 'a card that reads, moved' : 'a card moved';
    return undefined;
  }

  function moveAgreement({ around: present }: Scene): Said {
    const became = moveOn(present, random);
    // Revoked with a card that nobody can find.
    const lostWith = became === 'REVOKED' && random.below(2) === 0 ? random.of(seen.cards) : undefined;
    let wasLost = false;
    if (lostWith !== undefined) {
      const loss = {
        act: 'REPORT_LOST',
        samId: lostWith.samId,
        kind: 'STOLEN',
        incident: 'INS-CONTOH',
      } as const;
      wasLost = books.room.act(loss, firstPerson).ok;
    }
    if (!reads(present)) must(books.room.stopAll(agreementId));
    return {
      asked: { kind: 'AGREEMENT' },
      acting: firstPerson,
      text: `the agreement is ${present.course} until ${present.lastDay}`,
      refusal: undefined,
      ...(became === undefined ? {} : { happened: wasLost ? 'REVOKED with a card lost' : became }),
    };
  }
}

function test({ books, random, samIds }: Scene, samId: string, acting: Acting): Said {
  const passed = random.below(8) > 0;
  const other = random.below(16) === 0 ? random.of(samIds) : samId;
  const failures = passed ? [] : ['CARD_REMOVED'];
  const finding = { passed, openRefused: false, failures, terminal: 'Pembaca Contoh', uid: uidOf(other) };
  const result = books.room.recordTest(samId, finding, acting);
  const judged = result.ok ? result.value.passed : passed;
  const happened = other === samId ? undefined : 'a test of another card';
  return told({ kind: 'TEST', samId, passed: judged, uidOf: other }, acting, result, happened);
}

/** `undefined`: nobody proposed anything. */
function confirmSomething({ books, random, samIds }: Scene, acting: Acting): Said | undefined {
  const made = samIds.flatMap((samId) => books.proposals.get(samId) ?? []);
  // Mostly one of the latest; an older one was decided or withdrawn, and must not count again.
  const proposal = random.below(4) === 0 ? made[random.below(made.length)] : made.at(-1);
  if (proposal === undefined) return undefined;
  const by = random.below(4) === 0 ? acting : (people[2] ?? acting);
  const { proposalId, sha256, kind, subjectId: samId, proposedBy } = proposal;
  const decided = books.decisions.decide({ proposalId, sha256, decision: 'CONFIRM', note: '' }, by, () =>
    kind === 'SAM_ACTIVATION' || kind === 'SAM_DEACTIVATION'
      ? books.room.confirm({ ...proposal, kind }, by)
      : ({ ok: true, value: undefined } as const),
  );
  return told({ kind: 'CONFIRM', samId, proposal: kind, by: proposedBy }, by, decided);
}

function actFor(event: string | undefined, random: Random): Made | undefined {
  // Somebody in a hurry would leave the test out.
  if (event === 'TEST') return random.of(['TEST', 'PAIR', 'PROPOSE_ACTIVATION'] as const);
  if (event === 'ACTIVATE') return 'PROPOSE_ACTIVATION';
  if (event === 'REQUEST_DEACTIVATION') return 'PROPOSE_DEACTIVATION';
  return allActs.find((name) => name === event);
}

/** Mostly today; now and then long ago, or a day that has not come. */
function dayOf({ random, around }: Scene): string {
  const dice = random.below(24);
  if (dice === 0) return '2026-01-01';
  return dice === 1 ? dayAfter(around.today, 3) : around.today;
}

function actOf(
  made: Exclude<Made, 'IMPORT_CONFIG' | 'TEST' | 'RETURN_CONFIG'>,
  samId: string,
  scene: Scene,
): CustodyAct {
  const { random, agreementId, around, seen } = scene;
  const letter = letterOn(dayOf(scene));
  const readerId = random.of(seen.readers.length === 0 ? [''] : seen.readers.map((row) => row.readerId));
  const samIds = [samId];
  const place = () => `${agreementId}-${random.below(12)}`;
  const bast = () => (random.below(5) === 0 ? {} : { bast: signedBast(samId, scene) });
  switch (made) {
    case 'REQUEST_PERSO': {
      const ticket = random.below(8) === 0 ? '' : 'SIFILMA-CONTOH';
      return { act: made, samIds, letter, ticket, ticketOn: dayOf(scene) };
    }
    case 'REJECT':
      return { act: made, samIds, letter, reason: 'contoh' };
    case 'RECEIVE':
      return { act: made, samId, letter, serial: serialFor(samId, scene) };
    case 'REGISTER_READER': {
      const device = { serial: `RDR-${place()}`, counter: `Loket ${place()}` };
      return { act: made, agreementId, ...device, model: 'Contoh', terminal: 'Pembaca Contoh' };
    }
    case 'PAIR': {
      // Mostly a reader that is free; none: then one is to be registered first.
      const free = seen.readers.find(({ sam, status }) => sam === null && status !== 'DEACTIVATED');
      const wanted = random.below(4) === 0 ? readerId : (free?.readerId ?? '');
      return wanted === '' ? actOf('REGISTER_READER', samId, scene) : { act: made, samId, readerId: wanted };
    }
    case 'PROPOSE_ACTIVATION':
      return { act: made, samId };
    case 'SUSPEND':
    case 'RESUME':
      return { act: made, samId, reason: 'contoh' };
    case 'REPORT_LOST':
      return random.below(4) === 0
        ? { act: made, samId, kind: 'LOST', incident: 'INS-CONTOH' }
        : { act: 'SUSPEND', samId, reason: 'contoh' };
    case 'PROPOSE_DEACTIVATION': {
      const isHasty = random.below(12) === 0;
      const isFound = seen.cards.find((one) => one.samId === samId)?.status === 'LOST_OR_DAMAGED';
      if (isFound !== isHasty) return { act: made, samId, cause: 'FOUND_AGAIN', letter };
      const isEnd = isOver(around) !== isHasty;
      return { act: made, samId, cause: isEnd ? 'AGREEMENT_ENDED' : 'READER_RETIRED', letter };
    }
    case 'CONFIRM_DEACTIVATION':
      return { act: made, samIds, letter };
    case 'HAND_IN': {
      const papers = { shipment: letterOn(dayOf(scene)), receipt: letterOn(dayOf(scene)) };
      return { act: made, samIds, ...bast(), ...papers, receivedBy: 'Dinas Dukcapil' };
    }
    case 'WRITE_OFF':
      return { act: made, samId, report: letter, deactivation: letterOn(dayOf(scene)), ...bast() };
    case 'MOVE_READER':
      return {
        act: made,
        readerId,
        terminal: 'Pembaca Contoh',
        counter: `Loket ${place()}`,
        reason: 'contoh',
      };
    case 'DEACTIVATE_READER':
      return { act: made, readerId, letter };
  }
}

/** Its own; now and then one that another card has. */
function serialFor(samId: string, { random, seen }: Scene): string {
  const { name } = random.of(seen.cards);
  return random.below(12) === 0 && !name.startsWith('#') ? name : serialOf(samId);
}

/** Now and then it lists another card than the one it is wanted for. */
function signedBast(samId: string, scene: Scene): string {
  const { books, random, agreementId, seen } = scene;
  const known = books.handovers.get(agreementId) ?? [];
  const paperId = `bast-${agreementId}-${known.length}`;
  const cards = [random.below(8) === 0 ? random.of(seen.cards).name : serialOf(samId)];
  const signed = { paperId, agreementId, number: 'CONTOH/2026', signedOn: dayOf(scene), cards };
  books.handovers.set(agreementId, [signed, ...known]);
  return paperId;
}

function told(asked: Asked, acting: Acting, result: Result<unknown>, happened?: string): Said {
  const refusal = result.ok ? undefined : result.failure.code;
  const what = asked.kind === 'ACT' ? asked.act : asked;
  const text = `${acting.personId} ${JSON.stringify(what)} → ${refusal ?? 'ok'}`;
  return { asked, acting, text, refusal, ...(happened === undefined ? {} : { happened }) };
}

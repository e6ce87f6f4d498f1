/**
 * `proof custody`: random lives of SAM cards, readers and agreements through the real room, database and approvals. After every step a
 * model of its own – domain 4.2 written down a second time – says which states may follow, and whether all cards are accounted for.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { approvals } from '../../electron/approval/index.ts';
import { auditLog } from '../../electron/audit/index.ts';
import type { Acting, CustodyAct, CustodyView, SignedHandover } from '../../electron/contract/index.ts';
import { custody, type Medium } from '../../electron/custody/index.ts';
import { newSigningPair, openStore, type Store } from '../../electron/store/index.ts';
import { ok, type Result } from '../../native/failure.ts';
import type { Campaign, Verdict } from './campaign.ts';

/** A card moves along these lines and no others; a card that is refused something stays. */
const lines: Readonly<Record<string, readonly string[]>> = {
  PROCURED: ['PERSO_REQUESTED'],
  PERSO_REQUESTED: ['PERSONALISED', 'PROCURED'],
  PERSONALISED: ['ACTIVE', 'LOST_OR_DAMAGED', 'DEACT_REQUESTED'],
  ACTIVE: ['SUSPENDED', 'LOST_OR_DAMAGED', 'DEACT_REQUESTED'],
  SUSPENDED: ['ACTIVE', 'LOST_OR_DAMAGED', 'DEACT_REQUESTED'],
  LOST_OR_DAMAGED: ['WRITTEN_OFF'],
  DEACT_REQUESTED: ['CONFIG_RETURNED', 'DEACTIVATED'],
  CONFIG_RETURNED: ['DEACTIVATED', 'RETURNED'],
  DEACTIVATED: ['RETURNED'],
  RETURNED: [],
  WRITTEN_OFF: [],
};

/** Cards of one agreement, which is what one case is. */
const livesPerCase = 5;
const enoughLives = 300;
/** A database is left for a fresh one before its log grows too long. */
const casesPerStore = 40;

export async function proveCustody({ count, seed, say }: Campaign): Promise<Verdict> {
  let illegal = 0;
  let unreconciled = 0;
  let smallest: readonly string[] | undefined;
  const reached = new Set<string>();
  const cases = Math.ceil(count / livesPerCase);
  let books: Books | undefined;
  for (let number = 0; number < cases; number += 1) {
    if (number % casesPerStore === 0) {
      books?.close();
      books = openBooks();
      say(`custody: ${Math.min(number * livesPerCase, count)} of ${count} lives`);
    }
    if (books === undefined) break;
    const lives = Math.min(livesPerCase, count - number * livesPerCase);
    const found = oneCase(books, randomness(seed * 1_000_003 + number), `pks-${number}`, lives);
    for (const status of found.reached) reached.add(status);
    illegal += found.illegal;
    unreconciled += found.unreconciled;
    const isWorse = found.illegal + found.unreconciled > 0;
    if (isWorse && (smallest === undefined || found.steps.length < smallest.length)) smallest = found.steps;
  }
  books?.close();
  if (smallest !== undefined) say(['the smallest case:', ...smallest].join('\n  '));
  const closing = `proof custody: ${count} lives, ${illegal} illegal, ${unreconciled} unreconciled`;
  // A room that refuses everything would be legal too: enough lives have been in every state there is.
  const missed = count < enoughLives ? [] : Object.keys(lines).filter((status) => !reached.has(status));
  if (missed.length > 0) say(`no life was ever ${missed.join(', ')}`);
  return { held: illegal + unreconciled + missed.length === 0, closing };
}

type Books = ReturnType<typeof openBooks>;

/** The agreement as it is at this moment; a case moves it. */
interface Around {
  inForce: boolean;
  ended: boolean;
  today: string;
}

function openBooks() {
  const folder = mkdtempSync(join(tmpdir(), 'ketuk-custody-'));
  const clock = { now: () => Date.UTC(2026, 5, 1), after: () => () => undefined };
  const store = must(openStore({ path: join(folder, 'ketuk.db'), key: new Uint8Array(32).fill(3), clock }));
  const audit = auditLog(store, clock, 'proof', newSigningPair());
  const decisions = approvals(store, audit, clock, (personId) => personId);
  const around = new Map<string, Around>();
  const copies = new Map<string, Uint8Array>();
  const handovers = new Map<string, readonly SignedHandover[]>();
  /** How the latest device test of each card ended. */
  const passed = new Map<string, boolean>();
  const openRoom = (over: Store, on: Medium) =>
    custody(over, audit, clock, new Uint8Array(32).fill(5), {
      agreement(agreementId) {
        const present = around.get(agreementId);
        return present === undefined
          ? undefined
          : { ...present, number: agreementId, allowsReader: true, lastDay: '2028-03-02' };
      },
      agreementIds: () => [],
      returnDue: () => undefined,
      waiting: () => [],
      nameOf: (personId) => personId,
      propose: (kind, subjectId, body, acting) => decisions.propose({ kind, subjectId, body }, acting),
      withdrawProposals: (samId, acting) => decisions.withdrawAll(samId, acting),
      lost: () => ok(undefined),
      signedHandovers: (agreementId) => handovers.get(agreementId) ?? [],
      counter: () => 'Loket 1',
      medium: on,
      forgetNow: () => store.forgetNow(),
    });
  const medium: Medium = {
    write(path, bytes) {
      copies.set(path, Uint8Array.from(bytes));
      return { ok: true, value: undefined };
    },
    read: (path) => ({ ok: true, value: Uint8Array.from(copies.get(path) ?? []) }),
  };
  return {
    store,
    decisions,
    room: openRoom(store, medium),
    openRoom,
    medium,
    copies,
    passed,
    around,
    handovers,
    close() {
      store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const people: readonly Acting[] = [
  { personId: 'coba-hartono', roles: ['SAM_OFFICER'], counter: 'Loket 1' },
  { personId: 'coba-kedua', roles: ['SAM_OFFICER'], counter: 'Loket 1' },
  { personId: 'uji-widodo', roles: ['ACCESS_MANAGER'], counter: 'Loket 1' },
  { personId: 'simula-ningsih', roles: ['OPERATOR'], counter: 'Loket 1' },
  { personId: 'misal-lestari', roles: ['AUDITOR'], counter: 'Loket 1' },
];
const firstPerson: Acting = people[0] ?? { personId: '', roles: [], counter: '' };

interface Found {
  illegal: number;
  unreconciled: number;
  readonly steps: string[];
  readonly reached: Set<string>;
}

function oneCase(books: Books, random: Random, agreementId: string, lives: number): Found {
  const found: Found = { illegal: 0, unreconciled: 0, steps: [], reached: new Set() };
  const around: Around = { inForce: true, ended: false, today: '2026-01-02' };
  books.around.set(agreementId, around);
  const order: CustodyAct = {
    act: 'PROCURE',
    agreementId,
    count: lives,
    vendor: 'Vendor Contoh',
    document: letterOn(around.today),
  };
  must(books.room.act(order, firstPerson, `order-${agreementId}`));
  const samIds = Array.from({ length: lives }, (_each, index) => `order-${agreementId}-${index + 1}`);
  const seen = () => must(books.room.view(firstPerson, agreementId));
  let before = seen();
  for (let step = 0; step < lives * 16; step += 1) {
    const said = takeStep(books, random, agreementId, samIds, around, before);
    found.steps.push(said.text);
    // What was refused changed nothing; that this is so is looked at every fourth time.
    if (said.unreconciled) found.unreconciled += 1;
    else if (said.refused && step % 4 > 0) continue;
    const after = seen();
    for (const { status } of after.cards) found.reached.add(status);
    found.illegal +=
      illegalities(before, after, said, { ...around, passed: books.passed }) +
      lostConfigurations(books, agreementId);
    found.unreconciled += isAccountedFor(after, lives) ? 0 : 1;
    before = after;
    if (found.illegal + found.unreconciled > 0) break;
  }
  return found;
}

interface Said {
  readonly text: string;
  readonly refused: boolean;
  /** The room would have lost count, and said so. */
  readonly unreconciled?: boolean;
  /** Who confirmed what somebody else had proposed. */
  readonly confirmed?: true;
}

function takeStep(
  books: Books,
  random: Random,
  agreementId: string,
  samIds: readonly string[],
  around: Around,
  seen: CustodyView,
): Said {
  const dice = random.below(100);
  if (dice < 4) return moveAgreement(books, random, agreementId, around);
  if (dice < 8) around.today = nextDay(around.today);
  // Mostly the one who looks after the cards; now and then somebody who may not.
  const acting = random.below(5) < 4 ? firstPerson : random.of(people);
  if (dice < 26) return confirmSomething(books, random, acting, samIds);
  const samId = random.of(samIds);
  const card = seen.cards.find((row) => row.samId === samId);
  // Mostly the step that comes next, so that lives reach their ends; otherwise anything at all.
  const wanted = random.below(10) < 7 ? actFor(card?.next?.event, random) : undefined;
  const made = wanted ?? random.of(allActs);
  if (made === 'IMPORT_CONFIG') {
    const file = configurationFile(random.below(20) === 0 ? random.of(samIds) : samId);
    return told(
      `${acting.personId} IMPORT_CONFIG ${samId}`,
      books.room.importConfiguration(samId, file, acting),
    );
  }
  if (made === 'TEST') {
    const passed = random.below(8) > 0;
    const failures = passed ? [] : ['CARD_REMOVED'];
    const said = told(
      `${acting.personId} TEST ${samId} passed=${passed}`,
      books.room.recordTest(
        samId,
        { passed, openRefused: false, failures, terminal: 'Pembaca Contoh' },
        acting,
      ),
    );
    if (!said.refused) books.passed.set(samId, passed);
    return said;
  }
  if (made === 'RETURN_CONFIG') return returnConfiguration(books, random, samId, around, acting);
  const act = actOf(made, { books, random, samId, agreementId, around, seen });
  return told(`${acting.personId} ${JSON.stringify(act)}`, books.room.act(act, acting));
}

function moveAgreement(books: Books, random: Random, agreementId: string, around: Around): Said {
  if (!around.ended) {
    around.ended = random.below(6) === 0;
    around.inForce = !around.ended && !around.inForce;
  }
  if (!around.inForce) must(books.room.stopAll(agreementId));
  return { text: `agreement inForce=${around.inForce} ended=${around.ended}`, refused: false };
}

function confirmSomething(books: Books, random: Random, acting: Acting, samIds: readonly string[]): Said {
  const mine = new Set(samIds);
  const waiting = must(books.decisions.open()).filter(({ subjectId }) => mine.has(subjectId));
  const proposal = waiting[random.below(Math.max(waiting.length, 1))];
  if (proposal === undefined) return { text: 'nothing waits', refused: true };
  const by = random.below(4) === 0 ? acting : (people[2] ?? acting);
  const { proposalId, sha256, kind } = proposal;
  const asked = { proposalId, sha256, decision: 'CONFIRM', note: '' } as const;
  const decided = books.decisions.decide(asked, by, () =>
    kind === 'SAM_ACTIVATION' || kind === 'SAM_DEACTIVATION'
      ? books.room.confirm({ ...proposal, kind }, by)
      : ({ ok: true, value: undefined } as const),
  );
  const isOther = by.personId !== proposal.proposedBy;
  const said = told(`${by.personId} confirms ${kind} ${proposal.subjectId}`, decided);
  return isOther ? { ...said, confirmed: true } : said;
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
  'DEACTIVATE_READER',
] as const;
type Made = (typeof allActs)[number];

function actFor(event: string | undefined, random: Random): Made | undefined {
  // Somebody in a hurry would leave the test out.
  if (event === 'TEST') return random.of(['TEST', 'PAIR', 'PROPOSE_ACTIVATION'] as const);
  if (event === 'ACTIVATE') return 'PROPOSE_ACTIVATION';
  if (event === 'REQUEST_DEACTIVATION') return 'PROPOSE_DEACTIVATION';
  return allActs.find((name) => name === event);
}

interface Scene {
  readonly books: Books;
  readonly random: Random;
  readonly samId: string;
  readonly agreementId: string;
  readonly around: Around;
  readonly seen: CustodyView;
}

function actOf(made: Exclude<Made, 'IMPORT_CONFIG' | 'TEST' | 'RETURN_CONFIG'>, scene: Scene): CustodyAct {
  const { random, samId, agreementId, around, seen } = scene;
  const letter = letterOn(random.below(12) === 0 ? '2026-01-01' : around.today);
  const reader = seen.readers.filter((row) => row.agreementId === agreementId);
  const readerId = random.of(reader.length === 0 ? [''] : reader.map((row) => row.readerId));
  const samIds = [samId];
  const bast = random.below(5) === 0 ? {} : { bast: signedBast(scene) };
  switch (made) {
    case 'REQUEST_PERSO': {
      const ticket = random.below(8) === 0 ? '' : 'SIFILMA-CONTOH';
      return { act: made, samIds, letter, ticket, ticketOn: letter.date };
    }
    case 'REJECT':
      return { act: made, samIds, letter, reason: 'contoh' };
    case 'RECEIVE':
      return { act: made, samId, letter, serial: serialOf(samId) };
    case 'REGISTER_READER': {
      const place = `${agreementId}-${random.below(12)}`;
      const device = { serial: `RDR-${place}`, counter: `Loket ${place}` };
      return { act: made, agreementId, ...device, model: 'Contoh', terminal: 'Pembaca Contoh' };
    }
    case 'PAIR':
      // No reader yet: then one is to be registered first.
      return readerId === '' ? actOf('REGISTER_READER', scene) : { act: made, samId, readerId };
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
      const cause = around.ended ? 'AGREEMENT_ENDED' : 'READER_RETIRED';
      return { act: made, samId, cause, letter };
    }
    case 'CONFIRM_DEACTIVATION':
      return { act: made, samIds, letter };
    case 'HAND_IN': {
      const receipt = letterOn(around.today);
      return { act: made, samIds, ...bast, shipment: receipt, receipt, receivedBy: 'Dinas Dukcapil' };
    }
    case 'WRITE_OFF':
      return { act: made, samId, report: letter, deactivation: letter, ...bast };
    case 'DEACTIVATE_READER':
      return { act: made, readerId, letter };
  }
}

/** Signed today; now and then it lists another card than the one it is wanted for. */
function signedBast({ books, random, agreementId, samId, around, seen }: Scene): string {
  const known = books.handovers.get(agreementId) ?? [];
  const paperId = `bast-${agreementId}-${known.length}`;
  const cards = [random.below(8) === 0 ? random.of(seen.cards).name : serialOf(samId)];
  const signed = { paperId, agreementId, number: 'CONTOH/2026', signedOn: around.today, cards };
  books.handovers.set(agreementId, [signed, ...known]);
  return paperId;
}

class PowerLoss extends Error {}

/** A return that now and then the power cuts short, between any two of its steps, or whose medium lies; the next start follows at once. */
function returnConfiguration(
  books: Books,
  random: Random,
  samId: string,
  around: Around,
  acting: Acting,
): Said {
  const at = random.below(12);
  const isLying = random.below(8) === 0;
  const medium: Medium = {
    ...books.medium,
    read: (path) => (isLying ? { ok: true, value: new Uint8Array(3) } : books.medium.read(path)),
  };
  const asked = { samId, medium: 'USB', on: around.today, receivedBy: 'Dinas Dukcapil' };
  const place = { path: samId, fileName: 'sam.txt' };
  const text = `${acting.personId} returns the configuration of ${samId}, dying at ${at}, lying: ${isLying}`;
  try {
    const room = books.openRoom(dyingAt(books.store, at), medium);
    return told(text, room.returns.returnTo(place, asked, acting));
  } catch (error) {
    if (!(error instanceof PowerLoss)) throw error;
    must(books.openRoom(books.store, books.medium).returns.finish());
    return { text, refused: false };
  }
}

/** Even: before the transaction; odd: after it. From the ninth on it lives. */
function dyingAt(store: Store, at: number): Store {
  let count = 0;
  return {
    rowSeal: store.rowSeal,
    read: (work) => store.read(work),
    transaction(work) {
      const isLast = count === Math.floor(at / 2);
      count += 1;
      if (isLast && at % 2 === 0 && at < 8) throw new PowerLoss();
      const result = store.transaction(work);
      if (isLast && at < 8) throw new PowerLoss();
      return result;
    },
  };
}

/** Configurations that are neither here nor on a medium while nobody has their card back, and those that are here and count as returned. */
function lostConfigurations({ store, copies }: Books, agreementId: string): number {
  const of = 'FROM sam_card c LEFT JOIN sam_configuration k USING (sam_id) WHERE c.agreement_id = ?';
  return must(
    store.read((reader) => {
      const returned = reader.all(
        `SELECT CAST(c.sam_id AS BLOB) AS id, k.sam_id IS NOT NULL AS here ${of} AND c.status = 'CONFIG_RETURNED'`,
        agreementId,
      );
      const gone = reader.all(
        `SELECT CAST(c.sam_id AS BLOB) AS id, 0 AS here ${of} AND c.status = 'DEACT_REQUESTED' AND k.sam_id IS NULL
          AND c.config_sha256 IS NOT NULL`,
        agreementId,
      );
      return [...returned, ...gone].filter(({ id, here }) => {
        const samId = Buffer.from(id as Uint8Array).toString('utf8');
        const copy = copies.get(samId);
        return here === 1 || copy === undefined || Buffer.compare(copy, configurationFile(samId)) !== 0;
      }).length;
    }),
  );
}

/** How many cards or readers are where they must not be, or went where no line leads. */
function illegalities(
  before: CustodyView,
  after: CustodyView,
  said: Said,
  around: Around & Pick<Books, 'passed'>,
): number {
  let bad = 0;
  for (const card of after.cards) {
    const was = before.cards.find(({ samId }) => samId === card.samId);
    const hasMoved = was !== undefined && was.status !== card.status;
    if (hasMoved && said.refused) bad += 1;
    if (hasMoved && lines[was.status]?.includes(card.status) !== true) bad += 1;
    if (hasMoved && was.status === 'PERSONALISED' && card.status === 'ACTIVE' && said.confirmed !== true)
      bad += 1;
    if (hasMoved && card.status === 'ACTIVE' && around.passed.get(card.samId) !== true) bad += 1;
    if (hasMoved && card.status === 'DEACT_REQUESTED' && said.confirmed !== true) bad += 1;
    if (card.status === 'ACTIVE' && (!around.inForce || card.reader === null || !card.hasConfiguration))
      bad += 1;
  }
  const reading = after.cards.flatMap(({ status, reader }) =>
    status === 'ACTIVE' ? [reader?.serial ?? ''] : [],
  );
  const inService = after.readers.flatMap(({ status, serial }) => (status === 'IN_SERVICE' ? [serial] : []));
  if (new Set(reading).size !== reading.length) bad += 1;
  if ([...reading].sort().join() !== [...inService].sort().join()) bad += 1;
  return bad;
}

/** Both equations, of the line as it is shown and of the cards counted here. */
function isAccountedFor({ cards, lines: shown }: CustodyView, lives: number): boolean {
  const [line] = shown;
  const count = (...statuses: string[]) => cards.filter(({ status }) => statuses.includes(status)).length;
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

function told(text: string, result: Result<unknown>): Said {
  const code = result.ok ? 'ok' : result.failure.code;
  return { text: `${text} → ${code}`, refused: !result.ok, unreconciled: code === 'CUSTODY_UNRECONCILED' };
}

const letterOn = (date: string) => ({ number: 'CONTOH/2026', date });
const serialOf = (samId: string) => `SAM-${samId}`.slice(0, 40);

function configurationFile(samId: string): Uint8Array {
  const bytes = createHash('sha256').update(samId).digest('hex');
  const [pcid, uid] = [bytes.slice(0, 32), bytes.slice(32, 46)];
  return Buffer.from(`SERIAL: ${serialOf(samId)}\nPCID: ${pcid}\nCONF: ${bytes}\nUID: ${uid}\n`);
}

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.code} at ${result.failure.at}`);
  return result.value;
}

interface Random {
  below(limit: number): number;
  of<T>(choices: readonly T[]): T;
}

/** The same lives for the same seed: mulberry32. */
function randomness(seed: number): Random {
  let state = seed >>> 0;
  function below(limit: number): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  }
  return {
    below,
    of<T>(choices: readonly T[]): T {
      const choice = choices[below(choices.length)];
      if (choice === undefined) throw new Error('nothing to choose from');
      return choice;
    },
  };
}

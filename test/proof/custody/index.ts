/**
 * `proof custody`: random lives of SAM cards, readers and agreements through the real room, database and approvals. After every step a
 * model of its own – domain 4.2 written down a second time – says which states may follow, and whether all cards are accounted for.
 */
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Campaign, Verdict } from '../campaign.ts';
import { courses, newAround } from './agreement.ts';
import { type Books, firstPerson, letterOn, must, openBooks } from './books.ts';
import { isAccountedFor, lines, newMemory, wrongs } from './model.ts';
import { type Random, randomness } from './random.ts';
import { lostConfigurations } from './returning.ts';
import { takeStep } from './steps.ts';

/** Cards of one agreement, which is what one case is. */
const livesPerCase = 5;
const stepsPerLife = 16;
/** From so many on it is sure that each of the rarest was seen. */
const enoughLives = 5000;
/** A database is left for a fresh one before its log grows too long. */
const casesPerStore = 40;
/** A room that refuses everything would be legal too: in enough lives every state there is was reached, and all of this happened. */
const toBeSeen = [
  ...Object.keys(lines),
  ...courses.filter((course) => course !== 'RUNNING'),
  'EXTENDED',
  'REVOKED with a card lost',
  'power lost between shredded and recorded',
  'the file of another card',
  'a test of another card',
  'the same serial twice',
  'a card moved',
  'a card that reads, moved',
  'DATES_CONTRADICT',
  'DATE_AHEAD',
  'BAST_REQUIRED',
  'SIFILMA_REFERENCE_REQUIRED',
  'CONFIG_COPY_DIFFERS',
];

export async function proveCustody({ count, seed, say }: Campaign): Promise<Verdict> {
  let illegal = 0;
  let unreconciled = 0;
  let smallest: readonly string[] | undefined;
  const seen = new Set<string>();
  const cases = Math.ceil(count / livesPerCase);
  let books: Books | undefined;
  for (let number = 0; number < cases; number += 1) {
    if (number % casesPerStore === 0) {
      books?.close();
      await letGo();
      books = openBooks();
      say(`custody: ${Math.min(number * livesPerCase, count)} of ${count} lives`);
    }
    if (books === undefined) break;
    const lives = Math.min(livesPerCase, count - number * livesPerCase);
    const found = oneCase(books, randomness(seed * 1_000_003 + number), `pks-${number}`, lives, seen);
    illegal += found.illegal;
    unreconciled += found.unreconciled;
    const isWorse = found.illegal + found.unreconciled > 0;
    if (isWorse && (smallest === undefined || found.steps.length < smallest.length)) smallest = found.steps;
  }
  books?.close();
  if (smallest !== undefined) say(['the smallest case:', ...smallest].join('\n  '));
  const missed = toBeSeen.filter((one) => !seen.has(one));
  const isMissed = missed.length > 0 && count >= enoughLives;
  if (missed.length > 0) say(`never seen: ${missed.join(', ')}`);
  return {
    held: illegal + unreconciled === 0 && !isMissed,
    figures: { lives: count, illegal, unreconciled },
  };
}

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

/**
 * The database package lets go of a closed database when the statements prepared on it are collected, and what is collected gets its turn
 * between two others. Without this the memory of a computer is full of closed databases before a hundred thousand lives are over.
 */
async function letGo(): Promise<void> {
  collect();
  await setImmediate();
}

interface Found {
  illegal: number;
  unreconciled: number;
  readonly steps: string[];
}

function oneCase(
  books: Books,
  random: Random,
  agreementId: string,
  lives: number,
  everSeen: Set<string>,
): Found {
  const found: Found = { illegal: 0, unreconciled: 0, steps: [] };
  const around = newAround();
  books.around.set(agreementId, around);
  const bought = { count: lives, vendor: 'Vendor Contoh', document: letterOn(around.today) };
  must(books.room.act({ act: 'PROCURE', agreementId, ...bought }, firstPerson, `order-${agreementId}`));
  const samIds = Array.from({ length: lives }, (_each, index) => `order-${agreementId}-${index + 1}`);
  const memory = newMemory(around, samIds);
  const look = () => must(books.room.view(firstPerson, agreementId));
  let before = look();
  for (let step = 0; step < lives * stepsPerLife; step += 1) {
    const scene = { books, random, agreementId, samIds, around, seen: before };
    const said = takeStep(scene);
    found.steps.push(said.text);
    everSeen.add(said.happened ?? '').add(said.refusal ?? '');
    if (said.refusal === 'CUSTODY_UNRECONCILED') found.unreconciled += 1;
    // What was refused changed nothing; that this is so is looked at every fourth time.
    else if (said.refusal !== undefined && step % 4 > 0) continue;
    const after = look();
    for (const { status } of after.cards) everSeen.add(status);
    const wrong = wrongs(said, after, scene, memory);
    const lost = lostConfigurations(books, agreementId);
    if (lost > 0) wrong.push(`${lost} configurations lost or left behind`);
    found.illegal += wrong.length;
    found.unreconciled += isAccountedFor(after, lives) ? 0 : 1;
    before = after;
    if (found.illegal + found.unreconciled === 0) continue;
    found.steps.push(`wrong: ${wrong.join(', ') || 'not accounted for'}`);
    break;
  }
  return found;
}

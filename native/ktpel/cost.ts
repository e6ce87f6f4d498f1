/**
 * What a plan costs on the traced reader: 48 ms + 1.74 ms per byte for the SAM, 16 ms per exchange for the card (KTP-el fact sheet 6.4), and the least
 * that any plan could cost. Every exchange of a reading depends on the one before, so times add up.
 */
import { chunkSizes } from './chunked-file.ts';
import { publicPlan, type ReadPlan, type ReadStep } from './plan.ts';
import { largestProtectedRead, protectedAnswerLength } from './planner.ts';

export interface CostModel {
  readonly samExchangeMs: number;
  readonly samByteMs: number;
  readonly cardExchangeMs: number;
}

export const tracedCosts: CostModel = { samExchangeMs: 48, samByteMs: 1.74, cardExchangeMs: 16 };

/** Recorded lengths L, without the two length bytes. */
export interface FileSizes {
  readonly cardControl: number;
  readonly biodata: number;
  readonly photo: number;
  readonly signature: number;
  readonly minutiae1: number;
  readonly minutiae2: number;
}

/** The sizes the fact sheet computes with (6.2). */
export const typicalSizes: FileSizes = {
  cardControl: 51,
  biodata: 257,
  photo: 1700,
  signature: 924,
  minutiae1: 390,
  minutiae2: 354,
};

export interface Cost {
  readonly samExchanges: number;
  /** Command and answer bytes, status words included. */
  readonly samBytes: number;
  /** Exchanges with the contactless reader, the UID of the reader included. */
  readonly cardExchanges: number;
  readonly milliseconds: number;
}

interface Tally {
  samExchanges: number;
  samBytes: number;
  cardExchanges: number;
}

export interface CostOptions {
  readonly sizes?: FileSizes;
  readonly type?: 'A' | 'B';
  /** `identity`: up to the biodata, which is what the resident waits for. */
  readonly until?: 'identity' | 'end';
  readonly model?: CostModel;
}

export function costOf(plan: ReadPlan, options: CostOptions = {}): Cost {
  const { sizes = typicalSizes, type = 'A', until = 'end', model = tracedCosts } = options;
  const tally: Tally = { samExchanges: 0, samBytes: 0, cardExchanges: 0 };
  for (const step of plan.steps) {
    addStep(tally, step, sizes, type);
    if (until === 'identity' && step.step === 'readBiodata') break;
  }
  return priced(tally, model);
}

/** Cost of one step, for progress that moves as time does. */
export function costOfStep(step: ReadStep, sizes: FileSizes = typicalSizes): number {
  const tally: Tally = { samExchanges: 0, samBytes: 0, cardExchanges: 0 };
  addStep(tally, step, sizes, 'A');
  return priced(tally, tracedCosts).milliseconds;
}

/** How many times dearer the public order is than `plan`, both to their end. */
export function ratioToPublicOrder(plan: ReadPlan, options: CostOptions = {}): number {
  return costOf(publicPlan(), options).milliseconds / costOf(plan, options).milliseconds;
}

/**
 * The least an ordinary reading can cost for somebody who knew all lengths beforehand: one SELECT and the fewest reads per file, the least
 * padding, one-byte lengths, nothing before the tap counted. No plan that must learn the length from the card can be below it.
 */
export function lowerBound(
  wanted: readonly ('photo' | 'biodata')[],
  options: Pick<CostOptions, 'sizes' | 'type' | 'model'> = {},
): Cost {
  const { sizes = typicalSizes, type = 'A', model = tracedCosts } = options;
  const tally: Tally = { samExchanges: 0, samBytes: 0, cardExchanges: 0 };
  addStep(tally, { step: 'selectApplication' }, sizes, type);
  addStep(tally, { step: 'readUid', askCard: 'whenTypeB' }, sizes, type);
  if (wanted.includes('photo')) tally.cardExchanges += 1 + Math.ceil((sizes.photo + 2) / 256);
  if (wanted.includes('biodata')) {
    addStep(tally, { step: 'readCardControl' }, sizes, type);
    addStep(tally, { step: 'authenticate' }, sizes, type);
    addProtectedSelect(tally);
    const total = sizes.biodata + 2;
    const reads = Math.ceil(total / largestProtectedRead(255 + 5));
    const cryptograms = Math.ceil((total + reads) / 8) * 8;
    // Per read: ENCRYPT 10 and 21, DECRYPT header 5 and status words 4, and 17 bytes of objects around the cryptogram.
    tally.samExchanges += 2 * reads;
    tally.samBytes += reads * (10 + 21 + 5 + 4 + 17) + cryptograms + total;
    tally.cardExchanges += reads;
  }
  return priced(tally, model);
}

function priced(tally: Tally, model: CostModel): Cost {
  const { samExchanges, samBytes, cardExchanges } = tally;
  const milliseconds =
    samExchanges * model.samExchangeMs + samBytes * model.samByteMs + cardExchanges * model.cardExchangeMs;
  return { samExchanges, samBytes, cardExchanges, milliseconds };
}

function addStep(tally: Tally, step: ReadStep, sizes: FileSizes, type: 'A' | 'B'): void {
  switch (step.step) {
    case 'openSam':
      addSam(tally, 37, 2);
      return;
    case 'resetSam':
    case 'startVerification':
    case 'startDeciphering':
    case 'verify':
      addSam(tally, 5, 2);
      return;
    case 'selectApplication':
      tally.cardExchanges += 1;
      return;
    case 'readUid':
      tally.cardExchanges += step.askCard === 'always' || type === 'B' ? 2 : 1;
      return;
    case 'readCardControl':
      tally.cardExchanges += 2;
      return;
    case 'readPhoto':
      tally.cardExchanges += 1 + chunkSizes(step.chunks, sizes.photo + 2).length;
      return;
    case 'authenticate':
      addSam(tally, 5 + sizes.cardControl + 16, 43);
      addSam(tally, 45, 2);
      tally.cardExchanges += 2;
      return;
    case 'readDigitalSignature':
      addProtectedSelect(tally);
      addProtectedRead(tally, 80, 80);
      return;
    case 'pushDigitalSignature':
      addSam(tally, 85, 2);
      return;
    case 'pushPhoto':
      for (const size of chunkSizes({ first: step.first, next: step.next, granule: 1 }, sizes.photo + 2)) {
        addSam(tally, 5 + size, 2);
      }
      return;
    case 'readBiodata':
      addProtectedFile(tally, chunkSizes(step.chunks, sizes.biodata + 2), sizes.biodata + 2);
      return;
    case 'readEnciphered': {
      const total = sizes[step.file] + 2;
      addProtectedFile(tally, chunkSizes(step.chunks, total), total);
      if (step.stopBeforeLast) addSam(tally, 5, 2);
      return;
    }
  }
}

function addSam(tally: Tally, command: number, answer: number): void {
  tally.samExchanges += 1;
  tally.samBytes += command + answer;
}

function addProtectedFile(tally: Tally, sizes: readonly number[], total: number): void {
  addProtectedSelect(tally);
  let left = total;
  for (const size of sizes) {
    addProtectedRead(tally, size, Math.min(size, left));
    left -= size;
  }
}

function addProtectedSelect(tally: Tally): void {
  addSam(tally, 12, 29);
  addSam(tally, 5 + 14, 4);
  tally.cardExchanges += 1;
}

/** READ of `asked` bytes of which the SAM returns `given`. */
function addProtectedRead(tally: Tally, asked: number, given: number): void {
  addSam(tally, 10, 21);
  addSam(tally, 5 + protectedAnswerLength(asked), given + 4);
  tally.cardExchanges += 1;
}

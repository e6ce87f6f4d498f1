import { describe, expect, test } from 'vitest';
import { failed, ok, type Result } from '../failure.ts';
import { type CardFailureCode, cardFailure } from '../failure-catalogue.ts';
import type { CardConnection } from '../pcsc/index.ts';
import { type OpenSam, Sam, samConfiguration } from '../sam/index.ts';
import { type CardIdentity, cardElements } from './biodata.ts';
import { KtpCard } from './ktp-card.ts';
import { authenticityPlan, ordinaryPlan, type ReadPlan } from './plan.ts';
import { type ReadOptions, readCard } from './read-card.ts';

const OK = [0x90, 0x00];
const fields = ['4001015203880001', ...Array.from({ length: 20 }, (_, i) => `ISIAN ${i}`)].with(
  14,
  '2-3-1988',
);
const biodata = bytesOf(`"${fields.join('","')}"`);
const photo = Buffer.from(`FFD8FFC0000B080002000301011100FFDA0002${'12'.repeat(600)}FFD9`, 'hex');

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text));
}

function file(content: Uint8Array, fill = 0): Uint8Array {
  return Uint8Array.from([
    content.length >> 8,
    content.length & 0xff,
    ...content,
    ...new Array(fill).fill(0),
  ]);
}

/**
 * A chip and a SAM without cryptography: protected answers carry their plain bytes in DO'87'. Whoever wants real secure messaging meets the
 * simulators in test/native; here only the reader's own conduct is looked at.
 */
class Pair {
  readonly files = new Map<number, Uint8Array>([
    [0x6ff0, file(new Uint8Array(24), 40)],
    [0x6ff1, file(biodata)],
    [0x6ff2, file(photo)],
  ]);
  uid: readonly number[] = [4, 1, 2, 3, 4, 5, 6, ...OK];
  challengeAnswer: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8, ...OK];
  cardProof: readonly number[] = [...new Array(40).fill(0xb2), ...OK];
  samVerdictOnCard: readonly number[] = OK;
  readonly log: string[] = [];
  tearAt = Number.POSITIVE_INFINITY;
  samLost = false;
  #exchanges = 0;
  #current = 0;

  readonly chip = connection('CHIP', async (command) => {
    this.#exchanges++;
    if (this.#exchanges === this.tearAt) return failed(cardFailure('CARD_REMOVED', 'fake'));
    this.log.push(`chip ${command[1]?.toString(16)}`);
    return ok(Uint8Array.from(this.#chip(command)));
  });

  readonly sam = connection('SAM', async (command) => {
    this.log.push(`sam ${command[1]?.toString(16)}`);
    if (this.samLost && command[1] !== 0xff) return failed(cardFailure('CARD_REMOVED', 'fake'));
    return ok(Uint8Array.from(this.#sam(command)));
  });

  get exchanges(): number {
    return this.#exchanges;
  }

  #chip(command: Uint8Array): readonly number[] {
    const [cla = 0, ins, p1 = 0, p2 = 0] = command;
    if (cla === 0xff) return this.uid;
    if (ins === 0xa4) {
      if (cla === 0x0c) this.#current = ((command[8] ?? 0) << 8) | (command[9] ?? 0);
      else this.#current = ((command[5] ?? 0) << 8) | (command[6] ?? 0);
      return cla === 0x0c ? protect([]) : OK;
    }
    if (ins === 0xb0) {
      const le = cla === 0x0c ? (command[7] ?? 0) : (command[4] ?? 0);
      const content = this.files.get(this.#current) ?? new Uint8Array();
      const offset = (p1 << 8) | p2;
      if (offset + le > content.length) return [0x6b, 0x00];
      const data = [...content.subarray(offset, offset + le)];
      return cla === 0x0c ? protect(data) : [...data, ...OK];
    }
    if (ins === 0x84) return this.challengeAnswer;
    if (ins === 0x82) return this.cardProof;
    return [0x6d, 0x00];
  }

  #sam(command: Uint8Array): readonly number[] {
    const [, ins, , , , cla, innerIns, p1, p2, le] = command;
    if (ins === 0xf1) return [...new Array(40).fill(0xa1), 0x28, ...OK];
    if (ins === 0xf2) return this.samVerdictOnCard;
    if (ins === 0xf3 && innerIns === 0xa4)
      return [0x0c, 0xa4, p1 ?? 0, p2 ?? 0, 5, 0x87, 3, 1, ...command.slice(10, 12), ...OK];
    if (ins === 0xf3)
      return [0x0c | (cla ?? 0), innerIns ?? 0, p1 ?? 0, p2 ?? 0, 3, 0x97, 1, le ?? 0, 0, ...OK];
    if (ins === 0xf4) {
      const answer = command.subarray(5);
      const wide = answer[1] === 0x81 ? 1 : 0;
      const length = answer[0] === 0x87 ? (answer[1 + wide] ?? 0) - 1 : 0;
      return [...answer.subarray(3 + wide, 3 + wide + length), ...OK, ...OK];
    }
    return OK;
  }
}

function protect(data: readonly number[]): readonly number[] {
  const length = data.length + 1;
  const object = data.length === 0 ? [] : [0x87, ...(length > 0x7f ? [0x81, length] : [length]), 1, ...data];
  return [...object, 0x99, 2, ...OK, 0x8e, 8, ...new Array(8).fill(0), ...OK];
}

function connection(
  reader: string,
  transmit: (command: Uint8Array) => Promise<Result<Uint8Array>>,
): CardConnection {
  return { reader, atr: Uint8Array.of(0x3b), transmit, disconnect: async () => undefined };
}

async function openSam(pair: Pair): Promise<OpenSam> {
  const configuration = samConfiguration(new Uint8Array(16), new Uint8Array(32));
  if (!configuration.ok) throw new Error('configuration');
  const open = await new Sam(pair.sam).open(configuration.value);
  if (!open.ok) throw new Error(open.failure.code);
  pair.log.length = 0;
  return open.value;
}

async function read(pair: Pair, options: Partial<ReadOptions> = {}, plan: ReadPlan = ordinaryPlan()) {
  return readCard({ card: new KtpCard(pair.chip), sam: await openSam(pair) }, plan, {
    granted: cardElements,
    ...options,
  });
}

describe('reading a card', () => {
  test('shows the photo before the SAM is needed, and the identity as soon as it is decrypted', async () => {
    const pair = new Pair();
    const seen: string[] = [];
    const result = await read(pair, {
      onPhoto: (told) =>
        seen.push(
          `photo ${told.ok && told.value.reveal().width} ${pair.log.some((line) => line.startsWith('sam'))}`,
        ),
      onBiodata: (identity: CardIdentity) => seen.push(`identity ${identity.NIK?.reveal()}`),
    });
    expect(seen).toEqual(['photo 3 false', 'identity 4001015203880001']);
    expect(result).toMatchObject({ ok: true, value: { remarks: [] } });
  });

  test('asks for the challenge immediately before it is used, everything in the clear before it', async () => {
    const pair = new Pair();
    await read(pair);
    const challenge = pair.log.indexOf('chip 84');
    expect(pair.log.slice(challenge, challenge + 4)).toEqual(['chip 84', 'sam f1', 'chip 82', 'sam f2']);
    expect(pair.log.slice(0, challenge).every((line) => line.startsWith('chip'))).toBe(true);
  });

  test('moves its progress forward to the end', async () => {
    const marks: number[] = [];
    await read(new Pair(), { onProgress: ({ doneMs, totalMs }) => marks.push(doneMs / totalMs) });
    expect(marks).toEqual([...marks].sort((a, b) => a - b));
    expect(marks[0]).toBe(0);
    expect(marks.at(-1)).toBeLessThan(1);
  });

  test('ends between two exchanges when told to stop', async () => {
    const stop = new AbortController();
    const result = await read(new Pair(), { signal: stop.signal, onPhoto: () => stop.abort() });
    expect(result).toMatchObject({ failure: { code: 'READING_STOPPED' } });
  });

  test('goes on without a photo that is broken, and says so', async () => {
    const pair = new Pair();
    pair.files.set(0x6ff2, file(new Uint8Array(900)));
    const result = await read(pair);
    expect(result).toMatchObject({ ok: true, value: { photo: { failure: { code: 'PHOTO_BROKEN' } } } });
    expect(result.ok && result.value.identity.NIK?.reveal()).toBe('4001015203880001');
  });

  test('reads a record shorter than any seen by asking for its length first, in a session of its own', async () => {
    const pair = new Pair();
    const short = bytesOf(`"4001015203880001${'","'.repeat(20)}"`);
    pair.files.set(0x6ff1, file(short));
    const result = await read(pair, { granted: ['NIK'] });
    expect(result.ok && result.value.identity.NIK?.reveal()).toBe('4001015203880001');
    expect(pair.log.filter((line) => line === 'chip 82')).toHaveLength(2);
  });

  test('clears the SAM session after every reading, whole or not', async () => {
    const whole = new Pair();
    await read(whole);
    expect(whole.log.at(-1)).toBe('sam ff');
    const torn = new Pair();
    torn.cardProof = [0x69, 0x82];
    await read(torn);
    expect(torn.log.at(-1)).toBe('sam ff');
  });

  test('pulled at any exchange is a named failure, and the same SAM reads the next card', async () => {
    const whole = new Pair();
    await read(whole);
    expect(whole.exchanges).toBeGreaterThan(12);
    for (let at = 1; at <= whole.exchanges; at++) {
      const pair = new Pair();
      const sam = await openSam(pair);
      pair.tearAt = at;
      const torn = await readCard({ card: new KtpCard(pair.chip), sam }, ordinaryPlan(), {
        granted: ['NIK'],
      });
      expect(torn).toMatchObject({
        ok: false,
        failure: { code: 'CARD_REMOVED', at: expect.stringMatching(/[A-Z]/) },
      });
      const next = await readCard({ card: new KtpCard(pair.chip), sam }, ordinaryPlan(), {
        granted: ['NIK'],
      });
      expect(next.ok).toBe(true);
    }
  });

  test.each<[string, CardFailureCode, (pair: Pair) => void]>([
    ['refuses the SAM', 'CARD_REFUSED_AUTHENTICATION', (pair) => (pair.cardProof = [0x63, 0x00])],
    [
      'proves itself with too few bytes',
      'CARD_REFUSED_AUTHENTICATION',
      (pair) => (pair.cardProof = [1, 2, ...OK]),
    ],
    ['is not recognised by the SAM', 'SAM_REJECTED_CARD', (pair) => (pair.samVerdictOnCard = [0x63, 0x00])],
    ['meets a locked SAM', 'SAM_LOCKED_OUT', (pair) => (pair.samVerdictOnCard = [0x69, 0x83])],
    ['gives no challenge', 'CHIP_UNREADABLE', (pair) => (pair.challengeAnswer = [0x6d, 0x00])],
    ['has no identifier', 'UID_UNREADABLE', (pair) => (pair.uid = [0x6a, 0x81])],
    ['has no card control', 'CARD_CONTROL_INVALID', (pair) => pair.files.set(0x6ff0, new Uint8Array(64))],
    ['records a length it does not have', 'FILE_TRUNCATED', (pair) => lie(pair, 1200)],
    ['records a length no chip has room for', 'FILE_LENGTH_INVALID', (pair) => lie(pair, 0xffff)],
    ['holds no biodata', 'BIODATA_MALFORMED', (pair) => pair.files.set(0x6ff1, file(new Uint8Array(257)))],
    ['loses its SAM', 'SAM_REMOVED', (pair) => (pair.samLost = true)],
  ])('that %s is %s', async (_, code, spoil) => {
    const pair = new Pair();
    const sam = await openSam(pair);
    spoil(pair);
    const result = await readCard({ card: new KtpCard(pair.chip), sam }, ordinaryPlan(), {
      granted: cardElements,
    });
    expect(result).toMatchObject({ ok: false, failure: { code } });
  });

  function lie(pair: Pair, length: number): void {
    pair.files.set(0x6ff1, Uint8Array.from([length >> 8, length & 0xff, ...biodata]));
  }

  test('a plan for everything notes broken biometrics and still asks for the verdict', async () => {
    const pair = new Pair();
    pair.files.set(0x6ff6, new Uint8Array(80));
    for (const id of [0x6ff3, 0x6ff4, 0x6ff5]) pair.files.set(id, file(new Uint8Array(262)));
    const result = await read(pair, {}, authenticityPlan());
    expect(result).toMatchObject({ failure: { code: 'SAM_REFUSED', at: 'SAM VERIFY DS' } });
    expect(pair.log.filter((line) => line === 'sam fa')).toHaveLength(
      4 + 1 + Math.ceil((photo.length + 2 - 8) / 248) + 1,
    );
  });
});

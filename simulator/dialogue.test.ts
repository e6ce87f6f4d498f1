/** Card and SAM in dialogue: every length of KTP-el fact sheet 7.3, both types, all card controls, and the verdict. */
import { describe, expect, test } from 'vitest';
import { ascii, concat, toHex, uint16 } from './bytes.ts';
import { type CardOptions, createCard } from './card/index.ts';
import { institutionSecrets } from './crypto/index.ts';
import { biodataFields, biodataRecord, type Resident, sampleResident } from './residents/index.ts';
import { Sam } from './sam/index.ts';
import { status, Terminal } from './terminal.test-support.ts';

const institution = institutionSecrets('dialogue test');
const resident = sampleResident('R1');

function opened(options: CardOptions = {}, holder: Resident = resident): Terminal {
  const terminal = new Terminal(
    createCard(holder, options),
    new Sam({ institution, keyLength: options.keyLength ?? 16 }),
  );
  expect(terminal.open(institution)).toBe('9000');
  return terminal;
}

function inSession(options: CardOptions = {}, holder: Resident = resident): Terminal {
  const terminal = opened(options, holder);
  expect(terminal.authenticate()).toEqual({ external: 0x9000, internal: 0x9000 });
  terminal.frames.length = 0;
  return terminal;
}

/** Lengths of the exchanges of one protected command: to SAM, from SAM, to card, from card, to SAM, from SAM. */
function lengths(terminal: Terminal): readonly number[] {
  return terminal.frames.flatMap(({ command, answer }) => [command.length, answer.length]);
}

function completeRead(
  terminal: Terminal,
  skip: { photo?: boolean; signature?: boolean; stop?: boolean } = {},
): Map<number, Uint8Array> {
  const files = new Map<number, Uint8Array>();
  const photo = terminal.readPlainFile(0x6ff2);
  expect(terminal.authenticate().internal).toBe(0x9000);
  terminal.selectSecure(0x6ff6);
  const signature = terminal.readSecure(0, 0x50);
  terminal.sam('00FA000000');
  terminal.sam(concat(Uint8Array.of(0x00, 0xfa, 0x06, 0x00, 0x50), signature));
  files.set(0x6ff1, terminal.readFile(0x6ff1));
  if (!skip.photo) {
    for (const chunk of photo) {
      terminal.sam(concat(Uint8Array.of(0x00, 0xfa, 0x03, 0x00, chunk.length), chunk));
    }
  }
  terminal.sam('00FA050000');
  if (!skip.signature) files.set(0x6ff3, terminal.readFile(0x6ff3, { round: true }));
  files.set(0x6ff4, terminal.readFile(0x6ff4, { round: true }));
  const beforeLast = (): void => {
    if (!skip.stop) terminal.sam('00FA020000');
  };
  files.set(0x6ff5, terminal.readFile(0x6ff5, { round: true, beforeLast }));
  return files.set(0x6ff2, concat(...photo)).set(0x6ff6, signature);
}

describe('the lengths of the fact sheet, table 7.3', () => {
  test.each([
    [51, 72],
    [29, 50],
    [24, 45],
  ] as const)(
    'calculate challenge with a card control of %i bytes is %i bytes and answered with 43',
    (control, length) => {
      const terminal = opened({ control });
      terminal.authenticate();
      const challenge = terminal.frames.find(({ command }) => command[1] === 0xf1);
      expect(challenge?.command.length).toBe(length);
      expect(challenge?.answer.length).toBe(43);
      expect(toHex(challenge?.answer.slice(-3) ?? new Uint8Array(0))).toBe('289000');
    },
  );

  test('external authenticate is 46 bytes and answered with 42, internal authenticate 45 and 2', () => {
    const terminal = opened();
    terminal.authenticate();
    const pair = terminal.frames.slice(-2);
    expect(pair.map(({ command, answer }) => [command.length, answer.length])).toEqual([
      [46, 42],
      [45, 2],
    ]);
  });

  test('a protected SELECT is 12, 29, 27, 16, 19 and 4 bytes', () => {
    const terminal = inSession();
    terminal.selectSecure(0x6ff1);
    expect(lengths(terminal)).toEqual([12, 29, 27, 16, 19, 4]);
  });

  test.each([
    [0x6ff1, 8, [10, 21, 19, 35, 38, 12]],
    [0x6ff1, 12, [10, 21, 19, 35, 38, 16]],
    [0x6ff6, 80, [10, 21, 19, 107, 110, 84]],
    [0x6ff1, 208, [10, 21, 19, 236, 239, 212]],
    [0x6ff1, 176, [10, 21, 19, 204, 207, 180]],
  ])('a protected read of file %i, %i bytes, has the lengths %j', (file, expected, frames) => {
    const terminal = inSession();
    terminal.selectSecure(file);
    terminal.frames.length = 0;
    terminal.readSecure(0, expected);
    expect(lengths(terminal)).toEqual(frames);
  });

  test('the last 140 bytes of a minutiae record are asked for as 144, sent as 144, and given back as 140', () => {
    const terminal = inSession({}, { ...resident, rightMinutiae: new Uint8Array(354).fill(7) });
    terminal.sam('00FA050000');
    terminal.selectSecure(0x6ff4);
    terminal.readSecure(0, 8);
    terminal.readSecure(8, 208);
    terminal.frames.length = 0;
    expect(terminal.readSecure(216, 144)).toEqual(new Uint8Array(140).fill(7));
    expect(lengths(terminal)).toEqual([10, 21, 19, 172, 175, 144]);
  });

  test('pushing the digital signature is 85 bytes and answered with 2', () => {
    const terminal = inSession();
    const answer = terminal.sam(concat(Uint8Array.of(0x00, 0xfa, 0x06, 0x00, 0x50), new Uint8Array(80)));
    expect(terminal.frames[0]?.command.length).toBe(85);
    expect(toHex(answer)).toBe('9000');
  });

  test('the longest read whose answer fits one SAM command is 231 bytes, and one more is refused by the chip', () => {
    const terminal = inSession();
    terminal.selectSecure(0x6ff2);
    terminal.frames.length = 0;
    expect(terminal.readSecure(0, 231).length).toBe(231);
    expect(terminal.frames[2]?.command.length).toBe(255);
    const wrapped = terminal.sam('00F300000500B00000E8');
    expect(toHex(terminal.card(wrapped.slice(0, -2)))).toBe('6700');
  });
});

describe('what is read', () => {
  const cards: CardOptions[] = [
    { type: 'A', control: 24 },
    { type: 'A', control: 29 },
    { type: 'A', control: 51 },
    { type: 'B', control: 24 },
    { type: 'B', control: 29, uidForm: 'DF' },
    { type: 'B', control: 51, atr: 'type-b-pcsc' },
    { type: 'A', control: 51, keyLength: 24 },
  ];

  test.each(cards)('card %j gives every file whole and is verified', (options) => {
    const terminal = opened(options);
    terminal.card('00A40000027F0A');
    const files = completeRead(terminal);
    const useful = (id: number): Uint8Array => files.get(id)?.slice(2) ?? new Uint8Array(0);
    expect(toHex(useful(0x6ff1))).toBe(toHex(ascii(biodataRecord(biodataFields(resident)))));
    expect(useful(0x6ff2)).toEqual(resident.photo);
    expect(useful(0x6ff3)).toEqual(resident.signature);
    expect(useful(0x6ff4)).toEqual(resident.rightMinutiae);
    expect(useful(0x6ff5)).toEqual(resident.leftMinutiae);
    expect(uint16(files.get(0x6ff6) ?? new Uint8Array(0))).toSatisfy(
      (length) => length === 71 || length === 72,
    );
    expect(toHex(terminal.sam('00FA040000'))).toBe('0010');
  });

  test.each([{ photo: true }, { signature: true }, { stop: true }])(
    'without %j the verdict is 0001',
    (skip) => {
      const terminal = opened();
      terminal.card('00A40000027F0A');
      completeRead(terminal, skip);
      expect(toHex(terminal.sam('00FA040000'))).toBe('0001');
    },
  );

  test('a card whose biodata was changed after signing is read and not verified', () => {
    const terminal = opened({ variant: 'forged-biodata' });
    terminal.card('00A40000027F0A');
    completeRead(terminal);
    expect(toHex(terminal.sam('00FA040000'))).toBe('0001');
  });

  test('without auto-deciphering the signature image stays unreadable', () => {
    const terminal = inSession();
    terminal.selectSecure(0x6ff3);
    const raw = terminal.readSecure(0, 8);
    expect(uint16(raw)).not.toBe(924);
    expect(raw.length).toBe(8);
  });

  test('card control gives 53 bytes to Le 35 whatever its length, with filler that is not constant', () => {
    for (const control of [24, 29, 51] as const) {
      const terminal = opened({ control });
      terminal.card('00A40000027F0A');
      terminal.card('00A40000026FF0');
      const read = terminal.card('00B0000035');
      expect(read.length).toBe(55);
      expect(uint16(read)).toBe(control);
      expect(status(terminal.card('00B0000036'))).toBe(0x9000);
      if (control < 51) expect(new Set(read.slice(control + 2, 53)).size).toBeGreaterThan(1);
    }
  });
});

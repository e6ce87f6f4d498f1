/** What card and SAM say no to: wrong order, wrong keys, wrong bytes. */
import { describe, expect, test } from 'vitest';
import { concat, fromHex, toHex } from './bytes.ts';
import { type CardOptions, createCard, isVariantName, VARIANT_NAMES } from './card/index.ts';
import { institutionSecrets } from './crypto/index.ts';
import { sampleResident } from './residents/index.ts';
import { Sam } from './sam/index.ts';
import { Terminal } from './terminal.test-support.ts';

const institution = institutionSecrets('refusal test');
const resident = sampleResident('R2');

function meet(options: CardOptions = {}): { terminal: Terminal; sam: Sam } {
  const sam = new Sam({ institution });
  return { terminal: new Terminal(createCard(resident, options), sam), sam };
}

function session(options: CardOptions = {}): Terminal {
  const { terminal } = meet(options);
  terminal.open(institution);
  terminal.authenticate();
  return terminal;
}

describe('the SAM', () => {
  test('refuses everything with 6982 until it is opened, and again after power was lost', () => {
    const { terminal, sam } = meet();
    const everything = [
      '00FF000000',
      '00F1000028',
      '00F2000000',
      '00F3000000',
      '00F4000000',
      '00FA050000',
      '00F7000000',
    ];
    for (const command of everything) expect(toHex(terminal.sam(command))).toBe('6982');
    expect(terminal.open(institution)).toBe('9000');
    expect(terminal.open(institution)).toBe('9000');
    expect(toHex(terminal.sam('00F7000000'))).toBe(`${toHex(institution.samUid)}9000`);
    sam.powerDown();
    sam.powerUp();
    expect(toHex(terminal.sam('00FF000000'))).toBe('6982');
  });

  test('is not opened by the secrets of another institution, and locks after three wrong ones', () => {
    const { terminal, sam } = meet();
    const other = institutionSecrets('another institution');
    for (let attempt = 0; attempt < 3; attempt++) expect(terminal.open(other)).toBe('6982');
    expect(terminal.open(institution)).toBe('6982');
    expect(sam.facts()).toEqual({ state: 'CLOSED', opens: 4, wrongOpens: 4, locked: true });
    sam.powerUp();
    expect(terminal.open(institution)).toBe('9000');
  });

  test('closes again when a wrong OPEN follows a right one', () => {
    const { terminal } = meet();
    terminal.open(institution);
    expect(terminal.open(institutionSecrets('another institution'))).toBe('6982');
    expect(toHex(terminal.sam('00FF000000'))).toBe('6982');
  });

  test('answers as observed when it is open and has no session', () => {
    const { terminal } = meet();
    terminal.open(institution);
    expect(toHex(terminal.sam('00F300000700A40000026FF1'))).toBe('6F00');
    expect(toHex(terminal.sam('00F40000029000'))).toBe('6F00');
    expect(toHex(terminal.sam('00FA050000'))).toBe('9000');
    expect(toHex(terminal.sam('00F2000000'))).toBe('6700');
    expect(toHex(terminal.sam('00F8000000'))).toBe('6D00');
    expect(toHex(terminal.sam(concat(fromHex('00FD000020'), new Uint8Array(32))))).toBe('6D00');
  });

  test('wants P2 to agree with the length of card control', () => {
    const { terminal } = meet();
    terminal.open(institution);
    const challenge = (p2: string, control: number): string => {
      const data = new Uint8Array(control + 16);
      return toHex(terminal.sam(concat(fromHex(`00F100${p2}`), Uint8Array.of(data.length), data))).slice(-4);
    };
    expect(challenge('00', 51)).toBe('6A86');
    expect(challenge('01', 24)).toBe('6A86');
    expect(challenge('00', 40)).toBe('6700');
    expect(challenge('00', 29)).toBe('9000');
    expect(challenge('00', 29)).toBe('6985');
    expect(toHex(terminal.sam(concat(fromHex('00F2000028'), new Uint8Array(40))))).toBe('6300');
    expect(challenge('01', 51)).toBe('9000');
  });

  test('wraps and unwraps in strict alternation', () => {
    const terminal = session();
    const select = '00F300000700A40000026FF1';
    expect(toHex(terminal.sam('00F40000029000'))).toBe('6985');
    expect(toHex(terminal.sam(select)).slice(-4)).toBe('9000');
    expect(toHex(terminal.sam(select))).toBe('6985');
    expect(toHex(terminal.sam('00F40000029000'))).toBe('6988');
    expect(toHex(terminal.sam(select))).toBe('6F00');
  });

  test('wraps nothing but SELECT of a KTP-el file and READ BINARY', () => {
    const terminal = session();
    expect(toHex(terminal.sam('00F30000050084000008'))).toBe('6A80');
    expect(toHex(terminal.sam('00F300000700A40000027F0A'))).toBe('6A80');
  });

  test('no longer wraps reads of biodata once it deciphers', () => {
    const terminal = session();
    terminal.selectSecure(0x6ff1);
    terminal.sam('00FA050000');
    expect(toHex(terminal.sam('00F300000500B0000008'))).toBe('6985');
  });
});

describe('the chip', () => {
  test('gives its protected files to nobody in the clear', () => {
    const { terminal } = meet();
    terminal.card('00A40000027F0A');
    for (const file of ['6FF1', '6FF3', '6FF4', '6FF5', '6FF6']) {
      expect(toHex(terminal.card(`00A4000002${file}`))).toBe('9000');
      expect(toHex(terminal.card('00B0000008'))).toBe('6982');
    }
  });

  test('wants the application, the challenge and the file in their order', () => {
    const { terminal } = meet();
    expect(toHex(terminal.card('00A40000026FF2'))).toBe('6A82');
    expect(toHex(terminal.card('0084000008'))).toBe('6985');
    expect(toHex(terminal.card('00A40000027F0A00'))).toBe('9000');
    expect(toHex(terminal.card('00B0000008'))).toBe('6986');
    const authenticate = concat(fromHex('0082000028'), new Uint8Array(40), fromHex('28'));
    expect(toHex(terminal.card(authenticate))).toBe('6985');
    expect(toHex(terminal.card('0082000000'))).toBe('6700');
    expect(toHex(terminal.card(authenticate.slice(0, -1)))).toBe('6700');
    terminal.card('0084000008');
    expect(toHex(terminal.card(authenticate))).toBe('6300');
    expect(toHex(terminal.card(authenticate))).toBe('6985');
  });

  test('forgets its challenge after any other command when it is told to keep to ISO 7816-4', () => {
    const { terminal } = meet({ challengeLife: 'next-command' });
    terminal.card('00A40000027F0A');
    terminal.card('0084000008');
    terminal.card('00A40000026FF2');
    const authenticate = concat(fromHex('0082000028'), new Uint8Array(40), fromHex('28'));
    expect(toHex(terminal.card(authenticate))).toBe('6985');
  });

  test('is not fooled by a card made under another issuer', () => {
    const { terminal } = meet({ variant: 'other-issuer' });
    terminal.open(institution);
    expect(terminal.authenticate().external).toBe(0x6300);
  });

  test('ends the session on a plain command, and on a wrong checksum', () => {
    const plain = session();
    expect(toHex(plain.card('00A40000026FF2'))).toBe('6987');
    expect(toHex(plain.card('0CB000000D97010800'))).toBe('6700');
    expect(toHex(plain.card('0CB00000039701080000'))).toBe('6700');
    expect(toHex(plain.card('0CB000000397010800'))).toBe('6982');
    const wrong = session();
    const wrapped = wrong.sam('00F300000700A40000026FF1').slice(0, -2);
    expect(toHex(wrong.card(wrapped.with(20, (wrapped[20] ?? 0) ^ 1)))).toBe('6988');
    expect(toHex(wrong.card(wrapped))).toBe('6982');
    const bare = session();
    expect(toHex(bare.card('0CB000000397010800'))).toBe('6987');
  });

  test('reads beyond the end answer 6282 with what there is, 6B00 with nothing, and end a protected session', () => {
    const terminal = session();
    terminal.selectSecure(0x6ff1);
    const read = terminal.sam('00F300000500B00FFF08').slice(0, -2);
    expect(toHex(terminal.card(read))).toBe('6B00');
    terminal.card('00A40000026FF2');
    const size = resident.photo.length + 2;
    const offset = (at: number): string => at.toString(16).padStart(4, '0');
    expect(toHex(terminal.card(`00B0${offset(size - 2)}08`))).toMatch(/^FFD96282$/);
    expect(toHex(terminal.card(`00B0${offset(size)}08`))).toBe('6B00');
  });

  test('tells its UID the way of its type', () => {
    const a = meet().terminal;
    expect(toHex(a.card('FFCA000000'))).toMatch(/^04[0-9A-F]{12}9000$/);
    a.card('00A40000027F0A');
    expect(toHex(a.card('00DD000008'))).toBe('6D00');
    expect(toHex(a.card('00DF000000'))).toBe('6D00');
    const b = meet({ type: 'B' }).terminal;
    b.card('00A40000027F0A');
    expect(b.card('00DD000008').length).toBe(10);
    expect(b.card('FFCA000000').length).toBe(6);
  });

  test('a bank card knows no KTP-el application', () => {
    const { terminal } = meet({ variant: 'bank-card' });
    expect(toHex(terminal.card('00A40000027F0A'))).toBe('6A82');
  });
});

test.each(VARIANT_NAMES)('variant %s is a card that answers to reset', (variant) => {
  const card = createCard(resident, { variant });
  expect(isVariantName(variant)).toBe(true);
  expect(card.atr[0]).toBe(0x3b);
  expect(card.atr.subarray(1).reduce((sum, byte) => sum ^ byte, 0)).toBe(0);
  card.powerUp();
  expect(card.exchange(fromHex('00A40000027F0A')).length).toBe(2);
});

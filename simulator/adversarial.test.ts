/** Bytes from anybody, in any state: card and SAM answer with a status word and stay themselves. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { concat, fromHex, toHex } from './bytes.ts';
import { createCard } from './card/index.ts';
import { institutionSecrets } from './crypto/index.ts';
import type { Device } from './device.ts';
import { sampleResident } from './residents/index.ts';
import { Sam } from './sam/index.ts';
import { Terminal } from './terminal.test-support.ts';

const institution = institutionSecrets('adversarial test');

/** Mostly commands that exist, with everything else about them open. */
const command = fc.oneof(
  fc.uint8Array({ minLength: 4, maxLength: 261 }),
  fc
    .tuple(
      fc.constantFrom(0x00, 0x0c),
      fc.constantFrom(0xa4, 0xb0, 0x82, 0x84, 0xdd, 0xf0, 0xf1, 0xf2, 0xf3, 0xf4, 0xf7, 0xfa, 0xff),
      fc.uint8Array({ minLength: 2, maxLength: 2 }),
      fc.uint8Array({ maxLength: 80 }),
    )
    .map(([cla, ins, parameters, data]) =>
      concat(Uint8Array.of(cla, ins), parameters, Uint8Array.of(data.length), data),
    ),
);

function inSession(): { card: Device; sam: Sam; terminal: Terminal } {
  const card = createCard(sampleResident('R3'));
  const sam = new Sam({ institution });
  const terminal = new Terminal(card, sam);
  terminal.open(institution);
  terminal.authenticate();
  return { card, sam, terminal };
}

test('whatever is sent, card and SAM answer with at least a status word and at most a short answer', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 12 }), fc.boolean(), (commands, session) => {
      const { card, sam } = inSession();
      if (!session) card.powerUp();
      for (const bytes of commands) {
        for (const device of [card, sam]) {
          const length = device.exchange(bytes).length;
          expect(length).toBeGreaterThanOrEqual(2);
          expect(length).toBeLessThanOrEqual(258);
        }
      }
    }),
    { numRuns: 200 },
  );
});

test('nobody gets a protected file out of the chip without the SAM', () => {
  const record = toHex(new TextEncoder().encode(sampleResident('R3').nik));
  fc.assert(
    fc.property(fc.array(command, { maxLength: 20 }), (commands) => {
      const card = createCard(sampleResident('R3'));
      card.powerUp();
      card.exchange(fromHex('00A40000027F0A'));
      card.exchange(fromHex('00A40000026FF1'));
      for (const bytes of commands) expect(toHex(card.exchange(bytes))).not.toContain(record);
    }),
    { numRuns: 100 },
  );
});

test('a card pulled at any exchange leaves a SAM that reads the next card after RESET', () => {
  const exchanges = 20;
  for (let torn = 1; torn <= exchanges; torn++) {
    const sam = new Sam({ institution });
    const card = createCard(sampleResident('R3'));
    let left = torn;
    const pulled: Device = {
      link: card.link,
      atr: card.atr,
      powerUp: () => card.powerUp(),
      powerDown: () => card.powerDown(),
      exchange: (bytes) => {
        if (--left === 0) throw new Error('torn');
        return card.exchange(bytes);
      },
    };
    const terminal = new Terminal(pulled, sam);
    terminal.open(institution);
    const read = (): void => {
      terminal.authenticate();
      for (let count = 0; count < exchanges; count++) terminal.readFile(0x6ff1);
    };
    expect(read, `exchange ${torn}`).toThrow('torn');
    const next = createCard(sampleResident('R4'));
    next.powerUp();
    const again = new Terminal(next, sameWithoutPowerUp(sam));
    expect(again.authenticate()).toEqual({ external: 0x9000, internal: 0x9000 });
    expect(Buffer.from(again.readFile(0x6ff1)).toString('latin1')).toContain('TIRTA SIMULASI');
  }
});

/** The SAM as it is, still powered and open, for a second terminal. */
function sameWithoutPowerUp(sam: Sam): Device {
  return {
    link: 'contact',
    atr: sam.atr,
    powerUp: () => undefined,
    powerDown: () => undefined,
    exchange: (bytes) => sam.exchange(bytes),
  };
}

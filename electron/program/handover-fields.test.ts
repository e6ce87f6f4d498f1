import { describe, expect, it } from 'vitest';
import type { InventoryCard, InventoryReader } from '../custody/index.ts';
import { type HandoverFacts, handoverFields, handoverHindrance } from './handover-fields.ts';
import { samReturnOrder, wholeLine } from './papers.test-support.ts';

const letter = { number: '400.12/0030/CONTOH/2028', date: '2028-03-03' };
const offAt = Date.UTC(2028, 2, 3, 2, 30);

function card(number: number, change: Partial<InventoryCard> = {}): InventoryCard {
  return {
    samId: `order-${number}`,
    name: `SAM-CONTOH-000${number}`,
    serial: `SAM-CONTOH-000${number}`,
    status: 'CONFIG_RETURNED',
    ticket: 'SIFILMA-CONTOH-1',
    ticketOn: '2026-03-04',
    readerId: `reader-${number}`,
    activatedAt: Date.UTC(2026, 2, 20),
    configSha256: 'ab'.repeat(32),
    returned: {
      fileName: `sam-${number}.txt`,
      sha256: 'ab'.repeat(32),
      medium: 'USB tersegel',
      on: '2028-03-06',
      receivedBy: 'Umpama Sari',
    },
    deactivation: null,
    loss: null,
    bast: null,
    lastOn: '2028-03-06',
    ...change,
  };
}

function reader(number: number, change: Partial<InventoryReader> = {}): InventoryReader {
  return {
    readerId: `reader-${number}`,
    serial: `RDR-CONTOH-0${number}`,
    model: 'Contoh 1281',
    counter: `Loket ${number}`,
    status: 'DEACTIVATED',
    deactivated: { at: offAt, by: 'coba-hartono', letter },
    ...change,
  };
}

const lost = card(2, {
  status: 'LOST_OR_DAMAGED',
  returned: null,
  loss: { kind: 'STOLEN', incident: 'INS-CONTOH-07', at: offAt, report: null },
});

function factsOf(
  cards: readonly InventoryCard[],
  readers: readonly InventoryReader[],
  change: Partial<HandoverFacts> = {},
): HandoverFacts {
  return {
    agreement: { status: 'EXPIRED', accessUntil: '2028-03-02' },
    inventory: { line: wholeLine(cards.length), cards, readers },
    zone: 'Asia/Jakarta',
    keptRecords: 0,
    nameOf: (personId) => `nama ${personId}`,
    ...change,
  };
}

const order = samReturnOrder({ day: '2028-03-14' });
const all = factsOf([card(1), lost], [reader(1), reader(2)]);
const hindrance = (facts: HandoverFacts, change: Parameters<typeof samReturnOrder>[0] = {}) =>
  handoverHindrance({ ...order, ...change }, facts)?.cause.id;

describe('the BAST of SAM cards', () => {
  it('lists every card with its reader, in the days of the agreement and with the number of a loss', () => {
    const fields = handoverFields(order, all);
    expect(
      fields.inventory.map(({ sam, reader: device, offOn, condition, incident }) => [
        sam,
        device,
        offOn,
        condition,
        incident,
      ]),
    ).toEqual([
      ['SAM-CONTOH-0001', 'RDR-CONTOH-01', '2028-03-03', 'GOOD', null],
      ['SAM-CONTOH-0002', 'RDR-CONTOH-02', '2028-03-03', 'LOST', 'INS-CONTOH-07'],
    ]);
    expect(fields.files.map(({ sam, fileName }) => [sam, fileName])).toEqual([
      ['SAM-CONTOH-0001', 'sam-1.txt'],
    ]);
    expect(fields.readersOff).toEqual({
      day: '2028-03-03',
      time: '09.30',
      zone: 'WIB',
      by: 'nama coba-hartono',
      letter: letter.number,
      atOnce: true,
    });
    expect(fields.acknowledgedBy).toBeNull();
  });

  it('hands over a card that was lost and found, with the number of its loss', () => {
    const { inventory } = handoverFields(order, factsOf([{ ...lost, status: 'DEACTIVATED' }], [reader(2)]));
    expect(inventory.map(({ condition, incident }) => [condition, incident])).toEqual([
      ['GOOD', 'INS-CONTOH-07'],
    ]);
  });

  it('is printed when everything agrees', () => {
    expect(hindrance(all)).toBeUndefined();
  });

  it('is not printed while a card is gone from the books, nor before the day on which one was reported lost', () => {
    const gone = {
      ...all,
      inventory: { ...all.inventory, line: { ...wholeLine(2), personalised: 1, awaitingReturn: 1 } },
    };
    expect(hindrance(gone)).toContain('SAM 2 ≠ 1 + 0 + 0');
    const later = { ...lost, lastOn: '2028-03-02', loss: { ...lost.loss, at: offAt + 30 * 86_400_000 } };
    const facts = factsOf([later as InventoryCard], [reader(2)]);
    expect(hindrance(facts)).toContain('tanggal 14-03-2028 < 02-04-2028');
  });

  it('states readers that went off on different days as such, with the last of them', () => {
    const later = { at: offAt + 86_400_000, by: 'coba-hartono', letter };
    const facts = factsOf([card(1)], [reader(1), reader(2, { deactivated: later })]);
    expect(handoverFields(order, facts).readersOff).toMatchObject({ day: '2028-03-04', atOnce: false });
  });

  it('leaves to an earlier BAST what that accounts for, and says so', () => {
    const bast = { number: '400.12/0001', date: '2027-01-04' };
    const facts = factsOf([card(1), card(3, { status: 'RETURNED', bast })], [reader(1), reader(3)]);
    const fields = handoverFields(order, facts);
    expect(fields.inventory.map(({ sam, reader: device }) => [sam, device])).toEqual([
      ['SAM-CONTOH-0001', 'RDR-CONTOH-01'],
    ]);
    expect(fields.earlier).toEqual({ returned: 1, writtenOff: 0, basts: ['400.12/0001'] });
  });

  it('takes only what went off where a reader is replaced, before any end', () => {
    const running = { agreement: { status: 'ACTIVE', accessUntil: '2029-03-02' } } as const;
    const cards = [card(1), card(2, { status: 'ACTIVE', returned: null })];
    const facts = factsOf(
      cards,
      [reader(1), reader(2, { status: 'IN_SERVICE', deactivated: null })],
      running,
    );
    expect(hindrance(facts, { reason: 'PENGGANTIAN' })).toBeUndefined();
    const fields = handoverFields({ ...order, reason: 'PENGGANTIAN' }, facts);
    expect(fields.inventory.map(({ sam }) => sam)).toEqual(['SAM-CONTOH-0001']);
    expect(hindrance(facts)).toMatch(/SAM-CONTOH-0002: ACTIVE; RDR-CONTOH-02: IN_SERVICE; BERAKHIR: ACTIVE/);
  });
});

describe('what disagrees is named, and nothing is printed', () => {
  it.each([
    [
      'a card that still reads',
      factsOf([card(1, { status: 'SUSPENDED' })], [reader(1)]),
      {},
      'SAM-CONTOH-0001: SUSPENDED',
    ],
    [
      'a card that is asked for',
      factsOf([card(1, { name: '#1', serial: null, status: 'PERSO_REQUESTED' })], [reader(1)]),
      {},
      '#1: PERSO_REQUESTED',
    ],
    [
      'a reader that could read',
      factsOf([card(1)], [reader(1, { status: 'OUT_OF_SERVICE', deactivated: null })]),
      {},
      'RDR-CONTOH-01: OUT_OF_SERVICE',
    ],
    ['nothing to hand over', factsOf([], []), {}, '0 SAM, 0 perangkat'],
    ['another end than the one on record', all, { reason: 'DIAKHIRI' as const }, 'DIAKHIRI: EXPIRED'],
    ['a day before the end', all, { day: '2028-03-01' }, 'tanggal 01-03-2028 < 06-03-2028'],
    [
      'a day before the configuration went back',
      all,
      { day: '2028-03-05' },
      'tanggal 05-03-2028 < 06-03-2028',
    ],
  ])('%s', (_what, facts, change, named) => {
    expect(hindrance(facts, change)).toContain(named);
  });

  it('a day that is not given', () => {
    const { day: _day, ...open } = order;
    const refused = handoverHindrance(open, all);
    expect(refused?.code).toBe('BAST_DISAGREES');
    expect(refused?.cause.id).toContain('tanggal BAST: –');
  });

  it('and of many only the first', () => {
    const cards = Array.from({ length: 9 }, (_, at) => card(at + 1, { status: 'ACTIVE' }));
    expect(hindrance(factsOf(cards, [reader(1)]))).toMatch(/SAM-CONTOH-0006: ACTIVE; … \+3\./);
  });
});

import { describe, expect, test } from 'vitest';
import { failureOf, valueOfResult } from '../store/store.test-support.ts';
import {
  auditor,
  dated,
  handIn,
  manager,
  officer,
  openWorld,
  operator,
  PKS,
  procurement,
  request,
  serialOf,
  uidOf,
  type World,
} from './custody.test-support.ts';

const told = (world: World, samId: string) =>
  valueOfResult(world.room.history(samId)).map(({ event, actor }) => `${event} ${actor}`);

describe('the inventory', () => {
  test('offers what has a place now, and names who is waited for', () => {
    const world = openWorld();
    const samId = world.configured();
    expect(world.card(samId).events).toEqual(['TEST', 'PAIR', 'REPORT_LOST', 'REQUEST_DEACTIVATION']);
    world.done({ act: 'PAIR', samId, readerId: world.reader(1) });
    expect(world.card(samId)).toMatchObject({ next: { event: 'TEST' } });
    expect(world.card(samId).events).not.toContain('ACTIVATE');
    world.test(samId);
    expect(world.card(samId).events).toContain('ACTIVATE');
    world.done({ act: 'PROPOSE_ACTIVATION', samId });
    const waiting = world.card(samId);
    expect(waiting.waiting).toEqual({ event: 'ACTIVATE', by: officer.personId });
    expect(waiting.events).toEqual(['TEST', 'PAIR', 'REPORT_LOST']);
    valueOfResult(world.decide(manager));
    expect(world.card(samId)).toMatchObject({ waiting: null, next: null, status: 'ACTIVE' });
  });

  test('shows whoever may not change it everything, and lets them change nothing', () => {
    const world = openWorld();
    const samId = world.active();
    expect(world.card(samId, auditor).events).toEqual([]);
    expect(valueOfResult(world.room.view(auditor)).readers).toMatchObject([
      { sam: serialOf(1), mayChange: false },
    ]);
    expect(world.card(samId, manager).events).toEqual(['SUSPEND', 'REPORT_LOST']);
  });

  test('shows who only serves the card of this counter alone', () => {
    const world = openWorld();
    const here = world.active();
    world.active();
    const seen = valueOfResult(world.room.view(operator));
    expect(seen).toMatchObject({ agreements: [], lines: [], readers: [] });
    expect(seen.cards.map(({ samId, events }) => [samId, events])).toEqual([
      [here, ['SUSPEND', 'REPORT_LOST']],
    ]);
    world.done({ act: 'REPORT_LOST', samId: here, kind: 'LOST', incident: 'LP-1' }, operator);
    expect(valueOfResult(world.room.view(operator)).cards).toEqual([]);
  });

  test('lists an agreement that may hold cards before there is one, and one that ended while it has cards', () => {
    const world = openWorld();
    expect(valueOfResult(world.room.view(officer)).agreements).toMatchObject([
      { agreementId: PKS, open: true },
    ]);
    world.around.ended = true;
    expect(valueOfResult(world.room.view(officer)).agreements).toEqual([]);
    world.around.ended = false;
    world.done(procurement);
    world.around.ended = true;
    expect(valueOfResult(world.room.view(officer)).agreements).toMatchObject([{ open: false, owed: null }]);
  });

  test('says after the end how many cards are not back, by when, and when that day has passed', () => {
    const world = openWorld();
    world.active();
    const samId = world.active();
    const owed = () => valueOfResult(world.room.view(officer)).agreements[0]?.owed;
    expect(owed()).toBeNull();
    world.around.ended = true;
    expect(owed()).toEqual({ cards: 2, due: '2026-06-15', late: false });
    world.around.returnDue = '2026-05-31';
    expect(owed()).toEqual({ cards: 2, due: '2026-05-31', late: true });
    valueOfResult(world.room.stopAll(PKS));
    const letter = dated('2026-05-01');
    world.done({ act: 'PROPOSE_DEACTIVATION', samId, cause: 'AGREEMENT_ENDED', letter });
    valueOfResult(world.decide(manager));
    world.done({ act: 'CONFIRM_DEACTIVATION', samIds: [samId], letter });
    world.done({ ...handIn, samIds: [samId] });
    expect(owed()).toMatchObject({ cards: 1 });
  });
});

describe('whoever looks after cards', () => {
  test('is told of a lost card until it is written off', () => {
    const world = openWorld();
    const codes = () => valueOfResult(world.room.notices()).map(({ code }) => code);
    const samId = world.active();
    expect(codes()).toEqual([]);
    world.done({ act: 'REPORT_LOST', samId, kind: 'STOLEN', incident: 'LP-1' }, operator);
    expect(codes()).toEqual(['SAM_LOST']);
    const papers = {
      report: dated('2026-04-01'),
      deactivation: dated('2026-04-09'),
      bast: handIn.bast,
    };
    world.done({ act: 'WRITE_OFF', samId, ...papers });
    expect(codes()).toEqual([]);
  });
});

describe('the history of a card', () => {
  test('goes back to its purchase, and tells who did what', () => {
    const world = openWorld();
    const samId = world.active();
    valueOfResult(world.room.stopAll(PKS));
    const it = officer.personId;
    expect(told(world, samId)).toEqual([
      'SUSPEND SYSTEM',
      `ACTIVATE ${manager.personId}`,
      `PAIR ${it}`,
      `TEST ${it}`,
      `IMPORT_CONFIG ${it}`,
      `RECEIVE ${it}`,
      `REQUEST_PERSO ${it}`,
      `PROCURE ${it}`,
    ]);
  });

  test('names letters with their dates, and neither UID nor what opens the card', () => {
    const world = openWorld();
    const samId = world.active();
    const history = valueOfResult(world.room.history(samId));
    const details = history.find(({ event }) => event === 'REQUEST_PERSO')?.details;
    expect(details).toEqual([
      { field: 'letter', value: request.letter.number, on: request.letter.date },
      { field: 'ticket', value: request.ticket },
      { field: 'ticketOn', value: request.ticketOn },
    ]);
    expect(history.flatMap((entry) => entry.details.map(({ field }) => field))).not.toContain('uid');
    expect(JSON.stringify(history)).not.toMatch(/"[0-9a-f]{32}"/);
  });
});

describe('the counter', () => {
  test('is told why no card may read there, by the state of the card that is in its reader', () => {
    const world = openWorld();
    const refused = () => world.room.refusedHere(PKS);
    expect(refused()).toBeUndefined();
    const samId = world.active();
    expect(refused()).toBeUndefined();
    world.around.counter = 'Loket 9';
    expect(refused()?.code).toBe('SAM_READER_MISMATCH');
    world.around.counter = 'Loket 1';
    world.done({ act: 'SUSPEND', samId, reason: 'contoh' });
    expect(refused()?.cause.id).toBe(
      'Kartu SAM SAM-CONTOH-0001 tidak aktif (status: ditangguhkan). KTP-el tidak dapat dibaca.',
    );
    expect(valueOfResult(world.room.samHere(PKS))).toBeUndefined();
    world.done({ act: 'RESUME', samId, reason: 'contoh' });
    world.done({ act: 'REPORT_LOST', samId, kind: 'LOST', incident: 'LP-1' });
    expect(refused()?.cause.id).toContain('hilang atau rusak');
  });
});

describe('a reader', () => {
  test('moves to another counter while no card reads in it, and the card in it reads there once it is resumed', () => {
    const world = openWorld();
    const samId = world.active();
    world.active();
    const { readerId = '' } = valueOfResult(world.room.view(officer)).readers[0] ?? {};
    const move = {
      act: 'MOVE_READER',
      readerId,
      terminal: 'Pembaca Contoh 01 00',
      counter: 'Loket 7',
      reason: 'Loket pindah',
    } as const;
    const codeOf = (result: ReturnType<World['act']>) => failureOf(result)?.code;
    expect(codeOf(world.act(move))).toBe('STEP_ORDER');
    world.done({ act: 'SUSPEND', samId, reason: 'pindah' });
    expect(codeOf(world.act(move, manager))).toBe('NOT_PERMITTED');
    expect(codeOf(world.act({ ...move, counter: 'Loket 2' }))).toBe('DEVICE_PLACE_TAKEN');
    world.done(move);
    const resume = { act: 'RESUME', samId, reason: 'sudah di loket 7' } as const;
    expect(codeOf(world.act(resume))).toBe('SAM_NOT_PREPARED');
    world.test(samId, { terminal: 'Pembaca Contoh 01 00' });
    world.done(resume);
    const stays = valueOfResult(world.room.stays(PKS)).map((stay) => [
      stay.readerId === readerId,
      stay.counter,
    ]);
    expect(stays).toEqual([
      [true, 'Loket 1'],
      [false, 'Loket 2'],
      [true, 'Loket 7'],
    ]);
    const unfit = (terminal: string) => world.room.unfit(PKS, terminal, uidOf(1))?.code;
    expect(unfit('Pembaca Contoh 01 00')).toBe('SAM_READER_MISMATCH');
    world.around.counter = 'Loket 7';
    expect(unfit('Pembaca Contoh 00 00')).toBe('SAM_READER_MISMATCH');
    expect(unfit('Pembaca Contoh 01 00')).toBeUndefined();
  });
});

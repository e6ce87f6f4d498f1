import { describe, expect, test } from 'vitest';
import { ok } from '../../native/failure.ts';
import {
  nextReaderStatus,
  nextSamStatus,
  readerStatuses,
  samEvents,
  samStatuses,
} from '../contract/index.ts';
import { failureOf, valueOfResult } from '../store/store.test-support.ts';
import {
  auditor,
  configurationFile,
  dated,
  handIn,
  manager,
  officer,
  openWorld,
  operator,
  PKS,
  place,
  procurement,
  request,
  returned,
  serialOf,
  signedBast,
  uidOf,
  type World,
} from './custody.test-support.ts';

const TERMINAL = 'Pembaca Contoh 00 00';
const codeOf = (result: ReturnType<World['act']>) => failureOf(result)?.code;

function line(world: World) {
  const { ordered, personalised, pending, rejected, ...rest } =
    valueOfResult(world.room.view(officer)).lines[0] ?? ({} as never);
  return { ordered, personalised, pending, rejected, rest };
}

/** Activated, given up by two persons, configuration returned. */
function configurationReturned(world: World): string {
  const samId = world.active();
  world.around.ended = true;
  world.around.inForce = false;
  valueOfResult(world.room.stopAll(PKS));
  world.done({ act: 'PROPOSE_DEACTIVATION', samId, cause: 'AGREEMENT_ENDED', letter: dated('2026-05-01') });
  valueOfResult(world.decide(manager));
  valueOfResult(world.room.returns.returnTo(place, { samId, ...returned }, officer));
  return samId;
}

describe('a SAM card', () => {
  test('goes from purchase to its reader, each step with what it rests on, and says what comes next', () => {
    const world = openWorld();
    const order = world.done({ ...procurement, count: 2 });
    const samId = `${order}-1`;
    expect(world.card(samId)).toMatchObject({
      name: '#1',
      status: 'PROCURED',
      next: { event: 'REQUEST_PERSO' },
    });
    world.done({ ...request, samIds: [samId, `${order}-2`] });
    world.done({ act: 'RECEIVE', samId, letter: dated('2026-03-20'), serial: serialOf(1) });
    expect(world.card(samId).next?.event).toBe('IMPORT_CONFIG');
    valueOfResult(world.room.importConfiguration(samId, configurationFile(1), officer));
    expect(world.card(samId).next?.event).toBe('TEST');
    world.test(samId);
    expect(world.card(samId).next?.event).toBe('PAIR');
    world.done({ act: 'PAIR', samId, readerId: world.reader(1) });
    expect(world.card(samId).next).toEqual({ event: 'ACTIVATE', who: 'SAM_OFFICER' });
    world.done({ act: 'PROPOSE_ACTIVATION', samId });
    expect(world.card(samId).status).toBe('PERSONALISED');
    valueOfResult(world.decide(manager));
    expect(world.card(samId)).toMatchObject({
      status: 'ACTIVE',
      reader: { serial: 'RDR-CONTOH-1', counter: 'Loket 1' },
      next: null,
    });
    expect(valueOfResult(world.room.view(officer)).readers[0]?.status).toBe('IN_SERVICE');
    expect(line(world)).toMatchObject({ ordered: 2, personalised: 1, pending: 1, rejected: 0 });
    const moves = valueOfResult(world.audit.list(40)).map(({ event }) => event);
    expect(moves.filter((event) => event === 'SAM_MOVED').length).toBe(6);
  });

  test('is activated by two persons, and by nobody who has no right to', () => {
    const world = openWorld();
    const samId = world.configured();
    world.test(samId);
    world.done({ act: 'PAIR', samId, readerId: world.reader(1) });
    world.done({ act: 'PROPOSE_ACTIVATION', samId });
    const refused = [officer, operator, auditor].map((who) => failureOf(world.decide(who))?.code);
    expect(refused).toEqual(['OWN_PROPOSAL', 'NOT_PERMITTED', 'NOT_PERMITTED']);
    expect(codeOf(world.act({ act: 'PROPOSE_ACTIVATION', samId }, manager))).toBe('NOT_PERMITTED');
    valueOfResult(world.decide(manager));
  });

  test('is not proposed before its configuration, its reader, its UID and a test that went well are there', () => {
    const world = openWorld();
    const samId = `${world.done(procurement)}-1`;
    world.done({ ...request, samIds: [samId] });
    world.done({ act: 'RECEIVE', samId, letter: dated('2026-03-20'), serial: serialOf(1) });
    const pairing = { act: 'PAIR', samId, readerId: world.reader(1) } as const;
    expect(codeOf(world.act(pairing))).toBe('SAM_NOT_PREPARED');
    valueOfResult(world.room.importConfiguration(samId, configurationFile(1, { UID: '' }), officer));
    world.done(pairing);
    const refused = failureOf(world.act({ act: 'PROPOSE_ACTIVATION', samId }));
    expect(refused?.code).toBe('SAM_NOT_PREPARED');
    expect(refused?.cause.id).toContain('Belum ada: UID kartu, uji perangkat yang lulus.');
    world.test(samId, { uid: uidOf(1) });
    world.test(samId, { passed: false, failures: ['CARD_REMOVED'] });
    const failedLast = failureOf(world.act({ act: 'PROPOSE_ACTIVATION', samId }));
    expect(failedLast?.cause.id).toContain('Belum ada: uji perangkat yang lulus.');
    world.test(samId);
    world.done({ act: 'PROPOSE_ACTIVATION', samId });
  });

  test('that changed its reader after it was proposed is not activated there', () => {
    const world = openWorld();
    const samId = world.configured();
    world.test(samId);
    world.done({ act: 'PAIR', samId, readerId: world.reader(1) });
    world.done({ act: 'PROPOSE_ACTIVATION', samId });
    const [proposal] = valueOfResult(world.decisions.open());
    if (proposal === undefined) throw new Error('nothing waits');
    world.done({ act: 'PAIR', samId, readerId: world.reader(2) });
    expect(valueOfResult(world.decisions.open())).toEqual([]);
    const kept = world.room.confirm({ ...proposal, kind: 'SAM_ACTIVATION' }, manager);
    expect(failureOf(kept)?.code).toBe('PROPOSAL_CHANGED');
  });

  test('is not asked for without a SIFILMA number, under no agreement in force, or where no reader is allowed', () => {
    const world = openWorld();
    const samIds = [`${world.done(procurement)}-1`];
    expect(codeOf(world.act({ ...request, samIds, ticket: '' }))).toBe('SIFILMA_REFERENCE_REQUIRED');
    world.around.inForce = false;
    expect(codeOf(world.act({ ...request, samIds }))).toBe('AGREEMENT_NOT_IN_FORCE');
    world.around.allowsReader = false;
    expect(codeOf(world.act(procurement))).toBe('READER_NOT_ALLOWED');
  });

  test('takes no date that contradicts: none ahead, none before the paper it follows', () => {
    const world = openWorld();
    const samId = `${world.done(procurement)}-1`;
    const early = { ...request, samIds: [samId], letter: dated('2026-03-01'), ticketOn: '2026-03-01' };
    expect(codeOf(world.act(early))).toBe('DATES_CONTRADICT');
    // Asked for before the card was bought, with a ticket of a day that fits.
    expect(codeOf(world.act({ ...early, ticketOn: '2026-03-04' }))).toBe('DATES_CONTRADICT');
    expect(codeOf(world.act({ ...request, samIds: [samId], ticketOn: '2026-03-02' }))).toBe(
      'DATES_CONTRADICT',
    );
    expect(codeOf(world.act({ ...request, samIds: [samId], ticketOn: '2026-06-02' }))).toBe('DATE_AHEAD');
    expect(codeOf(world.act({ ...procurement, document: dated('2026-06-02') }))).toBe('DATE_AHEAD');
  });

  test('has one serial, one reader, one counter', () => {
    const world = openWorld();
    const first = world.active();
    const other = world.configured();
    const fresh = `${world.done(procurement)}-1`;
    world.done({ ...request, samIds: [fresh] });
    const same = { act: 'RECEIVE', samId: fresh, letter: dated('2026-03-20'), serial: serialOf(1) } as const;
    expect(codeOf(world.act(same))).toBe('DEVICE_SERIAL_TAKEN');
    const { readers } = valueOfResult(world.room.view(officer));
    const readerId = readers[0]?.readerId ?? '';
    expect(codeOf(world.act({ act: 'PAIR', samId: other, readerId }))).toBe('DEVICE_PLACE_TAKEN');
    const reader = { act: 'REGISTER_READER', agreementId: PKS, model: 'x', terminal: TERMINAL } as const;
    expect(codeOf(world.act({ ...reader, serial: 'RDR-NEW', counter: 'Loket 1' }))).toBe(
      'DEVICE_PLACE_TAKEN',
    );
    expect(codeOf(world.act({ ...reader, serial: 'RDR-CONTOH-1', counter: 'Loket 9' }))).toBe(
      'DEVICE_SERIAL_TAKEN',
    );
    expect(codeOf(world.act({ act: 'PAIR', samId: first, readerId }))).toBe('STEP_ORDER');
  });

  test('is all of a letter or nothing of it', () => {
    const world = openWorld();
    const order = world.done({ ...procurement, count: 2 });
    world.done({ ...request, samIds: [`${order}-1`] });
    expect(codeOf(world.act({ ...request, samIds: [`${order}-2`, `${order}-1`] }))).toBe('STEP_ORDER');
    expect(world.card(`${order}-2`).status).toBe('PROCURED');
  });

  test('whose personalisation was refused is counted as rejected until it is asked for again', () => {
    const world = openWorld();
    const samIds = [`${world.done(procurement)}-1`];
    world.done({ ...request, samIds });
    world.done({ act: 'REJECT', samIds, letter: dated('2026-03-10'), reason: 'nomor seri tidak cocok' });
    expect(line(world)).toMatchObject({ ordered: 1, pending: 0, rejected: 1 });
    world.done({ ...request, samIds, letter: dated('2026-03-11'), ticketOn: '2026-03-11' });
    expect(line(world)).toMatchObject({ ordered: 1, pending: 1, rejected: 0 });
  });

  test('stops by itself with its agreement, and each is resumed by hand', () => {
    const world = openWorld();
    const samIds = [world.active(), world.active()];
    expect(valueOfResult(world.room.stopAll(PKS))).toBe(2);
    expect(samIds.map((samId) => world.card(samId).status)).toEqual(['SUSPENDED', 'SUSPENDED']);
    world.around.inForce = false;
    const [samId = ''] = samIds;
    expect(codeOf(world.act({ act: 'RESUME', samId, reason: 'x' }))).toBe('AGREEMENT_NOT_IN_FORCE');
    world.around.inForce = true;
    world.done({ act: 'RESUME', samId, reason: 'PKS aktif kembali' });
    expect(samIds.map((each) => world.card(each).status)).toEqual(['ACTIVE', 'SUSPENDED']);
    expect(valueOfResult(world.room.stopAll('other'))).toBe(0);
  });

  test('that is lost stops at once, whoever at the counter says so, and leaves the books only with a BAST', () => {
    const world = openWorld();
    const samId = world.active();
    const loss = { act: 'REPORT_LOST', samId, kind: 'LOST', incident: 'INS-1' } as const;
    expect(codeOf(world.act(loss, auditor))).toBe('NOT_PERMITTED');
    world.done(loss, operator);
    expect(world.card(samId)).toMatchObject({ status: 'LOST_OR_DAMAGED', incident: 'INS-1' });
    expect(world.lost).toEqual(['INS-1']);
    expect(valueOfResult(world.room.view(officer)).readers[0]?.status).toBe('OUT_OF_SERVICE');
    expect(codeOf(world.act({ act: 'RESUME', samId, reason: 'ketemu' }))).toBe('STEP_ORDER');
    const off = {
      act: 'WRITE_OFF',
      samId,
      report: dated('2026-05-01'),
      deactivation: dated('2026-05-02'),
    } as const;
    expect(codeOf(world.act(off))).toBe('BAST_REQUIRED');
    expect(codeOf(world.act({ ...off, bast: 'lisan' }))).toBe('BAST_REQUIRED');
    world.done({ ...off, bast: handIn.bast });
    expect(line(world).rest).toMatchObject({ lost: 1 });
  });
});

describe('dates and names', () => {
  test('of a reader that goes off lie neither ahead nor before the agreement', () => {
    const world = openWorld();
    const readerId = world.reader(1);
    const off = (date: string) => world.act({ act: 'DEACTIVATE_READER', readerId, letter: dated(date) });
    expect(codeOf(off('2099-06-01'))).toBe('DATE_AHEAD');
    expect(codeOf(off('2026-03-01'))).toBe('DATES_CONTRADICT');
    expect(codeOf(off('2026-06-01'))).toBeUndefined();
  });

  test('of a request to Dukcapil are none from before the agreement', () => {
    const world = openWorld();
    const order = world.done({ ...procurement, document: dated('2020-01-01') });
    const early = { ...request, samIds: [`${order}-1`], letter: dated('2020-01-02'), ticketOn: '2020-01-03' };
    expect(codeOf(world.act(early))).toBe('DATES_CONTRADICT');
  });

  test('that differ in small and capital letters alone are the same serial and the same counter', () => {
    const world = openWorld();
    const samId = world.active();
    const order = world.done(procurement);
    world.done({ ...request, samIds: [`${order}-1`] });
    const again = { act: 'RECEIVE', samId: `${order}-1`, letter: dated('2026-03-20') } as const;
    expect(codeOf(world.act({ ...again, serial: world.card(samId).name.toLowerCase() }))).toBe(
      'DEVICE_SERIAL_TAKEN',
    );
    const device = { act: 'REGISTER_READER', agreementId: PKS, model: 'Contoh', terminal: TERMINAL } as const;
    expect(codeOf(world.act({ ...device, serial: 'rdr-contoh-1', counter: 'Loket 9' }))).toBe(
      'DEVICE_SERIAL_TAKEN',
    );
    expect(codeOf(world.act({ ...device, serial: 'RDR-CONTOH-9', counter: 'LOKET 1' }))).toBe(
      'DEVICE_PLACE_TAKEN',
    );
  });

  test('of a SAM are taken as its reader writes them, and nothing else is one', () => {
    const world = openWorld();
    const samId = world.configured();
    const spaced = uidOf(1).toUpperCase().match(/../g)?.join(' ') ?? '';
    world.test(samId, { uid: spaced });
    expect(world.card(samId).hasUid).toBe(true);
    expect(() => world.test(samId, { uid: '04' })).toThrow('a UID of another length');
  });

  test('a test in another reader than its own puts no card to work', () => {
    const world = openWorld();
    const samId = world.configured();
    world.test(samId, { terminal: 'Pembaca Lain 00 00' });
    world.done({ act: 'PAIR', samId, readerId: world.reader(1) });
    expect(world.card(samId)).toMatchObject({ status: 'PERSONALISED', next: { event: 'TEST' } });
    expect(codeOf(world.act({ act: 'PROPOSE_ACTIVATION', samId }))).toBe('SAM_NOT_PREPARED');
    world.test(samId);
    expect(codeOf(world.act({ act: 'PROPOSE_ACTIVATION', samId }))).toBeUndefined();
  });
});

describe('a lost card that is found', () => {
  function found() {
    const world = openWorld();
    const samId = world.active();
    world.done({ act: 'REPORT_LOST', samId, kind: 'STOLEN', incident: 'INS-1' }, operator);
    const propose = { act: 'PROPOSE_DEACTIVATION', samId, letter: dated('2026-05-01') } as const;
    return { world, samId, propose };
  }

  test('goes back by the word of two, with its configuration, and never reads again (R-068)', () => {
    const { world, samId, propose } = found();
    expect(world.card(samId).events).toEqual(['REQUEST_DEACTIVATION', 'WRITE_OFF']);
    world.done({ ...propose, cause: 'FOUND_AGAIN' });
    expect(failureOf(world.decide(officer))?.code).toBe('OWN_PROPOSAL');
    valueOfResult(world.decide(manager));
    expect(world.card(samId)).toMatchObject({ status: 'DEACT_REQUESTED', next: { event: 'RETURN_CONFIG' } });
    expect(valueOfResult(world.room.notices())).toEqual([]);
    expect(line(world).rest).toMatchObject({ lost: 0, awaitingReturn: 1 });
    const back = [
      { act: 'RESUME', samId, reason: 'ketemu' },
      { act: 'REPORT_LOST', samId, kind: 'LOST', incident: 'INS-2' },
    ] as const;
    expect(back.map((act) => codeOf(world.act(act)))).toEqual(['STEP_ORDER', 'STEP_ORDER']);
    world.done({ act: 'CONFIRM_DEACTIVATION', samIds: [samId], letter: dated('2026-05-04') });
    world.done({ ...handIn, samIds: [samId] });
    expect(world.card(samId)).toMatchObject({ status: 'RETURNED', incident: 'INS-1' });
  });

  test('is given up for no other reason, and no other card for that one', () => {
    const { world, propose } = found();
    world.around.ended = true;
    const others = (['AGREEMENT_ENDED', 'READER_RETIRED'] as const).map((cause) =>
      codeOf(world.act({ ...propose, cause })),
    );
    expect(others).toEqual(['STEP_ORDER', 'STEP_ORDER']);
    world.around.ended = false;
    const here = world.active();
    expect(codeOf(world.act({ ...propose, samId: here, cause: 'FOUND_AGAIN' }))).toBe('STEP_ORDER');
  });

  test('that is written off meanwhile waits for nobody any more', () => {
    const { world, samId, propose } = found();
    world.done({ ...propose, cause: 'FOUND_AGAIN' });
    const [report, deactivation] = [dated('2026-05-01'), dated('2026-05-02')];
    world.done({ act: 'WRITE_OFF', samId, report, deactivation, bast: handIn.bast });
    expect(world.card(samId)).toMatchObject({ status: 'WRITTEN_OFF', waiting: null });
    expect(() => world.decide(manager)).toThrow('nothing waits');
  });
});

describe('a configuration file', () => {
  const imported = (world: World, samId: string, file: Buffer) =>
    failureOf(world.room.importConfiguration(samId, file, officer))?.code;

  function received(world: World, number: number): string {
    const samId = `${world.done(procurement)}-1`;
    world.done({ ...request, samIds: [samId] });
    world.done({ act: 'RECEIVE', samId, letter: dated('2026-03-20'), serial: serialOf(number) });
    return samId;
  }

  test.each([
    ['of a wrong length', { PCID: 'ab'.repeat(15) }],
    ['without CONF', { CONF: '' }],
    ['with a field nobody knows', { PIN: '1234' }],
    ['that is not hexadecimal', { CONF: 'xy'.repeat(32) }],
  ])('%s is refused, and nothing of it is said', (_what, change) => {
    const world = openWorld();
    const refused = world.room.importConfiguration(received(world, 1), configurationFile(1, change), officer);
    expect(failureOf(refused)?.code).toBe('SAM_FILE_INVALID');
    expect(JSON.stringify(refused)).not.toMatch(/abab|xyxy|1234/);
  });

  test('of something else altogether is refused', () => {
    const world = openWorld();
    const samId = received(world, 1);
    expect(imported(world, samId, Buffer.from([0, 255, 1, 2]))).toBe('SAM_FILE_INVALID');
    expect(imported(world, samId, Buffer.from(''))).toBe('SAM_FILE_INVALID');
    const twice = Buffer.concat([configurationFile(1), configurationFile(1)]);
    expect(imported(world, samId, twice)).toBe('SAM_FILE_INVALID');
  });

  test('of another card, or one that is on record already, is refused', () => {
    const world = openWorld();
    const first = world.configured();
    const second = received(world, 2);
    expect(imported(world, second, configurationFile(3))).toBe('SAM_FILE_OF_ANOTHER');
    expect(imported(world, second, configurationFile(2, { UID: uidOf(1) }))).toBe('SAM_FILE_OF_ANOTHER');
    const samePcid = configurationFile(2, { PCID: (1).toString(16).padStart(32, '0') });
    expect(imported(world, second, samePcid)).toBe('SAM_FILE_TAKEN');
    expect(imported(world, first, configurationFile(1))).toBe('SAM_FILE_TAKEN');
    expect(imported(world, second, configurationFile(2))).toBeUndefined();
    const denied = world.room.importConfiguration(second, configurationFile(2), manager);
    expect(failureOf(denied)?.code).toBe('NOT_PERMITTED');
  });

  test('of a card is taken after a test that failed with another card in the reader', () => {
    const world = openWorld();
    const samId = received(world, 2);
    world.test(samId, { passed: false, failures: ['SAM_FILE_OF_ANOTHER'], uid: uidOf(4) });
    expect(world.card(samId).hasUid).toBe(false);
    expect(imported(world, samId, configurationFile(2))).toBeUndefined();
  });

  test('lies sealed in the database, opens for its counter alone, and is gone once it was returned', () => {
    const world = openWorld();
    const samId = world.active();
    const row = valueOfResult(world.store.read((reader) => reader.get('SELECT * FROM sam_configuration')));
    const sealed = row?.sealed;
    if (!(sealed instanceof Uint8Array)) throw new Error('nothing sealed');
    expect(Buffer.from(sealed).toString('hex')).not.toContain('ab'.repeat(8));
    const here = () => valueOfResult(world.room.samHere(PKS));
    expect(here()).toEqual({ pcid: '1'.padStart(32, '0'), conf: 'ab'.repeat(32), uid: uidOf(1) });
    expect(valueOfResult(world.room.samHere('other'))).toBeUndefined();
    world.around.counter = 'Loket 2';
    expect(here()).toBeUndefined();
    world.around.counter = 'Loket 1';
    world.done({ act: 'PROPOSE_DEACTIVATION', samId, cause: 'READER_RETIRED', letter: dated('2026-05-01') });
    valueOfResult(world.decide(manager));
    world.done({ act: 'CONFIRM_DEACTIVATION', samIds: [samId], letter: dated('2026-05-04') });
    const left = world.store.read((reader) => reader.all('SELECT sam_id FROM sam_configuration'));
    expect(valueOfResult(left)).toEqual([]);
    expect(here()).toBeUndefined();
  });
});

describe('at the end of the agreement', () => {
  test('a card is given up by two persons, its configuration goes back, and a signed BAST makes it returned', () => {
    const world = openWorld();
    const samId = configurationReturned(world);
    expect(valueOfResult(world.room.leftovers(PKS))).toEqual({ all: 1, open: 1 });
    expect(line(world).rest).toMatchObject({ awaitingReturn: 1 });
    const samIds = [samId];
    const { bast: _bast, ...unsigned } = handIn;
    expect(codeOf(world.act({ ...unsigned, samIds }))).toBe('BAST_REQUIRED');
    const [early, ofOthers] = [signedBast('2026-05-03'), signedBast('2026-05-12')];
    world.around.handovers.push(early, { ...ofOthers, cards: [serialOf(2)] });
    expect(codeOf(world.act({ ...handIn, samIds, bast: early.paperId }))).toBe('DATES_CONTRADICT');
    expect(codeOf(world.act({ ...handIn, samIds, bast: ofOthers.paperId }))).toBe('BAST_REQUIRED');
    expect(codeOf(world.act({ ...handIn, samIds, receipt: dated('2026-05-11') }))).toBe('DATES_CONTRADICT');
    world.done({ ...handIn, samIds });
    expect(world.card(samId)).toMatchObject({ status: 'RETURNED', next: null, events: [] });
    expect(valueOfResult(world.room.leftovers(PKS))).toEqual({ all: 1, open: 0 });
    const [reader] = valueOfResult(world.room.view(officer)).readers;
    world.done({ act: 'DEACTIVATE_READER', readerId: reader?.readerId ?? '', letter: dated('2026-05-13') });
    expect(valueOfResult(world.room.view(officer)).readers[0]?.status).toBe('DEACTIVATED');
  });

  test('nobody gives a card up for an agreement that goes on, nor alone', () => {
    const world = openWorld();
    const samId = world.active();
    const letter = dated('2026-05-01');
    const ended = { act: 'PROPOSE_DEACTIVATION', samId, cause: 'AGREEMENT_ENDED', letter } as const;
    expect(codeOf(world.act(ended))).toBe('STEP_ORDER');
    world.done({ ...ended, cause: 'READER_RETIRED' });
    expect(failureOf(world.decide(officer))?.code).toBe('OWN_PROPOSAL');
    expect(world.card(samId).status).toBe('ACTIVE');
  });
});

describe('what may read', () => {
  const unfit = (world: World, uid: string | undefined, terminal = TERMINAL, agreementId = PKS) =>
    world.room.unfit(agreementId, terminal, uid)?.code;

  test('is left to the connection file until a card was activated here, and to the books from then on', () => {
    const world = openWorld();
    expect(unfit(world, uidOf(9))).toBeUndefined();
    world.configured();
    expect([uidOf(9), uidOf(1)].map((uid) => unfit(world, uid))).toEqual([undefined, 'SAM_NOT_ACTIVE']);
    expect(valueOfResult(world.room.keepsInventory(PKS))).toBe(false);
    world.active();
    expect(valueOfResult(world.room.keepsInventory(PKS))).toBe(true);
    expect(unfit(world, uidOf(9))).toBe('SAM_READER_MISMATCH');
    expect(unfit(world, undefined)).toBe('SAM_READER_MISMATCH');
  });

  test('is an active card of this agreement, in its reader, at its counter', () => {
    const world = openWorld();
    const samId = world.active();
    expect(unfit(world, uidOf(1).toUpperCase())).toBeUndefined();
    expect(unfit(world, uidOf(1), 'Pembaca Lain 00 00')).toBe('SAM_READER_MISMATCH');
    expect(unfit(world, uidOf(1), TERMINAL, 'other')).toBe('SAM_READER_MISMATCH');
    world.around.counter = 'Loket 2';
    expect(unfit(world, uidOf(1))).toBe('SAM_READER_MISMATCH');
    world.around.counter = 'LOKET 1';
    expect(unfit(world, uidOf(1))).toBeUndefined();
    expect(valueOfResult(world.room.samHere(PKS))).toMatchObject({ uid: uidOf(1) });
    world.done({ act: 'SUSPEND', samId, reason: 'diperiksa' }, operator);
    const refused = world.room.unfit(PKS, TERMINAL, uidOf(1));
    expect(refused?.cause.id).toContain('Kartu SAM SAM-CONTOH-0001 tidak aktif (status: ditangguhkan)');
  });
});

describe('the database itself', () => {
  const attempt = (world: World, sql: string) => {
    try {
      world.store.transaction((writer) => ok(writer.run(sql)));
      return true;
    } catch {
      return false;
    }
  };

  test('knows the same transitions of a card and a reader as the tables of the contract', () => {
    const world = openWorld();
    const sqlOf = (name: string) => {
      const read = world.store.read((reader) =>
        reader.get('SELECT CAST(sql AS BLOB) AS sql FROM sqlite_schema WHERE name = ?', name),
      );
      const sql = valueOfResult(read)?.sql;
      return sql instanceof Uint8Array ? Buffer.from(sql).toString('utf8') : '';
    };
    const inTrigger = (name: string) =>
      [...sqlOf(name).matchAll(/'([A-Z_]+>[A-Z_]+)'/g)].map(([, move]) => move).sort();
    const ofCards = samStatuses.flatMap((from) =>
      samEvents.map((event) => [from, nextSamStatus(from, event)] as const),
    );
    const ofReaders = readerStatuses.flatMap((from) =>
      (['START', 'STOP', 'DEACTIVATE'] as const).map(
        (event) => [from, nextReaderStatus(from, event)] as const,
      ),
    );
    const moves = (all: readonly (readonly [string, string | undefined])[]) =>
      [
        ...new Set(all.flatMap(([from, to]) => (to === undefined || to === from ? [] : [`${from}>${to}`]))),
      ].sort();
    expect(inTrigger('sam_card_transitions')).toEqual(moves(ofCards));
    expect(inTrigger('card_reader_transitions')).toEqual(moves(ofReaders));
  });

  test.each([
    "UPDATE sam_card SET status = 'RETURNED'",
    "UPDATE sam_card SET status = 'PERSONALISED'",
    "UPDATE sam_card SET status = 'SUSPENDED', confirmed_by = NULL, proposed_by = NULL",
    'UPDATE sam_card SET confirmed_by = proposed_by',
    "UPDATE sam_card SET serial = 'SAM-OTHER'",
    "UPDATE sam_card SET uid = 'ffffffffffffff'",
    'UPDATE sam_card SET reader_id = NULL',
    "UPDATE card_reader SET status = 'DEACTIVATED'",
    "UPDATE card_reader SET status = 'OUT_OF_SERVICE'",
    "UPDATE card_reader SET counter = 'Loket 9'",
    'UPDATE sam_order SET count = 3',
    'DELETE FROM sam_card',
    'DELETE FROM sam_order',
    'DELETE FROM card_reader',
    'DELETE FROM sam_configuration',
    "UPDATE sam_configuration SET sealed = x'00'",
    'DELETE FROM custody_event',
    "UPDATE custody_event SET event = 'x'",
  ])('does not take: %s', (sql) => {
    const world = openWorld();
    world.active();
    expect(attempt(world, sql)).toBe(false);
  });

  test('writes nothing while a card is unaccounted for', () => {
    const world = openWorld();
    const samId = world.active();
    // As somebody would who can edit the file: the guards taken away, one card with them.
    attempt(world, 'DROP TRIGGER sam_card_no_delete');
    const other = `${world.done(procurement)}-1`;
    expect(attempt(world, `DELETE FROM sam_card WHERE sam_id = '${other}'`)).toBe(true);
    expect(codeOf(world.act({ act: 'SUSPEND', samId, reason: 'x' }))).toBe('CUSTODY_UNRECONCILED');
    expect(world.card(samId).status).toBe('ACTIVE');
  });
});

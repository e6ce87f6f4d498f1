/** The course of an agreement: hard stop, suspension, termination, extension and bridge. */
import { describe, expect, test } from 'vitest';
import { endOfDay } from '../calendar/index.ts';
import type { AgreementAct } from '../contract/index.ts';
import { valueOfResult } from '../store/store.test-support.ts';
import {
  act,
  activate,
  codeOf,
  confirm,
  expectStatus,
  goTo,
  head,
  letter,
  manager,
  noon,
  openWorld,
  sample,
  type World,
} from './agreements.test-support.ts';

const MATCH = { kind: 'INQUIRE', method: 'MATCH' } as const;
const PORTAL = { kind: 'INQUIRE', method: 'PORTAL' } as const;
const READ = { kind: 'READ' } as const;
const SERVE = { kind: 'SERVE' } as const;
const id = 'tirta-pangan';
const lastInstant = endOfDay('2028-03-02', 'Asia/Jakarta');

function unfit(world: World, use: Parameters<World['room']['unfit']>[1], at = world.clock.now()) {
  return world.room.unfit(id, use, at)?.code;
}

function version(
  change: Record<string, unknown>,
  cause: 'ADDENDUM' | 'POC_LETTER' | 'EXTENSION' = 'ADDENDUM',
): AgreementAct {
  const profile = { ...sample(id), ...change };
  return { act: 'PROPOSE_VERSION', agreementId: id, scanId: 'scan-adendum', cause, letter, profile };
}

function proposedVersion(world: World, asked: AgreementAct): string {
  return valueOfResult(world.room.act(asked, manager)).proposalId ?? '';
}

const suspension: AgreementAct = {
  act: 'SUSPEND',
  agreementId: id,
  cause: 'INCIDENT',
  reason: 'pemeriksaan',
};
const extension: AgreementAct = {
  act: 'REQUEST_EXTENSION',
  agreementId: id,
  letter: { ...letter, date: '2027-12-01' },
};

describe('the hard stop', () => {
  test('falls at midnight of the agreement, without anybody noticing it', () => {
    const world = openWorld();
    activate(world, sample(id));
    for (const use of [MATCH, READ]) expect(unfit(world, use, lastInstant)).toBeUndefined();
    for (const use of [MATCH, READ]) expect(unfit(world, use, lastInstant + 1)).toBe('AGREEMENT_ENDED');
    const failure = world.room.unfit(id, MATCH, lastInstant + 1);
    expect(failure?.cause.id).toContain('berakhir pada 2 Maret 2028');
  });

  test('is written down by the clock, once, and revokes every operator', () => {
    const world = openWorld();
    activate(world, sample(id));
    goTo(world, lastInstant);
    expect(world.revoked).toEqual([]);
    goTo(world, lastInstant + 1);
    expectStatus(world, id, 'EXPIRED');
    const entries = valueOfResult(world.audit.head()).count;
    valueOfResult(world.room.tick());
    expect(valueOfResult(world.audit.head()).count).toBe(entries);
    expect(world.revoked).toEqual([id]);
    expect(valueOfResult(world.room.detail(id, head)).row).toMatchObject({
      accessUntil: '2028-03-02',
      daysLeft: -1,
    });
  });

  test('is not undone by a clock that is set back, nor by a new start', () => {
    const world = openWorld();
    activate(world, sample(id));
    expect(unfit(world, MATCH, lastInstant + 1)).toBe('AGREEMENT_ENDED');
    for (const back of [300_000, 86_400_000, 366 * 86_400_000]) {
      expect(unfit(world, MATCH, lastInstant - back)).toBe('AGREEMENT_ENDED');
    }
    goTo(world, lastInstant - 86_400_000);
    expectStatus(world, id, 'EXPIRED');
    expect(world.open().unfit(id, MATCH, noon('2026-06-01'))?.code).toBe('AGREEMENT_ENDED');
  });

  test('comes to a suspended agreement too', () => {
    const world = openWorld();
    activate(world, sample(id));
    valueOfResult(act(world, suspension, manager));
    expect(unfit(world, MATCH)).toBe('AGREEMENT_SUSPENDED');
    expect(unfit(world, MATCH, lastInstant + 1)).toBe('AGREEMENT_ENDED');
    world.clock.set(lastInstant + 1);
    const letterOfToday = { act: 'RESUME', agreementId: id, letter } as const;
    expect(codeOf(act(world, letterOfToday, head))).toBe('STEP_ORDER');
    expectStatus(world, id, 'EXPIRED');
    expect(world.revoked).toEqual([id]);
  });

  test('leaves no way back: an expired agreement only closes', () => {
    const world = openWorld();
    activate(world, sample(id));
    goTo(world, noon('2028-03-03'));
    const acts: AgreementAct[] = [
      { act: 'ACTIVATE', agreementId: id },
      { act: 'RESUME', agreementId: id, letter },
      extension,
      version({ lastDayInForce: '2030-03-02', lastDayReason: 'adendum' }, 'EXTENSION'),
      { act: 'CHOOSE', agreementId: id },
    ];
    for (const asked of acts) {
      const who = asked.act === 'ACTIVATE' || asked.act === 'RESUME' ? head : manager;
      expect(codeOf(act(world, asked, who)), asked.act).toBe('STEP_ORDER');
    }
  });
});

describe('suspension', () => {
  test('stops at once, remembers where it was, and is lifted by the head with a letter', () => {
    const world = openWorld();
    activate(world, sample(id));
    goTo(world, noon('2027-09-02'));
    expectStatus(world, id, 'EXTENSION_WINDOW');
    valueOfResult(act(world, suspension, manager));
    expect(unfit(world, READ)).toBe('AGREEMENT_SUSPENDED');
    const resuming: AgreementAct = { act: 'RESUME', agreementId: id, letter };
    expect(codeOf(act(world, resuming, manager))).toBe('NOT_PERMITTED');
    valueOfResult(act(world, resuming, head));
    expectStatus(world, id, 'EXTENSION_WINDOW');
    expect(unfit(world, READ)).toBeUndefined();
  });

  test('of an institution that changes begins on the day of the change (R-006)', () => {
    const world = openWorld();
    activate(world, sample(id));
    const change = { ...suspension, cause: 'INSTITUTION_CHANGE', effectiveOn: '2026-05-01' } as const;
    valueOfResult(act(world, change, manager));
    expectStatus(world, id, 'ACTIVE');
    expect(unfit(world, MATCH, endOfDay('2026-04-30', 'Asia/Jakarta'))).toBeUndefined();
    expect(unfit(world, MATCH, endOfDay('2026-04-30', 'Asia/Jakarta') + 1)).toBe('INSTITUTION_CHANGED');
    goTo(world, noon('2026-05-01'));
    expectStatus(world, id, 'SUSPENDED');
    valueOfResult(act(world, { act: 'RESUME', agreementId: id, letter }, head));
    goTo(world, noon('2026-05-02'));
    expectStatus(world, id, 'ACTIVE');
  });

  test('follows the answer that the institution is inactive', () => {
    const world = openWorld();
    activate(world, sample(id));
    valueOfResult(world.room.institutionInactive('tidak-ada'));
    valueOfResult(world.room.institutionInactive(id));
    expect(valueOfResult(world.room.list())[0]).toMatchObject({
      status: 'SUSPENDED',
      suspendCause: 'INSTITUTION_INACTIVE',
    });
    valueOfResult(world.room.institutionInactive(id));
    expect(unfit(world, MATCH)).toBe('AGREEMENT_SUSPENDED');
  });

  test('comes by itself when the SPTJM no longer counts, and stays until there is a new one', () => {
    const world = openWorld();
    activate(world, sample(id));
    world.around.sptjm = false;
    goTo(world, noon('2026-04-01'));
    expectStatus(world, id, 'SUSPENDED');
    const resuming: AgreementAct = { act: 'RESUME', agreementId: id, letter };
    expect(codeOf(act(world, resuming, head))).toBe('SPTJM_MISSING');
    world.around.sptjm = true;
    valueOfResult(act(world, resuming, head));
    expectStatus(world, id, 'ACTIVE');
  });
});

describe('termination', () => {
  test('on a day to come takes effect by the clock', () => {
    const world = openWorld();
    activate(world, sample(id));
    const ending = { act: 'TERMINATE', agreementId: id, cause: 'MUTUAL', letter } as const;
    valueOfResult(act(world, { ...ending, effectiveOn: '2026-06-01' }, head));
    expectStatus(world, id, 'ACTIVE');
    const midnight = endOfDay('2026-05-31', 'Asia/Jakarta') + 1;
    expect(unfit(world, MATCH, midnight - 1)).toBeUndefined();
    expect(world.room.unfit(id, MATCH, midnight)?.cause.id).toContain('31 Mei 2026');
    goTo(world, noon('2026-07-01'));
    expect(valueOfResult(world.room.list())[0]).toMatchObject({
      status: 'TERMINATED',
      endCause: 'MUTUAL',
      accessUntil: '2026-05-31',
    });
    expect(world.revoked).toEqual([id]);
  });

  test('that would come after the last day never comes: the agreement expires', () => {
    const world = openWorld();
    activate(world, sample(id));
    const ending = { act: 'TERMINATE', agreementId: id, cause: 'MUTUAL', letter } as const;
    valueOfResult(act(world, { ...ending, effectiveOn: '2028-06-01' }, head));
    goTo(world, noon('2028-07-01'));
    expectStatus(world, id, 'EXPIRED');
  });

  test('by revocation takes effect with the letter and says which', () => {
    const world = openWorld();
    activate(world, sample(id));
    const revoking: AgreementAct = {
      act: 'TERMINATE',
      agreementId: id,
      cause: 'REVOKED',
      letter,
      effectiveOn: '2026-12-31',
    };
    expect(codeOf(act(world, revoking, manager))).toBe('NOT_PERMITTED');
    valueOfResult(act(world, revoking, head));
    expectStatus(world, id, 'TERMINATED');
    expect(world.room.unfit(id, READ, world.clock.now())).toMatchObject({
      code: 'ACCESS_REVOKED',
      cause: { id: expect.stringContaining('400.12/0099/CONTOH/2026 tanggal 2 Maret 2026') },
    });
  });
});

describe('extension', () => {
  test('moves the end and starts the term anew', () => {
    const world = openWorld();
    activate(world, sample(id));
    goTo(world, noon('2027-12-01'));
    valueOfResult(act(world, extension, manager));
    expectStatus(world, id, 'EXTENSION_REQUESTED');
    const longer = { term: { rule: 'FIXED_END', end: '2030-03-02' }, lastDayInForce: '2030-03-02' };
    confirm(world, proposedVersion(world, version(longer, 'EXTENSION')), head);
    expectStatus(world, id, 'ACTIVE');
    expect(unfit(world, MATCH, noon('2029-01-01'))).toBeUndefined();
    expect(valueOfResult(world.room.list())[0]).toMatchObject({ version: 2, lastDay: '2030-03-02' });
  });

  test('that is late needs a reason and is flagged', () => {
    const world = openWorld();
    activate(world, sample(id));
    goTo(world, noon('2028-01-05'));
    const late = { ...extension, letter: { ...letter, date: '2028-01-03' } } as const;
    const refused = act(world, late, manager);
    expect(refused).toMatchObject({ failure: { code: 'EXTENSION_LATE' } });
    expect(!refused.ok && refused.failure.cause.id).toContain('31 Desember 2027');
    valueOfResult(act(world, { ...late, lateReason: 'pergantian pejabat' }, manager));
    expect(valueOfResult(world.room.detail(id, head)).events[0]).toMatchObject({
      event: 'REQUEST_EXTENSION',
      note: 'pergantian pejabat',
    });
  });

  test('that was refused leads back to the window', () => {
    const world = openWorld();
    activate(world, sample(id));
    goTo(world, noon('2027-12-01'));
    valueOfResult(act(world, extension, manager));
    valueOfResult(act(world, { act: 'REFUSE_EXTENSION', agreementId: id, letter }, manager));
    expectStatus(world, id, 'EXTENSION_WINDOW');
  });

  test('is no access: without a bridge letter everything stops on the last day (R-142)', () => {
    const world = openWorld();
    activate(world, sample(id));
    goTo(world, noon('2027-12-01'));
    valueOfResult(act(world, extension, manager));
    expect(world.room.unfit(id, MATCH, lastInstant + 1)).toMatchObject({
      code: 'EXTENSION_PENDING_NO_ACCESS',
      cause: { id: expect.stringContaining('2 Maret 2028') },
    });
    goTo(world, lastInstant + 1);
    expect(unfit(world, PORTAL)).toBe('EXTENSION_PENDING_NO_ACCESS');
  });

  test.each([
    [false, 'METHOD_NOT_GRANTED'],
    [true, undefined],
  ])('with a bridge letter goes on by the portal; the SAM only where it is named (%s)', (namesSam, read) => {
    const world = openWorld();
    activate(world, sample(id));
    goTo(world, noon('2027-12-01'));
    valueOfResult(act(world, extension, manager));
    const bridge: AgreementAct = {
      act: 'BRIDGE',
      agreementId: id,
      letter,
      until: '2028-04-30',
      scanId: 'scan-bridge',
      sptjmScanId: 'scan-sptjm',
      namesSam,
    };
    expect(codeOf(act(world, { ...bridge, until: '2028-03-02' }, head))).toBe('PROFILE_INVALID');
    valueOfResult(act(world, bridge, head));
    expect(world.filed.slice(-2)).toEqual(['BRIDGE_LETTER scan-bridge', 'SPTJM scan-sptjm']);
    expect(unfit(world, MATCH, lastInstant)).toBeUndefined();
    expect(unfit(world, PORTAL, lastInstant + 1)).toBeUndefined();
    expect(unfit(world, SERVE, lastInstant + 1)).toBeUndefined();
    expect(unfit(world, MATCH, lastInstant + 1)).toBe('METHOD_NOT_GRANTED');
    expect(unfit(world, READ, lastInstant + 1)).toBe(read);
    goTo(world, endOfDay('2028-04-30', 'Asia/Jakarta') + 1);
    expectStatus(world, id, 'EXPIRED');
  });
});

/** Agreements under attack: rows changed on the disk, the database told to do what the rules forbid, clocks, and writes that fail. */
import { describe, expect, test } from 'vitest';
import { failed, ok } from '../../native/failure.ts';
import { endOfDay } from '../calendar/index.ts';
import { appFailure } from '../contract/index.ts';
import { agreementMoves } from '../contract/office-diagrams.ts';
import { textFrom } from '../store/index.ts';
import { valueOfResult } from '../store/store.test-support.ts';
import {
  act,
  activate,
  codeOf,
  expectStatus,
  goTo,
  head,
  letter,
  manager,
  noon,
  openWorld,
  sample,
  sign,
} from './agreements.test-support.ts';

const id = 'tirta-pangan';
const READ = { kind: 'READ' } as const;

function sql(world: ReturnType<typeof openWorld>, ...statements: readonly string[]): void {
  world.store.transaction((writer) => {
    for (const statement of statements) writer.run(statement);
    return ok(undefined);
  });
}

describe('the database itself', () => {
  test('knows exactly the moves of the table', () => {
    const trigger = valueOfResult(
      openWorld().store.read((reader) =>
        reader.get("SELECT CAST(sql AS BLOB) AS sql FROM sqlite_master WHERE name = 'agreement_transitions'"),
      ),
    );
    const written = [...textFrom(trigger?.sql, 'agreement').matchAll(/'([A-Z_]+)>([A-Z_]+)'/g)].map(
      (match) => `${match[1]}>${match[2]}`,
    );
    const moves = agreementMoves().filter(({ from, to }) => from !== to);
    expect(written.sort()).toEqual([...new Set(moves.map(({ from, to }) => `${from}>${to}`))].sort());
  });

  test('changes no profile, no event, no end, and takes no profile that one person made alone', () => {
    const world = openWorld();
    activate(world, sample(id));
    goTo(world, noon('2028-03-03'));
    const attempts = [
      "UPDATE agreement_profile SET profile = '{}'",
      'DELETE FROM agreement_profile',
      `INSERT INTO agreement_profile SELECT agreement_id, 3, profile, sha256, cause, reference, scan_id, proposed_by, confirmed_by,
         made_at, mac FROM agreement_profile`,
      `INSERT OR REPLACE INTO agreement_profile SELECT * FROM agreement_profile`,
      `INSERT INTO agreement_profile SELECT agreement_id, 2, profile, sha256, cause, reference, scan_id, proposed_by, proposed_by,
         made_at, mac FROM agreement_profile`,
      'DELETE FROM agreement_event WHERE seq = 1',
      "UPDATE agreement_event SET note = 'lain'",
      "UPDATE agreement SET status = 'ACTIVE', ended_at = NULL",
      "UPDATE agreement SET status = 'DRAFT', version = 0, draft = '{}', ended_at = NULL",
      'UPDATE agreement SET ended_at = ended_at + 1',
      'UPDATE agreement SET version = 2',
      'DELETE FROM agreement',
      'INSERT OR REPLACE INTO agreement SELECT * FROM agreement',
    ];
    for (const attempt of attempts) expect(() => sql(world, attempt), attempt).toThrow();
    expectStatus(world, id, 'EXPIRED');
  });

  test('does not resume an agreement anywhere but where it was suspended', () => {
    const world = openWorld();
    activate(world, sample(id));
    valueOfResult(act(world, { act: 'SUSPEND', agreementId: id, cause: 'INCIDENT', reason: 'x' }, head));
    const attempt = "UPDATE agreement SET status = 'EXTENSION_REQUESTED', suspended_from = NULL";
    expect(() => sql(world, attempt)).toThrow(/resumes where it was/);
  });
});

describe('a row that was changed on the disk', () => {
  const tampered = [
    "UPDATE agreement_profile SET profile = replace(profile, '2028-03-02', '2038-03-02')",
    'UPDATE agreement_profile SET mac = zeroblob(16)',
    "UPDATE agreement SET bridge_until = '2038-03-02'",
    "UPDATE agreement SET user_id_letter = CAST(x'ff00fe' AS TEXT)",
  ];

  test.each(tampered)('is answered with STORE_DAMAGED: %s', (statement) => {
    const world = openWorld();
    activate(world, sample(id));
    sql(world, 'DROP TRIGGER agreement_profile_no_update', statement);
    const anew = world.open();
    expect(anew.unfit(id, READ, world.clock.now())?.code).toBe('STORE_DAMAGED');
    for (const answer of [anew.list(), anew.detail(id, head), anew.profile(id), anew.tick()]) {
      expect(codeOf(answer)).toBe('STORE_DAMAGED');
    }
    expect(codeOf(anew.act({ act: 'NOTE', agreementId: id, letter, note: 'x' }, manager))).toBe(
      'STORE_DAMAGED',
    );
  });

  test('keeps the clock from no other agreement', () => {
    const world = openWorld('2026-03-02');
    activate(world, sample(id));
    goTo(world, noon('2026-08-31'));
    activate(world, sample('lembah-sosial'));
    sql(
      world,
      'DROP TRIGGER agreement_profile_no_update',
      `UPDATE agreement_profile SET profile = '{}' WHERE agreement_id = '${id}'`,
    );
    world.clock.set(endOfDay('2028-08-30', 'Asia/Jakarta') + 1);
    const anew = world.open();
    expect(codeOf(anew.tick())).toBe('STORE_DAMAGED');
    expect(world.revoked).toEqual(['lembah-sosial']);
  });

  test('of the connection is no connection', () => {
    const world = openWorld();
    activate(world, sample(id));
    sql(world, `UPDATE agreement_connection SET profile = replace(profile, '192.0.2.1', '198.51.100.1')`);
    expect(codeOf(world.open().connection(id))).toBe('STORE_DAMAGED');
  });
});

describe('a write that fails', () => {
  test('of another room takes the whole act with it, in memory too', () => {
    const world = openWorld();
    activate(world, sample(id));
    const rolledBack = world.store.transaction(() => {
      valueOfResult(act(world, { act: 'SUSPEND', agreementId: id, cause: 'INCIDENT', reason: 'x' }, head));
      expect(world.room.unfit(id, READ, world.clock.now())?.code).toBe('AGREEMENT_SUSPENDED');
      return failed(appFailure('STORE_IO', 'test'));
    });
    expect(codeOf(rolledBack)).toBe('STORE_IO');
    expectStatus(world, id, 'ACTIVE');
    expect(world.room.unfit(id, READ, world.clock.now())).toBeUndefined();
  });
});

describe('the clock', () => {
  test.each(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const)(
    'of the agreement counts, not that of the computer (%s)',
    (timeZone) => {
      const world = openWorld();
      activate(world, { ...sample(id), timeZone });
      const lastInstant = endOfDay('2028-03-02', timeZone);
      const computer = process.env.TZ;
      try {
        for (const zone of ['America/Los_Angeles', 'Pacific/Kiritimati', 'UTC']) {
          process.env.TZ = zone;
          expect(world.open().unfit(id, READ, lastInstant)).toBeUndefined();
          expect(world.open().unfit(id, READ, lastInstant + 1)?.code).toBe('AGREEMENT_ENDED');
        }
      } finally {
        if (computer === undefined) delete process.env.TZ;
        else process.env.TZ = computer;
      }
    },
  );

  test('that was off for years catches up in one go, in the right order', () => {
    const world = openWorld();
    activate(world, sample(id));
    const change = { cause: 'INSTITUTION_CHANGE', reason: 'x', effectiveOn: '2027-01-01' } as const;
    valueOfResult(act(world, { act: 'SUSPEND', agreementId: id, ...change }, head));
    goTo(world, noon('2035-01-01'));
    expectStatus(world, id, 'EXPIRED');
    expect(valueOfResult(world.room.list())[0]?.accessUntil).toBe('2028-03-02');
  });

  test('that leapt ahead and was put right ends nothing, whoever looked at a page in between', () => {
    const world = openWorld();
    activate(world, sample(id));
    const before = world.clock.now();
    world.clock.set(noon('2035-01-01'));
    valueOfResult(world.room.list());
    valueOfResult(world.room.detail(id, head));
    goTo(world, before);
    expect(world.room.unfit(id, READ, before)).toBeUndefined();
    expectStatus(world, id, 'ACTIVE');
    expect(world.revoked).toEqual([]);
  });

  test('before the signing gives nothing', () => {
    const world = openWorld();
    activate(world, sample(id));
    expect(world.open().unfit(id, READ, noon('2026-03-01'))?.code).toBe('AGREEMENT_NOT_IN_FORCE');
  });
});

test('a permit is decided from memory', () => {
  const world = openWorld();
  activate(world, sample(id));
  const at = world.clock.now();
  world.room.unfit(id, READ, at);
  const rounds = 20_000;
  const started = performance.now();
  for (let n = 0; n < rounds; n++) world.room.unfit(id, READ, at + n);
  // Two hundred times faster than it has to be, so that a busy machine does not fail it; a read of the database would.
  expect((performance.now() - started) / rounds).toBeLessThan(0.05);
});

test('two who draft the same agreement write one, and ids that look like a person are refused', () => {
  const world = openWorld();
  sign(world, sample('desa-makmur'));
  const profile = { ...sample(id), profileId: 'pks-4001015203880001' };
  expect(codeOf(act(world, { act: 'DRAFT', profile }, manager))).toBe('PROFILE_INVALID');
  expect(valueOfResult(world.room.list())).toHaveLength(1);
});

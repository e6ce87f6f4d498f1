/** The reports at the end of an agreement: which are missing, who moves them next, and that nobody's word takes their place. */
import { describe, expect, test } from 'vitest';
import { type EndCause, type EndItem, endItems } from '../contract/index.ts';
import { valueOfResult } from '../store/store.test-support.ts';
import {
  act,
  activate,
  allDelivered,
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
  type World,
} from './agreements.test-support.ts';
import type { ReportStage } from './ports.ts';

const agreementId = 'tirta-pangan';

function entry(world: World, id = agreementId) {
  const { end } = valueOfResult(world.room.detail(id, head));
  return end.find(({ item }) => item === 'FINAL_REPORT');
}

function missing(world: World, id = agreementId): readonly string[] {
  const reports = entry(world, id)?.reports ?? [];
  return reports.map(({ from, to, final }) => `${from}..${to}${final ? ' final' : ''}`);
}

function ended(reports: readonly ReportStage[] = []): World {
  const world = openWorld();
  activate(world, sample(agreementId));
  world.around.reports = reports;
  goTo(world, noon('2028-03-03'));
  return world;
}

describe('the reports of an agreement that has ended', () => {
  test('are named, every semester that was not handed in and the final one, and no word settles them', () => {
    const world = ended(allDelivered.slice(1, 2));
    expect(missing(world)).toEqual([
      '2026-03-02..2026-06-30',
      '2027-01-01..2027-06-30',
      '2027-07-01..2027-12-31',
      '2028-01-01..2028-03-02 final',
    ]);
    const settling = { act: 'SETTLE_END_ITEM', agreementId, item: 'FINAL_REPORT', note: 'sudah' } as const;
    expect(codeOf(act(world, settling, manager))).toBe('STEP_ORDER');
    expect(entry(world)).not.toHaveProperty('byHand');
    const refused = act(world, { act: 'CLOSE', agreementId }, head);
    expect(!refused.ok && refused.failure.cause.id).toContain(
      'laporan Semester II Tahun 2027, laporan akhir Semester I Tahun 2028',
    );
  });

  test.each([
    ['COLLECTING', 'SYSTEM', false],
    ['DRAFT', 'ACCESS_MANAGER', false],
    ['IN_REVIEW', 'ACCESS_RESPONSIBLE', false],
    ['SIGNED', 'ACCESS_MANAGER', false],
    ['SUBMITTED', 'ACCESS_MANAGER', true],
    ['RECEIVED', 'ACCESS_MANAGER', true],
  ] as const)('one that is %s is moved by %s, and done is %s', (status, who, done) => {
    const world = ended(allDelivered.map((one) => (one.year === 2028 ? { ...one, status } : one)));
    expect(entry(world)).toMatchObject({ done, who });
    expect(entry(world)?.reports?.map((report) => report.status)).toEqual(done ? undefined : [status]);
    expect(entry(world)?.detail).toBe(done ? '045/2028-1' : undefined);
  });

  test('one that was called back to be corrected is missing again', () => {
    const world = ended(allDelivered);
    expect(missing(world)).toEqual([]);
    world.around.reports = allDelivered.map((one, at) => (at === 1 ? { ...one, status: 'DRAFT' } : one));
    expect(missing(world)).toEqual(['2026-07-01..2026-12-31']);
  });

  test.each(['REVOKED', 'MUTUAL'] as const)(
    'are owed until the last day with access when it ended early (%s)',
    (cause: EndCause) => {
      const world = openWorld();
      activate(world, sample(agreementId));
      world.clock.set(noon('2026-09-14'));
      const ending = { act: 'TERMINATE', agreementId, cause, letter, effectiveOn: '2026-09-14' } as const;
      valueOfResult(act(world, ending, head));
      expect(missing(world)).toEqual(['2026-03-02..2026-06-30', '2026-07-01..2026-09-14 final']);
    },
  );

  test('are not owed here where they were due before the agreement was entered; the final one always is', () => {
    const world = openWorld('2026-11-30');
    activate(world, sample('desa-makmur'));
    goTo(world, noon('2026-12-01'));
    expect(missing(world, 'desa-makmur')).toEqual(['2026-07-01..2026-11-30 final']);
  });

  test('are not asked for by an agreement that wants none', () => {
    const world = openWorld('2026-11-30');
    const { reports: _none, ...village } = sample('desa-makmur');
    activate(world, village);
    goTo(world, noon('2026-12-01'));
    expect(entry(world, 'desa-makmur')).toMatchObject({ notNeeded: true });
  });
});

describe('an agreement that was signed and never activated', () => {
  const rest = [
    'USER_IDS_REPORTED',
    'READERS_INACTIVE',
    'KEPT_DATA_DECIDED',
    'NO_DATA_STATEMENT',
    'ARCHIVED',
  ];

  function signed(): World {
    const world = openWorld();
    sign(world, sample(agreementId));
    return world;
  }

  function closed(world: World): void {
    for (const item of rest.filter((one): one is EndItem => endItems.some((known) => known === one))) {
      const settling = { act: 'SETTLE_END_ITEM', agreementId, item, note: 'tidak pernah digunakan' } as const;
      valueOfResult(act(world, settling, manager));
    }
    valueOfResult(act(world, { act: 'CLOSE', agreementId }, head));
    expectStatus(world, agreementId, 'CLOSED');
  }

  test('owes the reports of its days, nil as they are, expires with its last day, and is put away once they were handed in', () => {
    const world = signed();
    goTo(world, noon('2028-03-02'));
    expectStatus(world, agreementId, 'SIGNED');
    goTo(world, noon('2028-03-03'));
    expectStatus(world, agreementId, 'EXPIRED');
    expect(missing(world)).toHaveLength(5);
    expect(codeOf(act(world, { act: 'CLOSE', agreementId }, head))).toBe('CLOSING_INCOMPLETE');
    world.around.reports = allDelivered;
    closed(world);
  });

  test('ends before that by a letter, and owes reports until then', () => {
    const world = signed();
    world.clock.set(noon('2026-09-14'));
    const on = { letter, effectiveOn: '2026-09-14' } as const;
    valueOfResult(act(world, { act: 'TERMINATE', agreementId, cause: 'MUTUAL', ...on }, head));
    expectStatus(world, agreementId, 'TERMINATED');
    expect(missing(world).at(-1)).toBe('2026-07-01..2026-09-14 final');
  });
});

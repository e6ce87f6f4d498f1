/** The reports at the end of an agreement: which are missing, who moves them next, and that nobody's word takes their place. */
import { describe, expect, test } from 'vitest';
import type { EndCause } from '../contract/index.ts';
import { valueOfResult } from '../store/store.test-support.ts';
import {
  act,
  activate,
  allDelivered,
  codeOf,
  goTo,
  head,
  letter,
  manager,
  noon,
  openWorld,
  sample,
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

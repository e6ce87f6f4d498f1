/** Any of the five source agreements can be entered as data and behaves as the table of the domain says (2.1, 6.4). */
import { describe, expect, test } from 'vitest';
import { endOfDay } from '../calendar/index.ts';
import { valueOfResult } from '../store/store.test-support.ts';
import { activate, expectStatus, goTo, head, noon, openWorld, sign } from './agreements.test-support.ts';
import { sourceAgreements } from './source-agreements.test-support.ts';

interface Expected {
  readonly lastDay: string;
  readonly iso?: string;
  readonly extension?: string;
  readonly window: string;
  readonly samReturn?: string;
  readonly elements: number;
  /** What may be done on the day of signing: by the portal, with the reader, by a program. */
  readonly portal?: string;
  readonly read?: string;
  readonly program?: string;
}

const expected: Readonly<Record<string, Expected>> = {
  '000': {
    lastDay: '2031-01-25',
    window: '2030-07-25',
    elements: 0,
    portal: 'COUNTER_NOT_IN_SCOPE',
    read: 'COUNTER_NOT_IN_SCOPE',
    program: 'COUNTER_NOT_IN_SCOPE',
  },
  '001': { lastDay: '2024-01-12', iso: '2023-07-13', window: '2023-07-12', elements: 9 },
  '002': { lastDay: '2025-03-05', window: '2024-09-05', elements: 0 },
  '003': {
    lastDay: '2027-05-19',
    iso: '2025-11-20',
    extension: '2027-03-19',
    window: '2026-11-19',
    elements: 9,
  },
  '004': {
    lastDay: '2027-09-16',
    iso: '2026-03-16',
    extension: '2027-07-16',
    window: '2027-03-16',
    samReturn: '2027-09-30',
    elements: 8,
  },
};

describe.each(Object.entries(sourceAgreements))('agreement %s', (number, profile) => {
  const { lastDay, iso, extension, window, samReturn, elements, ...uses } = expected[number] as Expected;
  const id = String(profile.profileId);

  test('is entered, signed and activated, and has the dates of the table', () => {
    const world = openWorld(String(profile.signedOn));
    activate(world, profile);
    const detail = valueOfResult(world.room.detail(id, head));
    const dates = Object.fromEntries(detail.dates.map(({ kind, day }) => [kind, day]));
    expect(dates).toEqual({
      LAST_DAY: lastDay,
      WINDOW_OPENS: window,
      ...(iso === undefined ? {} : { ISO_DUE: iso }),
      ...(extension === undefined ? {} : { EXTENSION_DUE: extension }),
      ...(samReturn === undefined ? {} : { SAM_RETURN_DUE: samReturn }),
    });
    expect(detail.profile.elements.WEB_PORTAL?.length ?? 0).toBe(elements);
    const at = world.clock.now();
    expect(world.room.unfit(id, { kind: 'INQUIRE', method: 'PORTAL' }, at)?.code).toBe(uses.portal);
    expect(world.room.unfit(id, { kind: 'READ' }, at)?.code).toBe(uses.read);
    expect(world.room.unfit(id, { kind: 'INQUIRE', method: 'MATCH' }, at)?.code).toBe(uses.program);
  });

  test('runs through its last day and not a second longer', () => {
    const world = openWorld(String(profile.signedOn));
    activate(world, profile);
    const lastInstant = endOfDay(lastDay, 'Asia/Jakarta');
    goTo(world, lastInstant);
    expectStatus(world, id, 'EXTENSION_WINDOW');
    goTo(world, lastInstant + 1);
    expectStatus(world, id, 'EXPIRED');
  });
});

test('as of 22 November 2026 two are in force, one of them in its window, and two have expired', () => {
  const world = openWorld('2020-03-05');
  for (const number of ['002', '001', '003', '004']) {
    const profile = sourceAgreements[number] ?? {};
    goTo(world, noon(String(profile.signedOn)));
    activate(world, profile);
  }
  goTo(world, noon('2026-11-22'));
  const rows = valueOfResult(world.room.list());
  expect(Object.fromEntries(rows.map(({ agreementId, status }) => [agreementId, status]))).toEqual({
    'sumber-001': 'EXPIRED',
    'sumber-002': 'EXPIRED',
    'sumber-003': 'EXTENSION_WINDOW',
    'sumber-004': 'ACTIVE',
  });
});

test('agreement 002, which cites no approval letter, keeps the reason; universal papers are asked for all the same', () => {
  const world = openWorld('2020-03-05');
  sign(world, sourceAgreements['002'] ?? {});
  const { activation } = valueOfResult(world.room.detail('sumber-002', head));
  expect(activation.find(({ item }) => item === 'APPROVAL_LETTER')).toMatchObject({
    done: true,
    detail: 'tidak disyaratkan',
  });
  expect(activation.find(({ item }) => item === 'SPTJM')?.notNeeded).toBeUndefined();
});

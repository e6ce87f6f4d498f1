/**
 * Random people do random things at random times, with a clock that jumps in both directions. Whatever the order: access only in force
 * and only under a profile that two persons stand behind, no version ever changes, and nothing leads back from an end.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, endOfDay, localDay, startOfDay } from '../calendar/index.ts';
import { type Acting, type AgreementAct, type AgreementStatus, inForce } from '../contract/index.ts';
import { valueOfResult } from '../store/store.test-support.ts';
import {
  head,
  installed,
  letter,
  manager,
  noon,
  officer,
  openWorld,
  operator,
  sample,
  type World,
} from './agreements.test-support.ts';

const id = 'tirta-pangan';
const zone = 'Asia/Jakarta';
const msPerDay = 86_400_000;
const PORTAL = { kind: 'INQUIRE', method: 'PORTAL' } as const;

const about = { agreementId: id };
const letterOf = (date: string) => ({ number: '400.12/0001/CONTOH', date });
const day = fc.integer({ min: 0, max: 1500 }).map((offset) => addDays('2026-01-01', offset));
const purpose = fc.constantFrom('verifikasi penerima bantuan', 'validasi penerima bantuan');

const asked: fc.Arbitrary<AgreementAct> = fc.oneof(
  fc.constantFrom<AgreementAct>(
    { act: 'DISCARD_DRAFT', ...about },
    { act: 'PROPOSE_SIGNING', ...about, scanId: 'scan-pks', weekday: 'Senin', place: 'Contoh' },
    { act: 'ACTIVATE', ...about },
    { act: 'RECORD_USER_ID', ...about, letter },
    { act: 'REFUSE_EXTENSION', ...about, letter },
    { act: 'RESUME', ...about, letter },
    { act: 'CLOSE', ...about },
    { act: 'CHOOSE', ...about },
  ),
  purpose.map((text): AgreementAct => ({ act: 'DRAFT', profile: { ...sample(id), purpose: text } })),
  day.map(
    (date): AgreementAct => ({
      act: 'REQUEST_EXTENSION',
      ...about,
      letter: letterOf(date),
      lateReason: 'terlambat',
    }),
  ),
  fc.tuple(day, purpose).map(([end, text]): AgreementAct => {
    const change = { term: { rule: 'FIXED_END', end }, lastDayInForce: end, purpose: text };
    return {
      act: 'PROPOSE_VERSION',
      ...about,
      scanId: 'scan-adendum',
      cause: 'ADDENDUM',
      letter,
      profile: { ...sample(id), ...change },
    };
  }),
  fc.tuple(day, fc.boolean()).map(
    ([until, namesSam]): AgreementAct => ({
      act: 'BRIDGE',
      ...about,
      letter,
      until,
      scanId: 'scan-jembatan',
      sptjmScanId: 'scan-sptjm',
      namesSam,
    }),
  ),
  day.map(
    (effectiveOn): AgreementAct => ({
      act: 'SUSPEND',
      ...about,
      cause: 'INSTITUTION_CHANGE',
      reason: 'perubahan',
      effectiveOn,
    }),
  ),
  fc
    .tuple(day, fc.constantFrom('MUTUAL', 'REVOKED'))
    .map(
      ([effectiveOn, cause]) => ({ act: 'TERMINATE', ...about, cause, letter, effectiveOn }) as AgreementAct,
    ),
);

type Step =
  | { readonly do: 'ACT'; readonly act: AgreementAct; readonly by: Acting }
  | { readonly do: 'CONFIRM'; readonly by: Acting }
  | { readonly do: 'JUMP'; readonly days: number }
  | { readonly do: 'INACTIVE' | 'RESTART' | 'TICK' | 'SPTJM' };

const anybody = fc.constantFrom(manager, head, head, manager, operator, officer);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('ACT' as const), act: asked, by: anybody }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('CONFIRM' as const), by: anybody }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('JUMP' as const), days: fc.integer({ min: -90, max: 240 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Step>({ do: 'INACTIVE' }, { do: 'RESTART' }, { do: 'TICK' }, { do: 'SPTJM' }),
  },
);

/** Many walks begin behind the signing, where there is more to go wrong. */
const prologue: readonly Step[] = [
  { do: 'ACT', act: { act: 'DRAFT', profile: sample(id) }, by: manager },
  {
    do: 'ACT',
    act: { act: 'PROPOSE_SIGNING', ...about, scanId: 'scan-pks', weekday: 'Senin', place: 'Contoh' },
    by: manager,
  },
  { do: 'CONFIRM', by: head },
  { do: 'ACT', act: { act: 'RECORD_USER_ID', ...about, letter }, by: manager },
  { do: 'ACT', act: { act: 'ACTIVATE', ...about }, by: head },
];

function take(world: World, next: Step): void {
  switch (next.do) {
    case 'ACT':
      world.room.act(next.act, next.by);
      if (next.act.act === 'DRAFT') world.room.installConnection(id, installed, officer);
      return;
    case 'CONFIRM':
      for (const proposal of world.proposals.values()) world.room.confirm(proposal, next.by);
      return;
    case 'JUMP':
      world.clock.set(world.clock.now() + next.days * msPerDay);
      return;
    case 'INACTIVE':
      world.room.institutionInactive(id);
      return;
    case 'SPTJM':
      world.around.sptjm = !world.around.sptjm;
      return;
    case 'RESTART':
    case 'TICK':
      valueOfResult(world.room.tick());
      if (next.do === 'RESTART') world.room = world.open();
  }
}

interface Seen {
  status: AgreementStatus | undefined;
  readonly profiles: Map<number, string>;
}

const final: ReadonlySet<string> = new Set(['EXPIRED', 'TERMINATED', 'CLOSED']);

function check(world: World, seen: Seen): void {
  const row = valueOfResult(world.room.list())[0];
  const fit = world.room.unfit(id, PORTAL, world.clock.now()) === undefined;
  if (row === undefined) {
    expect(fit).toBe(false);
    seen.status = undefined;
    return;
  }
  // Nothing leads back from an end.
  if (seen.status !== undefined && final.has(seen.status)) {
    expect([seen.status, 'CLOSED']).toContain(row.status);
    if (seen.status === 'CLOSED') expect(row.status).toBe('CLOSED');
  }
  seen.status = row.status;
  // Versions are numbered, have two persons behind them, and never change.
  const { versions } = valueOfResult(world.room.detail(id, head));
  expect(versions.map(({ version }) => version)).toEqual(versions.map((_each, index) => index + 1));
  for (const { version, proposedBy, confirmedBy, sha256 } of versions) {
    expect(proposedBy).not.toBe(confirmedBy);
    expect(seen.profiles.get(version) ?? sha256).toBe(sha256);
    seen.profiles.set(version, sha256);
  }
  // Access is in force, between signing and the last day of access, under a confirmed profile.
  if (!fit) return;
  expect(inForce.has(row.status)).toBe(true);
  expect(versions.length).toBe(row.version);
  expect(row.version).toBeGreaterThan(0);
  const today = localDay(world.clock.now(), zone);
  expect(today >= row.signedOn).toBe(true);
  expect(today <= row.accessUntil).toBe(true);
  const midnight = startOfDay(addDays(row.accessUntil, 1), zone);
  expect(endOfDay(row.accessUntil, zone)).toBe(midnight - 1);
}

test('access, versions and ends hold whatever happens in whatever order', () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(fc.boolean(), fc.array(step, { minLength: 10, maxLength: 40 }), (fromSigned, steps) => {
      const world = openWorld('2026-03-02');
      const seen: Seen = { status: undefined, profiles: new Map() };
      for (const next of [...(fromSigned ? prologue : []), ...steps]) {
        take(world, next);
        check(world, seen);
        if (seen.status !== undefined) reached.add(seen.status);
      }
      // Whatever happened, the end comes by itself.
      const wasUnderWay = seen.status !== undefined && !['DRAFT', 'SIGNED'].includes(seen.status);
      world.clock.set(noon('2032-01-01'));
      valueOfResult(world.room.tick());
      check(world, seen);
      if (wasUnderWay && seen.status !== undefined) expect(final.has(seen.status)).toBe(true);
      expect(world.room.unfit(id, PORTAL, noon('2032-01-01'))).toBeDefined();
    }),
    { numRuns: 25 },
  );
  expect(reached.size).toBeGreaterThan(4);
}, 120_000);

/** The return of a configuration, and what a power loss at any step of it leaves and the next start finishes. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { failed } from '../../native/failure.ts';
import { appFailure } from '../contract/index.ts';
import type { Store } from '../store/index.ts';
import { failureOf, valueOfResult } from '../store/store.test-support.ts';
import {
  auditor,
  configurationFile,
  dated,
  manager,
  officer,
  openWorld,
  place,
  returned,
  type World,
} from './custody.test-support.ts';

const sumOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

function givenUp(world: World): string {
  world.around.ended = false;
  const samId = world.active();
  world.around.ended = true;
  world.done({ act: 'PROPOSE_DEACTIVATION', samId, cause: 'AGREEMENT_ENDED', letter: dated('2026-05-01') });
  valueOfResult(world.decide(manager));
  return samId;
}

const isHere = ({ store }: World, samId: string) =>
  valueOfResult(
    store.read((reader) => reader.get('SELECT 1 FROM sam_configuration WHERE sam_id = ?', samId)),
  ) !== undefined;
const copyOn = ({ onMedium }: World) => onMedium.get(place.path);

describe('the configuration of a card that was given up', () => {
  test('goes back as the very file it came in, and is gone here once a copy was read back', () => {
    const world = openWorld();
    const samId = givenUp(world);
    const { sha256 } = valueOfResult(world.room.returns.returnTo(place, { samId, ...returned }, officer));
    expect(copyOn(world)).toEqual(Uint8Array.from(configurationFile(1)));
    expect(sha256).toBe(sumOf(configurationFile(1)));
    expect(isHere(world, samId)).toBe(false);
    expect(world.card(samId).status).toBe('CONFIG_RETURNED');
    const events = valueOfResult(world.audit.list(5)).map(({ event }) => event);
    expect(events.filter((event) => event === 'SAM_CONFIG_RETURN')).toHaveLength(3);
    expect(valueOfResult(world.room.returns.unfinished())).toEqual([]);
  });

  test('writes over no other file of its name, which may be the only one of another card', () => {
    const world = openWorld();
    const [first, second] = [givenUp(world), givenUp(world)];
    const give = (samId: string) =>
      failureOf(world.room.returns.returnTo(place, { samId, ...returned }, officer))?.code;
    expect(give(first)).toBeUndefined();
    expect(give(second)).toBe('CONFIG_PLACE_TAKEN');
    expect(isHere(world, second)).toBe(true);
    const names = [first, second].map((samId) => valueOfResult(world.room.returns.nameFor(samId)));
    expect(names).toEqual(['konfigurasi-SAM-CONTOH-0001.txt', 'konfigurasi-SAM-CONTOH-0002.txt']);
    const own = { path: 'usb/2.txt', fileName: '2.txt' };
    expect(world.room.returns.returnTo(own, { samId: second, ...returned }, officer).ok).toBe(true);
  });

  test('stays here when the copy is another, cannot be written, or cannot be read back', () => {
    const world = openWorld();
    const samId = givenUp(world);
    const broken = failed(appFailure('CONFIG_NOT_WRITTEN', 'custody.return', 'ENOSPC'));
    const media = [
      { ...world.medium, read: () => ({ ok: true, value: Uint8Array.of(1, 2, 3) }) as const },
      { ...world.medium, write: () => broken },
      { ...world.medium, read: () => broken },
    ];
    const codes = media.map((medium) => {
      const room = world.openRoom(world.store, medium);
      return failureOf(room.returns.returnTo(place, { samId, ...returned }, officer))?.code;
    });
    expect(codes).toEqual(['CONFIG_COPY_DIFFERS', 'CONFIG_NOT_WRITTEN', 'CONFIG_NOT_WRITTEN']);
    expect(isHere(world, samId)).toBe(true);
    expect(world.card(samId).status).toBe('DEACT_REQUESTED');
    // What was begun is named, and the next start leaves it to a person.
    expect(valueOfResult(world.room.returns.finish())).toBe(0);
    expect(valueOfResult(world.room.returns.unfinished())).toMatchObject([
      {
        samId,
        name: 'SAM-CONTOH-0001',
        fileName: place.fileName,
        medium: returned.medium,
        by: 'coba-hartono',
      },
    ]);
    valueOfResult(world.room.returns.returnTo(place, { samId, ...returned }, officer));
    expect(world.card(samId).status).toBe('CONFIG_RETURNED');
  });

  test('is returned by whoever may, of a card that was given up, on a day that can be', () => {
    const world = openWorld();
    const active = world.active();
    const back = (samId: string, on = returned.on, who = officer) =>
      failureOf(world.room.returns.returnTo(place, { samId, ...returned, on }, who))?.code;
    expect(back(active)).toBe('STEP_ORDER');
    const samId = givenUp(world);
    expect(back(samId, returned.on, auditor)).toBe('NOT_PERMITTED');
    expect(back(samId, '2026-06-02')).toBe('DATE_AHEAD');
    expect(back(samId, '2026-04-30')).toBe('DATES_CONTRADICT');
    expect(copyOn(world)).toBeUndefined();
  });

  test('that cannot be opened any more is not returned; a letter of the Ditjen takes its place', () => {
    const world = openWorld();
    const samId = givenUp(world);
    // The keys of another installation.
    const other = world.openRoom(world.store, world.medium, 9);
    const refused = other.returns.returnTo(place, { samId, ...returned }, officer);
    expect(failureOf(refused)?.code).toBe('CONFIG_UNREADABLE');
    world.done({ act: 'CONFIRM_DEACTIVATION', samIds: [samId], letter: dated('2026-05-06') });
    expect(world.card(samId).status).toBe('DEACTIVATED');
    expect(isHere(world, samId)).toBe(false);
  });
});

/** The power goes: nothing after this happens any more. */
class PowerLoss extends Error {}

/** A store that dies at its n-th transaction: before it is written, or right after. */
function dyingAt(store: Store, at: number, when: 'before' | 'after'): Store {
  let count = 0;
  return {
    rowSeal: store.rowSeal,
    read: (work) => store.read(work),
    transaction(work) {
      count += 1;
      if (count === at && when === 'before') throw new PowerLoss();
      const result = store.transaction(work);
      if (count === at) throw new PowerLoss();
      return result;
    },
  };
}

describe('a power loss', () => {
  const places: readonly (readonly [string, (world: World) => World['room']])[] = [
    ...[1, 2, 3, 4].flatMap((at): [string, (world: World) => World['room']][] => [
      [`before step ${at} is written`, (world: World) => world.openRoom(dyingAt(world.store, at, 'before'))],
      [`after step ${at} was written`, (world: World) => world.openRoom(dyingAt(world.store, at, 'after'))],
    ]),
    [
      'while the copy is written',
      (world: World) =>
        world.openRoom(world.store, {
          ...world.medium,
          write(path, bytes) {
            world.medium.write(path, bytes.slice(0, 20));
            throw new PowerLoss();
          },
        }),
    ],
    [
      'before the copy is read back',
      (world: World) =>
        world.openRoom(world.store, {
          ...world.medium,
          read() {
            throw new PowerLoss();
          },
        }),
    ],
  ];

  test.each(places)('%s loses nothing and returns nothing that is still here', (_when, dying) => {
    const world = openWorld();
    const samId = givenUp(world);
    expect(() => dying(world).returns.returnTo(place, { samId, ...returned }, officer)).toThrow(PowerLoss);
    mustHold(world, samId);
    // The next start.
    const next = world.openRoom();
    valueOfResult(next.returns.finish());
    mustHold(world, samId);
    const left = valueOfResult(next.returns.unfinished());
    if (world.card(samId).status === 'CONFIG_RETURNED') {
      expect(left).toEqual([]);
      return;
    }
    // Whatever is not finished now is still here whole, is named where it was begun, and is finished by doing it again.
    expect(isHere(world, samId)).toBe(true);
    expect(left.length).toBeLessThanOrEqual(1);
    valueOfResult(next.returns.returnTo(place, { samId, ...returned }, officer));
    expect(world.card(samId).status).toBe('CONFIG_RETURNED');
    mustHold(world, samId);
  });

  /** Never shredded without a copy that is whole, never returned while still here. */
  function mustHold(world: World, samId: string): void {
    const here = isHere(world, samId);
    if (!here) expect(sumOf(copyOn(world) ?? new Uint8Array())).toBe(sumOf(configurationFile(1)));
    if (world.card(samId).status === 'CONFIG_RETURNED') expect(here).toBe(false);
  }

  test('leaves no other way open for a card whose copy was read back', () => {
    const world = openWorld();
    const samId = givenUp(world);
    const dying = world.openRoom(dyingAt(world.store, 2, 'after'));
    expect(() => dying.returns.returnTo(place, { samId, ...returned }, officer)).toThrow(PowerLoss);
    const letter = dated('2026-05-06');
    const confirmed = world.act({ act: 'CONFIRM_DEACTIVATION', samIds: [samId], letter });
    expect(failureOf(confirmed)?.code).toBe('STEP_ORDER');
    expect(valueOfResult(world.openRoom().returns.finish())).toBe(1);
    expect(valueOfResult(world.audit.list(1))[0]).toMatchObject({
      event: 'SAM_MOVED',
      actor: 'coba-hartono',
    });
  });
});

describe('the database', () => {
  test.each([
    "UPDATE sam_card SET status = 'CONFIG_RETURNED'",
    "UPDATE configuration_return SET status = 'SHREDDED'",
    "UPDATE configuration_return SET sha256 = '0'",
  ])('does not take: %s', (sql) => {
    const world = openWorld();
    const samId = givenUp(world);
    const dying = world.openRoom(dyingAt(world.store, 1, 'after'));
    expect(() => dying.returns.returnTo(place, { samId, ...returned }, officer)).toThrow(PowerLoss);
    expect(() =>
      world.store.transaction((writer) => {
        writer.run(sql);
        return { ok: true, value: undefined };
      }),
    ).toThrow();
    expect(isHere(world, samId)).toBe(true);
  });
});

/** The end of an agreement, the counter that serves under one, and its connection. */
import { describe, expect, test } from 'vitest';
import type { AgreementAct } from '../contract/index.ts';
import { valueOfResult } from '../store/store.test-support.ts';
import {
  act,
  activate,
  codeOf,
  expectStatus,
  goTo,
  head,
  installed,
  letter,
  manager,
  noon,
  officer,
  openWorld,
  sample,
  sign,
} from './agreements.test-support.ts';

const READ = { kind: 'READ' } as const;
const id = 'tirta-pangan';

describe('the end', () => {
  const settled = ['USER_IDS_REPORTED', 'FINAL_REPORT', 'READERS_INACTIVE', 'NO_DATA_STATEMENT', 'ARCHIVED'];

  test('is closed when every item is settled or counted, and then only read', () => {
    const world = openWorld();
    activate(world, sample(id));
    Object.assign(world.around, { openBalikan: 2, unrevoked: 0, kept: 1, sams: { all: 2, open: 1 } });
    goTo(world, noon('2028-03-03'));
    const closing: AgreementAct = { act: 'CLOSE', agreementId: id };
    for (const item of settled) {
      expect(codeOf(act(world, closing, head))).toBe('CLOSING_INCOMPLETE');
      const settling = { act: 'SETTLE_END_ITEM', agreementId: id, item, note: 'BA-01' } as AgreementAct;
      valueOfResult(act(world, settling, manager));
    }
    const byHand = { act: 'SETTLE_END_ITEM', agreementId: id, item: 'BALIKAN_FLUSHED', note: 'x' } as const;
    expect(codeOf(act(world, byHand, manager))).toBe('STEP_ORDER');
    const refused = act(world, closing, head);
    expect(!refused.ok && refused.failure.detail).toBe('BALIKAN_FLUSHED SAM_RETURNED KEPT_DATA_DECIDED');
    Object.assign(world.around, { openBalikan: 0, kept: 0, sams: { all: 2, open: 0 } });
    valueOfResult(act(world, closing, head));
    expect(codeOf(act(world, { act: 'NOTE', agreementId: id, letter, note: 'x' }, manager))).toBe(
      'ARCHIVE_READ_ONLY',
    );
    expect(codeOf(act(world, { act: 'DRAFT', profile: sample(id) }, manager))).toBe('ARCHIVE_READ_ONLY');
    expect(valueOfResult(world.room.connection(id))).toBeUndefined();
    expect(valueOfResult(world.room.detail(id, head)).acts).toEqual([]);
  });

  test('asks nothing of SAM cards where there are none', () => {
    const world = openWorld('2026-08-31');
    activate(world, sample('lembah-sosial'));
    goTo(world, noon('2028-08-31'));
    const { end } = valueOfResult(world.room.detail('lembah-sosial', head));
    expect(end.filter(({ notNeeded }) => notNeeded).map(({ item }) => item)).toEqual([
      'SAM_RETURNED',
      'READERS_INACTIVE',
    ]);
  });
});

describe('the counter', () => {
  test('serves under the agreement that was chosen for it', () => {
    const world = openWorld();
    expect(valueOfResult(world.room.chosen())).toBeUndefined();
    activate(world, sample(id));
    valueOfResult(act(world, { act: 'CHOOSE', agreementId: id }, manager));
    expect(valueOfResult(world.open().chosen())).toBe(id);
    expect(valueOfResult(world.room.detail(id, manager)).acts).not.toContain('CHOOSE');
  });

  test('disappears under an agreement between systems (R-008)', () => {
    const world = openWorld();
    activate(world, sample('interop'));
    expectStatus(world, 'interop', 'ACTIVE');
    expect(world.room.unfit('interop', READ, world.clock.now())?.code).toBe('COUNTER_NOT_IN_SCOPE');
    expect(codeOf(act(world, { act: 'CHOOSE', agreementId: 'interop' }, manager))).toBe(
      'COUNTER_NOT_IN_SCOPE',
    );
    expect(codeOf(world.room.installConnection('interop', installed, officer))).toBe('STEP_ORDER');
    expect(
      valueOfResult(world.room.detail('interop', head)).activation.filter((each) => !each.notNeeded),
    ).toEqual([
      { item: 'SIGNED', done: true, who: 'ACCESS_MANAGER' },
      { item: 'RESPONSIBLE', done: true, who: 'SAM_OFFICER', detail: 'Contoh Pratama' },
    ]);
  });

  test('gets the connection of its agreement, and another User ID only with a BAST (R-015)', () => {
    const world = openWorld();
    sign(world, sample(id));
    expect(codeOf(world.room.installConnection(id, installed, manager))).toBe('NOT_PERMITTED');
    const { gateway: _none, ...withoutGateway } = installed;
    valueOfResult(world.room.installConnection(id, withoutGateway, officer));
    valueOfResult(world.room.installConnection(id, installed, officer));
    expect(codeOf(world.room.installConnection(id, withoutGateway, officer))).toBe('USER_ID_BAST_REQUIRED');
    const credentials = { userId: 'lain', password: 'rahasia', ipUser: '192.0.2.10' };
    const other = { ...installed, gateway: { ...installed.gateway, credentials } } as typeof installed;
    expect(codeOf(world.room.installConnection(id, other, officer))).toBe('USER_ID_BAST_REQUIRED');
    const samePerson = { ...installed, closedNetwork: ['192.0.2.0/25'] };
    valueOfResult(world.room.installConnection(id, samePerson, officer));
    world.around.userIdMayChange = true;
    valueOfResult(world.room.installConnection(id, other, officer));
    expect(valueOfResult(world.room.connection(id))).toEqual(other);
    expect(JSON.stringify(valueOfResult(world.room.detail(id, officer)))).not.toContain('rahasia');
  });

  test('is no network point of an agreement that has none (R-050)', () => {
    const world = openWorld();
    const network = { closedOnly: true, points: 0, bandwidthMbps: 1 };
    const bare = { ...sample('desa-makmur'), network, accessMethods: [], elements: {} };
    sign(world, bare);
    expect(codeOf(world.room.installConnection('desa-makmur', installed, officer))).toBe(
      'NETWORK_POINT_LIMIT',
    );
  });

  test('knows no agreement that is not there', () => {
    const world = openWorld();
    expect(world.room.unfit('tidak-ada', READ, world.clock.now())?.code).toBe('STEP_ORDER');
    expect(codeOf(act(world, { act: 'CHOOSE', agreementId: 'tidak-ada' }, manager))).toBe('STEP_ORDER');
  });
});

test('a note is kept with its letter and changes nothing (R-144)', () => {
  const world = openWorld();
  activate(world, sample(id));
  valueOfResult(act(world, { act: 'NOTE', agreementId: id, letter, note: 'banjir' }, manager));
  expectStatus(world, id, 'ACTIVE');
  expect(valueOfResult(world.room.detail(id, head)).events[0]).toMatchObject({
    actor: 'name of uji-widodo',
    event: 'NOTED',
    reference: '400.12/0099/CONTOH/2026 (2026-03-02)',
    note: 'banjir',
  });
});

import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { valueOfResult } from '../store/store.test-support.ts';
import {
  configurationFile,
  dated,
  manager,
  officer,
  openWorld,
  PKS,
  place,
  returned,
} from './custody.test-support.ts';

test('the inventory says of every card and reader what its events say, without anything typed anew', () => {
  const world = openWorld();
  const samId = world.active();
  const lost = world.active();
  world.done({ act: 'REPORT_LOST', samId: lost, kind: 'STOLEN', incident: 'INS-CONTOH-07' });
  world.around.ended = true;
  world.around.inForce = false;
  valueOfResult(world.room.stopAll(PKS));
  world.done({ act: 'PROPOSE_DEACTIVATION', samId, cause: 'AGREEMENT_ENDED', letter: dated('2026-05-01') });
  valueOfResult(world.decide(manager));
  const sha256 = createHash('sha256').update(configurationFile(1)).digest('hex');
  const file = { fileName: place.fileName, sha256, ...returned };
  valueOfResult(world.room.returns.returnTo(place, { samId, ...returned }, officer));
  world.done({ act: 'CONFIRM_DEACTIVATION', samIds: [samId], letter: dated('2026-05-06') });
  const readers = valueOfResult(world.room.inventory(PKS)).readers;
  for (const { readerId } of readers) {
    world.done({ act: 'DEACTIVATE_READER', readerId, letter: dated('2026-05-07') });
  }
  const inventory = valueOfResult(world.room.inventory(PKS));
  expect(inventory.cards).toMatchObject([
    {
      samId,
      status: 'DEACTIVATED',
      ticket: 'SIFILMA-CONTOH-1',
      activatedAt: world.clock.now(),
      configSha256: file.sha256,
      returned: file,
      deactivation: dated('2026-05-06'),
      loss: null,
      lastOn: '2026-05-06',
    },
    { samId: lost, returned: null, loss: { kind: 'STOLEN', incident: 'INS-CONTOH-07', report: null } },
  ]);
  expect(inventory.readers.map(({ status, deactivated }) => [status, deactivated?.letter.date])).toEqual([
    ['DEACTIVATED', '2026-05-07'],
    ['DEACTIVATED', '2026-05-07'],
  ]);
  expect(valueOfResult(world.room.inventory('lain'))).toMatchObject({ cards: [], readers: [] });
});

/** The log leaves the program by the hands of who may read it, in a file that can be verified by its paper. */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { counterHandlers } from '../electron/program/handlers/counter.ts';
import type { ProgramParts } from '../electron/program/handlers/parts.ts';
import { openInstallation } from '../electron/program/installation.ts';
import { trainingWrapper } from '../electron/store/index.ts';
import { manualClock, temporaryFolder, valueOfResult } from '../electron/store/store.test-support.ts';
import { ok } from '../native/failure.ts';
import { verifyLog } from '../scripts/audit-verify.mjs';
import { readCheckpoint } from '../scripts/checkpoint-text.mjs';

async function counter(place: string | undefined) {
  const installation = valueOfResult(
    await openInstallation(temporaryFolder(), trainingWrapper, manualClock()),
  );
  let personId = 'misal-lestari';
  const session = { acting: () => ok({ personId, roles: ['AUDITOR'], counter: 'Loket 1' }) };
  let whilePicking: () => void = () => undefined;
  const handlers = counterHandlers({
    installation,
    office: { people: { sessions: session } },
    saveAs: async () => {
      whilePicking();
      return place;
    },
  } as unknown as ProgramParts);
  valueOfResult(
    installation.audit.append({ actor: 'SYSTEM', counter: 'Loket 1' }, { event: 'LOOKUPS_REOPENED' }),
  );
  return {
    audit: installation.audit,
    exportLog: async () => handlers['audit.export'](undefined),
    meanwhile: (another: string) => {
      whilePicking = () => {
        personId = another;
      };
    },
  };
}

it('is written whole, over what stood there, and fits the checkpoint that is shown', async () => {
  const folder = temporaryFolder();
  const place = join(folder, 'jejak-audit.jsonl');
  writeFileSync(place, 'older');
  const { exportLog, audit } = await counter(place);
  const exported = valueOfResult(await exportLog());
  const paper = readCheckpoint(exported?.checkpoint ?? '');
  if (typeof paper === 'string') throw new Error(paper);
  expect(exported?.count).toBe(1);
  expect((await verifyLog(place, [paper])).line).toMatch(/^audit: 1 entries, whole/);
  expect(readdirSync(folder)).toEqual(['jejak-audit.jsonl']);
  expect(valueOfResult(audit.list(1))[0]).toMatchObject({
    event: 'CHECKPOINT_SIGNED',
    actor: 'misal-lestari',
  });
});

it('stays where it is when the dialog is closed, the disk refuses, or somebody else sits there by then', async () => {
  const closed = await counter(undefined);
  expect(await closed.exportLog()).toEqual({ ok: true, value: null });
  const nowhere = await counter(join(temporaryFolder(), 'missing', 'log.jsonl'));
  expect(await nowhere.exportLog()).toMatchObject({ failure: { code: 'FILE_INVALID', detail: 'ENOENT' } });
  const place = join(temporaryFolder(), 'log.jsonl');
  const left = await counter(place);
  left.meanwhile('uji-widodo');
  expect(await left.exportLog()).toMatchObject({ failure: { code: 'NOT_SIGNED_IN' } });
  expect(existsSync(place)).toBe(false);
});

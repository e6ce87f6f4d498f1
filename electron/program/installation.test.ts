/** What opening an installation leaves in its log. */
import { beforeAll, expect, it } from 'vitest';
import { newKeyPair, ready } from '../sealing/index.ts';
import { systemClock, trainingWrapper } from '../store/index.ts';
import { temporaryFolder, valueOfResult } from '../store/store.test-support.ts';
import { openInstallation, recoverInstallation } from './installation.ts';

beforeAll(ready);

it('that the recovery key was used stands in the log of what it opened', async () => {
  const folder = temporaryFolder();
  const recovery = newKeyPair();
  valueOfResult(await openInstallation(folder, trainingWrapper, systemClock, recovery)).close();
  const recovered = valueOfResult(await recoverInstallation(folder, trainingWrapper, systemClock, recovery));
  const events = valueOfResult(recovered.audit.list(5)).map(({ event }) => event);
  recovered.close();
  expect(events).toEqual(['KEYS_RECOVERED']);
});

/** What follows when an operator is revoked in a real office: a task of the User IDs, until their change is asked for. */
import { expect, it } from 'vitest';
import type { Acting } from '../contract/index.ts';
import { valueOfResult } from '../store/store.test-support.ts';
import { sampleOfficeAt } from './sample-office.test-support.ts';

const manager: Acting = { personId: 'uji-widodo', roles: ['ACCESS_MANAGER'], counter: 'Loket 1' };

async function sampleOffice() {
  const opened = await sampleOfficeAt('2026-11-20T03:00:00Z');
  const tasks = () =>
    valueOfResult(opened.office.agenda.list(manager))
      .filter(({ kind }) => kind === 'USER_ID')
      .map(({ say, words, reminds }) => [say, words.jumlah, reminds]);
  return { ...opened, tasks };
}

it('an operator who is revoked leaves a task, which the request for another User ID turns into the wait for its BAST', async () => {
  const { clock, office, agreementId, tasks } = await sampleOffice();
  const before = tasks();
  const people = valueOfResult(office.people.view(manager)).people;
  const operatorId = people.find(({ personId }) => personId === 'simula-ningsih')?.operators[0]?.operatorId;
  clock.set(clock.now() + 60_000);
  valueOfResult(
    await office.people.act(
      { act: 'REVOKE_OPERATOR', operatorId: operatorId ?? '', reason: 'mutasi' },
      manager,
    ),
  );
  expect(tasks()).toEqual([...before, ['USER_ID_REVOKED', 1, true]]);
  clock.set(clock.now() + 60_000);
  const letter = { number: '800/7/CONTOH', date: '2026-11-20' };
  const asked = { act: 'OPEN_USER_ID_CHANGE', agreementId, cause: 'CHANGE', letter, form: letter } as const;
  valueOfResult(await office.people.act(asked, manager));
  expect(tasks()).toEqual([['USER_ID_BAST_REQUIRED', 1, true]]);
});

it('a User ID that Dukcapil calls inactive is a task until another is asked for (R-046)', async () => {
  const { installation, agreementId, tasks } = await sampleOffice();
  const stopped = `desk.lookupsStopped.${agreementId}`;
  valueOfResult(installation.state.set(stopped, 'AUTH_FAILED'));
  expect(tasks()).toEqual([]);
  valueOfResult(installation.state.set(stopped, 'USER_ID_INACTIVE'));
  expect(tasks()).toEqual([['USER_ID_INACTIVE', 1, true]]);
});

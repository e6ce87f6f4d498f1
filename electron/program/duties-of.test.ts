/** What a real office owes, on its agenda: the User ID of an operator who was revoked, data balikan that do not arrive. */
import { expect, it } from 'vitest';
import { type Acting, appFailure, type ReportAct } from '../contract/index.ts';
import { served, serviceContext } from '../ledger/ledger.test-support.ts';
import { ready } from '../sealing/index.ts';
import { valueOfResult } from '../store/store.test-support.ts';
import { outboxHandlers } from './handlers/outbox.ts';
import type { ProgramParts } from './handlers/parts.ts';
import { sampleOfficeAt } from './sample-office.test-support.ts';

const head: Acting = { personId: 'contoh-pratama', roles: ['ACCESS_RESPONSIBLE'], counter: 'Loket 1' };
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

it('data balikan of a line that stays dead are late on the agenda, given up or not, until one word sends them again (R-103)', async () => {
  const { clock, enter, installation, office, agreementId } = await sampleOffice();
  await ready();
  const { outbox } = installation;
  const made = clock.now();
  valueOfResult(installation.recordService(served({ agreementId }), serviceContext));
  const shown = () =>
    valueOfResult(office.agenda.list(manager))
      .filter(({ kind }) => kind === 'BALIKAN')
      .map(({ say, stage, words }) => [say, stage, words.jumlah]);
  const failure = { ...appFailure('BALIKAN_UNREACHABLE', 'test') };
  while (valueOfResult(outbox.counts()).needsPerson === 0) {
    clock.set(clock.now() + 4 * 3_600_000);
    for (const { itemId } of valueOfResult(outbox.pick(agreementId, 1)))
      valueOfResult(outbox.settle(itemId, { kind: 'TECHNICAL', failure, stopQueue: false }));
  }
  expect(shown()).toEqual([['BALIKAN_NEEDS_PERSON', 'SOON', 1]]);
  clock.set(made + 7 * 86_400_000);
  expect(shown()).toEqual([['BALIKAN_NEEDS_PERSON', 'OVERDUE', 1]]);
  let sent = 0;
  const sender = { sendNow: () => (sent += 1) };
  const handlers = outboxHandlers({
    installation,
    office,
    sender,
    changed: () => undefined,
  } as unknown as ProgramParts);
  enter('uji-widodo');
  expect(handlers['outbox.sendNow'](undefined)).toEqual({ ok: true, value: null });
  expect({ sent, due: valueOfResult(outbox.pick(agreementId, 9)).length }).toEqual({ sent: 1, due: 1 });
  expect(shown()).toEqual([['BALIKAN_BACKLOG', 'OVERDUE', 1]]);
});

it('a User ID that Dukcapil calls inactive is a task until another is asked for (R-046)', async () => {
  const { installation, agreementId, tasks } = await sampleOffice();
  const stopped = `desk.lookupsStopped.${agreementId}`;
  valueOfResult(installation.state.set(stopped, 'AUTH_FAILED'));
  expect(tasks()).toEqual([]);
  valueOfResult(installation.state.set(stopped, 'USER_ID_INACTIVE'));
  expect(tasks()).toEqual([['USER_ID_INACTIVE', 1, true]]);
});

it('an incident that an operator reports calls manager and head until one of them has decided what it is (R-123)', async () => {
  const { clock, office } = await sampleOffice();
  const operator: Acting = { personId: 'simula-ningsih', roles: ['OPERATOR'], counter: 'Loket 1' };
  const days = { knownOn: '2026-11-20', from: '2026-11-19', to: '2026-11-20' };
  const what = 'Berkas tertinggal.';
  valueOfResult(
    office.incidents.act({ act: 'REPORT', kind: 'LEAK', number: 'INS-1', what, ...days }, operator),
  );
  const shown = (acting: Acting) =>
    valueOfResult(office.agenda.list(acting))
      .filter(({ place }) => place === 'incidents')
      .map(({ say, stage, reminds }) => [say, stage, reminds]);
  for (const acting of [manager, head]) expect(shown(acting)).toEqual([['INCIDENT_UNDECIDED', 'SOON', true]]);
  expect(shown(operator)).toEqual([['INCIDENT_UNDECIDED', 'SOON', false]]);
  clock.set(clock.now() + 10 * 86_400_000);
  for (const acting of [manager, head])
    expect(shown(acting)).toEqual([['INCIDENT_UNDECIDED', 'OVERDUE', true]]);
  const [incident] = valueOfResult(office.incidents.list(manager));
  valueOfResult(
    office.incidents.act({ act: 'CONFIRM_BREACH', incidentId: incident?.incidentId ?? '' }, head),
  );
  expect(shown(manager)).toEqual([['BREACH_CLOCK', 'SOON', true]]);
});

it('a report calls whoever has to move it, and each of them anew with every hand it comes into (R-111)', async () => {
  const { clock, office } = await sampleOfficeAt('2026-06-29T03:00:00Z');
  clock.set(Date.parse('2026-07-14T03:00:00Z'));
  while (valueOfResult(office.reports.tick())) clock.set(clock.now() + 1);
  const reportId = 'tirta-pangan-2026-s1';
  const reminds = () =>
    [manager, head].map((acting) => {
      const items = valueOfResult(office.agenda.list(acting));
      return items.some(({ kind, stage, reminds }) => kind === 'REPORT' && stage === 'DUE' && reminds);
    });
  const see = (acting: Acting) => {
    const item = valueOfResult(office.agenda.list(acting)).find(({ kind }) => kind === 'REPORT');
    valueOfResult(office.agenda.act({ act: 'SEEN', key: item?.key ?? '', level: item?.level ?? 0 }, acting));
  };
  const move = (act: ReportAct, acting: Acting) => {
    clock.set(clock.now() + 60_000);
    valueOfResult(office.reports.act(act, acting));
  };
  const narrative = { obstacles: 'Nihil.', followUp: '', suggestions: '' };
  const letter = { number: '045/1/CONTOH', date: '2026-07-14' };
  expect(reminds()).toEqual([true, false]);
  see(manager);
  expect(reminds()).toEqual([false, false]);
  move({ act: 'SUBMIT', reportId, narrative }, manager);
  expect(reminds()).toEqual([false, true]);
  see(head);
  move({ act: 'SEND_BACK', reportId, note: 'Angka diperiksa lagi.' }, head);
  expect(reminds()).toEqual([true, false]);
  see(manager);
  move({ act: 'SUBMIT', reportId, narrative }, manager);
  expect(reminds()).toEqual([false, true]);
  move({ act: 'SIGN', reportId, letter }, head);
  expect(reminds()).toEqual([true, false]);
  move({ act: 'DISPATCH', reportId, on: '2026-07-14', channel: 'surel' }, manager);
  expect(reminds()).toEqual([false, false]);
});

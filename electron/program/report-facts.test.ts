/** What a report says of people and things on record: as they were at the end of its days, however late it is frozen or corrected. */
import { expect, test } from 'vitest';
import { custody } from '../../resources/messages/id/custody.ts';
import type { Acting } from '../contract/index.ts';
import { valueOfResult } from '../store/store.test-support.ts';
import { sampleOfficeAt } from './sample-office.test-support.ts';

const manager: Acting = { personId: 'uji-widodo', roles: ['ACCESS_MANAGER'], counter: 'Loket 1' };
const head: Acting = { personId: 'contoh-pratama', roles: ['ACCESS_RESPONSIBLE'], counter: 'Loket 1' };
const letter = { number: '045/7/CONTOH/2026', date: '2026-07-03' };
const narrative = { obstacles: 'Tidak ada.', followUp: '', suggestions: '' };

async function officeAt(now: string) {
  const opened = await sampleOfficeAt(now);
  const { agreements, people, reports } = opened.office;
  return {
    ...opened,
    /** As the program looks at the clock: what ends, ends before the report of it is frozen. */
    tick(at: string) {
      opened.clock.set(Date.parse(at));
      for (const room of [agreements, people, reports]) valueOfResult(room.tick());
    },
    report: (reportId: string) =>
      valueOfResult(reports.list(manager)).find((row) => row.reportId === reportId),
    act: (act: Parameters<typeof reports.act>[0], acting = manager) =>
      valueOfResult(reports.act(act, acting)),
    async revokeEverybody() {
      for (const { operators } of valueOfResult(people.view(manager)).people) {
        for (const { operatorId, status } of operators) {
          if (status !== 'ACTIVE') continue;
          valueOfResult(await people.act({ act: 'REVOKE_OPERATOR', operatorId, reason: 'mutasi' }, manager));
        }
      }
    },
  };
}

test('the final report counts the operators of the last day, and as revoked those whose right ended with the agreement, also after a weekend', async () => {
  const office = await officeAt('2028-02-29T03:00:00Z');
  const before = valueOfResult(
    office.office.reports.onDemand(office.agreementId, '2028-01-01', '2028-02-29'),
  ).users;
  expect(before.active).toBeGreaterThan(0);
  office.tick('2028-03-06T01:00:00Z');
  const final = office.report(`${office.agreementId}-2028-s1`);
  expect(final).toMatchObject({ final: true, to: '2028-03-02', status: 'DRAFT' });
  expect(final?.figures.users).toEqual({ ...before, revoked: before.revoked + before.active });
});

test('a correction in October says of June what was so in June', async () => {
  const office = await officeAt('2026-06-29T03:00:00Z');
  const reportId = `${office.agreementId}-2026-s1`;
  office.tick('2026-07-01T01:00:00Z');
  const first = office.report(reportId)?.figures;
  expect(first?.users.active).toBeGreaterThan(0);
  office.clock.set(Date.parse('2026-07-06T03:00:00Z'));
  office.act({ act: 'SUBMIT', reportId, narrative });
  office.act({ act: 'SIGN', reportId, letter }, head);
  office.act({ act: 'DISPATCH', reportId, on: '2026-07-06', channel: 'surel' });
  office.clock.set(Date.parse('2026-10-01T01:00:00Z'));
  await office.revokeEverybody();
  const number = 'ISO-CONTOH-2';
  const later = { number: '3', date: '2026-09-01' };
  valueOfResult(
    office.office.agenda.act(
      {
        act: 'RECORD_ISO',
        agreementId: office.agreementId,
        number,
        body: 'Lembaga Contoh',
        letter: later,
        validUntil: '2029-09-01',
      },
      manager,
    ),
  );
  office.act({
    act: 'CORRECT',
    reportId,
    letter: { number: '2', date: '2026-09-30' },
    reason: 'diminta Dukcapil',
  });
  expect(office.report(reportId)?.figures).toEqual({ ...first, version: 2 });
  const october = valueOfResult(
    office.office.reports.onDemand(office.agreementId, '2026-10-01', '2026-10-01'),
  );
  expect(october.users.active).toBe(0);
  expect(october.security.iso?.number).toBe(number);
});

test('the state of a reader has in a report the word that it has on the page', async () => {
  const { office, agreementId } = await sampleOfficeAt('2026-06-29T03:00:00Z', undefined, {
    withInventory: true,
  });
  const { readers } = valueOfResult(office.reports.onDemand(agreementId, '2026-06-01', '2026-06-29'));
  const listed = valueOfResult(office.custody.inventory(agreementId)).readers;
  const onPage = listed.map(({ status }) => custody.readerStatuses[status].toLowerCase());
  expect(readers.map(({ status }) => status)).toEqual(onPage);
  expect(new Set(onPage).size).toBeGreaterThan(1);
});

/**
 * What the office asks in the morning, on its pages and of the clock must not read through everything that residents left in five years:
 * every table that grows with the visits is asked by an index.
 */
import { beforeAll, expect, test } from 'vitest';
import type { Acting } from '../contract/index.ts';
import { recent } from '../report/index.ts';
import { ready } from '../sealing/index.ts';
import { overhear, plansOf } from '../store/plans.test-support.ts';
import { valueOfResult } from '../store/store.test-support.ts';
import { keepConsentsInTime } from './consents-in-time.ts';
import { sampleOfficeAt } from './sample-office.test-support.ts';

beforeAll(ready);

/** A row or more for each visit, or for each hour of the office. */
const growing = [
  ...[
    'visit',
    'permit',
    'inquiry',
    'quota_day',
    'tally',
    'audit',
    'outbox_item',
    'outbox_revision',
    'prepared_item',
  ],
  ...['consent', 'consent_event', 'kept', 'resident_request'],
];
/** In the order of an index to so many is no reading from end to end, whatever SQLite calls it. Some indexes have open rows only. */
const bounded = (sql: string, plan: string) =>
  (sql.includes(' LIMIT ') && !/SCAN \w+(\n|$)|USE TEMP B-TREE FOR (ORDER BY|GROUP)/.test(plan)) ||
  /INDEX (request_due|outbox_open)/.test(plan) ||
  sql.includes('ORDER BY seq DESC LIMIT');

test('no question of the office, of its pages or of the clock reads a growing table from end to end', async () => {
  const today = '2026-11-23';
  const { installation, office, agreementId } = await sampleOfficeAt(`${today}T03:00:00Z`);
  const { store, counted, kept, outbox, quota, requests, visits, audit, clock } = installation;
  const acting: Acting = {
    personId: 'uji-widodo',
    roles: ['ACCESS_MANAGER', 'ACCESS_RESPONSIBLE', 'AUDITOR', 'SAM_OFFICER'],
    counter: 'Loket 1',
  };
  const breach = {
    kind: 'LEAK',
    number: 'INS-1',
    what: 'uji',
    knownOn: today,
    from: '2026-03-02',
    to: today,
  } as const;
  valueOfResult(office.incidents.act({ act: 'REPORT', ...breach }, acting));
  // Counted once and then moved along with every commit.
  valueOfResult(outbox.counts());
  const statements = overhear(store);
  const about = { agreementId, zone: 'Asia/Jakarta', dailyHits: 200 };
  const results = [
    visits.recover(clock.now()),
    outbox.recover(),
    office.agreements.tick(),
    office.people.tick(),
    office.reports.tick(),
    outbox.counts(),
    outbox.owedOf(agreementId),
    visits.today(today),
    kept.list(200),
    quota.read(agreementId, today),
    requests.waiting(),
    requests.open(),
    requests.list(200),
    requests.withdrawals(agreementId),
    office.agenda.list(acting),
    office.agreements.list(),
    office.agreements.detail(agreementId, acting),
    office.people.view(acting),
    office.custody.view(acting, agreementId),
    office.incidents.list(acting),
    recent(store, counted, about, today),
    office.reports.list(acting),
    office.reports.onDemand(agreementId, '2026-03-02', today),
    audit.list(100),
    audit.list(100, 50),
    audit.lookOver(),
  ];
  for (const result of results) valueOfResult<unknown>(result);
  keepConsentsInTime(installation, true);
  // All rows of one agreement are as many as all rows.
  const table = `(${growing.join('|')})\\b`;
  const scan = new RegExp(`SCAN ${table}|SEARCH ${table}[^\\n]*\\(agreement_id=\\?\\)`);
  const plans = plansOf(store, statements);
  expect(plans.length).toBeGreaterThan(60);
  expect(plans.filter(({ sql, plan }) => scan.test(plan) && !bounded(sql, plan))).toEqual([]);
});

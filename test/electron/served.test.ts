/** Visits that go well: a tap, a few keys, and afterwards everything is recorded and nothing of the resident is left. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openInstallation } from '../../electron/program/installation.ts';
import { passphraseWrapper, systemClock } from '../../electron/store/index.ts';
import { declared } from '../../native/sensitive.ts';
import { type Resident, randomResident } from '../../simulator/index.ts';
import { Counter } from '../support/counter.ts';
import { knownToGateway, passphrase } from '../support/world.ts';

const mostKeys = 12;
const agrees = randomResident(501);
const refuses = randomResident(502);

let counter: Counter;
let keysToAgree = 0;
let keysToRefuse = 0;

beforeAll(async () => {
  counter = await Counter.open();
  for (const resident of [agrees, refuses]) knownToGateway(counter.world.gateway, resident);
});

afterAll(() => counter?.close());

/** The whole visit with the keyboard; gives the number of keys from the tap to the next person. */
async function serve(resident: Resident, consent: 's' | 't'): Promise<number> {
  const { window } = counter;
  await counter.tapUntil('RESULT_MATCH', resident);
  const keys = ['s', ...(await counter.answerConsent(consent)), 'Enter'];
  counter.lift();
  await window.press('Enter');
  await window.untilState('READY');
  return keys.length;
}

test('a resident who agrees is served with the keyboard alone, in at most twelve keys', async () => {
  keysToAgree = await serve(agrees, 's');
  expect(keysToAgree).toBeLessThanOrEqual(mostKeys);
});

test('a resident who refuses is served in the same number of keys', async () => {
  keysToRefuse = await serve(refuses, 't');
  expect(keysToRefuse).toBe(keysToAgree);
});

test('Dukcapil has accepted the data balikan of both, once each, and it is acknowledged', async () => {
  await counter.untilSent();
  const { outbox } = await counter.lists();
  expect(outbox.map(({ status, duplicate }) => ({ status, duplicate }))).toEqual(
    Array(2).fill({ status: 'ACKNOWLEDGED', duplicate: false }),
  );
  const { gateway } = counter.world;
  expect([agrees, refuses].map(({ nik }) => gateway.accepted(nik))).toEqual([1, 1]);
});

test('one hit of the quota is used per visit, and both count as served', async () => {
  const { quota, today } = await counter.home();
  expect({ used: quota.used, served: today.served }).toEqual({ used: 2, served: 2 });
});

test('only the data of the one who agreed is kept, listed under a masked number', async () => {
  const { kept, home } = await counter.lists();
  expect(home.keptCount).toBe(1);
  expect(kept.map(({ maskedNik }) => maskedNik)).toEqual([
    `${agrees.nik.slice(0, 6)}******${agrees.nik.slice(12)}`,
  ]);
});

test('the audit log tells both visits step by step, and both answers to the question of consent', async () => {
  const { audit } = await counter.lists();
  const told = audit
    .map(({ event, outcome }) => (outcome === null ? event : `${event} ${outcome}`))
    .reverse();
  const visit = (consent: string, kept: string[]) => [
    'PERMIT_GIVEN',
    'CARD_READ OK',
    'INQUIRED MATCH',
    'HOLDER_CHECKED MATCHES',
    'SERVICE_RECORDED MATCH',
    `CONSENT_RECORDED ${consent}`,
    ...kept,
    'BALIKAN_QUEUED',
    'BALIKAN_SETTLED ACKNOWLEDGED',
  ];
  for (const event of [...visit('GRANTED', ['KEPT_STORED']), ...visit('REFUSED', [])]) {
    expect(told).toContain(event);
  }
  expect(told.filter((event) => event.startsWith('CONSENT_RECORDED'))).toEqual([
    'CONSENT_RECORDED GRANTED',
    'CONSENT_RECORDED REFUSED',
  ]);
});

test('no list of home holds a value of a resident', async () => {
  const told = JSON.stringify(await counter.lists()).toUpperCase();
  const values = [agrees, refuses].flatMap(({ nik, name, address, birthDate }) => [
    nik,
    name.toUpperCase(),
    address.toUpperCase(),
    birthDate,
  ]);
  expect(values.filter((value) => told.includes(value))).toEqual([]);
});

test('a kept record opens in a process and on a page of its own, and closing it ends the process', async () => {
  const { window } = counter;
  await window.press('Escape');
  await window.until('home is on screen', "location.host === 'beranda'");
  const before = counter.helpers();
  const [row] = await counter.told('kept.list', { limit: 1 });
  await window.run(`void window.ketuk.invoke('kept.open', { recordId: ${JSON.stringify(row?.recordId)} })`);
  await window.untilText(agrees.name);
  expect((await window.see()).address).toMatch(/^ketuk:\/\/arsip-[a-z0-9-]+\/$/);
  const [record, ...more] = counter.helpers().filter((pid) => !before.includes(pid));
  expect({ record: typeof record, more }).toEqual({ record: 'number', more: [] });
  await window.press('Escape');
  await window.until('home is on screen', "location.host === 'beranda'");
  await expect.poll(() => counter.helpers(), { timeout: 5000 }).not.toContain(record);
});

test('the audit log the program leaves behind is an unbroken chain', async () => {
  await counter.stop();
  const wrapper = passphraseWrapper(declared(passphrase));
  const installation = await openInstallation(counter.dataFolder, wrapper, systemClock);
  if (!installation.ok) throw new Error(installation.failure.code);
  try {
    const verified = installation.value.audit.verify();
    expect(verified).toMatchObject({ ok: true, value: { count: expect.any(Number) } });
    expect(verified.ok && verified.value.brokenAt).toBeUndefined();
  } finally {
    installation.value.close();
  }
});

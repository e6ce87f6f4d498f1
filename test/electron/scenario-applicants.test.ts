/**
 * People at a counter with a reader whose visit does not go straight on (agreement A of the domain): another person's card, an
 * address that has changed, a double record, an inactive one, a chip that cannot be read, an addendum between two visits.
 */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { officialTexts } from '../../electron/contract/index.ts';
import { cardFailure } from '../../native/index.ts';
import { randomResident, type SampleId, sampleResident } from '../../simulator/index.ts';
import { Counter } from '../support/counter.ts';
import { scanned } from '../support/file-dialog.ts';
import { leftBehind } from '../support/left-behind.ts';
import { unknownNik } from '../support/portal.ts';
import { knownToGateway } from '../support/world.ts';

let counter: Counter;

beforeAll(async () => {
  counter = await Counter.open();
});

afterEach(() => counter.next());

afterAll(() => counter?.close());

const hits = async () => (await counter.home()).quota.used;

async function showsSomeOf({ nik, name, address }: ReturnType<typeof sampleResident>): Promise<boolean> {
  const shown = await Promise.all([nik, name, address].map((value) => counter.window.shows(value)));
  return shown.some(Boolean);
}

/** Both answers to "close this visit?" asked for with keys, as far as home. */
async function closeWithoutService(): Promise<void> {
  const { window } = counter;
  await window.press('Escape');
  await window.untilText('Tutup kunjungan ini?');
  await window.press('Enter');
  await window.untilState('READY');
}

/** What the log tells of the newest visit that began, oldest first. */
async function lastVisit(): Promise<string[]> {
  const { audit } = await counter.lists();
  const visitId = audit.find(({ event, visitId: id }) => event === 'VISIT_MOVED' && id !== null)?.visitId;
  return audit
    .filter((row) => row.visitId === visitId)
    .map(({ event, outcome }) => (outcome === null ? event : `${event} ${outcome}`))
    .reverse();
}

describe("a visitor with another person's card (scenario 3)", () => {
  const owner = randomResident(701);

  test('is not served, and nothing of the owner is kept or owed', async () => {
    const { window, world } = counter;
    knownToGateway(world.gateway, owner);
    await counter.tap(owner);
    await window.press('t');
    await window.untilState('HOLDER_FAILED');
    expect(await showsSomeOf(owner)).toBe(false);
    counter.lift();
    await closeWithoutService();
    const told = await lastVisit();
    expect(told).toContain('HOLDER_CHECKED DIFFERS');
    expect(told.filter((line) => line.startsWith('SERVICE_RECORDED') || line.startsWith('CONSENT'))).toEqual(
      [],
    );
    const { home, outbox, kept } = await counter.lists();
    expect({ closed: home.today.closedWithoutService, outbox, kept }).toEqual({
      closed: 1,
      outbox: [],
      kept: [],
    });
  });
});

describe('a resident who moved (scenario 4)', () => {
  const moved = sampleResident('R2');

  test('waits with nothing on the screen, is asked about once more the same day, and is served once', async () => {
    const { window, world } = counter;
    const before = await hits();
    await counter.tapUntil('RESULT_MISMATCH', moved);
    await window.press('Enter');
    await window.untilState('AWAITING_APPLICANT');
    expect(await showsSomeOf(moved)).toBe(false);
    counter.lift();
    await window.press('Enter');
    await window.untilState('OPENED');
    // Dukcapil has recorded the new address meanwhile.
    knownToGateway(world.gateway, moved);
    await counter.tap(moved);
    await window.press('s');
    await window.untilState('RESULT_MATCH');
    expect(await hits()).toBe(before + 2);
    await counter.answerConsent('t');
    counter.lift();
    await window.press('Enter');
    await window.untilState('READY');
    await counter.untilSent();
    expect(world.gateway.accepted(moved.nik)).toBe(1);
    expect(await lastVisit()).toContain('BALIKAN_SETTLED ACKNOWLEDGED');
  });
});

describe('a resident whose record Dukcapil has to put right (scenario 6)', () => {
  test.each([
    ['R3', 'FOUND_DUPLICATE'],
    ['R4', 'FOUND_INACTIVE'],
  ] as const)('%s hears %s to the letter, waits, and nothing is kept', async (id: SampleId, notice) => {
    const { window } = counter;
    const resident = sampleResident(id);
    await counter.tapUntil('RESULT_NO_DATA', resident);
    expect(await window.run("document.querySelector('blockquote p')?.textContent")).toBe(
      officialTexts[notice],
    );
    expect(await showsSomeOf(resident)).toBe(false);
    expect(await window.shows('Minta persetujuan')).toBe(false);
    await window.press('Enter');
    await window.untilState('AWAITING_APPLICANT');
    counter.lift();
    await closeWithoutService();
    expect((await counter.home()).keptCount).toBe(0);
    expect(await lastVisit()).toContain(`INQUIRED ${notice}`);
  });
});

describe('a chip that cannot be read (scenario 17)', () => {
  const nik = unknownNik(1701);

  test('leaves the way by the typed NIK, which is served and can keep nothing', async () => {
    const { window, world } = counter;
    knownToGateway(world.gateway, { ...randomResident(717), nik });
    counter.lay(undefined, { variant: 'blank-card' });
    await window.untilText(cardFailure('CARD_CONTROL_INVALID', '').cause.id);
    await window.untilState('OPENED');
    counter.lift();
    await window.press('n');
    await window.untilText('Ketik NIK pemohon');
    await window.press(...nik, 'Tab', 'Tab', 'Down');
    await window.until(
      'a damaged chip is the reason',
      "document.querySelector('input[value=CHIP_DAMAGED]').checked",
    );
    await window.press('Enter');
    await window.untilState('RESULT_MATCH');
    await window.press('Enter');
    await window.untilText('Catat layanan');
    await window.press('Enter');
    await window.untilState('READY');
    expect(await lastVisit()).toContain('NIK_TYPED CHIP_DAMAGED');
    expect((await counter.home()).keptCount).toBe(0);
  });
});

describe('an addendum between two visits (scenario 15)', () => {
  const head = 'contoh-pratama';
  const manager = 'uji-widodo';
  const agreementId = 'tirta-pangan';

  async function addendum(): Promise<void> {
    const { profile } = await counter.told('agreements.detail', { agreementId });
    const elements = {
      ...profile.elements,
      WEB_PORTAL: ['FAMILY_CARD_NO', ...(profile.elements.WEB_PORTAL ?? [])],
    };
    await counter.told('agreements.act', {
      act: 'PROPOSE_VERSION',
      agreementId,
      scanId: await scanned(counter, 'ADDENDUM'),
      cause: 'ADDENDUM',
      letter: { number: '400.12/0001-A2/CONTOH/2026', date: '2026-03-02' },
      profile: { ...profile, elements },
    });
  }

  async function confirmed(): Promise<void> {
    const [waiting] = await counter.told('proposals.list');
    const { proposalId = '', sha256 = '' } = waiting ?? {};
    await counter.told('proposals.decide', { proposalId, sha256, decision: 'CONFIRM', note: '' });
  }

  test('is what the next visit is held under, while those before keep theirs', async () => {
    await counter.atHome(async () => {
      await counter.as(manager, addendum);
      await counter.as(head, confirmed);
    });
    await counter.tapUntil('RESULT_MATCH', sampleResident('R1'));
    await counter.answerConsent('t');
    counter.lift();
    await counter.window.press('Enter');
    await counter.window.untilState('READY');
    await counter.stop();
    const versions = await leftBehind(counter.dataFolder, ({ store }) =>
      store.read((reader) => reader.all('SELECT profile_version AS version FROM visit ORDER BY rowid')),
    );
    if (!versions.ok) throw new Error(versions.failure.code);
    const before = versions.value.slice(0, -1).map(({ version }) => version);
    expect(new Set(before)).toEqual(new Set([1]));
    expect(versions.value.at(-1)).toEqual({ version: 2 });
    await counter.start();
    await counter.window.untilState('READY');
  });
});

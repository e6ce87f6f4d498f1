/**
 * The life of SAM cards, on screen: from purchase to a card that reads, by two persons, and lost at the counter (scenario 16). How they go
 * back to Dukcapil is told in scenario-sam-end.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleResident } from '../../simulator/index.ts';
import { refusal } from '../support/at-the-door.ts';
import { Counter } from '../support/counter.ts';
import { willChoose } from '../support/file-dialog.ts';
import { click, goTo, record, refused } from '../support/form.ts';
import { clerk, manager, officer, primary, type SamCards, samCards, step } from '../support/sam-cards.ts';

const today = '2026-11-30';
const day = '05102026';

let counter: Counter;
let sams: SamCards;

beforeAll(async () => {
  counter = await Counter.open({ startsAt: `${today}T22:00:00+07:00` });
  sams = samCards(counter);
  await counter.told('counter.leave');
});

afterAll(() => counter?.close());

const inventory = () => goTo(counter, '#perangkat', 'devices');
const statuses = async () => (await sams.cards()).map(({ status }) => status).join(' ');

async function confirmed(): Promise<void> {
  await sams.sits(manager);
  await goTo(counter, '#persetujuan', 'approvals');
  await click(counter, '[aria-label^="Setujui usulan"]');
  await counter.window.until('the dialog stands', 'document.querySelector(\'[role="dialog"] textarea\')');
  await counter.window.press('Tab');
  await click(counter, '[role="dialog"] [data-kind="primary"]');
  await counter.window.untilText('Keputusan tersimpan.');
}

describe('a SAM card is bought, personalised and put to work', () => {
  test('IT staff record two cards, their request in SIFILMA and the results', async () => {
    await sams.sits(officer);
    await inventory();
    await record(counter, step('PROCURE'), ['2', 'Penyedia Contoh', '020/1', day]);
    expect(await statuses()).toBe('PROCURED PROCURED');
    const withoutTicket = [undefined, undefined, '020/2', day, undefined, day];
    expect(await refused(counter, step('REQUEST_PERSO'), withoutTicket)).toContain(
      'Nomor permohonan SIFILMA belum diisi.',
    );
    await record(counter, step('REQUEST_PERSO'), [undefined, undefined, '020/2', day, 'sifilma-1', day]);
    expect(await statuses()).toBe('PERSO_REQUESTED PERSO_REQUESTED');
    await sams.page(0);
    await record(counter, primary, ['SAM-CONTOH-0001', '400/3', day]);
    await sams.page(1);
    expect(await refused(counter, primary, ['SAM-CONTOH-0001', '400/3', day])).toContain('sudah tercatat');
    await record(counter, primary, ['SAM-CONTOH-0002', '400/3', day]);
    expect(await statuses()).toBe('PERSONALISED PERSONALISED');
  });

  test('the file that came with another card is refused, its own is sealed', async () => {
    const [first, second] = [sams.fileOf(0), sams.fileOf(1)];
    await sams.page(0);
    await willChoose(counter, second);
    expect(await refused(counter, primary)).toContain('milik kartu SAM lain');
    await willChoose(counter, first);
    await record(counter, primary);
    await sams.page(1);
    await willChoose(counter, second);
    await record(counter, primary);
    expect((await sams.cards()).map(({ hasConfiguration }) => hasConfiguration)).toEqual([true, true]);
  });

  test('each is tested in the reader with a training card, by the page that its own leads to', async () => {
    await sams.sits(officer);
    await sams.page(0);
    await counter.window.untilText('uji perangkat');
    await sams.tested(2);
  });

  test('each is paired with a reader of its own, and activated by a second person', async () => {
    const devices = [
      ['RDR-CONTOH-01', 'Contoh'],
      ['RDR-CONTOH-02', 'Contoh', undefined, 'Loket 2'],
    ];
    for (const [place, device] of devices.entries()) {
      await sams.sits(officer);
      await inventory();
      await record(counter, step('REGISTER_READER'), device);
      await sams.page(place);
      // The one reader that is free stands there already.
      await record(counter, primary);
      await counter.window.untilText('Kartu siap.');
      await record(counter, primary);
      await counter.window.untilText('Menunggu persetujuan');
      await confirmed();
    }
    expect(await statuses()).toBe('ACTIVE ACTIVE');
    const { readers: registered } = await counter.told('custody.view');
    expect(registered).toMatchObject([
      { counter: 'Loket 1', status: 'IN_SERVICE', sam: 'SAM-CONTOH-0001' },
      { counter: 'Loket 2', status: 'IN_SERVICE', sam: 'SAM-CONTOH-0002' },
    ]);
  });

  test('a KTP-el is read with the card that the books hold', async () => {
    await sams.sits(clerk);
    await counter.next();
    await counter.tap(sampleResident('R1'));
    await counter.next();
  });
});

describe('a SAM card is lost (scenario 16)', () => {
  test('whoever serves reports it; nobody is read there any more', async () => {
    const { window } = counter;
    await window.press('Escape');
    await inventory();
    await click(counter, step('REPORT_LOST'));
    await click(counter, '[role="dialog"] input[value="LOST"]');
    await window.run(
      'void document.querySelector(\'[role="dialog"] input[type="text"], [role="dialog"] input:not([type])\').focus()',
    );
    await window.press(...'lp-42', 'Enter');
    await window.until('the form is gone', '!document.querySelector(\'[role="dialog"]\')');
    const dark = await counter.untilHome('the SAM is off', ({ lamps }) => lamps.sam.colour === 'broken');
    expect(dark.lamps.sam.failure?.code).toBe('SAM_NOT_ACTIVE');
    await sams.sits(officer);
    expect(await statuses()).toBe('LOST_OR_DAMAGED ACTIVE');
    expect((await counter.home()).notices.map(({ code }) => code)).toContain('SAM_LOST');
  });

  test('it is not written off by word of mouth: the form says that a signed BAST has to be there first', async () => {
    await sams.page(0);
    const said = await refused(counter, primary, ['lap-1', day, 'dit-1', '06102026']);
    expect(said).toContain('BAST yang telah ditandatangani');
    expect(await statuses()).toBe('LOST_OR_DAMAGED ACTIVE');
  });

  test('whoever only serves may record nothing about cards', async () => {
    await sams.sits(clerk);
    const asked = { act: 'RESUME', samId: 'order-1-1', reason: 'coba' } as const;
    expect(await refusal(counter, 'custody.act', asked)).toBe('NOT_PERMITTED');
  });
});

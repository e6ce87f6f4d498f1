/**
 * The life of SAM cards, on screen: from purchase to a card that reads, by two persons; lost at the counter (scenario 16); and back to
 * Dukcapil after the agreement has ended by itself, until every card is accounted for.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SamCardRow } from '../../electron/contract/index.ts';
import { Sam, sampleResident } from '../../simulator/index.ts';
import { refusal } from '../support/at-the-door.ts';
import { untilCards } from '../support/card-service.ts';
import { Counter } from '../support/counter.ts';
import { willChoose } from '../support/file-dialog.ts';
import { click, goTo, record, refused } from '../support/form.ts';

const lastDay = '2026-11-30';
const day = '05102026';
/** As often as main looks at the clock, and time for a busy computer. */
const noticedMs = 25_000;
const officer = 'coba-hartono';
const manager = 'uji-widodo';
const clerk = 'simula-ningsih';

let counter: Counter;

beforeAll(async () => {
  counter = await Counter.open({
    startsAt: `${lastDay}T22:00:00+07:00`,
    change: (file) => ({
      ...file,
      agreement: {
        ...file.agreement,
        lastDayInForce: lastDay,
        term: { rule: 'FIXED_END', end: lastDay },
      },
    }),
  });
  await counter.told('counter.leave');
});

afterAll(() => counter?.close());

const sits = (personId: string) => counter.told('session.practise', { personId });
const inventory = () => goTo(counter, '#perangkat', 'devices');

async function cards(): Promise<readonly SamCardRow[]> {
  return (await counter.told('custody.view')).cards;
}

async function at(place: number): Promise<SamCardRow> {
  const card = (await cards())[place];
  if (card === undefined) throw new Error(`no card ${place}`);
  return card;
}

async function cardPage(place: number): Promise<void> {
  const { samId } = await at(place);
  await goTo(counter, `#perangkat/${samId}`, `sam-${samId}`);
}

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));
const statuses = async () => (await cards()).map(({ status }) => status).join(' ');
const step = (event: string) => `[data-act="${event}"]`;
/** The act that the page of a card leads to. */
const primary = 'main [data-kind="primary"]';

async function confirmed(): Promise<void> {
  await sits(manager);
  await goTo(counter, '#persetujuan', 'approvals');
  await click(counter, '[aria-label^="Setujui usulan"]');
  await counter.window.until('the dialog stands', 'document.querySelector(\'[role="dialog"] textarea\')');
  await counter.window.press('Tab');
  await click(counter, '[role="dialog"] [data-kind="primary"]');
  await counter.window.untilText('Keputusan tersimpan.');
}

function fileOf(serial: string, fields: Readonly<Record<string, string>>): string {
  const path = join(counter.world.folder, `${serial}.txt`);
  const lines = Object.entries({ SERIAL: serial, ...fields }).map(([name, value]) => `${name}: ${value}\n`);
  writeFileSync(path, lines.join(''));
  return path;
}

describe('a SAM card is bought, personalised and put to work', () => {
  test('IT staff record two cards, their request in SIFILMA and the results', async () => {
    await sits(officer);
    await inventory();
    await record(counter, step('PROCURE'), ['2', 'Penyedia Contoh', '020/1', day]);
    expect(await statuses()).toBe('PROCURED PROCURED');
    const withoutTicket = [undefined, undefined, '020/2', day, undefined, day];
    expect(await refused(counter, step('REQUEST_PERSO'), withoutTicket)).toContain(
      'Nomor permohonan SIFILMA belum diisi.',
    );
    await record(counter, step('REQUEST_PERSO'), [undefined, undefined, '020/2', day, 'sifilma-1', day]);
    expect(await statuses()).toBe('PERSO_REQUESTED PERSO_REQUESTED');
    await cardPage(0);
    await record(counter, primary, ['SAM-CONTOH-0001', '400/3', day]);
    await cardPage(1);
    expect(await refused(counter, primary, ['SAM-CONTOH-0001', '400/3', day])).toContain('sudah tercatat');
    await record(counter, primary, ['SAM-CONTOH-0002', '400/3', day]);
    expect(await statuses()).toBe('PERSONALISED PERSONALISED');
  });

  test('the file that came with another card is refused, its own is sealed', async () => {
    const { pcid, conf, samUid } = counter.world.counter.institution;
    const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
    const first = fileOf('SAM-CONTOH-0001', { PCID: hex(pcid), CONF: hex(conf), UID: hex(samUid) });
    const second = fileOf('SAM-CONTOH-0002', {
      PCID: '0a'.repeat(16),
      CONF: '0b'.repeat(32),
      UID: '04000000000002',
    });
    await cardPage(0);
    await willChoose(counter, second);
    expect(await refused(counter, primary)).toContain('milik kartu SAM lain');
    await willChoose(counter, first);
    await record(counter, primary);
    await cardPage(1);
    await willChoose(counter, second);
    await record(counter, primary);
    expect((await cards()).map(({ hasConfiguration }) => hasConfiguration)).toEqual([true, true]);
  });

  test('each is tested in the reader with a training card, by the page that its own leads to', async () => {
    const { samSlot, sam: first } = counter.world.counter;
    const second = {
      pcid: bytes('0a'.repeat(16)),
      conf: bytes('0b'.repeat(32)),
      samUid: bytes('04000000000002'),
    };
    const sams = [first, new Sam({ institution: { ...counter.world.counter.institution, ...second } })];
    await sits(officer);
    await cardPage(0);
    await counter.window.untilText('uji perangkat');
    for (const [place, sam] of sams.entries()) {
      samSlot.remove();
      counter.lift();
      await untilCards(0);
      samSlot.insert(sam);
      counter.lay(sampleResident('R1'));
      await untilCards(2);
      await cardPage(place);
      await click(counter, primary);
      await counter.window.until(
        'the test can begin',
        "document.querySelector('main')?.dataset.screen === 'device-test-READY'",
      );
      await click(counter, primary);
      await counter.window.untilText('Semua perangkat berfungsi');
    }
    samSlot.remove();
    counter.lift();
    await untilCards(0);
    samSlot.insert(first);
    await untilCards(1);
  });

  test('each is paired with a reader of its own, and activated by a second person', async () => {
    const devices = [
      ['RDR-CONTOH-01', 'Contoh'],
      ['RDR-CONTOH-02', 'Contoh', undefined, 'Loket 2'],
    ];
    for (const [place, device] of devices.entries()) {
      await sits(officer);
      await inventory();
      await record(counter, step('REGISTER_READER'), device);
      await cardPage(place);
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
    await sits(clerk);
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
    await sits(officer);
    expect(await statuses()).toBe('LOST_OR_DAMAGED ACTIVE');
    expect((await counter.home()).notices.map(({ code }) => code)).toContain('SAM_LOST');
  });

  test('it is written off with its BAST and not without, and stays counted as lost', async () => {
    await cardPage(0);
    const withoutBast = ['lap-1', day, 'dit-1', '06102026'];
    expect(await refused(counter, primary, withoutBast)).toContain('BAST yang telah ditandatangani');
    expect(await refused(counter, primary, [...withoutBast, 'bast-1', '01102026'])).toContain('mendahului');
    await record(counter, primary, [...withoutBast, 'bast-1', '07102026']);
    const { lines } = await counter.told('custody.view');
    expect(lines).toMatchObject([{ ordered: 2, personalised: 2, active: 1, lost: 1 }]);
  });
});

describe('the agreement ends', () => {
  test('at midnight the reader goes off by itself', async () => {
    counter.clock.set('2026-12-01T00:00:30+07:00');
    // Whoever was away for two hours signs in again.
    await sits(officer);
    await counter.untilHome(
      'the agreement is over',
      ({ shut }) => shut?.code === 'AGREEMENT_ENDED',
      noticedMs,
    );
    await expect.poll(statuses, { timeout: noticedMs }).toBe('WRITTEN_OFF SUSPENDED');
    const { agreements, readers } = await counter.told('custody.view');
    expect(readers.map(({ status }) => status)).toEqual(['OUT_OF_SERVICE', 'OUT_OF_SERVICE']);
    expect(agreements).toMatchObject([{ ended: true, owed: { cards: 1, due: '2026-12-14', late: false } }]);
  });

  test('the way back is followed step by step, and what is missing is named', async () => {
    await inventory();
    await counter.window.untilText('Akhir kerja sama: kartu SAM kembali ke Dukcapil');
    await counter.window.untilText('belum: SAM-CONTOH-0002');
    await cardPage(1);
    await click(counter, primary);
    await click(counter, '[role="dialog"] input[value="AGREEMENT_ENDED"]');
    await counter.window.press('Tab', ...'020/9', 'Tab', ...'01122026', 'Enter');
    await counter.window.untilText('Menunggu persetujuan');
    await confirmed();
    await sits(officer);
    await cardPage(1);
    await record(counter, step('CONFIRM_DEACTIVATION'), [undefined, '400/9', '01122026']);
    await counter.window.untilText('Serahkan kartu bersama BAST');
    const papers = ['kurir-1', '01122026', 'terima-1', '01122026', 'Dinas Dukcapil'];
    expect(await refused(counter, primary, [undefined, '', '', ...papers])).toContain('BAST yang telah');
    await record(counter, primary, [undefined, 'bast-2', '01122026', ...papers]);
    for (const _ of ['RDR-CONTOH-01', 'RDR-CONTOH-02']) {
      await inventory();
      await record(counter, step('DEACTIVATE_READER'), ['nota-1', '01122026']);
    }
  });

  test('every card is accounted for, and the end checklist counts none', async () => {
    const { lines, agreements, readers } = await counter.told('custody.view');
    expect(lines).toMatchObject([
      { ordered: 2, personalised: 2, pending: 0, rejected: 0, returned: 1, lost: 1, awaitingReturn: 0 },
    ]);
    expect(agreements).toMatchObject([{ owed: null }]);
    expect(readers.map(({ status }) => status)).toEqual(['DEACTIVATED', 'DEACTIVATED']);
    await counter.window.untilText('Tidak ada kartu yang belum kembali.');
    await sits(manager);
    const { agreementId } = await at(0);
    const { end } = await counter.told('agreements.detail', { agreementId });
    expect(end.find(({ item }) => item === 'SAM_RETURNED')).toMatchObject({ done: true });
  });

  test('whoever only serves may record nothing about cards', async () => {
    await sits(clerk);
    const { samId } = { samId: 'order-1-1' };
    const asked = { act: 'RESUME', samId, reason: 'coba' } as const;
    expect(await refusal(counter, 'custody.act', asked)).toBe('NOT_PERMITTED');
  });
});

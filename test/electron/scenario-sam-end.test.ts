/**
 * The way of SAM cards back to Dukcapil, in a real window: a reader that is replaced while the agreement runs, an extension that is asked
 * for late and a bridge period for the portal alone, the hard stop, and the BAST that is printed from the books and from nothing else –
 * until the agreement is closed.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleAgreement } from '../../electron/agreement/index.ts';
import type { CustodyAct, EndItem } from '../../electron/contract/index.ts';
import { samReturnOrder } from '../../electron/program/papers.test-support.ts';
import { refusal } from '../support/at-the-door.ts';
import { Counter } from '../support/counter.ts';
import { scanned, willSaveAs } from '../support/file-dialog.ts';
import { click, goTo, record, refused, write } from '../support/form.ts';
import { pdfText } from '../support/pdf-text.ts';
import { reportPages } from '../support/reports.ts';
import {
  head,
  manager,
  officer,
  primary,
  type SamCards,
  samCards,
  serialOf,
  step,
} from '../support/sam-cards.ts';

const { profileId: agreementId } = sampleAgreement();
const lastDay = '2026-11-30';
const bridgedUntil = '2026-12-04';
const endDay = '05122026';
/** As often as main looks at the clock, and time for a busy computer. */
const noticedMs = 25_000;
/** Shipment, receipt and who received, as they are typed. */
const handedIn = ['kurir-1', endDay, 'terima-1', endDay, 'Dinas Dukcapil'];
const number = '020/0450/CONTOH/2026';
const finalReport = `${agreementId}-2026-s2`;

let counter: Counter;
let sams: SamCards;

beforeAll(async () => {
  counter = await Counter.open({
    startsAt: `${lastDay}T09:00:00+07:00`,
    change: (file) => ({
      ...file,
      agreement: {
        ...file.agreement,
        lastDayInForce: lastDay,
        term: { rule: 'FIXED_END', end: lastDay },
      },
    }),
  });
  sams = samCards(counter);
  await counter.told('counter.leave');
  await counter.window.until(
    'home is on screen',
    "location.host === 'beranda' && document.querySelector('h1')",
  );
  await sams.putToWork(agreementId, 3, '2026-10-05');
}, 120_000);

afterAll(() => counter?.close());

const letter = (date: string) => ({ number: `020/${date}/CONTOH`, date });
const statuses = async () => (await sams.cards()).map(({ status }) => status).join(' ');
const readers = async () => (await sams.view()).readers.map(({ status }) => status).join(' ');
const inventory = () => goTo(counter, '#perangkat', 'devices');
const inFolder = (name: string) => join(counter.world.folder, name);
const packed = (text: string) => text.replaceAll(/\s/g, '');

const bastOrder = (change: Parameters<typeof samReturnOrder>[0] = {}) =>
  samReturnOrder({ day: lastDay, ...change });

/** Printed without a number, signed on paper, scanned, and attached with the number it got. */
async function signed(signedOn: string, given: string): Promise<string> {
  const [paper] = await counter.told('papers.list', { limit: 1 });
  const scanId = await scanned(counter, 'SIGNED_PAPER');
  const paperId = paper?.paperId ?? '';
  await counter.told('papers.attach', { paperId, number: given, signedOn, scanId });
  return paperId;
}

async function givenUp(place: number, cause: 'AGREEMENT_ENDED' | 'READER_RETIRED', date: string) {
  const { samId } = await sams.at(place);
  await sams.act({ act: 'PROPOSE_DEACTIVATION', samId, cause, letter: letter(date) });
  await sams.confirmed();
  return samId;
}

async function deactivated(place: number, date: string): Promise<void> {
  const { readerId = '' } = (await sams.view()).readers[place] ?? {};
  await sams.act({ act: 'DEACTIVATE_READER', readerId, letter: letter(date) });
}

describe('a reader is replaced while the agreement runs', () => {
  test('its card goes back on a BAST of its own, and the others read on', async () => {
    const samId = await givenUp(2, 'READER_RETIRED', lastDay);
    await sams.act({ act: 'CONFIRM_DEACTIVATION', samIds: [samId], letter: letter(lastDay) });
    await deactivated(2, lastDay);
    await willSaveAs(counter, inFolder('penggantian.pdf'));
    expect(await refusal(counter, 'papers.make', bastOrder())).toBe('BAST_DISAGREES');
    await counter.told('papers.make', bastOrder({ reason: 'PENGGANTIAN' }));
    const said = packed(pdfText(readFileSync(inFolder('penggantian.pdf'))));
    expect(said).toContain('1(satu)kartuSAM');
    expect(said).toContain(serialOf(2));
    expect(said).not.toContain(serialOf(0));
    const bast = await signed(lastDay, '020/0449/CONTOH/2026');
    const papers = { shipment: letter(lastDay), receipt: letter(lastDay), receivedBy: 'Dinas Dukcapil' };
    const other = {
      act: 'HAND_IN' as const,
      samIds: [(await sams.at(0)).samId],
      bast,
      ...papers,
    } satisfies CustodyAct;
    expect(await refusal(counter, 'custody.act', other)).toBe('STEP_ORDER');
    await sams.act({ act: 'HAND_IN', samIds: [samId], bast, ...papers });
    expect(await statuses()).toBe('ACTIVE ACTIVE RETURNED');
    expect(await readers()).toBe('IN_SERVICE IN_SERVICE DEACTIVATED');
  });
});

describe('an extension is asked for late', () => {
  test('the bridge letter prolongs the portal; the SAM cards stop at the midnight all the same', async () => {
    await sams.sits(manager);
    const lateReason = 'menunggu kajian teknis';
    await counter.told('agreements.act', {
      act: 'REQUEST_EXTENSION',
      agreementId,
      letter: letter(lastDay),
      lateReason,
    });
    await sams.sits(head);
    await counter.told('agreements.act', {
      act: 'BRIDGE',
      agreementId,
      letter: letter(lastDay),
      until: bridgedUntil,
      scanId: await scanned(counter, 'BRIDGE_LETTER'),
      sptjmScanId: await scanned(counter, 'SPTJM'),
      namesSam: false,
    });
    counter.clock.set('2026-12-01T00:00:30+07:00');
    await sams.sits(officer);
    await expect.poll(statuses, { timeout: noticedMs }).toBe('SUSPENDED SUSPENDED RETURNED');
    expect((await sams.view()).agreements).toMatchObject([{ ended: false }]);
    const { samId } = await sams.at(0);
    const again = { act: 'RESUME', samId, reason: 'masih masa peralihan' } as const;
    expect(await refusal(counter, 'custody.act', again)).toBe('AGREEMENT_NOT_IN_FORCE');
  });
});

describe('the agreement ends', () => {
  test('after the last day of the bridge; one card turns out to be lost', async () => {
    counter.clock.set('2026-12-05T08:00:00+07:00');
    await sams.sits(officer);
    await expect
      .poll(async () => (await sams.view()).agreements[0]?.ended, { timeout: noticedMs })
      .toBe(true);
    expect(await readers()).toBe('OUT_OF_SERVICE OUT_OF_SERVICE DEACTIVATED');
    const { samId } = await sams.at(1);
    await sams.act({ act: 'REPORT_LOST', samId, kind: 'LOST', incident: 'LP/B/0042/CONTOH/2026' });
  });

  test('the page leads through every step, and the sheet of the BAST names what is not there yet', async () => {
    await inventory();
    await counter.window.untilText('Akhir kerja sama: kartu SAM kembali ke Dukcapil');
    await counter.window.untilText(`belum: ${serialOf(0)}`);
    await click(counter, `a[href*="BAST_SAM_RETURN"]`);
    await click(counter, 'main input[value="BERAKHIR"]');
    await counter.window.untilText(`${serialOf(0)}: SUSPENDED; RDR-CONTOH-01: OUT_OF_SERVICE`);
    await counter.window.untilText('tanggal BAST: –');
  });

  test('the configuration goes back as the very file it came in', async () => {
    await givenUp(0, 'AGREEMENT_ENDED', '2026-12-05');
    await sams.page(0);
    await willSaveAs(counter, inFolder('kembali.txt'));
    await record(counter, primary, ['USB tersegel', endDay, 'Umpama Sari']);
    expect(readFileSync(inFolder('kembali.txt'))).toEqual(readFileSync(sams.fileOf(0)));
    expect(await statuses()).toBe('CONFIG_RETURNED LOST_OR_DAMAGED RETURNED');
  });

  test('no BAST while a reader could still read, nor with a day before the end', async () => {
    const early = bastOrder({ day: bridgedUntil });
    expect(await refusal(counter, 'papers.make', bastOrder({ day: '2026-12-05' }))).toBe('BAST_DISAGREES');
    await inventory();
    for (const _ of ['RDR-CONTOH-01', 'RDR-CONTOH-02']) {
      await record(counter, step('DEACTIVATE_READER'), ['nota-1', endDay]);
      await inventory();
    }
    expect(await refusal(counter, 'papers.make', early)).toBe('BAST_DISAGREES');
    expect(await refusal(counter, 'papers.make', { ...early, reason: 'DIAKHIRI' })).toBe('BAST_DISAGREES');
    await sams.page(0);
    const said = await refused(counter, primary, [undefined, undefined, ...handedIn]);
    expect(said).toContain('BAST yang telah ditandatangani');
  });
});

describe('the BAST', () => {
  test('is printed from the books with one press on the end path, and says what happened', async () => {
    await inventory();
    await click(counter, `a[href*="BAST_SAM_RETURN"]`);
    for (const value of ['BERAKHIR', '3', 'RETAIN']) await click(counter, `main input[value="${value}"]`);
    await write(counter, 'Tanggal', endDay);
    await write(counter, 'Nama', 'Umpama Sari');
    await counter.window.until(
      'the sheet counts the cards',
      "document.querySelector('[data-paper]')?.innerText.includes('2 (dua) kartu SAM')",
    );
    expect(await counter.window.shows('belum dapat dicetak')).toBe(false);
    await willSaveAs(counter, inFolder('bast.pdf'));
    await click(counter, primary);
    const made = async () => (await counter.told('papers.list', { limit: 9 })).length;
    await expect.poll(made, { timeout: 15_000 }).toBe(2);
    await expect.poll(() => readFileSync(inFolder('bast.json')).length).toBeGreaterThan(0);
    const text = pdfText(readFileSync(inFolder('bast.pdf')));
    const said = packed(text);
    const sum = createHash('sha256')
      .update(readFileSync(sams.fileOf(0)))
      .digest('hex');
    for (const words of [
      'BERITA ACARA SERAH TERIMA',
      'Pada hari ini, Sabtu, tanggal lima bulan Desember tahun dua ribu dua puluh enam (05-12-2026)',
      '2 (dua) kartu SAM',
      '2 (dua) perangkat pembaca KTP-el',
      'UMPAMA SARI',
      serialOf(0),
      serialOf(1),
      'RDR-CONTOH-02',
      'LP/B/0042/CONTOH/2026',
      'hilang',
      sum,
      sum.slice(0, 12),
      'Jumlah: 2 (dua) kartu SAM dan 2 (dua) perangkat',
      '020/0449/CONTOH/2026',
    ]) {
      expect(said, words).toContain(packed(words));
    }
    expect(said).not.toContain(serialOf(2));
  });

  test('bears a checkpoint that the verifier accepts against the log as it is exported weeks later', async () => {
    counter.clock.move(60_000);
    await sams.sits('misal-lestari');
    await willSaveAs(counter, inFolder('log.jsonl'));
    await counter.told('audit.export');
    await sams.sits(officer);
    const text = pdfText(readFileSync(inFolder('bast.pdf')));
    const printed = /KTK2(?:\s+[0-9A-Z]{5}\b)+/.exec(text)?.[0] ?? '';
    const { checkpoint } = JSON.parse(readFileSync(inFolder('bast.json'), 'utf8')) as { checkpoint: string };
    expect(packed(printed)).toBe(packed(checkpoint));
    const verify = (typed: string) =>
      spawnSync(
        process.execPath,
        ['scripts/audit-verify.mjs', inFolder('log.jsonl'), '--checkpoint', typed],
        { encoding: 'utf8' },
      );
    expect(verify(printed)).toMatchObject({ status: 0, stdout: expect.stringContaining('whole') });
    expect(verify(printed.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))).status).toBe(2);
  });

  test('comes back signed; with it the card is handed in, and the lost one leaves the books as lost', async () => {
    await signed('2026-12-05', number);
    await inventory();
    await counter.window.untilText('BAST pengembalian dan penonaktifan ditandatangani');
    await sams.page(0);
    await record(counter, primary, [undefined, undefined, ...handedIn]);
    await sams.page(1);
    await record(counter, primary, ['lap-1', endDay, 'dit-1', endDay]);
    expect(await statuses()).toBe('RETURNED WRITTEN_OFF RETURNED');
    const { lines, agreements } = await sams.view();
    expect(lines).toMatchObject([{ ordered: 3, personalised: 3, returned: 2, lost: 1, awaitingReturn: 0 }]);
    expect(agreements).toMatchObject([{ owed: null }]);
    await inventory();
    await counter.window.untilText('Tidak ada kartu yang belum kembali.');
  });
});

test('the agreement is closed once the rest of its checklist is settled, and not before', async () => {
  await sams.sits(head);
  const close = { act: 'CLOSE', agreementId } as const;
  expect(await refusal(counter, 'agreements.act', close)).toBe('CLOSING_INCOMPLETE');
  const end = async () => (await counter.told('agreements.detail', { agreementId })).end;
  const counted: readonly EndItem[] = ['SAM_RETURNED', 'READERS_INACTIVE', 'BALIKAN_FLUSHED'];
  expect((await end()).filter(({ item }) => counted.includes(item)).map(({ done }) => done)).toEqual([
    true,
    true,
    true,
  ]);
  const reports = reportPages(counter);
  await reports.opens(manager);
  expect(await reports.row(finalReport)).toMatchObject({ final: true, to: bridgedUntil, status: 'DRAFT' });
  await reports.handIn(finalReport, '020/0452/CONTOH/2026', endDay);
  await sams.sits(manager);
  const note = 'berita acara 020/0451/CONTOH/2026';
  for (const { item, done, notNeeded } of await end()) {
    if (!done && notNeeded !== true) {
      await counter.told('agreements.act', { act: 'SETTLE_END_ITEM', agreementId, item, note });
    }
  }
  await sams.sits(head);
  const missing = async () =>
    (await end()).filter(({ done, notNeeded }) => !done && notNeeded !== true).map(({ item }) => item);
  expect(await missing()).toEqual([]);
  await counter.told('agreements.act', close);
  const [agreement] = await counter.told('agreements.list');
  expect(agreement).toMatchObject({ status: 'CLOSED' });
});

/**
 * Data balikan without a web service: under one agreement it is handed over with a printed list, under another Dukcapil fetches it by
 * letter, in a locked file. No NIK of a list is ever in main or in the books.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  agreementProfile,
  type BalikanChannel,
  type ListWanted,
  type PreparedList,
} from '../../electron/contract/index.ts';
import { streamsOf } from '../../electron/sender/locked-pdf.test-support.ts';
import desaMakmur from '../../resources/agreements/desa-makmur.json' with { type: 'json' };
import { scanFolder, scanProcess } from '../proof/memory-scan.ts';
import { Counter } from '../support/counter.ts';
import { willSaveAs } from '../support/file-dialog.ts';
import { foundInPortal, typeNik, unknownNik } from '../support/portal.ts';
import { PlayedPrinter, prints } from '../support/printer.ts';

const day = '2026-11-23';
const niks = [unknownNik(11, '010170'), unknownNik(22, '020280'), unknownNik(33, '030390')];
const request = { number: '470/9/CONTOH/2026', date: '2026-11-20' };

let printer: PlayedPrinter;
let counter: Counter;

async function opened(mode: 'MANUAL' | 'PULL_BY_DUKCAPIL'): Promise<void> {
  printer = new PlayedPrinter();
  counter = await Counter.open({
    env: printer.env,
    startsAt: `${day}T09:00:00+07:00`,
    change: ({ connection: { gateway: _, ...connection } }) => ({
      agreement: agreementProfile.parse({ ...desaMakmur, dataBalikan: { ...desaMakmur.dataBalikan, mode } }),
      // The file names a web service all the same; it is not to be used.
      connection,
    }),
  });
}

async function closed(): Promise<void> {
  await counter?.close();
  printer?.remove();
}

async function serve(nik: string): Promise<void> {
  counter.clock.move(60_000);
  await typeNik(counter, nik);
  await foundInPortal(counter);
  await counter.window.press('Enter');
  await counter.window.untilText('Catat layanan');
  await counter.window.press('Enter');
  await counter.window.untilState('READY');
}

/** As the access manager, at home. */
function asManager<T>(work: () => Promise<T>): Promise<T> {
  return counter.atHome(() => counter.as('uji-widodo', work));
}

const agreementId = desaMakmur.profileId;
const making = (more: Partial<ListWanted> = {}) =>
  counter.window.ask<{ ok: boolean; value?: PreparedList; failure?: { code: string } }>('outbox.makeList', {
    agreementId,
    number: '045/12/CONTOH/2026',
    medium: 'PAPER',
    ...more,
  });
const statuses = async () => (await counter.told('outbox.list', { limit: 200 })).map(({ status }) => status);
const lists = async () => (await counter.told('outbox.handingOver')).lists;

function tracesOfNiks() {
  const needles = niks.flatMap((nik) => [
    { name: nik, bytes: Buffer.from(nik) },
    { name: `${nik} (UTF-16)`, bytes: Buffer.from(nik, 'utf16le') },
  ]);
  return [
    ...counter.pids().flatMap((pid) => scanProcess(pid, needles)),
    ...scanFolder(counter.dataFolder, needles),
  ];
}

async function waitsFor(channel: BalikanChannel): Promise<void> {
  for (const nik of niks) await serve(nik);
  await asManager(async () => {
    await counter.told('outbox.sendNow');
    const rows = await counter.told('outbox.list', { limit: 10 });
    expect(rows.map((row) => [row.status, row.channel, row.attempts])).toEqual(
      niks.map(() => ['QUEUED', channel, 0]),
    );
    expect((await counter.told('outbox.handingOver')).waiting).toEqual([
      { agreementId, number: desaMakmur.numbers.party2, channel, items: niks.length },
    ]);
  });
  expect(counter.world.gateway.journal('balikan')).toEqual([]);
}

describe('under an agreement that names no channel but paper', () => {
  beforeAll(() => opened('MANUAL'));
  afterAll(closed);

  test('what is owed waits to be handed over, and nothing is sent though a web service is configured', () =>
    waitsFor('MANUAL'));

  test('a printer that fails leaves everything as it was', async () => {
    printer.does('exit 1');
    await asManager(async () => {
      expect(await making()).toMatchObject({ ok: false, failure: { code: 'BALIKAN_LIST_NOT_PRINTED' } });
      expect({ statuses: await statuses(), lists: await lists() }).toEqual({
        statuses: niks.map(() => 'QUEUED'),
        lists: [],
      });
    });
  });

  test('the list has every NIK on paper and none in main, in any process that is left, or in the books', async () => {
    printer.does(prints);
    await asManager(async () => {
      const { value } = await making();
      expect(value).toMatchObject({ items: niks.length, medium: 'PAPER', password: null, unreadable: [] });
      const paper = printer.paper().toString('utf8');
      for (const nik of niks) expect(paper).toContain(nik);
      expect(tracesOfNiks()).toEqual([]);
      expect(await statuses()).toEqual(niks.map(() => 'QUEUED'));
    });
  });

  test('is signed on a day between its making and today, and by a start in between it is not forgotten', async () => {
    await counter.stop();
    counter.clock.set('2026-11-24T08:00:00+07:00');
    await counter.start();
    await counter.window.untilState('READY');
    await asManager(async () => {
      const [list] = await lists();
      const signing = (signedOn: string) =>
        counter.window.ask('outbox.act', {
          act: 'HAND_OVER',
          listId: list?.listId,
          signedOn,
          receivedBy: 'Dinas Dukcapil Kabupaten Tirta Contoh',
        });
      expect(await signing('2026-11-25')).toMatchObject({ failure: { code: 'DATE_AHEAD' } });
      expect(await signing('2026-11-22')).toMatchObject({ failure: { code: 'DATES_CONTRADICT' } });
      expect(await signing('2026-11-24')).toMatchObject({ ok: true });
      expect(await statuses()).toEqual(niks.map(() => 'HANDED_OVER'));
      expect(await lists()).toEqual([]);
      const [first] = await counter.told('outbox.list', { limit: 1 });
      const { list: on } = await counter.told('outbox.detail', { itemId: first?.itemId ?? '' });
      expect(on).toMatchObject({ number: '045/12/CONTOH/2026', date: '2026-11-24' });
    });
    const { audit } = await counter.lists();
    const events = audit.map(({ event }) => event);
    expect(events.filter((event) => event === 'BALIKAN_LIST_MADE' || event === 'BALIKAN_LISTED')).toEqual([
      'BALIKAN_LISTED',
      'BALIKAN_LIST_MADE',
    ]);
  });

  test('who only serves makes no list', async () => {
    await counter.atHome(async () => {
      expect(await making()).toMatchObject({ failure: { code: 'NOT_PERMITTED' } });
    });
  });
});

describe('under an agreement by which Dukcapil fetches', () => {
  beforeAll(() => opened('PULL_BY_DUKCAPIL'));
  afterAll(closed);

  const file = () => join(counter.world.folder, 'daftar.pdf');

  test('what is owed waits to be fetched, and nothing is sent', () => waitsFor('PULL'));

  test('nothing is given out without the letter that asks for it', async () => {
    await willSaveAs(counter, file());
    await asManager(async () => {
      expect(await making({ medium: 'FILE' })).toMatchObject({
        failure: { code: 'BALIKAN_REQUEST_MISSING' },
      });
      expect(await lists()).toEqual([]);
    });
    expect(existsSync(file())).toBe(false);
  });

  test('a medium that cannot be written leaves everything as it was', async () => {
    await willSaveAs(counter, join(counter.world.folder, 'no-such-folder', 'daftar.pdf'));
    await asManager(async () => {
      const made = await making({ medium: 'FILE', request });
      expect(made).toMatchObject({ failure: { code: 'BALIKAN_LIST_NOT_MADE' } });
      expect(await lists()).toEqual([]);
    });
  });

  test('the file opens with the password that is shown once, and is nothing without it', async () => {
    await willSaveAs(counter, file());
    await asManager(async () => {
      const { value } = await making({ medium: 'FILE', request });
      expect(value).toMatchObject({ items: niks.length, fileName: 'daftar.pdf', request });
      const pdf = readFileSync(file());
      for (const nik of niks) expect(pdf.includes(nik)).toBe(false);
      const inside = streamsOf(pdf, value?.password ?? '')?.join('') ?? '';
      for (const nik of niks) expect(inside).toContain(nik);
      expect(streamsOf(pdf, 'daftar')).toBeUndefined();
      expect(tracesOfNiks()).toEqual([]);
      expect(JSON.stringify(await lists())).not.toContain(value?.password);
    });
  });

  test('with the signature it is fetched, on screen, by keyboard', async () => {
    await counter.window.press('Escape');
    await counter.window.until(
      'home is on screen',
      "location.host === 'beranda' && document.querySelector('h1')",
    );
    await counter.told('session.practise', { personId: 'uji-widodo' });
    await counter.window.run("location.hash = '#data-balikan'");
    await counter.window.untilText('Menunggu diambil Dukcapil');
    await counter.window.untilText('Daftar yang menunggu tanda tangan');
    await counter.window.run("document.querySelector('main section li button').click()");
    await counter.window.untilText('Ditandatangani pada');
    await counter.window.press(...'23112026', 'Tab', ...'Dinas Dukcapil', 'Enter');
    await counter.window.untilText('Diserahkan');
    expect(await statuses()).toEqual(niks.map(() => 'HANDED_OVER'));
  });
});

/**
 * What an office owes, on screen: a semester report through all its states to the next version, the final report of one day, a holiday
 * that is decreed in August, and an incident from its report over a restart to its end.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { IncidentRow } from '../../electron/contract/index.ts';
import { sampleResident } from '../../simulator/index.ts';
import { Counter } from '../support/counter.ts';
import { jsonFile, willChoose, willSaveAs } from '../support/file-dialog.ts';
import { click, goTo, record, refused, write } from '../support/form.ts';
import { pdfText } from '../support/pdf-text.ts';
import { reportPages } from '../support/reports.ts';

const manager = 'uji-widodo';
const head = 'contoh-pratama';
const clerk = 'simula-ningsih';
const act = (name: string, within = 'main') => `${within} [data-act="${name}"]`;
/** As often as main looks at the clock, and time for a busy computer. */
const noticedMs = 25_000;

let counter: Counter;

const sits = (personId: string) => counter.told('session.practise', { personId });
const untilText = (text: string) => counter.window.untilText(text);

describe('a semester report', () => {
  const first = 'tirta-pangan-2026-s1';
  const last = 'tirta-pangan-2026-s2';
  const row = (reportId: string) => reportPages(counter).row(reportId);
  const opens = (personId: string) => reportPages(counter).opens(personId);
  const takes: ReturnType<typeof reportPages>['takes'] = (...step) => reportPages(counter).takes(...step);

  beforeAll(async () => {
    const lastDay = '2026-07-01';
    counter = await Counter.open({
      startsAt: '2026-06-29T09:00:00+07:00',
      gateway: { now: () => counter?.clock.now() ?? Date.now() },
      change: (file) => ({
        ...file,
        agreement: { ...file.agreement, lastDayInForce: lastDay, term: { rule: 'FIXED_END', end: lastDay } },
      }),
    });
  });

  afterAll(() => counter?.close());

  test('collects while people are served, and says so', async () => {
    await counter.tapUntil('RESULT_MATCH', sampleResident('R1'));
    await counter.next();
    await counter.told('counter.leave');
    await opens(manager);
    await untilText('Mengumpulkan angka');
    expect(await row(first)).toMatchObject({
      status: 'COLLECTING',
      from: '2026-03-02',
      to: '2026-06-30',
      events: [],
    });
    expect((await row(first)).figures.access.at(-1)).toMatchObject({
      month: '2026-06',
      inquiries: 1,
      found: 1,
    });
    expect(await counter.window.shows('SEKAR')).toBe(false);
  });

  test('is frozen behind its last day, goes to the head, comes back with a note, and goes again', async () => {
    counter.clock.set('2026-07-01T09:00:00+07:00');
    // Whoever was away for two days signs in again.
    await opens(manager);
    await untilText('Konsep, angka dibekukan');
    await takes('SUBMIT', first, ['Nihil', 'a', 'b']);
    await opens(head);
    await takes('SEND_BACK', first, ['Lengkapi kendala']);
    expect(await row(first)).toMatchObject({ status: 'DRAFT', note: 'Lengkapi kendala' });
    await opens(manager);
    await untilText('Lengkapi kendala');
    await takes('SUBMIT', first, ['Jaringan terputus']);
    expect(await row(first)).toMatchObject({
      status: 'IN_REVIEW',
      narrative: { obstacles: 'Jaringan terputus' },
    });
  });

  test('is signed with its number, handed in, received, and corrected as the next version', async () => {
    await opens(head);
    await takes('SIGN', first, ['045/7', '01072026']);
    await opens(manager);
    await takes('DISPATCH', first, ['01072026', 'Surat dan surel', 'Gubernur Contoh']);
    await takes('RECEIVE', first, ['400/1', '01072026']);
    expect(await row(first)).toMatchObject({ status: 'RECEIVED', version: 1, events: ['CORRECT'] });
    await takes('CORRECT', first, ['400/2', '01072026', 'kendala belum lengkap']);
    expect(await row(first)).toMatchObject({
      status: 'DRAFT',
      version: 2,
      figures: { version: 2 },
      signed: [{ version: 1, number: '045/7', signedOn: '2026-07-01' }],
    });
    await untilText('Versi 1 · Nomor 045/7');
    await untilText(
      'Disampaikan Rabu, 1 Juli 2026 melalui Surat dan surel. Tembusan kepada Gubernur Contoh.',
    );
    await untilText('Tanda terima nomor 400/1, Rabu, 1 Juli 2026.');
    await untilText('Alasan perbaikan: kendala belum lengkap');
  });

  test('of an agreement that had one day of its semester left is final, and nil', async () => {
    counter.clock.set('2026-07-02T08:00:00+07:00');
    await sits(manager);
    await counter.untilHome('it is over', ({ shut }) => shut?.code === 'AGREEMENT_ENDED', noticedMs);
    await opens(manager);
    await untilText('Laporan akhir');
    await untilText('Selama periode ini tidak terdapat pemanfaatan hak akses.');
    expect(await row(last)).toMatchObject({
      status: 'DRAFT',
      final: true,
      nil: true,
      from: '2026-07-01',
      to: '2026-07-01',
    });
    const due = (await counter.told('agenda.view')).items.filter(({ kind }) => kind === 'REPORT');
    expect(due.map((item) => [item.detail, item.due])).toEqual([
      [first, { day: '2026-07-14', provisional: false }],
      [last, { day: '2026-07-15', provisional: false }],
    ]);
  });

  test('holds the end of the agreement open by name, the one to be corrected as well', async () => {
    await goTo(counter, '#pks/tirta-pangan', 'agreement-tirta-pangan');
    await untilText('Semester I Tahun 2026 · 2 Mar 2026 s.d. 30 Jun 2026: angka sudah dibekukan');
    await untilText(
      'Laporan akhir · Semester II Tahun 2026 · 1 Jul 2026 s.d. 1 Jul 2026: angka sudah dibekukan',
    );
    await reportPages(counter).handIn(first, '045/8', '02072026');
    await reportPages(counter).handIn(last, '045/9', '02072026');
    await goTo(counter, '#pks/tirta-pangan', 'agreement-tirta-pangan');
    await untilText('terpenuhi · 045/9 (2026-07-02)');
  });
});

describe('a visitor of Dukcapil', () => {
  beforeAll(async () => {
    counter = await Counter.open({
      startsAt: '2026-09-21T09:00:00+07:00',
      gateway: { now: () => counter?.clock.now() ?? Date.now() },
    });
    await counter.tapUntil('RESULT_MATCH', sampleResident('R1'));
    await counter.next();
    await counter.told('counter.leave');
  });

  afterAll(() => counter?.close());

  test('gets the figures of one day on request, as a table, as CSV and on paper, and none of a day to come', async () => {
    const { window, world } = counter;
    await sits(manager);
    await goTo(counter, '#laporan', 'reports');
    await write(counter, 'Dari', '21092026');
    await write(counter, 'Sampai', '22092026');
    await window.press('Enter');
    await untilText('Pilih periode dari 02-03-2026 sampai 21-09-2026.');
    await write(counter, 'Sampai', '21092026');
    await window.press('Enter');
    const counted = "document.querySelector('main h3')?.innerText";
    await window.until('the day is counted', `${counted} === 'Senin, 21 September 2026'`);

    const [csv, pdf] = ['hari.csv', 'hari.pdf'].map((name) => join(world.folder, name));
    const written = (path = '') => existsSync(path) && readFileSync(path).length > 0;
    await willSaveAs(counter, csv ?? '');
    await window.run(
      "void [...document.querySelectorAll('main button')].find((one) => one.innerText === 'Simpan CSV').click()",
    );
    await expect.poll(() => written(csv)).toBe(true);
    const lines = readFileSync(csv ?? '', 'utf8').split('\r\n');
    expect(lines).toContain('Periode tertentu;21-09-2026;21-09-2026;1');
    const [month = ''] = lines.filter((line) => line.startsWith('September 2026;'));
    expect(month).toMatch(/^September 2026;1;1;1;0;/);

    await click(counter, 'main a[href^="#surat/SEMESTER_REPORT/"]');
    const blank = {
      Tempat: 'Tirta Contoh',
      'Kop: pemerintah': 'Kabupaten Contoh',
      'Alamat kantor': 'Jalan Contoh',
    };
    for (const [label, text] of Object.entries(blank)) await write(counter, label, text);
    await willSaveAs(counter, pdf ?? '');
    await click(counter, 'main [data-kind=primary]');
    await expect.poll(() => written(pdf), { timeout: 20_000 }).toBe(true);
    const paper = pdfText(readFileSync(pdf ?? '')).replaceAll(/\s/g, '');
    expect(paper).toContain('PeriodeTertentu,21September2026');
    // The same figures, cell by cell.
    expect(paper).toContain(month.replaceAll(/[;\s]/g, ''));
  });

  test('sees counts and states of the period, while main answers nothing else', async () => {
    const { window } = counter;
    await sits(manager);
    await goTo(counter, '#laporan', 'reports');
    await click(counter, act('BEGIN_EVALUATION'));
    await window.until('the form stands', 'document.querySelector(\'[role="dialog"] form\')');
    await window.press(...'dinas dukcapil', 'Tab', ...'01092026', 'Tab', ...'21092026', 'Enter');
    await window.until('the figures stand', "document.querySelector('main[data-screen=evaluation] table')");
    await untilText('Mode evaluasi: hanya angka dan status, tanpa data penduduk.');
    const { figures } = await counter.told('evaluation.view');
    expect(figures.access).toMatchObject([{ month: '2026-09', inquiries: 1 }]);
    for (const word of ['SEKAR', 'Uji Widodo', 'Simula Ningsih'])
      expect(await window.shows(word)).toBe(false);
    const shut = ['audit.list', 'kept.list', 'people.list', 'reports.list', 'incidents.list'] as const;
    for (const channel of shut) {
      const answer = await window.ask<{ ok: boolean; failure?: { code: string } }>(channel, { limit: 9 });
      expect(answer.ok, channel).toBe(false);
    }
  });

  test('leaves by the door: whoever began it says who they are', async () => {
    const { window } = counter;
    await window.press('Escape');
    await window.until('somebody is asked for', "document.querySelector('main[data-screen=practise]')");
    await sits(manager);
    await goTo(counter, '#laporan', 'reports');
    const answer = await window.ask<{ ok: boolean }>('evaluation.view');
    expect(answer.ok).toBe(false);
  });
});

describe('a holiday that is decreed in August', () => {
  beforeAll(async () => {
    counter = await Counter.open({ startsAt: '2026-08-05T09:00:00+07:00' });
    await counter.told('counter.leave');
  });

  afterAll(() => counter?.close());

  const due = async () => {
    const { items } = await counter.told('agenda.view');
    return items.find(({ kind }) => kind === 'CONTACT_CHANGE')?.due;
  };
  const page = () => goTo(counter, '#agenda', 'agenda');

  test('moves what is due, at once, by the file that the head puts in', async () => {
    await sits(manager);
    await page();
    await record(counter, act('NOTE_CONTACT_CHANGE'), ['Nomor telepon kantor', '05082026']);
    await untilText('27 Agustus 2026');
    expect(await due()).toEqual({ day: '2026-08-27', provisional: false });
    const { holidays } = await counter.told('agenda.view');
    const year = holidays.find(({ year }) => year === 2026);
    const { publicHolidays = [], collectiveLeave = [] } = year ?? {};
    const legalSource = 'SKB contoh, ditambah 18 Agustus 2026';
    const amended = {
      year: 2026,
      legalSource,
      publicHolidays,
      collectiveLeave: [...collectiveLeave, '2026-08-18'],
    };
    await willChoose(counter, jsonFile(counter.world.folder, 'libur.json', amended));
    await sits(head);
    await goTo(counter, '#beranda', 'start');
    await page();
    await click(counter, act('INSTALL_HOLIDAYS'));
    await untilText('1 hari ditambahkan');
    await untilText('28 Agustus 2026');
    expect(await due()).toEqual({ day: '2026-08-28', provisional: false });
  });

  test('is counted by the week that the head lays down, and says which dates moved', async () => {
    await sits(manager);
    const [item] = (await counter.told('agenda.view')).items.filter(({ kind }) => kind === 'CONTACT_CHANGE');
    await counter.told('agenda.act', { act: 'SEEN', key: item?.key ?? '', level: item?.level ?? 0 });
    await sits(head);
    await goTo(counter, '#beranda', 'start');
    await page();
    const source = 'Keputusan Bupati Contoh Nomor 7 Tahun 2026';
    const tooSoon = [undefined, undefined, '05082026', source];
    expect(await refused(counter, act('SET_WORKING_WEEK'), tooSoon)).toContain('hari itu sudah tiba');
    expect(await due()).toEqual({ day: '2026-08-28', provisional: false });
    await click(counter, act('SET_WORKING_WEEK'));
    await click(counter, '[role=dialog] input[value=MON_SAT]');
    await counter.window.run("void document.querySelector('[role=dialog] input[value=MON_SAT]').focus()");
    await counter.window.press('Tab', 'Tab', ...'06082026', 'Tab', ...source, 'Enter');
    await untilText('Kamis, 6 Agustus 2026');
    await untilText('Pemberitahuan perubahan kontak · ');
    await untilText('Jumat, 28 Agustus 2026 menjadi Senin, 24 Agustus 2026');
    expect(await due()).toEqual({ day: '2026-08-24', provisional: false });
    await sits(manager);
    const [moved] = (await counter.told('agenda.view')).items.filter(({ kind }) => kind === 'CONTACT_CHANGE');
    expect(moved).toMatchObject({ dueBefore: '2026-08-28', reminds: true });
  });

  test('is due today on a page that stayed open over midnight, without anybody doing anything', async () => {
    const { window } = counter;
    counter.clock.set('2026-08-23T23:58:00+07:00');
    await sits(manager);
    await goTo(counter, '#beranda', 'start');
    await page();
    await untilText('1 hari kerja lagi');
    counter.clock.set('2026-08-24T00:00:30+07:00');
    const today = "document.querySelector('li[data-stage=DUE]')?.textContent.includes('Hari ini')";
    await window.until('it is due today', today, noticedMs);
  });

  test('what is late by then stands on the first page, and leads to the agenda', async () => {
    const { window } = counter;
    const late = '1 kewajiban terlambat; hak akses dapat dicabut karenanya';
    await sits(manager);
    await goTo(counter, '#beranda', 'start');
    await window.until('what waits is shown', "document.querySelector('#menunggu')");
    expect(await window.shows(late)).toBe(false);
    counter.clock.set('2026-09-01T09:00:00+07:00');
    await sits(manager);
    await untilText(late);
    await click(counter, '[aria-labelledby=menunggu] a[href="#agenda"]');
    await window.until('the agenda is on screen', "document.querySelector('main[data-screen=agenda]')");
    const [first] = (await counter.told('agenda.view')).items;
    expect(first).toMatchObject({ kind: 'CONTACT_CHANGE', stage: 'OVERDUE', reminds: true });
  });

  test('does not come back by itself: the notice that was sent ends the duty', async () => {
    await sits(manager);
    await goTo(counter, '#beranda', 'start');
    await page();
    await record(counter, act('SETTLE_CONTACT_CHANGE'), ['800/5', '05082026']);
    expect(await due()).toBeUndefined();
  });
});

describe('an incident', () => {
  beforeAll(async () => {
    counter = await Counter.open({ startsAt: '2026-11-20T15:10:00+07:00' });
    await counter.told('counter.leave');
  });

  afterAll(() => counter?.close());

  const page = () => goTo(counter, '#insiden', 'incidents');
  async function only(): Promise<IncidentRow> {
    const [row, ...more] = await counter.told('incidents.list');
    if (row === undefined || more.length > 0) throw new Error(`${more.length + 1} incidents`);
    return row;
  }

  test('is reported by whoever serves, who may not settle it', async () => {
    await sits(clerk);
    await page();
    const days = ['20112026', '20112026', '20112026'];
    await record(counter, 'main [data-kind="primary"]', ['INS-1', undefined, 'Berkas tertinggal', ...days]);
    expect(await only()).toMatchObject({
      number: 'INS-1',
      reportedBy: 'Simula Ningsih',
      acts: [],
      stops: [],
    });
  });

  test('stops all access from its own page, under its own number, and says so', async () => {
    await sits(manager);
    await goTo(counter, '#beranda', 'start');
    await page();
    await record(counter, act('STOP'), [undefined, 'Berkas belum ditemukan']);
    await counter.untilHome('everything stands', ({ emergency }) => emergency?.reference === 'INS-1');
    expect((await only()).stops).toMatchObject([{ by: 'Uji Widodo', liftedAt: null }]);
    await untilText('masih berlaku');
    await counter.window.until(
      'the banner leads to it',
      'document.querySelector(\'[role=alert] a[href="#insiden"]\')',
    );
  });

  test('as a breach has 72 hours, which neither a weekend nor a restart stretches', async () => {
    await record(counter, act('CONFIRM_BREACH'));
    const { dueAt } = await only();
    expect(new Date(dueAt ?? 0).toISOString().slice(0, 15)).toBe('2026-11-23T08:1');
    await counter.stop();
    counter.clock.set('2026-11-22T20:10:00+07:00');
    await counter.start();
    await untilText('Akses dihentikan karena insiden keamanan (INS-1).');
    await sits(manager);
    expect((await only()).dueAt).toBe(dueAt);
    const breach = (await counter.told('agenda.view')).items.find(({ kind }) => kind === 'BREACH');
    expect(breach).toMatchObject({ stage: 'SOON', left: { unit: 'HOURS', n: 20 }, reminds: true });
    expect((await counter.home()).emergency).toMatchObject({ reference: 'INS-1' });
  });

  test('says who was told, is closed when all were, and the stop is lifted by the head', async () => {
    await page();
    expect((await only()).acts).toEqual(['RECORD_NOTICE']);
    for (const number of ['800/1', '800/2', '800/3']) {
      await record(counter, act('RECORD_NOTICE'), [undefined, number, '21112026']);
    }
    expect((await only()).notices.map(({ recipient }) => recipient)).toEqual([
      'DUKCAPIL',
      'AUTHORITY',
      'PERSONS',
    ]);
    await untilText('Lembaga pelindungan data pribadi: 800/2');
    await record(counter, act('CLOSE'), ['Berkas dimusnahkan']);
    await untilText('Berkas dimusnahkan');
    await sits(head);
    await counter.told('desk.liftEmergencyStop', { reference: '800/9' });
    expect(await only()).toMatchObject({ acts: [], stops: [{ reference: '800/9' }] });
    await counter.untilHome('it goes on', ({ emergency }) => emergency === undefined);
  });
});

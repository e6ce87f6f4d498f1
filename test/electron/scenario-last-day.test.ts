/**
 * The last minutes of an agreement that lets an office use the portal (agreement C of the domain): pacing that a clock moves
 * along (scenario 7), and the hard stop at midnight with a resident at the counter (scenario 10).
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agreementProfile } from '../../electron/contract/index.ts';
import desaMakmur from '../../resources/agreements/desa-makmur.json' with { type: 'json' };
import { refusal } from '../support/at-the-door.ts';
import { Counter } from '../support/counter.ts';
import { goTo } from '../support/form.ts';
import { atPortal, foundInPortal, typeNik, unknownNik } from '../support/portal.ts';
import { reportPages } from '../support/reports.ts';

const second = 1000;
/** As often as main looks at the clock, and time for a busy computer. */
const noticedMs = 25_000;

let counter: Counter;

beforeAll(async () => {
  counter = await Counter.open({
    startsAt: '2026-11-30T23:50:00+07:00',
    change: ({ connection: { gateway: _, ...connection } }) => ({
      agreement: agreementProfile.parse(desaMakmur),
      connection,
    }),
  });
});

afterAll(() => counter?.close());

const hits = async () => (await counter.home()).quota.used;

describe('sequential entry (scenario 7)', () => {
  test('the first NIK is asked about in the portal and waits for the applicant', async () => {
    await typeNik(counter, unknownNik(1));
    await foundInPortal(counter);
    await counter.next();
    expect(await hits()).toBe(1);
  });

  test('the one next to it is held without a hit, and goes on over the signature of the access manager', async () => {
    const { window } = counter;
    counter.clock.move(60 * second);
    await typeNik(counter, unknownNik(2));
    await window.untilText('NIK dimasukkan secara berurutan');
    expect(await hits()).toBe(1);
    await window.press('Enter');
    await window.untilText('NIK ini ditahan');
    await window.press(...'anak kembar', 'Tab', ...'uji-widodo', 'Tab', ...'uji-widodo', 'Enter');
    await atPortal(counter);
    await window.press('3', 'Enter');
    await window.untilState('RESULT_NO_DATA');
    expect(await window.shows('Data tidak ditemukan, NIK tidak terdapat di database kependudukan')).toBe(
      true,
    );
    await counter.next();
    expect(await hits()).toBe(2);
  });

  test('a third, eight seconds later, is too fast and costs nothing', async () => {
    const { window } = counter;
    counter.clock.move(8 * second);
    await typeNik(counter, unknownNik(7001, '150372'));
    await window.untilState('RESULT_BLOCKED');
    await window.untilText('Tunggu sebentar');
    await counter.next();
    const { home, audit } = await counter.lists();
    expect(home.quota.used).toBe(2);
    const told = audit.map(({ event, outcome }) => `${event} ${outcome}`);
    expect(told.filter((line) => line.startsWith('PERMIT_REFUSED'))).toHaveLength(2);
    expect(audit.map(({ event }) => event)).toContain('EXCEPTION_APPROVED');
  });
});

describe('the end of the agreement in the middle of a visit (scenario 10)', () => {
  const nik = unknownNik(4321, '210485');
  const sent = () => counter.world.gateway.accepted(nik);

  test('at 23.59 the portal still answers, and the service may be decided', async () => {
    counter.clock.set('2026-11-30T23:55:00+07:00');
    await typeNik(counter, nik);
    await foundInPortal(counter);
    counter.clock.set('2026-11-30T23:59:40+07:00');
    expect(await counter.window.shows(nik)).toBe(true);
  });

  test('at 00.00 nothing of the resident stands on the screen, which says that the agreement has ended', async () => {
    const { window } = counter;
    counter.clock.set('2026-12-01T00:00:00+07:00');
    await window.untilText('Perjanjian Kerja Sama berakhir pada 30 November 2026', noticedMs);
    expect(await window.state()).toBe('RESULT_MATCH');
    expect(await window.shows(nik)).toBe(false);
  });

  test('the service decided before is recorded, and its data balikan is sent', async () => {
    const { window } = counter;
    await window.press('Enter');
    await window.untilText('Catat layanan');
    await window.press('Enter');
    await window.until('home is on screen', "location.host === 'beranda' && document.querySelector('h1')");
    await expect.poll(sent, { timeout: 10_000 }).toBe(1);
  });

  test('nobody is served any more', async () => {
    expect(await counter.window.ask('counter.open')).toMatchObject({ ok: false });
    await counter.told('session.practise', { personId: 'uji-widodo' });
    expect(await counter.home()).toMatchObject({ shut: { code: 'AGREEMENT_ENDED' } });
    const [agreement] = await counter.told('agreements.list');
    expect(agreement).toMatchObject({ status: 'EXPIRED', chosen: true });
    const { people } = await counter.told('people.list');
    expect(people.flatMap(({ operators }) => operators.map(({ status }) => status))).toEqual([
      'REVOKED',
      'REVOKED',
    ]);
  });

  test('a start on the next morning finds it ended as well', async () => {
    await counter.stop();
    counter.clock.set('2026-12-01T07:30:00+07:00');
    await counter.start();
    const { window } = counter;
    await window.untilText('Perjanjian Kerja Sama berakhir pada 30 November 2026');
  });

  describe('the final report', () => {
    const agreementId = 'desa-makmur';
    const reportId = `${agreementId}-2026-s2`;
    const reports = () => reportPages(counter);
    const agreement = () => goTo(counter, `#pks/${agreementId}`, `agreement-${agreementId}`);

    test('is due on 14 December, and counts what was done until the last minute', async () => {
      await reports().opens('uji-widodo');
      const { final, from, to, status, figures } = await reports().row(reportId);
      expect({ final, from, to, status }).toEqual({
        final: true,
        from: '2026-07-01',
        to: '2026-11-30',
        status: 'DRAFT',
      });
      expect(figures.access.at(-1)).toMatchObject({ month: '2026-11', serviceDays: 1, inquiries: 3 });
      expect(figures.balikan.at(-1)).toMatchObject({
        month: '2026-11',
        due: 1,
        acknowledged: 1,
        withoutService: 1,
      });
      expect(figures.services.find(({ served }) => served > 0)).toMatchObject({ served: 1, visits: 4 });
      const { items } = await counter.told('agenda.view');
      const due = items.filter(({ kind }) => kind === 'REPORT').map(({ detail, due }) => [detail, due]);
      expect(due).toEqual([[reportId, { day: '2026-12-14', provisional: false }]]);
    });

    test('holds the agreement open until it was signed and handed in, whatever anybody says of it', async () => {
      const { window } = counter;
      await agreement();
      await window.untilText('Laporan akhir · Semester II Tahun 2026 · 1 Jul 2026 s.d. 30 Nov 2026');
      expect(await window.run("document.querySelector('[data-item=FINAL_REPORT] button') === null")).toBe(
        true,
      );
      const settling = { act: 'SETTLE_END_ITEM', agreementId, item: 'FINAL_REPORT', note: 'sudah' } as const;
      expect(await refusal(counter, 'agreements.act', settling)).toBe('STEP_ORDER');
      await reports().handIn(reportId, '470/31', '01122026');
      await agreement();
      await window.untilText('terpenuhi · 470/31 (2026-12-01)');
      const { items } = await counter.told('agenda.view');
      expect(items.filter(({ kind }) => kind === 'REPORT')).toEqual([]);
    });
  });
});

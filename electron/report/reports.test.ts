/** Reports through all their states, over a real database: what is counted, what is frozen, what is kept, and that nobody is in it. */
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ok } from '../../native/failure.ts';
import paper from '../../resources/documents/semester-report.json' with { type: 'json' };
import { auditLog } from '../audit/index.ts';
import { type Day, reportPeriods, shippedHolidays, startOfDay, workCalendar } from '../calendar/index.ts';
import {
  type Acting,
  type InquiryOutcome,
  inquiryOutcomes,
  isNilReport,
  reportAct,
  reportMoves,
  reportRules,
  reportStatuses,
  semesterReportFields,
} from '../contract/index.ts';
import { inquiryLedger, quotaLedger, visitLedger } from '../ledger/index.ts';
import { newSigningPair, openStore } from '../store/index.ts';
import { migrations } from '../store/migrations/index.ts';
import { overhear, plansOf } from '../store/plans.test-support.ts';
import {
  failureOf,
  LAB_KEY,
  manualClock,
  temporaryFolder,
  testStore,
  valueOfResult,
} from '../store/store.test-support.ts';
import { recent, reportCsv, reports, tally } from './index.ts';
import { reportTables } from './tables.ts';

const zone = 'Asia/Jakarta';
const agreementId = 'tirta-pangan';
const manager: Acting = { personId: 'uji-widodo', roles: ['ACCESS_MANAGER'], counter: 'Loket 1' };
const head: Acting = { personId: 'contoh-pratama', roles: ['ACCESS_RESPONSIBLE'], counter: 'Loket 1' };
const letter = { number: '045/7/CONTOH/2026', date: '2026-07-01' };
const reason = 'insiden bulan Juni belum dimuat';
const narrative = { obstacles: 'Jaringan terputus dua kali.', followUp: '', suggestions: '' };
const duty = { halves: ['S1', 'S2'], deadlineWorkingDays: 10, anchor: 'SEMESTER_END' } as const;
const at = (day: Day, hours = 9) => startOfDay(day, zone) + hours * 3_600_000;

const newPath = () => join(temporaryFolder(), 'ketuk.db');

function opened(day: Day, from: Day = '2026-03-02', until: Day = '2028-03-02', path = newPath()) {
  const clock = manualClock(at(day));
  const store = testStore(path, clock);
  const counted = tally(store);
  const audit = auditLog(store, clock, 'installation-1', newSigningPair(), counted.note);
  const visits = visitLedger(store);
  const permits = inquiryLedger(store);
  const quota = quotaLedger(store);
  const span = { from, until, ended: until < day, enteredOn: from };
  let closed = false;
  let wanted: Parameters<typeof reportPeriods>[1] = duty;
  const loket = [{ counter: 'Loket 1', since: 0 }];
  let readers = [{ reader: 'RDR-1', sam: 'SAM-1', place: 'Loket 1', status: 'digunakan', stays: loket }];
  const signer = { name: 'Contoh Pratama', position: 'Kepala Dinas', rank: '', employmentNo: '' };
  const frame = { profileVersion: 1, head: signer, manager: 'Uji Widodo' };
  let limits: readonly { readonly since: Day; readonly hits: number | null }[] = [{ since: from, hits: 200 }];
  let no = 0;
  function permit(permitId: string, visitId: string, kind: 'READ' | 'INQUIRE'): void {
    const [issuedAt, nikHash] = [clock.now(), 'ab'.repeat(32)];
    const issued = { permitId, kind, visitId, agreementId, issuedAt, expiresAt: issuedAt + 60_000 };
    valueOfResult(permits.issue(kind === 'INQUIRE' ? { ...issued, nikHash } : issued));
  }
  const room = reports(store, audit, clock, {
    tally: counted,
    agreement: () =>
      ok({
        zone,
        since: from,
        dailyHits: (on) => limits.findLast(({ since }) => since <= on)?.hits ?? null,
        services: { BENIH: 'Bantuan benih' },
        readers,
        activeOperators: 2,
        userIdBasts: [],
        iso: null,
        incidents: 0,
        notices: 0,
      }),
    frame: () => ok(frame),
    nameOf: (personId) => personId,
    owed: () => {
      const today = new Date(clock.now() + 7 * 3_600_000).toISOString().slice(0, 10);
      const periods = reportPeriods(span, wanted, today, workCalendar(shippedHolidays));
      return ok([{ agreementId, number: '470/1/CONTOH/2026', zone, closed, periods }]);
    },
  });
  return {
    clock,
    store,
    counted,
    audit,
    room,
    tick() {
      while (valueOfResult(room.tick()));
    },
    /** As somebody asks once the last of these days has come. */
    figures(first: Day, last: Day) {
      clock.set(Math.max(clock.now(), at(last, 20)));
      return valueOfResult(room.onDemand(agreementId, first, last));
    },
    standing: (now: typeof readers) => {
      readers = now;
    },
    allowing: (now: typeof limits) => {
      limits = now;
    },
    close: () => {
      closed = true;
    },
    wanting: (now: typeof wanted) => {
      wanted = now;
    },
    rows: (acting = manager) => valueOfResult(room.list(acting)),
    act: (act: Parameters<typeof room.act>[0], acting = manager) => room.act(act, acting),
    /** Asked about and, unless the line failed, answered; then the visit came to this end, or to none. */
    asked(day: Day, end?: 'CLOSED_NO_SERVICE' | 'CANCELLED', failure?: string) {
      clock.set(at(day));
      const visitId = `kunjungan-${++no}`;
      const permitId = `permit-${no}`;
      const [issuedAt, expiresAt] = [clock.now(), clock.now() + 1000];
      const nikHash = 'ab'.repeat(32);
      const asked = {
        permitId,
        kind: 'INQUIRE',
        visitId,
        agreementId,
        issuedAt,
        expiresAt,
        nikHash,
      } as const;
      valueOfResult(permits.issue(asked));
      const fact = {
        permitId,
        outcome: failure === undefined ? 'MATCH' : 'TECH_FAIL',
        ms: 31,
        at: issuedAt,
      } as const;
      valueOfResult(permits.record({ ...fact, ...(failure === undefined ? {} : { failure }) }));
      if (end === undefined) return;
      const setting = {
        visitId,
        agreementId,
        profileVersion: 1,
        serviceCode: 'BENIH',
        registrationNo: `L1-${no}`,
        operatorId: 'simula-ningsih',
        counter: 'Loket 1',
        day,
      };
      valueOfResult(visits.close(setting, end, clock.now()));
    },
    permits,
    permit,
    quota,
    /** One visit: asked about, answered, closed. */
    visit(words: { readonly day: Day; readonly who?: string; readonly registrationNo?: string }) {
      clock.set(at(words.day));
      const operatorId = words.who ?? 'simula-ningsih';
      const setting = {
        visitId: `kunjungan-${++no}`,
        agreementId,
        profileVersion: 1,
        serviceCode: 'BENIH',
        registrationNo: words.registrationNo ?? `L1-${no}`,
        operatorId,
        counter: 'Loket 1',
        day: words.day,
      };
      const context = { actor: operatorId, counter: 'Loket 1', agreementId };
      permit(`permit-${no}`, `kunjungan-${no}`, 'INQUIRE');
      valueOfResult(quota.reserve(agreementId, words.day, 200));
      valueOfResult(permits.record({ permitId: `permit-${no}`, outcome: 'MATCH', ms: 31, at: clock.now() }));
      const inquired = {
        event: 'INQUIRED',
        permitId: `permit-${no}`,
        outcome: 'MATCH',
        differing: [],
        ms: 31,
      } as const;
      valueOfResult(audit.append(context, inquired));
      valueOfResult(audit.append(context, { event: 'CARD_READ', outcome: 'OK', ms: 2000 }));
      valueOfResult(visits.close(setting, 'CLOSED_NO_SERVICE', clock.now()));
    },
  };
}

const reportId = `${agreementId}-2026-s1`;

function upTo(office: ReturnType<typeof opened>, status: (typeof reportStatuses)[number]) {
  const steps = [
    () => office.act({ act: 'SUBMIT', reportId, narrative }),
    () => office.act({ act: 'SIGN', reportId, letter }, head),
    () => office.act({ act: 'DISPATCH', reportId, on: '2026-07-01', channel: 'surel' }),
    () => office.act({ act: 'RECEIVE', reportId, letter }),
  ];
  for (const step of steps.slice(0, reportStatuses.indexOf(status) - 1)) valueOfResult(step());
}

describe('an access without a service (R-100)', () => {
  type Seen = readonly ['READ', 'OK' | 'FAILED'] | readonly ['INQUIRE', InquiryOutcome | 'KILLED'];

  function seen(office: ReturnType<typeof opened>, visitId: string, ...permits: readonly Seen[]): void {
    for (const [index, [kind, came]] of permits.entries()) {
      office.clock.advance(1000);
      const permitId = `${visitId}-${index}`;
      office.permit(permitId, visitId, kind);
      const now = office.clock.now();
      if (kind === 'READ') valueOfResult(office.permits.use(permitId, visitId, now, came));
      else if (came !== 'KILLED') {
        valueOfResult(office.permits.record({ permitId, outcome: came, ms: 31, at: now }));
      }
    }
  }

  function served(office: ReturnType<typeof opened>, visitId: string, day = '2026-05-29'): void {
    const sql = `INSERT INTO visit (visit_id, agreement_id, profile_version, service_code, registration_no, operator_id, counter,
      day, verified, recorded_at, mac) VALUES (?, ?, 1, 'BENIH', 'L1', 'x', 'Loket 1', ?, 1, 1, x'00')`;
    valueOfResult(office.store.transaction((writer) => ok(writer.run(sql, visitId, agreementId, day))));
  }

  const counts = (office: ReturnType<typeof opened>) =>
    office
      .figures('2026-05-01', '2026-05-31')
      .balikan.map(({ withoutService, reason }) => ({ withoutService, reason }));

  test('is every visit that saw data and recorded nothing, once, however it ended, and none that saw nothing', () => {
    const office = opened('2026-05-29');
    seen(office, 'closed', ['READ', 'OK'], ['INQUIRE', 'MATCH']);
    seen(office, 'deceased', ['INQUIRE', 'FOUND_DECEASED']);
    seen(office, 'twice', ['READ', 'OK'], ['INQUIRE', 'TECH_FAIL'], ['INQUIRE', 'MISMATCH']);
    seen(office, 'holder-differs', ['READ', 'OK']);
    seen(office, 'killed', ['INQUIRE', 'KILLED']);
    seen(office, 'torn-card', ['READ', 'FAILED']);
    seen(office, 'unknown', ['INQUIRE', 'NOT_FOUND'], ['INQUIRE', 'AUTH_FAILED']);
    seen(office, 'served', ['READ', 'OK'], ['INQUIRE', 'MATCH']);
    served(office, 'served');
    office.clock.set(at('2026-06-01'));
    seen(office, 'in-june', ['INQUIRE', 'MATCH']);
    const reason = 'tanpa jawaban 2; tidak sesuai 1; meninggal dunia 1; layanan tidak dilanjutkan 1';
    expect(counts(office)).toEqual([{ withoutService: 5, reason }]);
  });

  test('has the reason of its last answer, also of one in which itself nothing was seen', () => {
    const office = opened('2026-05-29');
    seen(office, 'unknown', ['READ', 'OK'], ['INQUIRE', 'NOT_FOUND']);
    seen(office, 'unknown-twice', ['READ', 'OK'], ['INQUIRE', 'NOT_FOUND'], ['INQUIRE', 'TECH_FAIL']);
    seen(office, 'no-line', ['READ', 'OK'], ['INQUIRE', 'TECH_FAIL'], ['INQUIRE', 'UNKNOWN_ANSWER']);
    seen(office, 'tapped-again', ['READ', 'OK'], ['INQUIRE', 'MATCH'], ['READ', 'OK']);
    seen(office, 'killed-later', ['INQUIRE', 'MISMATCH'], ['INQUIRE', 'KILLED']);
    seen(office, 'corrected', ['INQUIRE', 'MISMATCH'], ['INQUIRE', 'NOT_FOUND_BAD_FORMAT']);
    seen(office, 'nothing-seen', ['READ', 'FAILED'], ['INQUIRE', 'NOT_FOUND']);
    const reason =
      'tanpa jawaban 1; tidak sesuai 1; tidak terdapat 2; format NIK tidak sesuai 1; layanan tidak dilanjutkan 1';
    expect(counts(office)).toEqual([{ withoutService: 6, reason }]);
  });

  test('has one of eleven reasons, and there is room for all of them beside each other', () => {
    const office = opened('2026-05-29');
    for (const outcome of inquiryOutcomes) seen(office, outcome, ['READ', 'OK'], ['INQUIRE', outcome]);
    const figures = office.figures('2026-05-01', '2026-05-31');
    const reason = [
      'tanpa jawaban 6',
      'tidak sesuai 1',
      'meninggal dunia 1',
      'data ganda 1',
      'tidak terdapat 1',
      'nonaktif 1',
      'format NIK tidak sesuai 1',
      'gagal login 1',
      'kuota habis 1',
      'instansi/User ID nonaktif 2',
      'layanan tidak dilanjutkan 2',
    ].join('; ');
    expect(figures.balikan).toMatchObject([{ withoutService: inquiryOutcomes.length, reason }]);
    expect(reportCsv(figures)).toContain(`;${inquiryOutcomes.length};"${reason}"`);
    const millions = reason.replaceAll(/\d/g, '9999999');
    const balikan = figures.balikan.map((month) => ({ ...month, reason: millions }));
    expect(semesterReportFields.parse({ ...figures, balikan }).balikan).toEqual(balikan);
  });

  test('no longer is one when its service is recorded after all', () => {
    const office = opened('2026-05-29');
    seen(office, 'later', ['INQUIRE', 'MISMATCH']);
    expect(counts(office)).toEqual([{ withoutService: 1, reason: 'tidak sesuai 1' }]);
    served(office, 'later');
    expect(counts(office)).toEqual([{ withoutService: 0, reason: '' }]);
  });

  test('is found by the time of its permit, and the permits of who was served are not looked up', () => {
    const office = opened('2026-05-29');
    const statements = overhear(office.store);
    counts(office);
    const plans = plansOf(office.store, statements).filter(({ sql }) => sql.includes('permit'));
    expect(plans.map(({ plan }) => plan)).toEqual([
      expect.stringContaining(
        'COVERING INDEX permit_by_visit (agreement_id=? AND issued_at>? AND issued_at<?)',
      ),
    ]);
  });

  test('is none whose service stands on the day before, because it was asked about behind midnight', () => {
    const office = opened('2026-05-01');
    seen(office, 'behind-midnight', ['INQUIRE', 'MATCH']);
    expect(counts(office)).toEqual([{ withoutService: 1, reason: 'layanan tidak dilanjutkan 1' }]);
    served(office, 'behind-midnight', '2026-04-30');
    expect(counts(office)).toEqual([{ withoutService: 0, reason: '' }]);
  });
});

test('two semesters that are over are frozen one by one, so that a tap waits for one count at the most', () => {
  const office = opened('2026-06-01');
  office.tick();
  office.clock.set(at('2027-01-02'));
  const { room } = office;
  const frozen = () => office.rows().filter(({ status }) => status === 'DRAFT').length;
  const steps = Array.from({ length: 3 }, () => [valueOfResult(room.tick()), frozen()]);
  expect(steps).toEqual([
    [true, 1],
    [true, 2],
    [false, 2],
  ]);
});

test('figures of years are counted month by month, are those counted in one go, and keep nobody else from his turn', async () => {
  const office = opened('2026-05-29', '2026-05-01', '2028-05-01');
  for (const day of ['2026-06-30', '2026-07-01', '2026-11-30', '2028-02-29']) {
    office.asked(day, 'CLOSED_NO_SERVICE');
  }
  const years = [agreementId, '2026-05-15', '2028-02-29'] as const;
  let done = false;
  const counting = office.room.onDemandInSlices(...years).finally(() => {
    done = true;
  });
  let turns = 0;
  for (; !done; turns += 1) {
    office.clock.advance(5);
    await new Promise((resolve) => setImmediate(resolve));
  }
  const counted = valueOfResult(await counting);
  expect(turns).toBeGreaterThanOrEqual(22);
  expect(counted).toEqual(valueOfResult(office.room.onDemand(...years)));
  const served = counted.access.filter(({ serviceDays }) => serviceDays === 1);
  expect(served.map(({ month }) => month)).toEqual(['2026-06', '2026-07', '2026-11', '2028-02']);
});

describe('a semester report', () => {
  test('opens in June, counts on until the last day, and is frozen behind it', () => {
    const office = opened('2026-05-31');
    office.tick();
    expect(office.rows()).toEqual([]);
    office.visit({ day: '2026-05-29' });
    office.clock.set(at('2026-06-01'));
    office.tick();
    expect(office.rows()).toMatchObject([
      { status: 'COLLECTING', from: '2026-03-02', to: '2026-06-30', nil: false },
    ]);
    office.visit({ day: '2026-06-30' });
    office.clock.set(at('2026-07-01', 0));
    office.tick();
    office.visit({ day: '2026-07-01' });
    const [row] = office.rows();
    expect(row?.status).toBe('DRAFT');
    expect(
      row?.figures.access.map(({ month, inquiries, serviceDays }) => [month, inquiries, serviceDays]),
    ).toEqual([
      ['2026-03', 0, 0],
      ['2026-04', 0, 0],
      ['2026-05', 1, 1],
      ['2026-06', 1, 1],
    ]);
    expect(row?.figures.readers).toMatchObject([{ reads: 2, fingerMatched: null }]);
    expect(row?.figures.services).toMatchObject([
      { service: 'Bantuan benih', visits: 2, notServed: 2, served: 0 },
    ]);
    expect(row?.figures.balikan.map(({ withoutService }) => withoutService)).toEqual([0, 0, 1, 1]);
  });

  test('counts as access without service also what a power cut or a dying process broke off, once each', () => {
    const office = opened('2026-06-01');
    office.tick();
    office.asked('2026-06-02', 'CLOSED_NO_SERVICE');
    office.asked('2026-06-02', 'CANCELLED');
    office.asked('2026-06-02');
    // Nothing was seen in these.
    office.asked('2026-06-03', 'CANCELLED', 'GATEWAY_TIMEOUT');
    office.asked('2026-06-03', undefined, 'GATEWAY_TIMEOUT');
    const figures = office
      .rows()[0]
      ?.figures.balikan.map(({ month, withoutService }) => [month, withoutService]);
    expect(figures?.at(-1)).toEqual(['2026-06', 3]);
  });

  test('of a semester with one day of agreement is a report, and a final one at that, nil as it is', () => {
    const office = opened('2026-07-02', '2026-06-30', '2026-07-01');
    office.tick();
    expect(office.rows()).toMatchObject([
      { half: 2, from: '2026-07-01', to: '2026-07-01', final: true, nil: true, status: 'DRAFT' },
      { half: 1, from: '2026-06-30', to: '2026-06-30', final: false, nil: true, status: 'DRAFT' },
    ]);
  });

  test('says until when it is to be handed in, that this day has passed, and nothing of it once it was', () => {
    const office = opened('2026-07-14');
    office.tick();
    const due = { day: '2026-07-14', provisional: false, safe: ['2026-06-15', '2026-06-30'] };
    expect(office.rows()[0]?.due).toEqual({ ...due, passed: false });
    office.clock.set(at('2026-07-15'));
    expect(office.rows()[0]?.due).toEqual({ ...due, passed: true });
    upTo(office, 'SUBMITTED');
    expect(office.rows()[0]?.due).toBeNull();
  });

  test('is not late while its figures are not whole, though it was wanted before', () => {
    const office = opened('2026-06-30');
    office.wanting({ ...duty, anchor: 'MONTH_START' });
    const due = (day: Day) => {
      office.clock.set(at(day));
      office.tick();
      return office.rows()[0]?.due;
    };
    const wanted = { day: '2026-06-15', provisional: false, safe: [] };
    expect([due('2026-06-30'), due('2026-07-01')]).toEqual(Array(2).fill({ ...wanted, passed: false }));
    expect(due('2026-07-02')).toEqual({ ...wanted, passed: true });
  });

  test('is not nil when a card was read, though no device is on record, and the CSV says which line it is', () => {
    const office = opened('2026-06-03');
    office.standing([]);
    const context = { actor: 'simula-ningsih', counter: 'Loket 1', agreementId };
    valueOfResult(office.audit.append(context, { event: 'CARD_READ', outcome: 'OK', ms: 2000 }));
    office.tick();
    const [row] = office.rows();
    expect(row).toMatchObject({ nil: false, figures: { readers: [{ reader: null, reads: 1 }] } });
    if (row === undefined) throw new Error('no report');
    expect(reportCsv(row.figures)).toContain('\r\nTanpa perangkat tercatat;–;Loket 1;–;1;–;–;0;0;0;0\r\n');
  });

  test('that was signed and then corrected keeps what was signed, and counts its next version anew', () => {
    const office = opened('2026-07-01');
    office.tick();
    upTo(office, 'RECEIVED');
    expect(office.rows()[0]).toMatchObject({ status: 'RECEIVED', version: 1, events: ['CORRECT'] });
    valueOfResult(office.act({ act: 'CORRECT', reportId, letter, reason }));
    upTo(office, 'SUBMITTED');
    const signed = office.rows()[0]?.signed.map(({ version }) => version);
    expect(office.rows()[0]).toMatchObject({ status: 'SUBMITTED', version: 2 });
    expect(signed).toEqual([1, 2]);
    for (const sql of [
      'DELETE FROM signed_report',
      "UPDATE signed_report SET number = 'x'",
      'DELETE FROM semester_report',
    ]) {
      expect(() => office.store.transaction((writer) => ok(writer.run(sql)))).toThrow(/stays|left out/);
    }
    expect(() =>
      office.store.transaction((writer) => ok(writer.run("UPDATE semester_report SET figures = '{}'"))),
    ).toThrow(/frozen/);
  });

  test('that was signed before words were kept has its own until they are written anew, and then says that it has none', () => {
    const office = opened('2026-07-01');
    office.tick();
    upTo(office, 'IN_REVIEW');
    const { drafts, signed } = reportTables(office.store);
    // As version 32 of the database wrote it: sealed over the columns that it had.
    valueOfResult(
      office.store.transaction((writer) => {
        const row = drafts.find(writer, reportId);
        if (row === undefined) throw new Error('no report');
        writer.run('DROP TRIGGER semester_report_signed_is_kept');
        const old = { narrative: null, frame: null, correction: null };
        const was = { report_id: reportId, version: 1, figures: row.figures ?? '', sha256: 'a'.repeat(64) };
        signed.insert(writer, {
          ...was,
          number: '1',
          signed_on: '2026-07-01',
          signed_by: 'contoh-pratama',
          ...old,
        });
        drafts.update(writer, { ...row, status: 'SIGNED' });
        return ok(undefined);
      }),
    );
    const words = () => office.rows()[0]?.signed[0]?.narrative;
    expect(words()).toEqual(narrative);
    valueOfResult(office.act({ act: 'DISPATCH', reportId, on: '2026-07-01', channel: 'surel' }));
    valueOfResult(office.act({ act: 'CORRECT', reportId, letter, reason }));
    expect(words()).toBeNull();
    expect(valueOfResult(office.room.signed(reportId, 1))).toMatchObject({ frame: null, narrative: null });
  });

  test('keeps its words between review and the next version, and the reason of that version', () => {
    const office = opened('2026-07-01');
    office.tick();
    upTo(office, 'SUBMITTED');
    valueOfResult(office.act({ act: 'CORRECT', reportId, letter, reason }));
    expect(office.rows()[0]).toMatchObject({ version: 2, correction: { ...letter, reason } });
    for (const column of ['narrative', 'correction']) {
      const sql = `UPDATE semester_report SET ${column} = '{}'`;
      expect(() => office.store.transaction((writer) => ok(writer.run(sql))), column).toThrow(/frozen/);
    }
  });

  test('is moved by whom the rules name, and delivered once it was handed in', () => {
    const office = opened('2026-07-01');
    const stages = () => valueOfResult(office.room.stages(agreementId));
    const signedAs = '045/7/CONTOH/2026 (2026-07-01)';
    office.tick();
    expect(failureOf(office.act({ act: 'SUBMIT', reportId, narrative }, head))?.code).toBe('NOT_PERMITTED');
    expect(failureOf(office.act({ act: 'RECEIVE', reportId, letter }))?.code).toBe('STEP_ORDER');
    expect(failureOf(office.act({ act: 'SUBMIT', reportId: 'tidak-ada', narrative }))?.code).toBe(
      'STEP_ORDER',
    );
    expect(office.rows(head)[0]?.events).toEqual([]);
    upTo(office, 'IN_REVIEW');
    const signedOn = (date: string) =>
      failureOf(office.act({ act: 'SIGN', reportId, letter: { ...letter, date } }, head))?.code;
    expect([signedOn('2020-01-01'), signedOn('2026-07-02')]).toEqual(['DATES_CONTRADICT', 'DATE_AHEAD']);
    valueOfResult(office.act({ act: 'SIGN', reportId, letter }, head));
    const sentOn = (on: string) =>
      failureOf(office.act({ act: 'DISPATCH', reportId, on, channel: 'x' }))?.code;
    expect([sentOn('2026-06-30'), sentOn('2099-12-31')]).toEqual(['DATES_CONTRADICT', 'DATE_AHEAD']);
    expect(stages()).toEqual([
      { year: 2026, half: 1, status: 'SIGNED', since: expect.any(Number), letter: signedAs },
    ]);
    valueOfResult(office.act({ act: 'DISPATCH', reportId, on: '2026-07-01', channel: 'surel' }));
    expect(stages()).toMatchObject([{ status: 'SUBMITTED', letter: signedAs }]);
  });

  test('of an agreement that became an archive takes its receipt, and no correction any more (R-127)', () => {
    const office = opened('2026-07-01');
    office.tick();
    upTo(office, 'SUBMITTED');
    office.close();
    expect(office.rows()[0]).toMatchObject({ number: '470/1/CONTOH/2026', events: ['RECEIVE'] });
    const correct = { act: 'CORRECT', reportId, letter, reason } as const;
    expect(failureOf(office.act(correct))?.code).toBe('ARCHIVE_READ_ONLY');
    valueOfResult(office.act({ act: 'RECEIVE', reportId, letter }));
    expect(office.rows()[0]).toMatchObject({ status: 'RECEIVED', events: [] });
    expect(failureOf(office.act(correct))?.code).toBe('ARCHIVE_READ_ONLY');
  });

  test('can be sent back with a note, and narrates without the number of anybody', () => {
    const office = opened('2026-07-01');
    office.tick();
    upTo(office, 'IN_REVIEW');
    valueOfResult(office.act({ act: 'SEND_BACK', reportId, note: 'Lengkapi kendala.' }, head));
    expect(office.rows()[0]).toMatchObject({ status: 'DRAFT', note: 'Lengkapi kendala.' });
    const named = { ...narrative, obstacles: 'Warga 4001015203880001 menunggu.' };
    expect(reportAct.safeParse({ act: 'SUBMIT', reportId, narrative: named }).success).toBe(false);
  });
});

describe('when and how a report was handed in', () => {
  const submitted = { on: '2026-07-10', channel: 'kurir tercatat', copies: 'Gubernur Contoh' };
  const dispatch = { act: 'DISPATCH', reportId, ...submitted } as const;
  const receipt = { number: '400/99', date: '2026-07-15' };
  const receive = { act: 'RECEIVE', reportId, letter: receipt } as const;

  function signedInJuly() {
    const office = opened('2026-07-01');
    office.tick();
    upTo(office, 'SIGNED');
    office.clock.set(at('2026-07-20'));
    return office;
  }
  const deliveries = (office: ReturnType<typeof opened>) =>
    office.rows()[0]?.signed.map(({ version, submitted, received }) => [version, submitted, received]);

  test('stays with its version, as its receipt does, whatever is handed in after it', () => {
    const office = signedInJuly();
    expect(deliveries(office)).toEqual([[1, null, null]]);
    valueOfResult(office.act(dispatch));
    expect(deliveries(office)).toEqual([[1, submitted, null]]);
    valueOfResult(office.act(receive));
    expect(deliveries(office)).toEqual([[1, submitted, receipt]]);
    const asksAgain = { number: '400/100', date: '2026-07-16' };
    valueOfResult(office.act({ act: 'CORRECT', reportId, letter: asksAgain, reason }));
    expect(deliveries(office)).toEqual([[1, submitted, receipt]]);
    valueOfResult(office.act({ act: 'SUBMIT', reportId, narrative }));
    valueOfResult(office.act({ act: 'SIGN', reportId, letter: { ...letter, date: '2026-07-18' } }, head));
    const again = { on: '2026-07-19', channel: 'surel' };
    valueOfResult(office.act({ act: 'DISPATCH', reportId, ...again }));
    expect(deliveries(office)).toEqual([
      [1, submitted, receipt],
      [2, again, null],
    ]);
    expect(office.rows()[0]?.note).toBe('');
  });

  test('is in the log with the step, without the number that a resident might have', () => {
    const office = signedInJuly();
    valueOfResult(office.act({ ...dispatch, channel: 'resi 400101520388 0001' }));
    valueOfResult(office.act({ ...receive, letter: { ...receipt, number: '4001015203880001' } }));
    const said = valueOfResult(office.audit.list(2)).map(({ details }) => details);
    const sent = ['by DISPATCH', 'channel resi …', 'copies Gubernur Contoh', 'day 2026-07-10', 'version 1'];
    expect(said).toEqual([
      expect.arrayContaining(['by RECEIVE', 'day 2026-07-15', 'receipt …', 'version 1']),
      expect.arrayContaining(sent),
    ]);
  });

  test('is never changed and never taken away, and no report is handed in or received without it', () => {
    const office = signedInJuly();
    const run = (sql: string) => () => office.store.transaction((writer) => ok(writer.run(sql)));
    expect(run("UPDATE semester_report SET status = 'SUBMITTED'")).toThrow(/is kept/);
    valueOfResult(office.act(dispatch));
    expect(failureOf(office.act(dispatch))?.code).toBe('STEP_ORDER');
    expect(run("UPDATE semester_report SET status = 'RECEIVED'")).toThrow(/is kept/);
    expect(run("UPDATE report_delivery SET day = '2026-07-14'")).toThrow(/stays/);
    expect(run('DELETE FROM report_delivery')).toThrow(/stays/);
    valueOfResult(
      office.store.transaction((writer) => {
        writer.run('DROP TRIGGER report_delivery_no_update');
        return ok(writer.run("UPDATE report_delivery SET day = '2026-07-09'"));
      }),
    );
    expect(failureOf(office.room.list(manager))?.code).toBe('STORE_DAMAGED');
  });

  /** The report as a program wrote it that kept its delivery in the note. */
  function fromBefore(status: 'SUBMITTED' | 'RECEIVED', note: string) {
    const { store, clock } = signedInJuly();
    const { drafts, signed } = reportTables(store);
    const found = store.read((reader) => ({
      report: drafts.find(reader, reportId),
      version: signed.find(reader, reportId, 1),
    }));
    const { report, version } = valueOfResult(found);
    if (report === undefined || version === undefined) throw new Error('no report');
    const path = newPath();
    const steps = migrations.filter((one) => one.version < 39);
    const before = valueOfResult(openStore({ path, key: LAB_KEY, clock, steps }));
    valueOfResult(
      before.transaction((writer) => {
        drafts.insert(writer, { ...report, status: 'COLLECTING', figures: null, narrative: null });
        drafts.update(writer, { ...report, status: 'DRAFT', narrative: null });
        drafts.update(writer, { ...report, status: 'IN_REVIEW' });
        signed.insert(writer, version);
        for (const reached of ['SIGNED', 'SUBMITTED', 'RECEIVED'] as const) {
          drafts.update(writer, { ...report, status: reached, note });
          if (reached === status) break;
        }
        return ok(undefined);
      }),
    );
    before.close();
    return opened('2026-07-20', '2026-03-02', '2028-03-02', path);
  }

  test('is taken over from the note of an older database, day, way and receipt, before the next step', () => {
    const way = { on: '2026-07-10', channel: 'kurir tercatat (2 rangkap)' };
    const office = fromBefore('SUBMITTED', '2026-07-10 kurir tercatat (2 rangkap)');
    expect(deliveries(office)).toEqual([[1, way, null]]);
    expect(office.rows()[0]?.note).toBe('');
    valueOfResult(office.act(receive));
    expect(deliveries(office)).toEqual([[1, way, receipt]]);

    const received = fromBefore('RECEIVED', '400/99 (2026-07-15)');
    valueOfResult(received.act({ act: 'CORRECT', reportId, letter, reason }));
    expect(deliveries(received)).toEqual([[1, null, receipt]]);
  });

  test('is left in the note where it cannot be read from it', () => {
    const office = fromBefore('SUBMITTED', 'lewat kurir');
    expect(office.rows()[0]?.note).toBe('lewat kurir');
    expect(deliveries(office)).toEqual([[1, null, null]]);
    valueOfResult(office.act(receive));
    expect(deliveries(office)).toEqual([[1, null, receipt]]);
  });
});

describe('figures on request', () => {
  test('are of one day as of many, and nil where nothing was done', () => {
    const office = opened('2026-05-04');
    office.visit({ day: '2026-05-04' });
    office.visit({ day: '2026-05-05' });
    const one = office.figures('2026-05-05', '2026-05-05');
    expect(one).toMatchObject({ from: '2026-05-05', to: '2026-05-05', kind: 'ON_DEMAND' });
    expect(one.access).toMatchObject([{ month: '2026-05', serviceDays: 1, inquiries: 1, found: 1 }]);
    expect(one.readers).toMatchObject([{ reads: 1 }]);
    expect(one.balikan).toMatchObject([{ month: '2026-05', withoutService: 1 }]);
    expect(isNilReport(one)).toBe(false);
    expect(isNilReport(office.figures('2026-05-06', '2026-05-06'))).toBe(true);
  });

  test('are refused of days before the signing and of days that have not come, and counted up to this very day', () => {
    const office = opened('2026-05-04', '2026-03-02');
    const asked = (from: Day, to: Day) => failureOf(office.room.onDemand(agreementId, from, to));
    for (const [from, to] of [
      ['2026-03-01', '2026-05-04'],
      ['2026-03-02', '2026-05-05'],
      ['2026-06-01', '2026-06-30'],
    ] as const) {
      expect(asked(from, to)?.code, `${from} ${to}`).toBe('PERIOD_NOT_COUNTED');
    }
    expect(asked('2020-01-01', '2020-12-31')?.cure.id).toBe(
      'Pilih periode dari 02-03-2026 sampai 04-05-2026.',
    );
    expect(asked('2026-03-02', '2026-05-04')).toBeUndefined();
  });
});

test('a service that is recorded behind midnight belongs to the day of its visit, with its data balikan and its document', () => {
  const lastDay = '2026-06-30';
  const office = opened('2026-06-30', '2026-03-02', lastDay);
  const context = { actor: 'simula-ningsih', counter: 'Loket 1', agreementId, visitId: 'larut' };
  office.clock.set(at(lastDay, 23));
  valueOfResult(office.audit.append(context, { event: 'NIK_TYPED', outcome: 'IKD_SHOWN' }));
  office.clock.set(at('2026-07-01', 0) + 10_000);
  const visit = `INSERT INTO visit (visit_id, agreement_id, profile_version, service_code, registration_no, operator_id, counter,
    day, outcome, verified, recorded_at, mac) VALUES ('larut', ?, 1, 'BENIH', 'L1', 'x', 'Loket 1', ?, 'MATCH', 1, 1, x'00')`;
  const item = `INSERT INTO outbox_item (item_id, visit_id, agreement_id, profile_version, service_code, registration_no, nik_hash,
    status, envelope, attempts, created_at, next_attempt_at, duplicate, mac)
    VALUES ('i', 'larut', ?, 1, 'BENIH', 'L1', ?, 'QUEUED', x'00', 0, ?, 1, 0, x'00')`;
  const now = office.clock.now();
  valueOfResult(office.store.transaction((writer) => ok(writer.run(visit, agreementId, lastDay))));
  valueOfResult(
    office.store.transaction((writer) => ok(writer.run(item, agreementId, 'ab'.repeat(32), now))),
  );
  const service = {
    event: 'SERVICE_RECORDED',
    serviceCode: 'BENIH',
    outcome: 'MATCH',
    verified: true,
  } as const;
  valueOfResult(office.audit.append(context, service));
  office.tick();
  const [final] = office.rows();
  expect(final).toMatchObject({ final: true, to: lastDay, status: 'DRAFT' });
  expect(final?.figures.services).toMatchObject([{ served: 1, withIkd: 1 }]);
  expect(final?.figures.balikan.at(-1)).toMatchObject({ month: '2026-06', due: 1, waiting: 1 });
  const { balikan } = office.figures('2026-07-01', '2026-07-31');
  expect(balikan).toMatchObject([{ due: 0 }]);
});

test('who was served is counted by the document they showed, and who showed none is in neither column', () => {
  const office = opened('2026-05-04');
  const context = (visitId: string) => ({
    actor: 'simula-ningsih',
    counter: 'Loket 1',
    agreementId,
    visitId,
  });
  const service = {
    event: 'SERVICE_RECORDED',
    serviceCode: 'BENIH',
    outcome: 'MATCH',
    verified: true,
  } as const;
  const says = (visitId: string, event: Parameters<typeof office.audit.append>[1]) =>
    valueOfResult(office.audit.append(context(visitId), event));
  const ways = ['IKD_SHOWN', 'CHIP_DAMAGED', 'CARD_ABSENT', 'READER_DOWN'] as const;
  for (const outcome of ways) {
    says(outcome, { event: 'NIK_TYPED', outcome });
    says(outcome, service);
  }
  says('tap', { event: 'CARD_READ', outcome: 'OK', ms: 2000 });
  says('tap', service);
  says('no-service', { event: 'CARD_READ', outcome: 'OK', ms: 2000 });
  const { services } = office.figures('2026-05-01', '2026-05-31');
  expect(services).toMatchObject([{ withKtpEl: 3, withIkd: 1 }]);
});

test('the database knows the moves of the table, and no other', () => {
  const office = opened('2026-07-01');
  office.tick();
  const moves = new Set(reportMoves());
  for (const to of reportStatuses) {
    const write = () =>
      office.store.transaction((writer) =>
        ok(writer.run("UPDATE semester_report SET status = ?, narrative = coalesce(narrative, '{}')", to)),
      );
    if (to === 'DRAFT' || moves.has(`DRAFT>${to}`)) continue;
    expect(write, to).toThrow();
  }
  expect([...moves].sort()).toEqual([...new Set(moves)].sort());
  expect(Object.keys(reportRules)).toHaveLength(7);
});

test('no person can appear in a report, whatever names the books hold', () => {
  const poison = fc.stringMatching(/^zz[a-z]{4,12}zz$/);
  fc.assert(
    fc.property(fc.array(poison, { minLength: 2, maxLength: 4 }), (names) => {
      const office = opened('2026-05-04');
      for (const [index, name] of names.entries()) {
        office.visit({ day: `2026-05-0${index + 4}`, who: `op-${name}`, registrationNo: `REG-${name}` });
      }
      const figures = office.figures('2026-05-01', '2026-05-31');
      expect(figures.access[0]?.inquiries).toBe(names.length);
      const said = JSON.stringify(figures) + reportCsv(figures);
      for (const name of names) expect(said).not.toContain(name);
      expect(said).not.toMatch(/\d{16}/);
    }),
    { numRuns: 5 },
  );
});

test('a counter that was renamed is one reader with its whole past, and a reader in the place of another has its own only', () => {
  const office = opened('2026-05-04');
  const reads = (counter: string, day: Day, hours: number) => {
    office.clock.set(at(day, hours));
    const context = { actor: 'simula-ningsih', counter, agreementId };
    valueOfResult(office.audit.append(context, { event: 'CARD_READ', outcome: 'OK', ms: 2000 }));
  };
  // Before any reader was on record, then under the first, then under its new name, then in the one that took its place.
  reads('Loket 1', '2026-05-04', 9);
  reads('Loket 1', '2026-05-06', 9);
  reads('Loket Depan', '2026-05-11', 9);
  reads('Loket Depan', '2026-05-18', 9);
  reads('Loket Depan', '2026-05-18', 10);
  const since = (counter: string, day: Day, hours = 7) => ({ counter, since: at(day, hours) });
  const named = { sam: '–', place: 'Loket Depan', status: 'digunakan' };
  office.standing([
    {
      reader: 'RDR-1',
      ...named,
      stays: [since('Loket 1', '2026-05-05'), since('Loket Depan', '2026-05-08')],
    },
    { reader: 'RDR-2', ...named, stays: [since('Loket Depan', '2026-05-18', 10)] },
  ]);
  const { readers } = office.figures('2026-05-01', '2026-05-31');
  expect(readers.map(({ reader, place, reads }) => [reader, place, reads])).toEqual([
    ['RDR-1', 'Loket Depan', 4],
    ['RDR-2', 'Loket Depan', 1],
  ]);
});

test('the same figures come as CSV, and a cell is never a formula', () => {
  const office = opened('2026-05-04');
  office.visit({ day: '2026-05-04' });
  const figures = office.figures('2026-05-01', '2026-05-31');
  const [reader] = figures.readers;
  const csv = reportCsv({
    ...figures,
    readers: reader === undefined ? [] : [{ ...reader, place: '=1+1; "x"' }],
  });
  expect(csv).toContain('\r\nMei 2026;1;1;1;0;0;0;0;0;0;0;0;0;0,5%\r\n');
  expect(csv).toContain(`RDR-1;SAM-1;"'=1+1; ""x""";digunakan;1;–;–`);
});

test('CSV speaks as the paper does: its heads and words, and no code of the program', () => {
  const office = opened('2026-05-04');
  office.visit({ day: '2026-05-04' });
  const csv = reportCsv(office.figures('2026-05-01', '2026-05-31'));
  expect(csv).toContain('\r\nPeriode tertentu;01-05-2026;31-05-2026;1\r\n');
  const heads = paper.annexes.flatMap(({ blocks }) =>
    blocks.flatMap((block) => ('head' in block ? (block.head ?? []) : [])),
  );
  expect(heads.length).toBeGreaterThan(40);
  // What the paper puts into one column, a spreadsheet has in two.
  const apart = ['Identitas (KTP-el/IKD)', 'Sertifikat ISO 27001 (nomor, berlaku s.d.)'];
  for (const head of heads.filter((one) => !apart.includes(one))) expect(csv).toContain(head);
  expect(csv).not.toMatch(/[A-Z]_[A-Z]|[a-z][A-Z][a-z]/);
});

test('hits are the calls that left, repetitions too, in the report as in the chart; the day that Dukcapil closed says so (R-044)', () => {
  const day = '2026-05-04';
  const office = opened(day);
  office.visit({ day });
  office.visit({ day });
  // Both were repeated, one of them twice.
  valueOfResult(office.quota.add(agreementId, day, 3));
  valueOfResult(office.quota.markExhausted(agreementId, day));
  const { access } = office.figures('2026-05-01', '2026-05-31');
  expect(access).toMatchObject([{ inquiries: 5, found: 2, technical: 3, busiestDayPerMille: 25 }]);
  const view = valueOfResult(
    recent(office.store, office.counted, { agreementId, zone, dailyHits: 200 }, day),
  );
  expect(view.days.at(-1)).toMatchObject({ inquiries: 2, hits: 5, closed: true });
  const { used, exhaustedOfficially } = valueOfResult(office.quota.read(agreementId, day));
  expect({ used, exhaustedOfficially }).toEqual({ used: 5, exhaustedOfficially: true });
});

test('the share of the quota is that of the busiest day under the quota of that day, and none where there was no limit', () => {
  const office = opened('2026-05-04');
  for (const day of ['2026-05-04', '2026-05-04', '2026-05-20', '2026-06-02']) office.visit({ day });
  office.allowing([
    { since: '2026-03-02', hits: 100 },
    { since: '2026-05-15', hits: 10 },
    { since: '2026-06-01', hits: null },
    { since: '2026-07-01', hits: 50 },
  ]);
  const { access } = office.figures('2026-04-01', '2026-07-31');
  expect(access.map(({ month, busiestDayPerMille }) => [month, busiestDayPerMille])).toEqual([
    ['2026-04', 0],
    ['2026-05', 100],
    ['2026-06', null],
    ['2026-07', 0],
  ]);
});

test('the morning view has the last fourteen days, the quiet ones too, and today at the end', () => {
  const office = opened('2026-05-04');
  for (const day of ['2026-05-01', '2026-05-04', '2026-05-04', '2026-05-17']) office.visit({ day });
  const about = { agreementId, zone, dailyHits: 200 };
  const view = valueOfResult(recent(office.store, office.counted, about, '2026-05-17'));
  expect(view.days).toHaveLength(14);
  expect(view.days[0]).toEqual({
    day: '2026-05-04',
    served: 0,
    notServed: 2,
    inquiries: 2,
    hits: 2,
    closed: false,
  });
  expect(view.days.at(-1)).toMatchObject({ day: '2026-05-17', notServed: 1 });
  expect(view.days[5]).toMatchObject({ notServed: 0, inquiries: 0 });
  expect(view.answers).toEqual([{ outcome: 'MATCH', n: 3 }]);
  expect(view.backlog.map(({ waiting, held }) => waiting + held)).toEqual([0, 0, 0, 0]);
});

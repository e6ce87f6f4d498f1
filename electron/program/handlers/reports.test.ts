/** A report that was signed and then corrected, through the pages' own questions: every version is had again exactly as it was signed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ok } from '../../../native/failure.ts';
import type { PaperModel, ReportAct } from '../../contract/index.ts';
import { papers, paperTemplates } from '../../document/index.ts';
import { plainText } from '../../document/plain-text.test-support.ts';
import { failureOf, temporaryFolder, valueOfResult } from '../../store/store.test-support.ts';
import { commonOrder } from '../papers.test-support.ts';
import { sampleOfficeAt } from '../sample-office.test-support.ts';
import { paperHandlers } from './papers.ts';
import type { ProgramParts } from './parts.ts';
import { reportHandlers } from './reports.ts';

const reportId = 'tirta-pangan-2026-s1';
const first = { obstacles: 'Jaringan terputus dua hari.', followUp: 'Jalur cadangan.', suggestions: '' };
const second = { obstacles: 'Nihil.', followUp: '', suggestions: 'Tambah loket.' };

async function officeInJuly() {
  const opened = await sampleOfficeAt('2026-06-29T03:00:00Z');
  const { clock, installation, office, enter } = opened;
  const folder = temporaryFolder();
  const parts = {
    installation,
    office,
    papers: papers(
      installation.store,
      installation.audit,
      clock,
      async () => ok(Buffer.from('%PDF-')),
      office.scans,
    ),
    templates: paperTemplates(folder),
    desk: { clockFailure: () => undefined },
    setting: { agreement: () => undefined },
    saveAs: async ({ name }: { readonly name: string }) => join(folder, name),
    changed: () => undefined,
  } as unknown as ProgramParts;
  const handlers = { ...reportHandlers(parts), ...paperHandlers(parts) };
  const act = async (person: string, asked: ReportAct) => {
    enter(person);
    return valueOfResult(await handlers['reports.act'](asked));
  };
  const [manager, head] = ['uji-widodo', 'contoh-pratama'];
  return {
    ...opened,
    handlers,
    at: (now: string) => clock.set(Date.parse(now)),
    list: async () => {
      enter(manager);
      return valueOfResult(await handlers['reports.list'](undefined));
    },
    async handIn(narrative: typeof first, number: string, date: string) {
      await act(manager, { act: 'SUBMIT', reportId, narrative });
      await act(head, { act: 'SIGN', reportId, letter: { number, date } });
      await act(manager, { act: 'DISPATCH', reportId, on: date, channel: 'surel' });
    },
    correct: (date: string) =>
      act(manager, {
        act: 'CORRECT',
        reportId,
        letter: { number: '400/9', date },
        reason: 'pembacaan loket 2.',
      }),
    async printed(version?: number): Promise<PaperModel> {
      enter(manager);
      const { day: _open, ...order } = commonOrder;
      const about = version === undefined ? {} : { version };
      const asked = { kind: 'SEMESTER_REPORT', ...order, reportId, ...about } as const;
      return valueOfResult(await handlers['papers.preview'](asked)).model;
    },
    async csv(version: number): Promise<string> {
      valueOfResult(await handlers['reports.saveCsv']({ reportId, version }));
      return readFileSync(join(folder, `laporan-2026-03-02-2026-06-30-v${version}.csv`), 'utf8');
    },
    /** An answer of June that came into the books later. */
    lateAnswer() {
      const now = clock.now();
      clock.set(Date.parse('2026-06-30T03:00:00Z'));
      const context = { actor: 'simula-ningsih', counter: 'Loket 1', agreementId: opened.agreementId };
      valueOfResult(
        installation.audit.append(context, {
          event: 'INQUIRED',
          permitId: 'p',
          outcome: 'MATCH',
          differing: [],
          ms: 31,
        }),
      );
      clock.set(now);
    },
  };
}

it('the first version stays as it was signed, in words, figures, paper and CSV, when the second is signed with others', async () => {
  const office = await officeInJuly();
  office.at('2026-07-01T01:00:00Z');
  await office.list();
  await office.handIn(first, '045/7', '2026-07-01');
  const [before, csv] = [await office.printed(1), await office.csv(1)];
  office.at('2026-08-03T03:00:00Z');
  office.lateAnswer();
  await office.correct('2026-08-03');
  await office.handIn(second, '045/9', '2026-08-03');
  const again = await office.printed(1);
  expect(again).toEqual(before);
  expect(await office.csv(1)).toBe(csv);
  expect(await office.csv(2)).not.toBe(csv);
  const [one, two] = [plainText(again), plainText(await office.printed(2))];
  expect(again.draft).toBe(false);
  for (const words of ['Nomor: 045/7', 'Versi: 1\n', 'Kendala: Jaringan terputus dua hari.']) {
    expect(one).toContain(words);
  }
  expect(one).toContain('Tirta Contoh, 1 Juli 2026');
  expect(one).not.toContain('embetulan');
  expect(two).toContain('Versi: 2, menggantikan versi 1 (Nomor 045/7 tanggal 1 Juli 2026)');
  expect(two).toContain(
    'Alasan: pembacaan loket 2 (surat permintaan perbaikan Nomor 400/9 tanggal 3 Agustus 2026)',
  );
  expect(two).toContain('Kendala: Nihil.');
  const [row] = await office.list();
  const found = row?.signed.map(({ figures }) => figures.access.at(-1)?.found);
  expect(found).toEqual([0, 1]);
  expect(
    row?.signed.map(({ version, number, signedBy, narrative, correction }) => [
      ...[version, number, signedBy, narrative?.obstacles, correction?.reason],
    ]),
  ).toEqual([
    [1, '045/7', 'Contoh Pratama, S.Contoh', first.obstacles, undefined],
    [2, '045/9', 'Contoh Pratama, S.Contoh', second.obstacles, 'pembacaan loket 2.'],
  ]);
});

it('a version that nobody signed has neither paper nor CSV of its own', async () => {
  const office = await officeInJuly();
  office.at('2026-07-01T01:00:00Z');
  await office.list();
  const asked = { kind: 'SEMESTER_REPORT', ...commonOrder, reportId, version: 1 } as const;
  expect(failureOf(await office.handlers['papers.preview'](asked))?.code).toBe('STEP_ORDER');
  expect(failureOf(await office.handlers['reports.saveCsv']({ reportId, version: 2 }))?.code).toBe(
    'STEP_ORDER',
  );
  expect(plainText(await office.printed())).toContain('Kendala: ............');
});

it('figures on request are printed of one day, and refused on paper as on the page', async () => {
  const office = await officeInJuly();
  office.enter('uji-widodo');
  const asked = async (days: string) => {
    const { day: _open, ...order } = commonOrder;
    const wanted = { kind: 'SEMESTER_REPORT', ...order, reportId: `periode-${days}` } as const;
    return office.handlers['papers.preview'](wanted);
  };
  const text = plainText(valueOfResult(await asked('2026-06-29-2026-06-29')).model);
  expect(text).toContain('Periode Tertentu, 29 Juni 2026');
  expect(text).toContain('Selama periode ini tidak terdapat pemanfaatan hak akses.');
  expect(failureOf(await asked('2026-06-01-2026-06-30'))?.code).toBe('PERIOD_NOT_COUNTED');
  expect(failureOf(await asked('2026-03-01-2026-06-01'))?.code).toBe('PERIOD_NOT_COUNTED');
});

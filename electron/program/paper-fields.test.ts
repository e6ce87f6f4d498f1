/** What agreement and people give to a paper before anybody types: who signs it, and under which title. */
import { expect, test } from 'vitest';
import { breachNotices, type PaperOrder, type PersonRow, type ReportRow } from '../contract/index.ts';
import { composePaper } from '../document/index.ts';
import { samplePapers } from '../document/papers.test-support.ts';
import { failureOf, valueOfResult } from '../store/store.test-support.ts';
import { paperFieldsOf } from './paper-fields.ts';
import {
  breach,
  commonOrder as common,
  paperFacts as facts,
  responsibleHead as head,
} from './papers.test-support.ts';

const order: PaperOrder = { kind: 'OFFICE_CHANGE_LETTER', ...common };

function titleUnder(position: string, acting: boolean): string {
  const fields = valueOfResult(paperFieldsOf(order, { ...facts, head: { ...head, position, acting } }));
  const hands = composePaper(fields).blocks.find(({ kind }) => kind === 'signatures');
  return hands?.kind === 'signatures' ? (hands.columns[0]?.above.flat()[0]?.text ?? '') : '';
}

test.each([
  ['Kepala Dinas', false, 'Kepala Dinas,'],
  ['Kepala Dinas', true, 'Plt. Kepala Dinas,'],
  ['Plt. Kepala Dinas', true, 'Plt. Kepala Dinas,'],
])('the title printed over the hand of %s (stands in: %s) is %s', (position, acting, title) => {
  expect(titleUnder(position, acting)).toBe(title);
});

test('a paper of the head waits until there is one', () => {
  const { head: _, ...without } = facts;
  expect(failureOf(paperFieldsOf(order, { ...without, head: undefined }))?.code).toBe(
    'NO_ACCESS_RESPONSIBLE',
  );
});

test.each(Object.values(breachNotices))(
  '%s says what the books know of the incident, in the time of the agreement, and names nobody',
  (kind) => {
    const told = { kind, ...common, incidentId: 'insiden-1', details: {} } as PaperOrder;
    const text = JSON.stringify(
      composePaper(valueOfResult(paperFieldsOf(told, { ...facts, incidents: [breach] }))),
    );
    expect(text).toContain('21 November 2026');
    expect(text).not.toMatch(/\d{16}|Simula Ningsih/);
    if (kind === 'BREACH_NOTICE_PERSONS') return;
    expect(text).toContain('INS-CONTOH-1');
    expect(text).toContain('37 (tiga puluh tujuh) orang');
    expect(text).toContain('24 November 2026 pukul 15.10 WIB');
  },
);

const list = {
  listId: 'daftar-1',
  agreementId: 'tirta-pangan',
  number: '400.12/0042/CONTOH/2026',
  medium: 'FILE',
  items: 1011,
  preparedAt: Date.parse('2026-11-21T02:00:00Z'),
  sha256: 'ab'.repeat(32),
  request: null,
  // The last hour of a day in UTC is the next day in the office.
  from: Date.parse('2026-10-31T23:30:00Z'),
  to: Date.parse('2026-11-20T03:00:00Z'),
} as const;
const withdrawal = {
  requestId: 'tarik-1',
  receiptNo: 'BP-L1-20261120-0007',
  channel: 'LETTER',
  receivedAt: Date.parse('2026-11-20T08:10:00Z'),
  dueAt: Date.parse('2026-11-23T08:10:00Z'),
  takenBy: 'Simula Ningsih',
} as const;
const about = { ...facts, lists: () => [list], withdrawals: () => [withdrawal] };

test('a BAST of data balikan states number, count, days and checksum of the list as it is on record', () => {
  const bast = { kind: 'BALIKAN_HANDOVER', ...common, subjectId: 'daftar-1', details: {} } as const;
  const text = JSON.stringify(composePaper(valueOfResult(paperFieldsOf(bast, about))));
  expect(text).toContain(
    'sejumlah 1.011 (seribu sebelas) sebagaimana tercantum dalam daftar Nomor 400.12/0042',
  );
  expect(text).toContain('periode 1 November 2026 s.d. 20 November 2026');
  expect(text).toContain(
    `berkas PDF terkunci pada media penyimpanan, dengan nilai SHA-256: ${'ab'.repeat(32)}`,
  );
});

test('the receipt of a withdrawal states what was received, when, by whom, and until when it is carried out', () => {
  const receipt = { kind: 'WITHDRAWAL_RECEIPT', ...common, subjectId: 'tarik-1', details: {} } as const;
  const text = JSON.stringify(composePaper(valueOfResult(paperFieldsOf(receipt, about))));
  for (const words of [
    'BP-L1-20261120-0007',
    '20 November 2026 pukul 15.10 WIB',
    '23 November 2026 pukul 15.10 WIB',
    '"surat"',
    'SIMULA NINGSIH',
  ]) {
    expect(text).toContain(words);
  }
});

test.each(['BALIKAN_HANDOVER', 'WITHDRAWAL_RECEIPT'] as const)(
  'a %s about what is on no record is not made',
  (kind) => {
    const unknown = { kind, ...common, subjectId: 'entah', details: {} };
    expect(failureOf(paperFieldsOf(unknown, about))?.code).toBe('STEP_ORDER');
  },
);

test('a version that was signed without its words says so, and bears the name of who signed it then', () => {
  const signedBy = {
    personId: 'kepala-lama',
    name: 'Contoh Lama',
    position: 'Kepala Dinas',
    rank: '',
    employmentNo: '',
  };
  const kept = {
    version: 1,
    number: '400.12/0061/CONTOH/2026',
    signedOn: '2026-07-13',
    personId: signedBy.personId,
    figures: samplePapers.SEMESTER_REPORT.report,
    narrative: null,
    correction: null,
    submitted: null,
    received: null,
    frame: null,
    corrects: null,
  };
  const asked = { kind: 'SEMESTER_REPORT', ...common, reportId: 'laporan-1', version: 1 } as const;
  const known = {
    ...facts,
    people: [signedBy as unknown as PersonRow],
    signed: () => ({ report: kept, profile: facts.profile }),
  };
  const said = JSON.stringify(composePaper(valueOfResult(paperFieldsOf(asked, known))));
  expect(said).toContain('Tidak tersimpan bersama versi ini; lihat laporan yang ditandatangani.');
  expect(said).toContain('CONTOH LAMA');
  expect(said).toContain('13 Juli 2026');
  expect(said).not.toContain(head.name);
});

test('a report says the words it was reviewed with, and which letter it corrects', () => {
  const row = {
    reportId: 'laporan-1',
    version: 2,
    figures: { ...samplePapers.SEMESTER_REPORT.report, version: 2 },
    narrative: { obstacles: 'Jaringan terputus.', followUp: '', suggestions: 'Jalur cadangan.' },
    signed: [{ version: 1, number: '400.12/0061/CONTOH/2026', signedOn: '2026-07-13' }],
  } as unknown as ReportRow;
  const asked = { kind: 'SEMESTER_REPORT', ...common, reportId: 'laporan-1' } as const;
  const said = (report: ReportRow) =>
    JSON.stringify(composePaper(valueOfResult(paperFieldsOf(asked, { ...facts, reports: [report] }))));
  expect(said(row)).toContain('Jaringan terputus.');
  expect(said(row)).toContain(
    'pembetulan ke-1 atas laporan Nomor 400.12/0061/CONTOH/2026 tanggal 13 Juli 2026',
  );
  expect(said({ ...row, narrative: null })).toContain('"label":"Kendala","value":[{"text":"............"}]');
});

/** Papers: the list of those that were made, and the form of every kind beside its pages as they will print. */
import {
  appFailure,
  type PaperKind,
  type PaperRow,
  type PaperSubject,
  paperKinds,
} from '../../electron/contract/index.ts';
import { composePaper, templateOf } from '../../electron/document/index.ts';
import { sampleHandover, samplePapers } from '../../electron/document/papers.test-support.ts';
import type { Case } from './case.ts';
import { now } from './fixtures.ts';
import { asManager } from './office-cases.ts';

const { letterhead, place } = samplePapers.NDA;

const subjects: Partial<Record<PaperKind, readonly PaperSubject[]>> = {
  BALIKAN_HANDOVER: [
    { subjectId: 'daftar-contoh-2', name: '400.12/0043/CONTOH/2026', at: now },
    { subjectId: 'daftar-contoh-1', name: '400.12/0042/CONTOH/2026', at: now - 86_400_000 },
  ],
};

function form(kind: PaperKind, fields = samplePapers[kind]): Case {
  const about = kind === 'NDA' || kind === 'USER_ID_FORM' ? '/simula-ningsih' : '';
  const report = kind === 'SEMESTER_REPORT' ? '/laporan-contoh' : '';
  const incident = kind.startsWith('BREACH_NOTICE') ? '/insiden-contoh' : '';
  return {
    name: `14-surat-${kind.toLowerCase().replaceAll('_', '-')}`,
    page: 'home',
    home: asManager,
    hash: `#surat/${kind}/tirta-pangan${about}${report}${incident}`,
    paper: composePaper(fields),
    answers: {
      'papers.start': {
        letterhead,
        place,
        recipient: 'Dukcapil Kabupaten Lembah Contoh',
        numberPattern: '400.12/{urut}/CONTOH/{tahun}',
        asks: templateOf(kind).asks,
        subjects: subjects[kind] ?? [],
      },
      'papers.printers': [
        { name: 'Kantor', label: 'Printer kantor lantai 1' },
        { name: 'Loket', label: 'Printer loket' },
      ],
    },
  };
}

const draft = { ...samplePapers.BAST_SAM_RETURN, number: null, checkpoint: null };
const bast = { ...form('BAST_SAM_RETURN'), paper: composePaper(draft) };

const row = (kind: PaperKind, more: Partial<PaperRow>): PaperRow => ({
  paperId: `surat-${kind}`,
  kind,
  agreementId: 'tirta-pangan',
  personId: null,
  draft: false,
  signedBy: null,
  signerLeft: false,
  madeBy: 'Uji Widodo',
  madeAt: now - 3_600_000,
  pdfSha256: 'c0'.repeat(32),
  fieldsSha256: 'c1'.repeat(32),
  signed: null,
  ...more,
});
const list: Case = {
  name: '14-surat',
  page: 'home',
  home: asManager,
  hash: '#surat',
  paper: composePaper(samplePapers.NDA),
  answers: {
    'papers.list': [
      row('NDA', { personId: 'simula-ningsih' }),
      row('BAST_SAM_RETURN', { draft: true, signedBy: 'contoh-pratama', signerLeft: true }),
      row('SPTJM_AWAL', { signed: { number: '', signedOn: '2026-11-20', sha256: 'c2'.repeat(32) } }),
    ],
    'papers.printers': [{ name: 'Kantor', label: 'Printer kantor lantai 1' }],
  },
};
const print = '.mantine-Button-root:has-text("Cetak"), .mantine-Button-root:has-text("Print")';

export const paperCases: readonly Case[] = [
  list,
  { ...list, name: '14-surat-cetak', click: [print] },
  ...paperKinds.filter((kind) => kind !== 'BAST_SAM_RETURN').map((kind) => form(kind)),
  bast,
  { ...bast, name: '14-surat-bast-200-persen', zoom: 2 },
  { ...bast, name: '14-surat-bast-300', paper: composePaper(sampleHandover(300)) },
  {
    ...bast,
    name: '14-surat-bast-huruf',
    refusals: {
      'papers.pages': appFailure('PAPER_CHARACTER', 'paper', undefined, {
        huruf: '漢 (U+6F22)',
        teks: 'Nama: Simula 漢 Ningsih',
      }),
    },
  },
  {
    ...form('SEMESTER_REPORT'),
    ...{ name: '14-surat-laporan-versi', hash: '#surat/SEMESTER_REPORT/tirta-pangan/laporan-contoh/1' },
  },
  { ...form('NDA'), name: '14-surat-nda-cetak', press: ['c'] },
];

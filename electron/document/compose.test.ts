import { describe, expect, test } from 'vitest';
import { type PaperModel, paperKinds } from '../contract/index.ts';
import { composePaper } from './compose.ts';
import { fieldsAsJson, type PaperFields } from './fields.ts';
import { sampleHandover, samplePapers } from './papers.test-support.ts';

/** Everything a paper says, a line per text. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return `${value}\n`;
  if (Array.isArray(value) && value.every(isRun)) return `${value.map(({ text }) => text).join('')}\n`;
  return typeof value === 'object' && value !== null ? Object.values(value).map(textOf).join('') : '';
}

function isRun(value: unknown): value is { readonly text: string } {
  return typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string';
}

function signaturesOf(model: PaperModel) {
  return model.blocks.flatMap((block) => (block.kind === 'signatures' ? block.columns : []));
}

describe('every paper', () => {
  test.each(paperKinds)('%s leaves no word of its template open', (kind) => {
    expect(textOf(composePaper(samplePapers[kind]))).not.toMatch(/[{}*]|undefined|null/);
  });

  test.each(paperKinds)('%s names the institution by one variable only', (kind) => {
    const fields = samplePapers[kind];
    const model = composePaper({
      ...fields,
      institution: 'Badan Uji',
      letterhead: {
        government: 'Pemerintah Uji',
        district: '',
        office: 'Badan Uji',
        address: 'Jalan Uji',
        contact: '',
      },
      agreement: { ...fields.agreement, party1: 'Dukcapil Uji', title: 'JUDUL UJI' },
    } as PaperFields);
    const text = textOf(model).replaceAll(/Kepala Dinas|Dinas Dukcapil\/Ditjen Dukcapil/g, '');
    expect(text).toContain('Badan Uji');
    expect(text).not.toMatch(/Dinas|\bPangan|\bPANGAN|Tirta Contoh(?!,)/);
  });
});

test('a paper without a number is a draft with a dotted line, and with one it is none', () => {
  const fields = samplePapers.OFFICE_CHANGE_LETTER;
  expect(composePaper(fields).draft).toBe(false);
  const draft = composePaper({ ...fields, number: null });
  expect(draft.draft).toBe(true);
  expect(textOf(draft)).toContain('............');
  // Statements have no number of the secretariat, so nothing is missing there.
  expect(composePaper(samplePapers.NDA).draft).toBe(false);
});

test('SPTJM and NDA bear marking, form number and a box for the stamp; letters bear none', () => {
  for (const kind of ['SPTJM_AWAL', 'SPTJM_PERPANJANGAN', 'NDA'] as const) {
    const model = composePaper(samplePapers[kind]);
    expect(model.marking).toEqual(['FORMULIR', 'INTERNAL – Akses Dibatasi Hanya Untuk Internal']);
    expect(textOf(model.head)).toContain('FR.01-SOP-08/DITJEN-DUKCAPIL');
    expect(signaturesOf(model).map(({ stampDuty }) => stampDuty)).toEqual([true]);
  }
  for (const kind of ['USER_ID_FORM', 'USER_ID_BAST', 'OFFICE_CHANGE_LETTER'] as const) {
    expect(signaturesOf(composePaper(samplePapers[kind])).some(({ stampDuty }) => stampDuty)).toBe(false);
  }
});

test('the SPTJM speaks of the methods that the agreement grants, and of no others (domain B-5)', () => {
  const fields = samplePapers.SPTJM_AWAL;
  const granted = (methods: typeof fields.agreement.methods) =>
    textOf(composePaper({ ...fields, agreement: { ...fields.agreement, methods } }));
  expect(granted(['WEB_PORTAL'])).toContain('melalui web portal pada jaringan tertutup');
  expect(granted(['WEB_PORTAL'])).not.toMatch(/web service|Card Reader/);
  expect(granted(['WEB_PORTAL', 'CARD_READER'])).toContain(
    'melalui web portal dan perangkat pembaca KTP-el (Card Reader) pada',
  );
  expect(granted(['CARD_READER', 'WEB_PORTAL', 'WEB_SERVICE'])).toContain(
    'melalui web service, web portal, dan perangkat pembaca KTP-el (Card Reader) pada',
  );
});

test('the record of User IDs opens with the day in words, is secret, and shows neither User ID nor password', () => {
  const model = composePaper(samplePapers.USER_ID_BAST);
  expect(model.marking).toEqual(['RAHASIA']);
  expect(textOf(model)).toContain(
    'Pada hari ini, Senin, tanggal dua puluh tiga bulan November tahun dua ribu dua puluh enam (23-11-2026), bertempat di Tirta Contoh,',
  );
  expect(textOf(model)).toContain('untuk 2 (dua) pengguna');
  expect(textOf(model)).toContain('dalam rangkap 2 (dua)');
  const table = model.blocks.find((block) => block.kind === 'table');
  expect(table?.rows.map(([, before, after]) => [before, after])).toEqual([
    ['', ''],
    ['', ''],
  ]);
});

describe('the BAST of SAM cards', () => {
  const said = (fields: PaperFields) => textOf(composePaper(fields));
  const rowsOf = (model: PaperModel) =>
    model.annexes.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'table' ? [block.rows] : [])),
    );

  test('counts in its text what its annex lists, in figures and words', () => {
    const model = composePaper(sampleHandover(21));
    const [inventory, files] = rowsOf(model);
    expect(inventory).toHaveLength(21);
    expect(files).toHaveLength(20);
    expect(textOf(model)).toContain('menerima 20 (dua puluh) kartu SAM sebagaimana tercantum dalam lampiran');
    expect(textOf(model)).toContain('1 (satu) kartu SAM yang hilang dengan laporan Nomor INS-CONTOH-07');
    expect(textOf(model)).toContain(
      '21 (dua puluh satu) perangkat pembaca KTP-el (Card Reader) milik PIHAK KESATU',
    );
    expect(textOf(model)).toContain(
      'Jumlah: 21 (dua puluh satu) kartu SAM dan 21 (dua puluh satu) perangkat',
    );
    expect(textOf(model)).toContain('dibuat dalam rangkap 3 (tiga)');
  });

  test('names one reason, and what became of configurations and kept data', () => {
    const fields = sampleHandover(3);
    expect(said(fields)).toContain(
      'sehubungan dengan tidak diperpanjangnya Perjanjian Kerja Sama yang berakhir pada tanggal 2 Maret 2028',
    );
    expect(said({ ...fields, reason: 'PENGGANTIAN' })).toContain('sehubungan dengan penggantian perangkat');
    expect(said(fields)).toContain('310 (tiga ratus sepuluh) rekaman tetap disimpan');
    expect(said({ ...fields, kept: { count: 0, treatment: 'RETAIN' } })).toContain(
      'Tidak ada data KTP-el yang disimpan',
    );
    const deactivatedOnly = said({ ...fields, files: [] });
    expect(deactivatedOnly).toContain(
      'tidak ada yang dikembalikan; kartu SAM dinonaktifkan oleh Direktorat Jenderal',
    );
    expect(deactivatedOnly).not.toContain('Berkas konfigurasi yang dikembalikan');
    expect(said(fields)).toContain('pada tanggal 3 Maret 2028 pukul 09.30 WIB oleh Coba Hartono');
  });

  test('leaves dots for who receives and who witnesses, where that is not known yet', () => {
    const open = { name: '', employmentNo: '', position: '' };
    const fields = { ...sampleHandover(1), witnesses: [open, open], acknowledgedBy: null };
    const hands = signaturesOf(
      composePaper({ ...fields, receiver: { ...open, rank: '', office: '', address: '' } }),
    );
    expect(hands.map(({ name }) => name.startsWith('....'))).toEqual([true, false, true, true]);
  });

  test('bears the checkpoint of the log, and only where that was signed', () => {
    const blocks = composePaper(sampleHandover(1)).annexes[0]?.blocks;
    const witness = blocks?.find(({ kind }) => kind === 'checkpoint');
    expect(witness).toEqual({ kind: 'checkpoint', text: sampleHandover(1).checkpoint });
    expect(witness).toMatchObject({ text: expect.stringMatching(/^KTK2 /) });
  });
});

test('who is no civil servant has no line for rank and NIP, and a day that is not known is left open', () => {
  const { signer } = samplePapers.NDA;
  const model = composePaper({
    ...samplePapers.NDA,
    day: null,
    signer: { ...signer, rank: '', employmentNo: '' },
  });
  expect(signaturesOf(model)[0]).toMatchObject({ name: 'SIMULA NINGSIH', below: [] });
  expect(textOf(model)).toContain('Tirta Contoh, ......');
});

test('marks of a template in what somebody typed are only characters', () => {
  const { signer } = samplePapers.NDA;
  const model = composePaper({ ...samplePapers.NDA, signer: { ...signer, name: '*Simula* {nip}' } });
  expect(textOf(model)).toContain('*Simula* {nip}');
});

test('the copy of the fields is the same text however they were put together, and refuses a day that is none', () => {
  const fields = samplePapers.NDA;
  const turned = Object.fromEntries(Object.entries(fields).reverse()) as typeof fields;
  expect(fieldsAsJson(turned)).toBe(fieldsAsJson(fields));
  expect(JSON.parse(fieldsAsJson(fields))).toEqual(fields);
  expect(() => fieldsAsJson({ ...fields, day: '2026-02-29' })).toThrow();
});

test('the request for an extension goes to the Dirjen through the Dinas, with the last day and the operators but no NIK', () => {
  const fields = samplePapers.EXTENSION_LETTER;
  const text = textOf(composePaper({ ...fields, details: { jangkaWaktu: '2 (dua) tahun' } }));
  expect(text).toContain('Yth. Direktur Jenderal Kependudukan dan Pencatatan Sipil');
  expect(text).toContain(`melalui Kepala ${fields.agreement.party1}`);
  expect(text).toContain('yang berakhir pada tanggal 2 Maret 2028');
  expect(text).toContain('selama 2 (dua) tahun');
  expect(text).toContain('DAFTAR OPERATOR');
  expect(text).not.toMatch(/\d{16}/);
  expect(text).not.toContain('konsep adendum');
  expect(textOf(composePaper({ ...fields, details: { konsepAdendum: 'ya' } }))).toContain('konsep adendum');
});

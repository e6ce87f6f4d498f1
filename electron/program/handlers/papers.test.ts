/** From what is known of an office to a PDF in a folder: nothing leaves that is not on record, and nothing half. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ok } from '../../../native/failure.ts';
import { sampleAgreement } from '../../agreement/index.ts';
import {
  appFailure,
  channels,
  type PaperOrder,
  type PaperPreview,
  paperKinds,
} from '../../contract/index.ts';
import { papers, paperTemplates, templateOf } from '../../document/index.ts';
import { type Assembled, servedAndKept, serviceContext } from '../../ledger/ledger.test-support.ts';
import { ready } from '../../sealing/index.ts';
import { failureOf, temporaryFolder, valueOfResult } from '../../store/store.test-support.ts';
import { papersInTheirProcess } from '../paper-process.ts';
import { samReturnOrder } from '../papers.test-support.ts';
import { sampleOfficeAt } from '../sample-office.test-support.ts';
import { paperHandlers } from './papers.ts';
import type { ProgramParts } from './parts.ts';

const letterhead = {
  government: 'Pemerintah Kabupaten Tirta Contoh',
  district: '',
  office: 'Dinas Pangan dan Perkebunan',
  address: 'Jalan Contoh Nomor 1',
  contact: '',
};
const nda: PaperOrder = {
  kind: 'NDA',
  agreementId: 'tirta-pangan',
  personId: 'simula-ningsih',
  letterhead,
  place: 'Tirta Contoh',
};

async function sampleOffice(
  process: (order: unknown) => Promise<unknown> = async () => ok(Buffer.from('%PDF-')),
) {
  const { clock, installation, office, enter } = await sampleOfficeAt('2026-11-22T03:00:00Z');
  const { store, audit } = installation;
  const { sessions } = office.people;
  enter('uji-widodo');
  const folder = temporaryFolder();
  const printed: { tries: number; failure: ReturnType<typeof appFailure> | undefined } = {
    tries: 0,
    failure: undefined,
  };
  let chosen: string | undefined = join(folder, 'nda.pdf');
  let whileChoosing: () => void = () => undefined;
  const parts = {
    installation,
    office,
    papers: papers(store, audit, clock, papersInTheirProcess(process), office.scans),
    pagesOf: papersInTheirProcess(process),
    templates: paperTemplates(folder),
    saveAs: async () => {
      whileChoosing();
      return chosen;
    },
    paperPrinter: {
      list: async () => [],
      print: async () => {
        printed.tries += 1;
        return printed.failure;
      },
    },
    changed: () => undefined,
  } as unknown as ProgramParts;
  const handlers = paperHandlers(parts);
  return {
    folder,
    enter,
    printed,
    installation,
    audit,
    sessions,
    handlers,
    choose: (path: string | undefined) => {
      chosen = path;
    },
    meanwhile: (work: () => void) => {
      whileChoosing = work;
    },
    kinds: async () => valueOfResult(await handlers['papers.list']({ limit: 9 })).map(({ kind }) => kind),
  };
}

function textOf(model: PaperPreview): string {
  return JSON.stringify(model);
}

it('an NDA is made from what is known of the person, and lies in the folder with the copy of its fields', async () => {
  const { handlers, folder, kinds } = await sampleOffice();
  const preview = valueOfResult(await handlers['papers.preview'](nda));
  expect(textOf(preview)).toContain('Simula Ningsih');
  expect(textOf(preview)).toContain('400.12/0001/CONTOH/2026');
  valueOfResult(await handlers['papers.make'](nda));
  expect(readFileSync(join(folder, 'nda.pdf'), 'utf8')).toBe('%PDF-');
  expect(JSON.parse(readFileSync(join(folder, 'nda.json'), 'utf8'))).toMatchObject({
    kind: 'NDA',
    personId: 'simula-ningsih',
    institution: sampleAgreement().parties.party2.name,
  });
  expect(await kinds()).toEqual(['NDA']);
});

it('the pages are shown of what stands before the annexes, and of the whole; nothing is on record', async () => {
  const laidOut: number[] = [];
  const { handlers, kinds } = await sampleOffice(async (order) => {
    laidOut.push((order as PaperPreview['model']).annexes.length);
    return ok(Buffer.from('%PDF-'));
  });
  const pages = async (order: PaperOrder, part: 'BEGINNING' | 'WHOLE') =>
    valueOfResult(await handlers['papers.pages']({ order, part })).whole;
  const details = {};
  const letter = { agreementId: 'tirta-pangan', letterhead, place: 'Tirta Contoh', details } as const;
  const request = { kind: 'SAM_REQUEST_LETTER', ...letter } as const;
  expect(await pages(request, 'BEGINNING')).toBe(false);
  expect(await pages(request, 'WHOLE')).toBe(true);
  expect(await pages(nda, 'BEGINNING')).toBe(true);
  expect(laidOut).toEqual([0, 1, 0]);
  expect(await kinds()).toEqual([]);
});

it('who is on the way to a paper has its process lay out a trial sheet, of which nothing is on record', async () => {
  const laidOut: unknown[] = [];
  const { handlers, kinds } = await sampleOffice(async (order) => {
    laidOut.push(order);
    return ok(Buffer.from('%PDF-'));
  });
  valueOfResult(await handlers['papers.expect'](undefined));
  expect(laidOut).toMatchObject([{ title: '', blocks: [{ kind: 'text' }, { kind: 'table' }] }]);
  expect(await kinds()).toEqual([]);
});

it('every other paper is signed by the head, and says what the office knows', async () => {
  const { handlers } = await sampleOffice();
  const common = { agreementId: 'tirta-pangan', letterhead, place: 'Tirta Contoh', day: '2026-11-23' };
  const request = { number: '400.12/0123/CONTOH/2026', date: '2026-11-02' };
  const said = async (order: PaperOrder) => textOf(valueOfResult(await handlers['papers.preview'](order)));
  const head = 'CONTOH PRATAMA';
  expect(await said({ kind: 'SPTJM_AWAL', ...common })).toContain(head);
  const extension = {
    kind: 'SPTJM_PERPANJANGAN',
    ...common,
    request,
    subject: 'Permohonan Perpanjangan',
  } as const;
  expect(await said(extension)).toContain(request.number);
  const form = { kind: 'USER_ID_FORM', ...common, personId: 'simula-ningsih', cause: 'CHANGE' } as const;
  expect(await said(form)).toMatch(/Simula Ningsih.*40\.01.*CONTOH PRATAMA/);
  const bast = await said({ kind: 'USER_ID_BAST', ...common, request });
  expect(bast).toMatch(/Simula Ningsih/);
  expect(bast).toMatch(/Peraga Santoso/);
  const letter = await said({ kind: 'OFFICE_CHANGE_LETTER', ...common, number: '1/CONTOH' });
  expect(letter).toContain(head);
});

it('the head of the letter is remembered, for the agreement it was written under', async () => {
  const { handlers } = await sampleOffice();
  const start = async () =>
    valueOfResult(await handlers['papers.start']({ agreementId: 'tirta-pangan', kind: 'NDA' }));
  expect(await start()).toMatchObject({
    letterhead: { office: sampleAgreement().parties.party2.name },
    place: '',
  });
  valueOfResult(await handlers['papers.make'](nda));
  expect(await start()).toMatchObject({ letterhead, place: 'Tirta Contoh' });
});

it('a dialog that was closed, a process that died and somebody unknown leave nothing behind', async () => {
  const closed = await sampleOffice();
  closed.choose(undefined);
  valueOfResult(await closed.handlers['papers.make'](nda));
  expect(await closed.kinds()).toEqual([]);
  const dead = await sampleOffice(async () => undefined);
  expect(failureOf(await dead.handlers['papers.make'](nda))?.code).toBe('PAPER_PROCESS_DIED');
  const unknown = { ...nda, personId: 'tidak-ada' };
  expect(failureOf(await dead.handlers['papers.make'](unknown))?.code).toBe('STEP_ORDER');
  expect(await dead.kinds()).toEqual([]);
  expect(existsSync(join(dead.folder, 'nda.pdf'))).toBe(false);
});

it('who has left the keyboard while the dialog stood open puts nothing on record', async () => {
  const { handlers, sessions, meanwhile, kinds, folder } = await sampleOffice();
  meanwhile(() => valueOfResult(sessions.practise('coba-hartono')));
  expect(failureOf(await handlers['papers.make'](nda))?.code).toBe('NOT_PERMITTED');
  expect(await kinds()).toEqual([]);
  expect(existsSync(join(folder, 'nda.pdf'))).toBe(false);
});

it('a paper that could not be written is on record all the same, and is written again from there', async () => {
  const { handlers, choose, folder } = await sampleOffice();
  choose(join(folder, 'tidak-ada', 'nda.pdf'));
  expect(failureOf(await handlers['papers.make'](nda))).toMatchObject({
    code: 'PAPER_NOT_WRITTEN',
    detail: 'ENOENT',
  });
  const [row] = valueOfResult(await handlers['papers.list']({ limit: 9 }));
  choose(join(folder, 'nda.pdf'));
  valueOfResult(await handlers['papers.save']({ paperId: row?.paperId ?? '' }));
  expect(readFileSync(join(folder, 'nda.pdf'), 'utf8')).toBe('%PDF-');
  expect(failureOf(await handlers['papers.save']({ paperId: 'tidak-ada' }))?.code).toBe('STEP_ORDER');
});

it('a letter is made of what the books know and what its template asks for, and dots where nothing was typed', async () => {
  const { handlers } = await sampleOffice();
  const order = {
    kind: 'SAM_REQUEST_LETTER',
    agreementId: 'tirta-pangan',
    letterhead,
    place: 'Tirta Contoh',
    details: { petugas: '', tembusanSurat: 'Gubernur Nusa Contoh\n\n Inspektorat ' },
  } as const;
  const { asks } = valueOfResult(
    await handlers['papers.start']({ agreementId: 'tirta-pangan', kind: 'SAM_REQUEST_LETTER' }),
  );
  expect(asks.map(({ name }) => name)).toEqual(['petugas', 'tembusanSurat']);
  const said = textOf(valueOfResult(await handlers['papers.preview'](order)));
  expect(said).toContain('............');
  expect(said).toContain('1. Gubernur Nusa Contoh');
  expect(said).toContain('2. Inspektorat');
  const alone = { ...order, details: { petugas: 'Coba Hartono' } };
  const withoutCopies = textOf(valueOfResult(await handlers['papers.preview'](alone)));
  expect(withoutCopies).toContain('Coba Hartono');
  expect(withoutCopies).not.toContain('Tembusan');
  expect(said).toContain('serta Petunjuk Teknis Nomor');
});

it('a BAST bears a checkpoint of the log that the verifier accepts against the exported log, and no other', async () => {
  const { handlers, folder, audit } = await sampleOffice();
  const order = {
    kind: 'USER_ID_BAST',
    agreementId: 'tirta-pangan',
    letterhead,
    place: 'Tirta Contoh',
    request: { number: '400.12/0123/CONTOH/2026', date: '2026-11-02' },
  } as const;
  const before = valueOfResult(audit.head()).count;
  expect(valueOfResult(await handlers['papers.preview'](order)).model.blocks.at(-1)).toEqual({
    kind: 'checkpoint',
    text: null,
  });
  expect(valueOfResult(audit.head()).count).toBe(before);
  valueOfResult(await handlers['papers.make'](order));
  const { checkpoint } = JSON.parse(readFileSync(join(folder, 'nda.json'), 'utf8')) as { checkpoint: string };
  const log = join(folder, 'audit.jsonl');
  valueOfResult(await audit.exportTo(log, { actor: 'uji-widodo', counter: 'Loket 1' }));
  const verified = (text: string) =>
    spawnSync(process.execPath, ['scripts/audit-verify.mjs', log, '--checkpoint', text], {
      encoding: 'utf8',
    });
  expect(verified(checkpoint)).toMatchObject({ status: 0, stdout: expect.stringContaining('whole') });
  // A log that somebody began anew has the same shape, and not what the paper says.
  const other = await sampleOffice();
  valueOfResult(await other.handlers['papers.make'](order));
  const foreign = JSON.parse(readFileSync(join(other.folder, 'nda.json'), 'utf8')) as { checkpoint: string };
  expect(verified(foreign.checkpoint).status).toBe(1);
});

it('every BAST and report bears a checkpoint, and no letter costs one', async () => {
  const bearing = paperKinds.filter((kind) => JSON.stringify(templateOf(kind)).includes('"checkpoint"'));
  expect(bearing).toEqual([
    'USER_ID_BAST',
    'SEMESTER_REPORT',
    'BAST_SAM_RETURN',
    'SAM_INVENTORY',
    'SAM_LOSS_REPORT',
    'BALIKAN_HANDOVER',
    'ERASURE_RECORD',
    'MONITORING_REPORT',
  ]);
});

it('a BAST of SAM cards is shown, and not printed while a SAM card still reads', async () => {
  const { handlers, kinds } = await sampleOffice();
  const order = samReturnOrder();
  const shown = valueOfResult(await handlers['papers.preview'](order));
  expect(shown.model.title).toBe('BAST Pengembalian Kartu SAM');
  expect(shown.hindrance?.code).toBe('BAST_DISAGREES');
  expect(failureOf(await handlers['papers.make'](order))?.code).toBe('BAST_DISAGREES');
  expect(await kinds()).toEqual([]);
});

it('a print that was signed before its head took office is not attached, and says since when they hold it', async () => {
  const { handlers } = await sampleOffice();
  const sptjm: PaperOrder = {
    kind: 'SPTJM_AWAL',
    agreementId: 'tirta-pangan',
    letterhead,
    place: 'Tirta Contoh',
  };
  valueOfResult(await handlers['papers.make'](sptjm));
  const [row] = valueOfResult(await handlers['papers.list']({ limit: 1 }));
  expect(row).toMatchObject({ kind: 'SPTJM_AWAL', signerLeft: false });
  const signed = { paperId: row?.paperId ?? '', number: '', signedOn: '2001-01-01', scanId: 'tidak-ada' };
  expect(failureOf(await handlers['papers.attach'](signed))?.code).toBe('SIGNED_OUTSIDE_OFFICE');
  const today = { ...signed, signedOn: '2026-11-22' };
  expect(failureOf(await handlers['papers.attach'](today))?.code).toBe('SCAN_REQUIRED');
});

describe('the receipt of a withdrawal (R-093)', () => {
  beforeAll(ready);

  /** Somebody withdraws at the counter; the operator who took it sits there. */
  async function withdrawn() {
    const opened = await sampleOffice();
    const { installation, enter, handlers } = opened;
    const fact = { ...servedAndKept(installation as unknown as Assembled), agreementId: 'tirta-pangan' };
    const context = { ...serviceContext, operatorId: 'simula-ningsih', day: '2026-11-22' };
    valueOfResult(installation.recordService(fact, context));
    const receiptNo = fact.consent?.receiptNo ?? '';
    const taken = {
      act: 'TAKE',
      kind: 'WITHDRAWAL',
      channel: 'COUNTER',
      identityChecked: true,
      receiptNo,
    } as const;
    const operator = { personId: 'simula-ningsih', roles: ['OPERATOR'], counter: 'Loket 1' } as const;
    valueOfResult(installation.requests.act(taken, operator));
    const [request] = valueOfResult(installation.requests.withdrawals('tirta-pangan'));
    const asked = { agreementId: 'tirta-pangan', requestId: request?.requestId ?? '' };
    enter('simula-ningsih');
    return { ...opened, asked, receiptNo, see: () => handlers['papers.receipt'](asked) };
  }

  it('is seen and printed by the operator who took it, with nothing typed, and is on record before', async () => {
    const { see, handlers, asked, receiptNo, printed, kinds, audit } = await withdrawn();
    const { model } = valueOfResult(await see());
    expect(model.draft).toBe(false);
    for (const words of [`Nomor: ${receiptNo}`, 'SIMULA NINGSIH', sampleAgreement().parties.party2.name]) {
      expect(JSON.stringify(model)).toContain(words);
    }
    expect([await kinds(), printed.tries]).toEqual([[], 0]);
    valueOfResult(await handlers['papers.giveReceipt'](asked));
    expect([await kinds(), printed.tries]).toEqual([['WITHDRAWAL_RECEIPT'], 1]);
    const next = await handlers['papers.start']({ agreementId: 'tirta-pangan', kind: 'WITHDRAWAL_RECEIPT' });
    expect(valueOfResult(next)).toMatchObject({ place: '', letterhead: { address: '' } });
    expect(valueOfResult(audit.list(9))).toEqual(
      expect.arrayContaining([expect.objectContaining({ event: 'PAPER_MADE', actor: 'simula-ningsih' })]),
    );
  });

  it('that no printer took is the same paper when it is tried again', async () => {
    const { handlers, asked, printed, kinds } = await withdrawn();
    printed.failure = appFailure('PAPER_NOT_PRINTED', 'print', undefined, { printer: 'x' });
    expect(failureOf(await handlers['papers.giveReceipt'](asked))?.code).toBe('PAPER_NOT_PRINTED');
    printed.failure = undefined;
    valueOfResult(await handlers['papers.giveReceipt'](asked));
    expect([await kinds(), printed.tries]).toEqual([['WITHDRAWAL_RECEIPT'], 2]);
  });

  it('there is none of a request that is no withdrawal, and none for who takes no requests', async () => {
    const { handlers, asked } = await withdrawn();
    const unknown = { ...asked, requestId: 'tidak-ada' };
    expect(failureOf(await handlers['papers.receipt'](unknown))?.code).toBe('STEP_ORDER');
    expect(failureOf(await handlers['papers.giveReceipt'](unknown))?.code).toBe('STEP_ORDER');
    for (const name of ['papers.receipt', 'papers.giveReceipt'] as const) {
      expect(channels[name].who).toEqual({ do: 'TAKE_REQUEST' });
    }
  });
});

/** SAM cards through the real office: from the pages to the desk, and off by themselves when their agreement stops. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ok } from '../../../native/failure.ts';
import type { CustodyAct } from '../../contract/index.ts';
import { papers, paperTemplates } from '../../document/index.ts';
import { failureOf, temporaryFolder, valueOfResult } from '../../store/store.test-support.ts';
import { samReturnOrder } from '../papers.test-support.ts';
import { sampleCounterAt } from '../sample-office.test-support.ts';
import { custodyHandlers } from './custody.ts';
import { officeHandlers } from './office.ts';
import { paperHandlers } from './papers.ts';
import type { ProgramParts } from './parts.ts';
import { setupHandlers } from './setup.ts';

const today = '2026-11-22';
const letter = { number: '400.12/0042/CONTOH/2026', date: today };
const uid = '04112233445566';
const terminal = 'Pembaca Contoh 00 00';
const fileOfCard = `SERIAL: SAM-CONTOH-0001\nPCID: ${'0a'.repeat(16)}\nCONF: ${'0b'.repeat(32)}\nUID: ${uid}\n`;
/** What the counter used before the books kept its card. */
const former = { pcid: '01'.repeat(16), conf: '02'.repeat(32), uid: 'ffffffffffffff' };

async function officeWithCounter() {
  const opened = await sampleCounterAt(`${today}T03:00:00Z`, former);
  const { clock, installation, office, desk, identity } = opened;
  const folder = temporaryFolder();
  const { store, audit } = installation;
  const parts = {
    papers: papers(store, audit, clock, async () => ok(Buffer.from('%PDF-')), office.scans),
    templates: paperTemplates(folder),
    saveAs: async () => join(folder, 'bast.pdf'),
    installation,
    office,
    identity,
    desk,
    changed: () => undefined,
    pickFile: async () => ok({ name: 'sam.txt', path: '', bytes: Buffer.from(fileOfCard) }),
  } as unknown as ProgramParts;
  const handlers = {
    ...officeHandlers(parts),
    ...custodyHandlers(parts),
    ...paperHandlers(parts),
    ...setupHandlers(parts),
  };
  const act = async (asked: CustodyAct) => valueOfResult(await handlers['custody.act'](asked));
  const view = async () => valueOfResult(await handlers['custody.view'](undefined));
  return { ...opened, handlers, act, view };
}
type OfficeWithCounter = Awaited<ReturnType<typeof officeWithCounter>>;

/** Everything IT staff do, and the confirmation of the manager. */
async function activated({
  agreementId,
  office,
  handlers,
  enter,
  act,
  view,
}: OfficeWithCounter): Promise<string> {
  enter('coba-hartono');
  await act({ act: 'PROCURE', agreementId, count: 1, vendor: 'Vendor Contoh', document: letter });
  const samId = (await view()).cards[0]?.samId ?? '';
  await act({ act: 'REQUEST_PERSO', samIds: [samId], letter, ticket: 'SIFILMA-1', ticketOn: today });
  await act({ act: 'RECEIVE', samId, letter, serial: 'SAM-CONTOH-0001' });
  expect(await handlers['custody.importConfiguration']({ samId })).toEqual(ok({ name: 'sam.txt' }));
  const reader = { serial: 'RDR-CONTOH-01', model: 'Contoh', terminal, counter: 'Loket 1' };
  await act({ act: 'REGISTER_READER', agreementId, ...reader });
  const readerId = (await view()).readers[0]?.readerId ?? '';
  const tested = { passed: true, openRefused: false, failures: [], terminal };
  valueOfResult(office.custody.recordTest(samId, tested, valueOfResult(office.people.sessions.acting())));
  await act({ act: 'PAIR', samId, readerId });
  await act({ act: 'PROPOSE_ACTIVATION', samId });
  enter('uji-widodo');
  const [proposal] = valueOfResult(await handlers['proposals.list'](undefined));
  if (proposal === undefined) throw new Error('nothing waits');
  expect(proposal).toMatchObject({ kind: 'SAM_ACTIVATION', subject: 'SAM-CONTOH-0001', mine: true });
  expect(proposal.changes.map(({ field, to }) => `${field} ${to}`)).toEqual([
    'samStatus ACTIVE',
    'reader RDR-CONTOH-01',
    'counter Loket 1',
  ]);
  const { proposalId, sha256 } = proposal;
  valueOfResult(await handlers['proposals.decide']({ proposalId, sha256, decision: 'CONFIRM', note: '' }));
  return samId;
}

it('takes a card from purchase to the desk, and its SAM out of the books from then on', async () => {
  const world = await officeWithCounter();
  const { office, setting, agreementId } = world;
  expect(setting.connection()?.sam).toEqual(former);
  await activated(world);
  expect(setting.connection()?.sam).toEqual({ pcid: '0a'.repeat(16), conf: '0b'.repeat(32), uid });
  expect(office.custody.unfit(agreementId, terminal, uid)).toBeUndefined();
  expect(office.custody.unfit(agreementId, terminal, former.uid)?.code).toBe('SAM_READER_MISMATCH');
});

it('has no card read when its agreement is suspended, and gives it back to the counter only by hand', async () => {
  const world = await officeWithCounter();
  const { office, setting, agreementId, handlers, enter, act, view } = world;
  const samId = await activated(world);
  enter('contoh-pratama');
  const suspended = { act: 'SUSPEND', agreementId, cause: 'INCIDENT', reason: 'contoh' } as const;
  valueOfResult(await handlers['agreements.act'](suspended));
  expect((await view()).cards[0]?.status).toBe('SUSPENDED');
  expect(office.custody.unfit(agreementId, terminal, uid)?.code).toBe('SAM_NOT_ACTIVE');
  expect(setting.connection()?.sam).toBeUndefined();
  valueOfResult(await handlers['agreements.act']({ act: 'RESUME', agreementId, letter }));
  expect((await view()).cards[0]?.status).toBe('SUSPENDED');
  enter('coba-hartono');
  await act({ act: 'RESUME', samId, reason: 'PKS berlaku kembali' });
  expect(office.custody.unfit(agreementId, terminal, uid)).toBeUndefined();
});

it('keeps the name of the counter while a reader is on record under it, and reads on under another once the reader has it', async () => {
  const world = await officeWithCounter();
  const { office, identity, agreementId, handlers, act, enter, view } = world;
  const samId = await activated(world);
  enter('coba-hartono');
  const renamed = async () => failureOf(await handlers['setup.counter']({ name: 'Loket Benih', sign: 'L1' }));
  expect(await renamed()).toMatchObject({ code: 'COUNTER_HAS_READER' });
  expect(identity.name).toBe('Loket 1');
  expect(failureOf(await handlers['setup.counter']({ name: 'Loket 1', sign: 'B1' }))).toBeUndefined();
  await act({ act: 'SUSPEND', samId, reason: 'loket berganti nama' });
  const readerId = (await view()).readers[0]?.readerId ?? '';
  await act({
    act: 'MOVE_READER',
    readerId,
    terminal,
    counter: 'Loket Benih',
    reason: 'loket berganti nama',
  });
  expect(await renamed()).toBeUndefined();
  await act({ act: 'RESUME', samId, reason: 'loket berganti nama' });
  expect(office.custody.unfit(agreementId, terminal, uid)).toBeUndefined();
});

it('stops the cards at the last midnight, and keeps the agreement from being closed over one', async () => {
  const world = await officeWithCounter();
  const { clock, office, agreementId, handlers, enter, view } = world;
  await activated(world);
  clock.set(Date.parse('2028-03-02T17:00:00Z'));
  valueOfResult(office.agreements.tick());
  enter('contoh-pratama');
  expect((await view()).cards[0]?.status).toBe('SUSPENDED');
  const detail = valueOfResult(await handlers['agreements.detail']({ agreementId }));
  expect(detail.end.find(({ item }) => item === 'SAM_RETURNED')).toMatchObject({ done: false, detail: '1' });
  const closing = office.agreements.act(
    { act: 'CLOSE', agreementId },
    { personId: 'contoh-pratama', roles: ['ACCESS_RESPONSIBLE'], counter: 'Loket 1' },
  );
  expect(failureOf(closing)?.code).toBe('CLOSING_INCOMPLETE');
});

it('counts a lost card of an agreement that was revoked as not settled, until it is written off', async () => {
  const world = await officeWithCounter();
  const { office, agreementId, handlers, enter, act, view } = world;
  const samId = await activated(world);
  enter('simula-ningsih');
  await act({ act: 'REPORT_LOST', samId, kind: 'STOLEN', incident: 'LP-1' });
  expect(office.custody.refusedHere(agreementId)?.code).toBe('SAM_NOT_ACTIVE');
  enter('contoh-pratama');
  const ending = { act: 'TERMINATE', agreementId, cause: 'BREACH', letter, effectiveOn: today } as const;
  valueOfResult(await handlers['agreements.act'](ending));
  valueOfResult(office.agreements.tick());
  const open = async () =>
    valueOfResult(await handlers['agreements.detail']({ agreementId })).end.find(
      ({ item }) => item === 'SAM_RETURNED',
    );
  expect((await view()).cards[0]).toMatchObject({ status: 'LOST_OR_DAMAGED', next: { event: 'WRITE_OFF' } });
  expect(await open()).toMatchObject({ done: false, detail: '1' });
  enter('coba-hartono');
  const lost = { act: 'WRITE_OFF', samId, report: letter, deactivation: letter } as const;
  expect(failureOf(await handlers['custody.act'](lost))?.code).toBe('BAST_REQUIRED');
  await act({ act: 'DEACTIVATE_READER', readerId: (await view()).readers[0]?.readerId ?? '', letter });
  enter('uji-widodo');
  valueOfResult(await handlers['papers.make'](samReturnOrder({ day: today, reason: 'DIAKHIRI' })));
  const [paper] = valueOfResult(await handlers['papers.list']({ limit: 1 }));
  const bast = paper?.paperId ?? '';
  enter('coba-hartono');
  expect(failureOf(await handlers['custody.act']({ ...lost, bast }))?.code).toBe('BAST_REQUIRED');
  enter('uji-widodo');
  const scan = valueOfResult(office.scans.pick({ name: 'bast.pdf', bytes: Buffer.from('%PDF-%%EOF') }));
  const signed = { paperId: bast, number: '020/0450/CONTOH/2026', signedOn: today, scanId: scan.scanId };
  valueOfResult(await handlers['papers.attach'](signed));
  enter('coba-hartono');
  expect((await view()).handovers).toEqual([
    { paperId: bast, agreementId, number: signed.number, signedOn: today, cards: ['SAM-CONTOH-0001'] },
  ]);
  await act({ ...lost, bast });
  enter('contoh-pratama');
  expect(await open()).toMatchObject({ done: true });
  expect((await view()).lines).toMatchObject([{ personalised: 1, lost: 1 }]);
});

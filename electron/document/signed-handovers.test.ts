import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ok } from '../../native/failure.ts';
import { auditLog } from '../audit/index.ts';
import { newSigningPair } from '../store/index.ts';
import { manualClock, temporaryFolder, testStore, valueOfResult } from '../store/store.test-support.ts';
import { composePaper, papers, scans, signedHandovers } from './index.ts';
import { samplePapers } from './papers.test-support.ts';

const manager = { personId: 'uji-widodo', roles: ['ACCESS_MANAGER'], counter: 'Loket 1' } as const;

test('a BAST counts once its signed print is on record, with the cards it lists and the number on the scan', async () => {
  const clock = manualClock();
  const store = testStore(join(temporaryFolder(), 'ketuk.db'), clock);
  const audit = auditLog(store, clock, 'installation-1', newSigningPair());
  const picked = scans(store, audit, clock);
  const room = papers(store, audit, clock, async () => ok(Buffer.from('%PDF-')), picked);
  const bast = samplePapers.BAST_SAM_RETURN;
  if (bast.kind !== 'BAST_SAM_RETURN') throw new Error('another paper');
  const { agreementId } = bast.agreement;
  const found = () => valueOfResult(signedHandovers(store, agreementId));
  const kept: string[] = [];
  for (const fields of [bast, { ...bast, number: null }, samplePapers.USER_ID_BAST]) {
    const printed = valueOfResult(await room.print({ fields, model: composePaper(fields) }));
    kept.push(valueOfResult(room.keep(printed, manager)));
  }
  expect(found()).toEqual([]);
  const [numbered = '', draft = '', other = ''] = kept;
  for (const [paperId, number] of [
    [numbered, ''],
    [draft, '020/7/CONTOH'],
    [other, '020/8/CONTOH'],
  ] as const) {
    const { scanId } = valueOfResult(picked.pick({ name: 'bast.pdf', bytes: Buffer.from('%PDF-%%EOF') }));
    valueOfResult(room.attach({ paperId, number, signedOn: '2028-03-15', scanId }, manager));
  }
  const cards = bast.inventory.flatMap(({ sam }) => (sam === null ? [] : [sam]));
  expect(cards.length).toBeGreaterThan(0);
  expect(found()).toEqual([
    { paperId: draft, agreementId, number: '020/7/CONTOH', signedOn: '2028-03-15', cards },
    { paperId: numbered, agreementId, number: bast.number, signedOn: '2028-03-15', cards },
  ]);
  expect(valueOfResult(signedHandovers(store, 'lain'))).toEqual([]);
});

/** The consent within a visit: what is hashed, who stands by, what happens to the paper, and when nobody is asked. */
import { describe, expect, it } from 'vitest';
import { fromCard } from '../../native/sensitive.ts';
import { type AgreementProfile, appFailure, noticeWords } from '../contract/index.ts';
import { briefing } from './briefing.test-support.ts';
import { consentFact, consentQuestion, receiptFacts } from './consent.ts';
import { Counter, cardValues, fields, granted, refused } from './counter.test-support.ts';
import { Holding } from './holding.ts';
import { createSealer } from './sealer.ts';

const now = Date.UTC(2026, 9, 5, 1, 12);

function asked(birthDate = '12-03-1988') {
  const holding = new Holding();
  const values = cardValues.map(
    ([part, value]) => [part, part === 'BIRTH_DATE' ? birthDate : value] as const,
  );
  holding.takeCard(new Map(values.map(([part, value]) => [part, fromCard(value)])));
  return consentQuestion(receiptFacts(briefing, holding, now), holding);
}

async function matched(change?: (agreement: AgreementProfile) => AgreementProfile, birthDate?: string) {
  const counter = new Counter((given) => ({
    ...given,
    agreement: change?.(given.agreement) ?? given.agreement,
  }));
  if (birthDate !== undefined) {
    const { read } = counter;
    counter.read = (listener) =>
      read({
        ...listener,
        photo: (jpeg) => listener.photo(jpeg),
        progress: (step, done) => listener.progress(step, done),
        identity: (values) => listener.identity(new Map([...values, ['BIRTH_DATE', fromCard(birthDate)]])),
      });
  }
  await counter.tap();
  await counter.act({ kind: 'holderMatches' });
  return counter;
}

describe('the record of an answer', () => {
  const sealer = createSealer(briefing.pepper);

  it.each(['id', 'en'] as const)(
    'is hashed over the very words that stood on the page, in %s',
    (language) => {
      const question = asked();
      const words = noticeWords(question.notice[language]);
      for (const answer of [
        { ...granted, language },
        { ...refused, language },
      ]) {
        const fact = consentFact(question, answer, sealer);
        expect(fact).toMatchObject({ language, noticeHash: sealer.sha256Hex(words) });
      }
    },
  );

  it('names where the evidence is found; of a refusal stays nothing that was read', () => {
    const question = asked();
    expect(consentFact(question, granted, sealer)).toMatchObject({
      evidence: 'PAPER_SIGNATURE',
      evidenceRef: 'BP-L1-20261122-0001',
    });
    const refusal = consentFact(question, refused, sealer);
    expect(Object.keys(refusal).sort()).toEqual([
      'consentId',
      'decision',
      'elements',
      'hasCompanion',
      'language',
      'noticeHash',
      'noticeVersion',
      'receiptNo',
    ]);
    expect(refusal.elements).toEqual([]);
  });
});

describe('a child', () => {
  it.each([
    ['on the day before the eighteenth birthday', '06-10-2008', 'REQUIRED'],
    ['on the eighteenth birthday', '05-10-2008', 'OPTIONAL'],
    ['born on a leap day', '29-02-2008', 'OPTIONAL'],
    ['whose birth date cannot be read', '00-00-0000', 'OPTIONAL'],
  ])('%s: companion %s', (_, birthDate, companion) => {
    expect(asked(birthDate).companion).toBe(companion);
  });

  it('does not consent alone, and nothing is lost by trying', async () => {
    const counter = await matched(undefined, '01-01-2020');
    await counter.act({ kind: 'askConsent' }, granted);
    expect(counter.view).toMatchObject({ state: 'CONSENT_ASKED', failure: { code: 'COMPANION_REQUIRED' } });
    const companion = { name: 'Misal Lestari', relation: 'Ibu' };
    await counter.act({ ...granted, companion }, { kind: 'recordService', fields });
    expect(counter.stored[0]?.consent).toMatchObject({ decision: 'GRANTED', hasCompanion: true });
    expect(JSON.stringify(counter.stored)).not.toContain('Misal Lestari');
  });
});

describe('the paper', () => {
  it('is the receipt that was shown, in the language that was shown', async () => {
    const counter = await matched();
    await counter.act({ kind: 'askConsent' }, { kind: 'printReceipt', language: 'en' });
    expect(counter.printed.map(({ text }) => text)).toEqual([counter.view.consent?.receipt.en]);
    expect(counter.printed[0]?.text).toContain('SEKAR CONTOHWATI');
    expect(counter.printed[0]?.pages.title).toContain('RECEIPT OF CONSENT');
    expect(JSON.stringify(counter.printed[0]?.pages)).toContain('SEKAR CONTOHWATI');
    expect(counter.view.receipt).toBe('PRINTED');
  });

  it('that no printer takes keeps nobody waiting', async () => {
    const counter = await matched();
    counter.printFailure = appFailure('PRINTER_UNAVAILABLE', 'print');
    await counter.act({ kind: 'askConsent' }, { kind: 'printReceipt', language: 'id' });
    expect(counter.view).toMatchObject({ failure: { code: 'PRINTER_UNAVAILABLE' } });
    expect(counter.view.receipt).toBeUndefined();
    await counter.act(granted, { kind: 'recordService', fields });
    expect(counter.ended).toBe('CLOSED_SERVED');
  });
});

describe('the hashes of the paper that was signed', () => {
  const sha256 = expect.stringMatching(/^[0-9a-f]{64}$/);
  const answered = async (pdf: Uint8Array | undefined, answer: Partial<typeof granted>) => {
    const counter = await matched();
    counter.printedPdf = pdf;
    await counter.act({ kind: 'askConsent' }, { kind: 'printReceipt', language: 'id' });
    await counter.act({ ...granted, ...answer }, { kind: 'recordService', fields });
    return counter;
  };

  it('are sealed with what is kept, and main is told of none', async () => {
    const counter = await answered(Uint8Array.of(1), {});
    expect(counter.sealed).toContainEqual(
      expect.objectContaining({ receipt: { pdfSha256: sha256, fieldsSha256: sha256 } }),
    );
    expect(JSON.stringify([counter.facts, counter.stored])).not.toContain('Sha256');
  });

  it.each([
    ['printed as text', undefined, {}],
    ['was not what the resident signed', Uint8Array.of(1), { evidence: 'RECORDED_STATEMENT' }],
  ] as const)('are none of a paper that %s', async (_, pdf, answer) => {
    const counter = await answered(pdf, answer);
    expect(counter.ended).toBe('CLOSED_SERVED');
    expect(counter.sealed.length).toBeGreaterThan(0);
    expect(JSON.stringify(counter.sealed)).not.toContain('Sha256');
  });
});

describe('a profile whose notice is incomplete', () => {
  it('lets nobody be asked, says why, and the service goes on without', async () => {
    const counter = await matched(({ storageRetention: _, ...agreement }) => agreement as AgreementProfile);
    expect(counter.view).toMatchObject({
      state: 'RESULT_MATCH',
      failure: { code: 'CONSENT_NOTICE_INCOMPLETE', cause: { id: expect.stringContaining('Masa simpan') } },
    });
    expect(counter.view.intents).not.toContain('askConsent');
    await counter.act({ kind: 'recordService', fields });
    expect(counter.ended).toBe('CLOSED_SERVED');
    expect(counter.stored[0]?.kept).toBeUndefined();
  });
});

/** How Dukcapil is asked: by which method, under which permit, who has the word, and what a second signature opens. */
import { describe, expect, it } from 'vitest';
import { fromGateway } from '../../native/sensitive.ts';
import { sampleAgreement } from '../agreement/index.ts';
import {
  type AgreementProfile,
  appFailure,
  type FromVisit,
  type Intent,
  officialTexts,
  portalAnswers,
  type VisitBriefing,
} from '../contract/index.ts';
import { briefing } from './briefing.test-support.ts';
import { Counter, fields, nik, residentText } from './counter.test-support.ts';
import { inquiryMethod } from './method.ts';

type Change = (briefing: VisitBriefing) => VisitBriefing;

const { gateway, ...withoutGateway } = briefing.connection;
const elements = ['FAMILY_CARD_NO', 'NIK', 'FULL_NAME', 'SEX', 'ADDRESS'] as const;

/** As agreements B and C are: the portal alone, no reader. */
const portalOnly: Change = (given) => {
  const { webServiceGrant: _, ...agreement } = given.agreement;
  return {
    ...given,
    connection: withoutGateway,
    agreement: {
      ...agreement,
      readerPolicy: 'NOT_ALLOWED',
      accessMethods: ['WEB_PORTAL'],
      elements: { WEB_PORTAL: [...elements] },
      storableFromCard: [],
    },
  };
};
const cardAndPortal: Change = (given) => ({ ...given, connection: withoutGateway });
const fetching: Change = (given) =>
  gateway === undefined
    ? given
    : { ...given, connection: { ...withoutGateway, gateway: { ...gateway, method: 'FETCH' } } };

const typed: Intent = { kind: 'typeNik', nik, fullName: '', reason: 'NOT_OBLIGATORY' };
const onlyDukcapil = 'SEKAR MENURUT DUKCAPIL';

function inquired(counter: Counter): Extract<FromVisit, { kind: 'inquired' }>[] {
  return counter.facts.flatMap((fact) => (fact.kind === 'inquired' ? [fact] : []));
}

describe('the method of an inquiry (R-048)', () => {
  const agreement = sampleAgreement();

  it('is the web service where it was granted, in the way of the institution', () => {
    expect(inquiryMethod(agreement, briefing.connection)).toBe('MATCH');
    expect(inquiryMethod(agreement, fetching(briefing).connection)).toBe('FETCH');
  });

  it('is the portal without addendum and PoC letter, and where no program has a way to Dukcapil', () => {
    const { webServiceGrant: _, ...ungranted } = agreement;
    expect(inquiryMethod(ungranted, briefing.connection)).toBe('PORTAL');
    expect(inquiryMethod(agreement, withoutGateway)).toBe('PORTAL');
  });

  it('is none where the agreement grants none, and nothing is asked then', async () => {
    const none: AgreementProfile = { ...agreement, accessMethods: ['CARD_READER'] };
    expect(inquiryMethod(none, briefing.connection)).toBeUndefined();
    const counter = new Counter((given) => ({ ...given, agreement: none }));
    await counter.tap();
    await counter.act({ kind: 'holderMatches' });
    expect(counter.view).toMatchObject({ state: 'RESULT_BLOCKED', failure: { code: 'METHOD_NOT_GRANTED' } });
    expect(counter.requests.filter(({ kind }) => kind === 'INQUIRE')).toEqual([]);
  });
});

describe('the assisted portal', () => {
  it('gives the officer the NIK and the granted elements, and tells main codes only', async () => {
    const counter = new Counter(portalOnly);
    await counter.act(typed);
    expect(counter.view).toMatchObject({ state: 'VERIFYING', portal: { nik }, method: 'PORTAL' });
    expect(counter.view.comparison?.map(({ element }) => element)).toEqual(elements);
    expect(counter.view.comparison?.flatMap(({ found }) => found)).toEqual([]);
    await counter.pass(40_000);
    await counter.act({ kind: 'compared', differing: [] });
    expect(counter.view).toMatchObject({ state: 'RESULT_MATCH' });
    expect(counter.view.intents).not.toContain('askConsent');
    expect(inquired(counter)).toMatchObject([{ outcome: 'MATCH', attempts: 1, ms: 40_000, differing: [] }]);
    await counter.act({ kind: 'recordService', fields });
    expect(counter.ended).toBe('CLOSED_SERVED');
    expect(counter.stored[0]).toMatchObject({ outcome: 'MATCH', verified: true });
    expect(counter.asked).toBe(0);
    expect(JSON.stringify([counter.facts, counter.stored])).not.toMatch(residentText);
  });

  it.each(portalAnswers.filter((answer) => answer !== 'UNREACHABLE'))(
    'shows %s to the letter and no value beside it',
    async (answer) => {
      const counter = new Counter(portalOnly);
      await counter.act(typed, { kind: 'portalAnswered', answer });
      expect(counter.view).toMatchObject({ notice: { text: officialTexts[answer] }, identity: [] });
      expect(counter.view.intents).not.toContain('recordService');
      expect(inquired(counter)).toMatchObject([{ outcome: answer, attempts: 1 }]);
    },
  );

  it('does not take a portal that is silent for an answer', async () => {
    const counter = new Counter(portalOnly);
    await counter.act(typed, { kind: 'portalAnswered', answer: 'UNREACHABLE' });
    expect(counter.view).toMatchObject({
      state: 'RESULT_TECH_FAIL',
      failure: { code: 'GATEWAY_UNREACHABLE' },
    });
    expect(counter.view.intents).toContain('continueUnverified');
  });

  it('marks what differs in codes, sends the applicant for papers, and counts the second look anew', async () => {
    const counter = new Counter(portalOnly);
    await counter.act(typed, { kind: 'compared', differing: ['SEX'] });
    expect(counter.view).toMatchObject({ state: 'RESULT_MISMATCH' });
    expect(inquired(counter)).toMatchObject([{ outcome: 'MISMATCH', differing: ['SEX'] }]);
    await counter.act({ kind: 'awaitApplicant' });
    expect(counter.view).toMatchObject({ identity: [], verdicts: [] });
    await counter.act({ kind: 'recheck' }, typed, { kind: 'compared', differing: [] });
    expect(counter.view).toMatchObject({ state: 'RESULT_MATCH' });
    expect(counter.requests).toHaveLength(2);
    expect(inquired(counter)).toHaveLength(2);
  });

  it('takes no word on an element that was not granted', async () => {
    const counter = new Counter(portalOnly);
    await counter.act(typed, { kind: 'compared', differing: ['OCCUPATION'] });
    expect(counter.view).toMatchObject({ state: 'VERIFYING', failure: { code: 'STEP_ORDER' } });
    expect(inquired(counter)).toEqual([]);
  });

  it('stays counted when the visit is broken off in front of the portal', async () => {
    const counter = new Counter(portalOnly);
    await counter.act(typed);
    counter.visit.stop();
    expect(inquired(counter)).toMatchObject([{ outcome: 'TECH_FAIL', attempts: 1 }]);
  });

  it('is not asked before the holder of a card is confirmed, and keeps card values under the same conditions', async () => {
    const counter = new Counter(cardAndPortal);
    await counter.tap();
    expect(counter.requests.map(({ kind }) => kind)).toEqual(['READ']);
    expect(counter.view.portal).toBeUndefined();
    await counter.act({ kind: 'holderMatches' }, { kind: 'compared', differing: [] });
    expect(counter.view.intents).toContain('askConsent');
  });

  it('is used inside the closed network only (R-049)', async () => {
    const counter = new Counter(portalOnly);
    counter.network = { colour: 'broken', failure: appFailure('NOT_CLOSED_NETWORK', 'network') };
    await counter.act(typed);
    expect(counter.view).toMatchObject({ state: 'RESULT_BLOCKED', failure: { code: 'NOT_CLOSED_NETWORK' } });
    expect(counter.requests).toEqual([]);
  });
});

describe('a fetch', () => {
  const found = (counter: Counter) => {
    counter.answer = {
      kind: 'FOUND',
      outcome: 'FOUND',
      attempts: 1,
      values: new Map([
        ['NIK', fromGateway(nik)],
        ['FULL_NAME', fromGateway(onlyDukcapil)],
      ]),
    };
  };

  it('is compared by the officer, and what it found is gone with the comparison', async () => {
    const counter = new Counter(fetching);
    found(counter);
    await counter.tap();
    expect(counter.view.comparison).toBeUndefined();
    await counter.act({ kind: 'holderMatches' });
    expect(counter.view.comparison?.map(({ element }) => element)).toEqual(['NIK', 'FULL_NAME']);
    await counter.act({ kind: 'compared', differing: ['FULL_NAME'] });
    expect(counter.view).toMatchObject({ state: 'RESULT_MISMATCH' });
    expect(JSON.stringify(counter.view)).not.toContain(onlyDukcapil);
    expect(counter.facts.find(({ kind }) => kind === 'compared')).toMatchObject({
      outcome: 'MISMATCH',
      differing: ['FULL_NAME'],
    });
  });

  it('gives nothing to what is kept or sent (R-022, R-024)', async () => {
    const counter = new Counter(fetching);
    found(counter);
    await counter.tap();
    await counter.act(
      { kind: 'holderMatches' },
      { kind: 'compared', differing: [] },
      { kind: 'askConsent' },
      { kind: 'grantConsent', language: 'id', evidence: 'PAPER_SIGNATURE', evidenceRef: 'BP-1' },
      { kind: 'recordService', fields },
    );
    expect(counter.ended).toBe('CLOSED_SERVED');
    expect(counter.stored[0]?.kept).toBeDefined();
    const left = JSON.stringify([counter.facts, counter.stored, counter.sealed]);
    expect(left).not.toContain(onlyDukcapil);
  });
});

describe('a permit', () => {
  const stale = { granted: true, permitId: 'permit-0000', expiresAt: 0 } as const;

  it('that ran out on its way is asked for anew before anything begins', async () => {
    const counter = new Counter();
    counter.permits = [stale];
    await counter.tap();
    expect(counter.view.state).toBe('CARD_READ');
    expect(counter.facts.find(({ kind }) => kind === 'read')).toMatchObject({ permitId: 'permit-0001' });
  });

  it('that keeps running out is a failure and no read', async () => {
    const counter = new Counter();
    counter.permits = [stale, stale];
    await counter.tap();
    expect(counter.view).toMatchObject({ state: 'OPENED', failure: { code: 'PERMIT_EXPIRED' } });
    expect(counter.facts.filter(({ kind }) => kind === 'read')).toEqual([]);
  });
});

describe('a second signature', () => {
  const held = { granted: false, failure: { ...appFailure('NIK_SEQUENTIAL', 'permit') } } as const;
  const exception = { purpose: 'EXCEPTION', officerId: 'uji-widodo', reason: 'anak kembar' } as const;
  const second = { purpose: 'SECOND_OFFICER', officerId: 'peraga-santoso', reason: 'ELDERLY' } as const;

  it('lets one held NIK through, which is then asked about at once', async () => {
    const counter = new Counter(portalOnly);
    counter.permits = [held];
    await counter.act(typed);
    expect(counter.view).toMatchObject({
      state: 'RESULT_BLOCKED',
      cosign: 'EXCEPTION',
      failure: { code: 'NIK_SEQUENTIAL' },
    });
    // Asking again would only be held again.
    expect(counter.view.intents).not.toContain('inquire');
    await counter.visit.cosigned(exception);
    expect(counter.view).toMatchObject({ state: 'VERIFYING', portal: { nik } });
    expect(counter.view.cosign).toBeUndefined();
  });

  it('opens nothing where nothing is held', async () => {
    const counter = new Counter(portalOnly);
    await counter.act(typed);
    await counter.visit.cosigned(exception);
    expect(counter.view).toMatchObject({ state: 'VERIFYING', failure: { code: 'STEP_ORDER' } });
    expect(counter.requests).toHaveLength(1);
  });

  it('is not the operator’s own', async () => {
    const counter = new Counter();
    await counter.tap();
    await counter.visit.cosigned({ ...second, officerId: briefing.operator.id });
    expect(counter.view).toMatchObject({ state: 'CARD_READ', failure: { code: 'STEP_ORDER' } });
  });

  it('confirms a holder with a reason main knows the code of', async () => {
    const counter = new Counter();
    await counter.tap();
    expect(counter.view.cosign).toBe('SECOND_OFFICER');
    await counter.visit.cosigned(second);
    expect(counter.view.state).toBe('RESULT_MATCH');
    expect(counter.facts.find(({ kind }) => kind === 'holder')).toMatchObject({
      verdict: 'SECOND_OFFICER',
      reason: 'ELDERLY',
    });
  });
});

describe('an agreement without a reader (R-060)', () => {
  it('never has one opened, and says why', () => {
    const counter = new Counter(portalOnly);
    expect(counter.readsCards).toBe(false);
    expect(counter.view).toMatchObject({
      readerUsed: false,
      lamps: { reader: { colour: 'off', failure: { code: 'READER_NOT_ALLOWED' } } },
    });
  });

  it('takes an IKD as a document where it names it, and nowhere else (R-030)', async () => {
    const ikd: Intent = { ...typed, reason: 'IKD_SHOWN' };
    const accepts = new Counter(portalOnly);
    await accepts.act(ikd);
    expect(accepts.view).toMatchObject({ state: 'VERIFYING', cardPath: false });
    const refuses = new Counter((given) => {
      const changed = portalOnly(given);
      return { ...changed, agreement: { ...changed.agreement, identityDocuments: ['KTP_EL'] } };
    });
    await refuses.act(ikd);
    expect(refuses.view).toMatchObject({ state: 'READY', failure: { code: 'STEP_ORDER' } });
  });

  it('needs no reason for typing; one with an obligatory reader does', async () => {
    const counter = new Counter();
    await counter.act(typed);
    expect(counter.view).toMatchObject({ state: 'READY', failure: { code: 'STEP_ORDER' } });
    expect(counter.requests).toEqual([]);
  });

  it('refuses the sample region outside training, with the reason', async () => {
    const counter = new Counter((given) => ({ ...portalOnly(given), training: false, samples: false }));
    await counter.act(typed);
    expect(counter.view.failure?.cause.id).toContain('kode wilayah contoh');
    expect(counter.requests).toEqual([]);
  });
});

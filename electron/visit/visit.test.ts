import { describe, expect, it } from 'vitest';
import { failed } from '../../native/failure.ts';
import { cardFailure } from '../../native/failure-catalogue.ts';
import { appFailure } from '../contract/index.ts';
import { Counter, cardValues, fields, granted, nik, refused, residentText } from './counter.test-support.ts';

describe('a visit', () => {
  it('goes from the tap to a served and forgotten resident', async () => {
    const counter = new Counter();
    await counter.tap();
    expect([...(counter.view.photo ?? [])].slice(0, 2)).toEqual([0xff, 0xd8]);
    expect(counter.view.identity.map(({ part }) => part)).toContain('FULL_NAME');
    await counter.act({ kind: 'holderMatches' });
    expect(counter.view).toMatchObject({ state: 'RESULT_MATCH' });
    expect(counter.view.photo).toBeUndefined();
    await counter.act({ kind: 'askConsent' }, granted, { kind: 'recordService', fields });
    expect(counter.ended).toBe('CLOSED_SERVED');
    expect(counter.stored).toHaveLength(1);
    expect(counter.stored[0]).toMatchObject({
      outcome: 'MATCH',
      verified: true,
      consent: { decision: 'GRANTED', retainedUntil: expect.stringMatching(/^20\d\d-/) },
      kept: { maskedNik: '400101******0001' },
    });
    expect(counter.view.identity).toEqual([]);
    expect(counter.view.photo).toBeUndefined();
  });

  it('never tells main a value of the resident', async () => {
    const counter = new Counter();
    await counter.tap();
    await counter.act({ kind: 'holderMatches' }, { kind: 'askConsent' }, granted, {
      kind: 'recordService',
      fields,
    });
    expect(JSON.stringify([counter.facts, counter.stored])).not.toMatch(residentText);
  });

  it('asks the gateway while the officer still compares the face, and shows the answer only afterwards', async () => {
    const counter = new Counter();
    await counter.tap();
    expect(counter.asked).toBe(1);
    expect(counter.view).toMatchObject({ state: 'CARD_READ', verdicts: [] });
    await counter.act({ kind: 'holderMatches' });
    expect(counter.asked).toBe(1);
    expect(counter.view.verdicts).toHaveLength(cardValues.length);
  });

  it('serves a resident who says no in the same number of steps and keeps nothing of the card', async () => {
    const counter = new Counter();
    await counter.tap();
    await counter.act({ kind: 'holderMatches' }, { kind: 'askConsent' }, refused);
    await counter.act({ kind: 'recordService', fields });
    expect(counter.ended).toBe('CLOSED_SERVED');
    expect(counter.stored[0]?.kept).toBeUndefined();
    expect(counter.stored[0]?.consent).toMatchObject({ decision: 'REFUSED', elements: [] });
    expect(counter.sealed).toEqual([
      {
        nik,
        param: { KETERANGAN_PENERIMA_BANTUAN: 'PB-0001', JENIS_BANTUAN: 'Benih padi' },
      },
    ]);
  });

  it('shows a notice verbatim, no value beside it, and offers no storing', async () => {
    const counter = new Counter();
    counter.answer = {
      kind: 'NOTICE',
      outcome: 'FOUND_DECEASED',
      notice: 'FOUND_DECEASED',
      about: 'RESIDENT',
      stopsLookups: false,
      text: 'DATA DITEMUKAN, MENINGGAL DUNIA',
      code: '11',
      attempts: 1,
    };
    await counter.tap();
    await counter.act({ kind: 'holderMatches' });
    expect(counter.view).toMatchObject({
      state: 'RESULT_NO_DATA',
      notice: { text: 'Data Ditemukan, Meninggal Dunia' },
      identity: [],
    });
    expect(counter.view.intents).not.toContain('askConsent');
    await counter.act({ kind: 'closeWithoutService' });
    expect(counter.ended).toBe('CLOSED_NO_SERVICE');
  });

  it('goes on unverified when the gateway is silent, and still owes data balikan', async () => {
    const counter = new Counter();
    counter.answer = {
      kind: 'FAILED',
      outcome: 'TECH_FAIL',
      of: 'TRANSPORT',
      failure: appFailure('GATEWAY_TIMEOUT', 'match'),
      attempts: 1,
    };
    await counter.tap();
    await counter.act({ kind: 'holderMatches' });
    expect(counter.view).toMatchObject({ state: 'RESULT_TECH_FAIL', failure: { code: 'GATEWAY_TIMEOUT' } });
    await counter.act({ kind: 'continueUnverified' }, { kind: 'recordService', fields });
    expect(counter.stored[0]).toMatchObject({ outcome: 'TECH_FAIL', verified: false });
    expect(counter.stored[0]?.balikan).toBeDefined();
  });

  it('leaves a way on after a torn card: the same visit reads again at the next tap', async () => {
    const counter = new Counter();
    const read = counter.read;
    counter.read = () => failed(cardFailure('CARD_REMOVED', 'READ BINARY 6FF1'));
    await counter.tap();
    expect(counter.view).toMatchObject({ state: 'OPENED', failure: { code: 'CARD_REMOVED' }, identity: [] });
    counter.read = read;
    await counter.tap();
    expect(counter.view.state).toBe('CARD_READ');
  });

  it('reads by itself when a pacing pause is over and the card still lies there', async () => {
    const counter = new Counter();
    const waitUntil = counter.now + 4000;
    counter.permit = { granted: false, failure: appFailure('NIK_TOO_FAST', 'permit'), waitUntil };
    await counter.tap();
    expect(counter.view).toMatchObject({ state: 'OPENED', waitUntil });
    counter.permit = { granted: true, permitId: 'permit-0002', expiresAt: Number.POSITIVE_INFINITY };
    await counter.pass(4000);
    expect(counter.view.state).toBe('CARD_READ');
  });

  it('keeps the same item when saving failed on a full disk and is tried again', async () => {
    const counter = new Counter();
    counter.storeFailure = appFailure('STORE_DISK_FULL', 'enqueue');
    await counter.tap();
    await counter.act({ kind: 'holderMatches' }, { kind: 'askConsent' }, refused);
    await counter.act({ kind: 'recordService', fields });
    expect(counter.view).toMatchObject({ state: 'SERVICE_RECORDED', failure: { code: 'STORE_DISK_FULL' } });
    counter.storeFailure = undefined;
    await counter.act({ kind: 'recordService', fields });
    expect(counter.ended).toBe('CLOSED_SERVED');
    expect(counter.stored[1]).toEqual(counter.stored[0]);
  });

  it('names the field that data balikan still needs and stays where it is', async () => {
    const counter = new Counter();
    await counter.tap();
    await counter.act({ kind: 'holderMatches' }, { kind: 'askConsent' }, refused);
    await counter.act({ kind: 'recordService', fields: { RECIPIENT_INFO: ' ', AID_TYPE: 'BENIH_PADI' } });
    expect(counter.view).toMatchObject({
      state: 'CONSENT_REFUSED',
      failure: { code: 'BALIKAN_FIELD_INVALID', at: 'RECIPIENT_INFO' },
    });
    expect(counter.stored).toHaveLength(0);
  });

  it('takes a typed NIK with a reason, and refuses one that is not well formed without asking anybody', async () => {
    const counter = new Counter();
    await counter.act({ kind: 'typeNik', nik: '4001013202960001', fullName: '', reason: 'CHIP_DAMAGED' });
    expect(counter.view.failure?.code).toBe('NIK_FORMAT_INVALID');
    expect(counter.asked).toBe(0);
    await counter.act({ kind: 'typeNik', nik, fullName: 'Sekar Contohwati', reason: 'CHIP_DAMAGED' });
    expect(counter.asked).toBe(1);
    expect(counter.view).toMatchObject({ state: 'RESULT_MATCH', cardPath: false });
    // Nothing came from the card, so nothing may be stored.
    expect(counter.view.intents).not.toContain('askConsent');
  });

  it('hides every value when the face differs, and shows them only to a second officer', async () => {
    const counter = new Counter();
    await counter.tap();
    await counter.act({ kind: 'holderDiffers' });
    expect(counter.view).toMatchObject({ state: 'HOLDER_FAILED', identity: [] });
    await counter.visit.cosigned({
      purpose: 'SECOND_OFFICER',
      officerId: 'peraga-santoso',
      reason: 'ELDERLY',
    });
    expect(counter.view.identity).not.toEqual([]);
    // storeAfterManualHolderCheck is off in the sample agreement.
    expect(counter.view.intents).not.toContain('askConsent');
  });

  it('shows no value before a second officer has signed where the agreement does not allow the photo', async () => {
    const counter = new Counter((given) => ({
      ...given,
      agreement: { ...given.agreement, photoForHolderCheck: false },
    }));
    const { read } = counter;
    // What is not asked for is not read.
    counter.read = (listener) => read({ ...listener, photo: () => undefined });
    await counter.tap();
    expect(counter.view).toMatchObject({ state: 'CARD_READ', identity: [] });
    expect(counter.view.intents).not.toContain('holderMatches');
    await counter.visit.cosigned({
      purpose: 'SECOND_OFFICER',
      officerId: 'peraga-santoso',
      reason: 'NO_PHOTO',
    });
    expect(counter.view.identity).not.toEqual([]);
  });

  it('says that the last card still lies there also when the person after it came without one', async () => {
    const counter = new Counter();
    counter.cards.liftFirst(true);
    await counter.act({ kind: 'typeNik', nik, fullName: '', reason: 'CARD_ABSENT' });
    await counter.act({ kind: 'closeWithoutService' });
    expect(counter.facts.at(-1)).toMatchObject({ kind: 'closed', cardStillThere: true });
  });

  it('stops asking for the card to be lifted as soon as it was', async () => {
    const counter = new Counter();
    counter.answer = { ...counter.answer, kind: 'JUDGED', outcome: 'MISMATCH', verdicts: [] };
    await counter.tap();
    await counter.act({ kind: 'holderMatches' }, { kind: 'awaitApplicant' }, { kind: 'recheck' });
    expect(counter.view).toMatchObject({ state: 'OPENED', liftCard: true });
    counter.cards.lifted();
    expect(counter.view.liftCard).toBeUndefined();
  });

  it('does not ask for consent to keep what this card does not have', async () => {
    const storableFromCard = [{ element: 'OCCUPATION' as const, reason: 'Bidang usaha' }];
    const counter = new Counter((given) => ({
      ...given,
      agreement: { ...given.agreement, storableFromCard },
    }));
    await counter.tap();
    await counter.act({ kind: 'holderMatches' });
    expect(counter.view.intents).toContain('recordService');
    expect(counter.view.intents).not.toContain('askConsent');
  });

  it('keeps its service when that of the counter is changed while somebody is served', async () => {
    const counter = new Counter();
    await counter.tap();
    counter.visit.serviceChanged('ALIEN');
    expect(counter.view).toMatchObject({ state: 'CARD_READ', serviceCode: 'BANTUAN_BENIH' });
    expect(counter.view.failure).toBeUndefined();
  });

  it('tells main of a refusal also when the resident then leaves without the service', async () => {
    const counter = new Counter();
    await counter.tap();
    await counter.act({ kind: 'holderMatches' }, { kind: 'askConsent' }, refused);
    await counter.act({ kind: 'closeWithoutService' });
    expect(counter.facts.at(-1)).toMatchObject({ kind: 'closed', refusal: { decision: 'REFUSED' } });
  });

  it('refuses an intent that has no place in the present step', async () => {
    const counter = new Counter();
    await counter.act({ kind: 'recordService', fields });
    expect(counter.view).toMatchObject({ state: 'READY', failure: { code: 'STEP_ORDER' } });
  });

  it('ends by itself after ten minutes in which nobody did anything, and leaves nothing on the page (R-022, R-085)', async () => {
    const counter = new Counter();
    await counter.tap();
    await counter.pass(9 * 60_000);
    await counter.act({ kind: 'holderMatches' });
    await counter.pass(10 * 60_000 - 1);
    expect(counter.ended).toBeUndefined();
    expect(JSON.stringify(counter.view)).toMatch(residentText);
    await counter.pass(1);
    expect(counter.ended).toBe('CANCELLED');
    expect(JSON.stringify(counter.view)).not.toMatch(residentText);
  });

  it('leaves nothing on the page when it is stopped in the middle', async () => {
    const counter = new Counter();
    await counter.tap();
    counter.visit.stop();
    expect(counter.ended).toBe('CANCELLED');
    expect(JSON.stringify(counter.view)).not.toMatch(residentText);
  });
});

import { describe, expect, it } from 'vitest';
import type { VisitState, VisitView } from '../../electron/contract/index.ts';
import { finalVisitStates, visitStates } from '../../electron/contract/visit-state.ts';
import { screenOf, showsIdentity } from './screen-of.ts';
import { currentStep, petalsOf } from './steps.ts';

const lamp = { colour: 'ready' } as const;

function view(state: VisitState, more: Partial<VisitView> = {}): VisitView {
  return {
    visitId: 'contoh-0001',
    state,
    training: true,
    lamps: { reader: lamp, sam: lamp, network: lamp },
    services: [],
    serviceCode: 'BENIH',
    registrationNo: 'REG-1',
    operator: 'Simula Ningsih',
    counter: 'Loket 1',
    cardPath: true,
    readerUsed: true,
    readerObligatory: true,
    documents: ['KTP_EL'],
    method: 'MATCH',
    identity: [],
    verdicts: [],
    serviceFields: [],
    turnAwaySeconds: 120,
    intents: [],
    ...more,
  };
}

describe('which screen a view asks for', () => {
  it('has a screen for every state of a visit', () => {
    for (const state of visitStates) expect(screenOf(view(state), undefined)).toBeTypeOf('string');
  });

  it('never shows an identity beside an official answer, or after the end (R-046, R-022)', () => {
    const notice = { notice: 'FOUND_INACTIVE', text: 'Data Ditemukan' } as const;
    for (const state of ['RESULT_NO_DATA', 'RESULT_BLOCKED', 'RESULT_TECH_FAIL'] as const) {
      expect(screenOf(view(state, { notice }), undefined)).toBe('notice');
      expect(showsIdentity(screenOf(view(state, { notice }), undefined))).toBe(false);
    }
    for (const state of finalVisitStates) expect(showsIdentity(screenOf(view(state), undefined))).toBe(false);
  });

  it('asks a second officer at once where there is no photo to compare', () => {
    expect(screenOf(view('CARD_READ', { cosign: 'SECOND_OFFICER' }), undefined)).toBe('second-officer');
    expect(screenOf(view('CARD_READ', { intents: ['holderMatches'] }), undefined)).toBe('person');
  });

  it('sends the officer to the portal, and from there to the comparison and back', () => {
    const asking = view('VERIFYING', { portal: { nik: '4001015203880001' }, comparison: [] });
    expect(screenOf(asking, undefined)).toBe('portal');
    expect(screenOf(asking, 'comparing')).toBe('compare');
    expect(screenOf(view('VERIFYING', { comparison: [] }), undefined)).toBe('compare');
    expect(screenOf(view('VERIFYING'), 'comparing')).toBe('verifying');
  });

  it('asks for the access manager only where a NIK is held for one', () => {
    expect(screenOf(view('RESULT_BLOCKED', { cosign: 'EXCEPTION' }), 'exception')).toBe('exception');
    expect(screenOf(view('RESULT_BLOCKED'), 'exception')).toBe('failure');
  });

  it('takes both answers to a consent through one more step', () => {
    const consent = {} as NonNullable<VisitView['consent']>;
    const asked = view('CONSENT_ASKED', { consent });
    expect(
      [undefined, 'agreed' as const, 'refused' as const].map((within) => screenOf(asked, within)),
    ).toEqual(['consent', 'agreed', 'refused']);
  });

  it('comes back to the form when saving failed', () => {
    const failure = { code: 'STORE_DISK_FULL' } as NonNullable<VisitView['failure']>;
    expect(screenOf(view('SERVICE_RECORDED'), undefined)).toBe('saving');
    expect(screenOf(view('SERVICE_RECORDED', { failure }), undefined)).toBe('service');
  });
});

describe('the stepper', () => {
  it('moves forward only', () => {
    expect(petalsOf(currentStep('CARD_READ', false))).toEqual(['done', 'now', 'later', 'later']);
    expect(petalsOf(currentStep('CONSENT_ASKED', false))).toEqual(['done', 'done', 'now', 'later']);
    expect(petalsOf(currentStep('RESULT_MATCH', true))).toEqual(['done', 'done', 'done', 'now']);
    expect(petalsOf(currentStep('CLOSED_SERVED', false))).toEqual(['done', 'done', 'done', 'done']);
  });
});

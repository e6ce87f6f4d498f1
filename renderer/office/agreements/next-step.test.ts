import { describe, expect, it } from 'vitest';
import {
  type AgreementDetail,
  agreementProfile,
  agreementStatuses,
} from '../../../electron/contract/index.ts';
import tirtaPangan from '../../../resources/agreements/tirta-pangan.json' with { type: 'json' };
import { id } from '../../../resources/messages/id.ts';
import { nextStep, stageOf } from './next-step.ts';
import type { Say } from './words.ts';

const profile = agreementProfile.parse(tirtaPangan);

function detail(
  change: Partial<AgreementDetail['row']>,
  more: Partial<AgreementDetail> = {},
): AgreementDetail {
  return {
    row: {
      agreementId: profile.profileId,
      version: 1,
      kind: profile.kind,
      numbers: profile.numbers,
      title: profile.title,
      party1: 'satu',
      institution: 'dua',
      status: 'ACTIVE',
      signedOn: profile.signedOn,
      lastDay: '2028-03-02',
      accessUntil: '2028-03-02',
      daysLeft: 500,
      chosen: false,
      ...change,
    },
    profile,
    versions: [],
    dates: [
      { kind: 'WINDOW_OPENS', day: '2027-09-02', provisional: false },
      { kind: 'EXTENSION_DUE', day: '2027-12-31', provisional: true },
    ],
    activation: [{ item: 'SPTJM', done: false, who: 'ACCESS_RESPONSIBLE' }],
    end: [],
    events: [],
    acts: [],
    ...more,
  };
}

/** Key and blanks, so that a test sees which sentence was chosen. */
const say: Say = (key, blanks = {}) =>
  [key.replace('agreements.next.', ''), ...Object.values(blanks)].join(' ');
const next = (shown: AgreementDetail) => nextStep(shown, undefined, say, 'id');

describe('what comes next', () => {
  it('is said of every state', () => {
    for (const status of agreementStatuses) {
      const [sentence = ''] = next(detail({ status })).split(' ');
      expect(id.agreements.next, status).toHaveProperty(sentence);
    }
  });

  it('is the checklist until it is complete, then the activation', () => {
    expect(next(detail({ status: 'SIGNED' }))).toMatch(/^SIGNED/);
    const complete = [{ item: 'SPTJM', done: false, who: 'ACCESS_RESPONSIBLE', notNeeded: true }] as const;
    expect(next(detail({ status: 'SIGNED' }, { activation: complete }))).toBe('READY');
  });

  it('names the day that matters: the window, then the letter, then the stop', () => {
    expect(next(detail({}))).toBe('ACTIVE Kamis, 2 September 2027');
    expect(next(detail({ status: 'EXTENSION_WINDOW' }))).toBe('EXTENSION_WINDOW Jumat, 31 Desember 2027');
    expect(next(detail({ status: 'EXTENSION_WINDOW' }, { dates: [] }))).toBe('EXTENSION_OPEN');
    const bridged = detail({ status: 'EXTENSION_REQUESTED', accessUntil: '2028-04-30' });
    expect(next(bridged)).toBe('EXTENSION_REQUESTED Minggu, 30 April 2028');
  });

  it('is the second person as long as a proposal waits', () => {
    const waiting = { proposedBy: 'Uji Widodo' } as Parameters<typeof nextStep>[1];
    expect(nextStep(detail({ status: 'DRAFT' }), waiting, say, 'id')).toBe('WAITING Uji Widodo');
  });

  it('is nothing at the counter for an agreement between systems', () => {
    expect(next(detail({ kind: 'DATA_INTEROP' }))).toMatch(/^INTEROP/);
  });
});

describe('the course of an agreement', () => {
  it('never goes back while it goes through its states', () => {
    const stages = agreementStatuses.map((status) => stageOf(detail({ status }).row));
    expect(stages).toEqual([...stages].sort());
  });
});

/** Versions of a profile: what may change it, and what a PoC covers. */
import { describe, expect, test } from 'vitest';
import type { AgreementAct } from '../contract/index.ts';
import { valueOfResult } from '../store/store.test-support.ts';
import {
  act,
  activate,
  codeOf,
  confirm,
  head,
  letter,
  manager,
  openWorld,
  sample,
  tryConfirm,
  type World,
} from './agreements.test-support.ts';

const MATCH = { kind: 'INQUIRE', method: 'MATCH' } as const;
const READ = { kind: 'READ' } as const;
const id = 'tirta-pangan';

function unfit(world: World, use: Parameters<World['room']['unfit']>[1], at = world.clock.now()) {
  return world.room.unfit(id, use, at)?.code;
}

function version(
  change: Record<string, unknown>,
  cause: 'ADDENDUM' | 'POC_LETTER' | 'EXTENSION' = 'ADDENDUM',
): AgreementAct {
  const profile = { ...sample(id), ...change };
  return { act: 'PROPOSE_VERSION', agreementId: id, scanId: 'scan-adendum', cause, letter, profile };
}

function proposedVersion(world: World, asked: AgreementAct): string {
  return valueOfResult(world.room.act(asked, manager)).proposalId ?? '';
}

describe('versions', () => {
  test('an addendum makes version 2; version 1 stays what it was', () => {
    const world = openWorld();
    activate(world, sample(id));
    const elements = sample(id).elements as Record<string, string[]>;
    const wider = {
      elements: { ...elements, WEB_PORTAL: ['FAMILY_CARD_NO', ...(elements.WEB_PORTAL ?? [])] },
    };
    const proposalId = proposedVersion(world, version(wider));
    expect(valueOfResult(world.room.proposalView(world.proposals.get(proposalId) as never))).toEqual({
      subject: '470.1/0007/CONTOH/2026',
      changes: [
        {
          field: 'elements.WEB_PORTAL',
          from: 'NIK, FULL_NAME, SEX, BIRTH_PLACE, BIRTH_DATE, MARITAL_STATUS, OCCUPATION, ADDRESS',
          to: 'FAMILY_CARD_NO, NIK, FULL_NAME, SEX, BIRTH_PLACE, BIRTH_DATE, MARITAL_STATUS, OCCUPATION, ADDRESS',
        },
      ],
    });
    confirm(world, proposalId, head);
    expect(valueOfResult(world.room.profile(id)).elements.WEB_PORTAL).toContain('FAMILY_CARD_NO');
    expect(valueOfResult(world.room.profile(id, 1)).elements.WEB_PORTAL).not.toContain('FAMILY_CARD_NO');
    expect(valueOfResult(world.room.profile(id)).profileVersion).toBe(2);
    expect(codeOf(world.room.profile(id, 3))).toBe('STEP_ORDER');
  });

  test('two proposals on the same version: the second one is told that things have changed', () => {
    const world = openWorld();
    activate(world, sample(id));
    const first = proposedVersion(world, version({ purpose: 'verifikasi penerima bantuan' }));
    const second = proposedVersion(world, version({ purpose: 'validasi penerima bantuan' }));
    confirm(world, first, head);
    expect(codeOf(tryConfirm(world, second, head))).toBe('PROPOSAL_CHANGED');
  });

  test('a PoC letter lifts the quota and opens the web service, and nothing else', () => {
    const world = openWorld();
    const { webServiceGrant, ...profile } = sample(id);
    activate(world, profile);
    expect(unfit(world, MATCH)).toBe('POC_REQUIRED');
    expect(unfit(world, READ)).toBeUndefined();
    const quota = { dailyHits: 200, unlimitedAfterPoc: true, pocLetter: 'POC-1' };
    const wider = version({ webServiceGrant, quota, purpose: 'tujuan lain' }, 'POC_LETTER');
    expect(codeOf(act(world, wider, manager))).toBe('ADDENDUM_REQUIRED');
    confirm(world, proposedVersion(world, version({ webServiceGrant, quota }, 'POC_LETTER')), head);
    expect(unfit(world, MATCH)).toBeUndefined();
    expect(world.filed.at(-1)).toBe('POC_LETTER scan-adendum');
  });

  test('an element more in the web service wants another PoC (R-131)', () => {
    const world = openWorld();
    activate(world, sample(id));
    const elements = sample(id).elements as Record<string, string[]>;
    const wider = { ...elements, WEB_SERVICE: [...(elements.WEB_SERVICE ?? []), 'FAMILY_CARD_NO'] };
    expect(codeOf(act(world, version({ elements: wider }), manager))).toBe('REPOC_REQUIRED');
    const webServiceGrant = { addendum: 'A-2', pocLetter: 'POC-2' };
    valueOfResult(act(world, version({ elements: wider, webServiceGrant }), manager));
  });

  test('another major version of this program wants another PoC', () => {
    const world = openWorld();
    const grant = { addendum: 'A-1', pocLetter: 'POC-1', applicationVersion: '1.0' };
    activate(world, { ...sample(id), webServiceGrant: grant });
    expect(unfit(world, MATCH)).toBeUndefined();
    world.around.applicationVersion = '2.0.0';
    expect(unfit(world, MATCH)).toBe('REPOC_REQUIRED');
    expect(unfit(world, READ)).toBeUndefined();
  });

  test('what was signed does not change, and an end is not moved without a request', () => {
    const world = openWorld();
    activate(world, sample(id));
    const longer = { term: { rule: 'FIXED_END', end: '2030-03-02' }, lastDayInForce: '2030-03-02' };
    expect(codeOf(act(world, version(longer, 'EXTENSION'), manager))).toBe('STEP_ORDER');
    expect(codeOf(act(world, version(longer), manager))).toBe('STEP_ORDER');
    expect(codeOf(act(world, version({ signedOn: '2026-03-01' }), manager))).toBe('PROFILE_INVALID');
    expect(codeOf(act(world, version({}), manager))).toBe('PROFILE_INVALID');
    expect(codeOf(act(world, version({ purpose: 'lain' }, 'EXTENSION'), manager))).toBe('PROFILE_INVALID');
  });
});

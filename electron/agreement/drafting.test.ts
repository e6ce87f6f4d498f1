/** From a draft to ACTIVE: what signing and activation demand and refuse. */
import { describe, expect, test } from 'vitest';
import { failed } from '../../native/failure.ts';
import { type AgreementAct, appFailure } from '../contract/index.ts';
import { valueOfResult } from '../store/store.test-support.ts';
import {
  act,
  activate,
  codeOf,
  confirm,
  expectStatus,
  goTo,
  head,
  installed,
  letter,
  manager,
  noon,
  officer,
  openWorld,
  operator,
  proposeSigning,
  sample,
  sign,
  tryConfirm,
  type World,
} from './agreements.test-support.ts';

const MATCH = { kind: 'INQUIRE', method: 'MATCH' } as const;
const id = 'tirta-pangan';

function unfit(world: World, use: Parameters<World['room']['unfit']>[1], at = world.clock.now()) {
  return world.room.unfit(id, use, at)?.code;
}

describe('drafting and signing', () => {
  test('a profile becomes version 1 only by the word of two different persons, one of them the head', () => {
    const world = openWorld();
    const profile = sample(id);
    valueOfResult(act(world, { act: 'DRAFT', profile }, manager));
    const proposalId = proposeSigning(world, profile);
    expect(codeOf(tryConfirm(world, proposalId, manager))).toBe('NOT_PERMITTED');
    expect(codeOf(tryConfirm(world, proposalId, { ...manager, personId: 'orang-lain' }))).toBe(
      'NOT_PERMITTED',
    );
    expect(codeOf(tryConfirm(world, proposalId, officer))).toBe('NOT_PERMITTED');
    confirm(world, proposalId, head);
    const detail = valueOfResult(world.room.detail(id, head));
    expect(detail.row).toMatchObject({ status: 'SIGNED', version: 1, lastDay: '2028-03-02' });
    expect(detail.versions).toMatchObject([
      {
        version: 1,
        cause: 'SIGNING',
        proposedBy: 'name of uji-widodo',
        confirmedBy: 'name of contoh-pratama',
      },
    ]);
    expect(world.filed).toEqual(['AGREEMENT scan-pks']);
    expect(codeOf(tryConfirm(world, proposalId, head))).toBe('STEP_ORDER');
  });

  test('what the head proposes the manager confirms', () => {
    const world = openWorld();
    const profile = sample(id);
    valueOfResult(act(world, { act: 'DRAFT', profile }, head));
    const proposed = world.room.act(
      { act: 'PROPOSE_SIGNING', agreementId: id, scanId: 'scan-pks', weekday: 'senin', place: 'Contoh' },
      head,
    );
    const proposalId = valueOfResult(proposed).proposalId ?? '';
    expect(codeOf(tryConfirm(world, proposalId, head))).toBe('NOT_PERMITTED');
    confirm(world, proposalId, manager);
    expectStatus(world, id, 'SIGNED');
  });

  test('a draft that was changed after it was proposed is not what gets confirmed', () => {
    const world = openWorld();
    const profile = sample(id);
    valueOfResult(act(world, { act: 'DRAFT', profile }, manager));
    const proposalId = proposeSigning(world, profile);
    valueOfResult(act(world, { act: 'DRAFT', profile: { ...profile, purpose: 'tujuan lain' } }, manager));
    expect(codeOf(tryConfirm(world, proposalId, head))).toBe('PROPOSAL_CHANGED');
    expectStatus(world, id, 'DRAFT');
  });

  test('the weekday on the paper has to be that of the date', () => {
    const world = openWorld();
    valueOfResult(act(world, { act: 'DRAFT', profile: sample(id) }, manager));
    const signing = { act: 'PROPOSE_SIGNING', agreementId: id, scanId: 'scan-pks', place: 'Contoh' } as const;
    const refused = act(world, { ...signing, weekday: 'Selasa' }, manager);
    expect(refused).toMatchObject({ failure: { code: 'WEEKDAY_DIFFERS' } });
    expect(!refused.ok && refused.failure.cause.id).toContain('2 Maret 2026 adalah hari Senin');
    valueOfResult(act(world, { ...signing, weekday: 'SENIN' }, manager));
  });

  test('needs the approval letter or the reason why there is none, and the scan', () => {
    const world = openWorld();
    const { approvalLetter: _none, ...profile } = sample(id);
    valueOfResult(act(world, { act: 'DRAFT', profile }, manager));
    const signing: AgreementAct = {
      act: 'PROPOSE_SIGNING',
      agreementId: id,
      scanId: 'scan-pks',
      weekday: 'Senin',
      place: 'Contoh',
    };
    expect(codeOf(act(world, signing, manager))).toBe('APPROVAL_LETTER_MISSING');
    world.around.scanMissing = failed(appFailure('SCAN_REQUIRED', 'scans'));
    const withReason = { ...signing, noApprovalLetterReason: 'perjanjian lama' };
    expect(codeOf(act(world, withReason, manager))).toBe('SCAN_REQUIRED');
    expect(world.proposals.size).toBe(0);
  });

  test('only the manager and the head draft, and a signed profile is no draft any more', () => {
    const world = openWorld();
    expect(codeOf(act(world, { act: 'DRAFT', profile: sample(id) }, operator))).toBe('NOT_PERMITTED');
    sign(world, sample(id));
    expect(codeOf(act(world, { act: 'DRAFT', profile: sample(id) }, manager))).toBe('ADDENDUM_REQUIRED');
    expect(codeOf(act(world, { act: 'DISCARD_DRAFT', agreementId: id }, manager))).toBe('STEP_ORDER');
  });

  test('a discarded draft is gone, with the proposal about it', () => {
    const world = openWorld();
    valueOfResult(act(world, { act: 'DRAFT', profile: sample(id) }, manager));
    proposeSigning(world, sample(id));
    valueOfResult(act(world, { act: 'DISCARD_DRAFT', agreementId: id }, manager));
    expect(valueOfResult(world.room.list())).toEqual([]);
    expect(world.proposals.size).toBe(0);
    expect(codeOf(world.room.detail(id, head))).toBe('STEP_ORDER');
  });

  test('an invalid profile is answered with its places and changes nothing', () => {
    const world = openWorld();
    const refused = act(world, { act: 'DRAFT', profile: { ...sample(id), signedOn: '2026-02-29' } }, manager);
    expect(refused).toMatchObject({ failure: { code: 'PROFILE_INVALID' } });
    expect(valueOfResult(world.room.list())).toEqual([]);
  });

  test('two agreements of the same parties never overlap', () => {
    const world = openWorld();
    activate(world, sample(id));
    const other = { ...sample(id), profileId: 'tirta-lagi', signedOn: '2027-06-01', predecessorId: id };
    const profile = { ...other, term: { rule: 'DURATION', years: 2 }, lastDayInForce: '2029-05-31' };
    valueOfResult(act(world, { act: 'DRAFT', profile }, manager));
    const signing = { act: 'PROPOSE_SIGNING', agreementId: 'tirta-lagi', scanId: 'scan-pks' } as const;
    const asked: AgreementAct = { ...signing, weekday: 'Selasa', place: 'Contoh' };
    expect(act(world, asked, manager)).toMatchObject({
      failure: {
        code: 'AGREEMENT_OVERLAPS',
        cause: { id: expect.stringContaining('470.1/0007/CONTOH/2026') },
      },
    });
    const ending = { act: 'TERMINATE', agreementId: id, cause: 'MUTUAL', letter } as const;
    goTo(world, noon('2027-06-01'));
    valueOfResult(act(world, { ...ending, effectiveOn: '2027-06-01' }, head));
    valueOfResult(act(world, asked, manager));
  });
});

describe('activation', () => {
  test('waits for the whole checklist and names what is missing', () => {
    const world = openWorld();
    sign(world, sample(id));
    Object.assign(world.around, { head: false, sptjm: false, ready: 0 });
    const refused = act(world, { act: 'ACTIVATE', agreementId: id }, head);
    expect(refused).toMatchObject({ failure: { code: 'ACTIVATION_INCOMPLETE' } });
    expect(!refused.ok && refused.failure.cause.id).toContain(
      'penanggung jawab hak akses, SPTJM, operator yang siap, titik jaringan, User ID',
    );
    expect(unfit(world, MATCH)).toBe('AGREEMENT_NOT_IN_FORCE');
  });

  test.each([
    ['NO_ACCESS_RESPONSIBLE', { head: false }],
    ['ACCESS_MANAGER_REQUIRED', { manager: false }],
    ['SPTJM_MISSING', { sptjm: false }],
    ['ACTIVATION_INCOMPLETE', { ready: 0 }],
  ])('says %s when that alone is missing', (code, missing) => {
    const world = openWorld();
    sign(world, sample(id));
    valueOfResult(world.room.installConnection(id, installed, officer));
    valueOfResult(act(world, { act: 'RECORD_USER_ID', agreementId: id, letter }, manager));
    const complete = { ...world.around };
    Object.assign(world.around, missing);
    expect(codeOf(act(world, { act: 'ACTIVATE', agreementId: id }, head))).toBe(code);
    Object.assign(world.around, complete);
    expect(codeOf(act(world, { act: 'ACTIVATE', agreementId: id }, manager))).toBe('NOT_PERMITTED');
    valueOfResult(act(world, { act: 'ACTIVATE', agreementId: id }, head));
    expect(unfit(world, MATCH)).toBeUndefined();
  });

  test('comes neither before the signing nor after the end', () => {
    const early = openWorld('2026-03-01');
    sign(early, sample(id));
    expect(codeOf(act(early, { act: 'ACTIVATE', agreementId: id }, head))).toBe('AGREEMENT_NOT_IN_FORCE');
    const late = openWorld('2028-03-03');
    sign(late, sample(id));
    expect(codeOf(act(late, { act: 'ACTIVATE', agreementId: id }, head))).toBe('AGREEMENT_ENDED');
  });

  test('has no shortcut from the draft', () => {
    const world = openWorld();
    valueOfResult(act(world, { act: 'DRAFT', profile: sample(id) }, manager));
    expect(codeOf(act(world, { act: 'ACTIVATE', agreementId: id }, head))).toBe('STEP_ORDER');
  });
});

/** Agreements from draft to archive: what each act demands, refuses and brings about (domain 4.1). */
import { describe, expect, test } from 'vitest';
import { failed } from '../../native/failure.ts';
import { endOfDay } from '../calendar/index.ts';
import { type AgreementAct, appFailure } from '../contract/index.ts';
import { valueOfResult } from '../store/store.test-support.ts';
import {
  act,
  activate,
  allDelivered,
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
const PORTAL = { kind: 'INQUIRE', method: 'PORTAL' } as const;
const READ = { kind: 'READ' } as const;
const SERVE = { kind: 'SERVE' } as const;
const id = 'tirta-pangan';
const lastInstant = endOfDay('2028-03-02', 'Asia/Jakarta');

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

const suspension: AgreementAct = {
  act: 'SUSPEND',
  agreementId: id,
  cause: 'INCIDENT',
  reason: 'pemeriksaan',
};
const extension: AgreementAct = {
  act: 'REQUEST_EXTENSION',
  agreementId: id,
  letter: { ...letter, date: '2027-12-01' },
};

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
    expect(codeOf(act(late, { act: 'ACTIVATE', agreementId: id }, head))).toBe('STEP_ORDER');
    expectStatus(late, id, 'EXPIRED');
  });

  test('has no shortcut from the draft', () => {
    const world = openWorld();
    valueOfResult(act(world, { act: 'DRAFT', profile: sample(id) }, manager));
    expect(codeOf(act(world, { act: 'ACTIVATE', agreementId: id }, head))).toBe('STEP_ORDER');
  });
});

describe('the hard stop', () => {
  test('falls at midnight of the agreement, without anybody noticing it', () => {
    const world = openWorld();
    activate(world, sample(id));
    for (const use of [MATCH, READ]) expect(unfit(world, use, lastInstant)).toBeUndefined();
    for (const use of [MATCH, READ]) expect(unfit(world, use, lastInstant + 1)).toBe('AGREEMENT_ENDED');
    const failure = world.room.unfit(id, MATCH, lastInstant + 1);
    expect(failure?.cause.id).toContain('berakhir pada 2 Maret 2028');
  });

  test('is written down by the clock, once, and revokes every operator', () => {
    const world = openWorld();
    activate(world, sample(id));
    goTo(world, lastInstant);
    expect(world.revoked).toEqual([]);
    goTo(world, lastInstant + 1);
    expectStatus(world, id, 'EXPIRED');
    const entries = valueOfResult(world.audit.head()).count;
    valueOfResult(world.room.tick());
    expect(valueOfResult(world.audit.head()).count).toBe(entries);
    expect(world.revoked).toEqual([id]);
    expect(valueOfResult(world.room.detail(id, head)).row).toMatchObject({
      accessUntil: '2028-03-02',
      daysLeft: -1,
    });
  });

  test('is not undone by a clock that is set back, nor by a new start', () => {
    const world = openWorld();
    activate(world, sample(id));
    expect(unfit(world, MATCH, lastInstant + 1)).toBe('AGREEMENT_ENDED');
    for (const back of [300_000, 86_400_000, 366 * 86_400_000]) {
      expect(unfit(world, MATCH, lastInstant - back)).toBe('AGREEMENT_ENDED');
    }
    goTo(world, lastInstant - 86_400_000);
    expectStatus(world, id, 'EXPIRED');
    expect(world.open().unfit(id, MATCH, noon('2026-06-01'))?.code).toBe('AGREEMENT_ENDED');
  });

  test('comes to a suspended agreement too', () => {
    const world = openWorld();
    activate(world, sample(id));
    valueOfResult(act(world, suspension, manager));
    expect(unfit(world, MATCH)).toBe('AGREEMENT_SUSPENDED');
    expect(unfit(world, MATCH, lastInstant + 1)).toBe('AGREEMENT_ENDED');
    world.clock.set(lastInstant + 1);
    const letterOfToday = { act: 'RESUME', agreementId: id, letter } as const;
    expect(codeOf(act(world, letterOfToday, head))).toBe('STEP_ORDER');
    expectStatus(world, id, 'EXPIRED');
    expect(world.revoked).toEqual([id]);
  });

  test('leaves no way back: an expired agreement only closes', () => {
    const world = openWorld();
    activate(world, sample(id));
    goTo(world, noon('2028-03-03'));
    const acts: AgreementAct[] = [
      { act: 'ACTIVATE', agreementId: id },
      { act: 'RESUME', agreementId: id, letter },
      extension,
      version({ lastDayInForce: '2030-03-02', lastDayReason: 'adendum' }, 'EXTENSION'),
      { act: 'CHOOSE', agreementId: id },
    ];
    for (const asked of acts) {
      const who = asked.act === 'ACTIVATE' || asked.act === 'RESUME' ? head : manager;
      expect(codeOf(act(world, asked, who)), asked.act).toBe('STEP_ORDER');
    }
  });
});

describe('suspension', () => {
  test('stops at once, remembers where it was, and is lifted by the head with a letter', () => {
    const world = openWorld();
    activate(world, sample(id));
    goTo(world, noon('2027-09-02'));
    expectStatus(world, id, 'EXTENSION_WINDOW');
    valueOfResult(act(world, suspension, manager));
    expect(unfit(world, READ)).toBe('AGREEMENT_SUSPENDED');
    const resuming: AgreementAct = { act: 'RESUME', agreementId: id, letter };
    expect(codeOf(act(world, resuming, manager))).toBe('NOT_PERMITTED');
    valueOfResult(act(world, resuming, head));
    expectStatus(world, id, 'EXTENSION_WINDOW');
    expect(unfit(world, READ)).toBeUndefined();
  });

  test('of an institution that changes begins on the day of the change (R-006)', () => {
    const world = openWorld();
    activate(world, sample(id));
    const change = { ...suspension, cause: 'INSTITUTION_CHANGE', effectiveOn: '2026-05-01' } as const;
    valueOfResult(act(world, change, manager));
    expectStatus(world, id, 'ACTIVE');
    expect(unfit(world, MATCH, endOfDay('2026-04-30', 'Asia/Jakarta'))).toBeUndefined();
    expect(unfit(world, MATCH, endOfDay('2026-04-30', 'Asia/Jakarta') + 1)).toBe('INSTITUTION_CHANGED');
    goTo(world, noon('2026-05-01'));
    expectStatus(world, id, 'SUSPENDED');
    valueOfResult(act(world, { act: 'RESUME', agreementId: id, letter }, head));
    goTo(world, noon('2026-05-02'));
    expectStatus(world, id, 'ACTIVE');
  });

  test('follows the answer that the institution is inactive', () => {
    const world = openWorld();
    activate(world, sample(id));
    valueOfResult(world.room.institutionInactive('tidak-ada'));
    valueOfResult(world.room.institutionInactive(id));
    expect(valueOfResult(world.room.list())[0]).toMatchObject({
      status: 'SUSPENDED',
      suspendCause: 'INSTITUTION_INACTIVE',
    });
    valueOfResult(world.room.institutionInactive(id));
    expect(unfit(world, MATCH)).toBe('AGREEMENT_SUSPENDED');
  });

  test('comes by itself when the SPTJM no longer counts, and stays until there is a new one', () => {
    const world = openWorld();
    activate(world, sample(id));
    world.around.sptjm = false;
    goTo(world, noon('2026-04-01'));
    expectStatus(world, id, 'SUSPENDED');
    const resuming: AgreementAct = { act: 'RESUME', agreementId: id, letter };
    expect(codeOf(act(world, resuming, head))).toBe('SPTJM_MISSING');
    world.around.sptjm = true;
    valueOfResult(act(world, resuming, head));
    expectStatus(world, id, 'ACTIVE');
  });
});

test('what a head proposed who has left office since is not confirmed by the manager alone', () => {
  const world = openWorld();
  activate(world, sample(id));
  const proposed = valueOfResult(world.room.act(version({ purpose: 'tujuan lain' }), head));
  world.around.head = false;
  expect(codeOf(tryConfirm(world, proposed.proposalId ?? '', manager))).toBe('PROPOSAL_CHANGED');
  world.around.head = true;
  expect(codeOf(tryConfirm(world, proposed.proposalId ?? '', manager))).toBeUndefined();
});

describe('a suspension on a day to come', () => {
  const planned = (effectiveOn: string) =>
    ({ act: 'SUSPEND', agreementId: id, cause: 'INSTITUTION_CHANGE', reason: 'x', effectiveOn }) as const;

  test('is put off by the head alone; who else may suspend brings it forward', () => {
    const world = openWorld();
    activate(world, sample(id));
    valueOfResult(act(world, planned('2026-06-01'), head));
    expect(codeOf(act(world, planned('2099-01-01'), manager))).toBe('NOT_PERMITTED');
    expect(unfit(world, MATCH, noon('2026-06-01'))).toBe('INSTITUTION_CHANGED');
  });

  test('is brought forward by the manager too, and then by the head put off', () => {
    const world = openWorld();
    activate(world, sample(id));
    valueOfResult(act(world, planned('2026-06-01'), head));
    valueOfResult(act(world, planned('2026-05-01'), manager));
    valueOfResult(act(world, planned('2026-07-01'), head));
    expect(unfit(world, MATCH, noon('2026-06-30'))).toBeUndefined();
    expect(unfit(world, MATCH, noon('2026-07-01'))).toBe('INSTITUTION_CHANGED');
  });
});

describe('termination', () => {
  test('on a day to come takes effect by the clock', () => {
    const world = openWorld();
    activate(world, sample(id));
    const ending = { act: 'TERMINATE', agreementId: id, cause: 'MUTUAL', letter } as const;
    valueOfResult(act(world, { ...ending, effectiveOn: '2026-06-01' }, head));
    expectStatus(world, id, 'ACTIVE');
    const midnight = endOfDay('2026-05-31', 'Asia/Jakarta') + 1;
    expect(unfit(world, MATCH, midnight - 1)).toBeUndefined();
    expect(world.room.unfit(id, MATCH, midnight)?.cause.id).toContain('31 Mei 2026');
    goTo(world, noon('2026-07-01'));
    expect(valueOfResult(world.room.list())[0]).toMatchObject({
      status: 'TERMINATED',
      endCause: 'MUTUAL',
      accessUntil: '2026-05-31',
    });
    expect(world.revoked).toEqual([id]);
  });

  test('that would come after the last day never comes: the agreement expires', () => {
    const world = openWorld();
    activate(world, sample(id));
    const ending = { act: 'TERMINATE', agreementId: id, cause: 'MUTUAL', letter } as const;
    valueOfResult(act(world, { ...ending, effectiveOn: '2028-06-01' }, head));
    goTo(world, noon('2028-07-01'));
    expectStatus(world, id, 'EXPIRED');
  });

  test('by revocation takes effect with the letter and says which', () => {
    const world = openWorld();
    activate(world, sample(id));
    const revoking: AgreementAct = {
      act: 'TERMINATE',
      agreementId: id,
      cause: 'REVOKED',
      letter,
      effectiveOn: '2026-12-31',
    };
    expect(codeOf(act(world, revoking, manager))).toBe('NOT_PERMITTED');
    valueOfResult(act(world, revoking, head));
    expectStatus(world, id, 'TERMINATED');
    expect(world.room.unfit(id, READ, world.clock.now())).toMatchObject({
      code: 'ACCESS_REVOKED',
      cause: { id: expect.stringContaining('400.12/0099/CONTOH/2026 tanggal 2 Maret 2026') },
    });
  });
});

describe('extension', () => {
  test('moves the end and starts the term anew', () => {
    const world = openWorld();
    activate(world, sample(id));
    goTo(world, noon('2027-12-01'));
    valueOfResult(act(world, extension, manager));
    expectStatus(world, id, 'EXTENSION_REQUESTED');
    const longer = { term: { rule: 'FIXED_END', end: '2030-03-02' }, lastDayInForce: '2030-03-02' };
    confirm(world, proposedVersion(world, version(longer, 'EXTENSION')), head);
    expectStatus(world, id, 'ACTIVE');
    expect(unfit(world, MATCH, noon('2029-01-01'))).toBeUndefined();
    expect(valueOfResult(world.room.list())[0]).toMatchObject({ version: 2, lastDay: '2030-03-02' });
  });

  test('that is late needs a reason and is flagged', () => {
    const world = openWorld();
    activate(world, sample(id));
    goTo(world, noon('2028-01-05'));
    const late = { ...extension, letter: { ...letter, date: '2028-01-03' } } as const;
    const refused = act(world, late, manager);
    expect(refused).toMatchObject({ failure: { code: 'EXTENSION_LATE' } });
    expect(!refused.ok && refused.failure.cause.id).toContain('31 Desember 2027');
    valueOfResult(act(world, { ...late, lateReason: 'pergantian pejabat' }, manager));
    expect(valueOfResult(world.room.detail(id, head)).events[0]).toMatchObject({
      event: 'REQUEST_EXTENSION',
      note: 'pergantian pejabat',
    });
  });

  test('that was refused leads back to the window', () => {
    const world = openWorld();
    activate(world, sample(id));
    goTo(world, noon('2027-12-01'));
    valueOfResult(act(world, extension, manager));
    valueOfResult(act(world, { act: 'REFUSE_EXTENSION', agreementId: id, letter }, manager));
    expectStatus(world, id, 'EXTENSION_WINDOW');
  });

  test('is no access: without a bridge letter everything stops on the last day (R-142)', () => {
    const world = openWorld();
    activate(world, sample(id));
    goTo(world, noon('2027-12-01'));
    valueOfResult(act(world, extension, manager));
    expect(world.room.unfit(id, MATCH, lastInstant + 1)).toMatchObject({
      code: 'EXTENSION_PENDING_NO_ACCESS',
      cause: { id: expect.stringContaining('2 Maret 2028') },
    });
    goTo(world, lastInstant + 1);
    expect(unfit(world, PORTAL)).toBe('EXTENSION_PENDING_NO_ACCESS');
  });

  test.each([
    [false, 'METHOD_NOT_GRANTED'],
    [true, undefined],
  ])('with a bridge letter goes on by the portal; the SAM only where it is named (%s)', (namesSam, read) => {
    const world = openWorld();
    activate(world, sample(id));
    goTo(world, noon('2027-12-01'));
    valueOfResult(act(world, extension, manager));
    const bridge: AgreementAct = {
      act: 'BRIDGE',
      agreementId: id,
      letter,
      until: '2028-04-30',
      scanId: 'scan-bridge',
      sptjmScanId: 'scan-sptjm',
      namesSam,
    };
    expect(codeOf(act(world, { ...bridge, until: '2028-03-02' }, head))).toBe('PROFILE_INVALID');
    valueOfResult(act(world, bridge, head));
    expect(world.filed.slice(-2)).toEqual(['BRIDGE_LETTER scan-bridge', 'SPTJM scan-sptjm']);
    expect(unfit(world, MATCH, lastInstant)).toBeUndefined();
    expect(unfit(world, PORTAL, lastInstant + 1)).toBeUndefined();
    expect(unfit(world, SERVE, lastInstant + 1)).toBeUndefined();
    expect(unfit(world, MATCH, lastInstant + 1)).toBe('METHOD_NOT_GRANTED');
    expect(unfit(world, READ, lastInstant + 1)).toBe(read);
    goTo(world, lastInstant + 1);
    expect(world.stopped).toEqual(namesSam ? [] : [id]);
    goTo(world, endOfDay('2028-04-30', 'Asia/Jakarta') + 1);
    expectStatus(world, id, 'EXPIRED');
  });
});

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

  test('stays findable by the days it was in force on, the first one also for those before it', () => {
    const world = openWorld();
    activate(world, sample(id));
    world.clock.set(noon('2026-08-10'));
    const quota = { dailyHits: 900, unlimitedAfterPoc: false, pocLetter: null };
    confirm(world, proposedVersion(world, version({ quota })), head);
    const during = (from: string, to: string) =>
      valueOfResult(world.room.profilesDuring(id, from, to)).map(({ since, profile }) => [
        ...[since, profile.quota.dailyHits],
      ]);
    const [before, after] = [
      ['2026-03-02', (sample(id).quota as typeof quota).dailyHits],
      ['2026-08-10', 900],
    ];
    expect(during('2026-01-01', '2026-02-01')).toEqual([before]);
    expect(during('2026-03-02', '2026-06-30')).toEqual([before]);
    expect(during('2026-07-01', '2026-08-09')).toEqual([before]);
    expect(during('2026-07-01', '2026-08-10')).toEqual([before, after]);
    expect(during('2026-08-10', '2026-12-31')).toEqual([after]);
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

  test('another bandwidth wants the letter that agreed to it, each time and under whatever cause (R-132)', () => {
    const world = openWorld();
    activate(world, sample(id));
    const network = sample(id).network as Record<string, unknown>;
    const wide = { network: { ...network, bandwidthMbps: 2 } };
    const agreed = { network: { ...wide.network, bandwidthLetter: '400.12/0042/CONTOH/2026' } };
    for (const cause of ['ADDENDUM', 'POC_LETTER'] as const) {
      expect(codeOf(act(world, version(wide, cause), manager))).toBe('BANDWIDTH_LETTER_REQUIRED');
    }
    confirm(world, proposedVersion(world, version(agreed)), head);
    const wider = { network: { ...agreed.network, bandwidthMbps: 5 } };
    expect(codeOf(act(world, version(wider), manager))).toBe('BANDWIDTH_LETTER_REQUIRED');
    const again = { network: { ...wider.network, bandwidthLetter: '400.12/0043/CONTOH/2026' } };
    valueOfResult(act(world, version(again), manager));
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

describe('the end', () => {
  const settled = ['USER_IDS_REPORTED', 'READERS_INACTIVE', 'NO_DATA_STATEMENT', 'ARCHIVED'];

  test('is closed when every item is settled or counted, and then only read', () => {
    const world = openWorld();
    activate(world, sample(id));
    Object.assign(world.around, { openBalikan: 2, unrevoked: 0, kept: 1, sams: { all: 2, open: 1 } });
    goTo(world, noon('2028-03-03'));
    const closing: AgreementAct = { act: 'CLOSE', agreementId: id };
    for (const item of settled) {
      expect(codeOf(act(world, closing, head))).toBe('CLOSING_INCOMPLETE');
      const settling = { act: 'SETTLE_END_ITEM', agreementId: id, item, note: 'BA-01' } as AgreementAct;
      valueOfResult(act(world, settling, manager));
    }
    const byHand = { act: 'SETTLE_END_ITEM', agreementId: id, item: 'BALIKAN_FLUSHED', note: 'x' } as const;
    expect(codeOf(act(world, byHand, manager))).toBe('STEP_ORDER');
    const refused = act(world, closing, head);
    expect(!refused.ok && refused.failure.detail).toBe(
      'BALIKAN_FLUSHED FINAL_REPORT SAM_RETURNED KEPT_DATA_DECIDED',
    );
    Object.assign(world.around, {
      openBalikan: 0,
      kept: 0,
      sams: { all: 2, open: 0 },
      reports: allDelivered,
    });
    valueOfResult(act(world, closing, head));
    expect(codeOf(act(world, { act: 'NOTE', agreementId: id, letter, note: 'x' }, manager))).toBe(
      'ARCHIVE_READ_ONLY',
    );
    expect(codeOf(act(world, { act: 'DRAFT', profile: sample(id) }, manager))).toBe('ARCHIVE_READ_ONLY');
    expect(valueOfResult(world.room.connection(id))).toBeUndefined();
    expect(valueOfResult(world.room.detail(id, head)).acts).toEqual([]);
  });

  test('counts the readers that are on the inventory, whatever anybody says of them', () => {
    const world = openWorld();
    activate(world, sample(id));
    goTo(world, noon('2028-03-03'));
    const item = 'READERS_INACTIVE';
    const settling: AgreementAct = { act: 'SETTLE_END_ITEM', agreementId: id, item, note: 'sudah' };
    valueOfResult(act(world, settling, manager));
    const shown = () => valueOfResult(world.room.detail(id, head)).end.find((one) => one.item === item);
    expect(shown()).toMatchObject({ done: true, detail: 'sudah' });
    Object.assign(world.around, { readers: { all: 2, open: 1 } });
    expect(shown()).toMatchObject({ done: false, detail: '1' });
    expect(codeOf(act(world, settling, manager))).toBe('STEP_ORDER');
    Object.assign(world.around, { readers: { all: 2, open: 0 } });
    expect(shown()).toMatchObject({ done: true });
  });

  test('asks nothing of SAM cards where there are none', () => {
    const world = openWorld('2026-08-31');
    activate(world, sample('lembah-sosial'));
    goTo(world, noon('2028-08-31'));
    const { end } = valueOfResult(world.room.detail('lembah-sosial', head));
    expect(end.filter(({ notNeeded }) => notNeeded).map(({ item }) => item)).toEqual([
      'SAM_RETURNED',
      'READERS_INACTIVE',
    ]);
  });
});

describe('the counter', () => {
  test('serves under the agreement that was chosen for it', () => {
    const world = openWorld();
    expect(valueOfResult(world.room.chosen())).toBeUndefined();
    activate(world, sample(id));
    valueOfResult(act(world, { act: 'CHOOSE', agreementId: id }, manager));
    expect(valueOfResult(world.open().chosen())).toBe(id);
    expect(valueOfResult(world.room.detail(id, manager)).acts).not.toContain('CHOOSE');
  });

  test('disappears under an agreement between systems (R-008)', () => {
    const world = openWorld();
    activate(world, sample('interop'));
    expectStatus(world, 'interop', 'ACTIVE');
    expect(world.room.unfit('interop', READ, world.clock.now())?.code).toBe('COUNTER_NOT_IN_SCOPE');
    expect(codeOf(act(world, { act: 'CHOOSE', agreementId: 'interop' }, manager))).toBe(
      'COUNTER_NOT_IN_SCOPE',
    );
    expect(codeOf(world.room.installConnection('interop', installed, officer))).toBe('STEP_ORDER');
    expect(
      valueOfResult(world.room.detail('interop', head)).activation.filter((each) => !each.notNeeded),
    ).toEqual([
      { item: 'SIGNED', done: true, who: 'ACCESS_MANAGER' },
      { item: 'RESPONSIBLE', done: true, who: 'SAM_OFFICER', detail: 'Contoh Pratama' },
    ]);
  });

  test('gets the connection of its agreement, and another User ID only with a BAST (R-015)', () => {
    const world = openWorld();
    sign(world, sample(id));
    expect(codeOf(world.room.installConnection(id, installed, manager))).toBe('NOT_PERMITTED');
    const { gateway: _none, ...withoutGateway } = installed;
    valueOfResult(world.room.installConnection(id, withoutGateway, officer));
    valueOfResult(world.room.installConnection(id, installed, officer));
    expect(codeOf(world.room.installConnection(id, withoutGateway, officer))).toBe('USER_ID_BAST_REQUIRED');
    const credentials = { userId: 'lain', password: 'rahasia', ipUser: '192.0.2.10' };
    const other = { ...installed, gateway: { ...installed.gateway, credentials } } as typeof installed;
    expect(codeOf(world.room.installConnection(id, other, officer))).toBe('USER_ID_BAST_REQUIRED');
    const samePerson = { ...installed, closedNetwork: ['192.0.2.0/25'] };
    valueOfResult(world.room.installConnection(id, samePerson, officer));
    world.around.userIdMayChange = true;
    valueOfResult(world.room.installConnection(id, other, officer));
    expect(valueOfResult(world.room.connection(id))).toEqual(other);
    expect(JSON.stringify(valueOfResult(world.room.detail(id, officer)))).not.toContain('rahasia');
  });

  test('is no network point of an agreement that has none (R-050)', () => {
    const world = openWorld();
    const network = { closedOnly: true, points: 0, bandwidthMbps: 1 };
    const bare = { ...sample('desa-makmur'), network, accessMethods: [], elements: {} };
    sign(world, bare);
    expect(codeOf(world.room.installConnection('desa-makmur', installed, officer))).toBe(
      'NETWORK_POINT_LIMIT',
    );
  });

  test('knows no agreement that is not there', () => {
    const world = openWorld();
    expect(world.room.unfit('tidak-ada', READ, world.clock.now())?.code).toBe('STEP_ORDER');
    expect(codeOf(act(world, { act: 'CHOOSE', agreementId: 'tidak-ada' }, manager))).toBe('STEP_ORDER');
  });
});

test('a note is kept with its letter and changes nothing (R-144)', () => {
  const world = openWorld();
  activate(world, sample(id));
  valueOfResult(act(world, { act: 'NOTE', agreementId: id, letter, note: 'banjir' }, manager));
  expectStatus(world, id, 'ACTIVE');
  expect(valueOfResult(world.room.detail(id, head)).events[0]).toMatchObject({
    actor: 'name of uji-widodo',
    event: 'NOTED',
    reference: '400.12/0099/CONTOH/2026 (2026-03-02)',
    note: 'banjir',
  });
});

import { describe, expect, test } from 'vitest';
import { failed } from '../../native/failure.ts';
import { appFailure } from '../contract/index.ts';
import { failureOf, valueOfResult } from '../store/store.test-support.ts';
import type { Revoked } from './index.ts';
import {
  acting,
  activeOperator,
  head,
  it,
  letter,
  manager,
  PKS,
  proposedOperator,
  signNda,
  staffedOffice,
  TODAY,
} from './people.test-support.ts';

const DAY_MS = 86_400_000;

describe('an operator', () => {
  test('comes to work by proposal, NDA, approval and training, each step audited', () => {
    const office = staffedOffice();
    const { room } = office;
    const codes: (string | undefined)[] = [];
    const unfit = () => codes.push(room.unfit(PKS, 'simula-ningsih')?.code);
    unfit();
    const operatorId = proposedOperator(office);
    unfit();
    signNda(office, operatorId);
    unfit();
    expect(valueOfResult(room.readyOperators(PKS))).toEqual([]);
    valueOfResult(room.enact({ act: 'APPROVE_OPERATOR', operatorId }, head));
    expect(valueOfResult(room.readyOperators(PKS))).toEqual([
      { operatorId, personId: 'simula-ningsih', name: 'SIMULA NINGSIH' },
    ]);
    const activate = { act: 'ACTIVATE_OPERATOR', operatorId, trainingNote: 'dilatih' } as const;
    expect(failureOf(room.enact(activate, manager))).toMatchObject({
      code: 'STEP_ORDER',
      detail: 'has no account yet',
    });
    valueOfResult(room.giveSampleAccount('simula-ningsih', 'simula', it));
    valueOfResult(room.enact(activate, manager));
    unfit();
    expect(codes).toEqual(['OPERATOR_NOT_FIT', 'NDA_MISSING', 'OPERATOR_NOT_FIT', undefined]);
    expect(office.events().filter((event) => event === 'OPERATOR_MOVED').length).toBe(4);
    expect(office.events()).toContain('SCAN_FILED');
  });

  test('has signed the NDA before anybody approves (R-012)', () => {
    const office = staffedOffice();
    const operatorId = proposedOperator(office);
    expect(failureOf(office.room.enact({ act: 'APPROVE_OPERATOR', operatorId }, head))).toMatchObject({
      code: 'NDA_MISSING',
      cause: { id: expect.stringContaining('SIMULA NINGSIH') },
    });
    const nda = { act: 'RECORD_NDA', operatorId, stamped: true } as const;
    const record = (scanId: string, signedOn: string) =>
      failureOf(office.room.enact({ ...nda, scanId, signedOn }, manager))?.code;
    expect(record('no-such-scan', TODAY)).toBe('SCAN_REQUIRED');
    expect(record(office.scan(), '2026-01-06')).toBe('DATE_AHEAD');
    expect(record(office.scan(), TODAY)).toBeUndefined();
    expect(record(office.scan(), TODAY)).toBe('STEP_ORDER');
  });

  test('is approved by nobody who proposed them and nobody who is them', () => {
    const office = staffedOffice();
    const operatorId = proposedOperator(office);
    signNda(office, operatorId);
    const both = acting(manager.personId, 'ACCESS_MANAGER', 'ACCESS_RESPONSIBLE');
    const self = acting('simula-ningsih', 'ACCESS_RESPONSIBLE');
    for (const by of [both, self]) {
      expect(failureOf(office.room.enact({ act: 'APPROVE_OPERATOR', operatorId }, by))?.code).toBe(
        'OWN_PROPOSAL',
      );
      expect(office.row('simula-ningsih', by).acts).not.toContain('APPROVE_OPERATOR');
    }
    expect(office.row('simula-ningsih', head).acts).toContain('APPROVE_OPERATOR');
  });

  test.each(['OUTSOURCING', 'HONORER', 'MAGANG', 'OTHER'] as const)(
    'is permanent staff where the agreement says so: %s is not (R-013)',
    (employment) => {
      const office = staffedOffice();
      office.addPerson('misal-lestari', employment);
      const propose = {
        act: 'PROPOSE_OPERATOR',
        personId: 'misal-lestari',
        agreementId: PKS,
        letter,
      } as const;
      expect(failureOf(office.room.enact(propose, manager))).toMatchObject({
        code: 'NOT_PERMANENT_STAFF',
        cause: { id: expect.stringContaining('MISAL LESTARI') },
      });
      office.setAgreement(PKS, { permanentStaffOnly: false });
      const operatorId = valueOfResult(office.room.enact(propose, manager));
      signNda(office, operatorId);
      // An addendum may ask for it later: then nobody else gets further.
      office.setAgreement(PKS, { permanentStaffOnly: true });
      expect(failureOf(office.room.enact({ act: 'APPROVE_OPERATOR', operatorId }, head))?.code).toBe(
        'NOT_PERMANENT_STAFF',
      );
    },
  );

  test('needs the letter of Dukcapil where the agreement wants the names approved', () => {
    const office = staffedOffice();
    office.setAgreement(PKS, { dukcapilApproval: true });
    const operatorId = proposedOperator(office);
    signNda(office, operatorId);
    const approve = { act: 'APPROVE_OPERATOR', operatorId } as const;
    expect(failureOf(office.room.enact(approve, head))?.code).toBe('DUKCAPIL_APPROVAL_REQUIRED');
    valueOfResult(office.room.enact({ ...approve, dukcapilLetter: letter }, head));
  });

  test('is not activated without that letter either, where the agreement came to want it after the approval', () => {
    const office = staffedOffice();
    const operatorId = proposedOperator(office);
    signNda(office, operatorId);
    valueOfResult(office.room.enact({ act: 'APPROVE_OPERATOR', operatorId }, head));
    valueOfResult(office.room.giveSampleAccount('simula-ningsih', 'simula', it));
    office.setAgreement(PKS, { dukcapilApproval: true });
    const activate = { act: 'ACTIVATE_OPERATOR', operatorId, trainingNote: 'dilatih' } as const;
    expect(failureOf(office.room.enact(activate, manager))?.code).toBe('DUKCAPIL_APPROVAL_REQUIRED');
  });

  test('is not activated while the agreement is not in force, nor proposed for one without access or over', () => {
    const office = staffedOffice();
    const operatorId = proposedOperator(office);
    signNda(office, operatorId);
    valueOfResult(office.room.enact({ act: 'APPROVE_OPERATOR', operatorId }, head));
    valueOfResult(office.room.giveSampleAccount('simula-ningsih', 'simula', it));
    office.setAgreement(PKS, { inForce: false });
    const activate = { act: 'ACTIVATE_OPERATOR', operatorId, trainingNote: 'dilatih' } as const;
    expect(failureOf(office.room.enact(activate, manager))?.code).toBe('AGREEMENT_NOT_IN_FORCE');
    office.setAgreement('interop', { givesAccess: false });
    office.setAgreement('over', { ended: true });
    const propose = (agreementId: string) =>
      failureOf(
        office.room.enact(
          { act: 'PROPOSE_OPERATOR', personId: 'simula-ningsih', agreementId, letter },
          manager,
        ),
      )?.code;
    expect(['interop', 'over', 'unknown', PKS].map(propose)).toEqual([
      'COUNTER_NOT_IN_SCOPE',
      'STEP_ORDER',
      'STEP_ORDER',
      'STEP_ORDER',
    ]);
  });

  test('who was rejected or revoked comes back as a new operator only, with a new NDA (R-018)', () => {
    const office = staffedOffice();
    const { room } = office;
    const first = activeOperator(office);
    valueOfResult(room.enact({ act: 'REVOKE_OPERATOR', operatorId: first, reason: 'mutasi' }, manager));
    expect(room.unfit(PKS, 'simula-ningsih')?.code).toBe('OPERATOR_REVOKED');
    for (const act of ['RESUME_OPERATOR', 'APPROVE_OPERATOR'] as const) {
      expect(
        failureOf(room.enact({ act, operatorId: first }, act === 'APPROVE_OPERATOR' ? head : manager))?.code,
      ).toBe('STEP_ORDER');
    }
    office.clock.advance(1000);
    const second = proposedOperator(office);
    expect(second).not.toBe(first);
    expect(room.unfit(PKS, 'simula-ningsih')?.code).toBe('NDA_MISSING');
    valueOfResult(room.enact({ act: 'REJECT_OPERATOR', operatorId: second, reason: 'tidak perlu' }, head));
    expect(room.unfit(PKS, 'simula-ningsih')?.code).toBe('OPERATOR_REVOKED');
    expect(office.row('simula-ningsih', manager).operators.map(({ status }) => status)).toEqual([
      'REJECTED',
      'REVOKED',
    ]);
  });

  test('is suspended and let in again, but not by themselves', () => {
    const office = staffedOffice();
    const operatorId = activeOperator(office, manager.personId);
    valueOfResult(office.room.enact({ act: 'SUSPEND_OPERATOR', operatorId, reason: 'cuti' }, head));
    expect(office.room.unfit(PKS, manager.personId)?.code).toBe('OPERATOR_NOT_FIT');
    const resume = { act: 'RESUME_OPERATOR', operatorId } as const;
    expect(failureOf(office.room.enact(resume, manager))?.code).toBe('OWN_PROPOSAL');
    valueOfResult(office.room.enact(resume, acting('peraga-santoso', 'ACCESS_MANAGER')));
    expect(office.room.unfit(PKS, manager.personId)).toBeUndefined();
  });

  test('is unfit the moment the account is closed, or another agreement is asked for', () => {
    const office = staffedOffice();
    activeOperator(office);
    expect(office.room.unfit('another-pks', 'simula-ningsih')?.code).toBe('OPERATOR_NOT_FIT');
    valueOfResult(
      office.room.enact({ act: 'CLOSE_ACCOUNT', personId: 'simula-ningsih', reason: 'pindah' }, it),
    );
    expect(office.room.unfit(PKS, 'simula-ningsih')?.code).toBe('OPERATOR_NOT_FIT');
  });
});

describe('a loss of access', () => {
  function watched() {
    const office = staffedOffice();
    const heard: Revoked[] = [];
    office.room.onRevoked((revoked) => heard.push(revoked));
    return { office, heard, operatorId: activeOperator(office) };
  }
  const lost = { personId: 'simula-ningsih', agreementId: PKS };

  test.each(['REVOKE_OPERATOR', 'SUSPEND_OPERATOR'] as const)('by %s is told once it is durable', (act) => {
    const { office, heard, operatorId } = watched();
    office.store.transaction(() => {
      valueOfResult(office.room.enact({ act, operatorId, reason: 'x' }, head));
      return failed(appFailure('STEP_ORDER', 'test'));
    });
    expect(heard).toEqual([]);
    expect(office.room.unfit(PKS, 'simula-ningsih')).toBeUndefined();
    valueOfResult(office.room.enact({ act, operatorId, reason: 'x' }, head));
    expect(heard).toEqual([lost]);
  });

  test('comes with a closed account and with the end of the assignment', () => {
    const { office, heard } = watched();
    valueOfResult(
      office.room.enact(
        { act: 'END_ROLE', personId: 'simula-ningsih', role: 'OPERATOR', reason: 'pensiun' },
        head,
      ),
    );
    expect(heard).toEqual([lost]);
    activeOperator(office);
    valueOfResult(
      office.room.enact({ act: 'CLOSE_ACCOUNT', personId: 'simula-ningsih', reason: 'pensiun' }, it),
    );
    expect(heard).toEqual([lost, lost]);
  });

  test('comes to all with the end of the agreement, whatever their state, and to no other agreement', () => {
    const { office, heard } = watched();
    office.setAgreement('lembah-sosial', {});
    office.addPerson('peraga-santoso');
    proposedOperator(office, 'peraga-santoso');
    activeOperator(office, 'peraga-santoso', 'lembah-sosial');
    expect(valueOfResult(office.room.unrevokedOperators(PKS))).toBe(2);
    expect(valueOfResult(office.room.revokeAll(PKS))).toBe(2);
    expect(valueOfResult(office.room.revokeAll(PKS))).toBe(0);
    expect(valueOfResult(office.room.unrevokedOperators(PKS))).toBe(0);
    expect(heard).toEqual([lost]);
    expect(office.room.unfit('lembah-sosial', 'peraga-santoso')).toBeUndefined();
  });

  test('comes after ninety days without a sign-in, and not a moment before', () => {
    const { office, heard } = watched();
    office.clock.set(office.clock.now() + 90 * DAY_MS);
    valueOfResult(office.room.tick());
    expect(heard).toEqual([]);
    office.clock.set(office.clock.now() + 1);
    valueOfResult(office.room.tick());
    valueOfResult(office.room.tick());
    expect(heard).toEqual([lost]);
    expect(office.row('simula-ningsih', manager).operators[0]).toMatchObject({
      status: 'SUSPENDED',
      reason: 'NO_SIGN_IN_FOR_90_DAYS',
    });
  });

  test('does not come to who has signed in meanwhile, or was let in again', async () => {
    const { office, heard, operatorId } = watched();
    const { password } = valueOfResult(
      await office.room.act({ act: 'RESET_PASSWORD', personId: 'simula-ningsih' }, it),
    ) ?? { password: '' };
    office.clock.set(office.clock.now() + 60 * DAY_MS);
    valueOfResult(await office.room.sessions.signIn('simula-ningsih', password));
    office.clock.set(office.clock.now() + 60 * DAY_MS);
    valueOfResult(office.room.tick());
    expect(heard).toEqual([]);
    office.clock.set(office.clock.now() + 31 * DAY_MS);
    valueOfResult(office.room.tick());
    expect(heard).toEqual([lost]);
    valueOfResult(office.room.enact({ act: 'RESUME_OPERATOR', operatorId }, manager));
    valueOfResult(office.room.tick());
    expect(office.room.unfit(PKS, 'simula-ningsih')).toBeUndefined();
  });
});

import { describe, expect, test } from 'vitest';
import { failed } from '../../native/failure.ts';
import { appFailure } from '../contract/index.ts';
import { failureOf, valueOfResult } from '../store/store.test-support.ts';
import {
  acting,
  activeOperator,
  type FreshOffice,
  freshOffice,
  head,
  it,
  manager,
  PKS,
  staffedOffice,
} from './people.test-support.ts';

const MINUTE = 60_000;
const PASSWORD = 'tepi-sawah-7-pagi';

/** Gives the account, and takes the person through the first sign-in. */
async function settled(office: FreshOffice, personId: string): Promise<string> {
  const login = personId.split('-')[0] ?? personId;
  const { room } = office;
  const given = valueOfResult(await room.act({ act: 'GIVE_ACCOUNT', personId, login }, it));
  valueOfResult(await room.sessions.signIn(login, given?.password ?? ''));
  valueOfResult(await room.sessions.newPassword(given?.password ?? '', PASSWORD));
  valueOfResult(room.sessions.acknowledge());
  room.sessions.signOut();
  return login;
}

async function settledOffice() {
  const office = staffedOffice();
  return { office, login: await settled(office, manager.personId), sessions: office.room.sessions };
}

describe('a first sign-in', () => {
  test('takes the one-time password, wants a new one and the notice read, and then lets in', async () => {
    const office = staffedOffice();
    const { sessions } = office.room;
    const give = { act: 'GIVE_ACCOUNT', personId: manager.personId, login: 'uji' } as const;
    const given = valueOfResult(await office.room.act(give, it));
    expect(given).toEqual({
      login: 'uji',
      password: expect.stringMatching(/^[2-9a-z]{4}(-[2-9a-z]{4}){2}$/),
    });
    const once = given?.password ?? '';
    expect(valueOfResult(await sessions.signIn(' UJI ', once))).toMatchObject({
      personId: manager.personId,
      name: 'UJI WIDODO',
      roles: ['ACCESS_MANAGER'],
      state: 'NEW_PASSWORD',
    });
    expect(failureOf(sessions.acting())?.code).toBe('NOT_SIGNED_IN');
    for (const next of [once, 'kata-sandi-UJI']) {
      expect(failureOf(await sessions.newPassword(once, next))?.code).toBe('PASSWORD_REUSED');
    }
    expect(failureOf(await sessions.newPassword('salah-sama-sekali', PASSWORD))?.code).toBe(
      'SIGN_IN_REFUSED',
    );
    expect(valueOfResult(await sessions.newPassword(once, PASSWORD)).state).toBe('NOTICE');
    expect(failureOf(sessions.acting())?.code).toBe('NOT_SIGNED_IN');
    expect(valueOfResult(sessions.acknowledge()).state).toBe('OPEN');
    expect(valueOfResult(sessions.acting())).toEqual({ ...manager });
    sessions.signOut();
    expect(failureOf(await sessions.signIn('uji', once))?.code).toBe('SIGN_IN_REFUSED');
  });

  test('comes with a login of its own', async () => {
    const office = staffedOffice();
    const give = (personId: string) => office.room.act({ act: 'GIVE_ACCOUNT', personId, login: 'uji' }, it);
    valueOfResult(await give(manager.personId));
    expect(failureOf(await give(head.personId))?.code).toBe('LOGIN_TAKEN');
    expect(failureOf(await give(manager.personId))?.code).toBe('STEP_ORDER');
    const close = { act: 'CLOSE_ACCOUNT', personId: manager.personId, reason: 'mutasi' } as const;
    valueOfResult(office.room.enact(close, it));
    expect(failureOf(await give(head.personId))?.code).toBe('LOGIN_TAKEN');
    valueOfResult(await give(manager.personId));
  });

  test('has its notice again after a year, to the day', async () => {
    const { office, login, sessions } = await settledOffice();
    office.clock.set(Date.UTC(2027, 0, 4, 16, 59));
    expect(valueOfResult(await sessions.signIn(login, PASSWORD)).state).toBe('OPEN');
    sessions.signOut();
    office.clock.set(Date.UTC(2027, 0, 4, 17));
    expect(valueOfResult(await sessions.signIn(login, PASSWORD)).state).toBe('NOTICE');
  });
});

describe('the first officer', () => {
  const officer = { name: 'Coba Hartono', position: 'Petugas TI', login: 'coba', password: PASSWORD };

  test('makes their own account while there is none, and may then give others', async () => {
    const { room } = freshOffice();
    expect(valueOfResult(room.isEmpty())).toBe(true);
    expect(failureOf(await room.firstOfficer({ ...officer, password: 'rahasia-coba' }))?.code).toBe(
      'PASSWORD_REUSED',
    );
    valueOfResult(await room.firstOfficer(officer));
    expect(valueOfResult(room.isEmpty())).toBe(false);
    expect(valueOfResult(await room.sessions.signIn('coba', PASSWORD))).toMatchObject({
      roles: ['SAM_OFFICER'],
      state: 'NOTICE',
    });
  });

  test('is one: of two at once only one comes through', async () => {
    const { room } = freshOffice();
    const both = [officer, { ...officer, login: 'misal' }].map((one) => room.firstOfficer(one));
    const codes = (await Promise.all(both)).map((result) => failureOf(result)?.code);
    expect(codes).toEqual([undefined, 'STEP_ORDER']);
  });
});

describe('a refused sign-in', () => {
  test('is the same for a wrong password, a wrong name and a closed account, and costs the same', async () => {
    const { office, login, sessions } = await settledOffice();
    const gone = await settled(office, head.personId);
    valueOfResult(
      office.room.enact({ act: 'CLOSE_ACCOUNT', personId: head.personId, reason: 'pensiun' }, it),
    );
    const before = office.passwords.asked.length;
    const answers = [
      await sessions.signIn(login, 'salah-sama-sekali'),
      await sessions.signIn('nobody', PASSWORD),
      await sessions.signIn(gone, PASSWORD),
    ].map((result) => failureOf(result));
    expect(answers[0]?.code).toBe('SIGN_IN_REFUSED');
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(office.passwords.asked.slice(before).length).toBe(3);
    expect(office.passwords.asked.slice(before + 1)).toEqual(['decoy', 'decoy']);
    expect(office.events().slice(0, 3)).toEqual(Array(3).fill('SIGN_IN_REFUSED'));
  });

  test('locks the account at the fifth, also over a restart, for a quarter of an hour', async () => {
    const { office, login, sessions } = await settledOffice();
    const codes: (string | undefined)[] = [];
    const attempt = async (password: string) =>
      codes.push(failureOf(await sessions.signIn(login, password))?.code);
    for (let n = 0; n < 5; n++) await attempt('salah-sama-sekali');
    const restarted = office.openRoom().sessions;
    expect(failureOf(await restarted.signIn(login, PASSWORD))?.code).toBe('ACCOUNT_LOCKED');
    expect(codes).toEqual([...Array(4).fill('SIGN_IN_REFUSED'), 'ACCOUNT_LOCKED']);
    const asked = office.passwords.asked.length;
    office.clock.advance(15 * MINUTE - 1);
    expect(failureOf(await sessions.signIn(login, PASSWORD))).toMatchObject({
      code: 'ACCOUNT_LOCKED',
      cure: { id: expect.stringContaining('1 menit') },
    });
    expect(office.passwords.asked.length, 'no password is tried meanwhile').toBe(asked);
    expect(office.row(manager.personId, it).account?.state).toBe('LOCKED');
    office.clock.advance(1);
    valueOfResult(await sessions.signIn(login, PASSWORD));
    expect(office.events()).toContain('ACCOUNT_LOCKED');
  });

  test('takes its turn: of ten at once five are tried, and no more', async () => {
    const { office, login, sessions } = await settledOffice();
    const before = office.passwords.asked.length;
    await Promise.all(Array.from({ length: 10 }, () => sessions.signIn(login, 'salah-sama-sekali')));
    expect(office.passwords.asked.length - before).toBe(5);
    expect(office.row(manager.personId, it).account?.state).toBe('LOCKED');
  });

  test('a right one in between starts the count anew, and a reset opens the lock', async () => {
    const { office, login, sessions } = await settledOffice();
    for (let n = 0; n < 4; n++) await sessions.signIn(login, 'salah-sama-sekali');
    valueOfResult(await sessions.signIn(login, PASSWORD));
    sessions.signOut();
    for (let n = 0; n < 4; n++) {
      expect(failureOf(await sessions.signIn(login, 'salah'))?.code).toBe('SIGN_IN_REFUSED');
    }
    expect(failureOf(await sessions.signIn(login, 'salah'))?.code).toBe('ACCOUNT_LOCKED');
    const reset = { act: 'RESET_PASSWORD', personId: manager.personId } as const;
    const given = valueOfResult(await office.room.act(reset, it));
    expect(valueOfResult(await sessions.signIn(login, given?.password ?? '')).state).toBe('NEW_PASSWORD');
  });

  test('lasts a quarter of an hour at most, also when the clock is set back', async () => {
    const { office, login, sessions } = await settledOffice();
    for (let n = 0; n < 5; n++) await sessions.signIn(login, 'salah-sama-sekali');
    office.clock.set(office.clock.now() - 86_400_000);
    expect(failureOf(await sessions.signIn(login, PASSWORD))).toMatchObject({
      cure: { id: expect.stringContaining('15 menit') },
    });
    office.clock.advance(15 * MINUTE);
    expect(valueOfResult(await sessions.signIn(login, PASSWORD)).personId).toBe(manager.personId);
  });
});

describe('a session', () => {
  test('is one: nobody signs in a second time, nor beside somebody else (R-016)', async () => {
    const { office, login, sessions } = await settledOffice();
    const other = await settled(office, head.personId);
    valueOfResult(await sessions.signIn(login, PASSWORD));
    expect(failureOf(await sessions.signIn(login, PASSWORD))?.code).toBe('SESSION_ELSEWHERE');
    expect(failureOf(await sessions.signIn(other, PASSWORD))?.code).toBe('STEP_ORDER');
    expect(sessions.current()?.personId).toBe(manager.personId);
  });

  test('locks after ten minutes without a hand on it and ends after sixty', async () => {
    const { office, login, sessions } = await settledOffice();
    let told = 0;
    sessions.onChanged(() => told++);
    valueOfResult(await sessions.signIn(login, PASSWORD));
    office.clock.advance(10 * MINUTE - 1);
    sessions.touch();
    office.clock.advance(10 * MINUTE - 1);
    expect(sessions.current()?.state).toBe('OPEN');
    told = 0;
    office.clock.advance(1);
    expect(told, 'by itself, without being asked').toBe(1);
    expect(sessions.current()?.state).toBe('LOCKED');
    expect(failureOf(sessions.acting())?.code).toBe('SESSION_LOCKED');
    sessions.touch();
    office.clock.advance(50 * MINUTE - 1);
    expect(sessions.current()?.state).toBe('LOCKED');
    office.clock.advance(1);
    expect(sessions.current()).toBeUndefined();
    expect(failureOf(sessions.acting())?.code).toBe('NOT_SIGNED_IN');
    expect(office.events().slice(0, 2)).toEqual(['SIGNED_OUT', 'SCREEN_LOCKED']);
  });

  test('is locked, or over, when the computer wakes up, and a clock set back does not keep it open', async () => {
    const { office, login, sessions } = await settledOffice();
    valueOfResult(await sessions.signIn(login, PASSWORD));
    office.clock.set(office.clock.now() + 11 * MINUTE);
    expect(sessions.current()?.state).toBe('LOCKED');
    office.clock.set(office.clock.now() + 50 * MINUTE);
    expect(sessions.current()).toBeUndefined();
    valueOfResult(await sessions.signIn(login, PASSWORD));
    office.clock.set(office.clock.now() - 86_400_000);
    office.clock.advance(10 * MINUTE);
    expect(sessions.current()?.state).toBe('LOCKED');
  });

  test('is unlocked by the same person only', async () => {
    const { office, login, sessions } = await settledOffice();
    await settled(office, head.personId);
    valueOfResult(await sessions.signIn(login, PASSWORD));
    sessions.lock();
    sessions.lock();
    expect(failureOf(await sessions.unlock('salah-sama-sekali'))?.code).toBe('SIGN_IN_REFUSED');
    expect(sessions.current()?.state).toBe('LOCKED');
    expect(failureOf(await sessions.newPassword(PASSWORD, 'lain-lain-saja'))?.code).toBe('SESSION_LOCKED');
    expect(failureOf(sessions.acknowledge())?.code).toBe('SESSION_LOCKED');
    expect(valueOfResult(await sessions.unlock(PASSWORD)).state).toBe('OPEN');
    sessions.signOut();
    expect(failureOf(await sessions.unlock(PASSWORD))?.code).toBe('NOT_SIGNED_IN');
    expect(office.events().filter((event) => event === 'SCREEN_LOCKED').length).toBe(1);
  });

  test('that ended while the password was checked is not unlocked', async () => {
    const { login, sessions } = await settledOffice();
    valueOfResult(await sessions.signIn(login, PASSWORD));
    sessions.lock();
    const unlocking = sessions.unlock(PASSWORD);
    sessions.signOut();
    expect(failureOf(await unlocking)?.code).toBe('NOT_SIGNED_IN');
    expect(sessions.current()).toBeUndefined();
  });

  test('ends with the account, and with the last role', async () => {
    const { office, login, sessions } = await settledOffice();
    valueOfResult(await sessions.signIn(login, PASSWORD));
    const close = { act: 'CLOSE_ACCOUNT', personId: manager.personId, reason: 'mutasi' } as const;
    office.store.transaction(() => {
      valueOfResult(office.room.enact(close, it));
      return failed(appFailure('STEP_ORDER', 'test'));
    });
    expect(sessions.current()?.state, 'what was rolled back ends nothing').toBe('OPEN');
    valueOfResult(office.room.enact(close, it));
    expect(sessions.current()).toBeUndefined();

    const operatorId = activeOperator(office);
    const reset = { act: 'RESET_PASSWORD', personId: 'simula-ningsih' } as const;
    const given = valueOfResult(await office.room.act(reset, it));
    const { roles } = valueOfResult(await sessions.signIn('simula-ningsih', given?.password ?? ''));
    expect(roles).toEqual(['OPERATOR']);
    valueOfResult(office.room.enact({ act: 'REVOKE_OPERATOR', operatorId, reason: 'mutasi' }, head));
    expect(sessions.current()).toBeUndefined();
    expect(office.room.unfit(PKS, 'simula-ningsih')?.code).toBe('OPERATOR_REVOKED');
  });

  test('outlasts the agreement, without a right that came from it, so that what was decided can be recorded', async () => {
    const { office, sessions } = await settledOffice();
    activeOperator(office);
    const reset = { act: 'RESET_PASSWORD', personId: 'simula-ningsih' } as const;
    const given = valueOfResult(await office.room.act(reset, it));
    valueOfResult(await sessions.signIn('simula-ningsih', given?.password ?? ''));
    valueOfResult(office.room.revokeAll(PKS));
    expect(sessions.current()).toMatchObject({ personId: 'simula-ningsih', roles: [] });
    office.clock.advance(10 * MINUTE);
    expect(sessions.current()?.state).toBe('LOCKED');
  });

  test('has other roles from the moment they change', async () => {
    const { office, login, sessions } = await settledOffice();
    valueOfResult(await sessions.signIn(login, PASSWORD));
    activeOperator(office, manager.personId);
    expect(valueOfResult(sessions.acting()).roles).toEqual(['OPERATOR', 'ACCESS_MANAGER']);
  });

  test('of practice is played without a password, one person after the other, and only in practice', () => {
    const office = staffedOffice(true);
    const { sessions } = office.room;
    valueOfResult(office.room.giveSampleAccount(manager.personId, 'uji', it));
    expect(valueOfResult(sessions.practise(manager.personId)).state).toBe('OPEN');
    expect(valueOfResult(sessions.practise(head.personId)).roles).toEqual(['ACCESS_RESPONSIBLE']);
    expect(failureOf(sessions.practise('nobody-at-all'))?.code).toBe('SIGN_IN_REFUSED');
    expect(failureOf(staffedOffice().room.sessions.practise(head.personId))?.code).toBe('NOT_PERMITTED');
  });

  test('of a sample account is opened by no password at all', async () => {
    const office = staffedOffice();
    valueOfResult(office.room.giveSampleAccount(manager.personId, 'uji', it));
    for (const password of ['', 'decoy', PASSWORD]) {
      expect(failureOf(await office.room.sessions.signIn('uji', password))?.code).toBe('SIGN_IN_REFUSED');
    }
  });
});

describe('a co-signer', () => {
  test('proves who they are without taking the seat', async () => {
    const { office, login, sessions } = await settledOffice();
    const other = await settled(office, head.personId);
    valueOfResult(await sessions.signIn(login, PASSWORD));
    expect(valueOfResult(await sessions.verify(other, PASSWORD))).toEqual({
      ...acting(head.personId, 'ACCESS_RESPONSIBLE'),
      name: 'CONTOH PRATAMA',
    });
    expect(sessions.current()?.personId).toBe(manager.personId);
    expect(failureOf(await sessions.verify(other, 'salah-sama-sekali'))?.code).toBe('SIGN_IN_REFUSED');
    expect(office.events()).toContain('CO_SIGNER_VERIFIED');
  });

  test('of practice is proved by the login, and only in practice', async () => {
    for (const practice of [true, false]) {
      const { room } = staffedOffice(practice);
      valueOfResult(room.giveSampleAccount(head.personId, 'contoh', it));
      expect((await room.sessions.verify('contoh', 'contoh')).ok).toBe(practice);
      expect(failureOf(await room.sessions.verify('contoh', 'Contoh'))?.code).toBe('SIGN_IN_REFUSED');
    }
  });

  test('is nobody with a one-time password, which another person knows', async () => {
    const { office, sessions } = await settledOffice();
    const give = { act: 'GIVE_ACCOUNT', personId: head.personId, login: 'contoh' } as const;
    const given = valueOfResult(await office.room.act(give, it));
    expect(failureOf(await sessions.verify('contoh', given?.password ?? ''))?.code).toBe('NOT_PERMITTED');
  });

  test('signs for nothing before they have read the notice of this year (R-121, R-126)', async () => {
    const { office, sessions } = await settledOffice();
    const other = await settled(office, head.personId);
    office.clock.advance(400 * 24 * 60 * MINUTE);
    expect(failureOf(await sessions.verify(other, PASSWORD))).toMatchObject({
      code: 'NOT_PERMITTED',
      detail: 'the notice is due',
    });
    valueOfResult(await sessions.signIn(other, PASSWORD));
    valueOfResult(sessions.acknowledge());
    expect((await sessions.verify(other, PASSWORD)).ok).toBe(true);
  });
});

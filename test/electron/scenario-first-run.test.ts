/**
 * From nothing to the first resident served: the people of an office set up their counter under their own names and passwords, each
 * doing what is theirs, with papers and files from the system's dialog. Nobody is played, nothing is seeded.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleAgreement } from '../../electron/agreement/index.ts';
import type { PeopleAct } from '../../electron/contract/index.ts';
import { sampleResident } from '../../simulator/index.ts';
import { firstSignIn, onScreen, refusal, signIn, signOut } from '../support/at-the-door.ts';
import { Counter } from '../support/counter.ts';
import { jsonFile, scanned, willChoose } from '../support/file-dialog.ts';
import { counterFileOf } from '../support/world.ts';

const agreement = sampleAgreement();
const agreementId = agreement.profileId;
const letter = { number: '800/014/CONTOH/2026', date: '2026-11-02' };
const signedOn = letter.date;
const from = letter.date;

interface Colleague {
  readonly login: string;
  readonly name: string;
  readonly password: string;
}
const officer = { login: 'coba.hartono', name: 'Coba Hartono', password: 'kunci inggris biru' };
const head = { login: 'contoh.pratama', name: 'Contoh Pratama', password: 'pohon jati tinggi' };
const manager = { login: 'uji.widodo', name: 'Uji Widodo', password: 'sungai dekat kantor' };
const clerk = { login: 'simula.ningsih', name: 'Simula Ningsih', password: 'pagi hari di loket' };
const colleagues = [head, manager, clerk];

const second = 1000;
const minute = 60 * second;
/** As often as main looks at the clock, and time for a busy computer. */
const noticedMs = 25_000;
const atTheDoor = "document.querySelector('main')?.dataset.screen === 'sign-in'";

let counter: Counter;
/** Passwords to be handed over, by login. */
const once = new Map<string, string>();

beforeAll(async () => {
  counter = await Counter.unpack({
    startsAt: '2026-11-23T08:00:00+07:00',
    gateway: { now: () => counter?.clock.now() ?? Date.now() },
  });
});

afterAll(() => counter?.close());

const act = (given: PeopleAct) => counter.told('people.act', given);

async function personId({ name }: Colleague): Promise<string> {
  const { people } = await counter.told('people.list');
  return people.find((person) => person.name === name)?.personId ?? '';
}

async function clerkAsOperator(): Promise<string> {
  const { people } = await counter.told('people.list');
  return people.flatMap(({ operators }) => operators)[0]?.operatorId ?? '';
}

/** The first step that is open, and whose it is. */
async function nextStep(): Promise<string> {
  const { steps } = await counter.told('setup.state');
  const open = steps.find(({ done }) => !done);
  return open === undefined ? 'nothing' : `${open.step} ${open.who}`;
}

async function comes(colleague: Colleague): Promise<void> {
  const { login, password } = colleague;
  const handed = once.get(login);
  once.delete(login);
  if (handed === undefined) await signIn(counter, login, password);
  else await firstSignIn(counter, login, handed, password);
}

describe('an office sets up its counter', () => {
  test('IT staff make keys and the first account, name the counter, record the head and give accounts', async () => {
    const { window } = counter;
    await onScreen(counter, 'first-keys');
    await counter.told('setup.keys', { passphrase: 'frasa sandi kantor contoh' });
    await onScreen(counter, 'first-officer');
    await counter.told('setup.firstOfficer', { ...officer, position: 'Pranata Komputer' });
    await onScreen(counter, 'notice');
    await window.press('Enter');
    await onScreen(counter, 'start');
    expect(await nextStep()).toBe('COUNTER SAM_OFFICER');
    await counter.told('setup.counter', { name: 'Loket 1', sign: 'L1' });
    for (const { name } of colleagues) {
      await act({
        act: 'ADD_PERSON',
        name,
        position: 'Pegawai',
        employment: 'PNS',
        employmentNo: '',
        rank: '',
      });
    }
    await act({ act: 'RECORD_HEAD', personId: await personId(head), letter, from, acting: false });
    for (const colleague of colleagues) {
      const given = await act({
        act: 'GIVE_ACCOUNT',
        personId: await personId(colleague),
        login: colleague.login,
      });
      once.set(colleague.login, given?.password ?? '');
    }
    expect(await nextStep()).toBe('ACCESS_MANAGER ACCESS_RESPONSIBLE');
    await signOut(counter);
  });

  test('the head appoints the access manager', async () => {
    await comes(head);
    await act({ act: 'APPOINT', personId: await personId(manager), role: 'ACCESS_MANAGER', letter, from });
    expect(await nextStep()).toBe('AGREEMENT_DRAFT ACCESS_MANAGER');
    await signOut(counter);
  });

  test('the manager takes the agreement from a file, proposes it for signing, and an operator with an NDA', async () => {
    await comes(manager);
    await willChoose(counter, jsonFile(counter.world.folder, 'pks.json', agreement));
    const picked = await counter.told('agreements.pickProfile');
    expect(picked?.problems).toEqual([]);
    await counter.told('agreements.act', { act: 'DRAFT', profile: picked?.profile ?? {} });
    expect(await nextStep()).toBe('AGREEMENT_SIGNED ACCESS_RESPONSIBLE');
    await counter.told('agreements.act', {
      act: 'PROPOSE_SIGNING',
      agreementId,
      scanId: await scanned(counter, 'AGREEMENT'),
      weekday: 'Senin',
      place: 'Tirta Contoh',
    });
    const [signing] = await counter.told('proposals.list');
    const own = { proposalId: signing?.proposalId ?? '', sha256: signing?.sha256 ?? '', note: '' };
    expect(await refusal(counter, 'proposals.decide', { ...own, decision: 'CONFIRM' })).toBe('OWN_PROPOSAL');
    await act({ act: 'PROPOSE_OPERATOR', personId: await personId(clerk), agreementId, letter });
    const operatorId = await clerkAsOperator();
    await act({
      act: 'RECORD_NDA',
      operatorId,
      scanId: await scanned(counter, 'NDA'),
      signedOn,
      stamped: true,
    });
    await signOut(counter);
  });

  test('the head confirms what was shown, once, however often the button is pressed, and approves the operator', async () => {
    await comes(head);
    const [signing] = await counter.told('proposals.list');
    const { proposalId = '', sha256 = '', changes = [] } = signing ?? {};
    expect(changes.map(({ field }) => field)).toContain('lastDayInForce');
    const other = sha256.replace(/^./, (digit) => (digit === '0' ? '1' : '0'));
    const confirm = { proposalId, decision: 'CONFIRM', note: 'Sesuai naskah' } as const;
    expect(await refusal(counter, 'proposals.decide', { ...confirm, sha256: other })).toBe(
      'PROPOSAL_CHANGED',
    );
    const twice = [1, 2].map(() => refusal(counter, 'proposals.decide', { ...confirm, sha256 }));
    expect(await Promise.all(twice)).toEqual(['done', 'ALREADY_DECIDED']);
    await act({ act: 'APPROVE_OPERATOR', operatorId: await clerkAsOperator() });
    expect(await nextStep()).toBe('CONNECTION SAM_OFFICER');
    expect(await refusal(counter, 'agreements.act', { act: 'ACTIVATE', agreementId })).toBe(
      'ACTIVATION_INCOMPLETE',
    );
    await signOut(counter);
  });

  test('IT staff install the connection from its file', async () => {
    await comes(officer);
    const { gateway, counter: devices, folder } = counter.world;
    await willChoose(counter, jsonFile(folder, 'sambungan.json', counterFileOf(gateway, devices).connection));
    expect(await counter.told('setup.connection', { agreementId })).toMatchObject({
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    await signOut(counter);
  });

  test('SPTJM and User ID are on record, the head activates, the manager opens the counter', async () => {
    await comes(manager);
    await act({
      act: 'RECORD_SPTJM',
      agreementId,
      scanId: await scanned(counter, 'SPTJM'),
      signedOn,
      stamped: true,
      agreementNumber: agreement.numbers.party2,
    });
    await counter.told('agreements.act', { act: 'RECORD_USER_ID', agreementId, letter });
    await signOut(counter);
    await comes(head);
    await counter.told('agreements.act', { act: 'ACTIVATE', agreementId });
    await signOut(counter);
    await comes(manager);
    await counter.told('agreements.act', { act: 'CHOOSE', agreementId });
    const operatorId = await clerkAsOperator();
    await act({ act: 'ACTIVATE_OPERATOR', operatorId, trainingNote: 'Pelatihan loket 20 November' });
    expect(await nextStep()).toBe('FIRST_VISIT OPERATOR');
    await signOut(counter);
  });

  test('the operator signs in with the password that was handed over, and serves a resident', async () => {
    const { window, world } = counter;
    await comes(clerk);
    await window.untilText('Loket siap melayani.');
    await window.press('Enter');
    await window.untilState('READY');
    await counter.tapUntil('RESULT_MATCH', sampleResident('R1'));
    await counter.answerConsent('s');
    counter.lift();
    await window.press('Enter');
    await window.untilState('READY');
    await counter.untilSent();
    expect(world.gateway.accepted(sampleResident('R1').nik)).toBe(1);
    expect(await counter.home()).toMatchObject({ today: { served: 1 }, keptCount: 1, training: false });
  });
});

describe('an account', () => {
  const resident = sampleResident('R1');
  const isSeen = () => counter.window.shows(resident.name);

  test('left alone for ten minutes in the middle of a visit is locked, and the visit is over', async () => {
    counter.clock.move(10 * second);
    await counter.tap(resident);
    expect(await isSeen()).toBe(true);
    counter.clock.move(10 * minute);
    await counter.window.until('home is on screen', "location.host === 'beranda'", noticedMs);
    await onScreen(counter, 'locked');
    expect(await isSeen()).toBe(false);
    counter.lift();
  });

  test('is opened again by its own password, and taken over by nobody', async () => {
    const { window } = counter;
    expect(await refusal(counter, 'session.signIn', manager)).toBe('STEP_ORDER');
    expect(await refusal(counter, 'session.signIn', clerk)).toBe('SESSION_ELSEWHERE');
    expect(await refusal(counter, 'session.unlock', manager)).toBe('SIGN_IN_REFUSED');
    await window.press(...clerk.password, 'Enter');
    await onScreen(counter, 'start');
  });

  test('is signed out after an hour without a hand', async () => {
    counter.clock.move(60 * minute);
    await counter.window.until('the door is shut', atTheDoor, noticedMs);
  });

  test('is locked for a quarter of an hour after five wrong passwords', async () => {
    const wrong = { ...manager, password: 'bukan kata sandi ini' };
    const tries = [];
    for (let n = 0; n < 5; n += 1) tries.push(await refusal(counter, 'session.signIn', wrong));
    expect(tries).toEqual([...Array(4).fill('SIGN_IN_REFUSED'), 'ACCOUNT_LOCKED']);
    expect(await refusal(counter, 'session.signIn', manager)).toBe('ACCOUNT_LOCKED');
    counter.clock.move(15 * minute);
    await comes(manager);
  });
});

describe('two people who decide the same at once', () => {
  test('the first one decides, and the other hears that it is decided', async () => {
    const name = 'Peraga Santoso';
    await act({
      act: 'ADD_PERSON',
      name,
      position: 'Sekretaris',
      employment: 'PNS',
      employmentNo: '',
      rank: '',
    });
    const successor = await personId({ ...clerk, name });
    await act({ act: 'RECORD_HEAD', personId: successor, letter, from: '2026-11-20', acting: true });
    await signOut(counter);
    await comes(officer);
    const [seen] = await counter.told('proposals.list');
    const decision = {
      proposalId: seen?.proposalId ?? '',
      sha256: seen?.sha256 ?? '',
      note: 'Surat belum ada',
    };
    await signOut(counter);
    await comes(head);
    await counter.told('proposals.decide', { ...decision, decision: 'REJECT' });
    await signOut(counter);
    await comes(officer);
    expect(await refusal(counter, 'proposals.decide', { ...decision, decision: 'CONFIRM' })).toBe(
      'ALREADY_DECIDED',
    );
    const { people } = await counter.told('people.list');
    const heads = people.filter(({ roles }) => roles.some(({ role }) => role === 'ACCESS_RESPONSIBLE'));
    expect(heads.map((person) => person.name)).toEqual([head.name]);
  });
});

/**
 * The service for data balikan is not what it was – the token taken back, an answer that means nothing, another certificate –, and one
 * record of fifty is wrong: what the people of the office see, that nothing is lost or sent twice, and what makes it go on.
 */
import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleAgreement } from '../../electron/agreement/index.ts';
import { type AppFailureCode, appFailure, type ConnectionProfile } from '../../electron/contract/index.ts';
import { openInstallation } from '../../electron/program/installation.ts';
import { seal, toBase64 } from '../../electron/sealing/index.ts';
import { passphraseWrapper, systemClock } from '../../electron/store/index.ts';
import { declared } from '../../native/sensitive.ts';
import { createCertificate, type SimulatedGateway } from '../../simulator/gateway/index.ts';
import { type Resident, randomResident } from '../../simulator/index.ts';
import { Counter } from '../support/counter.ts';
import { jsonFile, willChoose } from '../support/file-dialog.ts';
import { click, goTo, record } from '../support/form.ts';
import { counterFileOf, knownToGateway, passphrase } from '../support/world.ts';

type Trouble = Parameters<SimulatedGateway['trouble']>[0];
type Endpoint = NonNullable<ConnectionProfile['dataBalikan']>;

const agreement = sampleAgreement();
const agreementId = agreement.profileId;
const manager = 'uji-widodo';
const technician = 'coba-hartono';

let counter: Counter;
let people = 900;

/** Somebody new is served, and owes one item. */
async function serve(): Promise<Resident> {
  people += 1;
  const resident = randomResident(people);
  knownToGateway(counter.world.gateway, resident);
  await counter.tapUntil('RESULT_MATCH', resident);
  await counter.answerConsent('t');
  counter.lift();
  await counter.window.press('Enter');
  await counter.window.untilState('READY');
  return resident;
}

const asked = () => counter.world.gateway.journal('balikan').length;
const accepted = (those: readonly Resident[]) => those.map(({ nik }) => counter.world.gateway.accepted(nik));
const rows = (limit: number) => counter.told('outbox.list', { limit });

/** The home page of whoever sits there names the link that broke and what to do; the first words of home are its own headline. */
async function homeSays(code: AppFailureCode): Promise<void> {
  const { cause, cure } = appFailure(code, '');
  await counter.window.untilText(cause.id);
  await counter.window.untilText(cure.id);
}

async function homeNoLongerSays(code: AppFailureCode): Promise<void> {
  const { cause } = appFailure(code, '');
  const gone = `!document.body.innerText.includes(${JSON.stringify(cause.id)})`;
  await counter.window.until(`home no longer says ${code}`, gone);
}

/** IT staff put in a connection file, by its button and the dialog of the system. */
async function installs(change: Partial<Endpoint>): Promise<void> {
  const { gateway, counter: devices, folder } = counter.world;
  const { connection } = counterFileOf(gateway, devices);
  const dataBalikan = { ...connection.dataBalikan, ...change };
  await willChoose(counter, jsonFile(folder, 'sambungan.json', { ...connection, dataBalikan }));
  await counter.told('session.practise', { personId: technician });
  await goTo(counter, '#persiapan', 'setup');
  await click(counter, 'main #sambungan button');
  await counter.window.untilText('Sambungan terpasang. Sidik berkas');
  await goTo(counter, '#beranda', 'start');
}

describe('a service that is not what it was', () => {
  beforeAll(async () => {
    counter = await Counter.open();
  });

  afterAll(() => counter?.close());

  test('refuses its token: home says so, nobody is turned away, and the service is left alone', async () => {
    counter.world.gateway.setToken('token-yang-baru');
    const before = asked();
    const served = [await serve(), await serve()];
    await counter.atHome(async () => {
      await homeSays('BALIKAN_TOKEN_REFUSED');
      const { outbox } = await counter.home();
      expect(outbox).toMatchObject({ waiting: 2, needsPerson: 0 });
      expect(await rows(2)).toMatchObject([
        { status: 'QUEUED', attempts: 0 },
        { status: 'QUEUED', attempts: 0, lastFailure: 'BALIKAN_TOKEN_REFUSED' },
      ]);
    });
    served.push(await serve());
    expect(asked() - before).toBe(1);
    expect(accepted(served)).toEqual([0, 0, 0]);
  });

  test('is tried once by whoever presses "Kirim sekarang" too early, and is left alone again', async () => {
    const before = asked();
    await counter.atHome(async () => {
      await counter.as(manager, () => counter.told('outbox.sendNow'));
      await expect.poll(asked, { timeout: 20_000 }).toBe(before + 1);
      await homeSays('BALIKAN_TOKEN_REFUSED');
    });
    expect(asked()).toBe(before + 1);
  });

  test('stays on hold over a restart, and goes on by itself with the connection file that holds the new token', async () => {
    await counter.stop();
    await counter.start();
    await counter.window.untilState('READY');
    const before = asked();
    await counter.atHome(async () => {
      await homeSays('BALIKAN_TOKEN_REFUSED');
      expect(asked()).toBe(before);
      await installs({ token: 'token-yang-baru' });
      await counter.untilSent();
      await homeNoLongerSays('BALIKAN_TOKEN_REFUSED');
      expect((await rows(3)).map(({ status, duplicate, attempts }) => [status, duplicate, attempts])).toEqual(
        Array(3).fill(['ACKNOWLEDGED', false, 0]),
      );
      await counter.told('session.practise', { personId: 'simula-ningsih' });
    });
    const { ledger } = counter.world.gateway;
    expect(ledger().map((entry) => [entry.accepted, entry.duplicates])).toEqual(Array(3).fill([1, 0]));
  });

  const nonsense: readonly [string, Trouble][] = [
    ['a page', { kind: 'status', status: 200, service: 'balikan' }],
    ['nothing', { kind: 'empty-body', service: 'balikan' }],
    ['half a text', { kind: 'truncated', service: 'balikan' }],
    ['a yes to another number of records', { kind: 'other-count', service: 'balikan' }],
    ['a yes to the records of somebody else', { kind: 'other-records', service: 'balikan' }],
  ];

  test.each(nonsense)(
    'answers 200 with %s: nothing counts as received, and a person is called',
    async (_name, trouble) => {
      const { gateway } = counter.world;
      await gateway.trouble(trouble);
      const before = asked();
      const resident = await serve();
      await counter.atHome(async () => {
        await homeSays('BALIKAN_ANSWER_UNKNOWN');
        expect((await rows(1))[0]).toMatchObject({
          status: 'QUEUED',
          attempts: 0,
          acknowledgedAt: null,
          lastFailure: 'BALIKAN_ANSWER_UNKNOWN',
        });
        expect(asked() - before).toBe(1);
        await gateway.trouble({ kind: 'none' });
        await counter.as(manager, () => counter.told('outbox.sendNow'));
        await counter.untilSent();
        await homeNoLongerSays('BALIKAN_ANSWER_UNKNOWN');
      });
      expect((await counter.lists()).outbox[0]).toMatchObject({ status: 'ACKNOWLEDGED' });
      expect(gateway.accepted(resident.nik)).toBe(1);
    },
  );

  test('has another certificate: not one byte is sent to it until its pin is put in', async () => {
    const { gateway } = counter.world;
    const renewed = await createCertificate();
    gateway.renewCertificate(renewed);
    const before = asked();
    const served = [await serve(), await serve()];
    await counter.atHome(async () => {
      await homeSays('GATEWAY_CERTIFICATE');
      expect((await counter.home()).outbox).toMatchObject({ waiting: 2, needsPerson: 0 });
      expect(asked()).toBe(before);
      await installs({ token: 'token-yang-baru', certificateSha256: renewed.pin.hex });
      await counter.untilSent();
      await homeNoLongerSays('GATEWAY_CERTIFICATE');
      await counter.told('session.practise', { personId: 'simula-ningsih' });
    });
    expect(accepted(served)).toEqual([1, 1]);
    const { audit } = await counter.lists();
    const told = audit.map(({ event }) => event).filter((event) => /^(CONNECTION|SENDING)_/.test(event));
    expect(told.slice(0, 3)).toEqual(['SENDING_REOPENED', 'CONNECTION_INSTALLED', 'SENDING_STOPPED']);
  });
});

describe('a batch of fifty with one wrong record', () => {
  const size = 50;
  const wrongOne = 17;
  const niks = Array.from({ length: size }, (_, n) => randomResident(2000 + n).nik);
  const registration = (n: number) => `L1-20261122-${String(n + 1).padStart(4, '0')}`;

  /** A day of services that could not be sent, in the books of a program that is closed. */
  async function owing(): Promise<void> {
    const opened = await openInstallation(
      counter.dataFolder,
      passphraseWrapper(declared(passphrase)),
      systemClock,
    );
    if (!opened.ok) throw new Error(opened.failure.code);
    const { recordService, keys, close } = opened.value;
    const context = {
      operatorId: 'simula-ningsih',
      counter: 'Loket 1',
      day: '2026-11-22',
      timeZone: agreement.timeZone,
      purpose: agreement.purpose,
      balikanRequired: true,
    };
    for (const [n, nik] of niks.entries()) {
      const param = {
        KETERANGAN_PENERIMA_BANTUAN: registration(n),
        JENIS_BANTUAN: n === wrongOne ? 'Pupuk bersubsidi' : 'Benih padi',
      };
      const content = Buffer.from(JSON.stringify({ nik, param }));
      const recorded = recordService(
        {
          visitId: randomUUID(),
          agreementId,
          profileVersion: 1,
          serviceCode: 'BANTUAN_BENIH',
          registrationNo: registration(n),
          outcome: 'MATCH',
          verified: true,
          balikan: {
            itemId: randomUUID(),
            envelope: toBase64(seal(keys.outbox.publicKey, content)),
            nikHash: createHash('sha256').update(nik).digest('hex'),
          },
        },
        context,
      );
      if (!recorded.ok) throw new Error(recorded.failure.code);
    }
    close();
  }

  const takenOf = (n: number) => counter.world.gateway.accepted(niks[n] ?? '');

  beforeAll(async () => {
    counter = await Counter.open({ gateway: { aidTypes: ['Benih padi', 'Benih jagung'] } });
    await counter.stop();
    await owing();
    await counter.start();
    await counter.window.untilState('READY');
  });

  afterAll(() => counter?.close());

  test('forty-nine are received, and the one waits for a person with the reason', async () => {
    await counter.untilHome(
      'all were sent',
      ({ outbox }) => outbox.waiting === 0 && outbox.needsPerson === 1,
    );
    await counter.atHome(async () => {
      const listed = await rows(200);
      expect(listed.filter(({ status }) => status === 'ACKNOWLEDGED').length).toBe(size - 1);
      expect(listed.find(({ status }) => status !== 'ACKNOWLEDGED')).toMatchObject({
        status: 'REJECTED',
        registrationNo: registration(wrongOne),
        lastFailure: 'HTTP 422: JENIS_BANTUAN',
      });
    });
    expect(niks.map((_, n) => takenOf(n))).toEqual(niks.map((_, n) => (n === wrongOne ? 0 : 1)));
    // The batch once, and then each by itself.
    expect(asked()).toBe(1 + size);
  });

  test('the access manager corrects it on screen, and it is received as the next revision', async () => {
    await counter.atHome(async () => {
      await counter.told('session.practise', { personId: manager });
      await goTo(counter, '#data-balikan', 'outbox');
      await counter.window.untilText(registration(wrongOne));
      const title = `Perbaiki data balikan ${registration(wrongOne)}`;
      await record(counter, `main button[aria-label^="${title}"]`, [undefined, 'Benih jagung']);
      await counter.window.untilText('diperbaiki');
      await counter.untilSent();
      const listed = await rows(200);
      const corrected = listed.find(({ registrationNo }) => registrationNo === registration(wrongOne));
      expect(corrected).toMatchObject({ status: 'ACKNOWLEDGED', revision: 1, duplicate: false });
      await counter.told('session.practise', { personId: 'simula-ningsih' });
    });
    expect(takenOf(wrongOne)).toBe(1);
    const entry = counter.world.gateway.ledger().find(({ nik }) => nik === niks[wrongOne]);
    expect(entry?.param).toMatchObject([{ JENIS_BANTUAN: 'Benih jagung' }]);
  });
});

/** A counter whose gateway returns the granted elements instead of judging them: the officer compares, and nothing of it stays. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { randomResident } from '../../simulator/index.ts';
import { Counter } from '../support/counter.ts';
import { knownToGateway } from '../support/world.ts';

const resident = randomResident(613);
/** This installation spells the two methods in two ways (gateway fact sheet 1.3). */
const keys = { nik: 'nik', userId: 'user_id', password: 'password', ipUser: 'ip_user' };

let counter: Counter;

beforeAll(async () => {
  counter = await Counter.open({
    change: (file) => {
      const { gateway, ...connection } = file.connection;
      if (gateway === undefined) return file;
      return {
        ...file,
        connection: { ...connection, gateway: { ...gateway, keys, method: 'FETCH', methodName: 'CALL_NIK' } },
      };
    },
  });
  knownToGateway(counter.world.gateway, resident);
});

afterEach(() => counter.next());

afterAll(() => counter?.close());

async function atComparison(): Promise<void> {
  await counter.tap(resident);
  await counter.window.press('s');
  await counter.window.untilText('Cocokkan dengan dokumen pemohon');
}

test('what Dukcapil found is compared element by element, and the applicant is served', async () => {
  const { window } = counter;
  await atComparison();
  expect(await window.shows(resident.name)).toBe(true);
  await window.press('s');
  await window.untilState('RESULT_MATCH');
  await counter.answerConsent('t');
  counter.lift();
  await window.press('Enter');
  await window.untilState('READY');
  const { home, audit } = await counter.lists();
  expect(home.today.served).toBe(1);
  expect(audit.find(({ event }) => event === 'INQUIRED')).toMatchObject({ outcome: 'FOUND' });
  expect(audit.find(({ event }) => event === 'COMPARED')).toMatchObject({ outcome: 'MATCH' });
});

test('an element that differs is named to the applicant, and the values are gone once they wait', async () => {
  const { window } = counter;
  await atComparison();
  await window.press('8');
  await window.untilText('Catat 1 berbeda');
  await window.press('Enter');
  await window.untilState('RESULT_MISMATCH');
  await window.untilText('belum sesuai dengan data kependudukan pada: Alamat');
  await window.press('Enter');
  await window.untilState('AWAITING_APPLICANT');
  expect(await window.shows(resident.name)).toBe(false);
});

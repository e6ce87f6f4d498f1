/** The holder check in a real window: a face that differs takes everything off the screen; a second officer brings it back. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { randomResident } from '../../simulator/index.ts';
import { Counter } from '../support/counter.ts';
import { knownToGateway } from '../support/world.ts';

const resident = randomResident(541);

let counter: Counter;

beforeAll(async () => {
  counter = await Counter.open();
  knownToGateway(counter.world.gateway, resident);
});

afterEach(() => counter.next());

afterAll(() => counter?.close());

async function faceDiffers(): Promise<void> {
  await counter.tap(resident);
  await counter.window.press('t');
  await counter.window.untilState('HOLDER_FAILED');
}

/** Of the sample people, whose password is their login. */
async function signAs(login: string): Promise<void> {
  const { window } = counter;
  await window.press(...login);
  await window.press('Tab');
  await window.press(...login);
  await window.press('Enter');
}

const shows = async () => {
  const { window } = counter;
  const values = await Promise.all(
    [resident.nik, resident.name, resident.address].map((one) => window.shows(one)),
  );
  return {
    value: values.some(Boolean),
    photo: await window.run<boolean>("document.querySelector('canvas') !== null"),
  };
};

test('a face that differs leaves neither a value nor the photo on the screen', async () => {
  await faceDiffers();
  expect(await shows()).toEqual({ value: false, photo: false });
});

test('a second officer, who signs with an own account and a reason, brings the values back, and nothing may be kept', async () => {
  const { window } = counter;
  await faceDiffers();
  await signAs('peraga-santoso');
  await window.untilState('RESULT_MATCH');
  expect(await shows()).toMatchObject({ value: true, photo: false });
  // The sample agreement does not let an office keep what a second officer vouched for.
  expect(await window.shows('Minta persetujuan')).toBe(false);
  counter.lift();
  await window.press('Enter');
  await window.untilText('Catat layanan');
  await window.press('Enter');
  await window.untilState('READY');
  const { home, kept } = await counter.lists();
  expect({ served: home.today.served, kept }).toEqual({ served: 1, kept: [] });
});

test('the officer who serves is not a second officer', async () => {
  const { window } = counter;
  await faceDiffers();
  await signAs('simula-ningsih');
  await window.untilText('Petugas kedua harus orang lain.');
  expect(await window.state()).toBe('HOLDER_FAILED');
});

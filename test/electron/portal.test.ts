/**
 * A counter whose agreement grants the portal and no reader: the officer asks in the official portal, says here what it answered,
 * and a NIK that pacing holds goes on only over the signature of the access manager (scenarios 5, 7 and 8 of the domain).
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agreementProfile } from '../../electron/contract/index.ts';
import lembahSosial from '../../resources/agreements/lembah-sosial.json' with { type: 'json' };
import { Counter } from '../support/counter.ts';

/** Of a region that does not exist; the sample region is refused outside practice. */
const first = '9901010101900001';
const neighbour = '9901010101900002';
/** As long as a typed inquiry waits for the one before, and a little more. */
const pacingMs = 25_000;

let counter: Counter;

beforeAll(async () => {
  counter = await Counter.open({
    change: ({ connection: { gateway: _, ...connection } }) => ({
      agreement: agreementProfile.parse(lembahSosial),
      connection,
    }),
  });
});

afterAll(() => counter?.close());

async function typeNik(nik: string): Promise<void> {
  const { window } = counter;
  await window.press('Enter');
  await window.untilText('0 dari 16 digit');
  await window.press(...nik);
  await window.press('Enter');
}

async function atPortal(): Promise<void> {
  await counter.window.untilText('Buka portal resmi Dukcapil dan masukkan NIK ini');
}

test('a card on the reader is nobody’s: the agreement includes none, and the screen says so', async () => {
  counter.lay();
  await counter.window.untilText('tidak mencakup perangkat pembaca KTP-el');
  expect(await counter.window.state()).toBe('READY');
  expect(counter.world.counter.sam.facts().opens).toBe(0);
  counter.lift();
});

test('data found in the portal and compared with the papers serves the applicant and keeps nothing', async () => {
  const { window } = counter;
  await typeNik(first);
  await atPortal();
  expect(await window.shows('990101')).toBe(true);
  await window.press('d');
  await window.untilText('Cocokkan dengan dokumen pemohon');
  await window.press('s');
  await window.untilState('RESULT_MATCH');
  await window.press('Enter');
  await window.untilText('Catat layanan');
  await window.press('Enter');
  await window.untilState('READY');
  const { home, kept, audit } = await counter.lists();
  expect({ served: home.today.served, kept, used: home.quota.used }).toEqual({
    served: 1,
    kept: [],
    used: 1,
  });
  expect(audit.filter(({ event }) => event === 'INQUIRED')).toMatchObject([{ outcome: 'MATCH' }]);
  // No program of ours asked Dukcapil.
  expect(counter.world.gateway.journal('lookup')).toEqual([]);
});

test('a NIK next to the last one waits its time, is held, and goes on over the signature of the access manager', async () => {
  const { window } = counter;
  await typeNik(neighbour);
  await window.untilState('RESULT_BLOCKED');
  await window.until('the pause is over', "document.body.innerText.includes('Coba lagi')", pacingMs);
  await window.press('u');
  await window.untilText('NIK dimasukkan secara berurutan');
  await window.press('Enter');
  await window.untilText('NIK ini ditahan');
  await window.press(...'anak kembar');
  await window.press('Tab', ...'uji-widodo', 'Tab', ...'salah', 'Enter');
  await window.untilText('Nama masuk atau kata sandi tidak cocok');
  expect(await window.run("document.querySelector('#pengecualian input').value")).toBe('anak kembar');
  await window.press(...'uji-widodo', 'Enter');
  await atPortal();
  await window.press('3', 'Enter');
  await window.untilState('RESULT_NO_DATA');
  await window.untilText('Data tidak ditemukan, NIK tidak terdapat di database kependudukan');
  expect(await window.shows(neighbour)).toBe(false);
  await counter.next();
  const { audit } = await counter.lists();
  const events = audit.map(({ event }) => event);
  expect(events).toContain('EXCEPTION_APPROVED');
  expect(audit.filter(({ event }) => event === 'INQUIRED')).toMatchObject([
    { outcome: 'NOT_FOUND' },
    { outcome: 'MATCH' },
  ]);
}, 90_000);

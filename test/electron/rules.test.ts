/** Rules that only a real window can prove: what leaves the screen, what cannot be taken from it, what cannot be put into it. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { randomResident } from '../../simulator/index.ts';
import { Counter } from '../support/counter.ts';
import { knownToGateway } from '../support/world.ts';

const resident = randomResident(621);
const values = [resident.nik, resident.name, resident.address];

let counter: Counter;

beforeAll(async () => {
  counter = await Counter.open({
    change: ({ agreement, connection: { dataBalikan, ...connection } }) => ({
      agreement,
      connection:
        dataBalikan === undefined
          ? connection
          : { ...connection, dataBalikan: { ...dataBalikan, timeoutMs: 1000 } },
    }),
  });
  knownToGateway(counter.world.gateway, resident);
});

afterEach(async () => {
  await counter.next();
  // The card of the last test has been seen to go.
  await counter.window.untilText('Silakan ketuk KTP-el pada pembaca');
});

afterAll(() => counter?.close());

async function showsResident(): Promise<boolean> {
  const shown = await Promise.all(values.map((value) => counter.window.shows(value)));
  return shown.some(Boolean);
}

test('one key takes every value off the screen, and the next key does nothing but bring them back (R-022, R-085)', async () => {
  const { window } = counter;
  await counter.tap(resident);
  expect(await showsResident()).toBe(true);
  await window.press('F8');
  await window.untilText('Layar ditutup');
  expect(await showsResident()).toBe(false);
  // On the screen behind the veil this key would say that the face fits.
  await window.press('s');
  await window.until('the veil is gone', "!document.body.innerText.includes('Layar ditutup')");
  expect(await showsResident()).toBe(true);
  expect(await window.state()).toBe('CARD_READ');
});

test('what stands on the screen is not copied, dragged or opened from a menu, and bears who looks at it (R-022)', async () => {
  const { window } = counter;
  await counter.tap(resident);
  const stopped = await window.run<string[]>(
    `['copy', 'cut', 'dragstart', 'contextmenu'].filter((kind) =>
      !document.body.dispatchEvent(new Event(kind, { bubbles: true, cancelable: true })))`,
  );
  expect(stopped).toEqual(['copy', 'cut', 'dragstart', 'contextmenu']);
  const watermark = await window.run<string>(
    `decodeURIComponent([...document.querySelectorAll('[aria-hidden]')]
      .map(({ style }) => style.backgroundImage).find((image) => image.includes('svg')) ?? '')`,
  );
  expect(watermark).toContain('Simula Ningsih');
  expect(watermark).toContain('Loket');
});

test('a page of a person is kept out of pictures of the screen, and home is not (R-022)', async () => {
  await counter.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const kept: boolean[] = [];
    if (window !== undefined) window.setContentProtection = (on) => void kept.push(on);
    Object.assign(globalThis, { kept });
  });
  await counter.atHome(async () => undefined);
  expect(await counter.app.evaluate(() => (globalThis as unknown as { kept: boolean[] }).kept)).toEqual([
    false,
    true,
  ]);
});

test('the question of consent has two equal answers, and none is given beforehand (R-090)', async () => {
  const { window } = counter;
  await counter.tapUntil('RESULT_MATCH', resident);
  await window.press('Enter');
  await window.untilState('CONSENT_ASKED');
  const { answers, given } = await window.run<{ answers: Record<string, number>[]; given: number }>(`({
    answers: ['Setuju', 'Tidak setuju'].map((label) => {
      const button = [...document.querySelectorAll('button')].find((one) => one.innerText.includes(label));
      const { width, height } = button.getBoundingClientRect();
      const { fontSize, fontWeight } = getComputedStyle(button);
      return { width, height, fontSize, fontWeight };
    }),
    given: document.querySelectorAll('input:checked, [aria-checked=true], [aria-pressed=true]').length,
  })`);
  expect(answers[0]).toEqual(answers[1]);
  expect(given).toBe(0);
  await window.press('Enter');
  expect(await window.state()).toBe('CONSENT_ASKED');
});

test('an official value stands in no field in which it could be changed (R-031)', async () => {
  const { window } = counter;
  const editable = async () =>
    window.run<string>(
      `[...document.querySelectorAll('input, textarea, select, [contenteditable]')]
        .map((field) => field.value ?? field.textContent).join(' ')`,
    );
  await counter.tap(resident);
  const seen = [await editable()];
  await window.press('s');
  await window.untilState('RESULT_MATCH');
  seen.push(await editable());
  await counter.answerConsent('t');
  seen.push(await editable());
  expect(values.filter((value) => seen.some((text) => text.includes(value)))).toEqual([]);
});

test('the form of the service says whether its documents may bear the NIK (R-029)', async () => {
  const { window, world } = counter;
  const [may, mayNot] = [
    'NIK boleh dicantumkan pada dokumen layanan.',
    'NIK belum dipastikan ketunggalannya. Dokumen layanan belum dapat diterbitkan.',
  ];
  await counter.tapUntil('RESULT_MATCH', resident);
  await counter.answerConsent('t');
  await window.untilText(may);
  expect(await window.shows(mayNot)).toBe(false);
  await window.press('Escape');
  await counter.next();
  await world.gateway.trouble({ kind: 'refuse' });
  await counter.tapUntil('RESULT_TECH_FAIL', resident);
  await window.press('l');
  await window.untilState('UNVERIFIED_CONTINUED');
  await window.untilText(mayNot);
  expect(await window.shows(may)).toBe(false);
  await world.gateway.trouble({ kind: 'none' });
});

test('a NIK is typed: pasting or dropping one is refused in words, and so is a name (R-021, R-043)', async () => {
  const { window } = counter;
  await window.press('n');
  await window.untilText('Ketik NIK pemohon');
  const put = (kind: 'paste' | 'drop') =>
    window.run<boolean>(
      `document.activeElement.dispatchEvent(new Event('${kind}', { bubbles: true, cancelable: true }))`,
    );
  const typed = (digits: string) =>
    window.until(`${digits} stands in the field`, `document.activeElement.value === '${digits}'`);
  for (const [kind, digits] of [
    ['paste', '4'],
    ['drop', '44'],
  ] as const) {
    expect(await put(kind)).toBe(false);
    await window.untilText('Pengecekan NIK secara massal tidak diperbolehkan.');
    await window.press('4');
    // A key is on its way for a while, and takes the words away when it arrives: those of the next refusal too.
    await typed(digits);
  }
  await window.press('x');
  await window.untilText('Pencarian hanya dapat dilakukan dengan 16 digit NIK.');
  expect(await window.run<string>('document.activeElement.value')).toBe('44');
});

test('while an emergency stop holds nothing that is owed is sent, and after it everything is (R-122)', async () => {
  const { window, world } = counter;
  await world.gateway.trouble({ kind: 'stall', service: 'balikan' });
  await counter.tapUntil('RESULT_MATCH', resident);
  await counter.answerConsent('t');
  counter.lift();
  await window.press('Enter');
  await window.untilState('READY');
  const newest = async () => (await counter.told('outbox.list', { limit: 1 }))[0];
  const sendNow = () => counter.as('uji-widodo', () => counter.told('outbox.sendNow'));
  await counter.atHome(async () => {
    await expect.poll(newest, { timeout: 10_000 }).toMatchObject({ status: 'QUEUED', attempts: 1 });
    const stop = { reference: 'INS-2026-01', reason: 'laptop hilang' };
    await sendNow();
    await expect.poll(newest, { timeout: 10_000 }).toMatchObject({ status: 'SENDING' });
    await counter.as('uji-widodo', () => counter.told('desk.emergencyStop', stop));
    // Not the service that stays silent: the process that was sending is gone.
    const ended = { status: 'QUEUED', attempts: 2, lastFailure: 'SENDER_PROCESS_DIED' };
    await expect.poll(newest, { timeout: 10_000 }).toMatchObject(ended);
    await sendNow();
    // What is taken to be sent would be on its way at once, and for as long as the service is silent.
    expect(await newest()).toMatchObject({ status: 'QUEUED', attempts: 2 });
    const { shut, emergency } = await counter.home();
    expect([shut?.code, emergency?.reference]).toEqual(['EMERGENCY_STOP', 'INS-2026-01']);
    await world.gateway.trouble({ kind: 'none' });
    await counter.as('contoh-pratama', () =>
      counter.told('desk.liftEmergencyStop', { reference: 'BA-7/2026' }),
    );
    await sendNow();
    await counter.untilSent();
  });
  expect(world.gateway.accepted(resident.nik)).toBe(1);
});

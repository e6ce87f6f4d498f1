/** The door as a person meets it, by keyboard alone: the first start of a computer, and every later one. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppWindow } from '../support/window.ts';
import { type LaunchedApp, launchApp } from './launch.ts';

const passphrase = 'frasa sandi contoh';
const password = 'sandi petugas contoh';

describe('the first start of a computer', () => {
  let folder: string;
  let launched: LaunchedApp;
  let window: AppWindow;

  async function start(): Promise<void> {
    launched = await launchApp({ userData: folder, flags: ['--work'] });
    window = new AppWindow(launched.app);
  }

  async function onScreen(name: string): Promise<void> {
    await window.until(
      `${name} is on the screen`,
      `document.querySelector('main')?.dataset.screen === '${name}'`,
    );
  }

  async function intoDialog(): Promise<void> {
    await window.until('the form takes the keys', "document.activeElement?.matches('[role=dialog] input')");
  }

  async function click(expression: string): Promise<void> {
    await window.until('there is something to press', expression);
    await window.run(`${expression}.click()`);
  }

  async function type(text: string): Promise<void> {
    await window.press(...text);
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ketuk-door-'));
    await start();
  });
  afterAll(async () => {
    await launched.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  it('makes keys with a passphrase typed twice, and shows the recovery key until it is written down', async () => {
    await onScreen('first-keys');
    await type(passphrase);
    await window.press('Enter');
    await window.untilText('Isian ini wajib.');
    await type(passphrase);
    await window.press('Enter');
    await onScreen('recovery-key');
    const groups = await window.run<number>("document.querySelectorAll('main ol li').length");
    expect(groups).toBe(14);
    await window.press('Enter', 'Enter');
  });

  it('gives the officer at the keyboard the first account, after the notice was read', async () => {
    await onScreen('first-officer');
    for (const text of ['Coba Hartono', 'Pranata Komputer', 'coba.hartono', password]) {
      await type(text);
      await window.press('Tab');
      // Between two passwords stands the button that shows the first.
      if (text === password) await window.press('Tab');
    }
    await type(password);
    await window.press('Enter');
    await onScreen('notice');
    await window.untilText('Akses Anda dicatat.');
    expect(await window.shows('Mulai melayani')).toBe(false);
    await window.press('Enter');
    await onScreen('start');
    await window.untilText('Coba Hartono');
  });

  it('leads on to the set-up, and names the counter', async () => {
    await window.run("location.hash = '#persiapan'");
    await onScreen('setup');
    await window.untilText('Langkah berikutnya, untuk Anda');
    await window.press('Enter');
    await intoDialog();
    await window.run('document.activeElement.select()');
    await type('Loket 7');
    await window.press('Tab');
    await window.run('document.activeElement.select()');
    await type('L7');
    await window.press('Enter');
    await window.untilText('Penanggung jawab hak akses');
    await window.untilText('Loket 7');
  });

  it('locks at a key, shows no name on the frame, and opens for the same person only', async () => {
    await window.press('F6');
    await onScreen('locked');
    expect(await window.run<string>("document.querySelector('nav')?.innerText ?? ''")).toBe('');
    await type('bukan ini');
    await window.press('Enter');
    await window.untilText('Nama masuk atau kata sandi tidak cocok.');
    await window.run('document.activeElement.select()');
    await type(password);
    await window.press('Enter');
    await onScreen('setup');
  });

  it('asks for the passphrase and for the password at the next start', async () => {
    await launched.close();
    await start();
    await onScreen('passphrase');
    await type(passphrase);
    await window.press('Enter');
    await onScreen('sign-in');
    await type('coba.hartono');
    await window.press('Tab');
    await type(password);
    await window.press('Enter');
    await onScreen('start');
    await window.untilText('Coba Hartono');
  });

  it('records the head, hands over a password once, and lets the head in after it was changed', async () => {
    await window.run("location.hash = '#orang'");
    await onScreen('people');
    await window.press('Enter');
    await intoDialog();
    await type('Contoh Pratama, S.Contoh');
    await window.press('Tab');
    await type('Kepala Dinas');
    await window.run("document.querySelector('[role=dialog] input[value=PNS]').click()");
    await window.run("document.querySelector('[role=dialog] form').requestSubmit()");
    await window.untilText('Belum memiliki akun.');
    await click("[...document.querySelectorAll('main a')].find((one) => one.innerText.startsWith('Contoh'))");
    await window.untilText('Kepala Dinas');

    await click("document.querySelector('[data-act=RECORD_HEAD]')");
    await intoDialog();
    await type('821.2/0001/CONTOH/2026');
    await window.press('Tab');
    await type('02112026');
    await window.untilText('Senin, 2 November 2026');
    await window.press('Tab');
    await type('02112026');
    await window.press('Enter');
    await window.untilText('821.2/0001/CONTOH/2026');

    await click("document.querySelector('[data-act=GIVE_ACCOUNT]')");
    await intoDialog();
    await window.press('Enter');
    await window.until('the password is shown', "document.querySelector('[role=dialog] dd') !== null");
    const [login = '', secret = ''] = await window.run<string[]>(
      "[...document.querySelectorAll('[role=dialog] dd')].map((one) => one.innerText)",
    );
    expect(login).toBe('contoh.pratama');
    await window.press('Enter');
    await window.until('the password is gone', "document.querySelector('[role=dialog]') === null");

    await click("[...document.querySelectorAll('button')].find((one) => one.innerText.includes('Keluar'))");
    await onScreen('sign-in');
    await type(login);
    await window.press('Tab');
    await type(secret);
    await window.press('Enter');
    await onScreen('new-password');
    await type(secret);
    await window.press('Tab', 'Tab');
    await type('sandi kepala contoh');
    await window.press('Tab', 'Tab');
    await type('sandi kepala contoh');
    await window.press('Enter');
    await onScreen('notice');
    await window.press('Enter');
    await onScreen('start');
    expect(await window.run<string>("document.querySelector('nav').innerText")).toContain('Persetujuan');
  });
});

describe('practice', () => {
  it('changes from one sample person to another with two presses, each with their own ways', async () => {
    const launched = await launchApp({ flags: ['--training'] });
    try {
      const window = new AppWindow(launched.app);
      await window.untilText('Ganti orang');
      expect(await window.run<string>("document.querySelector('nav').innerText")).not.toContain('Persiapan');
      await window.run(
        "[...document.querySelectorAll('button')].find((one) => one.innerText.includes('Ganti orang')).click()",
      );
      await window.untilText('Berlatih sebagai siapa?');
      await window.run('document.querySelector(\'[data-person="coba-hartono"]\').click()');
      await window.untilText('Selamat');
      await window.untilText('Persiapan');
      expect(await window.run<string>("document.querySelector('nav').innerText")).not.toContain(
        'Data tersimpan',
      );
    } finally {
      await launched.close();
    }
  });
});

/**
 * An agreement in the hands of the people of an office, in a real window: begun from a sample, proposed with the scan of the paper,
 * confirmed by a second person; and the emergency stop, pulled and lifted.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { willChoose } from '../support/file-dialog.ts';
import { AppWindow } from '../support/window.ts';
import { type LaunchedApp, launchApp } from './launch.ts';

const agreementId = 'desa-makmur-dua';
/** The last section is the comparison. */
const sections = 11;

let folder: string;
let launched: LaunchedApp;
let window: AppWindow;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ketuk-pks-'));
  launched = await launchApp({ flags: ['--training'] });
  window = new AppWindow(launched.app);
  const scan = join(folder, 'naskah.pdf');
  await writeFile(scan, '%PDF-1.4\n%naskah contoh\n%%EOF\n');
  await willChoose(launched, scan);
});

afterAll(async () => {
  await launched?.close();
  await rm(folder, { recursive: true, force: true });
});

async function as(personId: string, hash: string): Promise<void> {
  expect(await window.ask('session.practise', { personId })).toMatchObject({ ok: true });
  await window.run(`location.hash = ${JSON.stringify(hash)}`);
}

const screen = () => window.run<string>("document.querySelector('main')?.dataset.screen ?? ''");

function onScreen(name: string): Promise<void> {
  return window.until(name, `document.querySelector('main')?.dataset.screen === '${name}'`);
}

async function click(words: string, within = 'main'): Promise<void> {
  const found = `[...document.querySelectorAll('${within} :is(button, a)')].find((one) => one.innerText.includes(${JSON.stringify(words)}))`;
  await window.until(`there is ${words} to press`, found);
  await window.run(`${found}.click()`);
}

const inDialog = '[role=dialog]';

function submit(): Promise<void> {
  return window.run(`document.querySelector('${inDialog} form').requestSubmit()`);
}

async function choose(option: string): Promise<void> {
  const select = `document.querySelector('${inDialog} select')`;
  await window.until('the form is there', select);
  await window.run(`{
    const select = ${select};
    Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value').set.call(select, ${JSON.stringify(option)});
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }`);
}

describe('a new agreement', () => {
  test('begins from a sample, asks for a name of its own, and becomes a draft by one key', async () => {
    await as('uji-widodo', '#pks');
    await window.untilText('Dipakai loket ini');
    await click('Dari contoh');
    await click('Desa Contoh Makmur', inDialog);
    await onScreen('profile-IDENTITY');
    await window.press('Enter');
    await window.untilText('Isian ini wajib.');
    await window.press(...agreementId);
    for (let passed = 0; passed < sections; passed += 1) {
      const before = await screen();
      await window.press('Enter');
      await window.until(
        `the section after ${before}`,
        `document.querySelector('main').dataset.screen !== '${before}' && document.activeElement?.tagName === 'H1'`,
      );
    }
    await onScreen('profile-REVIEW');
    expect(await window.shows('Senin, 30 November 2026')).toBe(true);
    await window.press('Enter');
    await onScreen(`agreement-${agreementId}`);
    await window.untilText('Usulkan penandatanganan');
  });

  test('is proposed with the paper, on the weekday that the paper must say', async () => {
    await window.press('Enter');
    await choose('Selasa');
    await window.press('Tab', ...'Tirta Contoh');
    await click('Pilih berkas', inDialog);
    await window.untilText('naskah.pdf');
    await submit();
    await window.untilText('Nama hari tidak sesuai dengan tanggal penandatanganan');
    await choose('Senin');
    await submit();
    await window.untilText('menunggu persetujuan orang kedua');
    await click('Buka Persetujuan');
    await window.untilText('Usulan Anda. Orang lain yang berwenang yang menyetujui.');
    expect(await window.shows('Setujui')).toBe(false);
  });

  test('is read and confirmed by the head, and signed from then on', async () => {
    await as('contoh-pratama', '#persetujuan');
    await window.untilText('Menunggu keputusan Anda');
    expect(await window.shows('Senin, 30 November 2026')).toBe(true);
    await click('Setujui');
    await window.until('the question is there', `document.querySelector('${inDialog} form')`);
    await submit();
    await window.untilText('Tidak ada usulan yang menunggu.');
    await window.run(`location.hash = '#pks/${agreementId}'`);
    await window.untilText('Ditandatangani, belum aktif');
    await window.untilText('Lengkapi daftar periksa');
  });

  test('does not take the name of one that is there', async () => {
    await as('uji-widodo', '#pks');
    await click('Dari contoh');
    await click('Desa Contoh Makmur', inDialog);
    await onScreen('profile-IDENTITY');
    await window.press('Enter');
    await window.untilText('Isian ini wajib.');
    await window.press(...agreementId);
    await click('Periksa');
    await onScreen('profile-REVIEW');
    await window.press('Enter');
    await window.untilText('sebutan ini sudah dipakai perjanjian lain');
  });

  test('that was begun waits for whoever began it, and for nobody else', async () => {
    await as('contoh-pratama', '#pks');
    await window.untilText('PKS baru');
    expect(await window.shows('Lanjutkan isian')).toBe(false);
    await as('uji-widodo', '#pks');
    await window.untilText('Lanjutkan isian');
  });
});

describe('an addendum', () => {
  test('shows what it changes before it is proposed', async () => {
    await as('uji-widodo', '#pks/tirta-pangan');
    await onScreen('agreement-tirta-pangan');
    await click('Ajukan');
    await onScreen('profile-IDENTITY');
    // What is signed stands there as words and not as a field.
    expect(await window.run<number>("document.querySelectorAll('main form [type=radio]').length")).toBe(0);
    await click('Syarat orang');
    await onScreen('profile-PEOPLE');
    await window.run("document.querySelectorAll('main form [type=checkbox]')[2].click()");
    await click('Periksa');
    await onScreen('profile-REVIEW');
    expect(await window.run<string>("document.querySelector('main tbody').innerText")).toMatch(
      /^Nama operator disetujui Dukcapil\s+Tidak\s+Ya$/,
    );
    // A look at the agreement costs nothing that was entered.
    await window.press('Escape');
    await onScreen('agreement-tirta-pangan');
    await click('Ajukan');
    await onScreen('profile-REVIEW');
    await window.untilText('Nama operator disetujui Dukcapil');
    await window.press('Enter');
    await window.until('the form is there', `document.querySelector('${inDialog} form')`);
    await window.run(`document.querySelector('${inDialog} fieldset input').focus()`);
    await window.press(...'A-2/2026', 'Tab', ...'02032026');
    await click('Pilih berkas', inDialog);
    await window.untilText('naskah.pdf');
    await submit();
    await onScreen('agreement-tirta-pangan');
    await window.untilText('menunggu persetujuan orang kedua');
  });

  test('becomes the second version by the hand of the head', async () => {
    await as('contoh-pratama', '#persetujuan');
    await window.untilText('Nama operator disetujui Dukcapil');
    await click('Setujui');
    await window.until('the question is there', `document.querySelector('${inDialog} form')`);
    await submit();
    await window.untilText('Tidak ada usulan yang menunggu.');
    await window.run("location.hash = '#pks/tirta-pangan'");
    await window.untilText('A-2/2026');
    expect(await window.ask('agreements.detail', { agreementId: 'tirta-pangan' })).toMatchObject({
      value: { row: { version: 2 }, profile: { people: { dukcapilApproval: true } } },
    });
  });
});

describe('the emergency stop', () => {
  test('is pulled by a key, says what it does, and stands above every page', async () => {
    await as('coba-hartono', '#perangkat');
    await onScreen('devices');
    await window.press('F7');
    await window.untilText('Semua pengecekan ke Dukcapil berhenti');
    await window.until('the form takes the keys', `document.activeElement?.matches('${inDialog} input')`);
    await window.press(...'INS-2026-7', 'Tab', ...'Kebocoran contoh');
    await submit();
    await window.untilText('Akses dihentikan karena insiden keamanan (INS-2026-7).');
    expect(await window.shows('Cabut penghentian')).toBe(false);
  });

  test('is lifted by the head alone, with a reference', async () => {
    await as('contoh-pratama', '#beranda');
    await click('Cabut penghentian', '[role=alert]');
    await window.until('the form takes the keys', `document.activeElement?.matches('${inDialog} input')`);
    await window.press('Enter');
    await window.untilText('Isian ini wajib.');
    await window.press(...'BA-2026-7', 'Enter');
    await window.until('the banner is gone', "!document.body.innerText.includes('INS-2026-7')");
  });
});

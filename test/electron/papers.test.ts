/**
 * A paper from the page of a person to the disk and to a printer, in a real window: on the sheet, in the books and as a PDF made by a process of
 * its own. The print command of the system is played by a script in a folder of the test, and so is the list of its printers.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answer, PaperRow } from '../../electron/contract/index.ts';
import { willChoose, willSaveAs } from '../support/file-dialog.ts';
import { PlayedPrinter } from '../support/printer.ts';
import { AppWindow } from '../support/window.ts';
import { type LaunchedApp, launchApp } from './launch.ts';

const printer = new PlayedPrinter();
let launched: LaunchedApp;
let window: AppWindow;

beforeAll(async () => {
  launched = await launchApp({
    flags: ['--training'],
    env: printer.env,
  });
  window = new AppWindow(launched.app);
  await window.untilText('Mulai melayani');
});

afterAll(async () => {
  await launched?.close();
  printer.remove();
});

async function click(words: string): Promise<void> {
  const found = `[...document.querySelectorAll('main :is(button, a)')].find((one) => one.innerText.includes(${JSON.stringify(words)}))`;
  await window.until(`there is ${words} to press`, found);
  await window.run(`${found}.click()`);
}

async function write(label: string, text: string): Promise<void> {
  const field = `[...document.querySelectorAll('main label')].find((one) => one.innerText.startsWith(${JSON.stringify(label)}))?.control`;
  await window.until(`there is a field ${label}`, field);
  await window.run(`{
    const field = ${field};
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, ${JSON.stringify(text)});
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }`);
}

const sheet = "document.querySelector('[data-paper=NDA]')?.innerText ?? ''";

/** Dark dots of letters in a picture; none while it is not drawn. */
const inkOn = (canvas: string) => `(() => {
  const canvas = document.querySelector('${canvas}');
  const dots = canvas?.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data ?? [];
  return dots.filter((value, at) => at % 4 === 0 && value < 64).length > 2000;
})()`;

async function made(): Promise<readonly PaperRow[]> {
  const answer = (await window.ask('papers.list', { limit: 9 })) as Answer<'papers.list'>;
  if (!answer.ok) throw new Error(answer.failure.code);
  return answer.value;
}

async function savedAs(name: string, papersBefore: number): Promise<Buffer> {
  const path = printer.pathOf(name);
  await willSaveAs(launched, path);
  await click('Simpan PDF');
  await expect.poll(async () => (await made()).length, { timeout: 15_000 }).toBe(papersBefore + 1);
  await expect.poll(() => readFileSync(path.replace('.pdf', '.json')).length).toBeGreaterThan(0);
  return readFileSync(path);
}

test('the process that lays papers out stands when somebody is on the way to one, and not before', async () => {
  expect(await window.ask('session.practise', { personId: 'uji-widodo' })).toMatchObject({ ok: true });
  await window.run("location.hash = '#orang/simula-ningsih'");
  await window.until('there is a way to a paper', "document.querySelector('main a[href*=NDA]')");
  expect(await paperProcess()).toBe(0);
  await window.run("document.querySelector('main a[href*=NDA]').focus()");
  await expect.poll(paperProcess, { timeout: 10_000 }).toBeGreaterThan(0);
});

test('an NDA is seen as it will print, saved with its fields, and made again as the same bytes', async () => {
  await click('Cetak NDA');
  await write('Tempat', 'Tirta Contoh');
  await write('Kop: pemerintah daerah', 'Pemerintah Kabupaten Tirta Contoh');
  await write('Alamat kantor', 'Jalan Contoh Nomor 1');
  await window.until('the sheet shows what was typed', `${sheet}.includes('Jalan Contoh Nomor 1')`);
  expect(await window.run<string>(sheet)).toMatch(/SIMULA NINGSIH|Simula Ningsih/);
  await window.until('the page is drawn as it will print', inkOn('main [role=img] canvas'));
  const first = await savedAs('nda.pdf', 0);
  expect(first.subarray(0, 5).toString()).toBe('%PDF-');
  expect(JSON.parse(readFileSync(printer.pathOf('nda.json'), 'utf8'))).toMatchObject({
    kind: 'NDA',
    personId: 'simula-ningsih',
    place: 'Tirta Contoh',
  });
  // Another process, the same bytes.
  const second = await savedAs('nda-dua.pdf', 1);
  expect(second.equals(first)).toBe(true);
  const checksum = createHash('sha256').update(first).digest('hex');
  expect((await made()).map(({ pdfSha256 }) => pdfSha256)).toEqual([checksum, checksum]);
});

async function printersAre(...names: readonly string[]): Promise<void> {
  await launched.app.evaluate(({ BrowserWindow }, known) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const rows = known.map((name) => ({
      name,
      displayName: `Printer ${name}`,
      description: '',
      options: {},
    }));
    if (contents !== undefined) contents.getPrintersAsync = () => Promise.resolve(rows);
  }, names);
}

async function pressInDialog(words: string): Promise<void> {
  const found = `[...document.querySelectorAll('[role=dialog] :is(button, label)')].find((one) => one.innerText.includes(${JSON.stringify(words)}))`;
  await window.until(`the dialog has ${words}`, found);
  await window.run(`${found}.click()`);
}

/** Of the process that lays out what is being typed. */
function paperProcess(): Promise<number> {
  return launched.app.evaluate(
    ({ app }) => app.getAppMetrics().find(({ name }) => name === 'ketuk-surat')?.pid ?? 0,
  );
}

test('a paper process that dies while somebody types is followed by another with the next letter', async () => {
  const first = await paperProcess();
  expect(first).toBeGreaterThan(0);
  process.kill(first, 'SIGKILL');
  await expect.poll(paperProcess).toBe(0);
  await write('Alamat kantor', 'Jalan Contoh Nomor 2');
  await window.until('the sheet shows what was typed', `${sheet}.includes('Jalan Contoh Nomor 2')`);
  await expect.poll(paperProcess, { timeout: 10_000 }).toBeGreaterThan(0);
  expect(await paperProcess()).not.toBe(first);
  expect(await window.shows('PAPER_PROCESS_DIED')).toBe(false);
});

test('a printer that is gone when it is to print is named, the paper stays, and prints as it is once the printer is back', async () => {
  const before = (await made()).length;
  await printersAre('Kantor');
  printer.does('echo "$@" > told; cat > printed.pdf');
  await click('Cetak');
  await pressInDialog('Printer Kantor');
  await printersAre();
  await pressInDialog('Cetak');
  await window.untilText('PRINTER_GONE');
  await window.untilText('Printer Kantor tidak ada');
  expect((await made()).length).toBe(before + 1);

  await printersAre('Kantor');
  printer.does('cat > /dev/null; exit 1');
  await pressInDialog('Cetak');
  await window.untilText('PAPER_NOT_PRINTED · exit code 1');

  printer.does('echo "$@" > told; cat > printed.pdf');
  await pressInDialog('Cetak');
  await window.untilText('Surat dikirim ke printer');
  const rows = await made();
  expect(rows.length).toBe(before + 1);
  expect(readFileSync(printer.pathOf('told'), 'utf8')).toBe('-d Kantor -t Ketuk -\n');
  const printed = createHash('sha256')
    .update(readFileSync(printer.pathOf('printed.pdf')))
    .digest('hex');
  expect(printed).toBe(rows[0]?.pdfSha256);
});

test('the scan of a signed paper is opened again from the list, and drawn', async () => {
  const [paper] = await made();
  const scan = printer.pathOf('printed.pdf');
  await willChoose(launched, scan);
  const picked = (await window.ask('scans.pick', { kind: 'SIGNED_PAPER' })) as Answer<'scans.pick'>;
  const scanId = picked.ok ? picked.value?.scanId : undefined;
  const signed = { paperId: paper?.paperId, number: '', signedOn: '2026-11-23', scanId };
  expect(await window.ask('papers.attach', signed)).toMatchObject({ ok: true });
  await window.run("location.hash = '#surat'");
  await click('Lihat pindaian');
  await window.until('the scan is drawn', inkOn('[role=dialog] [role=img] canvas'));
  await window.press('Escape');
});

test('the papers that were made are listed, and an operator does not see them', async () => {
  await window.run("location.hash = '#surat'");
  await window.untilText('Cetak NDA');
  await window.untilText('Simpan lagi');
  expect(await window.ask('session.practise', { personId: 'simula-ningsih' })).toMatchObject({ ok: true });
  expect(await window.ask('papers.list', { limit: 9 })).toMatchObject({ failure: { code: 'NOT_PERMITTED' } });
});

/**
 * The consent in a real window: the words that are asked and kept, the paper that is printed or not, and a withdrawal that closes the
 * record.
 */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openInstallation } from '../../electron/program/installation.ts';
import { passphraseWrapper, systemClock } from '../../electron/store/index.ts';
import { declared } from '../../native/sensitive.ts';
import { randomResident } from '../../simulator/index.ts';
import { Counter } from '../support/counter.ts';
import { click } from '../support/form.ts';
import { pdfText } from '../support/pdf-text.ts';
import { PlayedPrinter, prints } from '../support/printer.ts';
import { knownToGateway, passphrase } from '../support/world.ts';

const [agrees, withoutPrinter, inEnglish, paperHangs] = [601, 602, 603, 604].map((seed) =>
  randomResident(seed),
);
const printer = new PlayedPrinter();

let counter: Counter;
/** The receipt that was printed for who agrees. */
let receiptSha256: string;

beforeAll(async () => {
  counter = await Counter.open({ env: printer.env });
  for (const resident of [agrees, withoutPrinter, inEnglish, paperHangs]) {
    if (resident !== undefined) knownToGateway(counter.world.gateway, resident);
  }
});

afterAll(async () => {
  await counter?.close();
  printer.remove();
});

beforeEach(() => counter.next());

async function asked(resident: typeof agrees): Promise<void> {
  await counter.tapUntil('RESULT_MATCH', resident);
  await counter.window.press('Enter');
  await counter.window.untilState('CONSENT_ASKED');
}

async function savedAndServed(): Promise<void> {
  const { window } = counter;
  const before = (await counter.home()).today.served;
  await window.press('Enter');
  await window.untilState('CONSENT_GRANTED');
  await window.press('Enter');
  await expect.poll(async () => (await counter.home()).today.served, { timeout: 10_000 }).toBe(before + 1);
}

test('the seven items stand on the screen, and the receipt that prints is the one that is asked about', async () => {
  const { window } = counter;
  printer.does(prints);
  await asked(agrees);
  const { text } = await window.see();
  for (const title of [
    'Dasar hukum',
    'Tujuan',
    'Jenis dan relevansi data',
    'Masa simpan',
    'Rincian yang dikumpulkan',
    'Jangka waktu pemrosesan',
    'Hak Bapak/Ibu',
    'Bapak/Ibu boleh menolak dan tetap dilayani.',
  ]) {
    expect(text).toContain(title);
  }
  await window.press('s');
  await window.untilText('Bapak/Ibu menyetujui');
  await window.press('c');
  await window.untilText('Bukti telah dikirim ke printer');
  const paper = printer.paper();
  expect(paper.toString('latin1', 0, 5)).toBe('%PDF-');
  receiptSha256 = createHash('sha256').update(paper).digest('hex');
  const sheets = pdfText(paper).replaceAll(' ', '').split('\n');
  expect(sheets).toHaveLength(2);
  for (const sheet of sheets) {
    expect(sheet).toContain('BUKTIPERSETUJUANPENYIMPANANDATAKTP-el');
    expect(sheet).toContain(agrees?.nik);
  }
  // Who laid it out knows the resident, and is gone before the visit is.
  await expect.poll(() => counter.helpers().length, { timeout: 5000 }).toBe(1);
  await savedAndServed();
});

test('a printer that is not there keeps nobody waiting', async () => {
  const { window } = counter;
  printer.does('exit 1');
  await asked(withoutPrinter);
  await window.press('s');
  await window.untilText('Bapak/Ibu menyetujui');
  await window.press('c');
  await window.untilText('Tidak ada printer yang menerima cetakan.');
  await savedAndServed();
});

/** A process that was started for the visit after this call; it is stopped as soon as it is there. */
async function stopPaperProcess(): Promise<number> {
  const before = counter.helpers();
  for (const end = Date.now() + 10_000; Date.now() < end; await new Promise(setImmediate)) {
    const [pid] = counter.helpers().filter((each) => !before.includes(each));
    if (pid === undefined) continue;
    process.kill(pid, 'SIGSTOP');
    return pid;
  }
  throw new Error('no paper process was started');
}

test('where no pages are laid out in time the receipt prints as text, and what hangs ends with its visit', async () => {
  const { window } = counter;
  printer.does(prints);
  await asked(paperHangs);
  await window.press('s');
  await window.untilText('Bapak/Ibu menyetujui');
  const stopped = stopPaperProcess();
  await window.press('c');
  const pid = await stopped;
  await window.untilText('Bukti telah dikirim ke printer', 15_000);
  const paper = printer.paper().toString('utf8');
  expect(paper.split('\f')).toHaveLength(2);
  expect(paper).toContain(paperHangs?.nik);
  await savedAndServed();
  await expect.poll(() => counter.pids(), { timeout: 10_000 }).not.toContain(pid);
});

test('who is asked in English has that in the record, with the hash of those words', async () => {
  const { window } = counter;
  await asked(inEnglish);
  const english =
    "[...document.querySelectorAll('button')].find((one) => one.textContent.includes('English'))";
  await window.run(`${english}.click()`);
  await window.untilText('You may refuse and will be served all the same.');
  await window.press('s');
  await window.untilText('You agree');
  await savedAndServed();
});

test('who asks what is kept is answered with pages of the one engine; the record says which receipt was signed', async () => {
  const { window } = counter;
  printer.does(prints);
  await window.press('Escape');
  await window.until('home is on screen', "location.host === 'beranda'");
  const row = (await counter.told('kept.list', { limit: 9 })).at(-1);
  if (row === undefined) throw new Error('nothing is kept');
  const { receiptNo, recordId } = row;
  const asked = {
    act: 'TAKE',
    kind: 'ACCESS',
    receiptNo,
    channel: 'COUNTER',
    identityChecked: true,
  } as const;
  await counter.told('requests.act', asked);
  await counter.as('uji-widodo', async () => {
    const [request] = await counter.told('requests.list');
    await window.run(
      `void window.ketuk.invoke('kept.open', ${JSON.stringify({ recordId, requestId: request?.requestId })})`,
    );
    await window.untilText(receiptSha256);
    const others = counter.helpers();
    await window.press('Enter');
    await window.untilText('The answer went to the printer.', 15_000);
    const paper = printer.paper();
    expect(paper.toString('latin1', 0, 5)).toBe('%PDF-');
    const words = pdfText(paper).replaceAll(' ', '');
    expect(words).toContain('ANSWERTOAREQUESTFORACCESSTODATA');
    expect(words).toContain(agrees?.nik);
    // Who laid it out knows the resident, and is gone while the record is still open.
    await expect.poll(() => counter.helpers(), { timeout: 5000 }).toEqual(others);
    await window.press('Escape');
    await window.until('home is on screen', "location.host === 'beranda'");
  });
});

test('a withdrawal closes the record to the one who serves, and says when it will be gone', async () => {
  const { window } = counter;
  await window.press('Escape');
  await window.until('home is on screen', "location.host === 'beranda'");
  const [row] = await counter.told('kept.list', { limit: 1 });
  if (row === undefined) throw new Error('nothing is kept');
  const { receiptNo, recordId } = row;
  await counter.told('requests.act', {
    act: 'TAKE',
    kind: 'WITHDRAWAL',
    receiptNo,
    channel: 'COUNTER',
    identityChecked: true,
  });
  const request = (await counter.told('requests.list')).find(({ kind }) => kind === 'WITHDRAWAL');
  expect(request).toMatchObject({ receiptNo, status: 'OPEN' });
  expect((request?.dueAt ?? 0) - (request?.receivedAt ?? 0)).toBe(72 * 3_600_000);
  expect(await window.ask('kept.open', { recordId })).toMatchObject({
    failure: { code: 'CONSENT_WITHDRAWN' },
  });
  // Home begins at its start page once it knows who sits there, whatever was asked for before.
  await window.until('home knows its person', "document.querySelector('nav a[aria-current=page]')");
  await window.run("location.hash = '#data-tersimpan'");
  await window.untilText('The consent was withdrawn');
  // Whoever took it hands over its receipt, without any right to the other papers of the office.
  printer.does(prints);
  await window.run("location.hash = '#permintaan'");
  await click(counter, '[aria-label^="Print receipt of a withdrawal"]');
  await window.until('the receipt is drawn', "document.querySelector('[role=dialog] [role=img] canvas')");
  await window.press('Enter');
  await window.untilText('The paper was sent to the printer.');
  const words = pdfText(printer.paper()).replaceAll(' ', '');
  expect(words).toContain(receiptNo);
  expect(words).not.toContain(inEnglish?.nik);
});

test('the books have four consents with their evidence, three in Indonesian and one in English', async () => {
  await counter.stop();
  const wrapper = passphraseWrapper(declared(passphrase));
  const installation = await openInstallation(counter.dataFolder, wrapper, systemClock);
  if (!installation.ok) throw new Error(installation.failure.code);
  try {
    const rows = installation.value.store.read((reader) =>
      reader.all(
        'SELECT count(*) AS n, count(DISTINCT notice_hash) AS hashes, sum(receipt_no = evidence_ref) AS named, ' +
          "sum(language = 'en') AS english FROM consent",
      ),
    );
    expect(rows).toMatchObject({ ok: true, value: [{ n: 4, hashes: 4, named: 4, english: 1 }] });
  } finally {
    installation.value.close();
  }
});

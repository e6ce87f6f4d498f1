/**
 * Composition root: the one file that knows every part. It opens the installation, starts the processes that see a resident,
 * and shows the window; it never holds a value of a resident itself.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, dialog, type UtilityProcess, utilityProcess } from 'electron';
import { type Failure, failed, ok, type Result } from '../native/failure.ts';
import { declared } from '../native/sensitive.ts';
import { readCounterFile, sampleAgreement } from './agreement/index.ts';
import {
  type AgreementProfile,
  appFailure,
  type ConnectionProfile,
  type RecordOrder,
  sendOutcome,
} from './contract/index.ts';
import { runOrder, VisitHost } from './host/index.ts';
import { outboxSender } from './outbox/index.ts';
import { type ProgramArguments, programArguments } from './program/arguments.ts';
import { keepConsentsInTime } from './program/consents-in-time.ts';
import { deskFor } from './program/desk.ts';
import { homeHandlers } from './program/home.ts';
import { type Installation, openInstallation, wrappingsOf } from './program/installation.ts';
import { passphraseInItsProcess } from './program/passphrase-wrapper.ts';
import { CounterPolicy, type CounterSetting } from './program/policy.ts';
import { openPreferences, type Preferences } from './program/preferences.ts';
import { systemKeyWrapper } from './program/system-key-wrapper.ts';
import { TrainingHost } from './program/training-host.ts';
import { type KeyWrapper, systemClock, trainingWrapper } from './store/index.ts';
import { registerScheme, type Service, Shell, serveCalls } from './window/index.ts';

/** The one signed-in officer and counter of the first visit; accounts come with the people of an agreement. */
const officer = { id: 'simula-ningsih', name: 'Simula Ningsih' };
const counter = { name: 'Loket 1', sign: 'L1' };

const haltCheckMs = 15_000;

/** A window that takes longer than this is not waited for: the counter matters more. */
const drawnWithinMs = 2000;

const after = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

const bundle = (name: string) => join(__dirname, `${name}.cjs`);

const given = programArguments(process.argv, {
  appData: app.getPath('appData'),
  installed: app.isPackaged,
  begun: (folder) => wrappingsOf(folder) !== undefined,
});
app.setPath('userData', given.dataFolder);
// Leaving a page must end its process at once, not park it.
app.commandLine.appendSwitch('disable-features', 'BackForwardCache,SpareRendererForSitePerProcess');
app.commandLine.appendSwitch('disable-background-networking');
app.commandLine.appendSwitch('disable-component-update');
app.commandLine.appendSwitch('disable-sync');
registerScheme();

// An exception is a bug, and a program with a bug of unknown reach must not go on handling what is owed.
function endWithBug(reason: unknown): void {
  process.stderr.write(`${reason instanceof Error ? reason.stack : String(reason)}\n`);
  app.exit(1);
}
process.on('unhandledRejection', endWithBug);
// Without this, the runtime would show a box and go on.
process.on('uncaughtException', endWithBug);

if (app.requestSingleInstanceLock()) void app.whenReady().then(start);
else app.exit(0);

async function start(): Promise<void> {
  const preferences = openPreferences(given.dataFolder);
  const shell = new Shell({
    pages: join(__dirname, 'renderer'),
    preload: bundle('preload'),
    devTools: !__dirname.includes('app.asar'),
    background: preferences.get().theme === 'dark' ? '#12211f' : '#f7f4ec',
    start: { ...preferences.get(), training: given.mode.kind === 'training' },
  });
  app.on('second-instance', () => {
    // The window is gone already while what is being sent is waited for.
    if (shell.window.isDestroyed()) return;
    if (shell.window.isMinimized()) shell.window.restore();
    shell.window.focus();
  });
  // The frame of the first page stands before keys and database are opened; what it asks for is answered as soon as they are.
  let answerCalls: (service: Service) => void = () => undefined;
  const service = new Promise<Service>((resolve) => {
    answerCalls = resolve;
  });
  serveCalls(() => service);
  if (given.firstPage === 'beranda') {
    void shell.open('beranda');
    // Main serves the page's files; opening the database in between would keep the page waiting for them.
    await Promise.race([shell.loaded, after(drawnWithinMs)]);
  }
  const prepared = await prepare(given);
  if (prepared.ok) await run(shell, prepared.value, preferences, answerCalls);
  else refuseToStart(prepared.failure);
}

interface Prepared {
  readonly installation: Installation;
  readonly agreement: AgreementProfile;
  /** From the counter file; in training mode the simulators tell it. */
  readonly connection: ConnectionProfile | undefined;
}

async function prepare({ mode, dataFolder, passphraseFile }: ProgramArguments): Promise<Result<Prepared>> {
  const file = mode.kind === 'profile' ? readCounterFile(mode.file) : undefined;
  if (file !== undefined && !file.ok) return file;
  const wrapper = keyWrapper(file === undefined, passphraseFile);
  if (!wrapper.ok) return wrapper;
  const installation = await openInstallation(dataFolder, wrapper.value, systemClock);
  if (!installation.ok) return installation;
  return ok({
    installation: installation.value,
    agreement: file?.value.agreement ?? sampleAgreement(),
    connection: file?.value.connection,
  });
}

function keyWrapper(training: boolean, passphraseFile: string | undefined): Result<KeyWrapper> {
  if (training) return ok(trainingWrapper);
  if (passphraseFile === undefined) return systemKeyWrapper();
  try {
    const passphrase = declared(readFileSync(passphraseFile, 'utf8').trim());
    return ok(passphraseInItsProcess(bundle('passphrase'), passphrase));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return failed(appFailure('KEYS_UNAVAILABLE', 'passphrase file', code ?? 'cannot be read'));
  }
}

/** Without keys or database there is nothing to serve with; the reason and the cure are shown, and nothing is touched. */
function refuseToStart({ code, cause, cure, detail }: Failure): void {
  process.stderr.write(`${code}${detail === undefined ? '' : ` (${detail})`}: ${cause.en} ${cure.en}\n`);
  dialog.showErrorBox('Ketuk', `${cause.id}\n\n${cure.id}\n\n${code}`);
  app.exit(1);
}

async function run(
  shell: Shell,
  prepared: Prepared,
  preferences: Preferences,
  answerCalls: (service: Service) => void,
): Promise<void> {
  const { installation, agreement } = prepared;
  const training = prepared.connection === undefined;
  let { connection } = prepared;
  let simulators: TrainingHost | undefined;
  const setting: CounterSetting = {
    agreement,
    training,
    officer,
    counter,
    connection: () => {
      // No visit is started before it is known.
      if (connection === undefined) throw new Error('the connection is not known yet');
      return connection;
    },
  };
  const changed = () => shell.tellChanged();
  const desk = deskFor(installation, setting);
  const policy = new CounterPolicy(installation, setting, desk, () => {
    changed();
    sender.wake();
  });
  const sender = outboxSender({
    outbox: installation.outbox,
    clock: systemClock,
    key: installation.keys.outbox,
    route: (agreementId) =>
      agreementId === agreement.profileId && connection?.dataBalikan !== undefined
        ? { endpoint: connection.dataBalikan, closedNetwork: connection.closedNetwork }
        : undefined,
    deliver: async (order) => sendOutcome.parse(await runOrder(bundle('sender'), 'ketuk-pengirim', order)),
    changed,
  });
  const visits = new VisitHost({
    script: bundle('visit'),
    policy,
    cardsPort: () => simulators?.cardsPort(),
    opened: () => {
      if (shell.page !== 'visit') openCounter();
    },
    replaced: () => {
      if (shell.page === 'visit' || counterWanted) openCounter();
    },
  });
  const record = new RecordPage(shell);
  let counterWanted = given.firstPage === 'loket';

  function openCounter(): void {
    record.close();
    const { visitId } = visits;
    // Asked for before the first visit process stands: as soon as it does.
    counterWanted = visitId === undefined;
    if (visitId === undefined) return;
    void shell.open(`kunjungan-${visitId}`).then((shown) => {
      if (shown && visits.visitId === visitId) visits.attachPage(shell.connectPage());
    });
  }

  function openHome(): void {
    record.close();
    void shell.open('beranda');
  }

  // A page that died or went astray is put back; the visit, which lives in its own process, goes on.
  shell.onLost((page) => (page === 'visit' ? openCounter() : openHome()));
  answerCalls({
    refuse: () => undefined,
    handlers: homeHandlers({
      version: app.getVersion(),
      installation,
      setting,
      policy,
      desk,
      sender,
      visits,
      preferences,
      simulators: () => simulators,
      openCounter,
      openHome,
      openRecord: (order) => record.open(order),
      changed,
    }),
  });
  installation.visits.recover(systemClock.now());
  keepConsentsInTime(installation);
  installation.audit.append(
    { actor: 'SYSTEM', counter: counter.name },
    { event: 'PROGRAM_STARTED', version: app.getVersion(), training },
  );
  // Other processes start when the first page stands, so that they do not fight with it for the processor.
  if (given.firstPage === 'beranda') await Promise.race([shell.drawn, after(drawnWithinMs)]);
  if (training) {
    simulators = new TrainingHost(bundle('training'));
    connection = await simulators.connection;
  }
  visits.start();
  sender.start();
  // The agreement ends at midnight, also for a visit that is open (R-002); an emergency stop holds within a minute (R-122).
  const watch = setInterval(() => {
    const halted = desk.whyHalted(agreement);
    if (halted !== undefined && visits.serving) visits.restart(halted);
    const { visitId } = visits;
    if (!visits.serving && visitId !== undefined && !policy.isOfToday(visitId)) visits.restart();
    keepConsentsInTime(installation);
  }, haltCheckMs);
  app.once('before-quit', () => clearInterval(watch));
  endWith(shell, visits, sender, installation);
  if (counterWanted) openCounter();
  if (given.picture !== undefined) takePicture(shell, given.picture);
}

/** One kept record on screen: its process and its page come and go together. */
class RecordPage {
  readonly #shell: Shell;
  #child: UtilityProcess | undefined;

  constructor(shell: Shell) {
    this.#shell = shell;
  }

  open(order: RecordOrder): void {
    this.close();
    const child = utilityProcess.fork(bundle('record'), [], { serviceName: 'ketuk-arsip', stdio: 'ignore' });
    this.#child = child;
    void this.#shell.open(`arsip-${order.recordId}`).then((shown) => {
      if (shown && this.#child === child) child.postMessage(order, [this.#shell.connectPage()]);
    });
  }

  close(): void {
    this.#child?.kill();
    this.#child = undefined;
  }
}

function endWith(
  shell: Shell,
  visits: VisitHost,
  sender: ReturnType<typeof outboxSender>,
  installation: Installation,
): void {
  let ending = false;
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    if (ending) return;
    event.preventDefault();
    ending = true;
    if (!shell.window.isDestroyed()) shell.window.destroy();
    // A visit that was open is written down as cancelled before the books are closed.
    void Promise.all([visits.stop(), sender.stop()]).then(() => {
      installation.audit.append({ actor: 'SYSTEM', counter: counter.name }, { event: 'PROGRAM_ENDED' });
      installation.close();
      app.exit(0);
    });
  });
}

/** For `npm start` without a display: the first thing an officer would see, as a PNG. */
function takePicture(shell: Shell, file: string): void {
  const settledMs = 1500;
  setTimeout(() => {
    void shell.window.webContents.capturePage().then((image) => writeFileSync(file, image.toPNG()));
  }, settledMs);
}

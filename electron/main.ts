/**
 * Composition root: the one file that knows every part. It opens the installation behind the window of launch.ts and starts the
 * processes that see a resident; it never holds a value of a resident itself.
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
import type { ProgramArguments } from './program/arguments.ts';
import { keepConsentsInTime } from './program/consents-in-time.ts';
import { deskFor } from './program/desk.ts';
import { homeHandlers } from './program/home.ts';
import { type Installation, openInstallation } from './program/installation.ts';
import { passphraseInItsProcess } from './program/passphrase-wrapper.ts';
import { CounterPolicy, type CounterSetting } from './program/policy.ts';
import type { Preferences } from './program/preferences.ts';
import { systemKeyWrapper } from './program/system-key-wrapper.ts';
import { TrainingHost } from './program/training-host.ts';
import { type KeyWrapper, systemClock, trainingWrapper } from './store/index.ts';
import type { Service, Shell } from './window/index.ts';

/** The one signed-in officer and counter of the first visit; accounts come with the people of an agreement. */
const officer = { id: 'simula-ningsih', name: 'Simula Ningsih' };
const counter = { name: 'Loket 1', sign: 'L1' };

const haltCheckMs = 15_000;

const bundle = (name: string) => join(__dirname, `${name}.cjs`);

/** What stands already: the window, and in it a page that may have asked for something. */
interface Launched {
  readonly given: ProgramArguments;
  readonly shell: Shell;
  readonly preferences: Preferences;
  readonly answerCalls: (service: Service) => void;
}

/** Opens the installation behind the window, answers what its page has asked for meanwhile, and serves. */
export async function serve(launched: Launched): Promise<void> {
  const prepared = await prepare(launched.given);
  if (prepared.ok) await run(launched, prepared.value);
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

async function run({ given, shell, preferences, answerCalls }: Launched, prepared: Prepared): Promise<void> {
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

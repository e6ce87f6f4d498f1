/**
 * Composition root: the one file that knows every part. It opens the installation behind the window of launch.ts, opens the office,
 * and starts the processes that see a resident; it never holds a value of a resident itself.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, dialog, utilityProcess } from 'electron';
import { type Failure, failed, ok, type Result } from '../native/failure.ts';
import { declared } from '../native/sensitive.ts';
import { readCounterFile, sampleAgreement } from './agreement/index.ts';
import { localDay } from './calendar/index.ts';
import { appFailure, type ConnectionProfile, correctionOutcome, sendOutcomes } from './contract/index.ts';
import { papers, paperTemplates } from './document/index.ts';
import { lentWorker, runDeviceTest, runOrder, standingWorker, VisitHost } from './host/index.ts';
import { standsIn } from './network/index.ts';
import { outboxSender } from './outbox/index.ts';
import { passwordsInTheirProcess } from './program/account-passwords.ts';
import type { ProgramArguments } from './program/arguments.ts';
import { balikanChannels } from './program/balikan-channels.ts';
import { closeOfDay } from './program/close-of-day.ts';
import { consentsInTime } from './program/consents-in-time.ts';
import { type CounterIdentity, counterIdentity } from './program/counter-identity.ts';
import { deskFor } from './program/desk.ts';
import { deviceTests } from './program/device-test.ts';
import { frontDoor } from './program/front-door.ts';
import { officeService } from './program/handlers/index.ts';
import { type Installation, openInstallation, openPractice, wrappingsOf } from './program/installation.ts';
import { listsInTheirProcess } from './program/list-process.ts';
import { openOffice } from './program/office.ts';
import { systemPaperPrinter } from './program/paper-printer.ts';
import { papersInTheirProcess } from './program/paper-process.ts';
import { passphraseInItsProcess } from './program/passphrase-wrapper.ts';
import { filePicker } from './program/pick-file.ts';
import { CounterPolicy } from './program/policy.ts';
import type { Preferences } from './program/preferences.ts';
import { RecordPage } from './program/record-page.ts';
import {
  firstSampleOperator,
  openSampleOffice,
  practiceConnection,
  type SampleOffice,
} from './program/sample-office.ts';
import { saveAsDialog } from './program/save-as.ts';
import { settingOf } from './program/setting.ts';
import { systemKeyWrapper } from './program/system-key-wrapper.ts';
import { TrainingHost } from './program/training-host.ts';
import { type KeyWrapper, systemClock } from './store/index.ts';
import type { Service, Shell } from './window/index.ts';

const clockLookMs = 15_000;
const hourOf = (epochMs: number) => Math.floor(epochMs / 3_600_000);
/** Somebody who fills in a paper stops to think; the process that lays it out waits for that long. */
const sheetIdleMs = 60_000;
/** A line on which what is owed and what is asked get into each other's way (R-050). */
const narrowMbps = 1;

const bundle = (name: string) => join(__dirname, `${name}.cjs`);
const inSender = (order: unknown, abort?: AbortSignal) =>
  runOrder(bundle('sender'), 'ketuk-pengirim', order, abort);

/** What stands already: the window, and in it a page that may have asked for something. */
interface Launched {
  readonly given: ProgramArguments;
  readonly shell: Shell;
  readonly preferences: Preferences;
  /** From now on this answers. */
  readonly answerBy: (service: Service) => void;
}

/** Opens the installation behind the window, answers what its page has asked for meanwhile, and serves. */
export async function serve(launched: Launched): Promise<void> {
  const entered = await enter(launched);
  if (entered.ok) run(launched, entered.value);
  else refuseToStart(entered.failure);
}

interface Entered {
  readonly installation: Installation;
  /** Practice and the developers' mode bring an office along; in real work there is what people entered. */
  readonly sample: SampleOffice | undefined;
}

/** Opens the installation; in real work perhaps after somebody made its keys, or gave the passphrase. */
async function enter(launched: Launched): Promise<Result<Entered>> {
  const { mode, dataFolder, passphraseFile } = launched.given;
  if (mode.kind === 'work' && passphraseFile === undefined) {
    const installation = await atTheDoor(launched);
    return installation.ok ? ok({ installation: installation.value, sample: undefined }) : installation;
  }
  const file = mode.kind === 'profile' ? readCounterFile(mode.file) : undefined;
  if (file !== undefined && !file.ok) return file;
  const installation = await openAtOnce(mode.kind === 'training', dataFolder, passphraseFile);
  if (!installation.ok) return installation;
  const sample = {
    agreement: file?.value.agreement ?? sampleAgreement(),
    connection: file?.value.connection ?? practiceConnection,
    ...(mode.kind === 'training' ? { withInventory: true as const } : {}),
  };
  return ok({ installation: installation.value, sample: mode.kind === 'work' ? undefined : sample });
}

/** At once where the key store of the system opens it; otherwise when a person has. */
async function atTheDoor({ given, shell, preferences, answerBy }: Launched): Promise<Result<Installation>> {
  const system = systemKeyWrapper();
  if (system.ok && wrappingsOf(given.dataFolder)?.includes('system')) {
    const installation = await openInstallation(given.dataFolder, system.value, systemClock);
    // Keys that do not open here are what the recovery key is for; anything else is for a person to read.
    if (installation.ok || installation.failure.code !== 'KEYS_UNAVAILABLE') return installation;
  }
  return new Promise((resolve) => {
    answerBy(
      frontDoor({
        folder: given.dataFolder,
        clock: systemClock,
        version: app.getVersion(),
        preferences,
        system: system.ok ? system.value : undefined,
        passphrase: (passphrase) => passphraseInItsProcess(bundle('passphrase'), passphrase),
        changed: () => shell.tellChanged(),
        opened: (installation) => resolve(ok(installation)),
      }),
    );
    shell.tellChanged();
    if (given.picture !== undefined) takePicture(shell, given.picture);
  });
}

async function openAtOnce(
  training: boolean,
  folder: string,
  passphraseFile: string | undefined,
): Promise<Result<Installation>> {
  if (training) return openPractice(folder, systemClock);
  const wrapper = keyWrapper(passphraseFile);
  return wrapper.ok ? openInstallation(folder, wrapper.value, systemClock) : wrapper;
}

function keyWrapper(passphraseFile: string | undefined): Result<KeyWrapper> {
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

function run({ given, shell, preferences, answerBy }: Launched, { installation, sample }: Entered): void {
  const { clock } = installation;
  const training = given.mode.kind === 'training';
  const identity = counterIdentity(installation.state);
  const office = openOffice(installation, {
    passwords: passwordsInTheirProcess((order) => runOrder(bundle('passphrase'), 'ketuk-kunci', order)),
    counter: () => identity.name,
    practice: sample !== undefined,
    version: app.getVersion(),
  });
  const { sessions } = office.people;
  if (sample !== undefined) {
    const opened = openSampleOffice(installation, office, sample);
    const played = opened.ok ? sessions.practise(firstSampleOperator) : opened;
    if (!played.ok) {
      refuseToStart(played.failure);
      return;
    }
  }
  let simulators: TrainingHost | undefined;
  let simulated: ConnectionProfile | undefined;
  const setting = settingOf({
    office,
    identity,
    training,
    samples: sample !== undefined,
    simulated: () => simulated,
  });
  const desk = deskFor(installation, setting, {
    agreements: office.agreements,
    operators: office.people,
    custody: office.custody,
  });
  const policy = new CounterPolicy(installation, setting, desk, changed);
  const channels = balikanChannels(office.agreements, installation.outbox);
  const sender = outboxSender({
    outbox: installation.outbox,
    clock,
    key: installation.keys.outbox,
    route: (agreementId) => {
      // Whatever a connection file says: what is handed over with a list is not sent as well (R-102).
      if (!channels.isPushed(agreementId)) return undefined;
      const connection = setting.connectionOf(agreementId);
      // An incident stops what goes out as well; what is owed waits (R-122).
      if (connection?.dataBalikan === undefined || desk.emergency() !== undefined) return undefined;
      // Away from the closed network nothing is tried, or a weekend without it would use up every attempt (domain 4.5).
      if (!standsIn(connection.closedNetwork)) return undefined;
      return { endpoint: connection.dataBalikan, closedNetwork: connection.closedNetwork };
    },
    deliver: async (order, abort) => sendOutcomes.parse(await inSender(order, abort)),
    isPeak: (agreementId) => {
      const profile = office.agreements.profile(agreementId);
      return visits.serving && profile.ok && profile.value.network.bandwidthMbps <= narrowMbps;
    },
    changed: () => shell.tellChanged(),
  });
  const visits = new VisitHost({
    fork: () => utilityProcess.fork(bundle('visit'), [], { serviceName: 'ketuk-kunjungan', stdio: 'ignore' }),
    clock,
    policy,
    cardsPort: () => simulators?.cardsPort(),
    paper: () => lentWorker(bundle('paper'), 'ketuk-bukti'),
    opened: () => {
      if (shell.page !== 'visit') openCounter();
    },
    replaced: () => {
      if (shell.page === 'visit' || counterWanted) openCounter();
    },
    // Home says why, and has the way on for who may take it; also to who started with the counter.
    shut: () => {
      if (shell.page === 'visit' || counterWanted) openHome();
    },
  });
  const devices = deviceTests({
    installation,
    office,
    setting,
    desk,
    policy,
    visits,
    run: (order, tell) => {
      const options = { serviceName: 'ketuk-uji-perangkat', stdio: 'ignore' } as const;
      const port = simulators?.cardsPort();
      const child = utilityProcess.fork(bundle('device'), [], options);
      return runDeviceTest(child, order, port === undefined ? [] : [port], clock, tell);
    },
    changed,
  });
  const record = new RecordPage(shell, () => lentWorker(bundle('paper'), 'ketuk-jawaban'));
  const dayClose = closeOfDay(
    installation,
    { timeZone: () => setting.agreement()?.timeZone ?? 'Asia/Jakarta', counter: () => identity.name },
    () => shell.tellChanged(),
  );
  const consents = consentsInTime(
    installation,
    () => desk.clockFailure() === undefined,
    () => shell.tellChanged(),
  );
  let counterWanted = given.firstPage === 'loket';
  /** Practice serves once its simulators are up. */
  let serving = false;

  /** Pages are told, what is owed is looked at, and whoever may not be served any longer is not. */
  function changed(): void {
    shell.tellChanged();
    if (!serving) return;
    if (desk.emergency() !== undefined) devices.stop();
    sender.wake();
    visits.reconsider();
  }

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
    counterWanted = false;
    record.close();
    void shell.open('beranda');
  }

  /** Reports open and are frozen with a day: once a day, and not before the visit that was open at midnight is written down. */
  let reportedOn: string | undefined;
  function reportsToday(): void {
    const today = localDay(clock.now(), setting.zone());
    if (policy.isServing) return;
    if (today === reportedOn) return;
    const ticked = office.reports.tick();
    if (ticked.ok && !ticked.value) reportedOn = today;
  }

  /** Days and hours that are left grow fewer by themselves, over midnight and over a night's sleep of the computer. */
  let hourTold = hourOf(clock.now());
  function tellOfTheHour(): void {
    const hour = hourOf(clock.now());
    if (hour === hourTold) return;
    hourTold = hour;
    shell.tellChanged();
  }

  /** The agreement ends at midnight, also for a visit that is open (R-002); so do retention and the time of a request. */
  function lookAtTheClock(): void {
    const believed = desk.clockFailure() === undefined;
    // What the clock ends for good it ends only while it is to be believed; access stops in any case.
    if (believed) {
      office.agreements.tick();
      office.people.tick();
      dayClose.tick();
      reportsToday();
    }
    consents.tick();
    visits.reconsider();
    tellOfTheHour();
  }

  async function beginServing(): Promise<void> {
    if (training) {
      simulators = new TrainingHost(bundle('training'));
      simulated = await simulators.connection;
    }
    serving = true;
    lookAtTheClock();
    sender.start();
    const watch = setInterval(lookAtTheClock, clockLookMs);
    app.once('before-quit', () => clearInterval(watch));
    if (counterWanted) openCounter();
  }

  // A page that died or went astray is put back; the visit, which lives in its own process, goes on.
  shell.onLost((page) => (page === 'visit' ? openCounter() : openHome()));
  shell.onInput(() => sessions.touch());
  // Whoever leaves the keyboard leaves no page behind that was theirs.
  sessions.onChanged(() => {
    if (sessions.current()?.state !== 'OPEN') devices.stop();
    changed();
    if (sessions.current()?.state !== 'OPEN' && shell.page !== 'home') openHome();
  });
  office.people.onRevoked(changed);
  answerBy(
    officeService({
      version: app.getVersion(),
      installation,
      office,
      setting,
      identity,
      policy,
      desk,
      sender,
      correctBalikan: async (order) => correctionOutcome.parse(await inSender(order)),
      makeList: listsInTheirProcess((order) => runOrder(bundle('list'), 'ketuk-daftar', order)),
      visits,
      preferences,
      papers: papers(
        installation.store,
        installation.audit,
        clock,
        papersInTheirProcess((order) => runOrder(bundle('paper'), 'ketuk-surat', order)),
        office.scans,
      ),
      pagesOf: papersInTheirProcess(standingWorker(bundle('paper'), 'ketuk-surat', sheetIdleMs)),
      paperPrinter: systemPaperPrinter(shell.window),
      templates: paperTemplates(join(given.dataFolder, 'templat')),
      pickFile: filePicker(shell.window),
      saveAs: saveAsDialog(shell.window),
      deviceTests: devices,
      simulators: () => simulators,
      openCounter,
      openHome,
      openRecord: (order) => record.open(order),
      closeRecord: () => {
        if (shell.page === 'record') openHome();
      },
      beginWork,
      changed,
    }),
  );
  shell.tellChanged();
  installation.visits.recover(clock.now());
  // What a power loss broke off between the verified copy and the record.
  office.custody.returns.finish();
  installation.audit.append(
    { actor: 'SYSTEM', counter: identity.name },
    { event: 'PROGRAM_STARTED', version: app.getVersion(), training },
  );
  endWith(shell, visits, sender, installation, identity);
  if (given.picture !== undefined) takePicture(shell, given.picture);
  void beginServing();
}

/** Practice ends, and the same program comes up again with a folder and a gate of its own. */
function beginWork(): void {
  const ofPractice = /^--(training|page|data|user-data-dir|picture)\b/;
  const args = process.argv.slice(1).filter((argument) => !ofPractice.test(argument));
  app.relaunch({ args: [...args, '--work'] });
  app.quit();
}

function endWith(
  shell: Shell,
  visits: VisitHost,
  sender: ReturnType<typeof outboxSender>,
  installation: Installation,
  identity: CounterIdentity,
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
      installation.audit.append({ actor: 'SYSTEM', counter: identity.name }, { event: 'PROGRAM_ENDED' });
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

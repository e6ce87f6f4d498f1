/**
 * One counter for the tests of real visits: the world outside, the launched program on a data folder of its own, and its window. Opened
 * once for the tests of a file; {@link Counter.next} makes it ready for the next one, whatever the last one left on the screen.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Channel, ChannelInput, ChannelOutputs, OpenHome } from '../../electron/contract/index.ts';
import { type CardOptions, createCard, type Resident, sampleResident } from '../../simulator/index.ts';
import { type LaunchedApp, launchApp } from '../electron/launch.ts';
import { commandOf, processTree } from '../proof/memory-scan.ts';
import { DemoClock } from './demo-clock.ts';
import { AppWindow } from './window.ts';
import { openWorld, type World, type WorldOptions } from './world.ts';

/** The headline over a card that lies there from before. */
const liftFirst = 'Angkat kartu dari pembaca';
const patienceMs = 20_000;
/** Of the sample people, the one who serves. */
const officer = 'simula-ningsih';
const endedWithinMs = 10_000;
const soonMs = 1000;

type Told<C extends Channel> =
  | { ok: true; value: ChannelOutputs[C] }
  | { ok: false; failure: { code: string } };

export interface CounterSetting extends WorldOptions {
  /** When the program believes to be started; the true time unless said otherwise. */
  readonly startsAt?: string;
  /** Added to the environment of the program. */
  readonly env?: Readonly<Record<string, string>>;
}

export class Counter {
  readonly world: World;
  /** Outlives the program, so that a test can start it again on what it left. */
  readonly dataFolder: string;
  readonly #clock: DemoClock | undefined;
  readonly #env: Readonly<Record<string, string>>;
  #mode: 'profile' | 'training' | 'work' = 'profile';
  #launched: LaunchedApp | undefined;
  #window: AppWindow | undefined;

  private constructor(world: World, dataFolder: string, { startsAt, env = {} }: CounterSetting) {
    this.world = world;
    this.dataFolder = dataFolder;
    this.#env = env;
    this.#clock = startsAt === undefined ? undefined : new DemoClock(world.folder, startsAt);
  }

  /** A counter whose page waits for a tap. */
  static async open(options: CounterSetting = {}): Promise<Counter> {
    return (await Counter.prepare(options)).#opened();
  }

  /** The world and the folder, and no program yet. */
  static async prepare(options: CounterSetting = {}): Promise<Counter> {
    const world = await openWorld({ ...options, counter: { timing: 'instant', ...options.counter } });
    return new Counter(world, await mkdtemp(join(tmpdir(), 'ketuk-visits-')), options);
  }

  /** A counter in practice mode, which brings its own world; nothing of the one outside is used. */
  static async practise(): Promise<Counter> {
    const counter = await Counter.prepare();
    counter.#mode = 'training';
    return counter.#opened();
  }

  /** A computer on which nothing was set up yet, with the program at its first page. */
  static async unpack(options: CounterSetting = {}): Promise<Counter> {
    const counter = await Counter.prepare(options);
    counter.#mode = 'work';
    try {
      await counter.start();
    } catch (error) {
      await counter.close();
      throw error;
    }
    return counter;
  }

  async #opened(): Promise<this> {
    try {
      await this.start();
      await this.window.untilState('READY');
    } catch (error) {
      await this.close();
      throw error;
    }
    return this;
  }

  get flags(): readonly string[] {
    if (this.#mode === 'training') return ['--training', '--page=loket'];
    if (this.#mode === 'work') return ['--work'];
    const { profile, passphraseFile } = this.world;
    return [`--profile=${profile}`, `--passphrase-file=${passphraseFile}`, '--page=loket'];
  }

  async start(): Promise<void> {
    this.#launched = await launchApp({
      userData: this.dataFolder,
      flags: this.flags,
      ...this.#clock?.launch,
      env: { ...this.#env, ...this.#clock?.launch.env },
    });
    this.#window = new AppWindow(this.#launched.app);
  }

  /** Ends the program as a person does. */
  async stop(): Promise<void> {
    await this.#launched?.close();
    this.#launched = undefined;
  }

  /** Ends the program as a power cut does, and waits until nothing of it is left. */
  async kill(): Promise<void> {
    const pids = this.pids();
    const [main] = pids;
    if (main === undefined) throw new Error('the program is not open');
    process.kill(main, 'SIGKILL');
    this.#launched = undefined;
    const end = Date.now() + endedWithinMs;
    while (pids.some((pid) => existsSync(`/proc/${pid}/exe`))) {
      if (Date.now() > end) throw new Error('a process of the program outlives it');
      await pause();
    }
  }

  async close(): Promise<void> {
    await this.stop();
    await this.world.close();
    await rm(this.dataFolder, { recursive: true, force: true, maxRetries: 5 });
  }

  /** Of a counter that was opened at a time of its own. */
  get clock(): DemoClock {
    if (this.#clock === undefined) throw new Error('the counter goes by the true time');
    return this.#clock;
  }

  get app(): LaunchedApp['app'] {
    if (this.#launched === undefined) throw new Error('the program is not open');
    return this.#launched.app;
  }

  get window(): AppWindow {
    if (this.#window === undefined) throw new Error('the program is not open');
    return this.#window;
  }

  /** Main first, then everything it started. */
  pids(): number[] {
    const pid = this.#launched?.app.process().pid;
    return pid === undefined ? [] : processTree(pid);
  }

  /** Visit, sender and record processes. */
  helpers(): number[] {
    return this.pids().filter((pid) => commandOf(pid).includes('NodeService'));
  }

  // -------------------------------------------------------------------------------------------------------------- the visit

  lay(resident: Resident = sampleResident('R1'), options: CardOptions = {}): void {
    this.world.counter.cardSlot.insert(createCard(resident, options));
  }

  lift(): void {
    this.world.counter.cardSlot.remove();
  }

  /**
   * A tap that is read. Two taps within five seconds wait for each other.
   */
  tap(resident?: Resident, options?: CardOptions): Promise<void> {
    return this.layUntil(
      'the card is read',
      "document.body.dataset.visitState === 'CARD_READ'",
      resident,
      options,
    );
  }

  /**
   * Lays a card and waits for what comes of it. Where the last one was lifted quicker than the card service looks, the page takes the new
   * one for the old one and asks for it to be lifted: then it is laid again, as a person would.
   */
  async layUntil(
    what: string,
    expression: string,
    resident?: Resident,
    options?: CardOptions,
  ): Promise<void> {
    const { window } = this;
    const askedToLift = `document.body.innerText.includes('${liftFirst}')`;
    this.lay(resident, options);
    await window.until(`${what}, or it is to be lifted`, `${expression} || ${askedToLift}`);
    if (await window.run<boolean>(askedToLift)) {
      this.lift();
      await window.until('the card is lifted', `!${askedToLift}`);
      this.lay(resident, options);
    }
    // Also where it was asked for a moment only: the page has seen meanwhile that the last card is gone.
    await window.until(what, expression);
  }

  /** A tap whose holder is confirmed by the photo, up to the answer. */
  async tapUntil(state: string, resident?: Resident): Promise<void> {
    await this.tap(resident);
    await this.window.press('s');
    await this.window.untilState(state);
  }

  /** From a match to the last screen before saving. Gives the keys that were pressed. */
  async answerConsent(answer: 's' | 't'): Promise<string[]> {
    const { window } = this;
    await window.press('Enter');
    await window.untilState('CONSENT_ASKED');
    await window.press(answer);
    await window.untilText(answer === 's' ? 'Bapak/Ibu menyetujui' : 'Bapak/Ibu tidak menyetujui');
    await window.press('Enter');
    await window.untilState(answer === 's' ? 'CONSENT_GRANTED' : 'CONSENT_REFUSED');
    await window.untilText('Catat layanan');
    return ['Enter', answer, 'Enter'];
  }

  /** Ends whatever is on the screen as an officer would, and lifts the card, until the counter waits for a tap. */
  async next(): Promise<void> {
    this.lift();
    const end = Date.now() + patienceMs;
    while (Date.now() < end) {
      const at = await this.#where();
      if (at === 'READY') return;
      if (at === 'beranda') await this.#backToCounter();
      else if (at === 'open') await this.#endVisit();
      else await pause();
    }
    await this.window.untilState('READY', 1);
  }

  async #where(): Promise<'READY' | 'beranda' | 'open' | 'between'> {
    try {
      const { host, state } = await this.window.run<{ host: string; state: string }>(
        "({ host: location.host, state: document.body.dataset.visitState ?? '' })",
        soonMs,
      );
      if (host === 'beranda') return 'beranda';
      if (state === 'READY') return 'READY';
      return state === '' || state.startsWith('CLOSED') || state === 'CANCELLED' ? 'between' : 'open';
    } catch {
      // Between two pages there is nothing to ask.
      return 'between';
    }
  }

  async #endVisit(): Promise<void> {
    await this.window.press('Escape');
    const asked = this.window.untilText('Tutup kunjungan ini?', 500).then(
      () => true,
      () => false,
    );
    if (await asked) await this.window.press('Enter');
  }

  // ------------------------------------------------------------------------------------------------------- what home tells

  /** What main answers to the page on screen; a refusal is an error. */
  async told<C extends Channel>(channel: C, input?: ChannelInput<C>): Promise<ChannelOutputs[C]> {
    const answer = await this.window.ask<Told<C>>(channel, input);
    if (!answer.ok) throw new Error(`${channel}: ${answer.failure.code}`);
    return answer.value;
  }

  /** Of a counter where somebody is signed in. */
  async home(): Promise<OpenHome> {
    const home = await this.told('home.state');
    if (home.gate !== 'OPEN') throw new Error(`home is shut: ${home.gate}`);
    return home;
  }

  async untilHome(what: string, holds: (home: OpenHome) => boolean, ms = patienceMs): Promise<OpenHome> {
    const end = Date.now() + ms;
    for (;;) {
      const home = await this.home();
      if (holds(home)) return home;
      if (Date.now() > end) throw new Error(`waited in vain until ${what}`);
      await pause();
    }
  }

  /** Leaves the waiting counter for the home page, looks, and comes back. */
  async atHome<T>(look: () => Promise<T>): Promise<T> {
    await this.window.press('Escape');
    await this.window.until(
      'home is on screen',
      "location.host === 'beranda' && document.querySelector('h1')",
    );
    const seen = await look();
    await this.#backToCounter();
    return seen;
  }

  async #backToCounter(): Promise<void> {
    await this.window.run("void window.ketuk.invoke('counter.open')");
    await this.window.untilState('READY');
  }

  /** Everything the lists of home hold; the log is read by who may read it. */
  lists() {
    return this.atHome(async () => ({
      home: await this.home(),
      outbox: await this.told('outbox.list', { limit: 200 }),
      kept: await this.told('kept.list', { limit: 200 }),
      audit: await this.as('misal-lestari', () => this.told('audit.list', { limit: 200 })),
    }));
  }

  /** At home: lets one of the sample people sit down, do something, and make room for the officer again. */
  async as<T>(personId: string, work: () => Promise<T>): Promise<T> {
    await this.told('session.practise', { personId });
    try {
      return await work();
    } finally {
      await this.told('session.practise', { personId: officer });
    }
  }

  /** Waits until nothing is owed any more. */
  async untilSent(): Promise<void> {
    await this.untilHome('everything is sent', ({ outbox }) => outbox.waiting === 0);
  }
}

function pause(ms = 25): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

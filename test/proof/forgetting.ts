/**
 * The proof of forgetting: real Electron, real `pcscd`, random residents and endings. After every visit the memory of every
 * process of the program and every byte of its folders is searched for the resident. That the search can find anything is
 * shown as well: in the middle of a visit it must find the resident in the two processes that may know them, and in no other.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCard, type Resident } from '../../simulator/index.ts';
import { type LaunchedApp, launchApp } from '../electron/launch.ts';
import { untilCards } from '../support/card-service.ts';
import { PlayedPrinter } from '../support/printer.ts';
import { AppWindow } from '../support/window.ts';
import { knownToGateway, openWorld, type World } from '../support/world.ts';
import type { Campaign, Verdict } from './campaign.ts';
import {
  commandOf,
  type Needle,
  needlesOf,
  processTree,
  scanFolder,
  scanProcess,
  type Trace,
} from './memory-scan.ts';
import { showThatSearchFinds } from './mid-visit.ts';
import { stranger } from './stranger.ts';

const endings = [
  'served, kept with consent',
  'served, consent refused',
  'data differs',
  'card torn out',
  'visit process crashed',
  'window closed',
] as const;
type Ending = (typeof endings)[number];

interface Case {
  readonly visit: number;
  readonly seed: number;
  readonly ending: Ending;
  readonly trace: Trace;
}

export async function proveForgetting({ count, seed, say }: Campaign): Promise<Verdict> {
  const world = await openWorld({
    counter: { timing: 'instant' },
    gateway: { dailyQuota: 1_000_000 },
    change: (file) => ({
      ...file,
      // The quota is not what is tried here, and 200 visits of a campaign are more than a counter's day.
      agreement: { ...file.agreement, quota: { ...file.agreement.quota, pocLetter: 'CONTOH' } },
    }),
  });
  const campaign = new ForgettingCampaign(world, say);
  try {
    await campaign.open();
    for (let visit = 1; visit <= count; visit += 1) {
      const ending = endings[(visit - 1) % endings.length] ?? 'served, kept with consent';
      const traces = await campaign.visit(visit, seed * 1_000_003 + visit, ending);
      say(`visit ${visit}/${count}: ${ending}: ${traces === 0 ? 'forgotten' : `${traces} traces`}`);
      for (const { trace } of campaign.found.slice(-traces || campaign.found.length))
        say(`  ${JSON.stringify(trace)}`);
    }
  } finally {
    await campaign.close();
    await world.close();
  }
  const [smallest] = [...campaign.found].sort((a, b) => a.visit - b.visit);
  if (smallest !== undefined) {
    const { where, needle, place } = smallest.trace;
    say(
      `smallest case: --seed ${seed} visit ${smallest.visit} (${smallest.ending}): ${needle} in ${where}, ${place}`,
    );
  }
  return {
    held: campaign.found.length === 0,
    figures: { visits: count, traces: campaign.found.length },
  };
}

class ForgettingCampaign {
  readonly found: Case[] = [];
  readonly #world: World;
  readonly #say: Campaign['say'];
  #launched: LaunchedApp | undefined;
  #window: AppWindow | undefined;
  #dataFolder = '';
  /** The program's own folder for temporary files, so that it can be searched without the machine's other files. */
  #temporary = '';
  #printer: PlayedPrinter | undefined;

  constructor(world: World, say: Campaign['say']) {
    this.#world = world;
    this.#say = say;
  }

  async open(): Promise<void> {
    this.#dataFolder ||= await mkdtemp(join(tmpdir(), 'ketuk-proof-data-'));
    this.#temporary ||= await mkdtemp(join(tmpdir(), 'ketuk-proof-tmp-'));
    this.#printer ??= new PlayedPrinter();
    this.#launched = await launchApp({
      userData: this.#dataFolder,
      env: { TMPDIR: this.#temporary, ...this.#printer.env },
      flags: [
        `--profile=${this.#world.profile}`,
        `--passphrase-file=${this.#world.passphraseFile}`,
        '--page=loket',
      ],
    });
    this.#window = new AppWindow(this.#launched.app);
    await this.#window.untilState('READY');
  }

  async close(): Promise<void> {
    await this.#launched?.close();
    await rm(this.#dataFolder, { recursive: true, force: true });
    await rm(this.#temporary, { recursive: true, force: true });
    this.#printer?.remove();
  }

  /** One visit with this ending; gives the number of traces it left. */
  async visit(visit: number, seed: number, ending: Ending): Promise<number> {
    const resident = stranger(seed);
    knownToGateway(
      this.#world.gateway,
      ending === 'data differs' ? { ...resident, address: 'JL. LAIN NO. 9' } : resident,
    );
    const needles = needlesOf(
      { NIK: resident.nik, name: resident.name, address: resident.address },
      resident.photo,
    );
    const { cardSlot } = this.#world.counter;
    if (ending === 'card torn out') cardSlot.tearAt(8 + (seed % 10));
    cardSlot.insert(createCard(resident));
    await this.#end(ending, resident, needles, visit === 1);
    cardSlot.remove();
    await untilCards(1);
    await this.#settled(ending);
    const traces = this.#search(needles);
    this.found.push(...traces.map((trace) => ({ visit, seed, ending, trace })));
    if (ending === 'window closed') await this.open();
    this.#world.gateway.removeResident(resident.nik);
    return traces.length;
  }

  async #end(
    ending: Ending,
    resident: Resident,
    needles: readonly Needle[],
    control: boolean,
  ): Promise<void> {
    const window = this.#ofOpenWindow();
    if (ending === 'card torn out') {
      await window.untilText('Untuk petugas TI');
      await window.press('Escape');
      await this.#keyUntil('Enter', 'READY');
      return;
    }
    await this.#untilRead(resident);
    if (control) showThatSearchFinds(needles, this.#pids());
    if (ending === 'visit process crashed') {
      process.kill(this.#visitProcess(), 'SIGKILL');
      await window.untilState('READY');
      return;
    }
    if (ending === 'window closed') {
      await this.#closeWindow();
      return;
    }
    await window.press('s');
    if (ending === 'data differs') {
      await window.untilState('RESULT_MISMATCH');
      await window.press('Escape');
      await this.#keyUntil('Enter', 'READY');
      return;
    }
    await window.untilState('RESULT_MATCH');
    await this.#keyUntil('Enter', 'CONSENT_ASKED');
    await window.press(ending === 'served, kept with consent' ? 's' : 't');
    if (ending === 'served, kept with consent') {
      await window.untilText('Bapak/Ibu menyetujui');
      await window.press('c');
      await window.untilText('Bukti telah dikirim ke printer');
    }
    await this.#keyUntil('Enter', 'READY');
  }

  /** Waits for the read; when it fails the card is lifted and laid down again, as the screen asks for. */
  async #untilRead(resident: Resident): Promise<void> {
    const window = this.#ofOpenWindow();
    const { cardSlot } = this.#world.counter;
    for (let tries = 1; tries < 4; tries += 1) {
      const read = await window.untilState('CARD_READ', 10_000).then(
        () => true,
        () => false,
      );
      if (read) return;
      const code = await window.run<string>(
        "/[A-Z]+(_[A-Z]+)+/.exec(document.body.innerText)?.[0] ?? 'no reason'",
      );
      this.#say(`  read again: ${code}`);
      cardSlot.remove();
      await untilCards(1);
      cardSlot.insert(createCard(resident));
    }
    await window.untilState('CARD_READ');
  }

  /** As a person closes it, in the middle of a visit; the program ends with its window. */
  async #closeWindow(): Promise<void> {
    const pids = this.#pids();
    await this.#launched?.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    this.#launched = undefined;
    const end = Date.now() + 15_000;
    while (pids.some((pid) => existsSync(`/proc/${pid}`))) {
      if (Date.now() > end) throw new Error('the program goes on after its window was closed');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Presses a key again and again until the visit is where it should be: screens between take one press each. */
  async #keyUntil(key: string, state: string): Promise<void> {
    const window = this.#ofOpenWindow();
    for (let tries = 0; tries < 20; tries += 1) {
      await window.press(key);
      const reached = await window.untilState(state, 400).then(
        () => true,
        () => false,
      );
      if (reached) return;
    }
    await window.untilState(state, 1);
  }

  /** Waits until what must end has ended: the sender has sent, and no process of the visit is left. */
  async #settled(ending: Ending): Promise<void> {
    if (ending === 'window closed') return;
    const window = this.#ofOpenWindow();
    await window.untilState('READY');
    const end = Date.now() + 15_000;
    while (Date.now() < end) {
      const home = await window.ask<{ value: { outbox: { waiting: number } } }>('home.state');
      if (home.value.outbox.waiting === 0 && this.#helpers().length === 1 && this.#renderers() === 1) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  #search(needles: readonly Needle[]): Trace[] {
    const pids = this.#pids();
    return [
      ...pids.flatMap((pid) => scanProcess(pid, needles)),
      ...scanFolder(this.#dataFolder, needles),
      ...scanFolder(this.#temporary, needles),
    ];
  }

  #pids(): number[] {
    const pid = this.#launched?.app.process().pid;
    return pid === undefined ? [] : processTree(pid);
  }

  #helpers(): number[] {
    return this.#pids().filter((pid) => commandOf(pid).includes('NodeService'));
  }

  #renderers(): number {
    return this.#pids().filter((pid) => commandOf(pid) === 'renderer').length;
  }

  #visitProcess(): number {
    const [pid] = this.#helpers();
    if (pid === undefined) throw new Error('there is no visit process');
    return pid;
  }

  #ofOpenWindow(): AppWindow {
    if (this.#window === undefined) throw new Error('the program is not open');
    return this.#window;
  }
}

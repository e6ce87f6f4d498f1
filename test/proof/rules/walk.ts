/**
 * One walk: the whole program but its windows, a resident's cards, a gateway and a clock; what happens in it is a list of steps, and
 * after every one it is asked what should not be so.
 */
import { rm } from 'node:fs/promises';
import type { ConnectionProfile, VisitBriefing } from '../../../electron/contract/index.ts';
import { ok } from '../../../native/failure.ts';
import { createCard, type Resident, SimulatedCounter, type VariantName } from '../../../simulator/index.ts';
import { BookRules, whyNotOnDisk } from './book-rules.ts';
import { WalkClock } from './clock.ts';
import { FullDisk } from './full-disk.ts';
import { Onlooker } from './onlooker.ts';
import { PatientGateway } from './patient-gateway.ts';
import { type Program, startProgram } from './program.ts';
import { firstMorning } from './seeded-office.ts';

export interface Surroundings {
  readonly connection: (counter: SimulatedCounter) => ConnectionProfile;
  /** Copies the office in which every walk begins; gives the folder. */
  readonly office: () => Promise<string>;
  /** What a walk came to, so that it is known what was tried at all. */
  readonly reached: (what: string) => void;
}

/** Of the computer's own time: longer than any time-out of the client. */
const hangsMs = 20_000;

export class Walk {
  readonly clock = new WalkClock(firstMorning);
  readonly counter = new SimulatedCounter();
  readonly gateway = new PatientGateway(this.clock);
  readonly disk = new FullDisk();
  readonly onlooker: Onlooker;
  /** Nothing is left undone that the clock or a full disk owes. */
  isSettled = true;
  #program: Program | undefined;
  readonly #books = new BookRules();
  readonly #folder: string;
  readonly #connection: ConnectionProfile;

  private constructor(folder: string, surroundings: Surroundings) {
    this.#folder = folder;
    this.onlooker = new Onlooker(this.clock.now, surroundings.reached);
    this.counter.cardSlot.remove();
    this.#connection = surroundings.connection(this.counter);
  }

  static async begin(surroundings: Surroundings): Promise<Walk> {
    const walk = new Walk(await surroundings.office(), surroundings);
    await walk.start();
    return walk;
  }

  get program(): Program {
    if (this.#program === undefined) throw new Error('the program does not run');
    return this.#program;
  }

  async start(): Promise<void> {
    this.#program = await startProgram(this.#folder, {
      clock: this.clock,
      slots: [this.counter.cardSlot, this.counter.samSlot],
      outside: (briefing) => this.#outside(briefing),
      witness: this.onlooker,
      connection: () => this.#connection,
      deliver: async () => [{ kind: 'ACKNOWLEDGED', duplicate: false, ms: 1 }],
      openRecord: (order) => this.onlooker.opensRecord(order),
    });
    this.disk.under(this.#program.installation.store);
    this.look();
    await this.settle();
  }

  async stop(): Promise<void> {
    this.disk.fails(0);
    this.gateway.wait(false);
    this.clock.pass(5000);
    let stopped = false;
    void this.program.stop().then(() => {
      stopped = true;
    });
    // Whoever hangs at the end is ended a few seconds later.
    for (let turn = 0; turn < 10 && !stopped; turn += 1) {
      await this.settle();
      this.clock.pass(1000);
    }
    await this.settle();
    if (!stopped) throw new Error('the program does not end');
    this.#program = undefined;
    this.clock.forget();
    this.onlooker.model.startedAnew();
    this.onlooker.wrong.push(...whyNotOnDisk(this.#folder));
  }

  async end(): Promise<void> {
    await this.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }

  laysDown(resident: Resident, variant?: VariantName, tearAt?: number): void {
    this.onlooker.onCard = resident.nik;
    this.counter.cardSlot.insert(createCard(resident, variant === undefined ? {} : { variant }));
    if (tearAt !== undefined) this.counter.cardSlot.tearAt(tearAt);
  }

  /** Until nothing moves any more; the clock stands still meanwhile. */
  async settle(): Promise<void> {
    const since = performance.now();
    for (let quiet = 0; quiet < 3; quiet = this.gateway.isBusy ? 0 : quiet + 1) {
      await new Promise((resolve) => setImmediate(resolve));
      if (performance.now() - since > hangsMs) throw new Error('the gateway does not answer');
    }
  }

  /** Gives whether everything that is due has been done. */
  look(): boolean {
    const tookAll = !this.disk.isFull;
    this.program.lookAtTheClock();
    const believed = this.program.desk.clockFailure() === undefined;
    return tookAll && !this.disk.isFull && this.onlooker.model.seen(this.clock.now(), believed);
  }

  check(): void {
    const settled = this.isSettled;
    const known = {
      kept: this.onlooker.kept,
      recorded: this.onlooker.recorded,
      permits: this.onlooker.permits,
      settled,
      now: this.clock.now(),
    };
    this.onlooker.wrong.push(
      ...this.#books.whyNot(this.program.installation, known),
      ...(settled ? this.onlooker.whyStillShown() : []),
    );
  }

  #outside(briefing: VisitBriefing) {
    const inquirer = this.gateway.inquirer(briefing, (nik, answer) =>
      this.onlooker.wasAnswered(briefing, nik, answer),
    );
    return {
      clock: this.clock,
      printer: { print: async () => ok(undefined) },
      ...(inquirer === undefined ? {} : { inquirer }),
    };
  }
}

/**
 * The proof of the day: four hours of an office, compressed, in real Electron with a real `pcscd` and the simulated Dukcapil, unattended.
 * Afterwards every duty of the day is met or stands where somebody sees it, nobody who came is remembered, and the program has not grown.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CounterFile } from '../../../electron/contract/index.ts';
import { Counter } from '../../support/counter.ts';
import { PlayedPrinter } from '../../support/printer.ts';
import type { Campaign, Verdict } from '../campaign.ts';
import type { Trace } from '../memory-scan.ts';
import { showThatSearchFinds } from '../mid-visit.ts';
import { booksLeftIn } from './books.ts';
import type { Entry } from './diary.ts';
import { agendaOf, shownAtEvening } from './evening.ts';
import { entrustWithStop } from './incident.ts';
import { type Ledgers, lostIn } from './ledgers.ts';
import { growthOf, mostPerCent, type Sample, sampled } from './memory.ts';
import { receive } from './office.ts';
import { type Befalling, type Day, dayOpens, planDay, type Visit } from './plan.ts';
import { type Observed, reportOf } from './report.ts';
import { needlesFor, tracesOf } from './traces.ts';
import { befall } from './troubles.ts';

const impatienceMs = 1000;
/** Longer than anything takes on a computer with other things to do. */
const patienceMs = 180_000;
/** What follows from one fault is told as well, and not without end. */
const mostTold = 12;

export async function proveDay({ count, seed, say }: Campaign): Promise<Verdict> {
  const day = planDay(seed, count);
  const temporary = await mkdtemp(join(tmpdir(), 'ketuk-proof-day-'));
  const printer = new PlayedPrinter();
  try {
    const observed = await openDay(day, temporary, printer, say);
    return verdictOf(observed, say);
  } finally {
    printer.remove();
    await rm(temporary, { recursive: true, force: true });
  }
}

async function openDay(
  day: Day,
  temporary: string,
  printer: PlayedPrinter,
  say: Campaign['say'],
): Promise<Observed> {
  let counter: Counter | undefined;
  counter = await Counter.open({
    startsAt: dayOpens,
    env: { TMPDIR: temporary, ...printer.env },
    gateway: { dailyQuota: 1_000_000, now: () => counter?.clock.now() ?? Date.now() },
    change: (file) => impatient(withQuota(file, day.dailyHits)),
  });
  try {
    return await new DayAtCounter(counter, day, temporary, say).lived();
  } finally {
    await counter.close();
  }
}

function withQuota({ agreement, connection }: CounterFile, dailyHits: number): CounterFile {
  return { agreement: { ...agreement, quota: { ...agreement.quota, dailyHits } }, connection };
}

/** Whoever is silent is taken for silent sooner than at a real counter. */
function impatient({ agreement, connection: { gateway, dataBalikan, ...rest } }: CounterFile): CounterFile {
  const timeoutMs = impatienceMs;
  return {
    agreement,
    connection: {
      ...rest,
      ...(gateway === undefined ? {} : { gateway: { ...gateway, timeoutMs } }),
      ...(dataBalikan === undefined ? {} : { dataBalikan: { ...dataBalikan, timeoutMs } }),
    },
  };
}

class DayAtCounter {
  readonly #counter: Counter;
  readonly #day: Day;
  readonly #temporary: string;
  readonly #say: Campaign['say'];
  readonly #diary: Entry[] = [];
  readonly #samples: Sample[] = [];
  readonly #traces: Trace[] = [];
  #lives = 1;

  constructor(counter: Counter, day: Day, temporary: string, say: Campaign['say']) {
    this.#counter = counter;
    this.#day = day;
    this.#temporary = temporary;
    this.#say = say;
  }

  async lived(): Promise<Observed> {
    const began = Date.now();
    const counter = this.#counter;
    await entrustWithStop(counter);
    const morning = await counter.atHome(() => agendaOf(counter));
    for (const happening of this.#day.happenings) {
      if (happening.kind === 'visit') {
        await inTime(this.#visit(happening), `visit ${happening.no} (${happening.ending})`);
      } else await inTime(this.#befall(happening), happening.trouble);
    }
    const ledgers = await this.#closed(morning.map(({ key }) => key));
    const seconds = Math.round((Date.now() - began) / 1000);
    return { ledgers, samples: this.#samples, traces: this.#traces, seconds };
  }

  async #befall(befalling: Befalling): Promise<void> {
    const how = befalling.trouble.endsWith('fails') ? ` (${befalling.how})` : '';
    this.#say(`between: ${befalling.trouble}${how}`);
    await befall[befalling.trouble](this.#counter, befalling);
  }

  async #visit(visit: Visit): Promise<void> {
    const { clock } = this.#counter;
    const at = Date.parse(dayOpens) + visit.at * 1000;
    if (clock.now() < at) clock.set(new Date(at).toISOString());
    const entry = await receive(this.#counter, visit, (resident) => {
      if (visit.no === 1) showThatSearchFinds(needlesFor({ no: visit.no, resident }), this.#counter.pids());
    });
    this.#diary.push(entry);
    const isCut = visit.ending.startsWith('power cut');
    if (isCut) this.#lives += 1;
    this.#samples.push(await sampled(this.#counter, this.#lives));
    // Once an hour somebody takes the memory of the computer and its disk away.
    const hour = Math.ceil(this.#day.visits / 4);
    if (visit.no % hour === 0 || isCut) this.#search();
    const met = entry.met.length === 0 ? '' : ` (${entry.met.join(', ')})`;
    this.#say(`visit ${visit.no}/${this.#day.visits}: ${visit.ending}: ${entry.final}${met}`);
  }

  #search(): void {
    const folders = [this.#counter.dataFolder, this.#temporary];
    const found = tracesOf(this.#diary, this.#counter.pids(), folders);
    for (const trace of found) this.#say(`  ${JSON.stringify(trace)}`);
    this.#traces.push(...found);
  }

  async #closed(morning: readonly string[]): Promise<Ledgers> {
    const counter = this.#counter;
    const { gateway } = counter.world;
    const shown = await counter.atHome(() => shownAtEvening(counter));
    this.#search();
    await counter.stop();
    this.#search();
    return {
      diary: this.#diary,
      books: await booksLeftIn(counter.dataFolder),
      shown,
      morning,
      dukcapil: { ledger: gateway.ledger(), asked: gateway.journal('lookup').length },
      dailyHits: this.#day.dailyHits,
    };
  }
}

/** A day that hangs has failed, and nobody sits there to see it. */
async function inTime<T>(work: Promise<T>, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('it does not come to an end')), patienceMs);
  });
  try {
    return await Promise.race([work, late]);
  } catch (error) {
    throw new Error(`smallest case: ${what}`, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

function verdictOf(observed: Observed, say: Campaign['say']): Verdict {
  const { ledgers, traces } = observed;
  const { diary } = ledgers;
  const lost = lostIn(ledgers);
  const growth = growthOf(observed.samples);
  for (const line of reportOf(observed, growth)) say(line);
  const byVisit = [...lost].sort((a, b) => (a.visit ?? Infinity) - (b.visit ?? Infinity));
  for (const [index, { visit, what }] of byVisit.slice(0, mostTold).entries()) {
    const of = diary.find(({ no }) => no === visit);
    const where = of === undefined ? 'the day' : `visit ${of.no} (${of.ending})`;
    say(`${index === 0 ? 'smallest case' : 'also'}: ${where}: ${what}`);
  }
  const [trace] = traces;
  if (trace !== undefined) say(`smallest case: ${trace.needle} in ${trace.where}, ${trace.place}`);
  const isGrown = growth !== undefined && Math.max(growth.ofMain, growth.ofAll) > mostPerCent;
  if (isGrown) say(`the program has grown by more than ${mostPerCent} per cent`);
  return {
    held: lost.length === 0 && traces.length === 0 && !isGrown,
    figures: { visits: diary.length, dutiesLost: lost.length, traces: traces.length },
  };
}

/**
 * `npm run bench -- [--json] [--only apdu,read,…] [--check]`: measures what the design promises about speed and memory, inside the
 * private namespace. With `--json` the closing line on standard output is one JSON object and everything else goes to standard
 * error; without it there is a table. Exit code 0: measured; 1: something could not be measured; 2: nobody knows that
 * argument; 3: measured, and with `--check` a promise was missed.
 */
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { measureApdu } from './apdu.ts';
import { measureAudit } from './audit.ts';
import { CannotMeasure } from './cannot-measure.ts';
import { measureDesk } from './desk.ts';
import { measureDocument } from './document.ts';
import {
  type Figure,
  figureNames,
  figures,
  type Measured,
  missed,
  PARTS,
  type Part,
  rounded,
} from './figures.ts';
import { measureMemory } from './memory.ts';
import { measureMillion } from './million.ts';
import { measureOutbox } from './outbox.ts';
import { measureRead } from './read.ts';
import { measureRenderer } from './renderer.ts';
import { measureStart } from './start.ts';

const measures: Record<Part, () => Promise<Measured>> = {
  apdu: measureApdu,
  read: measureRead,
  start: measureStart,
  memory: measureMemory,
  desk: measureDesk,
  outbox: measureOutbox,
  million: measureMillion,
  audit: measureAudit,
  renderer: measureRenderer,
  document: measureDocument,
};

process.exitCode = await run(process.argv.slice(2));

async function run(args: readonly string[]): Promise<number> {
  const settings = readSettings(args);
  if (typeof settings === 'string') {
    process.stderr.write(
      `${settings}\nusage: npm run bench -- [--json] [--only ${PARTS.join(',')}] [--check]\n`,
    );
    return 2;
  }
  const all: { figures: Measured['figures']; raw: Record<string, number> } = { figures: {}, raw: {} };
  const notMeasured: Partial<Record<Part, string>> = {};
  noteBusyMachine(all.raw);
  for (const part of settings.parts) {
    process.stderr.write(`bench: measuring ${part}\n`);
    const measured = await attempt(part);
    if (typeof measured === 'string') {
      notMeasured[part] = measured;
      process.stderr.write(`bench: ${part} could not be measured: ${measured}\n`);
    } else {
      Object.assign(all.figures, measured.figures);
      Object.assign(all.raw, measured.raw);
    }
  }
  const late = missed(all.figures);
  process.stdout.write(settings.json ? jsonLine(all, late, notMeasured) : table(all, late));
  if (Object.keys(notMeasured).length > 0) return 1;
  return settings.check && late.length > 0 ? 3 : 0;
}

/** Figures taken beside other work are worse than the program; who reads them should know. */
function noteBusyMachine(raw: Record<string, number>): void {
  const processors = availableParallelism();
  const load = loadavg()[0] ?? 0;
  raw['machine.processors'] = processors;
  raw['machine.loadBefore'] = load;
  if (load > processors / 2) {
    process.stderr.write(
      `bench: this machine is busy (load ${load.toFixed(1)} on ${processors} processors)\n`,
    );
  }
}

async function attempt(part: Part): Promise<Measured | string> {
  try {
    return await measures[part]();
  } catch (error) {
    if (error instanceof CannotMeasure) return error.message;
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    return 'the measurement itself failed; see above';
  }
}

function jsonLine(
  all: Measured,
  late: readonly string[],
  notMeasured: Partial<Record<Part, string>>,
): string {
  const values = figureNames().flatMap((name) => {
    const value = all.figures[name];
    return value === undefined ? [] : [[name, rounded(value, figures[name].digits)]];
  });
  const raw = Object.entries(all.raw).map(([name, value]) => [name, rounded(value, 3)]);
  const line = { ...Object.fromEntries(values), raw: Object.fromEntries(raw), missed: late, notMeasured };
  return `${JSON.stringify(line)}\n`;
}

function table(all: Measured, late: readonly string[]): string {
  const rows = figureNames().flatMap((name) => {
    const value = all.figures[name];
    if (value === undefined) return [];
    const figure: Figure = figures[name];
    const mark = late.includes(name) ? '!' : ' ';
    const shown = value.toFixed(figure.digits).padStart(9);
    return [`${mark} ${name.padEnd(32)}${shown}  ${reach(figure).padEnd(8)} ${figure.meaning}\n`];
  });
  const raw = Object.entries(all.raw).map(([name, value]) => `  ${name.padEnd(42)}${rounded(value, 3)}\n`);
  return [...rows, '\n', ...raw].join('');
}

function reach({ atMost, atLeast }: Figure): string {
  if (atMost !== undefined) return `≤ ${atMost}`;
  return atLeast === undefined ? '' : `≥ ${atLeast}`;
}

function readSettings(args: readonly string[]) {
  const flags = { json: { type: 'boolean' }, check: { type: 'boolean' }, only: { type: 'string' } } as const;
  try {
    const { json = false, check = false, only } = parseArgs({ args: [...args], options: flags }).values;
    const names = only?.split(',') ?? [...PARTS];
    const unknown = names.find((name) => !isPart(name));
    return unknown === undefined ? { json, check, parts: names.filter(isPart) } : `no such part: ${unknown}`;
  } catch (error) {
    // parseArgs throws for what it does not know; its message names the flag.
    return error instanceof Error ? error.message : String(error);
  }
}

function isPart(name: string): name is Part {
  return PARTS.some((part) => part === name);
}

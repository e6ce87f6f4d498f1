/**
 * `npm run simulate -- card`: puts a card and a SAM into the virtual reader of a running `pcscd`, says in one JSON line how to open
 * the SAM, obeys the lines on its standard input, and ends with it.
 */
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { toHex } from './bytes.ts';
import { isVariantName, samAtr, VARIANT_NAMES } from './card/index.ts';
import { type CounterOptions, findResident, SimulatedCounter } from './counter.ts';
import type { Device } from './device.ts';
import { TIMING_PROFILES } from './timing.ts';
import { attachToVpcd, type VpcdAttachment } from './vpcd/index.ts';

interface Streams {
  readonly input: Readable;
  readonly output: Writable;
  readonly errors: Writable;
}

const usage = `card [--resident R1…R5|X<seed>] [--type A|B] [--cc 24|29|51] [--timing ${TIMING_PROFILES.join('|')}]
     [--card-port 35963] [--sam-port 35964] [--variant NAME] [--institution LABEL] [--uid-form DD|DF] [--key-length 16|24]
lines on standard input: remove, insert, tear N, sam-remove, sam-insert, sam own|other|locked, resident ID, variant NAME|none,
     trouble none|slow|silent|noisy, sam-trouble none|slow|silent|noisy
variants: ${VARIANT_NAMES.join(', ')}
`;

/** Returns the exit code: 0 after the end of input, 2 for arguments that say nothing and for a `pcscd` that is not there. */
export async function runCardCommand(
  args: readonly string[],
  streams: Streams = { input: process.stdin, output: process.stdout, errors: process.stderr },
): Promise<number> {
  const settings = readSettings(args);
  if (typeof settings === 'string') {
    streams.errors.write(`${settings}\nusage: npm run simulate -- ${usage}`);
    return 2;
  }
  const { cardPort, samPort, ...options } = settings;
  const counter = new SimulatedCounter(options);
  const card = counter.insertCard();
  const attached: VpcdAttachment[] = [];
  try {
    attached.push(await attachToVpcd(counter.cardSlot, { port: cardPort }));
    attached.push(await attachToVpcd(counter.samSlot, { port: samPort }));
  } catch (error) {
    for (const attachment of attached) await attachment.close();
    streams.errors.write(
      `${error instanceof Error ? error.message : String(error)}\nIs pcscd running, with the vsmartcard-vpcd driver?\n`,
    );
    return 2;
  }
  try {
    streams.output.write(`${JSON.stringify(announcement(counter, card))}\n`);
    for await (const line of createInterface({ input: streams.input })) {
      const wrong = line.trim() === '' ? undefined : counter.obey(line);
      if (wrong !== undefined) streams.errors.write(`${wrong}\n`);
    }
  } finally {
    for (const attachment of attached) await attachment.close();
  }
  return 0;
}

function announcement({ institution }: SimulatedCounter, card: Device): object {
  return {
    ready: true,
    pcid: toHex(institution.pcid),
    conf: toHex(institution.conf),
    samUid: toHex(institution.samUid),
    atr: { card: toHex(card.atr), sam: toHex(samAtr()) },
  };
}

interface Settings extends CounterOptions {
  readonly cardPort: number;
  readonly samPort: number;
}

/** The settings, or what is wrong with the arguments. */
function readSettings(args: readonly string[]): Settings | string {
  const values = readFlags(args);
  if (typeof values === 'string') return values;
  const type = oneOf(values.type, ['A', 'B'] as const);
  const control = oneOf(Number(values.cc), [24, 29, 51] as const);
  const timing = oneOf(values.timing, TIMING_PROFILES);
  const uidForm = oneOf(values['uid-form'], ['DD', 'DF'] as const);
  const keyLength = oneOf(Number(values['key-length']), [16, 24] as const);
  const cardPort = portOf(values['card-port']);
  const samPort = portOf(values['sam-port']);
  const { variant, resident, institution } = values;
  if (findResident(resident) === undefined) return `no such resident: ${resident}`;
  if (type === undefined) return `--type is A or B, not ${values.type}`;
  if (control === undefined) return `--cc is 24, 29 or 51, not ${values.cc}`;
  if (timing === undefined) return `--timing is one of ${TIMING_PROFILES.join(', ')}, not ${values.timing}`;
  if (uidForm === undefined) return `--uid-form is DD or DF, not ${values['uid-form']}`;
  if (keyLength === undefined) return `--key-length is 16 or 24, not ${values['key-length']}`;
  if (cardPort === undefined || samPort === undefined) return 'a port is a number from 1 to 65535';
  if (variant !== undefined && !isVariantName(variant)) return `no such variant: ${variant}`;
  if (institution === '') return '--institution needs a label';
  return {
    resident,
    institution,
    timing,
    cardPort,
    samPort,
    card: { type, control, uidForm, keyLength },
    ...(variant === undefined ? {} : { variant }),
  };
}

const FLAGS = {
  resident: { type: 'string', default: 'R1' },
  type: { type: 'string', default: 'A' },
  cc: { type: 'string', default: '51' },
  timing: { type: 'string', default: 'instant' },
  'card-port': { type: 'string', default: '35963' },
  'sam-port': { type: 'string', default: '35964' },
  variant: { type: 'string' },
  institution: { type: 'string', default: 'TIRTA-PANGAN' },
  'uid-form': { type: 'string', default: 'DD' },
  'key-length': { type: 'string', default: '16' },
} as const;

function readFlags(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: FLAGS, allowPositionals: false }).values;
  } catch (error) {
    // parseArgs throws for what it does not know; its message names the flag.
    return error instanceof Error ? error.message : String(error);
  }
}

function oneOf<T>(value: unknown, known: readonly T[]): T | undefined {
  return known.find((choice) => choice === value);
}

function portOf(text: string): number | undefined {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return port >= 1 && port <= 65_535 ? port : undefined;
}

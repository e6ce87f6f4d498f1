/**
 * `npm run simulate -- gateway`: starts the gateway, says in one JSON line how to reach it, obeys the lines on its standard input, and
 * ends with it.
 */
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { accessHoursOf } from './clock.ts';
import { runLine } from './command-lines.ts';
import { type GatewayOptions, type SimulatedGateway, startGateway } from './gateway.ts';

interface Streams {
  readonly input: Readable;
  readonly output: Writable;
  readonly errors: Writable;
}

const usage =
  'gateway [--port N] [--seed TEXT] [--grant 003|004] [--quota HITS] [--hours HH:MM-HH:MM] [--latency MS|field] [--aid-types A,B]\n';

/** Returns the exit code: 0 after the end of input, 2 for arguments that say nothing. */
export async function runGatewayCommand(
  args: readonly string[],
  streams: Streams = { input: process.stdin, output: process.stdout, errors: process.stderr },
): Promise<number> {
  const options = readOptions(args);
  if (options === undefined) {
    streams.errors.write(usage);
    return 2;
  }
  const gateway = await startGateway(options);
  try {
    say(streams.output, announcement(gateway));
    for await (const line of createInterface({ input: streams.input })) {
      if (line.trim() !== '') say(streams.output, await runLine(gateway, line));
    }
  } finally {
    await gateway.close();
  }
  return 0;
}

function announcement({ address, consumer }: SimulatedGateway) {
  return { ready: true, ...address, ...consumer };
}

function say(output: Writable, value: object): void {
  output.write(`${JSON.stringify(value)}\n`);
}

function readOptions(args: readonly string[]): GatewayOptions | undefined {
  const values = readArguments(args);
  if (values === undefined) return undefined;
  const { port, seed, grant, quota, latency } = values;
  const hours = values.hours === undefined ? undefined : accessHoursOf(values.hours);
  const refused =
    !isCount(port, 65_532) ||
    !isCount(quota, 1_000_000) ||
    (latency !== 'field' && !isCount(latency, 600_000)) ||
    (grant !== '003' && grant !== '004') ||
    (values.hours !== undefined && hours === undefined);
  if (refused) return undefined;
  const aidTypes = values['aid-types']?.split(',').map((name) => name.trim());
  return {
    port: Number(port),
    dailyQuota: Number(quota),
    latency: latency === 'field' ? latency : Number(latency),
    consumers: [{ grant }],
    ...(seed === undefined ? {} : { seed }),
    ...(hours === undefined ? {} : { accessHours: hours }),
    ...(aidTypes === undefined ? {} : { aidTypes }),
  };
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '0' },
        seed: { type: 'string' },
        grant: { type: 'string', default: '004' },
        quota: { type: 'string', default: '200' },
        hours: { type: 'string' },
        latency: { type: 'string', default: '0' },
        'aid-types': { type: 'string' },
      },
    }).values;
  } catch {
    // parseArgs throws for an unknown option; the answer to that is the usage line.
    return undefined;
  }
}

function isCount(text: string, most: number): boolean {
  return /^[0-9]{1,7}$/.test(text) && Number(text) <= most;
}

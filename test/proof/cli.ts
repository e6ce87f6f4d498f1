/**
 * `npm run proof -- NAME [--count N] [--seed S] [--json]`: a campaign that tries to break one promise, inside the private namespace. It
 * closes with one line (`proof NAME: …`), exits 0 when the promise held, 1 when it was violated – the smallest case is printed
 * before the closing line – and 2 when nobody knows that campaign or the arguments are wrong. With `--json` one JSON object is all of
 * standard output.
 */

import { readArguments } from './arguments.ts';
import { proveAudit } from './audit.ts';
import { type Campaign, closingLine, type Verdict } from './campaign.ts';
import { proveCustody } from './custody/index.ts';
import { proveDay } from './day/index.ts';
import { proveForgetting } from './forgetting.ts';
import { proveOutbox } from './outbox/index.ts';
import { proveRules } from './rules/index.ts';

const campaigns: Readonly<Record<string, { run: (campaign: Campaign) => Promise<Verdict>; count: number }>> =
  {
    audit: { run: proveAudit, count: 1000 },
    custody: { run: proveCustody, count: 1000 },
    day: { run: proveDay, count: 200 },
    forgetting: { run: proveForgetting, count: 12 },
    outbox: { run: proveOutbox, count: 2000 },
    rules: { run: proveRules, count: 200 },
  };

process.exitCode = await main(process.argv.slice(2));

async function main(argv: readonly string[]): Promise<number> {
  const given = readArguments(argv, process.env);
  const campaign =
    given !== undefined && Object.hasOwn(campaigns, given.name) ? campaigns[given.name] : undefined;
  if (given === undefined || campaign === undefined) {
    process.stderr.write(
      `usage: npm run proof -- ${Object.keys(campaigns).join('|')} [--count N] [--seed S] [--json]\n`,
    );
    return 2;
  }
  const { name, seed, json } = given;
  const count = given.count ?? campaign.count;
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  const { held, figures } = await campaign.run({ count, seed, say });
  const line = closingLine(name, figures);
  process.stdout.write(`${json ? JSON.stringify({ name, count, seed, held, ...figures, line }) : line}\n`);
  return held ? 0 : 1;
}

/**
 * `npm run proof -- NAME [--count N] [--seed S]`: a campaign that tries to break one promise, inside the private namespace. It
 * closes with one line (`proof NAME: …`), exits 0 when the promise held, 1 when it was violated – the smallest case is printed
 * before the closing line – and 2 when nobody knows that campaign or the arguments are wrong.
 */

import { readArguments } from './arguments.ts';
import { proveAudit } from './audit.ts';
import type { Campaign, Verdict } from './campaign.ts';
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
  const campaign = given === undefined ? undefined : campaigns[given.name];
  if (given === undefined || campaign === undefined) {
    process.stderr.write(
      `usage: npm run proof -- ${Object.keys(campaigns).join('|')} [--count N] [--seed S]\n`,
    );
    return 2;
  }
  const { held, closing } = await campaign.run({
    count: given.count ?? campaign.count,
    seed: given.seed,
    say: (line) => process.stderr.write(`${line}\n`),
  });
  process.stdout.write(`${closing}\n`);
  return held ? 0 : 1;
}

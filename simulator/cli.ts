/** `npm run simulate -- card|gateway|residents …`: everything outside the counter, played by software, as programs of their own. */
import { writeFile } from 'node:fs/promises';
import { runCardCommand } from './card-command.ts';
import { redrawn, SAMPLE_IDS } from './residents/index.ts';

const usage = `usage: npm run simulate -- card …       a KTP-el and a SAM in the virtual reader of pcscd
       npm run simulate -- gateway …    the gateway and data balikan
       npm run simulate -- residents    draws the sample residents' pictures again
`;

process.exitCode = await run(process.argv[2], process.argv.slice(3));

async function run(command: string | undefined, args: readonly string[]): Promise<number> {
  switch (command) {
    case 'card':
      return runCardCommand(args);
    case 'gateway': {
      const { runGatewayCommand } = await import('./gateway/command.ts');
      return runGatewayCommand(args);
    }
    case 'residents':
      return redraw();
    default:
      process.stderr.write(usage);
      return 2;
  }
}

/** Writes `resources/residents/*.json` with drawings made from the faces and seeds in them. */
async function redraw(): Promise<number> {
  for (const id of SAMPLE_IDS) {
    const file = new URL(`../resources/residents/${id}.json`, import.meta.url);
    await writeFile(file, `${JSON.stringify(redrawn(id), null, 2)}\n`);
  }
  return 0;
}

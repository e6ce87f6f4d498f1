/**
 * `npm test`: set-up, build, then every suite. The last line counts all of them: `N passed, N failed`.
 *
 *     npm test -- [unit|pcsc|electron] [FILTER…]     one suite, perhaps only the files whose path holds FILTER
 */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { electronRuntime } from './electron-runtime.mjs';
import { ensureFolder, modules, results, root } from './folders.mjs';
import { inPcscNamespace } from './pcsc-namespace.mjs';
import { run } from './processes.mjs';
import { asScript, SetupError, say } from './say.mjs';
import { setUp } from './setup.mjs';
import { installSharedLibraries } from './shared-libraries.mjs';
import { closingLine, countReport, sum } from './test-count.mjs';

/** @type {{ name: string, args: string[], apart: boolean }[]} `apart`: inside the private namespace */
const suites = [
  { name: 'unit', args: [], apart: false },
  { name: 'pcsc', args: ['--config', 'vitest.namespace.config.ts', '--project', 'pcsc'], apart: true },
  {
    name: 'electron',
    args: ['--config', 'vitest.namespace.config.ts', '--project', 'electron'],
    apart: true,
  },
];

const given = process.argv.slice(2);
const chosen = suites.filter((suite) => suite.name === given[0]);
const filters = chosen.length > 0 ? given.slice(1) : given;
const summaryFile = join(ensureFolder(results), 'summary.txt');

await asScript(async () => {
  rmSync(summaryFile, { force: true });
  /** @type {import('./test-count.mjs').Count[]} */
  const counts = [];
  const wanted = chosen.length > 0 ? chosen : suites;
  // What cannot be prepared or run counts as one failure, so that the last line is there and honest on every path.
  if (await succeeds('set-up', prepare)) {
    for (const suite of wanted) {
      await succeeds(`suite ${suite.name}`, async () => void counts.push(await runSuite(suite)));
    }
  }
  const total = sum(counts);
  writeFileSync(summaryFile, `${closingLine(total)}\n`);
  process.stdout.write(`\n${closingLine(total)}\n`);
  return total.failed === 0 ? 0 : 1;

  /**
   * @param {string} what
   * @param {() => Promise<void>} step
   */
  async function succeeds(what, step) {
    try {
      await step();
      return true;
    } catch (error) {
      if (error instanceof SetupError) say(error.message);
      else console.error(error);
      say(`${what} failed`);
      counts.push({ passed: 0, failed: 1 });
      return false;
    }
  }
});

async function prepare() {
  await setUp({ tests: true });
  await build();
  await installSharedLibraries((await electronRuntime()).executable);
}

/** @param {{ name: string, args: string[], apart: boolean }} suite */
async function runSuite({ name, args, apart }) {
  const report = join(results, `${name}.json`);
  rmSync(report, { force: true });
  say(`suite ${name}`);
  const vitest = [join(modules, 'vitest', 'vitest.mjs'), 'run', ...args, ...filters];
  const command = [...vitest, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const began = Date.now();
  const status = apart
    ? await inPcscNamespace([process.execPath, ...command], { display: true })
    : await run(process.execPath, command, { cwd: root });
  const count = countReport(report, status);
  say(
    `suite ${name}: ${closingLine(count)} in ${((Date.now() - began) / 1000).toFixed(1)} s${count.note ? ` (${count.note})` : ''}`,
  );
  return count;
}

/**
 * Runs one of the project's TypeScript programs after set-up. Its standard streams, signals and exit code are the
 * program's alone: others read one JSON line from them.
 *
 *     node scripts/run.mjs [--private-pcsc] [--display] FILE [ARGUMENT…]
 *
 * `--private-pcsc`: inside a namespace with its own card service (pcsc-namespace.mjs); `--display`: with an Xvfb in it, the
 * bundles built and an Electron runtime at hand.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { electronRuntime } from './electron-runtime.mjs';
import { modules } from './folders.mjs';
import { inPcscNamespace, insideMark } from './pcsc-namespace.mjs';
import { run } from './processes.mjs';
import { asScript, SetupError } from './say.mjs';
import { setUp } from './setup.mjs';
import { installSharedLibraries } from './shared-libraries.mjs';

const given = process.argv.slice(2);
const fileAt = given.findIndex((argument) => !argument.startsWith('--'));
const flags = given.slice(0, fileAt);

await asScript(async () => {
  if (fileAt < 0)
    throw new SetupError('usage: node scripts/run.mjs [--private-pcsc] [--display] FILE [ARGUMENT…]');
  const apart = flags.includes('--private-pcsc');
  await setUp({ tests: apart });
  // Out here, because the namespace has no network to fetch a runtime through.
  if (flags.includes('--display')) await prepareWindow();
  const command = [process.execPath, '--import', loader(), ...given.slice(fileAt)];
  if (!apart || process.env[insideMark]) return run(process.execPath, command.slice(1));
  return inPcscNamespace(command, { display: flags.includes('--display') });
});

async function prepareWindow() {
  await build();
  await installSharedLibraries((await electronRuntime()).executable);
}

/** In this process rather than through the `tsx` program: one process less between a signal and the one it is for. */
function loader() {
  return pathToFileURL(join(modules, 'tsx', 'dist', 'loader.mjs')).href;
}

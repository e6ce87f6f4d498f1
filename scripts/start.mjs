/**
 * `npm start`: installs what is missing, builds, and opens Ketuk in training mode. Without a display it opens under Xvfb and
 * says where it put a picture of its window; flags are passed on to the program.
 *
 *     npm start -- [--once] [--picture=FILE] [FLAG OF THE PROGRAM…]
 *
 * `--once`: close after the picture; so it is, too, when nobody watches (no terminal) and there is no display.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { build } from './build.mjs';
import { hasDisplay, openDisplay } from './display.mjs';
import { electronRuntime } from './electron-runtime.mjs';
import { ensureFolder, results, root } from './folders.mjs';
import { end, ended } from './processes.mjs';
import { prepareSandbox } from './sandbox.mjs';
import { asScript, SetupError, say } from './say.mjs';
import { setUp } from './setup.mjs';
import { installSharedLibraries } from './shared-libraries.mjs';

const pictureWithinMs = 60_000;
const given = process.argv.slice(2);
const pictureFlag = given.find((argument) => argument.startsWith('--picture='));

await asScript(async () => {
  const blind = !hasDisplay();
  await setUp({ display: blind });
  await build();
  const runtime = await electronRuntime();
  await installSharedLibraries(runtime.executable);
  await prepareSandbox(runtime.executable);
  const display = blind ? await openDisplay() : undefined;
  if (display) say('there is no display here: Ketuk runs under Xvfb, unseen');
  try {
    return await open(runtime, display?.name);
  } finally {
    await display?.close();
  }
});

/**
 * @param {import('./electron-runtime.mjs').ElectronRuntime} runtime
 * @param {string | undefined} display
 */
async function open(runtime, display) {
  const picture =
    pictureFlag || display
      ? resolve(pictureFlag?.slice('--picture='.length) ?? join(results, 'ketuk.png'))
      : undefined;
  const once = given.includes('--once') || (display !== undefined && !process.stdout.isTTY);
  const flags = given.filter((argument) => argument !== '--once' && argument !== pictureFlag);
  if (picture) {
    ensureFolder(dirname(picture));
    rmSync(picture, { force: true });
    flags.push(`--picture=${picture}`);
  }
  const mode = flags.some((flag) => /^--(work|profile=)/.test(flag)) ? [] : ['--training'];
  const doing = mode.length > 0 ? 'in training mode' : given.join(' ');
  say(`opening Ketuk ${doing} on Electron ${runtime.version} (${runtime.kind} runtime)`);
  const ketuk = spawn(runtime.executable, [...runtime.args, root, ...mode, ...flags], {
    stdio: 'inherit',
    env: display ? { ...process.env, DISPLAY: display } : process.env,
  });
  const exit = ended(ketuk);
  if (picture) {
    await Promise.race([exit, arrival(picture)]);
    if (!isWhole(picture)) {
      await end(ketuk);
      throw new SetupError('Ketuk did not show a window; what it said is above');
    }
    say(`a picture of the window: ${picture}`);
    if (once) {
      await end(ketuk);
      return 0;
    }
  }
  return exit;
}

/** @param {string} file */
async function arrival(file) {
  const giveUpAt = Date.now() + pictureWithinMs;
  while (!isWhole(file) && Date.now() < giveUpAt) await pause(100);
}

/**
 * A PNG file ends with an empty chunk of the type IEND and its checksum (PNG specification, 11.2.5).
 * @param {string} file
 */
function isWhole(file) {
  return existsSync(file) && readFileSync(file).subarray(-8).toString('latin1').startsWith('IEND');
}

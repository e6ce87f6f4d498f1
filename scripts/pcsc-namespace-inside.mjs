/**
 * The inner half of pcsc-namespace.mjs, already alone in its namespaces: gives the place what a machine has (a /run, a
 * loopback, a card service, perhaps a display), runs the command and takes everything down again.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync, lstatSync, mkdirSync, readFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openDisplay } from './display.mjs';
import { ensureFolder, results } from './folders.mjs';
import { ask, end, run } from './processes.mjs';
import { SetupError, say } from './say.mjs';

const socket = '/run/pcscd/pcscd.comm';
const pidFile = '/run/pcscd/pcscd.pid';
const readyWithinMs = 10_000;
const couldNot = 125;

const given = process.argv.slice(2);
const wantsDisplay = given[0] === '--display';
const [command = '', ...args] = given.slice(given.indexOf('--') + 1);
process.exitCode = await inside();

async function inside() {
  /** @type {(() => Promise<void>)[]} */
  const toClose = [];
  try {
    makePlace();
    const service = await startCardService();
    toClose.push(async () => {
      await end(service);
      endSuccessor();
    });
    const env = { ...process.env, XDG_RUNTIME_DIR: '/run/user', DBUS_SESSION_BUS_ADDRESS: 'disabled:' };
    if (wantsDisplay) {
      const display = await openDisplay();
      toClose.push(display.close);
      Object.assign(env, { DISPLAY: display.name, WAYLAND_DISPLAY: '' });
    }
    return await run(command, args, { env });
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(error.message);
    return couldNot;
  } finally {
    for (const close of toClose.reverse()) await close();
  }
}

function makePlace() {
  must('mount', ['-t', 'tmpfs', '-o', 'mode=755', 'tmpfs', '/run']);
  if (existsSync('/var/run') && !lstatSync('/var/run').isSymbolicLink())
    must('mount', ['--bind', '/run', '/var/run']);
  mkdirSync('/run/pcscd');
  mkdirSync('/run/user', { mode: 0o700 });
  // An X server takes the place of another one's socket when it cannot see who listens there, as across namespaces.
  ensureFolder('/tmp/.X11-unix');
  must('mount', ['-t', 'tmpfs', '-o', 'mode=1777', 'tmpfs', '/tmp/.X11-unix']);
  must('ip', ['link', 'set', 'lo', 'up']);
  // vpcd sends the length and the bytes of an APDU as two TCP segments, and the second waits for the acknowledgement of
  // the first. A delayed acknowledgement costs 40 ms per exchange; at once, it costs 0.2 ms.
  for (const line of ask('ip', ['route', 'show', 'table', 'local']).text.split('\n')) {
    if (line.startsWith('local '))
      must('ip', ['route', 'change', 'table', 'local', ...line.trim().split(/\s+/), 'quickack', '1']);
  }
}

async function startCardService() {
  const log = createWriteStream(join(ensureFolder(results), 'pcscd.log'));
  await once(log, 'open');
  // Newer services ask polkit who may use a reader; nobody answers it here.
  const open = ask('pcscd', ['--help']).text.includes('--disable-polkit') ? ['--disable-polkit'] : [];
  const service = spawn('setpriv', ['--pdeathsig', 'TERM', 'pcscd', '--foreground', '--info', ...open], {
    stdio: ['ignore', log, log],
  });
  service.once('error', () => say('pcscd could not be started; is the package pcscd installed?'));
  const giveUpAt = Date.now() + readyWithinMs;
  while (!(await answers(socket))) {
    if (service.exitCode !== null || Date.now() > giveUpAt) {
      await end(service);
      throw new SetupError('pcscd does not answer in its namespace; its log is test-results/pcscd.log');
    }
    await pause(20);
  }
  return service;
}

/** A test may have stopped the service and started another in its place, which nobody else would end. */
function endSuccessor() {
  if (!existsSync(pidFile)) return;
  const pid = Number.parseInt(readFileSync(pidFile, 'utf8'), 10);
  // The file of a service that was killed stays, and its number may be anybody's by now.
  const name = `/proc/${pid}/comm`;
  if (existsSync(name) && readFileSync(name, 'utf8').trim() === 'pcscd') process.kill(pid, 'SIGTERM');
}

/**
 * Whether somebody takes connections at a local socket.
 * @param {string} path
 * @returns {Promise<boolean>}
 */
function answers(path) {
  return new Promise((resolve) => {
    const probe = createConnection(path);
    probe.once('connect', () => {
      probe.destroy();
      resolve(true);
    });
    probe.once('error', () => resolve(false));
  });
}

/**
 * @param {string} tool
 * @param {string[]} toolArgs
 */
function must(tool, toolArgs) {
  if (ask(tool, toolArgs).status !== 0)
    throw new SetupError(`${tool} ${toolArgs.join(' ')} failed in the private namespace`);
}

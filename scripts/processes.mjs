/** Starts other programs and passes on what a caller relies on: standard streams, signals and the exit code. */
import { spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:os';

/** @type {readonly NodeJS.Signals[]} */
const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program to its end. The exit code of a program that was ended by signal n is 128 + n, as a shell has it; 127 means
 * that it could not be started.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options] `stdio` is inherited unless said otherwise
 * @returns {Promise<number>}
 */
export function run(command, args, options = {}) {
  return ended(spawn(command, [...args], { stdio: 'inherit', ...options }));
}

/**
 * Runs a program whose chatter must not mix with the caller's standard output: all it prints goes to standard error.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function runAside(command, args, options = {}) {
  return run(command, args, { ...options, stdio: ['inherit', 2, 2] });
}

/**
 * The exit code of a running child. Until it ends, the signals that would end us are passed on to it instead.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>}
 */
export function ended(child) {
  const handlers = passedOn.map((signal) => {
    const handler = () => void child.kill(signal);
    process.on(signal, handler);
    return () => process.off(signal, handler);
  });
  return new Promise((resolve) => {
    /** @param {number} code */
    const done = (code) => {
      for (const remove of handlers) remove();
      resolve(code);
    };
    child.once('error', (error) => {
      process.stderr.write(`ketuk: ${error.message}\n`);
      done(127);
    });
    child.once('exit', (code, signal) => done(signal ? 128 + constants.signals[signal] : (code ?? 1)));
  });
}

/**
 * What a short program says. `status` is null when it could not be started.
 * @param {string} command
 * @param {readonly string[]} args
 */
export function ask(command, args) {
  const answer = spawnSync(command, [...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  return {
    status: answer.status,
    text: answer.stdout ?? '',
    complaint: answer.error?.message ?? answer.stderr.trim(),
  };
}

/** @param {string} command */
export function isInstalled(command) {
  return ask('sh', ['-c', `PATH="$PATH:/usr/sbin:/sbin" command -v ${command}`]).status === 0;
}

/**
 * Ends a child and waits until it is gone; what does not listen to SIGTERM is killed after the grace time.
 * @param {import('node:child_process').ChildProcess} child
 * @param {number} [graceMs]
 * @returns {Promise<void>}
 */
export function end(child, graceMs = 5000) {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined)
    return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill('SIGTERM');
  });
}

export function isRoot() {
  return process.getuid?.() === 0;
}

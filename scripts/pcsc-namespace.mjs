/**
 * Runs a command with a card service of its own: in a private mount and network namespace with its own `pcscd`, whose only
 * reader is the virtual one (vpcd, slots on ports 35963 and 35964). What runs inside never meets this machine's readers,
 * and nothing it does stays behind.
 *
 *     node scripts/pcsc-namespace.mjs [--display] [--] COMMAND [ARGUMENT…]
 *
 * `--display` opens an Xvfb inside as well. The exit code is the command's; 125 means the namespace could not be made.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './folders.mjs';
import { ask, ended, isRoot } from './processes.mjs';
import { asScript, SetupError } from './say.mjs';

/** Set for everything that runs inside; tests of the card service refuse to run without it. */
export const insideMark = 'KETUK_PRIVATE_PCSC';

/**
 * @param {readonly string[]} command
 * @param {{ display?: boolean, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>} the exit code of the command
 */
export async function inPcscNamespace(command, { display = false, env = process.env } = {}) {
  const unshare = ['--mount', '--net', ...(isRoot() ? [] : ['--map-root-user']), '--'];
  const trial = ask('unshare', [...unshare, 'mount', '-t', 'tmpfs', 'tmpfs', '/run']);
  if (trial.status !== 0) {
    throw new SetupError(
      `no private namespace can be made here (${trial.complaint}), so the card tests cannot run apart from the readers of this machine. Run them as root, or allow people to make one: sudo sysctl kernel.unprivileged_userns_clone=1 (Debian), sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0 (Ubuntu).`,
    );
  }
  const inside = [
    join(root, 'scripts', 'pcsc-namespace-inside.mjs'),
    ...(display ? ['--display'] : []),
    '--',
  ];
  return ended(
    spawn('unshare', [...unshare, process.execPath, ...inside, ...command], {
      stdio: 'inherit',
      env: { ...env, [insideMark]: '1' },
    }),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const given = process.argv.slice(2);
  const display = given[0] === '--display';
  const command = given.slice(display ? 1 : 0);
  if (command[0] === '--') command.shift();
  await asScript(async () => {
    if (command.length === 0)
      throw new SetupError('usage: node scripts/pcsc-namespace.mjs [--display] [--] COMMAND [ARGUMENT…]');
    return inPcscNamespace(command, { display });
  });
}

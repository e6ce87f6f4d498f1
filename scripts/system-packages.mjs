/**
 * Debian and Ubuntu packages that npm cannot bring: the card service, a display without a screen, shared libraries.
 * Root installs them; anybody else is asked before sudo is used; where nobody can be asked, the command is printed.
 */
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { ask, isInstalled, isRoot, runAside } from './processes.mjs';
import { SetupError, say } from './say.mjs';

/** To read cards: the service, and what the binding is compiled with. */
export const cardPackages = ['pcscd', 'libpcsclite-dev', 'g++', 'make', 'python3'];
/** To test cards and windows without either: the virtual reader, a display without a screen, the routing tool. */
export const testPackages = ['vsmartcard-vpcd', 'xvfb', 'iproute2'];
export const displayPackages = ['xvfb'];

/**
 * Installs what is missing.
 * @param {readonly string[]} names Debian package names
 * @param {{ purpose: string, required: boolean }} why `required`: without them the caller cannot go on
 * @returns {Promise<boolean>} whether all of them are there now
 */
export async function installSystemPackages(names, { purpose, required }) {
  if (process.platform !== 'linux') return true;
  const missing = missingPackages(names);
  if (missing.length === 0) return true;
  if (!isInstalled('apt-get')) {
    return withoutThem(
      `${purpose} needs what Debian calls ${missing.join(', ')}; install your system's equivalent`,
      required,
    );
  }
  const command = `apt-get update && apt-get install -y ${missing.join(' ')}`;
  if (isRoot()) return installed(await install(missing, []), command, purpose, required);
  const withSudo = `sudo sh -c '${command}'`;
  if (
    isInstalled('sudo') &&
    (await agrees(`${purpose} needs ${missing.join(', ')}. Install with sudo now?`))
  ) {
    return installed(await install(missing, ['sudo']), withSudo, purpose, required);
  }
  return withoutThem(
    `${purpose} needs ${missing.join(', ')}. Run this, then try again:\n\n    ${withSudo}\n`,
    required,
  );
}

/** @param {readonly string[]} names */
function missingPackages(names) {
  if (!isInstalled('dpkg-query')) return names.filter((name) => !providedByOther(name));
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholders are dpkg-query's
  const { text } = ask('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\\n', ...names]);
  const present = new Set(
    text
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  );
  return names.filter((name) => !present.has(name) && !providedByOther(name));
}

/**
 * A tool that did not come as the package of that name (a compiler in /usr/local, say) is as good.
 * @param {string} name
 */
function providedByOther(name) {
  const tool = {
    xvfb: 'Xvfb',
    iproute2: 'ip',
    'g++': 'c++',
    make: 'make',
    python3: 'python3',
    pcscd: 'pcscd',
  }[name];
  if (name === 'libpcsclite-dev') return existsSync('/usr/include/PCSC/winscard.h');
  return tool !== undefined && isInstalled(tool);
}

/**
 * @param {readonly string[]} missing
 * @param {readonly string[]} prefix
 */
async function install(missing, prefix) {
  say(`installing system packages: ${missing.join(' ')}`);
  const quietly = [
    'env',
    'DEBIAN_FRONTEND=noninteractive',
    'apt-get',
    '-q',
    '-o',
    'DPkg::Lock::Timeout=120',
    '-o',
    'Dpkg::Use-Pty=0',
  ];
  const [command = '', ...first] = [...prefix, ...quietly, 'update'];
  const updated = await runAside(command, first);
  // Lists that could not all be renewed may still hold what is needed; the install says so if they do not.
  if (updated !== 0) say('the package lists could not be renewed; trying with the ones at hand');
  return runAside(command, [...first.slice(0, -1), 'install', '-y', '--no-install-recommends', ...missing]);
}

/**
 * @param {number} status
 * @param {string} command
 * @param {string} purpose
 * @param {boolean} required
 */
function installed(status, command, purpose, required) {
  if (status === 0) return true;
  return withoutThem(
    `the packages for ${purpose} could not be installed (exit ${status}). Run this, read what it says, then try again:\n\n    ${command}\n`,
    required,
  );
}

/**
 * @param {string} message
 * @param {boolean} required
 */
function withoutThem(message, required) {
  if (required) throw new SetupError(message);
  say(message);
  return false;
}

/** @param {string} question */
export async function agrees(question) {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return false;
  const reader = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^(y|yes|ya|)$/i.test((await reader.question(`ketuk: ${question} [Y/n] `)).trim());
  } finally {
    reader.close();
  }
}

/**
 * Chromium's sandbox for people who are not root. It needs user namespaces, or else its helper as a program of root's;
 * switching it off is not among the cures.
 */
import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ask, isRoot, runAside } from './processes.mjs';
import { SetupError } from './say.mjs';
import { agrees } from './system-packages.mjs';

/** @param {string} executable of the Electron runtime */
export async function prepareSandbox(executable) {
  if (process.platform !== 'linux' || isRoot()) return;
  // A system that keeps them from people may let one be made and only take its powers; a network needs those.
  if (ask('unshare', ['--map-root-user', '--net', 'true']).status === 0) return;
  const helper = join(dirname(executable), 'chrome-sandbox');
  const { uid, mode } = statSync(helper);
  if (uid === 0 && (mode & 0o4755) === 0o4755) return;
  const command = `chown root:root '${helper}' && chmod 4755 '${helper}'`;
  const asked = await agrees(
    'this system keeps user namespaces from people, so the sandbox helper must belong to root. Do that with sudo now?',
  );
  if (asked && (await runAside('sudo', ['sh', '-c', command])) === 0) return;
  throw new SetupError(
    `this system keeps user namespaces from people, so the sandbox helper must belong to root. Run this, then try again:\n\n    sudo sh -c "${command}"\n`,
  );
}

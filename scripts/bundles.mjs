/**
 * What is built, and from where: the name of a bundle is the name of its file in dist/ (`main` → dist/main.cjs), only the
 * pages become a folder (dist/renderer/).
 * @type {Record<string, string>}
 */
export const bundles = {
  main: 'electron/launch.ts',
  preload: 'electron/preload.ts',
  visit: 'electron/visit/process.ts',
  sender: 'electron/sender/process.ts',
  list: 'electron/sender/list-process.ts',
  record: 'electron/record/process.ts',
  device: 'electron/device/process.ts',
  passphrase: 'electron/program/passphrase-process.ts',
  paper: 'electron/document/process.ts',
  training: 'simulator/training.ts',
  renderer: 'renderer/index.html',
};

/** The folders of the sources that go into a process, and into the pages. Walls keep the two apart. */
export const processSources = ['native', 'electron', 'simulator', 'resources'];
export const pageSources = ['renderer', 'electron/contract', 'resources'];
/** A change in one of these changes every bundle. */
export const buildSources = [
  'vite.config.ts',
  'package-lock.json',
  'scripts/bundles.mjs',
  'scripts/build.mjs',
];

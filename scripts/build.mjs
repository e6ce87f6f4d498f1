/** Builds the bundles of dist/. A bundle whose sources have not changed since it was built is left alone. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSources, bundles, pageSources, processSources } from './bundles.mjs';
import { fingerprint } from './fingerprint.mjs';
import { dist, ensureFolder, root } from './folders.mjs';
import { withLock } from './lock.mjs';
import { asScript, SetupError, say } from './say.mjs';
import { setUp } from './setup.mjs';

/** @returns {Promise<string[]>} the names of the bundles that had to be built */
export async function build() {
  const stamps = { processes: stampOf(processSources), page: stampOf(pageSources) };
  return withLock('build', async () => {
    const due = Object.keys(bundles).filter((name) => isDue(name, stampFor(name)));
    if (due.length === 0) return [];
    const began = Date.now();
    // Only now: loading Vite takes longer than finding out that it is not needed.
    const vite = await import('vite');
    ensureFolder(dist);
    for (const name of due) {
      rmSync(stampFile(name), { force: true });
      try {
        await vite.build({ configFile: join(root, 'vite.config.ts'), mode: name });
      } catch (error) {
        // What is wrong with the sources; Vite's own stack says nothing about them.
        throw new SetupError(
          `${bundles[name]} cannot be built. ${error instanceof Error ? error.message : error}`,
        );
      }
      writeFileSync(stampFile(name), stampFor(name));
    }
    say(`built ${due.join(', ')} in ${((Date.now() - began) / 1000).toFixed(1)} s`);
    return due;
  });

  /** @param {string} name */
  function stampFor(name) {
    return name === 'renderer' ? stamps.page : stamps.processes;
  }
}

/**
 * @param {string} name
 * @param {string} stamp
 */
function isDue(name, stamp) {
  const entry = bundles[name];
  if (entry === undefined || !existsSync(join(root, entry))) return false;
  return !existsSync(stampFile(name)) || readFileSync(stampFile(name), 'utf8') !== stamp;
}

/** @param {string} name */
function stampFile(name) {
  return join(dist, `.${name}.stamp`);
}

/** @param {readonly string[]} sources */
function stampOf(sources) {
  const paths = [...sources, ...buildSources].map((path) => join(root, path));
  return fingerprint(paths, (path) => !/\.test\.tsx?$/.test(path));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await asScript(async () => {
    await setUp();
    const built = await build();
    if (built.length === 0) say('dist/ is up to date');
    return 0;
  });
}

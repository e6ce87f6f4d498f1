/** The program as one file, so that a life of it begins in a fifth of a second. */
import { join } from 'node:path';
import { build } from 'vite';
import { ensureFolder, root, runtimeFolder } from '../../../scripts/folders.mjs';

/** Lies inside the checkout, because the database package is found from there. */
export async function bundledProgram(): Promise<string> {
  const outDir = ensureFolder(join(runtimeFolder, `proof-outbox-${process.pid}`));
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    ssr: { target: 'node', noExternal: true, external: ['libsql'] },
    build: {
      ssr: join(import.meta.dirname, 'program.ts'),
      outDir,
      emptyOutDir: true,
      minify: false,
      rollupOptions: { output: { format: 'es', entryFileNames: 'program.mjs' } },
    },
  });
  return join(outDir, 'program.mjs');
}

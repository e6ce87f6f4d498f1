/**
 * One configuration per bundle; `vite build --mode NAME` builds one, scripts/build.mjs builds them all. Bundles target the
 * oldest runtime the program may meet: Node 18 and Chromium 114 (docs/decisions/0003).
 */
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import presetMantine from 'postcss-preset-mantine';
import { defineConfig, type UserConfig } from 'vite';
import { bundles } from './scripts/bundles.mjs';

const root = import.meta.dirname;

/** Found at run time: the runtime itself, and the two packages that carry a native binary. */
const external = ['electron', 'smartcard', 'libsql'];

export default defineConfig(({ mode }) => {
  const entry = bundles[mode];
  // Any other mode, such as the `development` of a tool that only reads this file, means the pages.
  if (entry === undefined || mode === 'renderer') return forPage(join(root, 'renderer/index.html'));
  return forProcess(mode, join(root, entry));
});

/** One CommonJS file per process: a sandboxed preload script can load no other, and one file is read fastest. */
function forProcess(name: string, entry: string): UserConfig {
  return {
    root,
    publicDir: false,
    logLevel: 'warn',
    ssr: { target: 'node', noExternal: true, external },
    build: {
      ssr: entry,
      target: 'node18',
      outDir: join(root, 'dist'),
      emptyOutDir: false,
      // Parsed at every start, by main and by every visit's process.
      minify: true,
      sourcemap: true,
      rolldownOptions: {
        output: {
          format: 'cjs',
          entryFileNames: `${name}.cjs`,
          // Main alone is in parts: the window's, and what is loaded behind it. A sandboxed preload script can load no second file.
          ...(name === 'main' ? { chunkFileNames: 'main-[name].cjs' } : { codeSplitting: false }),
          intro: webCrypto(name),
        },
      },
    },
  };
}

/**
 * Node 18 keeps the Web Crypto API out of `globalThis`, where libsodium looks for its random source while it is being
 * loaded. A preload script is Chromium's, and has it.
 */
function webCrypto(name: string): string {
  return name === 'preload' ? '' : "globalThis.crypto ??= require('node:crypto').webcrypto;";
}

/** The pages. No script or style stands in the HTML itself, so that the content security policy need allow none. */
function forPage(entry: string): UserConfig {
  return {
    root: join(root, 'renderer'),
    base: './',
    publicDir: false,
    logLevel: 'warn',
    plugins: [react()],
    css: { postcss: { plugins: [presetMantine()] } },
    build: {
      target: 'chrome114',
      cssTarget: 'chrome114',
      outDir: join(root, 'dist/renderer'),
      emptyOutDir: true,
      manifest: true,
      // A data: URL for a font or picture would have to be allowed in the policy.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: entry,
        output: {
          codeSplitting: {
            groups: [
              // What changes with an update of a library, apart from what changes with every build of ours.
              { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
              { name: 'mantine', test: /node_modules[\\/](@mantine|@floating-ui)[\\/]/ },
            ],
          },
        },
      },
    },
  };
}

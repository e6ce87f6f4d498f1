/**
 * Tests on a real card service and in a real window. They run inside scripts/pcsc-namespace.mjs, one file after the other:
 * there is one virtual reader. `npm test -- pcsc` or `npm test -- electron` runs one of the two suites.
 */
import { defineConfig } from 'vitest/config';

const shared = {
  globalSetup: ['scripts/require-namespace.ts'],
  fileParallelism: false,
  testTimeout: 60_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  test: {
    projects: [
      { test: { ...shared, name: 'pcsc', include: ['test/{native,pcsc}/**/*.test.ts'] } },
      { test: { ...shared, name: 'electron', include: ['test/electron/**/*.test.ts'] } },
    ],
  },
});

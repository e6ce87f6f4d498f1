/**
 * Unit tests: everything beside the code, and what needs no card service and no window. `npm test` runs these and the
 * suites of vitest.namespace.config.ts.
 */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{native,electron,simulator,renderer,scripts,test}/**/*.test.{ts,tsx}'],
    exclude: ['test/{native,pcsc,electron}/**', '**/node_modules/**'],
    testTimeout: 20_000,
  },
});

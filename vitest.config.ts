/**
 * Unit tests: everything beside the code, and what needs no card service and no window. `npm test` runs these and the
 * suites of vitest.namespace.config.ts.
 */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{native,electron,simulator,renderer,scripts,test}/**/*.test.{ts,tsx}'],
    exclude: ['test/{native,pcsc,electron}/**', '**/node_modules/**'],
    // Ends what hangs and nothing else: speed is measured in the benchmark, and a busy machine takes four times as long.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});

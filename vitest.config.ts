import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{native,electron,simulator,renderer,scripts}/**/*.test.ts'],
    testTimeout: 20_000,
  },
});

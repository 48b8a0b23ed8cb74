import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{shared,src-main,src-renderer,scripts}/**/*.test.{ts,tsx}'],
    environment: 'node',
    // Tests that start processes share two cores with others; no test waits for time to pass.
    testTimeout: 30_000,
    // The time zone is the machine's on purpose: a test that depends on one sets it itself.
    restoreMocks: true,
  },
});

import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'e2e',
  // Reports of other steps live beside it, and Playwright empties the directory it is given.
  outputDir: 'test-results/e2e',
  timeout: 60_000,
  // Each test starts its own app on its own data; two at a time is what a small machine can carry.
  workers: 2,
  fullyParallel: true,
  // A test that passes at the second try has found something.
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  use: { trace: 'retain-on-failure' },
});

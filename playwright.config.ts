import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  // Each test starts a browser of its own, which keeps two cores busy by itself.
  workers: 1,
  timeout: 45_000,
  // A browser on a busy machine may miss a moment; what needs a second try is listed as flaky.
  // What must never happen at all, such as a lost note, has no second try (in its own file).
  retries: 1,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list'], ['json', { outputFile: 'test-results/chromium.json' }]],
  reportSlowTests: null,
});

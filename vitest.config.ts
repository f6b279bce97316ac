import { playwright } from '@vitest/browser-playwright';
import { configDefaults, defineConfig } from 'vitest/config';
import { findBrowser } from './tests/support/browsers.ts';

const LONG = 'tests/**/*.long.test.ts';
const exclude = [...configDefaults.exclude, LONG];

/** Root needs no sandbox, and gets none. */
const chromiumArguments = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const executablePath = findBrowser('chromium');

export default defineConfig({
  test: {
    projects: [
      {
        test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], exclude, testTimeout: 20_000 },
      },
      {
        // In a real Chromium page, without the extension: src/dom and components.
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
        test: {
          name: 'dom',
          retry: 1,
          include: ['tests/dom/**/*.test.{ts,tsx}'],
          exclude,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                args: chromiumArguments,
                ...(executablePath === undefined ? {} : { executablePath }),
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          name: 'firefox',
          retry: 1,
          include: ['tests/firefox/**/*.test.ts'],
          exclude,
          testTimeout: 30_000,
          hookTimeout: 60_000,
          // One Firefox after another.
          fileParallelism: false,
        },
      },
      {
        test: { name: 'long', include: [LONG], testTimeout: 30 * 60_000 },
      },
    ],
  },
});

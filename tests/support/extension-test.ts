/** The `test` of the end-to-end suites in Chromium: one browser a test, and no error goes unseen. */
import { test as base, expect } from '@playwright/test';
import { Chromium, type ChromiumOptions } from './chromium.ts';

interface Fixtures {
  /** Options of the browser; set with `test.use`. */
  readonly browserOptions: ChromiumOptions;
  /** A Chromium with the extension. A test fails where anything reported an error or asked the network. */
  readonly tifa: Chromium;
}

export const test = base.extend<Fixtures>({
  browserOptions: [{}, { option: true }],
  tifa: async ({ browserOptions }, use) => {
    const tifa = await Chromium.launch(browserOptions);
    let problems: string[];
    try {
      await use(tifa);
      // What the end of the browser interrupts is no error of ours.
      problems = await tifa.problemsSoFar();
    } finally {
      await tifa.close();
    }
    expect(problems, 'errors in the console, of scripts or of the worker').toEqual([]);
    expect(tifa.pages.stray, 'requests that no test page makes').toEqual([]);
  },
});

export { expect };

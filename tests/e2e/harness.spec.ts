/** The other suites trust this one: what they assert the absence of is noticed when it is there. */
import { expect, test as base } from '@playwright/test';
import { Chromium } from '../support/chromium.ts';
import { BUNDLED_PAGES } from '../support/served-pages.ts';

const test = base.extend<{ tifa: Chromium }>({
  tifa: async ({ browserName: _ }, use) => {
    const tifa = await Chromium.launch();
    await use(tifa);
    await tifa.close();
  },
});

const [{ address: ADDRESS }] = BUNDLED_PAGES;

test('a page’s errors are noticed', async ({ tifa }) => {
  const page = await tifa.open(ADDRESS);
  await page.evaluate(() => {
    console.error('planted');
    setTimeout(() => {
      throw new Error('thrown');
    });
  });
  await expect.poll(() => tifa.problems.join('\n')).toContain('thrown');
  expect(tifa.problems.join('\n')).toContain('planted');
});

test('errors in the content script’s own world are noticed', async ({ tifa }) => {
  const page = await tifa.newPage();
  const session = await tifa.context.newCDPSession(page);
  const worlds: { id: number; origin: string }[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context));
  await session.send('Runtime.enable');
  await page.goto(ADDRESS);
  const id = await tifa.extensionId();
  const world = worlds.find(({ origin }) => origin === `chrome-extension://${id}`);
  expect(world).toBeDefined();
  await session.send('Runtime.evaluate', {
    contextId: world?.id ?? 0,
    expression: 'console.error("planted"); void Promise.reject(new Error("rejected"))',
  });
  await expect.poll(() => tifa.problems.join('\n')).toContain('rejected');
  expect(tifa.problems.join('\n')).toContain('planted');
});

test('the worker’s errors and requests are noticed', async ({ tifa }) => {
  const worker = await tifa.worker();
  await worker.evaluate(() => {
    setTimeout(() => {
      throw new Error('thrown');
    });
    void fetch('https://elsewhere.example/worker').catch(() => {
      console.error('refused');
    });
  });
  await expect.poll(() => tifa.problems.join('\n')).toContain('refused');
  expect(tifa.problems.join('\n')).toContain('thrown');
  expect(tifa.pages.stray).toEqual(['https://elsewhere.example/worker']);
});

test('a page’s requests are noticed', async ({ tifa }) => {
  const page = await tifa.open(ADDRESS);
  await page.evaluate(() => fetch('/api').catch(() => undefined));
  expect(tifa.pages.stray).toEqual([new URL('/api', ADDRESS).href]);
});

/// <reference types="chrome" />
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/extension-test.ts';
import { settled } from '../support/highlights.ts';
import { openLibrary } from '../support/library.ts';
import { OUT } from '../support/paths.ts';
import { BUNDLED_PAGES } from '../support/served-pages.ts';

const [HOU] = BUNDLED_PAGES;
const counter = (page: Page) => page.locator('.compare-counter');

test('two sources by a deep link, and the differences by keyboard alone', async ({ tifa }) => {
  const page = await openLibrary(tifa, '#/compare/003/000');
  await expect(page.getByRole('table')).toBeVisible();
  await expect(page.getByRole('columnheader').first()).toContainText('2018');
  const total = /\d+/u.exec((await counter(page).textContent()) ?? '')?.[0] ?? '';
  expect(Number(total)).toBeGreaterThan(3);
  const next = page.getByRole('button', { name: 'Next difference' });
  for (let tabs = 0; tabs < 40 && !(await next.evaluate((at) => at === document.activeElement)); tabs++)
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(counter(page)).toHaveText(`1 of ${total}`);
  await page.keyboard.press('n');
  await expect(counter(page)).toHaveText(`2 of ${total}`);
  await page.keyboard.press('p');
  await page.keyboard.press('p');
  await expect(counter(page)).toHaveText(`${total} of ${total}`);
  await expect(page.locator('[aria-current=true].compared-line')).toBeInViewport();
  await expect(page.locator('[aria-current=true].compared-line')).toBeFocused();
});

test('the ready-made comparisons are offered', async ({ tifa }) => {
  const page = await openLibrary(tifa, '#/compare');
  await page.getByRole('link', { name: /conferences of April 2018/u }).click();
  expect(new URL(page.url()).hash).toBe('#/compare/003/000');
  await expect(page.locator('.compared-line').first()).toBeVisible();
});

test('the article of an open tab: the same text as its source', async ({ tifa }) => {
  const article = await tifa.open(HOU.address);
  await settled(article);
  const worker = await tifa.worker();
  const tab = await worker.evaluate(async (url) => (await chrome.tabs.query({ url }))[0]?.id, HOU.address);
  const page = await openLibrary(tifa, `#/compare/page?tab=${String(tab)}&with=001`);
  await expect(page.getByRole('columnheader').nth(1)).toContainText('www.4hou.com');
  await expect(page.locator('.compared-line.same').nth(15)).toBeVisible();
  // What of the page is around its article is not there.
  await expect(page.locator('.compared')).not.toContainText('Copyright');
});

test('a file is opened: HTML as text, and nothing of it runs', async ({ tifa }) => {
  mkdirSync(OUT, { recursive: true });
  const file = join(OUT, 'compare-file.html');
  writeFileSync(
    file,
    '<!doctype html><meta charset="utf-8"><title>t</title><script>document.title = "ran"</script>' +
      '<img src="https://example.com/x.png"><p>全国网络安全和信息化工作会议7月14日至15日在京召开。</p><p>天色渐晚。</p>',
  );
  const page = await openLibrary(tifa, '#/compare/000/text');
  await page.locator('input[type=file]').setInputFiles(file);
  await expect(page.locator('textarea')).toHaveValue(/在京召开。\n天色渐晚。$/u);
  await expect(page.locator('.compared-line.same')).toHaveCount(1);
  await expect(page).not.toHaveTitle(/ran/u);
});

test('300,000 characters: the page answers all the while', async ({ tifa }) => {
  const page = await openLibrary(tifa, '#/compare/text/text');
  const longest = await page.evaluate(async () => {
    const line = (n: number): string =>
      `第${String(n)}号通知要求各单位按照规定做好材料整理报送工作，并于月底前完成。\n`;
    let text = '';
    for (let n = 0; text.length < 300_000; n++) text += line(n);
    const tasks: number[] = [];
    new PerformanceObserver((list) => {
      tasks.push(...list.getEntries().map(({ duration }) => duration));
    }).observe({ entryTypes: ['longtask'] });
    document.querySelectorAll('textarea').forEach((field, i) => {
      field.value = i === 0 ? text : text.replaceAll('月底', '月末');
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
    // Setting the text is the test's own doing.
    await new Promise((resolve) => setTimeout(resolve, 100));
    tasks.length = 0;
    while (document.querySelector('.compared-line') === null)
      await new Promise((resolve) => setTimeout(resolve, 50));
    await new Promise((resolve) => setTimeout(resolve, 3000));
    return Math.max(0, ...tasks);
  });
  await expect(counter(page)).toContainText(/differences/u);
  console.log(`longest task with 300,000 characters: ${String(Math.round(longest))} ms`);
  expect(longest).toBeLessThan(500);
});

test('printed, it is the comparison alone', async ({ tifa }) => {
  const page = await openLibrary(tifa, '#/compare/000/001');
  await expect(page.locator('.compared-line').first()).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
  await expect(page.locator('.compare-sides')).toBeHidden();
  await expect(page.locator('.compared-line').last()).toBeVisible();
});

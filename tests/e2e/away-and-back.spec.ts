/// <reference types="chrome" />
import { expect, test as base } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { highlights, settled } from '../support/highlights.ts';
import { WebChromium } from '../support/web-chromium.ts';

const test = base.extend<{ web: WebChromium }>({
  web: async ({ browserName: _ }, use) => {
    const web = await WebChromium.launch();
    await use(web);
    await web.close();
  },
});

const ARTICLE = `<!doctype html><meta charset="utf-8"><title>文章</title>
  <p>加快建设网络强国，坚持党管互联网。</p><script>
    addEventListener('pageshow', ({ persisted }) => { document.documentElement.dataset.persisted = persisted; });
  </script>`;
const OTHER = '<!doctype html><meta charset="utf-8"><title>别的</title><p>建设数字中国。</p>';
const HERE = 'http://www.people.com.cn/article.html';
const THERE = 'http://www.people.com.cn/there.html';
const MARKS = ['网络强国', '坚持党管互联网'];

const texts = async (page: Page): Promise<string[]> => (await highlights(page)).map(({ text }) => text);

/** Goes to another page of the site and, after something was done there, back again. */
async function awayAndBack(web: WebChromium, away?: () => Promise<void>): Promise<Page> {
  const there = web.serve(THERE, OTHER);
  const article = web.serve(HERE, ARTICLE);
  const page = await web.open(article);
  await settled(page);
  await page.goto(there);
  await settled(page);
  await away?.();
  await page.evaluate(() => {
    history.back();
  });
  const persisted = (): Promise<string | undefined> =>
    page.evaluate(() => document.documentElement.dataset['persisted']).catch(() => undefined);
  await expect.poll(persisted, 'it was kept').toBe('true');
  return page;
}

const set = async (web: WebChromium, items: Record<string, unknown>): Promise<void> => {
  await (await web.worker()).evaluate((stored) => chrome.storage.local.set(stored), items);
};

test.describe('a page that was kept while the reader was elsewhere', () => {
  test('has its marks and its badge', async ({ web }) => {
    const page = await awayAndBack(web);
    expect(await texts(page)).toEqual(MARKS);
    await expect.poll(() => web.badge(HERE)).toBe('2');
    await page.evaluate(() => {
      document.body.append('建设数字中国。');
    });
    await expect.poll(() => texts(page)).toEqual([...MARKS, '数字中国']);
    await expect.poll(() => web.badge(HERE)).toBe('3');
  });

  test('has none when its site was switched off meanwhile, and has them again when it is switched on', async ({
    web,
  }) => {
    const page = await awayAndBack(web, () => set(web, { 'off:site:www.people.com.cn': true }));
    await expect.poll(() => texts(page)).toEqual([]);
    await expect.poll(() => web.badge(HERE)).toBe('');
    await (await web.worker()).evaluate(() => chrome.storage.local.remove('off:site:www.people.com.cn'));
    await expect.poll(() => texts(page)).toEqual(MARKS);
  });

  test('does not mark a term that is never to be marked since', async ({ web }) => {
    const page = await awayAndBack(web, () => set(web, { 'never:cyberpower': true }));
    await expect.poll(() => texts(page)).toEqual(['坚持党管互联网']);
  });

  test('looks as the reader has chosen since', async ({ web }) => {
    const page = await awayAndBack(web, () => set(web, { look: { hidden: ['principle'] } }));
    const line = (): Promise<string> =>
      page.evaluate(() => getComputedStyle(document.body, '::highlight(tifa-principle)').textDecorationLine);
    await expect.poll(line).toBe('none');
  });
});

test('a page that is prerendered counts when the reader comes to it, and not before', async ({ web }) => {
  const next = web.serve('http://www.people.com.cn/next.html', `${OTHER}<p>坚持网信为民，维护网络安全。</p>`);
  const first = web.serve(
    'http://www.people.com.cn/first.html',
    `${ARTICLE}<script type="speculationrules">{"prerender":[{"urls":["/next.html"],"eagerness":"immediate"}]}</script>
    <a href="/next.html">下一篇</a>`,
  );
  const page = await web.open(first);
  await settled(page);
  await expect.poll(() => web.badge(first)).toBe('2');
  await new Promise((resolve) => setTimeout(resolve, 2500));
  expect(await web.badge(first), 'what nobody sees yet is not counted').toBe('2');
  await page.evaluate(() => {
    document.querySelector('a')?.click();
  });
  const activated = (): Promise<[string, number] | undefined> =>
    page
      .evaluate((): [string, number] => [
        location.href,
        (performance.getEntriesByType('navigation')[0] as { activationStart?: number }).activationStart ?? 0,
      ])
      .catch(() => undefined);
  await expect.poll(async () => (await activated())?.[0]).toBe(next);
  expect((await activated())?.[1], 'it was prerendered').toBeGreaterThan(0);
  await expect.poll(() => texts(page)).toEqual(['数字中国', '坚持网信为民', '网络安全']);
  await expect.poll(() => web.badge(next)).toBe('3');
});

test('a tab that the browser discarded is read again when the reader comes back to it', async ({ web }) => {
  const address = web.serve(HERE, ARTICLE);
  await settled(await web.open(address));
  await expect.poll(() => web.badge(address)).toBe('2');
  await web.open(web.serve(THERE, OTHER));
  const worker = await web.worker();
  await worker.evaluate(async (url) => {
    const [tab] = await chrome.tabs.query({ url });
    if (tab?.id !== undefined) await chrome.tabs.discard(tab.id);
  }, address);
  const stored = (): Promise<string[]> =>
    worker.evaluate(async () => Object.keys(await chrome.storage.session.get(null)));
  await worker.evaluate(async (url) => {
    const [tab] = await chrome.tabs.query({ url });
    if (tab?.id !== undefined) await chrome.tabs.update(tab.id, { active: true });
  }, address);
  const page = await web.pageAt(address);
  await settled(page);
  expect(await texts(page)).toEqual(MARKS);
  await expect.poll(() => web.badge(address)).toBe('2');
  await expect.poll(async () => (await stored()).length, 'nothing is kept of tabs that are no more').toBe(2);
});

import type { Page } from '@playwright/test';
import { expect, test } from '../support/extension-test.ts';
import { highlights, settled } from '../support/highlights.ts';
import { BUNDLED_PAGES } from '../support/served-pages.ts';

const [HOU] = BUNDLED_PAGES;

const ADDRESS = 'https://www.people.com.cn/changes.html';
const HTML = `<!doctype html><meta charset="utf-8"><title>t</title>
  <p id="first">加快建设<b>网络强国</b>。</p>
  <p id="second">建设数字中国。</p>
  <div id="hidden" style="display: none">坚持党管互联网。</div>
  <div id="later"></div>`;

const texts = async (page: Page): Promise<string[]> => (await highlights(page)).map(({ text }) => text);
const outside = async (page: Page): Promise<unknown[]> =>
  (await highlights(page)).filter(({ start }) => start < 0);

test.describe('a page that changes', () => {
  test.beforeEach(({ tifa }) => {
    tifa.pages.serve(ADDRESS, HTML);
  });

  test('has what is added later highlighted', async ({ tifa }) => {
    const page = await tifa.open(ADDRESS);
    await settled(page);
    await page.evaluate(() => {
      document.getElementById('later')?.append(document.createElement('p'));
      document.querySelector('#later > p')?.append('坚持十个坚持');
    });
    await expect.poll(() => texts(page)).toEqual(['网络强国', '数字中国', '十个坚持']);
  });

  test('loses the highlights of what is removed, and keeps none outside the document', async ({ tifa }) => {
    const page = await tifa.open(ADDRESS);
    await settled(page);
    await page.evaluate(() => {
      document.getElementById('first')?.remove();
    });
    await expect.poll(() => texts(page)).toEqual(['数字中国']);
    expect(await outside(page)).toEqual([]);
  });

  test('has changed text read again', async ({ tifa }) => {
    const page = await tifa.open(ADDRESS);
    await settled(page);
    await page.evaluate(() => {
      const text = document.getElementById('second')?.firstChild as Text;
      text.data = '建设网络强国。';
    });
    await expect.poll(() => texts(page)).toEqual(['网络强国', '网络强国']);
    expect(await outside(page)).toEqual([]);
  });

  test('has hidden text read when it is shown, and forgotten when it is hidden', async ({ tifa }) => {
    const page = await tifa.open(ADDRESS);
    await settled(page);
    expect(await texts(page)).toEqual(['网络强国', '数字中国']);
    await page.locator('#hidden').evaluate((element) => {
      element.style.display = 'block';
    });
    await expect.poll(async () => (await texts(page)).join()).toContain('党管互联网');
    await page.locator('#hidden').evaluate((element) => {
      element.style.display = 'none';
    });
    await expect.poll(() => texts(page)).toEqual(['网络强国', '数字中国']);
  });

  test('settles although it changes without end', async ({ tifa }) => {
    const page = await tifa.open(ADDRESS);
    await page.evaluate(() => {
      setInterval(() => {
        const later = document.getElementById('later');
        if (later !== null) later.textContent = String(performance.now());
      }, 20);
    });
    // The clock's digits move nothing that stands before it.
    expect((await settled(page)).map(({ text }) => text)).toEqual(['网络强国', '数字中国']);
  });

  test('keeps the page’s own highlights', async ({ tifa }) => {
    const page = await tifa.open(ADDRESS);
    await settled(page);
    const own = await page.evaluate(() => {
      CSS.highlights.set('search', new Highlight());
      document.getElementById('second')?.remove();
      return new Promise<boolean>((resolve) => {
        setTimeout(() => {
          resolve(CSS.highlights.has('search'));
        }, 300);
      });
    });
    expect(own).toBe(true);
  });
});

test('a page that changes its address without loading follows the switch of the new address', async ({
  tifa,
}) => {
  const page = await tifa.open(HOU.address);
  await settled(page);
  const worker = await tifa.worker();
  await worker.evaluate(() =>
    chrome.storage.local.set({ 'off:page:https://www.4hou.com/posts/other': true }),
  );
  await page.evaluate(() => {
    history.pushState(null, '', '/posts/3rEA#part');
  });
  await page.waitForTimeout(200);
  expect((await settled(page)).length).toBeGreaterThan(50);
  await page.evaluate(() => {
    history.pushState(null, '', '/posts/other');
  });
  await expect.poll(() => page.evaluate(() => CSS.highlights.size)).toBe(0);
  await page.evaluate(() => {
    history.back();
  });
  expect((await settled(page)).length).toBeGreaterThan(50);
});

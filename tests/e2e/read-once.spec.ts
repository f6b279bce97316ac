import { expect, test } from '@playwright/test';
import { highlights, settled } from '../support/highlights.ts';
import { WebChromium } from '../support/web-chromium.ts';

const PAGE = '<!doctype html><meta charset="utf-8"><title>t</title><p>会议强调，坚持党管互联网。</p>';

test('a click in the popup of the toolbar’s button reads that page once, and no other of its site', async () => {
  const web = await WebChromium.launch();
  try {
    const first = web.serve('http://news.example.com/1.html', PAGE);
    const second = web.serve('http://news.example.com/2.html', PAGE);
    const page = await web.open(first);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await highlights(page)).toEqual([]);
    const popup = await web.clickButton(page);
    await popup.locator('::-p-text(Always read news.example.com)').wait();
    await popup.locator('::-p-text(Read this page once)').click();
    expect((await settled(page)).map(({ text }) => text)).toEqual(['坚持党管互联网']);
    await page.evaluate(() => {
      document.body.append('建设网络强国。');
    });
    await expect.poll(async () => (await highlights(page)).length).toBe(2);
    await page.goto(second);
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(await highlights(page)).toEqual([]);
  } finally {
    await web.close();
  }
});

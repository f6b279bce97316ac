import { expect, test } from '../support/extension-test.ts';
import { grantedBuild } from '../support/granted-build.ts';
import { settled } from '../support/highlights.ts';
import { openPopup } from '../support/popup.ts';

const PAGE =
  '<!doctype html><html lang="zh-CN"><title>其他网站</title><p>会议强调，坚持党管互联网，坚持网信为民。</p>';
const ELSEWHERE = 'https://news.example.com/2026/1.html';

test('a site that the reader has not allowed is not read, and the popup says so', async ({ tifa }) => {
  const page = await tifa.open(tifa.pages.serve(ELSEWHERE, PAGE));
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
  const popup = await openPopup(tifa, page);
  await expect(popup.getByText('Tifa does not read this page.')).toBeVisible();
});

test.describe('a site that the reader allowed', () => {
  const granted = grantedBuild('*://news.example.com/*');
  test.use({ browserOptions: { build: granted.path } });
  test.afterAll(granted.remove);

  test('is read from the start, and is listed in the options', async ({ tifa }) => {
    const address = tifa.pages.serve(ELSEWHERE, PAGE);
    await expect
      .poll(async () => {
        const page = await tifa.open(address);
        await page.waitForTimeout(200);
        const size = await page.evaluate(() => CSS.highlights.size);
        await page.close();
        return size;
      })
      .toBeGreaterThan(0);
    const page = await tifa.open(address);
    expect((await settled(page)).map(({ text }) => text)).toEqual(['坚持党管互联网', '坚持网信为民']);
    const options = await tifa.open(`chrome-extension://${await tifa.extensionId()}/options.html`);
    await expect(options.getByRole('button', { name: 'Remove news.example.com' })).toBeVisible();
  });

  test('is read in a tab that was open before, once the popup asks', async ({ tifa }) => {
    const address = tifa.pages.serve(ELSEWHERE, PAGE);
    const worker = await tifa.worker();
    await expect
      .poll(() => worker.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).length))
      .toBe(1);
    await worker.evaluate(() => chrome.scripting.unregisterContentScripts());
    const page = await tifa.open(address);
    await page.waitForTimeout(300);
    expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
    const popup = await openPopup(tifa, page);
    await popup.getByRole('button', { name: 'Read this page once' }).click();
    expect((await settled(page)).length).toBe(2);
    await expect(popup.getByRole('heading', { name: /On this page/u })).toBeVisible();
  });
});

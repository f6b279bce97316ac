/** The question that a browser asks before an extension may read a site: Firefox lets a test answer it. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Firefox } from '../support/firefox.ts';
import { highlights, settled } from '../support/highlights.ts';
import { ownPagesBuild } from '../support/own-pages-build.ts';

const PAGE =
  '<!doctype html><html lang="zh-CN"><title>其他网站</title><p>会议强调，坚持党管互联网，坚持网信为民。</p>';

const build = ownPagesBuild('popup.html', 'options.html');
let firefox: Firefox;

beforeAll(async () => {
  firefox = await Firefox.launch(undefined, { 'extensions.webextOptionalPermissionPrompts': true });
  await firefox.installExtension(build.path);
});

afterEach(() => {
  const [problems, stray] = [firefox.problems.splice(0), firefox.pages.stray.splice(0)];
  expect(problems, 'errors in the console or in a script of the extension').toEqual([]);
  expect(stray, 'requests that no test page makes').toEqual([]);
});

afterAll(async () => {
  await firefox.close();
  build.remove();
});

/** The tab at an address, as the extension knows it. */
async function tabOf(address: string): Promise<number | undefined> {
  const finder = await firefox.openOwn('popup.html');
  const tab = await finder.evaluate(async (wanted) => {
    const { browser } = globalThis as unknown as {
      browser: { tabs: { query(by: object): Promise<{ id?: number; url?: string }[]> } };
    };
    return (await browser.tabs.query({})).find(({ url }) => url === wanted)?.id;
  }, address);
  await finder.close();
  return tab;
}

test('a site is read from the time that its reader allows it, and no sooner', async () => {
  const window = await firefox.window();
  const page = await firefox.open(firefox.pages.serve('https://news.example.com/1.html', PAGE));
  await page.bringToFront();
  await window.pressToolbarButton();
  const tab = await tabOf('https://news.example.com/1.html');
  const popup = await firefox.openOwn(`popup.html?tab=${String(tab)}`);
  const always = popup.locator('::-p-text(Always read news.example.com)');

  await always.click();
  expect(await window.answerPrompt(false)).toContain('news.example.com');
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(await highlights(page), 'refused').toEqual([]);

  await always.click();
  await window.answerPrompt(true);
  expect((await settled(page)).map(({ text }) => text)).toEqual(['坚持党管互联网', '坚持网信为民']);
  const next = await firefox.open(firefox.pages.serve('https://news.example.com/2.html', PAGE));
  expect(await settled(next)).toHaveLength(2);

  const options = await firefox.openOwn('options.html');
  await options.locator('[aria-label="Remove news.example.com"]').click();
  await expect.poll(() => highlights(next), { timeout: 5000 }).toEqual([]);
});

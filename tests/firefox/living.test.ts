import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Firefox } from '../support/firefox.ts';
import { highlights, settled } from '../support/highlights.ts';
import { HOSTILE_PAGES } from '../support/hostile-pages.ts';
import { LIVING_PAGES } from '../support/living-pages.ts';
import { TRIAL_SITE } from '../support/page-trials.ts';

let firefox: Firefox;
let page: Page | undefined;

beforeAll(async () => {
  firefox = await Firefox.launch();
  await firefox.installExtension();
});

afterEach(async () => {
  await page?.close();
  page = undefined;
  const [problems, stray] = [firefox.problems.splice(0), firefox.pages.stray.splice(0)];
  expect(problems, 'errors in the console or in a script of the extension').toEqual([]);
  expect(stray, 'requests that no test page makes').toEqual([]);
});

afterAll(async () => {
  await firefox.close();
});

describe.each([
  ['a page that lives', LIVING_PAGES],
  ['a page that is hostile', HOSTILE_PAGES],
])('%s in Firefox', (kind, trials) => {
  test.each(trials.map((trial, i) => ({ ...trial, i })))(
    '$title',
    { timeout: 60_000 },
    async ({ html, headers, run, i }) => {
      const address = `${TRIAL_SITE}/${kind.replaceAll(' ', '-')}-${String(i)}.html`;
      const opened = await firefox.open(firefox.pages.serve(address, html, headers));
      page = opened;
      await run({
        do: async (inPage, argument = '') => opened.evaluate(inPage, argument),
        highlights: () => highlights(opened),
        extension: 'tifa@tifa.invalid',
      });
    },
  );
});

describe('a page that was kept while the reader was elsewhere, in Firefox', () => {
  const HERE = `${TRIAL_SITE}/here.html`;
  const THERE = `${TRIAL_SITE}/there.html`;

  test('has its marks, and follows its changes', async () => {
    firefox.pages.serve(
      HERE,
      `<!doctype html><meta charset="utf-8"><title>t</title><p>加快建设网络强国。</p><script>
        addEventListener('pageshow', ({ persisted }) => { document.documentElement.dataset.persisted = persisted; });
      </script>`,
    );
    firefox.pages.serve(THERE, '<!doctype html><meta charset="utf-8"><title>t</title><p>坚持网信为民。</p>');
    const opened = await firefox.open(HERE);
    page = opened;
    await settled(opened);
    await opened.goto(THERE);
    await settled(opened);
    await opened.evaluate(() => {
      setTimeout(() => {
        history.back();
      });
    });
    const persisted = (): Promise<string | undefined> =>
      opened.evaluate(() => document.documentElement.dataset['persisted']).catch(() => undefined);
    await expect.poll(persisted, { timeout: 5000 }).toBe('true');
    const texts = async (): Promise<string[]> => (await highlights(opened)).map(({ text }) => text);
    expect(await texts()).toEqual(['网络强国']);
    await opened.evaluate(() => {
      document.body.append('建设数字中国。');
    });
    await expect.poll(texts, { timeout: 5000 }).toEqual(['网络强国', '数字中国']);
  });
});

test('without the Navigation API a new address is noticed when the page changes', async () => {
  const old = await Firefox.launch(undefined, { 'dom.navigation.webidl.enabled': false });
  try {
    await old.installExtension();
    const opened = await old.open(
      old.pages.serve(
        `${TRIAL_SITE}/app`,
        '<!doctype html><meta charset="utf-8"><title>t</title><main><p>加快建设网络强国。</p></main>',
      ),
    );
    expect(await opened.evaluate(() => 'navigation' in window)).toBe(false);
    await settled(opened);
    await opened.evaluate(() => {
      history.pushState(null, '', '/other');
      const main = document.querySelector('main');
      if (main !== null) main.innerHTML = '<p>坚持网信为民。</p>';
    });
    await expect
      .poll(async () => (await highlights(opened)).map(({ text }) => text), { timeout: 5000 })
      .toEqual(['坚持网信为民']);
    expect(old.problems).toEqual([]);
  } finally {
    await old.close();
  }
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Firefox } from '../support/firefox.ts';
import { settled } from '../support/highlights.ts';
import {
  bareSpans,
  labelledHtmlPages,
  labelledPage,
  paragraphLengths,
  shownSpans,
} from '../support/labelled-page.ts';
import { FIREFOX_BUILD } from '../support/paths.ts';

let firefox: Firefox;

beforeAll(async () => {
  firefox = await Firefox.launch();
  await firefox.installExtension();
});

afterAll(async () => {
  await firefox.close();
});

test.each([0, 1] as const)(
  'Firefox and Node see the same spans in all texts, traps and forms, half %i',
  async (half) => {
    const { address, html, spans } = labelledPage(half);
    const page = await firefox.open(firefox.pages.serve(address, html));
    const seen = await settled(page);
    expect(shownSpans(seen, await page.evaluate(paragraphLengths))).toEqual(spans);
  },
);

test.each(labelledHtmlPages())(
  'Firefox and Node see the same spans in $name',
  async ({ address, html, spans }) => {
    const page = await firefox.open(firefox.pages.serve(address, html));
    expect(bareSpans(await settled(page))).toEqual(spans);
  },
);

test('style sheets of the page script are the user’s, so that they reach into shadow trees', () => {
  const manifest = JSON.parse(readFileSync(join(FIREFOX_BUILD, 'manifest.json'), 'utf8')) as {
    content_scripts: { css_origin?: string }[];
  };
  expect(manifest.content_scripts.map(({ css_origin }) => css_origin)).toEqual(['user']);
});

test('a term in a shadow tree is painted', async () => {
  const html = `<!doctype html><meta charset="utf-8"><title>t</title>
    <style>body { margin: 0; font: 30px sans-serif }</style>
    <x-a><template shadowrootmode="open"><p id="p" style="margin: 20px">十个坚持</p></template></x-a>
    <p>网络强国</p>`;
  const page = await firefox.open(firefox.pages.serve('https://www.people.com.cn/shadow.html', html));
  await settled(page);
  const shot = async (): Promise<string> =>
    page.screenshot({ encoding: 'base64', clip: { x: 0, y: 0, width: 300, height: 90 } });
  const marked = await shot();
  await page.evaluate(() => {
    for (const name of [...CSS.highlights.keys()]) CSS.highlights.delete(name);
  });
  expect(await shot()).not.toBe(marked);
});

/// <reference types="chrome" />
import type { Page } from '@playwright/test';
import { cardShowing, noCard, shownCard } from '../support/card.ts';
import type { Chromium } from '../support/chromium.ts';
import { expect, test } from '../support/extension-test.ts';
import { highlights, settled } from '../support/highlights.ts';
import { hoverMark, markAt } from '../support/marks.ts';
import { notesShowing, takeNote } from '../support/page-notes.ts';
import { SPIES } from '../support/spies.ts';

const SITE = 'https://www.people.com.cn';
const HEAD = '<!doctype html><meta charset="utf-8"><title>t</title>';

test('a page that has elements of the names of ours sees nothing of what is in them', async ({ tifa }) => {
  const page = await tifa.open(
    tifa.pages.serve(
      `${SITE}/spies.html`,
      `${HEAD}${SPIES}<p>会议强调，坚持党管互联网。</p><p>今天的天气很好，适合出门。</p>`,
    ),
  );
  await settled(page);
  await takeNote(page, '今天的天气很好', 'private words');
  await hoverMark(page, '坚持党管互联网');
  await cardShowing(page, '坚持党管互联网');
  await page.waitForTimeout(200);
  const { made, seen } = await page.evaluate(() => {
    const spies = window as unknown as { made: number; seen: string[] };
    return { made: spies.made, seen: spies.seen };
  });
  expect(made).toBe(2);
  expect(seen).toEqual([]);
});

test('a page that has the browser search and select reads nothing of a note', async ({ tifa }) => {
  const page = await tifa.open(
    tifa.pages.serve(`${SITE}/search.html`, `${HEAD}<p>会议强调，今天的天气很好，适合出门。</p>`),
  );
  await takeNote(page, '今天的天气很好', 'private words');
  await expect.poll(async () => (await highlights(page)).length).toBe(1);
  const { x, y } = await markAt(page, '今天的天气很好');
  await page.mouse.click(x, y);
  await notesShowing(page, 'private words');
  const got = await page.evaluate(() => {
    const selection = getSelection();
    const find = (text: string): boolean => (window as unknown as { find(text: string): boolean }).find(text);
    const texts: string[] = [];
    for (const text of ['private', 'words', 'p', 'Edit']) {
      selection?.collapse(document.body, 0);
      find(text);
      texts.push(selection?.toString() ?? '');
      for (const how of ['documentboundary', 'paragraphboundary', 'word']) {
        selection?.modify('extend', 'forward', how);
        selection?.modify('extend', 'backward', how);
        texts.push(selection?.toString() ?? '');
      }
    }
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- a page may use it all the same
    document.execCommand('selectAll');
    texts.push(selection?.toString() ?? '', document.documentElement.innerText);
    return texts.join('\n');
  });
  expect(got).not.toMatch(/private|words/u);
});

test('what was stepped to is marked no longer when other words stand there, and its card goes', async ({
  tifa,
}) => {
  const page = await tifa.open(
    tifa.pages.serve(`${SITE}/steps.html`, `${HEAD}<p id="text">会议强调，坚持党管互联网。</p>`),
  );
  await settled(page);
  const send = async (message: Record<string, unknown>): Promise<unknown> =>
    (await tifa.worker()).evaluate(
      async ([url, request]) => {
        const [tab] = await chrome.tabs.query({ url });
        return chrome.tabs.sendMessage<unknown, unknown>(tab?.id ?? -1, request, { frameId: 0 });
      },
      [page.url(), message] as const,
    );
  expect(await send({ type: 'tifa:step', by: 1, more: false, enter: false })).toBe(true);
  expect(await send({ type: 'tifa:open-current' })).toBe(true);
  await cardShowing(page, '坚持党管互联网');
  expect(await page.evaluate(() => CSS.highlights.has('tifa-focus'))).toBe(true);
  await page.evaluate(() => {
    (document.getElementById('text')?.firstChild as Text).data = '今天的天气很好，适合出门，明天也是。';
  });
  await noCard(page);
  expect(await page.evaluate(() => CSS.highlights.has('tifa-focus'))).toBe(false);
});

test('what a page changes beside a term leaves its card open, and made-up events open and press nothing', async ({
  tifa,
}) => {
  const page = await tifa.open(
    tifa.pages.serve(
      `${SITE}/open.html`,
      `${HEAD}<p id="text">会议强调，坚持党管互联网。</p><p id="clock">0</p>`,
    ),
  );
  await settled(page);
  const { x, y } = await markAt(page, '坚持党管互联网');
  await page.mouse.click(x, y);
  await cardShowing(page, '坚持党管互联网');
  await page.evaluate(async () => {
    const clock = document.getElementById('clock');
    const card = document.querySelector('tifa-card');
    for (let i = 0; i < 50; i++) {
      if (clock !== null) clock.textContent = String(i);
      for (const target of [card, document.body]) {
        for (const type of ['click', 'pointermove', 'pointerdown', 'pointerup'])
          target?.dispatchEvent(
            new PointerEvent(type, { bubbles: true, composed: true, clientX: 5, clientY: 5 }),
          );
        for (const key of ['Escape', 'Enter', 'Tab', 'l'])
          target?.dispatchEvent(new KeyboardEvent('keydown', { key, altKey: key === 'l', bubbles: true }));
      }
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
  expect((await shownCard(page))?.text).toContain('坚持党管互联网');
  expect((await highlights(page)).filter(({ name }) => name !== 'tifa-focus')).toHaveLength(1);
});

/** How often the worker has written a tab's counts in so many milliseconds, and what it keeps of them. */
async function writesOf(
  tifa: Chromium,
  page: Page,
  time: number,
): Promise<{ writes: number; frames: number }> {
  return (await tifa.worker()).evaluate(
    async ([url, wait]) => {
      const [tab] = await chrome.tabs.query({ url });
      const key = `counts:${String(tab?.id)}`;
      let writes = 0;
      const count = (changes: Record<string, unknown>): void => {
        if (key in changes) writes++;
      };
      chrome.storage.session.onChanged.addListener(count);
      await new Promise((resolve) => setTimeout(resolve, wait));
      chrome.storage.session.onChanged.removeListener(count);
      const stored = (await chrome.storage.session.get(key))[key] as object | undefined;
      return { writes, frames: Object.keys(stored ?? {}).length };
    },
    [page.url(), time] as const,
  );
}

test('a page of 150 frames that all change without end keeps the worker neither busy nor from other tabs', async ({
  tifa,
}) => {
  test.setTimeout(120_000);
  const busy = tifa.pages.serve(
    `${SITE}/busy.html`,
    `${HEAD}<p id="busy">一</p><script>
      let i = 0;
      setInterval(() => { busy.textContent = '坚持党管互联网。'.repeat(1 + i++ % 7); }, 100);
    </script>`,
  );
  const page = await tifa.open(
    tifa.pages.serve(
      `${SITE}/frames.html`,
      `${HEAD}<p>建设网络强国。</p>${`<iframe src="${busy}"></iframe>`.repeat(150)}`,
    ),
  );
  await settled(page);
  const other = await tifa.open(
    tifa.pages.serve(`${SITE}/calm.html`, `${HEAD}<p>会议强调，坚持党管互联网。</p>`),
  );
  await settled(other);
  await other.waitForTimeout(2000);
  const { writes, frames } = await writesOf(tifa, page, 3000);
  expect(writes).toBeGreaterThan(0);
  expect(writes).toBeLessThanOrEqual(31);
  expect(frames).toBeLessThanOrEqual(100);
  const asked = performance.now();
  await hoverMark(other, '坚持党管互联网');
  await cardShowing(other, '坚持党管互联网');
  expect(performance.now() - asked).toBeLessThan(5000);
});

test('events that a page makes up open no card', async ({ tifa }) => {
  const page = await tifa.open(
    tifa.pages.serve(`${SITE}/made-up.html`, `${HEAD}<p>加快建设网络强国，坚持党管互联网。</p>`),
  );
  await settled(page);
  const { x, y } = await markAt(page, '坚持党管互联网');
  await page.evaluate(
    ([clientX, clientY]) => {
      const target = document.elementFromPoint(clientX, clientY) ?? document.body;
      const options = { clientX, clientY, bubbles: true, button: 0, pointerType: 'mouse' };
      for (let i = 0; i < 20; i++) {
        target.dispatchEvent(new PointerEvent('pointermove', options));
        target.dispatchEvent(new MouseEvent('click', options));
      }
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 'l', altKey: true }));
    },
    [x, y] as const,
  );
  await page.waitForTimeout(700);
  expect(await shownCard(page)).toBeUndefined();
  await noCard(page);
});

test('our pages are for no page: not in a frame, not in a window, not to be fetched, and not to be talked to', async ({
  tifa,
}) => {
  const id = await tifa.extensionId();
  const page = await tifa.open(
    tifa.pages.serve(`${SITE}/framing.html`, `${HEAD}<p>会议强调，坚持党管互联网。</p>`),
  );
  const before = await settled(page);
  const got = await page.evaluate(async (extension) => {
    const results: Record<string, unknown> = {};
    const files = [
      'popup.html',
      'sidepanel.html',
      'library.html',
      'options.html',
      'page-notes.js',
      'manifest.json',
    ];
    for (const file of files) {
      const address = `chrome-extension://${extension}/${file}`;
      const frame = document.createElement('iframe');
      frame.src = address;
      document.body.append(frame);
      results[`fetch ${file}`] = await fetch(address).then(
        () => 'loaded',
        () => 'refused',
      );
      const script = document.createElement('script');
      script.src = address;
      results[`script ${file}`] = await new Promise((resolve) => {
        script.onload = () => {
          resolve('loaded');
        };
        script.onerror = () => {
          resolve('refused');
        };
        document.head.append(script);
      });
      results[`frame ${file}`] =
        (frame.contentDocument?.body.childElementCount ?? 0) === 0 ? 'refused' : 'loaded';
    }
    const { runtime } = (window as unknown as { chrome?: { runtime?: unknown } }).chrome ?? {};
    results['runtime'] = runtime === undefined ? 'refused' : 'there';
    open(`chrome-extension://${extension}/library.html`);
    await new Promise((resolve) => setTimeout(resolve, 500));
    return results;
  }, id);
  expect([...new Set(Object.values(got))]).toEqual(['refused']);
  expect(tifa.context.pages().filter((one) => one.url().startsWith('chrome-extension://'))).toEqual([]);
  expect(page.frames().filter((frame) => frame.url().startsWith('chrome-extension://'))).toEqual([]);
  expect(await highlights(page)).toEqual(before);
  tifa.problems.splice(0); // Chrome reports what it refused.
  tifa.pages.stray.splice(0);
});

test('the card and a note’s form open under the strictest policy', async ({ tifa }) => {
  const page = await tifa.open(
    tifa.pages.serve(
      `${SITE}/strict.html`,
      `${HEAD}<p>会议强调，坚持党管互联网。今天的天气很好，适合出门。</p>`,
      {
        'content-security-policy':
          "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
      },
    ),
  );
  await settled(page);
  await takeNote(page, '今天的天气很好', 'a note');
  await hoverMark(page, '坚持党管互联网');
  await cardShowing(page, '坚持党管互联网');
});

test('our own card sets off no reading: every mark stays the same, and the page is still', async ({
  tifa,
}) => {
  const page = await tifa.open(
    tifa.pages.serve(
      `${SITE}/still.html`,
      `${HEAD}<p>会议强调，坚持党管互联网。</p><p>加快建设网络强国。</p>`,
    ),
  );
  await settled(page);
  await page.evaluate(() => {
    const kept = [...CSS.highlights].flatMap(([name, all]) => (name.startsWith('tifa-') ? [...all] : []));
    let changes = 0;
    new MutationObserver((records) => {
      changes += records.length;
    }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    Object.assign(window, { kept, changes: () => changes });
  });
  await hoverMark(page, '坚持党管互联网');
  await cardShowing(page, '坚持党管互联网');
  await page.waitForTimeout(500);
  const look = (): Promise<{ same: boolean; changes: number }> =>
    page.evaluate(() => {
      const { kept, changes } = window as unknown as { kept: AbstractRange[]; changes: () => number };
      const now = [...CSS.highlights].flatMap(([name, all]) => (name.startsWith('tifa-') ? [...all] : []));
      return { same: kept.every((range) => now.includes(range)), changes: changes() };
    });
  const before = await look();
  expect(before.same).toBe(true);
  await page.waitForTimeout(1500);
  expect(await look()).toEqual(before);
});

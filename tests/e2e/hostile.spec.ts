import type { Page } from '@playwright/test';
import { noCard, shownCard } from '../support/card.ts';
import { expect, test } from '../support/extension-test.ts';
import { highlights, settled } from '../support/highlights.ts';
import { markAt } from '../support/marks.ts';
import { timeToFrame } from '../support/odd-pages.ts';

const SITE = 'https://www.people.com.cn';
const PAGE = `<!doctype html><meta charset="utf-8"><title>t</title><p id="text">加快建设网络强国，坚持党管互联网。</p>`;

const texts = async (page: Page): Promise<string[]> => (await highlights(page)).map(({ text }) => text);

/** Waits until a place in the page is highlighted, which a page busy with itself may delay. */
async function comesUp(page: Page, text: string): Promise<void> {
  await expect.poll(() => texts(page), { timeout: 15_000 }).toContain(text);
}

test('a page that replaces what scripts are built on is read all the same', async ({ tifa }) => {
  const page = await tifa.open(
    tifa.pages.serve(
      `${SITE}/overridden.html`,
      `<script>
        const broken = () => { throw new Error('broken by the page'); };
        for (const name of ['map', 'push', 'flatMap', 'forEach', 'filter']) Array.prototype[name] = broken;
        Map.prototype.get = broken;
        String.prototype.charCodeAt = () => 0;
        MutationObserver.prototype.observe = broken;
        Object.defineProperty(Node.prototype, 'textContent', { get: broken });
        Object.defineProperty(CharacterData.prototype, 'data', { get: () => '党管互联网' });
        document.createTreeWalker = broken;
        window.Highlight = window.StaticRange = window.Range = undefined;
        window.performance = window.setTimeout = window.chrome = undefined;
      </script>${PAGE}`,
    ),
  );
  const found = (): Promise<number> => page.evaluate(() => CSS.highlights.size);
  await expect.poll(found).toBe(2);
});

test('highlights that the page throws out come back with the next change', async ({ tifa }) => {
  const page = await tifa.open(tifa.pages.serve(`${SITE}/cleared.html`, PAGE));
  await settled(page);
  await page.evaluate(() => {
    CSS.highlights.clear();
    document.body.append(Object.assign(document.createElement('p'), { textContent: '建设数字中国。' }));
  });
  await expect.poll(() => texts(page)).toEqual(['网络强国', '坚持党管互联网', '数字中国']);
});

test('a page that floods the registry keeps its highlights and we keep ours', async ({ tifa }) => {
  const page = await tifa.open(tifa.pages.serve(`${SITE}/flooded.html`, PAGE));
  await settled(page);
  await page.evaluate(() => {
    const text = document.getElementById('text')?.firstChild;
    if (text === null || text === undefined) return;
    for (let i = 0; i < 2000; i++) {
      const range = new StaticRange({
        startContainer: text,
        startOffset: 0,
        endContainer: text,
        endOffset: 2,
      });
      CSS.highlights.set(`page-${String(i)}`, new Highlight(range));
    }
    text.textContent = '坚持网信为民。';
  });
  await expect.poll(() => texts(page)).toEqual(['坚持网信为民']);
  expect(
    await page.evaluate(() => [...CSS.highlights.keys()].filter((name) => name.startsWith('page-')).length),
  ).toBe(2000);
});

test('50,000 elements inside each other are read to the innermost', async ({ tifa }) => {
  const page = await tifa.open(tifa.pages.serve(`${SITE}/nested.html`, PAGE));
  await settled(page);
  await page.evaluate(() => {
    const outermost = document.createElement('div');
    let innermost: HTMLElement = outermost;
    for (let i = 0; i < 50_000; i++) {
      const inside = document.createElement(i % 2 === 0 ? 'span' : 'i');
      innermost.append(inside);
      innermost = inside;
    }
    innermost.textContent = '十个坚持';
    // Not laid out: no browser can. It is read, and waits to be shown.
    outermost.style.display = 'none';
    document.body.append(outermost);
    document.body.append(Object.assign(document.createElement('p'), { textContent: '建设数字中国。' }));
  });
  await comesUp(page, '数字中国');
});

test('a page of 10,000,000 characters is highlighted where the reader is, and can be used meanwhile', async ({
  tifa,
}) => {
  const page = await tifa.open(tifa.pages.serve(`${SITE}/ten-million.html`, PAGE));
  await settled(page);
  await page.evaluate(() => {
    const paragraph = '坚持党管互联网，加快建设网络强国，全面贯彻落实党的二十大精神。'.repeat(10);
    const all = document.createDocumentFragment();
    for (let i = 0; i < 10_000_000 / paragraph.length; i++) {
      all.append(Object.assign(document.createElement('p'), { textContent: paragraph }));
    }
    document.body.append(all);
  });
  for (let i = 0; i < 5; i++) {
    await page.evaluate(timeToFrame);
    await page.waitForTimeout(100);
  }
  await expect
    .poll(() => page.evaluate(() => CSS.highlights.get('tifa-meeting')?.size ?? 0))
    .toBeGreaterThan(5);
  await page.evaluate(() => {
    document.getElementById('text')?.replaceChildren('坚持网信为民。');
    scrollTo(0, 0);
  });
  await comesUp(page, '坚持网信为民');
});

test('ten million characters in one text node do not hold the page', async ({ tifa }) => {
  const page = await tifa.open(tifa.pages.serve(`${SITE}/one-node.html`, PAGE));
  await settled(page);
  await page.evaluate(() => {
    const pre = document.createElement('pre');
    pre.style.whiteSpace = 'pre-wrap';
    pre.textContent = '今天天气很好，适合出门。\n'.repeat(10_000_000 / 13);
    pre.hidden = true;
    document.body.append(pre);
  });
  for (let i = 0; i < 10; i++) {
    const held = await page.evaluate(async () => {
      const start = performance.now();
      await new Promise((resolve) => setTimeout(resolve, 0));
      return performance.now() - start;
    });
    expect(held).toBeLessThan(500);
    await page.waitForTimeout(50);
  }
  await page.evaluate(() => document.getElementById('text')?.replaceChildren('坚持网信为民。'));
  await comesUp(page, '坚持网信为民');
});

test('a thousand changes a second are kept up with, and the last one stands', async ({ tifa }) => {
  const page = await tifa.open(tifa.pages.serve(`${SITE}/busy.html`, `${PAGE}<p id="busy"></p>`));
  await settled(page);
  const slowest = await page.evaluate(async () => {
    const busy = document.getElementById('busy');
    let worst = 0;
    let last = performance.now();
    const frames = (): void => {
      worst = Math.max(worst, performance.now() - last);
      last = performance.now();
      if (running) requestAnimationFrame(frames);
    };
    let running = true;
    requestAnimationFrame(frames);
    for (let second = 0; second < 20; second++) {
      for (let i = 0; i < 50; i++) {
        if (busy !== null) busy.textContent = `第${String(second * 50 + i)}次：坚持党管互联网。`;
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    running = false;
    if (busy !== null) busy.textContent = '建设数字中国。';
    return worst;
  });
  expect(slowest).toBeLessThan(1000);
  await expect.poll(() => texts(page)).toEqual(['网络强国', '坚持党管互联网', '数字中国']);
});

test('text typed character by character ends up highlighted once', async ({ tifa }) => {
  const page = await tifa.open(tifa.pages.serve(`${SITE}/typed.html`, `${PAGE}<p id="typed"> </p>`));
  await settled(page);
  await page.evaluate(async () => {
    const text = document.getElementById('typed')?.firstChild as Text;
    for (const character of '深入贯彻落实“十个坚持”重要原则') {
      text.appendData(character);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  });
  await expect.poll(() => texts(page)).toEqual(['网络强国', '坚持党管互联网', '十个坚持']);
});

test('events that a page makes up open no card', async ({ tifa }) => {
  const page = await tifa.open(tifa.pages.serve(`${SITE}/made-up.html`, PAGE));
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

test('messages that imitate ours, and frames of our pages, come to nothing', async ({ tifa }) => {
  const id = await tifa.extensionId();
  const page = await tifa.open(tifa.pages.serve(`${SITE}/imitating.html`, PAGE));
  const before = await settled(page);
  const loaded = await page.evaluate(async (extension) => {
    for (const type of ['tifa:leave', 'tifa:step', 'tifa:jump', 'tifa:summarise']) {
      postMessage({ type, by: 1, id: 'cyberpower' }, '*');
      dispatchEvent(new CustomEvent(type, { detail: { type } }));
    }
    const frame = document.createElement('iframe');
    frame.src = `chrome-extension://${extension}/popup.html`;
    document.body.append(frame);
    await new Promise((resolve) => setTimeout(resolve, 500));
    return { size: frame.contentDocument?.body.childElementCount ?? -1 };
  }, id);
  // Chrome shows its own page of refusal, which no script of ours or of the page can see into.
  expect(loaded.size).toBeLessThanOrEqual(0);
  expect(await highlights(page)).toEqual(before);
  tifa.problems.splice(0); // Chrome reports the refused frame.
});

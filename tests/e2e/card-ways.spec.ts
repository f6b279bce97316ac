/// <reference types="chrome" />
import { cardShowing, noCard, pressInCard, shownCard } from '../support/card.ts';
import { expect, test } from '../support/extension-test.ts';
import { settled } from '../support/highlights.ts';
import { command } from '../support/keyboard-command.ts';
import { hoverMark, markAt } from '../support/marks.ts';
import { BUNDLED_PAGES } from '../support/served-pages.ts';

const [HOU, GOV] = BUNDLED_PAGES;

test.describe('on a touched screen', () => {
  test.use({ browserOptions: { touch: true, viewport: { width: 400, height: 700 } } });

  test('a tap opens the card, a tap in it follows a term, a tap beside it closes it', async ({ tifa }) => {
    const page = await tifa.open(GOV.address);
    await settled(page);
    const { x, y } = await markAt(page, '坚持党管互联网');
    await page.touchscreen.tap(x, y);
    const card = await cardShowing(page, 'jiānchí dǎng guǎn hùliánwǎng');
    expect(card.box.right).toBeLessThanOrEqual(400);
    const set = card.buttons.find(({ name }) => name === '十个坚持');
    await page.touchscreen.tap(set?.x ?? 0, set?.y ?? 0);
    await cardShowing(page, 'the Ten Upholds');
    await page.touchscreen.tap(3, 3);
    await noCard(page);
  });

  test('a tap on a term in a link follows the link', async ({ tifa }) => {
    const target = tifa.pages.serve('https://www.4hou.com/linked', '<!doctype html><title>linked</title>');
    const page = await tifa.open(
      tifa.pages.serve(
        'https://www.4hou.com/link',
        `<!doctype html><title>link</title><meta name="viewport" content="width=device-width"><p style="margin:80px 10px"><a href="${target}">坚持党管互联网</a>`,
      ),
    );
    await settled(page);
    const { x, y } = await markAt(page, '坚持党管互联网');
    await page.touchscreen.tap(x, y);
    await expect(page).toHaveTitle('linked');
  });
});

test('stepping goes through the page’s frames, one after another and round', async ({ tifa }) => {
  const inner = tifa.pages.serve(
    'https://www.people.com.cn/in',
    '<!doctype html><title>i</title><p>内页：四个自信。',
  );
  const page = await tifa.open(
    tifa.pages.serve(
      'https://www.4hou.com/frames',
      `<!doctype html><title>f</title><p>坚持四个意识。</p><iframe src="${inner}"></iframe>`,
    ),
  );
  await settled(page);
  const frame = page.frames().find((f) => f.url() === inner);
  await expect.poll(() => frame?.evaluate(() => CSS.highlights.size)).toBeGreaterThan(0);
  await page.waitForTimeout(600);
  const focused = async (): Promise<boolean[]> => [
    await page.evaluate(() => CSS.highlights.has('tifa-focus')),
    (await frame?.evaluate(() => CSS.highlights.has('tifa-focus'))) ?? false,
  ];
  for (const expected of [
    [true, false],
    [false, true],
    [true, false],
  ]) {
    await command(tifa, page, 'next-term');
    await expect.poll(focused).toEqual(expected);
  }
  await command(tifa, page, 'previous-term');
  await expect.poll(focused).toEqual([false, true]);
  await command(tifa, page, 'open-card');
  await expect.poll(() => frame?.evaluate(() => document.activeElement?.tagName)).toBe('TIFA-CARD');
});

test('a pinned card is moved by its upper edge, and stays where it was put', async ({ tifa }) => {
  const page = await tifa.open(GOV.address);
  await settled(page);
  await hoverMark(page, '四个自信');
  await cardShowing(page, 'sì gè zìxìn');
  await pressInCard(page, /pin/iu);
  const { box } = await cardShowing(page, 'sì gè zìxìn');
  await page.mouse.move(box.left + 120, box.top + 15);
  await page.mouse.down();
  await page.mouse.move(620, 115, { steps: 4 });
  await page.mouse.up();
  const moved = await shownCard(page);
  expect(moved?.box.left).toBeCloseTo(500, -1);
  expect(moved?.box.top).toBeCloseTo(100, -1);
  await page.evaluate(() => {
    scrollBy(0, 200);
  });
  await page.waitForTimeout(200);
  expect((await shownCard(page))?.box.top).toBeCloseTo(100, -1);
});

test('a quotation is copied with its source', async ({ tifa }) => {
  await tifa.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await tifa.open(GOV.address);
  await settled(page);
  const { x, y } = await markAt(page, '网络强国');
  await page.mouse.click(x, y);
  await cardShowing(page, 'wǎngluò qiángguó');
  await pressInCard(page, /^Copy as quotation/u);
  await cardShowing(page, 'Copied');
  // A page without TLS has no clipboard of its own to read: what was copied is pasted.
  await page.evaluate(() => {
    const box = document.createElement('textarea');
    document.body.prepend(box);
    box.focus();
  });
  await page.keyboard.press('ControlOrMeta+V');
  expect(await page.evaluate(() => document.querySelector('textarea')?.value)).toMatch(
    /^“.*网络强国.*” \(.+\)$/su,
  );
});

test('keys pressed in the card never reach the page, and Tab goes through it', async ({ tifa }) => {
  const page = await tifa.open(GOV.address);
  await settled(page);
  await page.evaluate(() => {
    for (const type of ['keydown', 'keypress', 'keyup']) {
      for (const target of [window, document]) {
        target.addEventListener(
          type,
          (event) => {
            document.documentElement.setAttribute('data-key', (event as KeyboardEvent).key);
          },
          true,
        );
      }
    }
  });
  await command(tifa, page, 'open-card');
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TIFA-CARD');
  for (const key of ['j', 'k', 'Tab', 'Tab', 'ArrowDown', '/']) await page.keyboard.press(key);
  expect(await page.getAttribute('html', 'data-key')).toBeNull();
});

test('the card lies above an element in fullscreen', async ({ tifa }) => {
  const page = await tifa.open(
    tifa.pages.serve(
      'https://www.4hou.com/full',
      '<!doctype html><title>f</title><article style="background:#fff;padding:60px"><button>full</button><p>会议强调，坚持党管互联网。</article><script>document.querySelector("button").onclick=()=>document.querySelector("article").requestFullscreen()</script>',
    ),
  );
  await settled(page);
  await page.getByRole('button').click();
  await expect.poll(() => page.evaluate(() => document.fullscreenElement?.tagName)).toBe('ARTICLE');
  await hoverMark(page, '坚持党管互联网');
  const card = await cardShowing(page, 'jiānchí dǎng guǎn');
  const top = await page.evaluate(
    ({ left, top: y }) => document.elementsFromPoint(left + 20, y + 20)[0]?.tagName,
    card.box,
  );
  expect(top).toBe('TIFA-CARD');
});

test.describe('with a dark interface', () => {
  test.use({ browserOptions: { colorScheme: 'dark' } });
  test('the card is dark on a light page', async ({ tifa }) => {
    const page = await tifa.open(HOU.address);
    await settled(page);
    const { x, y } = await markAt(page, '坚持网信为民');
    await page.mouse.click(x, y);
    const { box } = await cardShowing(page, 'jiānchí wǎngxìn wèi mín');
    const size = { x: box.left + 60, y: box.top + 4, width: 1, height: 1 };
    const pixel = await page.screenshot({ clip: size });
    const brightness = await page.evaluate(async (base64) => {
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      const canvas = new OffscreenCanvas(1, 1).getContext('2d');
      canvas?.drawImage(image, 0, 0);
      return canvas?.getImageData(0, 0, 1, 1).data[0] ?? 255;
    }, pixel.toString('base64'));
    expect(brightness).toBeLessThan(80);
  });
});

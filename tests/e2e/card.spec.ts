/// <reference types="chrome" />
import { cardShowing, noCard, pressInCard, shownCard } from '../support/card.ts';
import { expect, test } from '../support/extension-test.ts';
import { settled } from '../support/highlights.ts';
import { command } from '../support/keyboard-command.ts';
import { hoverMark, markAt } from '../support/marks.ts';
import { BUNDLED_PAGES } from '../support/served-pages.ts';

const [HOU, GOV] = BUNDLED_PAGES;

test('resting on a term opens its card, and leaving both closes it', async ({ tifa }) => {
  const page = await tifa.open(GOV.address);
  await settled(page);
  await hoverMark(page, '四个自信');
  const card = await cardShowing(page, 'sì gè zìxìn');
  expect(card.text).toContain('the Four Confidences');
  expect(card.box.left).toBeGreaterThanOrEqual(0);
  await page.mouse.move(card.box.left + 40, card.box.top + 40);
  await page.waitForTimeout(600);
  expect(await shownCard(page), 'in the card the pointer keeps it open').toBeDefined();
  await page.mouse.move(3, 3);
  await noCard(page);
});

test('a click opens the card, Escape closes it, and the page hears neither key', async ({ tifa }) => {
  const page = await tifa.open(GOV.address);
  await settled(page);
  await page.evaluate(() => {
    addEventListener(
      'keydown',
      ({ key }) => {
        document.documentElement.setAttribute('data-key', key);
      },
      true,
    );
  });
  const { x, y } = await markAt(page, '坚持党管互联网');
  await page.mouse.click(x, y);
  await cardShowing(page, 'jiānchí dǎng guǎn hùliánwǎng');
  await page.keyboard.press('Escape');
  await noCard(page);
  expect(await page.getAttribute('html', 'data-key')).toBeNull();
});

const OURS = 'The ten principles for work on cybersecurity and informatisation of July 2023.';
const OTHER = 'The ten principles of another field; not in these texts.';

for (const [field, words, meant, not] of [
  ['cyberspace work', '网信部门落实“十个坚持”，推动网信事业发展，加强网络安全和互联网治理。', OURS, OTHER],
  ['another field', '教育部门学习“十个坚持”，坚持立德树人，办好学校思政课，建强教师队伍。', OTHER, OURS],
] as const) {
  test(`the card tells which meaning a formula has in an article on ${field}`, async ({ tifa }) => {
    const page = await tifa.open(
      tifa.pages.serve(
        'https://www.people.com.cn/n1/2024/senses.html',
        `<!doctype html><meta charset="utf-8"><title>学习</title><h1>学习心得</h1><p>${words}</p>`,
      ),
    );
    await settled(page);
    const { x, y } = await markAt(page, '十个坚持');
    await page.mouse.click(x, y);
    const { text } = await cardShowing(page, meant);
    expect(text).toMatch(new RegExp(`${meant}\\s*(probably )?meant here`, 'u'));
    expect(text).not.toMatch(new RegExp(`${not}\\s*(probably )?meant here`, 'u'));
  });
}

test('the card of a member shows its set, the members on this page ticked', async ({ tifa }) => {
  const page = await tifa.open(HOU.address);
  await settled(page);
  const { x, y } = await markAt(page, '坚持网信为民');
  await page.mouse.click(x, y);
  const card = await cardShowing(page, '10 of 10');
  expect(card.text).toContain('坚持网信为民');
  expect(card.text).toContain('十个坚持');
});

test('a term inside a term is one click away, with a way back', async ({ tifa }) => {
  const page = await tifa.open(GOV.address);
  await settled(page);
  const { x, y } = await markAt(page, '全国网信办主任会议', 1);
  await page.mouse.click(x, y);
  await cardShowing(page, 'Quánguó');
  await page.keyboard.press('Escape');
  await noCard(page);
  const longer = await markAt(page, '习近平总书记关于网络强国的重要思想');
  await page.mouse.click(longer.x, longer.y);
  await cardShowing(page, '习近平总书记关于网络强国的重要思想');
  await pressInCard(page, /^习近平/u);
  await cardShowing(page, 'Xí Jìnpíng');
  await pressInCard(page, /back/iu);
  await cardShowing(page, 'guānyú wǎngluò qiángguó');
});

test('a pinned card stays while the pointer and clicks go elsewhere', async ({ tifa }) => {
  const page = await tifa.open(GOV.address);
  await settled(page);
  await hoverMark(page, '四个自信');
  await cardShowing(page, 'sì gè zìxìn');
  await pressInCard(page, /pin/iu);
  await page.mouse.move(3, 3);
  await page.mouse.click(3, 3);
  await page.waitForTimeout(700);
  await cardShowing(page, 'sì gè zìxìn');
  await pressInCard(page, /close/iu);
  await noCard(page);
});

test('a term in a link never blocks the link; with Alt held the card opens there', async ({ tifa }) => {
  const target = tifa.pages.serve('https://www.4hou.com/linked', '<!doctype html><title>linked</title>');
  const page = await tifa.open(
    tifa.pages.serve(
      'https://www.4hou.com/link',
      `<!doctype html><title>link</title><p style="margin:100px"><a href="${target}">坚持党管互联网</a>`,
    ),
  );
  await settled(page);
  const { x, y } = await markAt(page, '坚持党管互联网');
  await page.keyboard.down('Alt');
  await page.mouse.click(x, y);
  await page.keyboard.up('Alt');
  await cardShowing(page, 'jiānchí dǎng guǎn');
  await page.keyboard.press('Escape');
  await noCard(page);
  await page.mouse.click(x, y);
  await expect(page).toHaveTitle('linked');
});

test('the card lies above a modal dialog of the page', async ({ tifa }) => {
  const page = await tifa.open(
    tifa.pages.serve(
      'https://www.4hou.com/dialog',
      '<!doctype html><title>d</title><dialog><p>会议强调，坚持党管互联网。</dialog><script>document.querySelector("dialog").showModal()</script>',
    ),
  );
  await settled(page);
  await hoverMark(page, '坚持党管互联网');
  const card = await cardShowing(page, 'jiānchí dǎng guǎn');
  const [top] = await page.evaluate(
    ({ left, top }) => document.elementsFromPoint(left + 20, top + 20).map(({ tagName }) => tagName),
    card.box,
  );
  expect(top).toBe('TIFA-CARD');
});

test('the card keeps inside a viewport 320 pixels wide', async ({ tifa }) => {
  const page = await tifa.newPage();
  await page.setViewportSize({ width: 320, height: 560 });
  await page.goto(GOV.address);
  await settled(page);
  const { x, y } = await markAt(page, '牛一兵');
  await page.mouse.click(x, y);
  const { box } = await cardShowing(page, 'Niú Yībīng');
  expect(box.left).toBeGreaterThanOrEqual(0);
  expect(box.right).toBeLessThanOrEqual(320);
  expect(box.bottom).toBeLessThanOrEqual(560);
});

test('in vertical text the card stands beside its line', async ({ tifa }) => {
  const page = await tifa.open(
    tifa.pages.serve(
      'https://www.4hou.com/vertical',
      '<!doctype html><title>v</title><body style="writing-mode:vertical-rl;height:500px;font-size:20px"><p>会议强调，要坚持党管互联网，坚持网信为民。',
    ),
  );
  await settled(page);
  const { x, y } = await markAt(page, '坚持党管互联网');
  await page.mouse.click(x, y);
  const { box } = await cardShowing(page, 'jiānchí dǎng guǎn');
  expect(box.right <= x || box.left >= x).toBe(true);
});

test('a worker that was ended answers the next card', async ({ tifa }) => {
  const page = await tifa.open(GOV.address);
  await settled(page);
  await hoverMark(page, '四个自信');
  await cardShowing(page, 'sì gè zìxìn');
  await tifa.stopWorker();
  await page.keyboard.press('Escape');
  await noCard(page);
  const { x, y } = await markAt(page, '坚持党管互联网');
  await page.mouse.click(x, y);
  await cardShowing(page, 'jiānchí dǎng guǎn');
});

test('a card that is open when the worker ends goes on from term to term, and back', async ({ tifa }) => {
  const page = await tifa.open(GOV.address);
  await settled(page);
  const { x, y } = await markAt(page, '坚持党管互联网');
  await page.mouse.click(x, y);
  await cardShowing(page, 'jiānchí dǎng guǎn');
  await tifa.stopWorker();
  await pressInCard(page, /^十个坚持$/u);
  await cardShowing(page, 'the Ten Upholds');
  await pressInCard(page, /^Back$/u);
  await cardShowing(page, 'jiānchí dǎng guǎn');
});

test('after an update the card says that the page must be loaded again', async ({ tifa }) => {
  const page = await tifa.open(GOV.address);
  await settled(page);
  await hoverMark(page, '四个自信');
  await cardShowing(page, 'sì gè zìxìn');
  await page.keyboard.press('Escape');
  await noCard(page);
  await tifa.reloadExtension();
  await hoverMark(page, '四个意识');
  await cardShowing(page, 'reload this page');
});

test('terms are stepped through and opened by keyboard, and focus comes back', async ({ tifa }) => {
  const page = await tifa.open(GOV.address);
  const spans = await settled(page);
  const inOrder = spans.map(({ text }) => text.replace(/\s+/gu, ''));
  const focused = (): Promise<string[]> =>
    page.evaluate(() =>
      [...(CSS.highlights.get('tifa-focus') ?? [])].map((place) => {
        const range = new Range();
        range.setStart(place.startContainer, place.startOffset);
        range.setEnd(place.endContainer, place.endOffset);
        return range.toString().replace(/\s+/gu, '');
      }),
    );
  await command(tifa, page, 'next-term');
  await expect.poll(focused).toEqual([inOrder[0]]);
  await command(tifa, page, 'next-term');
  await command(tifa, page, 'next-term');
  await expect.poll(focused).toEqual([inOrder[2]]);
  await command(tifa, page, 'previous-term');
  await expect.poll(focused).toEqual([inOrder[1]]);
  await page.evaluate(() => {
    const button = document.createElement('button');
    document.body.append(button);
    button.focus();
  });
  await command(tifa, page, 'open-card');
  await cardShowing(page, inOrder[1] ?? '');
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TIFA-CARD');
  await page.keyboard.press('Escape');
  await noCard(page);
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('BUTTON');
  await expect.poll(focused).toEqual([]);
});

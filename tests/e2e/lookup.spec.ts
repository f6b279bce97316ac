/// <reference types="chrome" />
import type { Page } from '@playwright/test';
import type { Chromium } from '../support/chromium.ts';
import { cardShowing, shownCard } from '../support/card.ts';
import { expect, test } from '../support/extension-test.ts';
import { highlights, settled } from '../support/highlights.ts';
import { markAt } from '../support/marks.ts';
import { openPopup } from '../support/popup.ts';
import { BUNDLED_PAGES } from '../support/served-pages.ts';

const [HOU, GOV] = BUNDLED_PAGES;

/** The popup on a page that is read, with its summary shown. */
async function popupOn(tifa: Chromium, address: string = GOV.address): Promise<{ page: Page; popup: Page }> {
  const page = await tifa.open(address);
  await settled(page);
  const popup = await openPopup(tifa, page);
  await expect(popup.getByRole('heading', { level: 2, name: /On this page/u })).toBeVisible();
  return { page, popup };
}

const focusText = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...(CSS.highlights.get('tifa-focus') ?? [])].map((place) => {
      const range = new Range();
      range.setStart(place.startContainer, place.startOffset);
      range.setEnd(place.endContainer, place.endOffset);
      return range.toString().replace(/\s+/gu, '');
    }),
  );

test('a term is looked up and its card opened with the keyboard alone, however it is typed', async ({
  tifa,
}) => {
  const { popup } = await popupOn(tifa);
  const box = popup.getByRole('combobox', { name: 'Look up' });
  const card = popup.getByRole('dialog');
  for (const [query, expected] of [
    ['網絡強國', '网络强国'],
    ['wangluoqiangguo', '网络强国'],
    ['wǎngluò qiángguó', '网络强国'],
    ['dghlw', '坚持党管互联网'],
    ['cybersecurity law', '网络安全法'],
  ] as const) {
    await expect(box).toBeFocused();
    await popup.keyboard.press('ControlOrMeta+a');
    await popup.keyboard.type(query);
    await expect(popup.getByRole('option').first(), query).toContainText(expected);
    await expect(box).toHaveAttribute('aria-activedescendant', 'found-0');
    await popup.keyboard.press('Enter');
    await expect(card.getByRole('heading', { level: 2 }), query).toHaveText(expected);
    await expect(card).toBeFocused();
    await popup.keyboard.press('Escape');
    await expect(card).toBeHidden();
  }
  await expect(popup.getByRole('option').first()).toContainText('网络安全法');
  await expect(box).toBeFocused();
  await popup.keyboard.press('Escape');
  await expect(box).toHaveValue('');
  await expect(popup.getByRole('heading', { level: 2 })).toBeVisible();
});

test('Enter means the query that was typed, also before it is answered', async ({ tifa }) => {
  const { popup } = await popupOn(tifa);
  await popup.evaluate(async () => {
    const box = document.querySelector<HTMLInputElement>('[role=combobox]');
    if (box === null) throw new Error('no box');
    box.value = '四个自信';
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    // The next key comes in a task of its own.
    await new Promise((resolve) => setTimeout(resolve));
    box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  });
  await expect(popup.getByRole('dialog').getByRole('heading', { level: 2 })).toHaveText('四个自信');
});

test('while an input method composes, Enter opens nothing', async ({ tifa }) => {
  const { popup } = await popupOn(tifa);
  const session = await popup.context().newCDPSession(popup);
  await session.send('Input.imeSetComposition', { text: "wang'luo", selectionStart: 8, selectionEnd: 8 });
  await expect(popup.getByRole('option').first()).toContainText('网络');
  await popup.evaluate(() => {
    document
      .querySelector('[role=combobox]')
      ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }));
  });
  await popup.waitForTimeout(200);
  await expect(popup.getByRole('dialog')).toBeHidden();
  await session.send('Input.insertText', { text: '网络强国' });
  await expect(popup.getByRole('option').first()).toContainText('网络强国');
  await popup.keyboard.press('Enter');
  await expect(popup.getByRole('dialog')).toBeVisible();
});

test('what is selected on the page is looked up at once', async ({ tifa }) => {
  const page = await tifa.open(
    tifa.pages.serve(
      'https://www.4hou.com/selected',
      '<!doctype html><title>s</title><p>坚持党管互联网。<b>四个自信</b>',
    ),
  );
  await settled(page);
  await page.evaluate(() => {
    getSelection()?.selectAllChildren(document.querySelector('b') ?? document.body);
  });
  const popup = await openPopup(tifa, page);
  await expect(popup.getByRole('combobox')).toHaveValue('四个自信');
  await expect(popup.getByRole('option').first()).toContainText('四个自信');
});

test('terms looked up are offered again, and can be forgotten', async ({ tifa }) => {
  const { popup } = await popupOn(tifa);
  const box = popup.getByRole('combobox');
  for (const query of ['四个意识', '四个自信']) {
    await box.fill(query);
    await expect(popup.getByRole('option').first()).toContainText(query);
    await box.press('Enter');
    await expect(popup.getByRole('dialog')).toBeVisible();
    await popup.keyboard.press('Escape');
  }
  await popup.reload();
  await expect(popup.getByRole('heading', { level: 2 })).toBeVisible();
  await box.press('ArrowDown');
  await expect(popup.getByRole('option')).toContainText([/四个自信/u, /四个意识/u]);
  await popup.getByRole('button', { name: 'Clear' }).click();
  await popup.reload();
  await expect(popup.getByRole('heading', { level: 2 })).toBeVisible();
  await box.press('ArrowDown');
  await expect(popup.getByRole('option')).toHaveCount(0);
});

test('a number in the list goes to the term’s places one after another, a name opens its card', async ({
  tifa,
}) => {
  const { page, popup } = await popupOn(tifa, HOU.address);
  const jump = popup.getByRole('button', { name: /^Go to “习近平”/u });
  await jump.click();
  await expect.poll(() => focusText(page)).toEqual(['习近平']);
  await popup.getByRole('button', { name: /^Go to “十个坚持”.*10 of 10/u }).click();
  await expect.poll(() => focusText(page)).toEqual(['十个坚持']);
  await popup.getByRole('button', { name: '十个坚持', exact: true }).first().click();
  const card = popup.getByRole('dialog');
  await expect(card).toContainText('10 of 10 on this page');
  await card.getByRole('button', { name: '坚持网信为民' }).first().click();
  await expect(card).toContainText('jiānchí wǎngxìn wèi mín');
  await card.getByRole('button', { name: 'Back' }).click();
  await expect(card).toContainText('Shí Gè Jiānchí', { ignoreCase: true });
  await card.getByRole('button', { name: 'Next place' }).click();
  await expect(card).toContainText('Place');
});

test('terms in frames are counted, and jumped to from frame to frame', async ({ tifa }) => {
  const inner = tifa.pages.serve(
    'https://www.people.com.cn/in',
    '<!doctype html><title>i</title><p>内页：四个自信。',
  );
  const page = await tifa.open(
    tifa.pages.serve(
      'https://www.4hou.com/frames',
      `<!doctype html><title>f</title><p>坚持四个自信。</p><iframe src="${inner}"></iframe>`,
    ),
  );
  await settled(page);
  const frame = page.frames().find((f) => f.url() === inner);
  await expect.poll(() => frame?.evaluate(() => CSS.highlights.size)).toBeGreaterThan(0);
  await page.waitForTimeout(500);
  const popup = await openPopup(tifa, page);
  const jump = popup.getByRole('button', { name: /^Go to “四个自信”.*2/u });
  const focused = async (): Promise<boolean[]> => [
    await page.evaluate(() => CSS.highlights.has('tifa-focus')),
    (await frame?.evaluate(() => CSS.highlights.has('tifa-focus'))) ?? false,
  ];
  await jump.click();
  await expect.poll(focused).toEqual([true, false]);
  await jump.click();
  await expect.poll(async () => (await focused())[1]).toBe(true);
});

test('ten thousand characters, emoji, half a surrogate pair: an answer, and a box that still works', async ({
  tifa,
}) => {
  const { popup } = await popupOn(tifa);
  const box = popup.getByRole('combobox');
  for (const query of [
    '坚持党管互联网，建设网络强国。'.repeat(667),
    'wangluo'.repeat(1430),
    '😀👩‍👩‍👧🇨🇳',
    '<img src=x onerror=alert(1)>',
  ]) {
    const start = performance.now();
    await box.evaluate((element, value) => {
      const input = element as HTMLInputElement;
      input.value = value;
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, query);
    await expect(popup.getByRole('option').or(popup.getByText('Nothing found')).first()).toBeVisible();
    expect(performance.now() - start).toBeLessThan(3000);
    await box.fill('四个自信');
    await expect(popup.getByRole('option').first()).toContainText('四个自信');
  }
  // Half a surrogate pair does not survive the way into the page, so the page makes it.
  await box.evaluate((element) => {
    const input = element as HTMLInputElement;
    input.value = `${String.fromCharCode(0xd83d)}网络强国`;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
  await expect(popup.getByRole('option').first()).toContainText('网络强国');
});

test('the popup works while the worker is ended, and never stands blank', async ({ tifa }) => {
  const { popup } = await popupOn(tifa);
  await tifa.stopWorker();
  await popup.getByRole('combobox').fill('四个自信');
  await popup.keyboard.press('Enter');
  await expect(popup.getByRole('dialog')).toContainText('the Four Confidences');
  // And what needs the worker wakes it.
  await popup.reload();
  await expect(popup.getByRole('heading', { level: 2, name: /On this page/u })).toBeVisible();
});

test('“never mark” in the popup takes the marks off the page, and undo brings them back', async ({
  tifa,
}) => {
  const { page, popup } = await popupOn(tifa);
  const marked = async (): Promise<number> =>
    (await highlights(page)).filter(({ text }) => text === '四个自信').length;
  expect(await marked()).toBeGreaterThan(0);
  await popup.getByRole('combobox').fill('四个自信');
  await popup.keyboard.press('Enter');
  await popup.getByRole('button', { name: 'Never mark this term' }).click();
  await expect(popup.getByText('This term is no longer marked.')).toBeVisible();
  await expect.poll(marked).toBe(0);
  await popup.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(marked).toBeGreaterThan(0);
});

test.describe('“look up in Tifa” in the menu of selected text', () => {
  /** What the browser calls when the entry is chosen; the menu itself cannot be opened in a test. */
  async function chooseMenu(tifa: Chromium, page: Page, selectionText: string): Promise<void> {
    await page.bringToFront();
    const worker = await tifa.worker();
    await worker.evaluate(async (text) => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      const { onClicked } = chrome.contextMenus as unknown as {
        onClicked: { dispatch(info: unknown, tab: unknown): void };
      };
      // Half a surrogate pair does not survive the way here: it comes written out.
      const selectionText = text.replace('%ud83d', String.fromCharCode(0xd83d));
      onClicked.dispatch({ menuItemId: 'look-up', selectionText, frameId: 0 }, tab);
    }, selectionText);
  }

  test('opens the card at the selection on a page that Tifa reads', async ({ tifa }) => {
    const page = await tifa.open(GOV.address);
    await settled(page);
    await page.evaluate(() => {
      getSelection()?.selectAllChildren(document.querySelector('h1, h2, p') ?? document.body);
    });
    await chooseMenu(tifa, page, '四个自信');
    await cardShowing(page, 'the Four Confidences');
  });

  test('opens the look-up page elsewhere', async ({ tifa }) => {
    const address = tifa.pages.serve('https://example.com/', '<!doctype html><title>x</title><p>網絡強國');
    const page = await tifa.open(address);
    const opened = tifa.context.waitForEvent('page');
    await chooseMenu(tifa, page, '網絡強國');
    const lookup = await opened;
    await expect(lookup.getByRole('combobox')).toHaveValue('網絡強國');
    await expect(lookup.getByRole('option').first()).toContainText('网络强国');
  });

  test('says what a figure is on the look-up page, with the terms that come near below', async ({ tifa }) => {
    const page = await tifa.open(HOU.address);
    await settled(page);
    const opened = tifa.context.waitForEvent('page');
    await chooseMenu(tifa, page, '50.2万亿元');
    const lookup = await opened;
    await expect(lookup.getByRole('combobox')).toHaveValue('50.2万亿元');
    await expect(lookup.getByText('50.2 trillion yuan')).toBeVisible();
    expect(await shownCard(page)).toBeUndefined();
  });

  test('opens the card of a term whose name, or one of its names, is a figure too', async ({ tifa }) => {
    const page = await tifa.open(
      tifa.pages.serve(
        'https://www.4hou.com/20',
        '<!doctype html><title>20</title><p>二十大，二十届二中全会。',
      ),
    );
    await settled(page);
    await page.evaluate(() => {
      getSelection()?.selectAllChildren(document.body);
    });
    await chooseMenu(tifa, page, '二十届二中全会');
    await cardShowing(page, 'Èrshí Jiè Èr Zhōng Quánhuì');
    await chooseMenu(tifa, page, '二十大');
    await cardShowing(page, 'Dǎng de Èrshí Dà');
  });

  test('takes any selection: ten thousand characters, half a surrogate pair', async ({ tifa }) => {
    const page = await tifa.open(GOV.address);
    await settled(page);
    for (const [selected, beginning] of [
      ['说明。'.repeat(3334), '说明。说明。'],
      ['%ud83d无此词条', '\ufffd无此词条'],
    ] as const) {
      const opened = tifa.context.waitForEvent('page');
      await chooseMenu(tifa, page, selected);
      const lookup = await opened;
      await expect(lookup.getByRole('combobox')).toHaveValue(new RegExp(`^${beginning}`, 'u'));
      await expect(lookup.getByRole('option').or(lookup.getByText('Nothing found')).first()).toBeVisible();
      await lookup.close();
    }
  });

  test('is there once, also after the worker was ended', async ({ tifa }) => {
    const { page, popup } = await popupOn(tifa);
    await tifa.stopWorker();
    await page.bringToFront();
    const { x, y } = await markAt(page, '四个自信');
    await page.mouse.click(x, y);
    await cardShowing(page, 'the Four Confidences');
    const again = await popup.evaluate(
      () =>
        new Promise<string | undefined>((resolve) => {
          chrome.contextMenus.create({ id: 'look-up', title: 'x', contexts: ['selection'] }, () => {
            resolve(chrome.runtime.lastError?.message);
          });
        }),
    );
    expect(again).toContain('duplicate id');
  });
});

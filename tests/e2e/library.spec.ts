import type { Page } from '@playwright/test';
import { expect, test } from '../support/extension-test.ts';
import { highlights } from '../support/highlights.ts';
import { openLibrary } from '../support/library.ts';

const focused = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.activeElement?.textContent.trim());

test('a deep link opens at the paragraph, which has the focus and is in view', async ({ tifa }) => {
  const page = await openLibrary(tifa, '#/sources/002b/p18');
  const target = page.locator('.target');
  await expect(target).toContainText('清朗');
  await expect(target).toBeInViewport();
  await expect(target).toBeFocused();
  await expect(page).toHaveTitle(/向着网络强国阔步迈进/u);
  // Another paragraph of the same text, by its number.
  await page.getByRole('link', { name: 'Paragraph 19' }).click();
  await expect(page.locator('.target')).toContainText('根本性转变');
  expect(new URL(page.url()).hash).toBe('#/sources/002b/p19');
});

test('a text has the highlights that pages have', async ({ tifa }) => {
  const page = await openLibrary(tifa, '#/sources/000');
  const names = new Set((await highlights(page)).map(({ name }) => name));
  expect([...names]).toEqual(expect.arrayContaining(['tifa-principle', 'tifa-person', 'tifa-meeting']));
});

test('by keyboard alone: look up, open, follow a quotation, and back to where one was', async ({ tifa }) => {
  const page = await openLibrary(tifa);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('ten upholds');
  await expect(page.getByRole('status').filter({ hasText: /terms?$/u })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('十个坚持');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page).toHaveTitle(/^十个坚持/u);

  const quotation = page.getByRole('link', { name: /人民日报.*Paragraph/u }).first();
  await quotation.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.target')).toContainText('明确“十个坚持”重要原则');
  await expect(page.locator('.target')).toBeFocused();

  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('十个坚持');
  expect(await focused(page)).toBe('十个坚持');
  await page.goBack();
  await expect(page.getByRole('searchbox')).toHaveValue('ten upholds');
  await page.goForward();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('十个坚持');
});

test('back finds the place in the list again', async ({ tifa }) => {
  const page = await openLibrary(tifa, '#/terms?kind=organisation');
  const last = page.locator('.term-row a').last();
  await last.scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => window.scrollY);
  expect(before).toBeGreaterThan(500);
  await last.click();
  await expect(page.getByText('Organisation').first()).toBeVisible();
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(0);
  await page.goBack();
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(before);
});

test('filters are in the address, and the list answers them', async ({ tifa }) => {
  const page = await openLibrary(tifa);
  await page.getByLabel('Kind').selectOption('person');
  await page.getByLabel('Text').selectOption('003');
  expect(new URL(page.url()).hash).toBe('#/terms?kind=person&source=003');
  await expect(page.locator('.term-row').filter({ hasText: '李克强' })).toBeVisible();
  await expect(page.locator('.term-row').filter({ hasText: '丁薛祥' })).toHaveCount(0);
  await page.reload();
  await expect(page.getByLabel('Kind')).toHaveValue('person');
});

test('a figure looked up says what it is', async ({ tifa }) => {
  const page = await openLibrary(tifa);
  await page.getByRole('searchbox').fill('50.2万亿元');
  await expect(page.locator('.figure-line')).toContainText('50.2 trillion yuan');
});

test('an unknown place says so', async ({ tifa }) => {
  const page = await openLibrary(tifa, '#/terms/no-such-term');
  await expect(page.getByText('There is no term “no-such-term”.')).toBeVisible();
  await page.getByRole('link', { name: 'All terms' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Terms');
});

test('the glossary of a text is downloaded', async ({ tifa }) => {
  const page = await openLibrary(tifa, '#/glossary?source=004');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('tifa-glossary-004.txt');
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  const lines = Buffer.concat(chunks).toString('utf8').trimEnd().split('\n');
  expect(lines.length).toBeGreaterThan(50);
  expect(lines.every((line) => line.split('\t').length === 3)).toBe(true);
});

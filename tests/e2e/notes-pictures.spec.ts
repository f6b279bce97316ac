/** Pictures of notes, in out/screenshots, to be looked at. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { cardShowing } from '../support/card.ts';
import { expect, test } from '../support/extension-test.ts';
import { settled } from '../support/highlights.ts';
import { markAt } from '../support/marks.ts';
import { noteMarks, notesShowing, openPanel, press, selectWords } from '../support/page-notes.ts';
import { OUT } from '../support/paths.ts';
import { BUNDLED_PAGES } from '../support/served-pages.ts';

const [, GOV] = BUNDLED_PAGES;
const FOLDER = join(OUT, 'screenshots');
mkdirSync(FOLDER, { recursive: true });

for (const { language, colorScheme, width } of [
  { language: 'en-US', colorScheme: 'light', width: 1280 },
  { language: 'zh-CN', colorScheme: 'dark', width: 1280 },
  { language: 'zh-CN', colorScheme: 'light', width: 400 },
] as const) {
  const suffix = `${language.slice(0, 2)}-${colorScheme}-${String(width)}`;
  test.describe(suffix, () => {
    test.use({ browserOptions: { language, colorScheme, viewport: { width, height: 800 } } });
    test('toolbar, form, card with notes and panel', async ({ tifa }) => {
      const picture = (name: string): { path: string } => ({ path: join(FOLDER, `${name}-${suffix}.png`) });
      const zh = language === 'zh-CN';
      const take = zh ? '记笔记' : 'Take a note';
      const page = await tifa.open(GOV.address);
      await settled(page);
      await selectWords(page, '全国网信系统');
      await notesShowing(page, take);
      await page.screenshot(picture('notes-toolbar'));
      await press(page, new RegExp(`^${take}$`, 'u'));
      await notesShowing(page, zh ? 'Esc 存为草稿' : 'Esc keeps a draft');
      await page.keyboard.type(zh ? '与 2023 年的表述比较：这里没有“十个坚持”。' : 'Compare with 2023.');
      await page.screenshot(picture('notes-form'));
      await page.keyboard.press('Control+Enter');
      await expect.poll(() => noteMarks(page)).toHaveLength(1);
      const { x, y } = await markAt(page, '四个自信');
      await page.mouse.click(x, y);
      await cardShowing(page, 'sì gè zìxìn');
      const onTerm = zh ? '为此词条记笔记' : 'Note on this term';
      await notesShowing(page, onTerm, 'TIFA-CARD');
      await page.screenshot(picture('notes-card'));
      await press(page, new RegExp(`^${onTerm}$`, 'u'), 'TIFA-CARD');
      await notesShowing(page, zh ? 'Esc 存为草稿' : 'Esc keeps a draft', 'TIFA-CARD');
      await page.keyboard.type(zh ? '四个自信的出处' : 'Where the Four Confidences come from');
      await page.keyboard.press('Tab');
      await page.keyboard.type(zh ? '出处 学习' : 'source study');
      await page.keyboard.press('Control+Enter');
      await notesShowing(page, zh ? '四个自信的出处' : 'Where the Four', 'TIFA-CARD');
      await page.screenshot(picture('notes-card-noted'));
      const panel = await openPanel(tifa, page);
      await expect(panel.getByRole('article')).toHaveCount(2);
      await panel.screenshot(picture('notes-panel'));
    });
  });
}

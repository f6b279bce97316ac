/**
 * The pictures of the README and docs/. They go to out/screenshots in every run,
 * and to docs/screenshots with `npm run screenshots`.
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { requireBrowser } from '../support/browsers.ts';
import { cardShowing, pressInCard } from '../support/card.ts';
import { expect, test } from '../support/extension-test.ts';
import { settled } from '../support/highlights.ts';
import { markAt } from '../support/marks.ts';
import { OUT, PROJECT } from '../support/paths.ts';
import { openPopup } from '../support/popup.ts';
import { BUNDLED_PAGES } from '../support/served-pages.ts';

const FOLDER =
  process.env['TIFA_SCREENSHOTS'] === 'docs' ? join(PROJECT, 'docs/screenshots') : join(OUT, 'screenshots');
mkdirSync(FOLDER, { recursive: true });
const to = (name: string): string => join(FOLDER, `${name}.png`);

for (const width of [1280, 400]) {
  test.describe(`${String(width)} pixels wide`, () => {
    test.use({ browserOptions: { viewport: { width, height: 800 } } });
    for (const { name, address } of BUNDLED_PAGES) {
      test(`picture of the ${name} page`, async ({ tifa }) => {
        const page = await tifa.open(address);
        expect((await settled(page)).length).toBeGreaterThan(50);
        await page.screenshot({ path: to(`${name}-${String(width)}`) });
      });
    }
  });
}

for (const language of ['en-US', 'zh-CN'] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    const suffix = `${language.slice(0, 2)}-${colorScheme}`;
    test.describe(suffix, () => {
      test.use({ browserOptions: { language, colorScheme } });
      test('pictures of card and popup', async ({ tifa }) => {
        const [{ address }] = BUNDLED_PAGES;
        const page = await tifa.open(address);
        await settled(page);
        const { x, y } = await markAt(page, '坚持网信为民');
        await page.mouse.click(x, y);
        await cardShowing(page, 'jiānchí wǎngxìn wèi mín');
        await page.screenshot({ path: to(`card-${suffix}`) });
        await page.keyboard.press('Escape');
        const popup = await openPopup(tifa, page);
        await expect(popup.getByRole('heading', { level: 2 })).toBeVisible();
        await popup.screenshot({ path: to(`popup-${suffix}`) });
      });
    });
  }
}

const SENTENCE = '会议强调，要深入学习习近平总书记关于网络强国的重要思想，坚持党管互联网。';

/** A page of one sentence, set as `style` says. */
function page(style: string, sentence = SENTENCE): string {
  return `<!doctype html><html lang="zh-CN"><title>文</title><body style="margin:24px;font:20px/2 'Noto Serif CJK SC',serif;${style}"><p>${sentence}</p>`;
}

const PLACES: readonly (readonly [name: string, html: string, act: (page: Page) => Promise<void>])[] = [
  [
    'vertical',
    page('writing-mode:vertical-rl;height:452px'),
    async (at) => {
      await click(at, '坚持党管互联网');
      await cardShowing(at, 'jiānchí dǎng guǎn');
    },
  ],
  [
    'edge',
    page('padding-top:380px;text-align:right'),
    async (at) => {
      await click(at, '坚持党管互联网');
      await cardShowing(at, 'jiānchí dǎng guǎn');
    },
  ],
  [
    'nested',
    page(''),
    async (at) => {
      await click(at, '习近平总书记关于网络强国的重要思想');
      await cardShowing(at, 'guānyú wǎngluò qiángguó');
      await pressInCard(at, /^习近平$/u);
      await cardShowing(at, 'Xí Jìnpíng');
    },
  ],
  [
    'pinned',
    page(''),
    async (at) => {
      await click(at, '坚持党管互联网');
      await cardShowing(at, 'jiānchí dǎng guǎn');
      await pressInCard(at, /^Pin$/u);
      await at.mouse.move(10, 10);
      await at.waitForTimeout(100);
    },
  ],
];

async function click(at: Page, text: string): Promise<void> {
  const { x, y } = await markAt(at, text);
  await at.mouse.click(x, y);
}

test.describe('places of the card', () => {
  test.use({ browserOptions: { viewport: { width: 640, height: 520 } } });
  test('pictures of vertical text, the edge, a nested and a pinned card', async ({ tifa }) => {
    for (const [name, html, act] of PLACES) {
      const at = await tifa.open(tifa.pages.serve(`https://www.4hou.com/${name}`, html));
      await settled(at);
      await act(at);
      await at.screenshot({ path: to(`card-${name}`) });
    }
  });
});

/** Pictures of single states (npm test -- dom), several on a sheet. */
const SHEETS: Readonly<Record<string, readonly string[]>> = {
  'card-kinds': ['principle', 'concept', 'person', 'organisation', 'meeting', 'document', 'campaign'].map(
    (kind) => `kind-${kind}`,
  ),
  'card-states': ['set-of-ten', 'member', 'sentence', 'not-listed', 'never', 'loading-known', 'updated'],
  'popup-states': [
    'popup-page',
    'popup-results',
    'popup-card',
    'popup-no-result',
    'popup-not-read',
    'popup-off',
  ],
};

for (const look of ['en-light', 'zh-dark']) {
  test(`sheets of states, ${look}`, async () => {
    const files = Object.values(SHEETS)
      .flat()
      .map((name) => pictureOf(name, look));
    test.skip(!files.every(existsSync), 'the components have not been drawn: npm test -- dom');
    const browser = await chromium.launch({
      executablePath: requireBrowser('chromium'),
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
    try {
      for (const [sheet, names] of Object.entries(SHEETS)) {
        const at = await browser.newPage({ viewport: { width: 1180, height: 400 } });
        const images = names.map((name) => {
          const data = readFileSync(pictureOf(name, look)).toString('base64');
          return `<img src="data:image/png;base64,${data}">`;
        });
        await at.setContent(
          `<style>body{margin:0;padding:12px;background:${look.endsWith('dark') ? '#101114' : '#e9e9e6'};display:flex;flex-wrap:wrap;align-items:start;gap:12px}img{width:270px;max-height:480px;object-fit:cover;object-position:top}</style>${images.join('')}`,
        );
        await at.screenshot({ path: to(`${sheet}-${look}`), fullPage: true });
        await at.close();
      }
    } finally {
      await browser.close();
    }
  });
}

function pictureOf(name: string, look: string): string {
  const width = name.startsWith('popup-') ? '' : look.endsWith('dark') ? '-320' : '-360';
  return join(OUT, 'card', `${name}-${look}${width}.png`);
}

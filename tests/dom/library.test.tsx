import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { LibraryContext } from '../../src/ui/library/context.ts';
import { libraryAt, libraryContext } from './library-support.tsx';

let stage: HTMLElement;

beforeEach(() => {
  stage = document.createElement('div');
  document.body.append(stage);
});

afterEach(() => {
  render(null, stage);
  stage.remove();
  history.replaceState(null, '', location.pathname + location.search);
});

async function open(hash: string, context: LibraryContext = libraryContext('en')): Promise<void> {
  document.documentElement.lang = context.language === 'zh' ? 'zh-CN' : 'en';
  render(libraryAt(hash, context), stage);
  await vi.waitFor(() => {
    expect(stage.querySelector('h1')).not.toBeNull();
  });
}

const PLACES = [
  '#/terms',
  '#/terms?by=set',
  '#/terms?q=wangluo',
  '#/terms?q=20.5亿',
  '#/terms/ten-upholds',
  '#/terms/cyberpower-thought',
  '#/terms/xi-jinping',
  '#/sources',
  '#/sources/000',
  '#/sources/002b/p18',
  '#/glossary?source=004',
  '#/terms/no-such-term',
];

const LOOKS = [
  { language: 'en', scheme: 'light', width: 1280 },
  { language: 'zh', scheme: 'dark', width: 400 },
] as const;

describe.each(LOOKS)('in $language, $scheme, $width px wide', ({ language, scheme, width }) => {
  test.each(PLACES)('%s: axe finds nothing, it is no wider than the window, and titled', async (hash) => {
    await page.viewport(width, 800);
    document.documentElement.style.colorScheme = scheme;
    await open(hash, libraryContext(language));
    document.querySelector('details')?.setAttribute('open', '');
    const { violations } = await axe.run(document);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
      [],
    );
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    expect(document.querySelectorAll('h1')).toHaveLength(1);
    expect(document.title).toContain('Tifa');
  });
});

test.each([
  ['#/nowhere', 'There is no section “nowhere”.'],
  ['#/terms/no-such', 'There is no term “no-such”.'],
  ['#/terms/ten-upholds/more', 'There is no term “ten-upholds/more”.'],
  ['#/sources/007', 'There is no text “007”.'],
  ['#/sources/000/p99', 'This text has no paragraph “p99”: it has 17.'],
  ['#/sources/000/seven', 'This text has no paragraph “seven”: it has 17.'],
  ['#/glossary?source=007', 'There is no text “007”.'],
])('%s says what is not there', async (hash, reason) => {
  await open(hash);
  expect(stage.querySelector('.not-found')?.textContent).toBe(reason);
});

test('a text’s terms are highlighted under the names of their kinds, and taken out when it is left', async () => {
  await open('#/sources/000');
  const names = [...CSS.highlights.keys()].filter((name) => name.startsWith('tifa-'));
  expect(names).toEqual(expect.arrayContaining(['tifa-principle', 'tifa-person', 'tifa-concept-faint']));
  const links = stage.querySelectorAll('a.term').length;
  const ranges = names.reduce((sum, name) => sum + (CSS.highlights.get(name)?.size ?? 0), 0);
  expect(ranges).toBe(links);
  await open('#/terms');
  expect([...CSS.highlights.keys()].filter((name) => name.startsWith('tifa-'))).toEqual([]);
});

test('a number says what it is at focus, and not after Esc', async () => {
  await open('#/sources/002b');
  const figure = [...stage.querySelectorAll<HTMLElement>('.figure')].find(
    (at) => at.textContent === '20.5亿',
  );
  figure?.focus();
  await vi.waitFor(() => {
    expect(stage.querySelector('[role=tooltip]')?.textContent).toContain('over 2.05 billion');
  });
  expect(figure?.getAttribute('aria-describedby')).toBe(stage.querySelector('[role=tooltip]')?.id);
  await userEvent.keyboard('{Escape}');
  expect(stage.querySelector('[role=tooltip]')).toBeNull();
});

test('wordings stand side by side with their differing characters marked', async () => {
  await open('#/terms/cyberpower-thought');
  const marked = [...stage.querySelectorAll('.wordings .only')].map((at) => at.textContent);
  expect(marked).toContain('战略');
});

describe('the glossary', () => {
  test('is handed over as a file, named after its text', async () => {
    const download = vi.fn(() => true);
    await open('#/glossary?source=004', libraryContext('en', { download }));
    await userEvent.click(page.getByLabelText('TBX (TermBase eXchange)'));
    await userEvent.click(page.getByRole('button', { name: 'Download' }));
    expect(download).toHaveBeenCalledExactlyOnceWith(
      'tifa-glossary-004.tbx',
      expect.stringMatching(/^<\?xml/u),
      'application/x-tbx',
    );
  });

  test('is shown as text where there are no downloads', async () => {
    await open('#/glossary', libraryContext('en', { download: () => false }));
    await userEvent.click(page.getByRole('button', { name: 'Download' }));
    await vi.waitFor(() => {
      expect(stage.querySelector('textarea')?.value).toContain('\t');
    });
  });

  test('of a page has the terms that the address names, and says how many it does not know', async () => {
    await open('#/glossary?ids=ten-upholds,xi-jinping,no-such,ten-upholds');
    expect(stage.querySelector('.count')?.textContent).toContain('2 terms');
    expect(stage.textContent).toContain('1 of the terms asked for');
  });
});

test('quotations and citations are copied', async () => {
  const copy = vi.fn(() => Promise.resolve(true));
  await open('#/terms/ten-upholds', libraryContext('zh', { copy }));
  await userEvent.click(page.getByRole('button', { name: '复制引文' }).first());
  await userEvent.click(page.getByRole('button', { name: '按 GB/T 7714 复制' }).first());
  const [quotation, citation] = copy.mock.calls.map((call: unknown[]) => call[0]);
  expect(quotation).toContain('明确‘十个坚持’重要原则');
  expect(citation).toMatch(/^徐隽\. .*\[N\]\. \[人民日报\], \[2023-07-15\]: 第\d+段\.$/u);
  await expect.element(page.getByText('已复制').first()).toBeVisible();
});

import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { htmlText } from '../../src/ui/library/compare/html-text.ts';
import { decodeText, readFile } from '../../src/ui/library/compare/read-file.ts';
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

function open(hash: string, context: LibraryContext = libraryContext('en')): void {
  document.documentElement.lang = context.language === 'zh' ? 'zh-CN' : 'en';
  render(libraryAt(hash, context), stage);
}

async function compared(hash: string, context?: LibraryContext): Promise<void> {
  open(hash, context);
  await vi.waitFor(
    () => {
      expect(stage.querySelector('.compared-line')).not.toBeNull();
    },
    { timeout: 10_000 },
  );
}

function paste(...texts: string[]): void {
  stage.querySelectorAll('textarea').forEach((field, i) => {
    field.value = texts[i] ?? '';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
}

const counter = (): string | undefined => stage.querySelector('.compare-counter')?.textContent;

describe.each([
  { language: 'en', scheme: 'light', width: 1280 },
  { language: 'zh', scheme: 'dark', width: 400 },
] as const)('in $language, $scheme, $width px wide', ({ language, scheme, width }) => {
  test.each(['#/compare', '#/compare/003/000', '#/compare/000/001', '#/compare/text/000'])(
    '%s: axe finds nothing, it is no wider than the window',
    async (hash) => {
      await page.viewport(width, 800);
      document.documentElement.style.colorScheme = scheme;
      const context = libraryContext(language);
      if (/\d{3}\/\d{3}/u.test(hash)) await compared(hash, context);
      else open(hash, context);
      const { violations } = await axe.run(document);
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
        [],
      );
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    },
  );
});

test('two sources: sentences aligned, differences counted, gone to by button and by key', async () => {
  await page.viewport(1280, 800);
  await compared('#/compare/000/001');
  expect(stage.querySelectorAll('.compared-line.same').length).toBeGreaterThan(15);
  const total = /^(\d+) differences$/u.exec(counter() ?? '')?.[1] ?? '';
  expect(Number(total)).toBeGreaterThan(3);
  await userEvent.click(page.getByRole('button', { name: 'Next difference (N)' }));
  await expect.poll(counter).toBe(`1 of ${total}`);
  const current = stage.querySelector('[aria-current=true].compared-line');
  await expect.poll(() => document.activeElement).toBe(current);
  expect(stage.querySelector('.compare-current')?.textContent).not.toBe('');
  await userEvent.keyboard('n');
  await expect.poll(counter).toBe(`2 of ${total}`);
  await userEvent.keyboard('pp');
  await expect.poll(counter).toBe(`${total} of ${total}`);
});

test('“differences only” leaves out what is the same and says how much', async () => {
  await page.viewport(1280, 800);
  await compared('#/compare/000/001');
  await userEvent.click(page.getByLabelText('Differences only'));
  expect(stage.querySelectorAll('.compared-line.same')).toHaveLength(0);
  expect(stage.textContent).toMatch(/\d+ sentences the same/u);
});

test('a difference far down a long text is drawn when it is gone to', async () => {
  const line = (n: number): string => `第${String(n)}号通知要求各单位按照规定做好材料整理报送工作。\n`;
  const long = Array.from({ length: 900 }, (_, n) => line(n + 1)).join('');
  await page.viewport(1280, 800);
  open('#/compare/text/text');
  paste(long, long.replace('第890号', '第891号'));
  await vi.waitFor(
    () => {
      expect(counter()).toMatch(/differences?$/u);
    },
    { timeout: 20_000 },
  );
  await userEvent.click(page.getByRole('button', { name: 'Previous difference (P)' }));
  await vi.waitFor(() => {
    const row = document.activeElement ?? document.body;
    expect(row.getAttribute('role')).toBe('row');
    const { top, bottom } = row.getBoundingClientRect();
    expect(top).toBeGreaterThanOrEqual(0);
    expect(bottom).toBeLessThanOrEqual(innerHeight);
  });
});

test('hostile text stays text', async () => {
  const hostile =
    '<img src=x onerror="document.title=1"><script>document.title=2</script>网络强国建设要坚持党管互联网。';
  await page.viewport(1280, 800);
  open('#/compare/text/text');
  paste(hostile, hostile.replace('坚持', '\u202E加强'));
  await vi.waitFor(
    () => {
      expect(stage.querySelector('.compared-line')).not.toBeNull();
    },
    { timeout: 10_000 },
  );
  expect(stage.querySelector('.compared img, .compared script')).toBeNull();
  expect(stage.querySelector('.compared')?.textContent).toContain('<img src=x');
  expect(document.title).toContain('Tifa');
});

test('what is copied names both texts and marks what differs', async () => {
  const copy = vi.fn((_text: string) => Promise.resolve(true));
  await page.viewport(1280, 800);
  await compared('#/compare/000/001', libraryContext('en', { copy }));
  await userEvent.click(page.getByRole('button', { name: 'Copy as text' }));
  await userEvent.click(page.getByRole('button', { name: 'Copy as Markdown table' }));
  const [text = '', table = ''] = copy.mock.calls.map(([given]) => given);
  expect(text).toContain('人民日报 2023-07-15');
  expect(table.split('\n')[1]).toBe('| --- | --- | --- |');
});

test('the article of a page is asked for, and a tab that is gone is said to be', async () => {
  await page.viewport(1280, 800);
  const articleOfTab = vi.fn(() =>
    Promise.resolve({
      title: '转载',
      address: 'https://www.4hou.com/posts/3rEA',
      blocks: ['全国网络安全和信息化工作会议7月14日至15日在京召开。', '天色渐晚。'],
      isArticle: true,
    }),
  );
  await compared('#/compare/page?tab=7&with=000', libraryContext('en', { articleOfTab }));
  expect(articleOfTab).toHaveBeenCalledExactlyOnceWith(7);
  expect(stage.querySelectorAll('[role=columnheader]')[1]?.textContent).toContain('www.4hou.com');
  expect(stage.querySelectorAll('.compared-line.same')).toHaveLength(1);

  open('#/compare/page?tab=8&with=000');
  await vi.waitFor(() => {
    expect(stage.textContent).toContain('The page gives no text');
  });
});

test('choosing texts puts them into the address; swapping turns them round', async () => {
  await page.viewport(1280, 800);
  open('#/compare');
  await page.getByRole('combobox', { name: 'First text' }).selectOptions('003');
  await page.getByRole('combobox', { name: 'Second text' }).selectOptions('000');
  expect(location.hash).toBe('#/compare/003/000');
  await userEvent.click(page.getByRole('button', { name: 'Swap' }));
  expect(location.hash).toBe('#/compare/000/003');
  await page.getByRole('combobox', { name: 'Second text' }).selectOptions('own');
  expect(location.hash).toBe('#/compare/000/text');
});

describe('opened files', () => {
  test('HTML is read as its blocks of text; nothing of it runs or is loaded', () => {
    const html =
      '<!doctype html><title>t</title><body onload="document.title=1"><h1>标题</h1><script>x</script>' +
      '<div>第一<b>段</b><p>第二\n段<br>下一行</p>尾</div><ruby>汉<rp>(</rp><rt>hàn</rt></ruby><img src="http://x/">';
    expect(htmlText(html).split('\n')).toEqual(['标题', '第一段', '第二 段', '下一行', '尾', '汉']);
    expect(htmlText('')).toBe('');
    const deep = '<div>'.repeat(5000) + '底' + '</div>'.repeat(5000);
    expect(htmlText(deep)).toBe('底');
  });

  test.each<[string, number[], string | undefined]>([
    ['UTF-8', [0xe7, 0xbd, 0x91], '网'],
    ['UTF-8 with a byte order mark', [0xef, 0xbb, 0xbf, 0xe7, 0xbd, 0x91], '网'],
    ['GB18030', [0xcd, 0xf8, 0xc2, 0xe7], '网络'],
    ['UTF-16', [0xff, 0xfe, 0x51, 0x7f], '网'],
    ['none of these', [0xff, 0xff, 0xff], undefined],
  ])('%s', (_, bytes, text) => {
    expect(decodeText(new Uint8Array(bytes), false)).toBe(text);
  });

  test('what is no text is refused', async () => {
    expect(await readFile(new File([new Uint8Array([80, 75, 3, 4, 0, 0])], 'a.docx'))).toBeUndefined();
  });
});

import { afterEach, expect, describe as group, test } from 'vitest';
import { describe } from '../../src/core/anchor/describe.ts';
import { resolve } from '../../src/core/anchor/resolve.ts';
import { buildFoldTable } from '../../src/core/text/build-fold-table.ts';
import { readPageText, type PageText } from '../../src/dom/page-text.ts';

const table = buildFoldTable();

function page(html: string): PageText {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  document.body.replaceChildren(...parsed.body.childNodes);
  return readPageText(document.body, table);
}

function textOf(range: StaticRange | undefined): string | undefined {
  if (range === undefined) return undefined;
  const live = new Range();
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  return live.toString();
}

afterEach(() => {
  document.body.replaceChildren();
});

group('the text of a page', () => {
  test.each([
    [
      'blocks in the order of the document',
      '<p>一</p>二<div>三<p>四</p>五</div>六',
      '一\n二\n三\n四\n五\n六',
    ],
    ['inline elements inside one block', '<p>坚持<b>党管</b><i>互联网</i></p>', '坚持党管互联网'],
    [
      'no scripts, fields, hidden inline text or ruby',
      '<p>一<script>x</script><span hidden>y</span><ruby>二<rt>èr</rt></ruby></p><textarea>z</textarea>',
      '一二',
    ],
    ['nothing of what the reader writes in', '<p>一</p><p contenteditable>二</p>', '一'],
  ])('is %s', (_, html, raw) => {
    expect(page(html).anchor.raw).toBe(raw);
  });

  test.each([
    ['in one text node', '<p>会议强调，要坚持党管互联网。</p>', '坚持党管互联网'],
    ['over inline elements', '<p>会议<b>强调，要坚持</b>党<i>管互联</i>网。</p>', '坚持党管互联网'],
    ['over blocks', '<p>第一段。</p><p>第二段。</p>', '一段。\n第二'],
    ['beyond the BMP', '<p>𠮷野家𠮷</p>', '野家𠮷'],
  ])('leads to a range %s, and back', (_, html, words) => {
    const text = page(html);
    const start = text.anchor.raw.indexOf(words);
    const span = { start, end: start + words.length };
    const range = text.rangeOf(span);
    expect(textOf(range)?.replace(/\s/gu, '')).toBe(words.replace(/\s/gu, ''));
    const live = new Range();
    live.setStart(range?.startContainer ?? document, range?.startOffset ?? 0);
    live.setEnd(range?.endContainer ?? document, range?.endOffset ?? 0);
    expect(text.spanOf(live)).toEqual(span);
  });

  test('a selection that ends in an element covers the text before it, without white space', () => {
    const text = page('<p> 第一段。 </p><p>第二段。</p>');
    const range = new Range();
    range.setStart(document.body, 0);
    range.setEnd(document.body, 1);
    const span = text.spanOf(range);
    expect(text.anchor.raw.slice(span?.start, span?.end)).toBe('第一段。');
  });

  test('words described in one page are found in the page set in another script and markup', () => {
    const before = page('<p>会议强调，要坚持党管互联网，坚持网信为民。</p><p>下一段。</p>');
    const start = before.anchor.raw.indexOf('坚持网信为民');
    const selectors = describe(before.anchor, start, start + 6);
    const after = page('<div>會議強調，要堅持黨管<b>互聯網</b>，堅持<i>網信</i>為民。<p>下一段。</p></div>');
    const found = resolve(after.anchor, selectors);
    expect(found.state).toBe('exact');
    expect(found.state === 'gone' ? '' : textOf(after.rangeOf(found))).toBe('堅持網信為民');
  });
});

group('the fingerprint', () => {
  const ARTICLE =
    '<h1>标题</h1><p>会议强调，要深入贯彻落实网络强国战略思想，坚持党管互联网，坚持网信为民。</p><p>会议指出，过去一年全国网信系统扎实工作，各项任务取得新的进展和成效。</p>';

  test('is of the article, whatever stands around it', () => {
    const one = page(`<nav>首页 新闻</nav><main>${ARTICLE}</main><footer>版权</footer>`).fingerprint;
    const other = page(
      `<div><div>别的网站的菜单</div><section>${ARTICLE}</section></div><p>页脚</p>`,
    ).fingerprint;
    expect(one).toMatch(/^[0-9a-f]{16}$/u);
    expect(other).toBe(one);
  });

  test('differs where the article does', () => {
    const one = page(`<main>${ARTICLE}</main>`).fingerprint;
    expect(page(`<main>${ARTICLE.replace('过去一年', '过去两年')}</main>`).fingerprint).not.toBe(one);
  });

  test('of a page without an article is empty', () => {
    expect(page('<p>短</p>').fingerprint).toBe('');
  });
});

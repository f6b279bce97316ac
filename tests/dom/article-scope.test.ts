import { afterEach, describe, expect, test } from 'vitest';
import { containerOf } from '../../src/dom/element-roles.ts';
import { findArticle } from '../../src/dom/article-scope.ts';
import { ARTICLE_PAGES } from '../support/article-pages.ts';

let stage: HTMLElement | undefined;

afterEach(() => {
  stage?.remove();
  document.title = '';
});

/** Shows a page, and gives the blocks of its article. */
function articleOf(title: string, html: string): { blocks: string[]; isPart: boolean } {
  document.title = title;
  stage = document.createElement('div');
  stage.innerHTML = html;
  document.body.append(stage);
  const scope = findArticle('https://example.org/');
  const blocks: string[] = [];
  let last: Element | null = null;
  const walker = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = (node as Text).data.trim();
    if (text === '' || scope?.contains(node) !== true) continue;
    const block = containerOf(node);
    // What stands in one block is compared line by line.
    if (block === last && block?.querySelector('br') === null) blocks.push(`${blocks.pop() ?? ''}${text}`);
    else blocks.push(text);
    last = block;
  }
  return { blocks, isPart: scope?.isPart ?? false };
}

describe('the article of a page, as the command line finds it', () => {
  test.each(ARTICLE_PAGES)('$name', ({ title, html, article, isPart }) => {
    expect(articleOf(title, html)).toEqual({ blocks: article, isPart: isPart ?? false });
  });
});

test('of two headlines the one that is shown', () => {
  const prose = '这一段是文章的正文，说的是一件具体的事情，有开头，有经过，也有结果。'.repeat(6);
  const headline = '全市秋粮收购工作会议召开';
  articleOf(
    headline,
    `<div id="seen">${headline}</div><div><style>#hidden{display:none}</style><h2 id="hidden">${headline}</h2></div><div><p>${prose}</p></div>`,
  );
  const scope = findArticle('https://example.org/');
  const inside = (id: string): boolean | undefined =>
    scope?.contains(document.querySelector(id)?.firstChild ?? document);
  expect([inside('#seen'), inside('#hidden')]).toEqual([true, false]);
});

test('a page whose title is hidden behind an element of that name', () => {
  const prose = '这一段是文章的正文，说的是一件具体的事情，有开头，有经过，也有结果。'.repeat(6);
  const { blocks } = articleOf(
    '全市秋粮收购工作会议召开',
    `<img name="title" alt=""><div>全市秋粮收购工作会议召开</div><div><p>${prose}</p></div>`,
  );
  expect(blocks[0]).toBe('全市秋粮收购工作会议召开');
});

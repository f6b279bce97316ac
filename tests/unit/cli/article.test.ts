import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadBundled } from '../../../src/cli/bundled.ts';
import { readHtml } from '../../../src/cli/html.ts';
import { analyse } from '../../../src/core/analysis.ts';
import { articleRule } from '../../../src/core/article/rules.ts';
import { setDefinitions } from '../../../src/core/knowledge/knowledge.ts';
import { ARTICLE_PAGES } from '../../support/article-pages.ts';
import { FIXTURE_PAGES } from '../../support/paths.ts';

const { recogniser, knowledge } = loadBundled();
const sets = setDefinitions(knowledge.terms);
const page = (name: string): string => readFileSync(join(FIXTURE_PAGES, `${name}.html`), 'utf8');
const article = (html: string, address?: string): string[] =>
  readHtml(html, address)
    .blocks.filter(({ outside }) => outside !== true)
    .map(({ text }) => text);

const PROSE = '这一段是文章的正文，说的是一件具体的事情，有开头，有经过，也有结果。'.repeat(3);

describe('the article of a page', () => {
  test('by the rules of its site: title, byline and body, not the rest of the page', () => {
    const blocks = article(page('4hou'), 'https://www.4hou.com/posts/3rEA');
    expect(blocks[0]).toContain('网信中国');
    expect(blocks.some((text) => text.includes('蔡奇在讲话中指出'))).toBe(true);
    expect(blocks.length).toBeLessThan(readHtml(page('4hou')).blocks.length / 2);
  });

  test('without rules it is found by its prose', () => {
    const byRule = article(page('4hou'), 'https://www.4hou.com/posts/3rEA');
    const byProse = article(page('4hou'), 'https://example.org/');
    const long = (texts: string[]): string[] => texts.filter((text) => text.length > 60);
    expect(long(byProse)).toEqual(expect.arrayContaining(long(byRule)));
  });

  test.each([
    [
      'a rule of people.com.cn',
      `<div class="nav">导航，导航</div><h1>题目</h1><div class="col-1-1">2023年7月16日</div><div class="rm_txt_con cf"><p>正文一。</p><div class="edit">(责编：某某)</div></div><div class="rec">别的，文章。</div>`,
      'http://politics.people.com.cn/n1/2023/0716/c1024-1.html',
      ['题目', '2023年7月16日', '正文一。'],
    ],
    [
      'a rule of cctv.com',
      '<div class="title_area"><h1>题目</h1></div><div class="content_area" id="content_area"><p>正文。</p></div><p>版权。</p>',
      'https://news.cctv.com/2018/04/21/ARTI.shtml',
      ['题目', '正文。'],
    ],
    [
      'a rule of 12371.cn',
      '<h1 class="big_title">题目</h1><div class="word" id="font_area"><p>正文。</p></div><div>相关，阅读。</div>',
      'https://www.12371.cn/2023/07/15/ARTI.shtml',
      ['题目', '正文。'],
    ],
    [
      'prose beside navigation and a sidebar',
      `<nav>首页，要闻</nav><h1>题目</h1><div id="x"><p>${PROSE}</p><p>${PROSE}</p><ul><li>一、短的</li></ul></div><div class="sidebar"><p>${PROSE}</p></div>`,
      undefined,
      ['题目', PROSE, PROSE, '一、短的'],
    ],
    [
      'one long paragraph among short ones, with all of them',
      `<div class="page"><div class="text"><p>导语，很短。</p><p>${PROSE.repeat(4)}</p><p>结语，也短。</p></div><div class="rec"><p>别的文章，别的事情，都在这里。</p></div></div>`,
      undefined,
      ['导语，很短。', PROSE.repeat(4), '结语，也短。'],
    ],
    [
      'an article in an element that is called a header',
      `<div class="post_header"><div class="post_text"><p>${PROSE}</p><p>${PROSE}</p></div></div>`,
      undefined,
      [PROSE, PROSE],
    ],
    [
      'an article that is shorter than what readers wrote below it',
      `<div class="main"><div class="art"><p>${PROSE.repeat(2)}</p><p>${PROSE.repeat(2)}</p></div>${`<ul class="replies"><li><div>张三</div><div>说得好，说得对，支持，再支持。</div></li></ul>`.repeat(30)}</div>`,
      undefined,
      [PROSE.repeat(2), PROSE.repeat(2)],
    ],
    [
      'an article whose lines are parted by line breaks',
      `<div class="wrap"><div class="c">${PROSE}<br><br>${PROSE}<br><br>${PROSE}</div><div class="other"><p>登录后可以评论，文明上网，理性发言。</p></div></div>`,
      undefined,
      [PROSE, PROSE, PROSE],
    ],
    [
      'an article without its list of links',
      `<div class="c"><p>${PROSE}</p><p>${PROSE}</p><p><a href="/1">别的文章，别的标题，请看这里</a></p></div>`,
      undefined,
      [PROSE, PROSE],
    ],
    [
      'a page with too little prose, as a whole',
      '<p>短。</p><div><p>也短。</p></div>',
      undefined,
      ['短。', '也短。'],
    ],
  ])('%s', (_, html, address, expected) => {
    expect(article(html, address)).toEqual(expected);
  });

  test.each(ARTICLE_PAGES)('$name', ({ title, html, article: expected }) => {
    expect(article(`<title>${title}</title>${html}`)).toEqual(expected);
  });

  test('the set check speaks of the article, terms of the page', () => {
    const members = '坚持党管互联网，坚持网信为民，坚持统筹发展和安全，';
    const html = `<div class="sidebar">${members}</div><div><p>${PROSE}十个坚持。</p><p>${PROSE}</p></div>`;
    const { text, blocks } = readHtml(html);
    const { terms, sets: checks } = analyse(text, blocks, recogniser, sets);
    expect(terms.map(({ id }) => id)).toContain('uphold-party-governs-internet');
    const check = checks.find(({ id }) => id === 'ten-upholds');
    expect(check?.named).toBe(true);
    expect(check?.members.every(({ state }) => state === 'absent')).toBe(true);
  });
});

test.each([
  ['https://www.4hou.com/posts/3rEA', true],
  ['http://m.people.cn/n4/', true],
  ['https://people.com.cn.example.org/', false],
  ['about:blank', false],
])('%s has rules: %s', (address, has) => {
  expect(articleRule(address) !== undefined).toBe(has);
});

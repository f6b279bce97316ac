import { afterEach, describe, expect, test } from 'vitest';
import { matcherFromText } from '../../src/core/match/matcher-from-text.ts';
import { Recogniser } from '../../src/core/match/recogniser.ts';
import type { SenseDecision } from '../../src/core/match/senses.ts';
import { isClaimed, pageSense } from '../../src/content/card/page-sense.ts';
import { tally } from '../../src/content/card/on-page.ts';
import { findArticle } from '../../src/dom/article-scope.ts';
import { PageReader } from '../../src/dom/page-reader.ts';
import { Painter } from '../../src/dom/painter.ts';
import { MATCHER_TEXT } from '../../src/generated/matcher.ts';
import { NAMES_TEXT } from '../../src/generated/names.ts';

const recogniser = new Recogniser(matcherFromText(MATCHER_TEXT, NAMES_TEXT));
const { matcher } = recogniser;
let reader: PageReader | undefined;
let stage: HTMLElement | undefined;

afterEach(() => {
  reader?.stop();
  stage?.remove();
});

interface Seen {
  readonly sense: SenseDecision | undefined;
  readonly claimed: boolean;
  readonly counted: readonly string[];
}

/** Reads a page, and decides on the first term on it that has several meanings. */
async function read(html: string, address = 'https://example.org/'): Promise<Seen> {
  stage = document.createElement('div');
  stage.setHTMLUnsafe(html);
  document.body.append(stage);
  reader = new PageReader(recogniser, new Painter(), () => undefined);
  reader.start();
  await expect.poll(() => reader?.count).toBeGreaterThan(0);
  const mentions = reader.mentions();
  const scope = findArticle(address);
  const inArticle = (node: Node): boolean => scope?.contains(node) ?? true;
  const entries = mentions.flatMap(({ mention }) => [mention, ...mention.nested]).map(({ entry }) => entry);
  const entry = entries.find((each) => matcher.senses(each).length > 0);
  if (entry === undefined) throw new Error('nothing with several meanings');
  return {
    sense: pageSense(entry, mentions, recogniser, inArticle),
    claimed: isClaimed(entry, mentions, recogniser, inArticle),
    counted: tally(mentions, recogniser, inArticle).map(({ id }) => id),
  };
}

const PROSE = '会议听取了各方面的意见，讨论了今后一个时期的安排，提出了具体的要求。'.repeat(4);
const STATISTICS = `<p>统计部门要遵循“十个坚持”，防治统计造假，${PROSE}</p><p>${PROSE}</p>`;
const CYBER = `<p>网信部门要落实“十个坚持”，推动网信事业发展，${PROSE}</p><p>${PROSE}</p>`;
const CYBER_MENU = `<nav>${'<a>网络安全</a> <a>网信要闻</a> <a>互联网治理</a> '.repeat(6)}</nav>`;
const STATISTICS_LIST = `<aside>${'<p>统计公报发布，统计数据真实，统计执法检查</p>'.repeat(6)}</aside>`;

describe('which meaning a form has on a page is decided by', () => {
  test.each([
    ['the words around it', STATISTICS, 'other-field', false],
    [
      'the words of its article, not those of a menu',
      `${CYBER_MENU}<div>${STATISTICS}</div>`,
      'other-field',
      false,
    ],
    [
      'the words of its article, not those of a list beside it',
      `<div>${CYBER}</div>${STATISTICS_LIST}`,
      'cyber',
      true,
    ],
    [
      'no script, style or form field',
      `<script type="text/plain">${'网信网络互联网'.repeat(9)}</script><style>/* ${'网信网络'.repeat(9)} */</style><textarea>${'网信网络'.repeat(9)}</textarea>${STATISTICS}`,
      'other-field',
      false,
    ],
    [
      'words that come after it',
      `<p>遵循“十个坚持”。</p><p>${PROSE}</p><p>${'统计数据真实可信，统计执法检查到位，统计监督有力。'.repeat(2)}</p>`,
      'other-field',
      false,
    ],
    [
      'the words of a shadow tree, where the article is in one',
      `<x-a><template shadowrootmode="open"><div>${STATISTICS}</div></template></x-a>`,
      'other-field',
      false,
    ],
    [
      'the words of a headline that stands outside of its article’s element, where no others do',
      `<div><h3>全省统计执法检查严查统计造假，统计数据质量提升</h3><div>2024-10-12 来源：某网</div></div><div><p>大会提出“十个坚持”。</p><p>${PROSE}</p></div>`,
      'other-field',
      false,
    ],
    [
      'traditional text as simplified',
      `<p>統計部門要遵循「十個堅持」，防治統計造假，${PROSE}</p>`,
      'other-field',
      false,
    ],
  ])('%s', async (_, html, id, claimed) => {
    const seen = await read(html);
    expect(seen.sense?.id).toBe(id);
    expect(seen.sense?.certainty).not.toBe('unclear');
    expect(seen.claimed).toBe(claimed);
    expect(seen.counted.includes('ten-upholds')).toBe(claimed);
  });

  test('nothing, where nothing speaks for any: it stays ours, and is said to be unclear', async () => {
    const seen = await read('<p>会议提出“十个坚持”。</p>');
    expect(seen.sense).toEqual({ id: 'cyber', certainty: 'unclear' });
    expect(seen.claimed).toBe(true);
    expect(seen.counted).toEqual(['ten-upholds']);
  });

  test('the site’s rules, where they say what its article is', async () => {
    const page = `<div class="rec">${'<p>网信要闻，网络安全，互联网治理</p>'.repeat(9)}</div><div class="rm_txt_con">${STATISTICS}</div>`;
    const seen = await read(page, 'https://politics.people.com.cn/n1/2023/0716/c1024-1.html');
    expect(seen.sense?.id).toBe('other-field');
  });

  test('a term with one meaning has none to decide on', async () => {
    await read('<p>会议提出“十个坚持”，建设网络强国。</p>');
    const mentions = reader?.mentions() ?? [];
    const cyberpower = mentions.find(({ mention }) => matcher.id(mention.entry) === 'cyberpower');
    expect(cyberpower).toBeDefined();
    const entry = cyberpower?.mention.entry ?? -1;
    expect(pageSense(entry, mentions, recogniser, () => true)).toBeUndefined();
    expect(isClaimed(entry, mentions, recogniser, () => true)).toBe(true);
  });
});

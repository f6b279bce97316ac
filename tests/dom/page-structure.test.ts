import { afterEach, describe, expect, test } from 'vitest';
import { matcherFromText } from '../../src/core/match/matcher-from-text.ts';
import { Recogniser } from '../../src/core/match/recogniser.ts';
import { findArticle } from '../../src/dom/article-scope.ts';
import { liveRange, textAtPoint } from '../../src/dom/hit-test.ts';
import { PageReader } from '../../src/dom/page-reader.ts';
import { Painter } from '../../src/dom/painter.ts';
import { MATCHER_TEXT } from '../../src/generated/matcher.ts';
import { NAMES_TEXT } from '../../src/generated/names.ts';

const recogniser = new Recogniser(matcherFromText(MATCHER_TEXT, NAMES_TEXT));
let reader: PageReader | undefined;
let stage: HTMLElement | undefined;

/** Puts HTML on the page, declarative shadow roots included, and reads it. */
function show(html: string): HTMLElement {
  stage = document.createElement('div');
  stage.setHTMLUnsafe(html);
  document.body.append(stage);
  reader = new PageReader(recogniser, new Painter(), () => undefined);
  reader.start();
  return stage;
}

const found = (): string[] =>
  (reader?.mentions() ?? []).map(({ range }) =>
    liveRange(range)
      .toString()
      .replace(/[\s\u00ad]+/gu, ''),
  );
/** What must be there for a test to make sense. */
function here<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('not on the page');
  return value;
}
const inside = (selector: string): Element => here(stage?.querySelector(selector));

afterEach(() => {
  reader?.stop();
  stage?.remove();
});

describe('text is read where it is rendered', () => {
  test.each([
    [
      'an open shadow root',
      '<x-a><template shadowrootmode="open"><p>建设网络强国</p></template></x-a>',
      ['网络强国'],
    ],
    [
      'a shadow root of a block',
      '<div><template shadowrootmode="open">建设网络强国</template>建设数字中国</div>',
      ['网络强国'],
    ],
    [
      'nested shadow roots',
      '<x-a><template shadowrootmode="open"><section><x-b><template shadowrootmode="open"><p>数字中国</p></template></x-b></section></template></x-a>',
      ['数字中国'],
    ],
    [
      'slotted inline text, in the block that shows it',
      '<x-a><template shadowrootmode="open"><p>建设<slot></slot>。</p></template>网络<b>强国</b></x-a>',
      ['网络强国'],
    ],
    [
      'slots in their own order, not that of the children',
      '<x-a><template shadowrootmode="open"><h2><slot name="t"></slot></h2><p><slot></slot></p></template><span>数字中国</span><span slot="t">网络强国</span></x-a>',
      ['网络强国', '数字中国'],
    ],
    [
      'slotted blocks',
      '<x-a><template shadowrootmode="open"><slot></slot></template><p>网络强国</p><p>数字中国</p></x-a>',
      ['网络强国', '数字中国'],
    ],
    [
      'what a slot shows while it is empty',
      '<x-a><template shadowrootmode="open"><p><slot>网络强国</slot></p></template></x-a>',
      ['网络强国'],
    ],
    [
      'a slot passed on into another shadow root',
      '<x-a><template shadowrootmode="open"><x-b><template shadowrootmode="open"><p>：<slot></slot></p></template><slot></slot></x-b></template>网络强国</x-a>',
      ['网络强国'],
    ],
    ['<wbr> and soft hyphens', '<p>网络<wbr>强&shy;国</p>', ['网络强国']],
    ['<br> within a name', '<p>建设网络<br>强国</p>', ['网络强国']],
    ['two <br> as the end of a paragraph', '<p>建设网络<br><br>强国</p>', []],
    [
      'table cells apart',
      '<table><tr><td>网络</td><td>强国</td></tr><tr><td>数字中国</td></tr></table>',
      ['数字中国'],
    ],
    ['list items apart', '<ul><li>网络</li><li>强国</li><li>十个坚持</li></ul>', ['十个坚持']],
    ['headings', '<h1>网络<small>强国</small></h1>', ['网络强国']],
    [
      'ruby without its readings',
      '<p><ruby>网<rp>(</rp><rt>wǎng</rt><rp>)</rp>络<rt>luò</rt></ruby>强国</p>',
      ['网(wǎng)络luò强国'],
    ],
    ['vertical writing', '<p style="writing-mode: vertical-rl">建设网络强国</p>', ['网络强国']],
    ['display: contents', '<p><span style="display: contents">网络</span>强国</p>', ['网络强国']],
    [
      'inline elements styled as blocks, apart',
      '<p><span style="display: block">网络</span><span style="display: block">强国</span></p>',
      [],
    ],
    ['aria-hidden text, which is seen', '<p aria-hidden="true">网络强国</p>', ['网络强国']],
    [
      'content-visibility: auto',
      '<div style="content-visibility: auto; contain-intrinsic-size: 10px">网络强国</div>',
      ['网络强国'],
    ],
    ['not visibility: hidden', '<p style="visibility: hidden">网络强国</p><p>数字中国</p>', ['数字中国']],
    [
      'not what no slot shows',
      '<x-a><template shadowrootmode="open"><p>数字中国</p></template>网络强国</x-a>',
      ['数字中国'],
    ],
    [
      'not form fields',
      '<input value="网络强国"><textarea>网络强国</textarea><p contenteditable>网络强国</p><p>数字中国</p>',
      ['数字中国'],
    ],
    [
      'not across shadow edges that no range can span',
      '<x-a><template shadowrootmode="open"><p>网络<slot></slot></p></template>强国</x-a>',
      [],
    ],
  ])('%s', async (_, html, expected) => {
    show(html);
    await expect.poll(found).toEqual(expected);
  });
});

describe('what changes is read again', () => {
  test('text changed inside a shadow root', async () => {
    show('<x-a><template shadowrootmode="open"><p>网络强国</p></template></x-a>');
    await expect.poll(found).toEqual(['网络强国']);
    here(inside('x-a').shadowRoot?.querySelector('p')).textContent = '数字中国';
    await expect.poll(found).toEqual(['数字中国']);
  });

  test('a block added to a shadow root, and taken out again', async () => {
    show('<x-a><template shadowrootmode="open"><div></div></template></x-a>');
    const added = document.createElement('p');
    added.textContent = '网络强国';
    here(inside('x-a').shadowRoot?.firstElementChild).append(added);
    await expect.poll(found).toEqual(['网络强国']);
    added.remove();
    await expect.poll(found).toEqual([]);
  });

  test('text slotted later, moved to another slot, and taken out', async () => {
    show(
      '<x-a><template shadowrootmode="open"><p>一：<slot name="a"></slot></p><p>二：<slot name="b"></slot></p></template></x-a>',
    );
    const text = document.createElement('span');
    text.slot = 'a';
    text.textContent = '网络强国';
    inside('x-a').append(text);
    await expect.poll(found).toEqual(['网络强国']);
    text.slot = 'b';
    await expect.poll(found).toEqual(['网络强国']);
    text.remove();
    await expect.poll(found).toEqual([]);
  });

  test('slotted text that changes', async () => {
    show('<x-a><template shadowrootmode="open"><p><slot></slot></p></template>网络强国</x-a>');
    await expect.poll(found).toEqual(['网络强国']);
    (inside('x-a').lastChild as Text).data = '数字中国';
    await expect.poll(found).toEqual(['数字中国']);
  });

  test('a custom element defined after it was read', async () => {
    show('<x-late-inline>数字中国</x-late-inline><p></p>');
    await expect.poll(found).toEqual(['数字中国']);
    customElements.define(
      'x-late-inline',
      class extends HTMLElement {
        constructor() {
          super();
          this.attachShadow({ mode: 'open' }).innerHTML = '<p>网络强国</p>';
        }
      },
    );
    await expect.poll(found).toEqual(['网络强国']);
  });

  test('an empty element that is given a shadow root', async () => {
    show('<div id="app"></div>');
    await new Promise((resolve) => setTimeout(resolve, 20));
    inside('#app').attachShadow({ mode: 'open' }).innerHTML = '<p>网络强国</p>';
    await expect.poll(found).toEqual(['网络强国']);
  });

  test('a host taken out and put back', async () => {
    const on = show('<x-a><template shadowrootmode="open"><p>网络强国</p></template></x-a>');
    await expect.poll(found).toEqual(['网络强国']);
    const host = inside('x-a');
    host.remove();
    await expect.poll(found).toEqual([]);
    on.append(host);
    await expect.poll(found).toEqual(['网络强国']);
  });

  test.each([
    [
      'details',
      '<details><summary>更多</summary><p>网络强国</p></details>',
      (e: Element) => {
        e.setAttribute('open', '');
      },
    ],
    [
      'a dialog',
      '<dialog><p>网络强国</p></dialog>',
      (e: Element) => {
        (e as HTMLDialogElement).showModal();
      },
    ],
    [
      'a popover',
      '<div popover><p>网络强国</p></div>',
      (e: Element) => {
        (e as HTMLElement).showPopover();
      },
    ],
    [
      'hidden=until-found',
      '<p hidden="until-found">网络强国</p>',
      (e: Element) => {
        e.removeAttribute('hidden');
      },
    ],
    [
      'a class',
      '<style>.off { display: none }</style><p class="off">网络强国</p>',
      (_: Element, on: Element) => {
        here(on.querySelector('p')).className = '';
      },
    ],
    [
      'a class far above',
      '<style>.off p { display: none }</style><div class="off"><p>网络强国</p></div>',
      (_: Element, on: Element) => {
        here(on.querySelector('div')).className = '';
      },
    ],
    [
      'visibility',
      '<style>.off { visibility: hidden }</style><p class="off">网络强国</p>',
      (_: Element, on: Element) => {
        here(on.querySelector('p')).className = '';
      },
    ],
  ])('%s, once it is shown', async (_, html, open) => {
    const on = show(html);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(found()).toEqual([]);
    open(here(on.firstElementChild), on);
    await expect.poll(found).toEqual(['网络强国']);
  });
});

test('the term under the pointer is found in a shadow root', async () => {
  show('<x-a><template shadowrootmode="open"><p>网络强国</p></template></x-a>');
  await expect.poll(found).toEqual(['网络强国']);
  const range = liveRange(here(reader?.mentions()[0]).range);
  const { left, top, height } = range.getBoundingClientRect();
  const point = textAtPoint(left + 20, top + height / 2, reader?.shadowRoots);
  expect(point && reader?.mentionAt(point)?.range).toBe(reader?.mentions()[0]?.range);
});

test('the text of scripts and styles is no prose of a page’s article', () => {
  const prose = '这一段是文章的正文，说的是一件具体的事情，有开头，有经过，也有结果。'.repeat(3);
  const code = 'if (a, b; c) { d(), e; } // 说明，说明，说明。'.repeat(60);
  show(
    `<div><p id="in">${prose}</p><p>${prose}</p></div><script type="text/plain">${code}</script><style>/* ${code} */</style><div><p id="out">版权所有，不得转载，联系我们。</p></div>`,
  );
  const scope = findArticle('https://example.org/');
  expect(scope?.contains(inside('#in'))).toBe(true);
  expect(scope?.contains(inside('#out'))).toBe(false);
});

test('reading leaves shadow trees as they are', async () => {
  show('<x-a><template shadowrootmode="open"><p>网络强国</p></template></x-a>');
  await expect.poll(found).toEqual(['网络强国']);
  const root = here(inside('x-a').shadowRoot);
  expect(root.innerHTML).toBe('<p>网络强国</p>');
  expect(root.adoptedStyleSheets).toEqual([]);
});

import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { matcherFromText } from '../../src/core/match/matcher-from-text.ts';
import { Recogniser } from '../../src/core/match/recogniser.ts';
import { PageReader } from '../../src/dom/page-reader.ts';
import { Painter } from '../../src/dom/painter.ts';
import { MATCHER_TEXT } from '../../src/generated/matcher.ts';
import { NAMES_TEXT } from '../../src/generated/names.ts';

const matcher = matcherFromText(MATCHER_TEXT, NAMES_TEXT);

/** Pieces that make up terms only where they meet. */
const PIECES = [
  '坚持',
  '党管',
  '互联网',
  '网络',
  '强国',
  '十个坚持',
  '，',
  '。',
  '\n',
  '二十',
  '大',
  '党的',
  ' ',
];
const INLINE = ['b', 'span', 'a', 'wbr', 'br'] as const;
const BLOCKS = ['p', 'div', 'li', 'section', 'details', 'td'] as const;
const LEFT_OUT = ['style', 'textarea', 'select', 'img'] as const;
const ATTRIBUTES = [
  ['hidden', ''],
  ['style', 'display: none'],
  ['style', 'color: red'],
  ['contenteditable', ''],
  ['class', 'gone'],
  ['open', ''],
] as const;

type Edit =
  | { readonly type: 'text'; readonly at: number; readonly before: number; readonly piece: string }
  | {
      readonly type: 'element';
      readonly at: number;
      readonly before: number;
      readonly name: string;
      readonly piece: string;
    }
  | { readonly type: 'remove' | 'unwrap' | 'normalise' | 'empty'; readonly at: number }
  | { readonly type: 'data'; readonly at: number; readonly piece: string }
  | { readonly type: 'move'; readonly at: number; readonly to: number; readonly before: number }
  | { readonly type: 'attribute'; readonly at: number; readonly attribute: number };

const index = fc.nat({ max: 40 });
const piece = fc.constantFrom(...PIECES);
const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ type: fc.constant('text' as const), at: index, before: index, piece }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('element' as const),
      at: index,
      before: index,
      name: fc.constantFrom(...INLINE, ...BLOCKS, ...LEFT_OUT),
      piece,
    }),
  },
  fc.record({ type: fc.constantFrom('remove', 'unwrap', 'normalise', 'empty'), at: index }),
  { weight: 2, arbitrary: fc.record({ type: fc.constant('data' as const), at: index, piece }) },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('move' as const), at: index, to: index, before: index }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('attribute' as const),
      at: index,
      attribute: fc.nat({ max: ATTRIBUTES.length - 1 }),
    }),
  },
);

function pick<T>(list: readonly T[], at: number): T | undefined {
  return list[at % Math.max(1, list.length)];
}

function insert(parent: Node, node: Node, before: number): void {
  parent.insertBefore(node, pick([...parent.childNodes, null], before) ?? null);
}

/** Changes a part of the page the way pages do; what does not apply is passed over. */
function apply(root: Element, change: Edit): void {
  const elements = [root, ...root.querySelectorAll('*')];
  const target = pick(elements, change.at) ?? root;
  switch (change.type) {
    case 'text':
      insert(target, document.createTextNode(change.piece), change.before);
      break;
    case 'element': {
      const element = document.createElement(change.name);
      element.textContent = change.piece;
      insert(target, element, change.before);
      break;
    }
    case 'remove':
      if (target !== root) target.remove();
      break;
    case 'unwrap':
      if (target !== root) target.replaceWith(...target.childNodes);
      break;
    case 'normalise':
      target.normalize();
      break;
    case 'empty':
      target.textContent = '';
      break;
    case 'data': {
      const texts = [...target.childNodes].filter((node) => node instanceof Text);
      const [text] = texts;
      if (text !== undefined) text.data = change.piece + text.data;
      break;
    }
    case 'move': {
      const to = pick(elements, change.to) ?? root;
      if (target !== root && !target.contains(to)) insert(to, target, change.before);
      break;
    }
    case 'attribute': {
      const [name, value] = ATTRIBUTES[change.attribute] ?? ATTRIBUTES[0];
      if (target === root) break;
      if (target.getAttribute(name) === value) target.removeAttribute(name);
      else target.setAttribute(name, value);
    }
  }
}

/** What a reader has, in words and places that can be compared. */
function listed(reader: PageReader): string[] {
  return reader.mentions().map(({ mention, range }) => {
    const live = new Range();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    return `${matcher.id(mention.entry)} ${live.toString()}`;
  });
}

const painters: Painter[] = [];
function painter(): Painter {
  const made = new Painter();
  painters.push(made);
  return made;
}

/** Until changes have been heard of, and shown or hidden blocks too. */
async function settle(): Promise<void> {
  for (let i = 0; i < 3; i++)
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

afterEach(() => {
  for (const made of painters.splice(0)) made.clear();
  document.body.replaceChildren();
});

describe('reading again only what changed', () => {
  test('finds what reading everything again finds, whatever was changed', { timeout: 120_000 }, async () => {
    const style = document.createElement('style');
    style.textContent = '.gone { display: none }';
    document.head.append(style);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(edit, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 5 }),
        async (rounds) => {
          const root = document.createElement('main');
          document.body.replaceChildren(root);
          const recogniser = new Recogniser(matcher);
          const reader = new PageReader(recogniser, painter(), () => undefined);
          reader.start();
          try {
            for (const edits of rounds) {
              for (const change of edits) apply(root, change);
              await settle();
              const afresh = new PageReader(recogniser, painter(), () => undefined);
              afresh.start();
              await settle();
              const whole = listed(afresh);
              afresh.stop();
              expect(listed(reader), root.innerHTML).toEqual(whole);
              expect(reader.count).toBe(whole.length);
            }
          } finally {
            reader.stop();
          }
        },
      ),
      { numRuns: 40, interruptAfterTimeLimit: 60_000 },
    );
  });
});

import { findHead, hasHeadline } from '../core/article/head.ts';
import { readLines, type Line, type Piece } from '../core/article/lines.ts';
import { goesOn } from '../core/article/pages.ts';
import { findProse, type ElementTree } from '../core/article/prose.ts';
import { articleRule, headingOf, isAside, isParagraph, type ArticleRule } from '../core/article/rules.ts';
import { roleOfName } from '../core/text/html-roles.ts';
import { isElement, isVisible, nameOf } from './bare.ts';
import { containerOf } from './element-roles.ts';
import { flatParent } from './flat-tree.ts';

/** So many text nodes are looked at for an article on a site without rules. */
const MOST_NODES = 6000;

/** What of a page is its article. */
export interface ArticleScope {
  readonly contains: (node: Node) => boolean;
  /** Whether the article goes on on other pages. */
  readonly isPart: boolean;
}

/**
 * Finds the article of the page by the rules of its site, else by its prose. Changes
 * nothing. Undefined where the page has none. Not for the fast path: a millisecond or
 * more on a long page.
 */
export function findArticle(address: string): ArticleScope | undefined {
  const rule = articleRule(address);
  const root = document.body as HTMLElement | null;
  const lines = root === null ? [] : readLines(pieces(root));
  return (rule === undefined ? undefined : byRule(rule, lines)) ?? byProse(lines);
}

function byRule(rule: ArticleRule, lines: readonly Line<Element>[]): ArticleScope | undefined {
  for (const group of rule.bodies) {
    const bodies = [...document.querySelectorAll(group.join())].filter(
      ({ textContent }) => textContent.trim() !== '',
    );
    if (bodies.length === 0) continue;
    const heads = [...document.querySelectorAll(rule.heads.join())].filter((head) => !isSetApart(head));
    const head = findHead(lines, titleOfPage(), TREE, (block) => bodies.some((body) => holds(body, block)));
    const except = rule.except.join();
    const pages = document.querySelector(rule.pages.join())?.querySelector('a[href]') ?? null;
    return {
      contains: (node) =>
        isIn(head, node) ||
        heads.some((each) => holds(each, node)) ||
        bodies.some((body) => holds(body, node) && !isExcepted(node, body, except)),
      isPart: pages !== null,
    };
  }
  return undefined;
}

function byProse(lines: readonly Line<Element>[]): ArticleScope | undefined {
  const title = titleOfPage();
  const prose = findProse(lines, TREE, hasHeadline(lines, title, TREE));
  if (prose === undefined) return undefined;
  const head = findHead(lines, title, TREE, prose.contains);
  return {
    contains: (node) => {
      const block = containerOf(node);
      if (block === null) return false;
      return head.has(block) || (prose.contains(block) && !isSetApart(node, prose.body));
    },
    isPart: goesOn(lines, prose.contains),
  };
}

/** The page's title as it is written; of the document's own field, a form may have the name. */
const titleOfPage = (): string => document.querySelector('title')?.textContent ?? '';

function isIn(blocks: ReadonlySet<Element>, node: Node): boolean {
  const block = containerOf(node);
  return block !== null && blocks.has(block);
}

function* pieces(root: Element): Generator<Piece<Element>> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let count = 0;
  let last: { readonly node: Node; readonly element: Element } | undefined;
  let space = '';
  for (let node = walker.nextNode(); node !== null && count < MOST_NODES; node = walker.nextNode()) {
    const { data } = node as Text;
    const parent = node.parentElement;
    // The text of scripts and styles is none.
    if (parent === null || roleOfName(parent.tagName) === 'skip') continue;
    if (!/\S/u.test(data)) {
      space = ' ';
      continue;
    }
    count++;
    const element = containerOf(node);
    if (element === null) continue;
    const begins = last?.element === element && isParted(last.node, node, element);
    yield {
      element,
      text: space + data,
      linked: parent.closest('a') === null ? 0 : data.length,
      begins,
    };
    last = { node, element };
    space = '';
  }
}

/** Whether a line break or another block is between two nodes of one block. */
function isParted(one: Node, other: Node, block: Element): boolean {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  walker.currentNode = one;
  for (let node = walker.nextNode(); node !== null && node !== other; node = walker.nextNode()) {
    if (!isElement(node)) continue;
    const role = roleOfName(nameOf(node));
    if (role === 'block' || role === 'break') return true;
  }
  return false;
}

/** Whether a node is in an element, shadow trees included. */
function holds(element: Element, node: Node): boolean {
  for (let at: Node | null = node; at !== null; at = flatParent(at)) if (at === element) return true;
  return false;
}

function isExcepted(node: Node, body: Element, selector: string): boolean {
  for (let at = flatParent(node); at !== null && at !== body; at = flatParent(at)) {
    if (at.matches(selector)) return true;
  }
  return false;
}

function isSetApart(node: Node, until?: Element): boolean {
  for (let at = flatParent(node); at !== null && at !== until; at = flatParent(at)) {
    if (looksApart(at)) return true;
  }
  return false;
}

const looksApart = (element: Element): boolean =>
  isAside(element.tagName, `${element.getAttribute('class') ?? ''} ${element.id}`);

const TREE: ElementTree<Element> = {
  parentOf: (element) => flatParent(element) ?? undefined,
  isApart: looksApart,
  isParagraph: ({ tagName }) => isParagraph(tagName),
  headingOf: (element) => headingOf(element.closest('h1,h2,h3,h4,h5,h6')?.tagName ?? ''),
  isShown: isVisible,
};

import { articleRule, isAside, isParagraph, type ArticleRule } from '../core/article/rules.ts';
import { findProse, type Piece } from '../core/article/prose.ts';
import { roleOfName } from '../core/text/html-roles.ts';
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
  return (rule === undefined ? undefined : byRule(rule)) ?? byProse();
}

function byRule(rule: ArticleRule): ArticleScope | undefined {
  for (const group of rule.bodies) {
    const bodies = [...document.querySelectorAll(group.join())].filter(
      ({ textContent }) => textContent.trim() !== '',
    );
    if (bodies.length === 0) continue;
    const heads = [...document.querySelectorAll(rule.heads.join())].filter((head) => !isSetApart(head));
    const title = titleBefore(bodies[0]);
    if (title !== undefined) heads.push(title);
    const except = rule.except.join();
    const pages = document.querySelector(rule.pages.join())?.querySelector('a[href]') ?? null;
    return {
      contains: (node) =>
        heads.some((head) => holds(head, node)) ||
        bodies.some((body) => holds(body, node) && !isExcepted(node, body, except)),
      isPart: pages !== null,
    };
  }
  return undefined;
}

function byProse(): ArticleScope | undefined {
  const root = document.body as HTMLElement | null;
  const prose = root === null ? undefined : findProse(pieces(root), TREE);
  if (prose === undefined) return undefined;
  const title = titleBefore(prose.body);
  return {
    contains: (node) => {
      if (title !== undefined && holds(title, node)) return true;
      const block = containerOf(node);
      return block !== null && prose.contains(block) && !isSetApart(node, prose.body);
    },
    isPart: false,
  };
}

function* pieces(root: Element): Generator<Piece<Element>> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let count = 0;
  for (let node = walker.nextNode(); node !== null && count < MOST_NODES; node = walker.nextNode()) {
    const { data } = node as Text;
    const parent = node.parentElement;
    // The text of scripts and styles is none.
    if (parent === null || !/\S/u.test(data) || roleOfName(parent.tagName) === 'skip') continue;
    count++;
    const element = containerOf(node);
    if (element !== null)
      yield { element, text: data, linked: parent.closest('a') === null ? 0 : data.length };
  }
}

/** The last first-order heading before an element, or the one in it. */
function titleBefore(body: Element | undefined): Element | undefined {
  if (body === undefined) return undefined;
  return [...document.querySelectorAll('h1')]
    .filter((h1) => (body.compareDocumentPosition(h1) & Node.DOCUMENT_POSITION_PRECEDING) !== 0)
    .at(-1);
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

const TREE = {
  parentOf: (element: Element): Element | undefined => flatParent(element) ?? undefined,
  isApart: looksApart,
  isParagraph: ({ tagName }: Element): boolean => isParagraph(tagName),
};

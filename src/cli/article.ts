import type { DefaultTreeAdapterMap } from 'parse5';
import { findHead, hasHeadline } from '../core/article/head.ts';
import { readLines, type Line, type Piece } from '../core/article/lines.ts';
import { findProse, type ElementTree } from '../core/article/prose.ts';
import { articleRule, headingOf, isAside, isParagraph, type ArticleRule } from '../core/article/rules.ts';

type Element = DefaultTreeAdapterMap['element'];

/** The text of a block up to where another begins. */
export interface ReadRun {
  readonly element: Element;
  readonly text: string;
  /** Its lines as `<br>` parts them, and how many of their characters are in links. */
  readonly lines: readonly { readonly text: string; readonly linked: number }[];
}

/**
 * Which runs of a page are its article: by the rules of the site, else by the
 * page's prose; all of them where neither finds one. As `src/dom/article-scope.ts`.
 *
 * @param title the page's, by which the headline is found
 */
export function inArticle(runs: readonly ReadRun[], address: string | undefined, title: string): boolean[] {
  const rule = address === undefined ? undefined : articleRule(address);
  const lines = readLines(
    runs.flatMap((run): Piece<Element>[] =>
      run.lines.map((line) => ({ element: run.element, begins: true, ...line })),
    ),
  );
  const scope = (rule === undefined ? undefined : byRule(lines, rule, title)) ?? byProse(lines, title);
  return runs.map(({ element }) => scope === undefined || scope(element));
}

type Scope = (element: Element) => boolean;

function byRule(lines: readonly Line<Element>[], rule: ArticleRule, title: string): Scope | undefined {
  const within = (element: Element, selectors: readonly string[]): boolean =>
    lineage(element).some((each) => selectors.some((selector) => matches(each, selector)));
  for (const group of rule.bodies) {
    const inBody = (element: Element): boolean => within(element, group);
    if (!lines.some(({ element }) => inBody(element))) continue;
    const head = findHead(lines, title, TREE, inBody);
    return (element) =>
      head.has(element) ||
      (within(element, rule.heads) && !lineage(element).some(looksApart)) ||
      (inBody(element) && !within(element, rule.except));
  }
  return undefined;
}

function byProse(lines: readonly Line<Element>[], title: string): Scope | undefined {
  const prose = findProse(lines, TREE, hasHeadline(lines, title, TREE));
  if (prose === undefined) return undefined;
  const head = findHead(lines, title, TREE, prose.contains);
  return (element) =>
    head.has(element) || (prose.contains(element) && !upTo(element, prose.body).some(looksApart));
}

function lineage(element: Element): Element[] {
  const elements = [];
  for (let at: Element | undefined = element; at !== undefined; at = parentOf(at)) elements.push(at);
  return elements;
}

function upTo(element: Element, end: Element): Element[] {
  const elements = lineage(element);
  const at = elements.indexOf(end);
  return at < 0 ? [] : elements.slice(0, at);
}

function parentOf({ parentNode }: Element): Element | undefined {
  return parentNode !== null && 'tagName' in parentNode ? parentNode : undefined;
}

const attribute = (element: Element, name: string): string =>
  element.attrs.find((each) => each.name === name)?.value ?? '';

const looksApart = (element: Element): boolean =>
  isAside(element.tagName, `${attribute(element, 'class')} ${attribute(element, 'id')}`);

/** Whether an element matches a compound selector of a tag name, classes and an id. */
function matches(element: Element, selector: string): boolean {
  const classes = attribute(element, 'class').split(/\s+/u);
  return (selector.match(/[.#]?[^.#]+/gu) ?? []).every((part) =>
    part.startsWith('.')
      ? classes.includes(part.slice(1))
      : part.startsWith('#')
        ? attribute(element, 'id') === part.slice(1)
        : element.tagName === part,
  );
}

const TREE: ElementTree<Element> = {
  parentOf,
  isApart: looksApart,
  isParagraph: ({ tagName }) => isParagraph(tagName),
  headingOf: (element) =>
    lineage(element)
      .map(({ tagName }) => headingOf(tagName))
      .find((order) => order > 0) ?? 0,
  // What is hidden where it stands is not read; style sheets are not.
  isShown: () => true,
};

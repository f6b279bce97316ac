import type { DefaultTreeAdapterMap } from 'parse5';
import { findProse, type Piece } from '../core/article/prose.ts';
import { articleRule, isAside, isParagraph, type ArticleRule } from '../core/article/rules.ts';

type Element = DefaultTreeAdapterMap['element'];

/** A stretch of text, and the elements that it stands in, the innermost first. */
export type ReadPiece = Piece<Element>;

/**
 * Which pieces of a page are its article: by the rules of the site, else by the
 * page's prose; all of them where neither finds one. As `src/dom/article-scope.ts`.
 */
export function inArticle(pieces: readonly ReadPiece[], address: string | undefined): boolean[] {
  const rule = address === undefined ? undefined : articleRule(address);
  const scope = (rule === undefined ? undefined : byRule(pieces, rule)) ?? byProse(pieces);
  return pieces.map((piece, i) => scope === undefined || scope(piece.element, i));
}

type Scope = (element: Element, index: number) => boolean;

function byRule(pieces: readonly ReadPiece[], rule: ArticleRule): Scope | undefined {
  const within = (element: Element, selectors: readonly string[]): boolean =>
    lineage(element).some((each) => selectors.some((selector) => matches(each, selector)));
  for (const group of rule.bodies) {
    const first = pieces.findIndex(({ element }) => within(element, group));
    if (first < 0) continue;
    const title = titleBefore(pieces, first);
    return (element, i) =>
      i === title ||
      (within(element, rule.heads) && !lineage(element).some(looksApart)) ||
      (within(element, group) && !within(element, rule.except));
  }
  return undefined;
}

function byProse(pieces: readonly ReadPiece[]): Scope | undefined {
  const prose = findProse(pieces, {
    parentOf,
    isApart: looksApart,
    isParagraph: ({ tagName }) => isParagraph(tagName),
  });
  if (prose === undefined) return undefined;
  const title = titleBefore(
    pieces,
    pieces.findIndex(({ element }) => prose.contains(element)),
  );
  return (element, i) =>
    i === title || (prose.contains(element) && !upTo(element, prose.body).some(looksApart));
}

/** The last piece in a first-order heading before a piece. */
function titleBefore(pieces: readonly ReadPiece[], first: number): number {
  return pieces.findLastIndex(
    ({ element }, i) => i < first && lineage(element).some(({ tagName }) => tagName === 'h1'),
  );
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

import { lettersOf, titleReader, type Line } from './lines.ts';
import { isByline, isPrompt } from './rules.ts';
import { proseOf, type ElementTree } from './prose.ts';

/** A line of so many characters is no byline and no headline any more. */
const LONGEST = 150;
/** So many lines at most stand between the headline and the body. */
const MOST_LINES = 40;
/** A date that far before the body, in lines, is not the article's. */
const NEAR = 6;
/** An author's name or a second headline is no longer than this, in characters. */
const LONGEST_NAME = 40;
/** A summary is no longer than this, in characters. */
const LONGEST_LEAD = 500;

/** Whether a line of the page is the headline by the page's title, wherever it stands. */
export function hasHeadline<N>(lines: readonly Line<N>[], title: string, tree: ElementTree<N>): boolean {
  const read = titleReader(title);
  return lines.some(
    (line) =>
      isUnlinked(line) && read(line.text) === 'headline' && !around(line.element, tree).some(tree.isApart),
  );
}

/**
 * What of the article stands before its body: the headline, and of what is between the two
 * lines of date and byline, and running text, a summary. The headline is
 *
 * 1. the line that begins the page's title, or is most of it; not a link unless it is a heading;
 *    of several the one that is shown, is not in a menu, is the longest, is a heading, is the last;
 * 2. else the last heading of the first order, if it is no link, in no menu, and not the name
 *    of the site as the title has it;
 * 3. else the line before the last line with a date;
 * 4. else such a heading in what is named a header.
 *
 * Linear in the lines before the body.
 *
 * @param inBody whether a block is in the body
 * @returns the blocks that belong to it
 */
export function findHead<N>(
  lines: readonly Line<N>[],
  title: string,
  tree: ElementTree<N>,
  inBody: (block: N) => boolean,
): ReadonlySet<N> {
  const read = titleReader(title);
  const starts = (line: Line<N>): boolean =>
    inBody(line.element) && read(line.text) === undefined && tree.headingOf(line.element) === 0;
  const prose = lines.findIndex((line) => starts(line) && proseOf(line) > 0);
  const body = prose < 0 ? lines.findIndex(starts) : prose;
  const found = new Set<N>();
  if (body < 0) return found;
  const before = lines.slice(0, body);
  const at = headline(before, read, tree);
  const [line] = at < 0 ? [] : before.slice(at);
  if (line === undefined) return found;
  found.add(line.element);
  if (body - at > MOST_LINES) return found;
  const over = new Set(around(line.element, tree));
  const belongs = (each: Line<N>): boolean => {
    if (each.text.length > LONGEST_LEAD || !tree.isShown(each.element)) return false;
    if (around(each.element, tree).some((one) => !over.has(one) && tree.isApart(one))) return false;
    // The headline once more stands in bars that come while one scrolls.
    if (read(each.text) !== undefined) return false;
    return isDated(each) || (each.linked === 0 && proseOf(each) > 0);
  };
  const outside = new Set([...lines.slice(0, at), ...lines.slice(body)].map(({ element }) => element));
  const between = before.slice(at + 1);
  const [first, second] = between;
  // An author's name or a second headline tells itself by where it stands only.
  if (first !== undefined && second !== undefined && isDated(second) && isLine(first, LONGEST_NAME, tree)) {
    if (read(first.text) === undefined && !isPrompt(first.text) && !outside.has(first.element))
      found.add(first.element);
  }
  for (const each of between) if (belongs(each) && !outside.has(each.element)) found.add(each.element);
  return found;
}

function headline<N>(
  lines: readonly Line<N>[],
  read: ReturnType<typeof titleReader>,
  tree: ElementTree<N>,
): number {
  let best = -1;
  let rank = -1;
  for (const [i, line] of lines.entries()) {
    if (line.text.length > LONGEST || read(line.text) !== 'headline') continue;
    if (!isUnlinked(line) && tree.headingOf(line.element) === 0) continue;
    const own =
      (tree.isShown(line.element) ? 4000 : 0) +
      (around(line.element, tree).some(tree.isApart) ? 0 : 2000) +
      2 * lettersOf(line.text).length +
      (tree.headingOf(line.element) > 0 ? 1 : 0);
    if (own >= rank) [best, rank] = [i, own];
  }
  if (best >= 0) return best;
  const isTitle = (line: Line<N>): boolean =>
    tree.headingOf(line.element) === 1 && isUnlinked(line) && read(line.text) !== 'name';
  const heading = lines.findLastIndex((line) => isTitle(line) && isLine(line, LONGEST, tree));
  if (heading >= 0) return heading;
  const date = lines.findLastIndex(
    (line, i) => i >= lines.length - NEAR && isDated(line) && isLine(line, LONGEST, tree),
  );
  const [above] = lines.slice(Math.max(0, date - 1), Math.max(0, date));
  if (above !== undefined && isLine(above, LONGEST, tree) && above.text.length > 5 && !isPrompt(above.text))
    return date - 1;
  return lines.findLastIndex(isTitle);
}

const isDated = <N>({ text, linked }: Line<N>): boolean =>
  text.length <= LONGEST && 3 * linked <= 2 * text.length && isByline(text);

const isLine = <N>(line: Line<N>, longest: number, tree: ElementTree<N>): boolean =>
  line.text.length <= longest && isUnlinked(line) && !around(line.element, tree).some(tree.isApart);

const isUnlinked = <N>({ text, linked }: Line<N>): boolean => 2 * linked <= text.length;

function around<N>(element: N, { parentOf }: ElementTree<N>): N[] {
  const elements: N[] = [];
  for (let at: N | undefined = element; at !== undefined; at = parentOf(at)) elements.push(at);
  return elements;
}

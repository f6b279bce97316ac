import { parse, type DefaultTreeAdapterMap } from 'parse5';
import { roleOf } from '../core/text/html-roles.ts';
import type { Block } from '../core/text/blocks.ts';
import { inArticle, type ReadRun } from './article.ts';

type Node = DefaultTreeAdapterMap['childNode'];
type Element = DefaultTreeAdapterMap['element'];

/**
 * The readable blocks of an HTML page, as the extension reads them from the DOM,
 * but for what only style sheets hide. Blocks are joined by "\n" in `text`; those
 * that are no part of the article say so.
 *
 * @param address the page's, by whose rules the article is found
 */
export function readHtml(html: string, address?: string): { text: string; blocks: Block[] } {
  const runs: ReadRun[] = [];
  let title: string | undefined;
  let run = '';
  let breaks = 0;
  /** Linked characters, by line of the run. */
  let linked = [0];
  /** Links around what is read now. */
  let links = 0;
  const containers: Element[] = [];
  const endRun = (): void => {
    const lines = run.split(LINE_BREAK).map((line, i) => ({ text: collapse(line), linked: linked[i] ?? 0 }));
    const text = lines
      .map((line) => line.text)
      .join('\n')
      .trim();
    const element = containers.at(-1);
    if (element !== undefined && text.replaceAll(OBJECT, '').trim() !== '')
      runs.push({ element, text, lines });
    linked = [0];
    run = '';
    breaks = 0;
  };
  // With a stack of its own: pages nest deeper than functions may call one another.
  const stack: (Node | typeof BLOCK_END | typeof LINK_END)[] = [...parse(html).childNodes].reverse();
  const enter = (children: readonly Node[]): void => {
    for (const child of [...children].reverse()) stack.push(child);
  };
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node === BLOCK_END) {
      endRun();
      containers.pop();
    } else if (node === LINK_END) {
      links--;
    } else if ('value' in node) {
      if (/[^ \t\n\r\f]/u.test(node.value)) breaks = 0;
      run += node.value;
      if (links > 0) linked.push((linked.pop() ?? 0) + node.value.trim().length);
    } else if ('tagName' in node) {
      switch (elementRole(node)) {
        case 'skip':
          title ??= titleIn(node);
          break;
        case 'break':
          run += LINE_BREAK;
          linked.push(0);
          // Two in a row end a paragraph.
          if (++breaks === 2) endRun();
          break;
        case 'object':
          // A picture between two words keeps them apart.
          run += OBJECT;
          break;
        case 'block':
          endRun();
          containers.push(node);
          stack.push(BLOCK_END);
          enter(readableChildren(node));
          break;
        case 'inline':
          if (node.tagName === 'a') {
            links++;
            stack.push(LINK_END);
          }
          enter(node.childNodes);
      }
    }
  }
  endRun();

  const blocks: Block[] = [];
  let start = 0;
  const article = inArticle(runs, address, title ?? '');
  for (const [i, { text }] of runs.entries()) {
    blocks.push(article[i] === false ? { start, text, outside: true } : { start, text });
    start += text.length + 1;
  }
  return {
    text: runs
      .map(({ text }) => text)
      .join('\n')
      .replaceAll(OBJECT, ' '),
    blocks,
  };
}

/** The page's title, where an element is or has it. */
function titleIn(element: Element): string | undefined {
  const title = [element, ...element.childNodes].find(
    (node) => 'tagName' in node && node.tagName === 'title',
  );
  if (title === undefined || !('childNodes' in title)) return undefined;
  return title.childNodes.map((child) => ('value' in child ? child.value : '')).join('');
}

const BLOCK_END = Symbol('end of a block');
const LINK_END = Symbol('end of a link');
/** Stands for a picture or the like in what is matched, as in the extension; a space in the text shown. */
const OBJECT = '\ufffc';
/** Stands for `<br>` while white space is collapsed. */
const LINE_BREAK = '\u2028';
const WIDE = /[\u2e80-\u9fff\uf900-\uffef\u201c\u201d\u2018\u2019]|[\ud840-\ud8ff][\udc00-\udfff]/u;

/**
 * Collapses white space as rendering does: a run of it is one space, and none at
 * all where it wraps a line between two wide characters (CSS Text 4, segment break
 * transformation).
 */
function collapse(line: string): string {
  return line.replace(/[ \t\n\r\f]+/gu, (space, at: number) => {
    const before = line.charAt(at - 1);
    const after = line.charAt(at + space.length);
    return space.includes('\n') && WIDE.test(before) && WIDE.test(after) ? '' : ' ';
  });
}

function elementRole(element: Element): ReturnType<typeof roleOf> {
  return roleOf(
    element.tagName.toUpperCase(),
    (name) => element.attrs.find((a) => a.name === name)?.value ?? null,
  );
}

/** The children of a block; of closed details only the summary. */
function readableChildren(element: Element): readonly Node[] {
  if (element.tagName !== 'details' || element.attrs.some(({ name }) => name === 'open'))
    return element.childNodes;
  return element.childNodes.filter((child) => 'tagName' in child && child.tagName === 'summary');
}

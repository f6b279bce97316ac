import { elementRole } from './element-roles.ts';

/**
 * A run of text without a block edge in it: the text of one block, or the part of
 * a block's own text between two blocks inside it.
 */
export interface Run {
  readonly text: string;
  /** The text nodes it is made of, in order. */
  readonly nodes: readonly Text[];
  /** Where each begins in {@link text}, in UTF-16 units. */
  readonly starts: readonly number[];
}

const LINE_BREAK = '\n';
const OBJECT = '\ufffc';

/**
 * Reads a block's own text, without that of the blocks inside it.
 *
 * @param blocks the blocks directly inside it are appended here, in order
 * @returns its runs; white space alone is none
 */
export function readRuns(container: Element, blocks: Element[]): Run[] {
  const runs: Run[] = [];
  let text = '';
  let nodes: Text[] = [];
  let starts: number[] = [];
  /** `<br>`s since the last text: two of them end a paragraph. */
  let breaks = 0;

  const end = (): void => {
    if (nodes.length > 0) {
      runs.push({ text, nodes, starts });
      nodes = [];
      starts = [];
    }
    text = '';
    breaks = 0;
  };

  const only = container.firstChild;
  if (only !== null && only === container.lastChild && only.nodeType === Node.TEXT_NODE) {
    const data = (only as Text).data;
    return hasText(data) ? [{ text: data, nodes: [only as Text], starts: [0] }] : runs;
  }

  let node = container.firstChild;
  while (node !== null) {
    let descend = false;
    if (node.nodeType === Node.TEXT_NODE) {
      const data = (node as Text).data;
      if (hasText(data)) {
        breaks = 0;
        nodes.push(node as Text);
        starts.push(text.length);
        text += data;
      } else if (text !== '') {
        text += data;
      }
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      const element = node as Element;
      switch (elementRole(element)) {
        case 'skip':
          break;
        case 'break':
          if (++breaks >= 2) end();
          else text += LINE_BREAK;
          break;
        case 'object':
          text += OBJECT;
          break;
        case 'block':
          end();
          blocks.push(element);
          break;
        case 'inline':
          descend = true;
      }
    }
    let next: ChildNode | null = descend ? node.firstChild : null;
    for (let at: Node = node; next === null && at !== container; at = at.parentNode as Node) {
      next = at.nextSibling;
      if (next !== null || at.parentNode === null || at.parentNode === container) break;
    }
    node = next;
  }
  end();
  return runs;
}

function hasText(data: string): boolean {
  for (let i = 0; i < data.length; i++) if (data.charCodeAt(i) > 0x20) return true;
  return false;
}

/** Index of the text node that position `at` of the run's text lies in. */
export function nodeAt(run: Run, at: number): number {
  let low = 0;
  let high = run.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (run.starts[middle]! <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

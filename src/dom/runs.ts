import { firstChildOf, isElement, nameOf, nextSiblingOf, parentOf } from './bare.ts';
import { elementRole } from './element-roles.ts';
import { shadowOf } from './flat-tree.ts';

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
const FIRST: readonly number[] = [0];

/**
 * Reads a block's own text, without that of the blocks inside it.
 *
 * Text is read where it is rendered: an open shadow root in the place of its host's
 * children, and these where slots show them.
 *
 * @param blocks the blocks directly inside it are appended here, in order
 * @param onHost told of each shadow root that is read, and of inline custom elements that have none yet
 * @returns its runs; white space alone is none
 */
export function readRuns(
  container: Element,
  blocks: Element[],
  onHost: (host: Element, root: ShadowRoot | null) => void = ignore,
): Run[] {
  const only = firstChildOf(container);
  if (
    only !== null &&
    only.nodeType === Node.TEXT_NODE &&
    only.nextSibling === null &&
    shadowOf(container) === null
  ) {
    const { data } = only as Text;
    return hasText(data) ? [{ text: data, nodes: [only as Text], starts: FIRST }] : [];
  }
  return only === null && shadowOf(container) === null ? [] : readMixed(container, only, blocks, onHost);
}

function readMixed(
  container: Element,
  only: ChildNode | null,
  blocks: Element[],
  onHost: (host: Element, root: ShadowRoot | null) => void,
): Run[] {
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

  /** Takes a node; true where its children are to be walked as they stand. */
  const take = (node: Node): boolean => {
    if (node.nodeType === Node.TEXT_NODE) {
      const { data } = node as Text;
      if (hasText(data)) {
        breaks = 0;
        nodes.push(node as Text);
        starts.push(text.length);
        text += data;
      } else if (text !== '') {
        text += data;
      }
      return false;
    }
    if (!isElement(node)) return false;
    switch (elementRole(node)) {
      case 'skip':
        return false;
      case 'break':
        if (++breaks >= 2) end();
        else text += LINE_BREAK;
        return false;
      case 'object':
        text += OBJECT;
        return false;
      case 'block':
        end();
        blocks.push(node);
        return false;
      case 'inline':
        return walkRendered(node);
    }
  };

  /** Walks what an inline element shows instead of its children, if anything; true where nothing is instead. */
  const walkRendered = (element: Element): boolean => {
    const root = shadowOf(element);
    if (root !== null) {
      onHost(element, root);
      walk(root.firstChild, root);
      return false;
    }
    const name = nameOf(element);
    if (name !== 'SLOT') {
      if (name.includes('-')) onHost(element, null);
      return true;
    }
    const assigned = (element as HTMLSlotElement).assignedNodes();
    if (assigned.length === 0) return true;
    for (const node of assigned) if (take(node)) walk(node.firstChild, node);
    return false;
  };

  const walk = (first: Node | null, top: Node): void => {
    let node = first;
    while (node !== null) {
      let next: Node | null = take(node) ? node.firstChild : null;
      for (let at: Node = node; next === null && at !== top; at = parentOf(at)!) {
        next = nextSiblingOf(at);
        if (next !== null) break;
        const parent = parentOf(at);
        if (parent === null || parent === top) break;
      }
      node = next;
    }
  };

  const shadow = shadowOf(container);
  if (shadow === null) walk(only, container);
  else {
    onHost(container, shadow);
    walk(shadow.firstChild, shadow);
  }
  end();
  return runs;
}

function ignore(): void {
  // Nobody asked.
}

function hasText(data: string): boolean {
  for (let i = 0; i < data.length; i++) if (data.charCodeAt(i) > 0x20) return true;
  return false;
}

/** Index of the text node that position `at` of a run's text lies in. */
export function nodeAt(starts: readonly number[], at: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (starts[middle]! <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

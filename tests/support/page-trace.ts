/**
 * What marks must not change about a page. Each function but `unmark` is run in the page, so none
 * may use anything that is declared outside it.
 */

/** Where every element and every line of text stands, in CSS pixels; and the whole DOM. */
export function layout(): { boxes: string[]; dom: string } {
  const boxes: string[] = [];
  const say = ({ x, y, width, height }: DOMRect): void => {
    boxes.push([x, y, width, height].map((n) => n.toFixed(2)).join(' '));
  };
  for (const element of document.querySelectorAll('body *')) say(element.getBoundingClientRect());
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const range = new Range();
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) say(rect);
  }
  return { boxes, dom: document.documentElement.outerHTML };
}

/** What is selected with all selected, what finding a word selects, and words selected from there on. */
export function selected(word: string): string[] {
  const selection = getSelection();
  selection?.selectAllChildren(document.body);
  const all = selection?.toString() ?? '';
  selection?.collapse(document.body, 0);
  const found = (window as unknown as { find(text: string): boolean }).find(word);
  const words: string[] = [];
  for (let i = 0; i < 4; i++) {
    selection?.modify('extend', 'forward', 'word');
    words.push(selection?.toString() ?? '');
  }
  return [all, String(found), ...words];
}

/** What a copy of the whole page has, as text and as HTML. */
export function copied(): string[] {
  const range = new Range();
  range.selectNodeContents(document.body);
  const selection = getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
  const holder = document.createElement('div');
  holder.append(range.cloneContents());
  return [selection?.toString() ?? '', holder.innerHTML];
}

/** Which of some words are found, each looked for from the page's beginning. */
export function found(words: readonly string[]): boolean[] {
  return words.map((word) => {
    getSelection()?.collapse(document.body, 0);
    return (window as unknown as { find(text: string): boolean }).find(word);
  });
}

/** Takes every mark off, as if the extension had never been there. */
export function unmark(): void {
  CSS.highlights.clear();
}

/** Words that a mark cuts, words inside a mark, and words that the first bundled page does not have. */
export const WORDS_TO_FIND = ['切实肩负起举旗帜聚民心、防风险保安全', '络空间命运共同体', '没有这样的文字'];

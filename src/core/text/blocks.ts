/** A block of text and where it stands in the whole, in UTF-16 units. */
export interface Block {
  readonly start: number;
  readonly text: string;
  /** Whether it is no part of the page's article: its terms count, its sets do not. */
  readonly outside?: boolean;
}

const PARAGRAPH_END = /[。！？!?…：:；;”』」)）】》]\s*$/u;
const INDENTED = /^(?:[\u3000\t]|\u0020{2})/u;

/**
 * Splits plain text into blocks. An empty line ends a block, and so does a line
 * break after closing punctuation or before an indented line; any other line break
 * only wraps a line, as in text taken from a PDF, and stays inside the block.
 */
export function plainTextBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let start = 0;
  const close = (end: number): void => {
    const block = text.slice(start, end);
    if (block.trim() !== '') blocks.push({ start, text: block });
  };
  const breaks = /\r\n|[\n\r\u2028\u2029]/gu;
  for (let match = breaks.exec(text); match !== null; match = breaks.exec(text)) {
    const next = match.index + match[0].length;
    const line = text.slice(start, match.index);
    const following = text.slice(next, next + 2);
    const emptyLine = /^[ \t\u3000]*(?:[\n\r\u2028\u2029]|$)/u.test(text.slice(next, next + 40));
    if (line.trim() === '' || emptyLine || PARAGRAPH_END.test(line.slice(-4)) || INDENTED.test(following)) {
      close(match.index);
      start = next;
    }
  }
  close(text.length);
  return blocks;
}

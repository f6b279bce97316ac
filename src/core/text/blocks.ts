/** A block of text and where it stands in the whole, in UTF-16 units. */
export interface Block {
  readonly start: number;
  readonly text: string;
  /** Whether it is no part of the page's article: its terms count, its sets do not. */
  readonly outside?: boolean;
}

const PARAGRAPH_END = /[。！？!?…：:；;”』」)）】》]\s*$/u;
/** Clauses before the last one: prose, not a headline. */
const CLAUSES = /[，。；,;][\s\S]*\S/u;
const INDENTED = /^(?:[\u3000\t]|\u0020{2})/u;
/** Indented as a paragraph's first line is; a headline in the middle of a line stands further in. */
const FIRST_LINE = /^(?:\u3000{2}|\u0020{4})[^\u3000\u0020]/u;
/** A quotation, title or bracket that is open at the end of the line. */
const OPEN = /[“‘「『《〈（(][^”’」』》〉）)]*$/u;

/** Parts set apart by an ideographic space, as headlines have them and prose has not. */
const HEADLINE = /^\S[^，。；]*\S\u3000\S[^，。；]*$/u;

/**
 * Splits plain text into blocks. An empty line ends a block, and so does a line
 * break after closing punctuation, before an indented line, or before a line so much
 * longer that this one cannot have been full or beside one whose parts U+3000 sets apart (a headline), unless it goes on with a
 * sentence of the lines before, is indented as a paragraph's first line, or ends within a
 * quotation or brackets; any other line break only
 * wraps a line, as in text taken from a PDF, and stays inside the block.
 */
export function plainTextBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let start = 0;
  let lastLineStart = 0;
  /** Whether the block before ends within a sentence of prose, as at the foot of a PDF's page. */
  let cut = false;
  const close = (end: number): void => {
    const block = text.slice(start, end);
    if (block.trim() === '') return;
    blocks.push({ start, text: block });
    cut = CLAUSES.test(block) && !PARAGRAPH_END.test(block.slice(-4));
  };
  const breaks = /\r\n|[\n\r\u2028\u2029]/gu;
  for (let match = breaks.exec(text); match !== null; match = breaks.exec(text)) {
    const next = match.index + match[0].length;
    const line = text.slice(start, match.index);
    const following = text.slice(next, next + 2);
    const lineBegin = lastLineStart;
    lastLineStart = next;
    const here = text.slice(lineBegin, match.index).trim();
    const after = lineAt(text, next);
    const goesOn =
      OPEN.test(line) || (lineBegin === start ? FIRST_LINE.test(line) || cut : CLAUSES.test(line));
    const headline =
      !goesOn && (after.length > 1.5 * here.length + 4 || HEADLINE.test(here) || HEADLINE.test(after));
    const emptyLine = /^[ \t\u3000]*(?:[\n\r\u2028\u2029]|$)/u.test(text.slice(next, next + 40));
    if (
      line.trim() === '' ||
      emptyLine ||
      PARAGRAPH_END.test(line.slice(-4)) ||
      INDENTED.test(following) ||
      headline
    ) {
      close(match.index);
      start = next;
    }
  }
  close(text.length);
  return blocks;
}

/** The line that begins at `start`, without white space at its ends. */
function lineAt(text: string, start: number): string {
  const lineBreak = /[\n\r\u2028\u2029]/gu;
  lineBreak.lastIndex = start;
  return text.slice(start, lineBreak.exec(text)?.index).trim();
}

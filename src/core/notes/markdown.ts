/**
 * What of Markdown a note is shown with: paragraphs, headings, quotations, lists,
 * code; bold, italics, code and links of the web within a line. No HTML, no
 * pictures: whatever is not one of these is text. Every text knows where it stands
 * in the note, so that the words of a query can be marked in it.
 */

/** A stretch of the note as it was written. */
export interface TextPiece {
  readonly type: 'text' | 'code';
  readonly text: string;
  /** Where it begins in the note, in UTF-16 units. */
  readonly at: number;
}

export type Inline =
  | TextPiece
  | { readonly type: 'strong' | 'em'; readonly children: readonly Inline[] }
  | { readonly type: 'link'; readonly href: string; readonly children: readonly Inline[] };

type Line = readonly Inline[];

export interface MarkdownBlock {
  readonly type: 'paragraph' | 'heading' | 'quote' | 'bullets' | 'numbers' | 'code';
  readonly lines: readonly Line[];
  /** The first number of a numbered list. */
  readonly start?: number;
}

/** A longer note is shown as it was written, in UTF-16 units. */
const LONGEST = 100_000;
/** Emphasis and the texts of links are looked for no further, in UTF-16 units. */
const REACH = 1000;
const DEEPEST = 4;

const SHAPES: readonly (readonly [MarkdownBlock['type'], RegExp])[] = [
  ['heading', /^#{1,6}[ \t]+/u],
  ['quote', /^>[ \t]?/u],
  ['bullets', /^[ \t]{0,3}[-*+][ \t]+/u],
  ['numbers', /^[ \t]{0,3}\d{1,9}[.)][ \t]+/u],
];

/** Reads a note. Linear in its length; never throws. */
export function readMarkdown(body: string): MarkdownBlock[] {
  if (body.length > LONGEST) {
    return [{ type: 'paragraph', lines: [[{ type: 'text', text: body, at: 0 }]] }];
  }
  const blocks: { type: MarkdownBlock['type']; lines: Line[]; start?: number }[] = [];
  let open: (typeof blocks)[number] | undefined;
  let fence: string | undefined;
  let at = 0;
  for (const line of body.split('\n')) {
    const begin = at;
    at += line.length + 1;
    const marks = /^(?:`{3,}|~{3,})/u.exec(line)?.[0];
    if (fence !== undefined) {
      if (marks !== undefined && marks.startsWith(fence) && line.trim() === marks) {
        fence = undefined;
        open = undefined;
      } else open?.lines.push([{ type: 'code', text: line, at: begin }]);
      continue;
    }
    if (marks !== undefined) {
      fence = marks;
      open = { type: 'code', lines: [] };
      blocks.push(open);
      continue;
    }
    if (line.trim() === '') {
      open = undefined;
      continue;
    }
    const [type, shape] = SHAPES.find(([, pattern]) => pattern.test(line)) ?? ['paragraph', undefined];
    const skipped = shape?.exec(line)?.[0].length ?? 0;
    const content = readInline(line.slice(skipped), begin + skipped, 0);
    if (open?.type === type && type !== 'heading') open.lines.push(content);
    else {
      open = { type, lines: [content] };
      if (type === 'numbers') open.start = Number.parseInt(line, 10);
      blocks.push(open);
    }
  }
  return blocks;
}

const WRAPS: readonly (readonly [mark: string, type: 'strong' | 'em'])[] = [
  ['**', 'strong'],
  ['__', 'strong'],
  ['*', 'em'],
  ['_', 'em'],
];

const LINK = /\[([^[\]\n]{1,1000})\]\((https?:\/\/[^\s()<>"]{1,2000})\)/uy;
const ADDRESS = /https?:\/\/[^\s<>"'（）《》“”，。；、！？]{1,2000}/uy;

function readInline(text: string, offset: number, depth: number): Inline[] {
  const found: Inline[] = [];
  let plain = 0;
  let i = 0;
  const flush = (end: number): void => {
    if (end > plain) found.push({ type: 'text', text: text.slice(plain, end), at: offset + plain });
  };
  const put = (piece: Inline, end: number): void => {
    flush(i);
    found.push(piece);
    i = end;
    plain = end;
  };
  while (i < text.length) {
    const unit = text.charAt(i);
    if (unit === '\\' && /[!-/:-@[-`{-~]/u.test(text.charAt(i + 1))) {
      flush(i);
      plain = i + 1;
      i += 2;
    } else if (unit === '`') {
      const end = closing(text, '`', i + 1);
      if (end < 0) i++;
      else put({ type: 'code', text: text.slice(i + 1, end), at: offset + i + 1 }, end + 1);
    } else if (unit === '[') {
      LINK.lastIndex = i;
      const link = LINK.exec(text);
      const [whole = '', words = '', href = ''] = link ?? [];
      if (link === null) i++;
      else
        put(
          { type: 'link', href, children: [{ type: 'text', text: words, at: offset + i + 1 }] },
          i + whole.length,
        );
    } else if (unit === 'h') {
      ADDRESS.lastIndex = i;
      const href = ADDRESS.exec(text)?.[0].replace(/[.,;:!?)\]]+$/u, '');
      if (href === undefined || href.length < 11) i++;
      else
        put(
          { type: 'link', href, children: [{ type: 'text', text: href, at: offset + i }] },
          i + href.length,
        );
    } else {
      const wrap = depth < DEEPEST && (unit === '*' || unit === '_') ? wrapped(text, i) : undefined;
      if (wrap === undefined) i++;
      else {
        const { mark, type, end } = wrap;
        const inner = i + mark.length;
        put(
          { type, children: readInline(text.slice(inner, end), offset + inner, depth + 1) },
          end + mark.length,
        );
      }
    }
  }
  flush(text.length);
  return found;
}

/** What the marks at a place wrap; not white space, and an underscore not within a word. */
function wrapped(
  text: string,
  at: number,
): { readonly mark: string; readonly type: 'strong' | 'em'; readonly end: number } | undefined {
  for (const [mark, type] of WRAPS) {
    if (!text.startsWith(mark, at)) continue;
    const inner = at + mark.length;
    const end = closing(text, mark, inner);
    if (end <= inner || /\s/u.test(text.charAt(inner)) || /\s/u.test(text.charAt(end - 1))) continue;
    if (mark.startsWith('_') && /[\p{L}\p{N}]/u.test(text.charAt(at - 1) + text.charAt(end + mark.length)))
      continue;
    return { mark, type, end };
  }
  return undefined;
}

function closing(text: string, mark: string, from: number): number {
  const end = text.slice(from, from + REACH).indexOf(mark);
  return end < 0 ? -1 : from + end;
}

import { loadBundled } from '../../src/cli/bundled.ts';
import { kindAndWeight, type HighlightSpan } from './highlights.ts';
import { labelledSet } from './labelled.ts';

const ADDRESS = 'https://www.people.com.cn/labelled.html';

/** All labelled texts as one page, a paragraph for each block of text. */
export function labelledPage(): { address: string; html: string; spans: string[] } {
  const { recogniser } = loadBundled();
  const blocks = (['tuning', 'unseen', 'unseen-2'] as const)
    .flatMap((set) => labelledSet(set))
    .flatMap((labelled) => labelled.blocks.map(({ text }) => text));
  const spans = blocks.flatMap((text, i) =>
    recogniser
      .recognise(text)
      .map(({ start, end, entry }) =>
        shown(
          i,
          start,
          text.slice(start, end),
          recogniser.matcher.kind(entry),
          recogniser.matcher.weight(entry),
        ),
      ),
  );
  const paragraphs = blocks.map((text) => `<p>${escape(text)}</p>`).join('');
  return {
    address: ADDRESS,
    html: `<!doctype html><meta charset="utf-8"><title>标注文本</title>${paragraphs}`,
    spans,
  };
}

/** The highlights of {@link labelledPage} in the form of its `spans`; `lengths` from {@link paragraphLengths}. */
export function shownSpans(highlights: readonly HighlightSpan[], lengths: readonly number[]): string[] {
  let paragraph = 0;
  let from = 0;
  return highlights.flatMap(({ name, text, start }) => {
    const named = kindAndWeight(name);
    if (named === undefined) return [];
    while (start >= from + (lengths[paragraph] ?? Infinity)) from += lengths[paragraph++] ?? 0;
    return [shown(paragraph - 1, start - from, text, named.kind, named.weight)];
  });
}

/** Runs inside the page: how much text there is in the title and in each paragraph. */
export function paragraphLengths(): number[] {
  return [...document.querySelectorAll('title, p')].map(({ textContent }) => textContent.length);
}

const shown = (paragraph: number, start: number, text: string, kind: string, weight: string): string =>
  `${String(paragraph)}:${String(start)} ${text} (${kind}, ${weight})`;

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

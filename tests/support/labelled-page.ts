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

/** The labelled texts that are HTML pages, each as it is. */
export function labelledHtmlPages(): { name: string; address: string; html: string; spans: string[] }[] {
  const { recogniser } = loadBundled();
  const { matcher } = recogniser;
  return labelledSet('unseen-2').flatMap(({ name, html, blocks }) => {
    if (html === null) return [];
    const spans = blocks.flatMap(({ text }) =>
      recogniser
        .recognise(text)
        .map(({ start, end, entry }) =>
          bare(text.slice(start, end), matcher.kind(entry), matcher.weight(entry)),
        ),
    );
    return [{ name, address: ADDRESS, html, spans }];
  });
}

/** The highlights of one of {@link labelledHtmlPages} in the form of its `spans`. */
export function bareSpans(highlights: readonly HighlightSpan[]): string[] {
  return highlights.flatMap(({ name, text }) => {
    const named = kindAndWeight(name);
    return named === undefined ? [] : [bare(text, named.kind, named.weight)];
  });
}

/** White space differs between a page's text and what is read of it, and so do readings above characters. */
const bare = (text: string, kind: string, weight: string): string =>
  `${text.replace(/\s|\([ㄅ-ㄯˇ]+\)/gu, '')} (${kind}, ${weight})`;

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

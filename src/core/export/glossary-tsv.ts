import type { GlossaryEntry, GlossaryHead } from './glossary.ts';
import { KIND_WORDS } from './kind-words.ts';

/**
 * As OmegaT reads glossaries: UTF-8 without a byte order mark, one term a line,
 * source, tab, target, tab, comment; no header, since it would be a term. The
 * comment has pinyin, kind, gloss, count and an example.
 */
export function glossaryTsv(entries: readonly GlossaryEntry[], { language }: GlossaryHead): string {
  return entries
    .map(({ term, count, example }) => {
      const comment = [
        `${term.pinyin} (${KIND_WORDS[term.kind][language]})`,
        term.gloss[language],
        `${String(count)}×`,
        ...(example === undefined
          ? []
          : [`${example.text} [${example.source.id}, ¶${String(example.paragraph)}]`]),
      ].join(' | ');
      return `${[term.zh, term.en, comment].map(cell).join('\t')}\n`;
    })
    .join('');
}

/** Tabs and line breaks would end a cell. */
function cell(text: string): string {
  return text.replace(/[\t\r\n\u2028\u2029]+/gu, ' ');
}

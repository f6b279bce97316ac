import type { TextRange } from '../../core/knowledge/knowledge.ts';

/**
 * Where a query stands in a text as it is written, in UTF-16 units: the whole
 * query, else each of its words. Nothing is marked that was matched otherwise
 * (in traditional script, by pinyin): better no mark than a wrong one.
 */
export function queryMarks(text: string, query: string): TextRange[] {
  const lower = text.toLowerCase();
  // Lower case may be longer (İ), and then its offsets are not the text's.
  if (lower.length !== text.length) return [];
  const whole = query.trim().toLowerCase();
  const words = lower.includes(whole) ? [whole] : whole.split(/[\s,.;，。；]+/u);
  return words
    .filter((word) => word !== '')
    .flatMap((word) => {
      const start = lower.indexOf(word);
      return start < 0 ? [] : [{ start, end: start + word.length }];
    })
    .sort((a, b) => a.start - b.start);
}

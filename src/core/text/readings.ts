/**
 * One syllable of pinyin with its tone mark, in brackets, such as (wǎng). Of the letters
 * between à and ǜ pinyin has the vowels with tone marks only.
 */
const READING = /[(（](?:[zcs]h|[b-z])?[iuü]?[à-ǜ][iou]?(?:ng?|r)?[)）]/y;

/**
 * One past a bracket at `at` that holds a reading; `at` where it holds anything else.
 *
 * Converters of copied sites print the reading after each character that they changed:
 * 網(wǎng)絡(luò)強(qiáng)國(guó). Readers and matchers pass over it.
 */
export function readingEnd(raw: string, at: number): number {
  READING.lastIndex = at;
  return READING.test(raw) ? READING.lastIndex : at;
}

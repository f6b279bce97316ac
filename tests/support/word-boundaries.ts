/**
 * Finds where terms can arise across word boundaries: `node tests/support/word-boundaries.ts [ID]`.
 *
 * For every short form and every word of opencc's phrase dictionaries that begins
 * with the form's end (or ends with its beginning), the two are overlapped; where
 * Intl.Segmenter then reads no word boundary at the form's edge although the matcher
 * lets the term stand, the overlap is printed. A person judges what is a trap. It
 * decides nothing at run time.
 */
import { JOIN } from '../../src/core/match/matcher-data.ts';
import STPhrases from 'opencc-js/dict/STPhrases';
import { loadBundled } from '../../src/cli/bundled.ts';
import type { Mention } from '../../src/core/match/recogniser.ts';

/** Longer forms hardly ever arise by chance. */
const LONGEST = 6;

const { recogniser, compiled } = loadBundled();
const only = process.argv[2];
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const words = [...new Set(STPhrases.split('|').map((line) => line.split(' ')[0] ?? ''))].filter((word) =>
  /^\p{Script=Han}{2,4}$/u.test(word),
);
const byFirst = Map.groupBy(words, (word) => word.charAt(0));
const byLast = Map.groupBy(words, (word) => word.charAt(word.length - 1));

function edges(text: string): Set<number> {
  return new Set([...segmenter.segment(text)].map(({ index }) => index));
}

function stands(text: string, entry: number): boolean {
  const has = (mentions: readonly Mention[]): boolean =>
    mentions.some((mention) => mention.entry === entry || has(mention.nested));
  return has(recogniser.recognise(text));
}

const { forms: all, counts } = compiled.data;
const everyForm = all.split(JOIN);
let first = 0;
counts.forEach((count, entry) => {
  const id = recogniser.matcher.id(entry);
  const forms = everyForm.slice(first, (first += count));
  if (only !== undefined && only !== id) return;
  const found: string[] = [];
  for (const form of forms) {
    if (form.length > LONGEST) continue;
    for (let cut = 1; cut < form.length; cut++) {
      const end = form.slice(cut);
      for (const word of byFirst.get(end.charAt(0)) ?? []) {
        if (!word.startsWith(end) || word.length === end.length) continue;
        const text = form + word.slice(end.length);
        if (!edges(text).has(form.length) && stands(text, entry))
          found.push(`${form}|${word.slice(end.length)}`);
      }
      const beginning = form.slice(0, cut);
      for (const word of byLast.get(beginning.charAt(beginning.length - 1)) ?? []) {
        if (!word.endsWith(beginning) || word.length === beginning.length) continue;
        const before = word.slice(0, -beginning.length);
        if (!edges(before + form).has(before.length) && stands(before + form, entry)) {
          found.push(`${before}|${form}`);
        }
      }
    }
  }
  if (found.length > 0) process.stdout.write(`${id}: ${[...new Set(found)].join(' ')}\n`);
});

import { describe, expect, test } from 'vitest';
import { loadBundled } from '../../../src/cli/bundled.ts';
import { loadSeeds } from '../../../src/cli/seeds.ts';
import { coverSource } from '../../../src/core/knowledge/coverage.ts';

const { recogniser } = loadBundled();
const { sources } = loadSeeds();
const coverage = sources.map((source) => ({
  id: source.id,
  text: source.text,
  ...coverSource(source, recogniser),
}));

describe('coverage of the sources', () => {
  test.each(coverage)(
    '$id: sentences, terms and what is left over make up the text',
    ({ text: whole, sentences }) => {
      const seen = new Uint8Array(whole.length);
      for (const sentence of sentences) {
        expect(whole.slice(sentence.start, sentence.end)).toBe(sentence.text);
        for (const { start, end, text } of [...sentence.terms, ...sentence.left]) {
          expect(whole.slice(start, end)).toBe(text);
          expect(seen.subarray(start, end).every((known) => known === 0)).toBe(true);
          seen.fill(1, start, end);
        }
      }
      const missed = [...whole.matchAll(/[\p{Letter}\p{Number}]/gu)].filter(({ index }) => seen[index] === 0);
      expect(missed.map(({ index }) => whole.slice(index, index + 10))).toEqual([]);
    },
  );

  test('counts what lies in terms', () => {
    for (const { characters, inTerms, sentences } of coverage) {
      const inSentences = sentences
        .filter(({ role }) => role !== 'summary')
        .flatMap(({ terms }) => terms)
        .reduce((sum, { text }) => sum + (text.match(/[\p{Letter}\p{Number}]/gu)?.length ?? 0), 0);
      expect(inTerms).toBe(inSentences);
      expect(inTerms).toBeLessThan(characters);
    }
  });

  test('a sentence keeps its closing quotation mark', () => {
    const texts = coverage.flatMap(({ sentences }) => sentences.map(({ text }) => text));
    expect(texts).toContain('“互联网已经成为舆论斗争的主战场。”');
  });
});

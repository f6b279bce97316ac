import { beforeAll, describe, expect, test } from 'vitest';
import { loadBundled } from '../../../src/cli/bundled.ts';
import { loadSeeds } from '../../../src/cli/seeds.ts';
import { Matcher } from '../../../src/core/match/matcher.ts';
import { type Concordance, contextOf, sentenceAt } from '../../../src/core/knowledge/concordance.ts';
import type { Source } from '../../../src/core/knowledge/source.ts';
import { LibraryData } from '../../../src/ui/library/data.ts';
import { textPieces } from '../../../src/ui/library/sources/text-pieces.ts';

let data: LibraryData;
let sources: readonly Source[];
let concordance: Concordance;
const textAt = (id: string, paragraph: number): string =>
  sources.find((source) => source.id === id)?.paragraphs[paragraph - 1]?.text ?? '';

beforeAll(() => {
  const { knowledge, compiled } = loadBundled();
  ({ sources } = loadSeeds());
  data = new LibraryData(knowledge, sources, new Matcher(compiled.data));
  ({ concordance } = data);
});

describe('where terms stand in the sources', () => {
  test('every occurrence is in no summary and in no repetition', () => {
    for (const { id } of data.knowledge.terms) {
      for (const at of concordance.of(id)) {
        const role = sources.find((source) => source.id === at.source)?.paragraphs[at.paragraph - 1]?.role;
        expect(role).not.toBe('summary');
        expect(concordance.repeatOf(at.source, at.paragraph)).toBeUndefined();
      }
    }
  });

  test('001 repeats 000: its paragraphs are named beside those of 000, and not counted', () => {
    const all = concordance.of('ten-upholds');
    const of000 = all.filter(({ source }) => source === '000');
    expect(of000).toHaveLength(1);
    expect(of000[0]?.repeats.map(({ source }) => source)).toEqual(['001']);
    expect(all.filter(({ source }) => source === '001')).toEqual([]);
    const repeated = sources
      .find(({ id }) => id === '001')
      ?.paragraphs.filter((_, i) => concordance.repeatOf('001', i + 1)?.source === '000');
    expect(repeated).toHaveLength(11);
  });

  test('the earliest source comes first, and is the one the knowledge base says', () => {
    for (const { id, firstIn } of data.knowledge.terms) {
      const first = concordance.of(id).find(({ adapted }) => !adapted);
      expect(first?.source, id).toBe(firstIn);
    }
  });

  test('every term with a surface occurs, and a label of ours does not', () => {
    for (const { id, surface } of data.knowledge.terms) {
      expect(concordance.of(id).length > 0, id).toBe(surface);
    }
  });

  test('each quotation stands in the paragraph that it names, which is no summary where the body has it', () => {
    for (const { evidence } of data.knowledge.terms) {
      for (const { source, quote, paragraph } of evidence) {
        expect(textAt(source, paragraph)).toContain(quote);
      }
    }
    const quotations = data.knowledge.terms.flatMap(({ evidence }) => evidence);
    const summaries = quotations.filter(({ source, paragraph }) => textAt(source, paragraph).startsWith('■'));
    expect(summaries).toEqual([]);
  });

  test('pieces of a paragraph joined are the paragraph, and have every outermost mention', () => {
    for (const source of sources) {
      const mentions = concordance.mentionsIn(source.id);
      source.paragraphs.forEach(({ text }, i) => {
        const here = mentions[i] ?? [];
        const pieces = textPieces(text, here);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        expect(pieces.filter(({ type }) => type === 'term')).toHaveLength(here.length);
      });
    }
  });
});

describe('context', () => {
  test('is cut between characters, and says so', () => {
    expect(contextOf('𠮷建设网络强国𠮷', 4, 8, 3)).toEqual({
      before: '建设',
      match: '网络强国',
      after: '𠮷',
      cutBefore: true,
      cutAfter: false,
    });
  });

  test.each([
    ['甲。“乙网络！”丙。', '网络', '“乙网络！”'],
    ['网络，甲乙', '网络', '网络，甲乙'],
    ['甲。乙。网络丙。', '网络', '网络丙。'],
  ])('the sentence of %s', (text, words, expected) => {
    const start = text.indexOf(words);
    expect(sentenceAt(text, start, start + words.length)).toBe(expected);
  });
});

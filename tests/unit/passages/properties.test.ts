import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PassageEngine } from '../../../src/core/passages/engine.ts';
import { Skeletons } from '../../../src/core/passages/skeleton.ts';
import { SourceIndex } from '../../../src/core/passages/source-index.ts';
import { plainTextBlocks } from '../../../src/core/text/blocks.ts';
import { Folder, foldedText } from '../../../src/core/text/fold.ts';
import { bundled, find, foldTable, sourceText } from '../../support/passage-engines.ts';

const engine = bundled.passages();
const { index } = engine;
const skeletonText = (text: string): string => {
  const { units, length } = index.skeletons.of(text);
  return String.fromCharCode(...units.subarray(1, length + 1));
};

/** A stretch of a source, some of its clauses replaced, left out, doubled or out of order. */
const edited = fc
  .record({
    source: fc.constantFrom('000', '002a', '002b', '002c', '003', '004'),
    from: fc.double({ min: 0, max: 0.9, noNaN: true }),
    length: fc.integer({ min: 80, max: 900 }),
    cuts: fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        size: fc.integer({ min: 0, max: 12 }),
        put: fc.constantFrom('', '一样', '国际', '网络安全', '，按照要求', '2024', '\n', '……'),
      }),
      { maxLength: 12 },
    ),
  })
  .map(({ source, from, length, cuts }) => {
    const whole = sourceText(source);
    let text = whole.slice(Math.floor(from * whole.length)).slice(0, length);
    for (const { at, size, put } of cuts) {
      const start = Math.floor(at * text.length);
      text = text.slice(0, start) + put + text.slice(start + size);
    }
    return text;
  });

describe('whatever is done to a source’s text', () => {
  test('positions, words and order hold', () => {
    fc.assert(
      fc.property(edited, (text) => {
        let end = 0;
        for (const passage of find(engine, text)) {
          const source = sourceText(passage.source);
          expect(passage.start).toBeGreaterThanOrEqual(end);
          end = passage.end;
          expect(passage.class).toBe(passage.edits.length === 0 ? 'verbatim' : 'adapted');
          expect(passage.discounted).toBeLessThanOrEqual(passage.score);
          for (const edit of passage.edits) {
            expect(text.slice(edit.start, edit.end)).toBe(edit.page);
            expect(source.slice(edit.sourceStart, edit.sourceEnd)).toBe(edit.source);
            expect(edit.page + edit.source).not.toBe('');
            if (edit.type === 'dropped') expect(edit.page).toBe('');
            if (edit.type === 'added') expect(edit.source).toBe('');
            if (edit.type === 'moved') expect(skeletonText(edit.page)).toBe(skeletonText(edit.source));
            expect(edit.start).toBeGreaterThanOrEqual(passage.start);
            expect(edit.sourceStart).toBeGreaterThanOrEqual(passage.sourceStart);
            expect(edit.sourceEnd).toBeLessThanOrEqual(passage.sourceEnd);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('what is the same and what is edited make up the page’s side and the source’s', () => {
    fc.assert(
      fc.property(edited, (text) => {
        for (const passage of find(engine, text)) {
          const source = sourceText(passage.source);
          for (const s of passage.same) {
            expect(skeletonText(text.slice(s.start, s.end))).toBe(
              skeletonText(source.slice(s.sourceStart, s.sourceEnd)),
            );
          }
          const holes = (
            start: number,
            end: number,
            ranges: readonly (readonly [number, number])[],
            from: string,
          ): string => {
            const taken = new Set<number>();
            for (const [a, b] of ranges) for (let i = a; i < b; i++) taken.add(i);
            let left = '';
            for (let i = start; i < end; i++) if (!taken.has(i)) left += from.charAt(i);
            return left.replace(/[^\p{L}\p{N}]/gu, '');
          };
          const page = [...passage.same, ...passage.edits];
          expect(
            holes(
              passage.start,
              passage.end,
              page.map((r) => [r.start, r.end]),
              text,
            ),
          ).toBe('');
          expect(
            holes(
              passage.sourceStart,
              passage.sourceEnd,
              page.map((r) => [r.sourceStart, r.sourceEnd]),
              source,
            ),
          ).toBe('');
        }
      }),
      { numRuns: 200 },
    );
  });
});

test('a source’s own text is verbatim from beginning to end', () => {
  for (const { id } of index.sources) {
    const text = sourceText(id);
    const passages = find(engine, text);
    expect(passages.every((p) => p.class === 'verbatim')).toBe(true);
    if (id === '001') continue; // its title and lead are its own
    expect(passages[0]?.start, id).toBe(0);
    expect(text.length - (passages.at(-1)?.end ?? 0), id).toBeLessThanOrEqual(1);
  }
});

test('random Han text is no passage', () => {
  const han = fc.string({
    unit: fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((c) => String.fromCharCode(c)),
    minLength: 50,
    maxLength: 400,
  });
  fc.assert(
    fc.property(han, (text) => {
      expect(find(engine, text)).toEqual([]);
    }),
  );
});

test('the sources’ own characters in random order are no passage', () => {
  const units = [...sourceText('000').replace(/\P{Script=Han}/gu, '')];
  const shuffled = fc.array(fc.constantFrom(...units), { minLength: 100, maxLength: 500 });
  fc.assert(
    fc.property(shuffled, (characters) => {
      expect(find(engine, characters.join(''))).toEqual([]);
    }),
  );
});

test('a skeleton is folded text without punctuation and white space', () => {
  const skeletons = new Skeletons(foldTable);
  const folder = new Folder(foldTable);
  const any = fc.string({
    unit: fc.oneof(
      fc.constantFrom(...'著名着力乾淨網路。，、“”（）％５5.0 \u3000\n\u200b\u00adABａ—…𠀀⽹'),
      fc.constantFrom('網(wǎng)', '絡（luò）', '(ai)'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    ),
    maxLength: 60,
  });
  fc.assert(
    fc.property(any, (text) => {
      const { units, length, origins } = skeletons.of(text);
      const skeleton = String.fromCharCode(...units.subarray(1, length + 1));
      const folded = foldedText(folder.fold(text));
      const content = (s: string): string => s.replace(/[^\p{Script=Han}a-z0-9]/gu, '');
      expect(content(skeleton)).toBe(content(folded));
      for (let i = 2; i <= length; i++) expect(origins.rawAt(i)).toBeGreaterThan(origins.rawAt(i - 1));
      expect(origins.rawAt(length + 1)).toBe(text.length);
    }),
  );
});

test('slices find the same as one go', () => {
  const text = ['002b', '003', '000'].map(sourceText).join('\n').repeat(30);
  const blocks = plainTextBlocks(text);
  const steps = engine.steps(text, blocks);
  let count = 0;
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) count++;
  expect(count).toBeGreaterThan(2);
  expect(step.value).toEqual(engine.find(text, blocks));
});

test('the index takes at most 8 bytes a character', () => {
  const characters = index.sources.reduce((sum, { text }) => sum + text.length, 0);
  expect(index.bytes / characters).toBeLessThan(8);
  const many = Array.from({ length: 200 }, (_, i) => ({
    id: String(i).padStart(3, '0'),
    published: '2020',
    text: sourceText('002b'),
  }));
  const large = new SourceIndex(many, foldTable);
  expect(large.bytes / (200 * sourceText('002b').length)).toBeLessThan(8);
  const [first] = new PassageEngine(large).find(sourceText('002b'), plainTextBlocks(sourceText('002b')));
  expect(first?.source).toBe('000');
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ContextList } from '../../../src/core/match/context-list.ts';
import { ContextRole, LIST_END } from '../../../src/core/match/matcher-data.ts';
import { NearWords } from '../../../src/core/match/near-words.ts';
import { writeRules } from '../../../src/core/match/rule-lists.ts';

/** Few units, so that contexts occur, one another's parts among them; and what stands between contexts. */
const unit = fc.constantFrom('甲', '乙', '丙', 'a', '|', '㐂');
const context = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', 'a', '㐂'), minLength: 1, maxLength: 4 });
const contexts = fc.uniqueArray(context, { minLength: 1, maxLength: 12 });
const text = fc.string({ unit, maxLength: 60 });

function listOf(words: readonly string[], left: boolean): ContextList {
  const roles = Object.values(ContextRole).map(() => [] as string[]);
  roles[ContextRole.NotLeft] = [...words];
  const [written = ''] = writeRules([roles])[ContextRole.NotLeft]?.split(LIST_END) ?? [];
  return new ContextList(written, left);
}

function unitsOf(text: string): Uint16Array {
  // What is beyond the text's end is not its own: it is of one that was read before.
  return Uint16Array.from(`${text}甲乙丙a甲乙`, (character) => character.charCodeAt(0));
}

test.each([true, false])('contexts are found wherever they stand, on the left of mentions: %s', (left) => {
  fc.assert(
    fc.property(contexts, text, fc.integer({ min: 1, max: 4 }), (words, text, least) => {
      const list = listOf(words, left);
      const units = unitsOf(text);
      for (let edge = 0; edge < text.length; edge++) {
        const lengths = words
          .filter((word) => word.length >= least)
          .filter((word) =>
            left ? text.slice(0, edge + 1).endsWith(word) : text.slice(edge).startsWith(word),
          )
          .map((word) => word.length);
        const found = list.lengthAt(units, text.length, edge, least);
        if (left) expect(lengths.length > 0 ? lengths : [0]).toContain(found);
        else expect(found).toBe(lengths.length > 0 ? Math.min(...lengths) : 0);
      }
      expect(list.words().toSorted()).toEqual(words.toSorted());
    }),
    { numRuns: 500 },
  );
});

test('words near a place are found, whatever was asked before', () => {
  const question = fc.record({
    text: fc.nat({ max: 1 }),
    from: fc.nat({ max: 700 }),
    length: fc.nat({ max: 50 }),
    lists: fc.uniqueArray(fc.nat({ max: 2 }), { minLength: 1, maxLength: 3 }),
  });
  fc.assert(
    fc.property(
      fc.tuple(contexts, contexts, contexts),
      fc.tuple(fc.string({ unit, maxLength: 750 }), text),
      fc.array(question, { minLength: 1, maxLength: 40 }),
      fc.boolean(),
      (words, texts, questions, inOrder) => {
        const lists = words.map((each) => listOf(each, false));
        const near = new NearWords();
        let number = 0;
        let last = -1;
        for (const { text, from, length, lists: asked } of inOrder
          ? questions.toSorted((a, b) => a.text - b.text || a.from - b.from)
          : questions) {
          if (text !== last) number++;
          last = text;
          const of = texts[text] ?? '';
          const start = Math.min(from, of.length);
          const end = Math.min(start + length, of.length);
          const expected = asked.some((index) =>
            words[index]?.some((word) => of.slice(start, end).includes(word)),
          );
          const found = near.areBetween(
            asked.flatMap((index) => lists[index] ?? []),
            unitsOf(of),
            of.length,
            number,
            start,
            end,
          );
          expect(found).toBe(expected);
        }
      },
    ),
    { numRuns: 300 },
  );
});

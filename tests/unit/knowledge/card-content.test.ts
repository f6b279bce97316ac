import { describe, expect, test } from 'vitest';
import { loadBundled } from '../../../src/cli/bundled.ts';
import { cardContent, type CardContent } from '../../../src/core/knowledge/card-content.ts';

const { knowledge } = loadBundled();

function contentOf(id: string): CardContent {
  const content = cardContent(id, knowledge);
  if (content === undefined) throw new Error(`no term ${id}`);
  return content;
}

const every = knowledge.terms.map(({ id }) => contentOf(id));

describe('what a card shows', () => {
  test('nothing for an id that no term has', () => {
    expect(cardContent('no-such-term', knowledge)).toBeUndefined();
  });

  test('survives JSON, which is how it crosses to a page', () => {
    for (const content of every) expect(JSON.parse(JSON.stringify(content))).toEqual(content);
  });

  test('a set with its members in the order of the texts', () => {
    const { set, memberOf } = contentOf('ten-upholds');
    expect(set?.members).toHaveLength(10);
    expect(set?.members[0]?.zh).toBe('坚持党管互联网');
    expect(memberOf).toEqual([]);
  });

  test('a member with the set that it belongs to, even where it is a set itself', () => {
    const { set, memberOf } = contentOf('uphold-positive-energy-line');
    expect(set?.members).toHaveLength(3);
    expect(memberOf.map(({ id }) => id)).toEqual(['ten-upholds']);
  });

  test('a set whose members the texts do not list has none', () => {
    expect(contentOf('two-upholds').set).toMatchObject({ members: [], membersListed: false });
  });

  test('later and earlier wordings with the date of the earliest text that has them', () => {
    expect(contentOf('cyberpower-thought').earlier).toMatchObject([
      { zh: '网络强国战略思想', earliest: '2018-04' },
    ]);
    expect(contentOf('cyberpower-strategic-thought').later[0]).toMatchObject({ earliest: '2023-07-15' });
  });

  test('quotations earliest source first', () => {
    for (const { quotations } of every) {
      const dates = quotations.map(({ source }) => source.published);
      expect(dates).toEqual([...dates].sort());
    }
  });

  test('who said it, when and where, as the text states it', () => {
    expect(contentOf('cyberpower-strategic-thought').quotations[0]).toMatchObject({
      saidBy: { zh: '习近平' },
      saidAt: '2018-04',
      saidWhere: { id: 'national-cyber-conference-2018' },
    });
  });

  test('every quotation of a term that has a form on pages shows where the term stands in it', () => {
    for (const { id, surface, quotations } of every) {
      for (const { quote, marks } of quotations) {
        if (surface) expect(marks.length, id).toBeGreaterThan(0);
        for (const { start, end } of marks) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(quote.length);
        }
      }
    }
    const [first] = contentOf('ten-upholds').quotations;
    const [mark] = first?.marks ?? [];
    expect(first?.quote.slice(mark?.start, mark?.end)).toBe('十个坚持');
  });
});

describe('“earliest here”', () => {
  test('is said of the first quotation at most', () => {
    for (const { quotations } of every) {
      expect(quotations.slice(1).some(({ earliest }) => earliest)).toBe(false);
    }
  });

  test('is not said where an earlier text has the term and is not quoted: that text is named', () => {
    for (const { id, quotations, firstIn } of every) {
      const [first] = quotations;
      if (first?.earliest === true) expect(firstIn, id).toBeUndefined();
      else if (firstIn !== undefined) {
        expect(firstIn.published < (first?.source.published ?? '9'), id).toBe(true);
      }
    }
  });

  test('holds for the text itself: 网络强国战略思想 is in the text of 2018', () => {
    const { quotations } = contentOf('cyberpower-strategic-thought');
    expect(quotations[0]).toMatchObject({ earliest: true, source: { id: '003' } });
  });

  test('is not said of sets that are labels of ours', () => {
    const label = every.find(({ surface }) => !surface);
    expect(label?.quotations[0]?.earliest).toBe(false);
  });
});

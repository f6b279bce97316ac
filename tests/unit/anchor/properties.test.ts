import fc from 'fast-check';
import { describe as group, expect, test } from 'vitest';
import { loadSeeds } from '../../../src/cli/seeds.ts';
import { anchorText, type AnchorText } from '../../../src/core/anchor/anchor-text.ts';
import { editsAllowed } from '../../../src/core/anchor/candidates.ts';
import { CONTEXT, describe } from '../../../src/core/anchor/describe.ts';
import { diffCharacters, editDistance } from '../../../src/core/anchor/edit-distance.ts';
import { resolve, resolveAll } from '../../../src/core/anchor/resolve.ts';
import { buildFoldTable } from '../../../src/core/text/build-fold-table.ts';

const table = buildFoldTable();
const pages = loadSeeds().sources.map(({ paragraphs }) => paragraphs.map(({ text }) => text));
const page = fc.constantFrom(...pages);
const keyOf = (text: string): string => anchorText(text.split('\n'), table).key.trim();

/** A page of the bundled sources with some words of it. */
const quoted = fc
  .tuple(page, fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 80 }))
  .map(([blocks, at, length]) => {
    const { length: total } = blocks.join('\n');
    const start = Math.min(total - 1, Math.floor(at * total));
    return { blocks, start, end: Math.min(total, start + length) };
  });

/** Some edits of a page: places as shares of it, how much is taken out, what is put in. */
const edits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    out: fc.integer({ min: 0, max: 30 }),
    in: fc.oneof(
      fc.constantFrom('', '', '坚持', '网络安全', '，', '要坚持党管互联网，', '\n', '十个坚持', ' '),
      page.map((blocks) => blocks.join('').slice(40, 75)),
    ),
  }),
  { minLength: 1, maxLength: 25 },
);

const CASES = { numRuns: 250 };

group('anchoring, whatever the page', () => {
  test('words of a page that has not changed are exactly where they were', () => {
    fc.assert(
      fc.property(quoted, ({ blocks, start, end }) => {
        const text = anchorText(blocks, table);
        const selectors = describe(text, start, end);
        fc.pre(selectors.length > 0);
        expect(resolve(text, selectors)).toEqual({ state: 'exact', start, end });
      }),
      CASES,
    );
  });

  test('without the raw position too, whatever twins the words have', () => {
    fc.assert(
      fc.property(quoted, ({ blocks, start, end }) => {
        const text = anchorText(blocks, table);
        const selectors = describe(text, start, end).filter(
          (s) => s.type === 'TextQuoteSelector' || s.space === 'folded',
        );
        fc.pre(selectors.length > 0);
        const found = resolve(text, selectors);
        expect(found.state).toBe('exact');
        if (found.state !== 'exact') return;
        // White space at the ends leaves no trace; half a dash becomes the whole.
        expect(found.start).toBeGreaterThanOrEqual(start - 1);
        expect(found.end).toBeLessThanOrEqual(end + 1);
        expect(keyOf(text.raw.slice(found.start, found.end))).toBe(keyOf(text.raw.slice(start, end)));
      }),
      CASES,
    );
  });

  test('each selector describes the words, with context', () => {
    fc.assert(
      fc.property(quoted, ({ blocks, start, end }) => {
        const text = anchorText(blocks, table);
        const selectors = describe(text, start, end);
        fc.pre(selectors.length > 0);
        let exact = '';
        for (const selector of selectors) {
          const whole = selector.space === 'raw' ? text.raw : text.folded;
          if (selector.type === 'TextQuoteSelector') {
            exact = selector.exact;
            expect(whole).toContain(selector.prefix + exact + selector.suffix);
            expect(selector.prefix.length).toBeGreaterThanOrEqual(Math.min(CONTEXT, whole.indexOf(exact)));
          } else {
            expect(whole.slice(selector.start, selector.end)).toBe(exact);
            expect(selector.end).toBeGreaterThan(selector.start);
          }
        }
        expect(selectors.map(({ space, type }) => [space, type])).toEqual([
          ['raw', 'TextQuoteSelector'],
          ['raw', 'TextPositionSelector'],
          ['folded', 'TextQuoteSelector'],
          ['folded', 'TextPositionSelector'],
        ]);
      }),
      CASES,
    );
  });

  test('what is returned is the words, or within the allowed edits of them', () => {
    fc.assert(
      fc.property(quoted, edits, page, fc.boolean(), ({ blocks, start, end }, list, other, stay) => {
        const text = anchorText(blocks, table);
        const selectors = describe(text, start, end);
        fc.pre(selectors.length > 0);
        const changed = anchorText(
          apply(stay ? blocks.join('\n') : other.join('\n'), list).split('\n'),
          table,
        );
        expectWithinEdits(changed, selectors, keyOf(text.raw.slice(start, end)));
      }),
      CASES,
    );
  });

  test('edits outside the words and their context put them onto no other place', () => {
    fc.assert(
      fc.property(quoted, edits, ({ blocks, start, end }, list) => {
        const text = anchorText(blocks, table);
        const selectors = describe(text, start, end);
        fc.pre(selectors.length > 0);
        const [quote] = selectors;
        if (quote?.type !== 'TextQuoteSelector') throw new Error('no quote');
        const from = start - quote.prefix.length;
        const to = end + quote.suffix.length;
        const before = apply(text.raw.slice(0, from), list);
        const changed = anchorText(
          (before + text.raw.slice(from, to) + apply(text.raw.slice(to), list)).split('\n'),
          table,
        );
        const found = resolve(changed, selectors);
        if (found.state === 'gone') return;
        expect(found.state).not.toBe('changed');
        const words = text.keySpan({ start, end });
        const place = changed.keySpan({
          start: before.length + start - from,
          end: before.length + end - from,
        });
        expect(changed.keySpan(found).start).toBe(
          place.start + (text.key.charAt(words.start) === ' ' ? 1 : 0),
        );
      }),
      CASES,
    );
  });

  test('words that were deleted are gone', () => {
    fc.assert(
      fc.property(quoted, ({ blocks, start, end }) => {
        const text = anchorText(blocks, table);
        const selectors = describe(text, start, end);
        fc.pre(selectors.length > 0 && keyOf(text.raw.slice(start, end)).length > 2);
        const rest = anchorText((text.raw.slice(0, start) + text.raw.slice(end)).split('\n'), table);
        const found = resolve(rest, selectors);
        if (found.state === 'gone') return;
        // Taking words out can leave the same words in the same place: 不断不断完善.
        const seam = rest.keySpan({ start: Math.max(0, start - 1), end: start + 1 });
        const place = rest.keySpan(found);
        expect(
          place.start <= seam.end && place.end >= seam.start,
          rest.raw.slice(found.start, found.end),
        ).toBe(true);
      }),
      { numRuns: 800 },
    );
  });

  test('many notes at once are found as each alone', () => {
    fc.assert(
      fc.property(
        page,
        fc.array(fc.integer({ min: 0, max: 100_000 }), { maxLength: 10 }),
        edits,
        (blocks, starts, list) => {
          const text = anchorText(blocks, table);
          const notes = starts.map((n) => describe(text, n % text.raw.length, (n % text.raw.length) + 25));
          const changed = anchorText(apply(text.raw, list).split('\n'), table);
          expect(resolveAll(changed, notes)).toEqual(notes.map((selectors) => resolve(changed, selectors)));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('selectors from elsewhere, whatever they say, never throw', () => {
    const words = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      page.map((blocks) => blocks.join('').slice(5, 30)),
    );
    const selector = fc.oneof(
      fc.record({
        type: fc.constant('TextQuoteSelector' as const),
        space: fc.constantFrom('raw' as const, 'folded' as const),
        exact: words,
        prefix: words,
        suffix: words,
      }),
      fc.record({
        type: fc.constant('TextPositionSelector' as const),
        space: fc.constantFrom('raw' as const, 'folded' as const),
        start: fc.nat(),
        end: fc.nat(),
      }),
    );
    fc.assert(
      fc.property(page, fc.array(selector, { maxLength: 4 }), (blocks, selectors) => {
        const found = resolve(anchorText(blocks, table), selectors);
        expect(['exact', 'moved', 'changed', 'gone']).toContain(found.state);
      }),
      CASES,
    );
  });
});

function apply(text: string, list: readonly { at: number; out: number; in: string }[]): string {
  let changed = text;
  for (const { at, out, in: put } of list) {
    const place = Math.floor(at * changed.length);
    changed = changed.slice(0, place) + put + changed.slice(place + out);
  }
  return changed;
}

function expectWithinEdits(
  changed: AnchorText,
  selectors: Parameters<typeof resolve>[1],
  words: string,
): void {
  const found = resolve(changed, selectors);
  if (found.state === 'gone') return;
  const place = changed.keySpan(found);
  const now = changed.key.slice(place.start, place.end).trim();
  if (found.state === 'changed') {
    expect(editDistance(words, now, words.length)).toBeLessThanOrEqual(editsAllowed(words.length));
  } else {
    expect(now).toBe(words);
  }
}

group('a character diff', () => {
  const text = fc
    .array(fc.constantFrom(...'网络安全网信为民'), { maxLength: 20 })
    .map((units) => units.join(''));

  test('gives both texts back, piece by piece', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const parts = diffCharacters(a, b);
        const side = (kept: string, which: 'from' | 'to', whole: string): string =>
          parts
            .filter(({ type }) => type === 'same' || type === kept)
            .map((part) => whole.slice(part[which].start, part[which].end))
            .join('');
        expect(side('removed', 'from', a)).toBe(a);
        expect(side('added', 'to', b)).toBe(b);
        for (const { type, from, to } of parts) {
          if (type === 'same') expect(a.slice(from.start, from.end)).toBe(b.slice(to.start, to.end));
        }
      }),
    );
  });

  test('the edit distance is that of the plain table', () => {
    const plain = (a: string, b: string): number => {
      let row = Array.from({ length: b.length + 1 }, (_, j) => j);
      for (let i = 1; i <= a.length; i++) {
        const next = [i];
        for (let j = 1; j <= b.length; j++) {
          const cost = a[i - 1] === b[j - 1] ? 0 : 1;
          next.push(Math.min((row[j - 1] ?? 0) + cost, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
        }
        row = next;
      }
      return row[b.length] ?? 0;
    };
    fc.assert(
      fc.property(text, text, fc.nat({ max: 10 }), (a, b, limit) => {
        expect(editDistance(a, b, limit)).toBe(Math.min(plain(a, b), limit + 1));
      }),
    );
  });
});

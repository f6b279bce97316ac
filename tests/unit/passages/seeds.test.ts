import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { segmentsOf } from '../../../src/core/passages/chain.ts';
import { choose } from '../../../src/core/passages/choose.ts';
import { Cluster, Clusters } from '../../../src/core/passages/clusters.ts';
import { K, rightBound, sameGram, SIDE, Sides, sidesOf } from '../../../src/core/passages/grams.ts';
import { Scan } from '../../../src/core/passages/scan.ts';
import { HEAD, MOST_PLACES } from '../../../src/core/passages/seed-table.ts';
import { SourceIndex, type SourceText } from '../../../src/core/passages/source-index.ts';
import type { Skeleton } from '../../../src/core/passages/skeleton.ts';
import { foldTable, sourceText } from '../../support/passage-engines.ts';

/** Texts of a few characters have short matches in many places; pieces of a source have long ones. */
const words = fc.constantFrom('网络安全', '信息化', '一二三', '的', '和', '人民', '。');
const piece = fc
  .record({ from: fc.nat({ max: 1800 }), length: fc.integer({ min: 3, max: 120 }) })
  .map(({ from, length }) => sourceText('002b').slice(from, from + length));
const letters = fc.string({ unit: fc.constantFrom(...'甲乙丙丁'), minLength: 1, maxLength: 40 });
/** Every so many characters another one. */
const worn = fc
  .tuple(piece, fc.integer({ min: 5, max: 9 }))
  .map(([words, every]) => [...words].map((c, i) => (i % every === every - 1 ? '甲' : c)).join(''));
const text = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: words },
      { weight: 2, arbitrary: piece },
      { weight: 2, arbitrary: worn },
      { weight: 2, arbitrary: letters },
    ),
    { minLength: 1, maxLength: 60 },
  )
  .map((parts) => parts.join(''));
const index = fc.array(text, { minLength: 1, maxLength: 5 }).map(
  (texts) =>
    new SourceIndex(
      texts.map((t, i): SourceText => ({ id: String(i), published: '2020', text: t })),
      foldTable,
      (t) => [...t.matchAll(/网络安全/gu)].map((m) => ({ start: m.index, end: m.index + 4 })),
    ),
);

describe('bits beside a seed', () => {
  const units = fc.array(fc.integer({ min: 2, max: 6 }), { minLength: K, maxLength: 40 });
  test('are the same where what stands there is, and bound how far it goes on', () => {
    fc.assert(
      fc.property(units, units, fc.nat(), fc.nat(), (x, y, n, m) => {
        const a = Uint16Array.from([1, ...x, 1]);
        const b = Uint16Array.from([0, ...y, 0]);
        const i = 1 + (n % (x.length - K + 1));
        const j = 1 + (m % (y.length - K + 1));
        const difference = sidesOf(a, i) ^ sidesOf(b, j);
        let right = 0;
        while (a[i + K + right] === b[j + K + right]) right++;
        let left = 0;
        while (a[i - left - 1] === b[j - left - 1]) left++;
        expect(rightBound(difference)).toBeGreaterThanOrEqual(Math.min(right, SIDE));
        if (right >= SIDE) expect(difference & Sides.right).toBe(0);
        if (left >= SIDE) expect(difference & Sides.left).toBe(0);
      }),
      { numRuns: 2000 },
    );
  });
});

/** Every second place of each source at which a k-gram stands. */
function eachPlace(starts: Int32Array, visit: (place: number) => void): void {
  for (let s = 0; s + 1 < starts.length; s++) {
    for (let i = starts[s] ?? 0; i + K < (starts[s + 1] ?? 0); i += 2) visit(i);
  }
}

test('a bucket has the earliest places of every second k-gram, in order, and is marked where a tag is of two', () => {
  fc.assert(
    fc.property(index, ({ seeds, units, starts }) => {
      const { places, placeBits } = seeds;
      const heads = [...seeds.heads];
      const mask = 2 ** placeBits - 1;
      const kept = new Set<number>();
      let from = 0;
      heads.slice(1).forEach((next, b) => {
        const end = next & HEAD;
        const own = [...places.subarray(from, end)];
        from = end;
        const byTag = Map.groupBy(own, (entry) => entry >>> placeBits);
        let different = false;
        for (const entries of byTag.values()) {
          const at = entries.map((entry) => entry & mask);
          expect(at).toEqual([...at].sort((x, y) => x - y));
          expect(at.length).toBeLessThanOrEqual(MOST_PLACES);
          const [first = 0] = at;
          different ||= at.some((place) => !sameGram(units, first, units, place));
          for (const place of at) kept.add(place);
        }
        expect((heads[b] ?? 0) < 0).toBe(different);
      });
      const count = new Map<string, number>();
      eachPlace(starts, (i) => {
        const gram = String(units.subarray(i, i + K));
        const before = count.get(gram) ?? 0;
        if (before < MOST_PLACES) expect(kept, `${gram} at ${String(i)}`).toContain(i);
        count.set(gram, before + 1);
      });
    }),
    { numRuns: 200 },
  );
});

type Match = [page: number, place: number, length: number];

/** Notes what a scan finds. */
class Noted extends Clusters {
  readonly matches: Match[] = [];
  readonly #units: readonly [page: Uint16Array, source: Uint16Array];

  constructor(sources: SourceIndex, page: Skeleton) {
    super(sources, page);
    this.#units = [page.units, sources.units];
  }

  override add(...match: Match): void {
    this.matches.push(match);
  }

  override addSeed(page: number, place: number): void {
    this.matches.push(extended(...this.#units, page, place));
  }
}

function extended(page: Uint16Array, source: Uint16Array, p: number, place: number): Match {
  let left = 0;
  while (page[p - left - 1] === source[place - left - 1]) left++;
  let right = 0;
  while (page[p + right] === source[place + right]) right++;
  return [p - left, place - left, left + right];
}

/** The same by reading and extending whatever a k-gram stands at. */
function plainScan({ units, starts }: SourceIndex, page: Skeleton): Match[] {
  const standsAt = new Map<string, number[]>();
  eachPlace(starts, (i) => {
    const gram = String(units.subarray(i, i + K));
    const known = standsAt.get(gram) ?? [];
    if (known.length < MOST_PLACES) standsAt.set(gram, [...known, i]);
  });
  const matches: Match[] = [];
  const latest = new Map<number, { diagonal: number; end: number }>();
  let furthest = 0;
  for (let p = 1; p <= page.length - K + 1;) {
    const found: Match[] = [];
    for (const place of standsAt.get(String(page.units.subarray(p, p + K))) ?? []) {
      const diagonal = place - p;
      const before = latest.get(diagonal & 1023);
      if (before?.diagonal === diagonal && before.end > p) continue;
      const match = extended(page.units, units, p, place);
      latest.set(diagonal & 1023, { diagonal, end: match[0] + match[2] });
      found.push(match);
    }
    const long = furthest - p >= 16 || found.some(([, , length]) => length >= 16);
    matches.push(...found.filter(([, , length]) => !long || length >= 12));
    furthest = Math.max(furthest, ...found.map(([start, , length]) => start + length));
    const inside = furthest - p - K;
    p += inside <= 1 || p % 2 === 1 ? 1 : Math.min(inside, 32) | 1;
  }
  return matches;
}

test('a scan that reads few sources finds what one finds that reads all', () => {
  fc.assert(
    fc.property(index, text, (sources, raw) => {
      const page = sources.skeletons.of(raw);
      const noted = new Noted(sources, page);
      new Scan(sources, page, noted).run(Infinity);
      expect(noted.matches).toEqual(plainScan(sources, page));
    }),
    { numRuns: 500 },
  );
});

test('what is kept as a seed until something joins it changes no choice and no segment', () => {
  fc.assert(
    fc.property(index, text, (sources, raw) => {
      const page = sources.skeletons.of(raw);
      const outcome = (all: boolean): unknown => {
        const clusters = new Clusters(sources, page, all);
        new Scan(sources, page, clusters).run(Infinity);
        const c = clusters.clusters.data;
        return choose(sources, clusters).map((choice) => ({
          start: choice.start,
          end: choice.end,
          place: c[choice.cluster + Cluster.PlaceStart],
          others: choice.others.map((other) => c[other + Cluster.PlaceStart]),
          segments: segmentsOf(sources, page, clusters, choice, 1, page.length + 1),
        }));
      };
      expect(outcome(false)).toEqual(outcome(true));
    }),
    { numRuns: 500 },
  );
});

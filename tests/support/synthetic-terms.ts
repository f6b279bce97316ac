import type { LookupTerm } from '../../src/core/knowledge/lookup.ts';

/** Deterministic: Mulberry32, by Tommy Ettinger, public domain. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Entries made of the bundled ones' words, two to four each, in characters, pinyin and English alike. */
export function synthetic(terms: readonly LookupTerm[], count: number): LookupTerm[] {
  const parts = terms.filter(
    ({ zh, pinyin, variants }) =>
      /^\p{Script=Han}{2,6}$/u.test(zh) && /^[\p{L} ]+$/u.test(pinyin) && variants.length === 0,
  );
  const next = random(7);
  const made: LookupTerm[] = [...terms];
  while (made.length < count) {
    const chosen = Array.from({ length: 2 + Math.floor(next() * 3) }, () => {
      const part = parts[Math.floor(next() * parts.length)];
      if (part === undefined) throw new Error('no parts');
      return part;
    });
    made.push({
      id: `synthetic-${String(made.length)}`,
      kind: 'concept',
      weight: 'common',
      zh: chosen.map(({ zh }) => zh).join(''),
      variants: [],
      pinyin: chosen.map(({ pinyin }) => pinyin).join(' '),
      en: chosen.map(({ en }) => en).join(' '),
    });
  }
  return made;
}

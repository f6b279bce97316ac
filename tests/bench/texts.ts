import { loadSeeds } from '../../src/cli/seeds.ts';

/** A small seeded generator (mulberry32), so that every run measures the same pages. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const sentences = loadSeeds()
  .sources.flatMap(({ paragraphs }) => paragraphs)
  .flatMap(({ text }) => text.match(/[^。！？]+[。！？]?/gu) ?? []);

/** Page B: 20,000 paragraphs of one text node, 1,000,000 characters in all. */
export function pageB(): string {
  const next = random(1);
  const paragraphs: string[] = [];
  for (let i = 0; i < 20_000; i++) {
    let text = '';
    while (text.length < 50) text += sentences[Math.floor(next() * sentences.length)] ?? '';
    paragraphs.push(`<p>${text.slice(0, 50)}</p>`);
  }
  return `<article>${paragraphs.join('\n')}</article>`;
}

/** Page C: the same, cut by an inline element every 15 characters, spaces between words. */
export function pageC(): string {
  return pageB().replace(/<p>(.*?)<\/p>/gu, (_, text: string) => {
    const spaced = (text.match(/.{1,2}/gu) ?? []).join(' ');
    const pieces = spaced.match(/.{1,15}/gu) ?? [];
    return `<p>${pieces.map((piece, i) => (i % 2 === 0 ? piece : `<span>${piece}</span>`)).join('')}</p>`;
  });
}

/** Random pieces of 4 to 8 characters of the sources, shuffled so that most occur nowhere. */
export function randomTerms(count: number): string[] {
  const next = random(2);
  const characters = [...sentences.join('').replace(/[^\p{Script=Han}]/gu, '')];
  const terms = new Set<string>();
  while (terms.size < count) {
    const length = 4 + Math.floor(next() * 5);
    const at = Math.floor(next() * (characters.length - length));
    const piece = characters.slice(at, at + length);
    // One character from elsewhere makes most pieces new.
    piece[Math.floor(next() * length)] = characters[Math.floor(next() * characters.length)] ?? '';
    terms.add(piece.join(''));
  }
  return [...terms];
}

/** The texts of a note. */
export interface BenchNote {
  readonly body: string;
  readonly quote: string;
  readonly title: string;
  readonly tags: readonly string[];
}

const TAGS = ['学习', '对比', '出处待查', 'internet', 'study', '网信'];
const ENGLISH = [
  'compare with the report of 2023',
  'see the Cybersecurity Law',
  'internet governance',
  'source?',
];

/** Notes of all lengths: remarks and excerpts of one to six sentences, some with English in them. */
export function notesOfSources(count: number): BenchNote[] {
  const next = random(3);
  const one = <T>(from: readonly T[], otherwise: T): T => from[Math.floor(next() * from.length)] ?? otherwise;
  return Array.from({ length: count }, () => {
    const parts = Array.from({ length: 1 + Math.floor(next() * 6) }, () => one(sentences, ''));
    if (next() < 0.2) parts.push(one(ENGLISH, ''));
    return {
      body: parts.join(''),
      quote: one(sentences, '').slice(0, 40),
      title: one(sentences, '').slice(0, 24),
      tags: next() < 0.5 ? [one(TAGS, '')] : [],
    };
  });
}

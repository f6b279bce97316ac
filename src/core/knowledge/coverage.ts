import type { Mention, Recogniser } from '../match/recogniser.ts';
import type { ParagraphRole, Source } from './source.ts';

/** A stretch of a sentence, in UTF-16 units of the source's text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A term in a sentence, with the terms inside it. */
export interface CoveredTerm extends Stretch {
  readonly id: string;
  readonly nested: readonly string[];
}

/** One sentence of a source: what of it is known, and what is left over. */
export interface SentenceCoverage extends Stretch {
  readonly role: ParagraphRole;
  readonly terms: readonly CoveredTerm[];
  /** What lies between terms and punctuation, each with at least one character or digit. */
  readonly left: readonly Stretch[];
}

export interface SourceCoverage {
  readonly source: string;
  readonly sentences: readonly SentenceCoverage[];
  /** Letters, characters and digits, those of summaries apart, and how many of them lie in terms. */
  readonly characters: number;
  readonly inTerms: number;
}

/** A sentence ends with its closing quotation marks and brackets. */
const SENTENCE = /[^。！？；]*[。！？；]?[”’）》」』]*/gu;
const WORD = /[\p{Letter}\p{Number}]/u;
const STRETCH = /[\p{Letter}\p{Mark}\p{Number}%.+—]+/gu;

/**
 * Every sentence of a source with the terms that are recognised in it and the
 * stretches between them. Terms that reach over a sentence's end belong to the
 * sentence in which they begin. Linear in the length of the source.
 */
export function coverSource(source: Source, recogniser: Recogniser): SourceCoverage {
  const sentences: SentenceCoverage[] = [];
  let characters = 0;
  let inTerms = 0;
  for (const { role, text, start: offset } of source.paragraphs) {
    const mentions = recogniser.recognise(text);
    const covered = new Uint8Array(text.length);
    for (const { start, end } of mentions) covered.fill(1, start, end);
    for (let i = 0; i < text.length; i++) {
      if (role === 'summary' || !WORD.test(text.charAt(i))) continue;
      characters++;
      inTerms += covered[i] ?? 0;
    }
    for (const { 0: sentence, index } of text.matchAll(SENTENCE)) {
      if (!WORD.test(sentence)) continue;
      const end = index + sentence.length;
      const within = mentions.filter((mention) => mention.start >= index && mention.start < end);
      sentences.push({
        role,
        ...stretch(text, index, end, offset),
        terms: within.map((mention) => ({
          id: recogniser.matcher.id(mention.entry),
          ...stretch(text, mention.start, mention.end, offset),
          nested: nestedIds(mention, recogniser),
        })),
        left: leftOver(text, index, end, covered, offset),
      });
    }
  }
  return { source: source.id, sentences, characters, inTerms };
}

function stretch(text: string, start: number, end: number, offset: number): Stretch {
  return { start: start + offset, end: end + offset, text: text.slice(start, end) };
}

function nestedIds({ nested }: Mention, recogniser: Recogniser): string[] {
  return nested.flatMap((inner) => [recogniser.matcher.id(inner.entry), ...nestedIds(inner, recogniser)]);
}

function leftOver(text: string, from: number, to: number, covered: Uint8Array, offset: number): Stretch[] {
  const left: Stretch[] = [];
  for (let i = from; i < to;) {
    if (covered[i] === 1) {
      i++;
      continue;
    }
    let end = i;
    while (end < to && covered[end] !== 1) end++;
    for (const { 0: piece, index } of text.slice(i, end).matchAll(STRETCH)) {
      if (WORD.test(piece)) left.push(stretch(text, i + index, i + index + piece.length, offset));
    }
    i = end;
  }
  return left;
}

import type { SourceSummary, Term } from '../knowledge/knowledge.ts';
import { sentenceAt, type Concordance, type Occurrence, type Place } from '../knowledge/concordance.ts';
import type { Source } from '../knowledge/source.ts';

/** One term of a bilingual glossary. */
export interface GlossaryEntry {
  readonly term: Pick<Term, 'id' | 'kind' | 'zh' | 'pinyin' | 'en' | 'enEstablished' | 'gloss'>;
  /** How often the sources that are asked about have it, repetitions not counted. */
  readonly count: number;
  /** A sentence that has it. */
  readonly example?: { readonly text: string; readonly source: SourceSummary; readonly paragraph: number };
}

/**
 * The glossary of some terms, in their order. Labels of ours that no text has are
 * left out, since a glossary is for texts.
 *
 * @param within one source that counts and examples come from; without it all of them
 */
export function glossaryOf(
  terms: readonly Term[],
  sources: readonly Source[],
  concordance: Concordance,
  within?: string,
): GlossaryEntry[] {
  const byId = new Map(sources.map((source) => [source.id, source]));
  return terms
    .filter(({ surface }) => surface)
    .map((term) => {
      let count = 0;
      let example: Example | undefined;
      for (const occurrence of concordance.of(term.id)) {
        const place = [occurrence, ...occurrence.repeats].find(
          ({ source }) => within === undefined || source === within,
        );
        if (place === undefined) continue;
        count++;
        const found = occurrence.adapted ? undefined : exampleAt(place, wordsOf(byId, occurrence), byId);
        if (found !== undefined && (example === undefined || isBetter(found, example))) example = found;
      }
      return { term, count, ...(example === undefined ? {} : { example }) };
    });
}

type Example = NonNullable<GlossaryEntry['example']>;

/** Shorter sentences are seldom ones. */
const SHORT = 15;

/** The shortest sentence shows a term best, as long as it is one. */
function isBetter(a: Example, b: Example): boolean {
  const [x, y] = [a.text.length, b.text.length];
  return x >= SHORT === y >= SHORT ? (x >= SHORT ? x < y : x > y) : x >= SHORT;
}

/** The words of an occurrence. */
function wordsOf(
  sources: ReadonlyMap<string, Source>,
  { source, paragraph, start, end }: Occurrence,
): string {
  return sources.get(source)?.paragraphs[paragraph - 1]?.text.slice(start, end) ?? '';
}

/** A repeated paragraph has the same words, not always at the same place: 001 lacks the dateline of 000. */
function exampleAt(
  { source: id, paragraph }: Place,
  words: string,
  sources: ReadonlyMap<string, Source>,
): Example | undefined {
  const source = sources.get(id);
  const text = source?.paragraphs[paragraph - 1]?.text;
  if (source === undefined || text === undefined) return undefined;
  const start = Math.max(0, text.indexOf(words));
  return { text: sentenceAt(text, start, start + words.length), source, paragraph };
}

export type GlossaryFormat = 'tsv' | 'tbx' | 'markdown';

/** What a glossary says of itself. */
export interface GlossaryHead {
  readonly title: string;
  readonly language: 'en' | 'zh';
}

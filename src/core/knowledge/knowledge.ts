import type { Kind, Weight } from '../match/kinds.ts';
import type { Mention, Recogniser } from '../match/recogniser.ts';
import type { SetDefinition } from '../match/sets.ts';
import type { Entry } from './parse.ts';
import type { Evidence } from './schema.ts';
import type { Paragraph, Source } from './source.ts';

/** A stretch of a text, in UTF-16 units. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A quotation, and where the term stands in it. */
export interface QuotedEvidence extends Evidence {
  readonly marks: readonly TextRange[];
  /** The paragraph of its source that it stands in, from 1. */
  readonly paragraph: number;
}

/** One of several meanings of a form. */
export interface Sense {
  readonly id: string;
  readonly gloss: { readonly zh: string; readonly en: string };
}

/** An entry as interfaces show it: everything but what only the matcher needs. */
export interface Term {
  readonly id: string;
  readonly kind: Kind;
  readonly weight: Weight;
  readonly zh: string;
  /** Patterns of other forms. */
  readonly variants: readonly string[];
  readonly pinyin: string;
  readonly en: string;
  /** Where the English is established, if it is not ours. */
  readonly enEstablished?: string;
  readonly gloss: { readonly zh: string; readonly en: string };
  readonly members: readonly string[];
  readonly memberOf: readonly string[];
  readonly membersListed: boolean;
  readonly surface: boolean;
  readonly senses: readonly Sense[];
  readonly later: readonly string[];
  readonly earlier: readonly string[];
  readonly evidence: readonly QuotedEvidence[];
  /**
   * The earliest source that has the term, quoted or not: not every source of an
   * everyday concept is quoted, and “earliest here” must hold for all of them.
   */
  readonly firstIn?: string;
}

/** What is shown of a source beside a quotation. */
export interface SourceSummary {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly published: string;
}

export interface Knowledge {
  readonly terms: readonly Term[];
  readonly sources: readonly SourceSummary[];
}

/** @param recogniser over the same entries, to find them in quotations and sources */
export function buildKnowledge(
  entries: readonly Entry[],
  sources: readonly Source[],
  recogniser: Recogniser,
): Knowledge {
  const first = firstSources(sources, recogniser);
  return {
    terms: entries.map((entry) => ({
      id: entry.id,
      kind: entry.kind,
      weight: entry.weight,
      zh: entry.zh,
      variants: entry.variants,
      pinyin: entry.pinyin,
      en: entry.en,
      ...(entry.enSource === 'own' ? {} : { enEstablished: entry.enSource.established }),
      gloss: entry.gloss,
      members: entry.members,
      memberOf: entry.memberOf,
      membersListed: entry.membersListed,
      surface: entry.surface,
      senses: entry.senses.map(({ id, gloss }) => ({ id, gloss })),
      later: entry.later,
      earlier: entry.earlier,
      evidence: entry.evidence.map((evidence) => ({
        ...evidence,
        marks: marksOf(entry.id, evidence.quote, recogniser),
        paragraph: paragraphOf(evidence, sources),
      })),
      ...optional('firstIn', first.get(entry.id)),
    })),
    sources: sources.map(({ id, title, publisher, published }) => ({ id, title, publisher, published })),
  };
}

/** A property that is left out where there is nothing to say. */
function optional<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return (value === undefined ? {} : { [key]: value }) as Partial<Record<K, V>>;
}

/** Every mention with those nested in it, by the id of its entry. */
function visit(
  mentions: readonly Mention[],
  recogniser: Recogniser,
  note: (id: string, mention: Mention) => void,
): void {
  for (const mention of mentions) {
    note(recogniser.matcher.id(mention.entry), mention);
    visit(mention.nested, recogniser, note);
  }
}

/** Orders sources: the earliest first, of one date those with the lower id. */
export function byDate(
  a: Pick<SourceSummary, 'id' | 'published'>,
  b: Pick<SourceSummary, 'id' | 'published'>,
): number {
  const [x, y] = a.published === b.published ? [a.id, b.id] : [a.published, b.published];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** For each entry the earliest source that has it as itself, not as a rewording. */
function firstSources(sources: readonly Source[], recogniser: Recogniser): Map<string, string> {
  const first = new Map<string, string>();
  for (const source of [...sources].sort(byDate)) {
    for (const { text } of source.paragraphs) {
      visit(recogniser.recognise(text), recogniser, (id, { adapted }) => {
        if (!adapted && !first.has(id)) first.set(id, source.id);
      });
    }
  }
  return first;
}

function marksOf(entryId: string, quote: string, recogniser: Recogniser): TextRange[] {
  const marks: TextRange[] = [];
  visit(recogniser.recognise(quote), recogniser, (id, { start, end }) => {
    if (id === entryId) marks.push({ start, end });
  });
  return marks;
}

/** The first paragraph that has a quotation, the newspaper's own summaries passed over; else the first of all. */
function paragraphOf({ source: id, quote }: Evidence, sources: readonly Source[]): number {
  const paragraphs = sources.find((source) => source.id === id)?.paragraphs ?? [];
  const has = ({ text }: Paragraph): boolean => text.includes(quote);
  const body = paragraphs.findIndex((paragraph) => paragraph.role !== 'summary' && has(paragraph));
  return Math.max(0, body >= 0 ? body : paragraphs.findIndex(has)) + 1;
}

/** The sets among the terms: those that have members, or say that none are listed. */
export function setDefinitions(terms: readonly Term[]): SetDefinition[] {
  return terms
    .filter(({ members, membersListed }) => members.length > 0 || !membersListed)
    .map(({ id, members }) => ({ id, members }));
}

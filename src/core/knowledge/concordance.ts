import type { Mention, Recogniser } from '../match/recogniser.ts';
import { byDate } from './knowledge.ts';
import type { Paragraph, Source } from './source.ts';

/** A paragraph of a source, counted from 1. */
export interface Place {
  readonly source: string;
  readonly paragraph: number;
}

/** One occurrence of a term in the sources, in UTF-16 units of its paragraph. */
export interface Occurrence extends Place {
  readonly start: number;
  readonly end: number;
  /** Whether it is a rewording of the term. */
  readonly adapted: boolean;
  /** Where the same paragraph stands again, in a text that repeats this one. */
  readonly repeats: readonly Place[];
}

/** Shorter paragraphs are alike by chance. */
const LONG_ENOUGH = 20;

/**
 * Where every term stands in the sources. The newspaper's own ■ summaries, which
 * repeat their text, and paragraphs that an earlier source has word for word (001
 * repeats 000) are not counted again.
 *
 * Reads all sources once, when first asked: linear in their length.
 */
export class Concordance {
  readonly #sources: readonly Source[];
  readonly #recogniser: Recogniser;
  #occurrences: Map<string, Occurrence[]> | undefined;
  readonly #repeated = new Map<string, Place>();
  readonly #mentions = new Map<string, readonly (readonly Mention[])[]>();

  constructor(sources: readonly Source[], recogniser: Recogniser) {
    this.#sources = [...sources].sort(byDate);
    this.#recogniser = recogniser;
  }

  /** A term's occurrences, those of the earliest source first. */
  of(id: string): readonly Occurrence[] {
    return this.#read().get(id) ?? [];
  }

  /** Occurrences of a term in one source: its summaries not counted, even where another source has the same text. */
  countIn(id: string, source: string): number {
    return this.of(id).filter((at) => at.source === source || at.repeats.some((r) => r.source === source))
      .length;
  }

  /** Ids of the terms that a source has, in the order in which they first come. */
  termsIn(source: string): string[] {
    const ids = new Set<string>();
    const note = (mentions: readonly Mention[]): void => {
      for (const mention of mentions) {
        ids.add(this.#recogniser.matcher.id(mention.entry));
        note(mention.nested);
      }
    };
    this.mentionsIn(source).forEach(note);
    return [...ids];
  }

  /** The outermost mentions of each paragraph of a source. */
  mentionsIn(id: string): readonly (readonly Mention[])[] {
    const known = this.#mentions.get(id);
    if (known !== undefined) return known;
    const source = this.#sources.find((other) => other.id === id);
    const read = (source?.paragraphs ?? []).map(({ text }) => this.#recogniser.recognise(text));
    this.#mentions.set(id, read);
    return read;
  }

  /** The earlier source's paragraph that this one repeats word for word. */
  repeatOf(source: string, paragraph: number): Place | undefined {
    this.#read();
    return this.#repeated.get(key(source, paragraph));
  }

  #read(): Map<string, Occurrence[]> {
    if (this.#occurrences !== undefined) return this.#occurrences;
    const occurrences = new Map<string, Occurrence[]>();
    this.#occurrences = occurrences;
    const repeats = this.#findRepeats();
    for (const source of this.#sources) {
      const mentions = this.mentionsIn(source.id);
      source.paragraphs.forEach(({ role }, i) => {
        const paragraph = i + 1;
        const at = key(source.id, paragraph);
        if (role === 'summary' || this.#repeated.has(at)) return;
        const note = ({ entry, start, end, adapted, nested }: Mention): void => {
          const id = this.#recogniser.matcher.id(entry);
          const found: Occurrence = {
            source: source.id,
            paragraph,
            start,
            end,
            adapted,
            repeats: repeats.get(at) ?? [],
          };
          const all = occurrences.get(id);
          if (all === undefined) occurrences.set(id, [found]);
          else all.push(found);
          nested.forEach(note);
        };
        (mentions[i] ?? []).forEach(note);
      });
    }
    return occurrences;
  }

  #findRepeats(): Map<string, Place[]> {
    const earlier: { readonly place: Place; readonly text: string }[] = [];
    const repeats = new Map<string, Place[]>();
    for (const source of this.#sources) {
      const own: typeof earlier = [];
      source.paragraphs.forEach((paragraph, i) => {
        const place = { source: source.id, paragraph: i + 1 };
        const text = bare(paragraph);
        if (paragraph.role === 'summary' || text.length < LONG_ENOUGH) return;
        const first = earlier.find((other) => other.text.includes(text));
        if (first === undefined) {
          own.push({ place, text });
          return;
        }
        this.#repeated.set(key(place.source, place.paragraph), first.place);
        const at = key(first.place.source, first.place.paragraph);
        repeats.set(at, [...(repeats.get(at) ?? []), place]);
      });
      earlier.push(...own);
    }
    return repeats;
  }
}

/** A paragraph's characters without its white space. */
function bare({ text }: Paragraph): string {
  return text.replace(/\s+/gu, '');
}

function key(source: string, paragraph: number): string {
  return `${source} ${String(paragraph)}`;
}

/** What stands around a place of a text. */
export interface Context {
  readonly before: string;
  readonly match: string;
  readonly after: string;
  /** Whether the text goes on beyond them. */
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

/** A keyword in its context: at most `width` UTF-16 units on each side, no character cut in two. */
export function contextOf(text: string, start: number, end: number, width: number): Context {
  let from = Math.max(0, start - width);
  let to = Math.min(text.length, end + width);
  if (isLowSurrogate(text.charCodeAt(from))) from++;
  if (isLowSurrogate(text.charCodeAt(to))) to--;
  return {
    before: text.slice(from, start),
    match: text.slice(start, end),
    after: text.slice(end, to),
    cutBefore: from > 0,
    cutAfter: to < text.length,
  };
}

/** The sentence that a place of a paragraph lies in, closing quotation marks with it. */
export function sentenceAt(text: string, start: number, end: number): string {
  let from = 0;
  for (const { index, 0: stop } of text.matchAll(/[。！？][”’」』）]*/gu)) {
    const after = index + stop.length;
    if (after <= start) from = after;
    else if (after >= end) return text.slice(from, after).trim();
  }
  return text.slice(from).trim();
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

import { Folder, foldedText, rawEnd, rawStart, type Folded } from '../text/fold.ts';
import type { Hits, Matcher } from './matcher.ts';
import { decideSense, type SenseDecision } from './senses.ts';
import { resolveHits, type Chosen } from './resolve.ts';

/** A recognised term in a block of raw text, in UTF-16 units of that block. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  /** Index of the entry in the matcher. */
  readonly entry: number;
  /** Whether it is a rewording of the entry rather than the entry itself. */
  readonly adapted: boolean;
  readonly nested: readonly Mention[];
}

/** Raw text in, mentions out: folding, matching and choosing in one place. */
export class Recogniser {
  readonly matcher: Matcher;
  readonly #folder: Folder;
  readonly #hits: Hits = [];

  constructor(matcher: Matcher) {
    this.matcher = matcher;
    this.#folder = new Folder(matcher.foldTable);
  }

  /**
   * The outermost mentions of a block, in order, each with those inside it.
   * No mention reaches across the block's ends. Linear in the length of the block.
   */
  recognise(raw: string): Mention[] {
    const folded = this.#folder.fold(raw);
    const hits = this.#hits;
    hits.length = 0;
    this.matcher.scan(folded.units, folded.length, hits);
    if (hits.length === 0) return [];
    return resolveHits(hits, this.matcher).map((chosen) => this.#mention(folded, chosen));
  }

  /** Text folded as this recogniser reads it: what cues and forms are compared with. */
  fold(raw: string): string {
    return foldedText(this.#folder.fold(raw));
  }

  /**
   * Which meaning is meant where the entry's form has several: undefined where it has one.
   *
   * @param article the folded text of the whole article ({@link fold})
   * @param words the raw words of the entry's mentions in it
   */
  sense(entry: number, article: string, words: readonly string[]): SenseDecision | undefined {
    const senses = this.matcher.senses(entry);
    if (senses.length === 0) return undefined;
    return decideSense(
      senses,
      article,
      words.map((raw) => this.fold(raw)),
    );
  }

  #mention(folded: Folded, { start, end, pattern, nested }: Chosen): Mention {
    const entry = this.matcher.entryOf(pattern);
    return {
      start: rawStart(folded, start),
      end: rawEnd(folded, end - 1),
      entry,
      adapted: this.matcher.isAdapted(pattern),
      nested: nested.map((inner) => this.#mention(folded, inner)),
    };
  }
}

import type { FoldTable } from '../text/fold-table.ts';
import { BoundaryRules } from './boundary-rules.ts';
import type { SenseCues } from './dictionary.ts';
import { HIT_SIZE, type Hits } from './hits.ts';
import { HeadTable } from './head-table.ts';
import { KINDS, WEIGHTS, type Kind, type Weight } from './kinds.ts';
import { JOIN, type MatcherData, type Names } from './matcher-data.ts';
import { readFoldTable } from './read-fold-table.ts';
import { readRuled } from './ruled.ts';
import { mayStandBetween, sidesIn, standsAt } from './taiwan-sides.ts';
import { TAIWAN_WORDS, taiwanForms } from './taiwan.ts';

/** How many units are looked through before patterns are compared there. */
const CHUNK = 4096;

/**
 * The matcher: patterns, folding and boundary rules, all from its data, so that one
 * gives the same hits wherever it runs. Making it takes a few steps a pattern; rules
 * are read where they stand, and forms in Taiwan's vocabulary are made when a text
 * has the words.
 */
export class Matcher {
  readonly foldTable: FoldTable;
  readonly entryCount: number;
  readonly #data: MatcherData;
  readonly #heads: HeadTable;
  /** By pattern. */
  readonly #entries: number[] = [];
  /** By entry: its first pattern. */
  readonly #first: number[] = [];
  /** From this pattern on they are rewordings. */
  readonly #adapted: number;
  /** From this pattern on they count only inside another entry's mentions: that entry, by pattern from there. */
  readonly #inside: number;
  readonly #within: number[] = [];
  /** From this pattern on they are in Taiwan's vocabulary: the pattern that each is made from. */
  readonly #mainland: number;
  readonly #like: number[] = [];
  /**
   * Words of Taiwan's vocabulary that no text has had yet where a form may have them. With each,
   * once it was seen anywhere: the units before and after its mainland word in every form.
   */
  readonly #awaited = new Map<string, string | undefined>();
  readonly #rules: BoundaryRules;
  /** Where patterns may begin in the part of a text that is scanned now. */
  readonly #places = new Int32Array(CHUNK);
  #names: Names | undefined;
  #ids: readonly string[] | undefined;
  #sensesOf: ReadonlyMap<number, readonly SenseCues[]> | undefined;

  constructor(data: MatcherData) {
    this.#data = data;
    this.#names = data.names;
    this.entryCount = data.kinds.length;
    this.#rules = new BoundaryRules(data.rules, readRuled(data.ruled), (entry) => this.kind(entry));
    const { forms, counts, adapted, inside } = data;
    const entries = this.#entries;
    /** Notes of whom the next patterns are. */
    const take = (entry: number, count: number): void => {
      this.#first[entry] ??= entries.length;
      for (let i = 0; i < count; i++) entries.push(entry);
    };
    for (let entry = 0; entry < counts.length; entry++) if (counts[entry]! > 0) take(entry, counts[entry]!);
    this.#adapted = entries.length;
    for (let i = 0; i < adapted.length; i += 2) take(adapted[i]!, adapted[i + 1]!);
    this.#inside = entries.length;
    for (let i = 0; i < inside.length; i += 3) {
      for (let k = 0; k < inside[i + 2]!; k++) this.#within.push(inside[i + 1]!);
      take(inside[i]!, inside[i + 2]!);
    }
    this.#mainland = entries.length;
    const heads = (this.#heads = new HeadTable(forms, this.#mainland));
    for (const word of TAIWAN_WORDS.keys()) {
      heads.watch(word);
      this.#awaited.set(word, undefined);
    }
    this.foldTable = readFoldTable(data.fold);
  }

  /** Whether it knows what its entries are called: {@link id} and {@link senses}. */
  get isNamed(): boolean {
    return this.#names !== undefined;
  }

  /** Tells it so. */
  name(names: Names): void {
    this.#names = names;
  }

  /** @throws where it does not know names */
  id(entry: number): string {
    this.#ids ??= this.#names!.ids.split(JOIN);
    return this.#ids[entry]!;
  }

  kind(entry: number): Kind {
    return KINDS[Math.floor(this.#kindAndWeight(entry) / WEIGHTS.length)]!;
  }

  weight(entry: number): Weight {
    return WEIGHTS[this.#kindAndWeight(entry) % WEIGHTS.length]!;
  }

  #kindAndWeight(entry: number): number {
    const digit = this.#data.kinds.charCodeAt(entry);
    return digit < LETTER ? digit - DIGIT : digit - LETTER + 10;
  }

  /** The pattern itself, or the one that it is made from. */
  #own(pattern: number): number {
    return pattern < this.#mainland ? pattern : this.#like[pattern - this.#mainland]!;
  }

  /** Longer than the headword, and so meant wherever it stands: no context of the kind “only” is needed. */
  #isPlain(pattern: number): boolean {
    const heads = this.#heads;
    return heads.lengthOf(this.#own(pattern)) > heads.lengthOf(this.#first[this.#entries[pattern]!]!);
  }

  isAdapted(pattern: number): boolean {
    const own = this.#own(pattern);
    return own >= this.#adapted && own < this.#inside;
  }

  entryOf(pattern: number): number {
    return this.#entries[pattern]!;
  }

  /** The entry inside whose mentions alone the pattern counts; undefined for nearly every pattern. */
  withinOf(pattern: number): number | undefined {
    return pattern < this.#inside ? undefined : this.#within[this.#own(pattern) - this.#inside];
  }

  /**
   * The meanings of an entry's form, with their cues as folded text; none where it has but one.
   *
   * @throws where it does not know names
   */
  senses(entry: number): readonly SenseCues[] {
    this.#sensesOf ??= this.#readSenses();
    return this.#sensesOf.get(entry) ?? [];
  }

  #readSenses(): Map<number, SenseCues[]> {
    const all = new Map<number, SenseCues[]>();
    const { senses } = this.#names!;
    for (let i = 0; i < senses.length; i += 3) {
      const entry = Number(senses[i]);
      const known = all.get(entry) ?? [];
      known.push({ id: String(senses[i + 1]), cues: String(senses[i + 2]).split(JOIN) });
      all.set(entry, known);
    }
    return all;
  }

  /**
   * Finds every pattern in the first `length` folded units that the boundary rules
   * let stand there. Appends start, end (folded units, end exclusive) and pattern
   * of each to `hits`, in the order of their starts.
   *
   * O(length + occurrences of heads × patterns with that head).
   */
  scan(units: Uint16Array, length: number, hits: Hits): void {
    const heads = this.#heads;
    const places = this.#places;
    const before = hits.length;
    this.#rules.read(units, length);
    for (let from = 0; from < length; from += CHUNK) {
      const count = heads.placesIn(units, from, length, places);
      for (let k = 0; k < count; k++) {
        const at = places[k]!;
        const found = hits.length;
        if (heads.findAt(units, at, length, hits) && this.#meet(units, at, length)) {
          // What came before may have forms in it that were not there yet.
          hits.length = before;
          this.scan(units, length, hits);
          return;
        }
        if (hits.length > found) this.#keepStanding(hits, found);
      }
    }
  }

  /** Drops those of the hits, from `from` on, that may not stand where they were found. */
  #keepStanding(hits: Hits, from: number): void {
    const { data } = hits;
    let kept = from;
    for (let i = from; i < hits.length; i += HIT_SIZE) {
      const start = data[i]!;
      const end = data[i + 1]!;
      const pattern = data[i + 2]!;
      if (!this.#mayStand(pattern, start, end)) continue;
      data[kept] = start;
      data[kept + 1] = end;
      data[kept + 2] = pattern;
      kept += HIT_SIZE;
    }
    hits.length = kept;
  }

  /**
   * Makes the forms that have a word of Taiwan's vocabulary where one of them may stand for
   * the first time. True where it may: many of these words are mainland words too (执行, 资料).
   */
  #meet(units: Uint16Array, at: number, length: number): boolean {
    let met: string | undefined;
    for (const word of this.#awaited.keys()) {
      if (at + word.length <= length && standsAt(word, units, at) && this.#mayBeForm(word, units, at, length))
        met = word;
    }
    if (met === undefined) return false;
    const word = met;
    this.#awaited.delete(word);

    const heads = this.#heads;
    const mainland = TAIWAN_WORDS.get(word)!;
    const { forms } = this.#data;
    const made: [form: string, like: number][] = [];
    let last = -1;
    for (let place = forms.indexOf(mainland); place >= 0; place = forms.indexOf(mainland, place + 1)) {
      const like = heads.patternAt(place, this.#mainland);
      if (like === last) continue;
      last = like;
      for (const form of taiwanForms(heads.form(like))) {
        if (form.includes(word)) made.push([form, like]);
      }
    }
    let start = heads.append(made.map(([form]) => form).join(''));
    for (const [form, like] of made) {
      if (heads.add(start, form.length)) {
        this.#entries.push(this.#entries[like]!);
        this.#like.push(like);
      }
      start += form.length;
    }
    return true;
  }

  #mayBeForm(word: string, units: Uint16Array, at: number, length: number): boolean {
    const sides = this.#awaited.get(word) ?? sidesIn(this.#data.forms, TAIWAN_WORDS.get(word)!);
    this.#awaited.set(word, sides);
    return mayStandBetween(sides, units, at, at + word.length, length);
  }

  /** Whether the boundary rules let a pattern stand somewhere. */
  #mayStand(pattern: number, start: number, end: number): boolean {
    const rules = this.#rules;
    const entry = this.#entries[pattern]!;
    if (!rules.mayStand(entry, start, end)) return false;
    return !rules.needsMore(entry) || this.#isPlain(pattern) || rules.isMeant(entry, start, end);
  }
}

/** 0 and a */
const [DIGIT, LETTER] = [0x30, 0x61];

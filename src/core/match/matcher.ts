import type { FoldTable } from '../text/fold-table.ts';
import { Contexts, HAN, type Lists } from './contexts.ts';
import type { SenseCues } from './dictionary.ts';
import { HIT_SIZE, type Hits } from './hits.ts';
import { beyondMarks, isWord } from './beyond-marks.ts';
import { ContextList } from './context-list.ts';
import type { EdgeFilter } from './edge-filter.ts';
import { HeadTable } from './head-table.ts';
import { KINDS, WEIGHTS, type Kind, type Weight } from './kinds.ts';
import { ContextRole, JOIN, type MatcherData, type Names } from './matcher-data.ts';
import { readFoldTable } from './read-fold-table.ts';
import { readRuled } from './ruled.ts';
import { isAlphanumeric, isDigit, isNumeral, ORDINAL } from './unit-kinds.ts';
import { mayStandBetween, sidesIn, standsAt } from './taiwan-sides.ts';
import { TAIWAN_WORDS, taiwanForms } from './taiwan.ts';

const {
  NotLeft,
  NotRight,
  YetLeft,
  YetRight,
  OnlyLeft,
  OnlyRight,
  NotNear,
  OnlyNear,
  NotBefore,
  NotAfter,
  Foreign,
} = ContextRole;
/** An entry that has contexts of any of these is meant only beside certain words. */
const ONLY = (1 << OnlyLeft) | (1 << OnlyRight) | (1 << OnlyNear);
/** One that has a context of this is looked at on its left. */
const LEFT = (1 << NotLeft) | (1 << NotBefore);
const BEFORE = 1 << NotBefore;
const AFTER = 1 << NotAfter;
const RIGHT = (1 << NotRight) | AFTER;
const NEAR = 1 << NotNear;
const OFFICE = 1 << Foreign;
/** Beyond separators and closed quotation marks count contexts of so many units: other members of a set. */
const MEMBER = 4;

/** What an entry's rules have. */
interface EntryRules {
  readonly kind: Kind;
  /** Of which roles there are contexts, as bits. */
  readonly roles: number;
  /** By role: the lists that have them. */
  readonly lists: readonly Lists[];
  /** How often they were asked, and once that is often, what forbids a mention at its edges. */
  asked: number;
  left: EdgeFilter | undefined;
  right: EdgeFilter | undefined;
}

/** So often an entry's rules are asked before it is noted what they have at its edges: a page has most entries less often. */
const FEW = 8;

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
  readonly #contexts: Contexts;
  /** By entry: its rules. */
  readonly #ruled: readonly (readonly number[])[];
  /** The same, read when the entry is first met. */
  readonly #rules: (EntryRules | undefined)[];
  /** Where patterns may begin in the part of a text that is scanned now. */
  readonly #places = new Int32Array(CHUNK);
  #names: Names | undefined;
  #ids: readonly string[] | undefined;
  #sensesOf: ReadonlyMap<number, readonly SenseCues[]> | undefined;

  constructor(data: MatcherData) {
    this.#data = data;
    this.#names = data.names;
    this.entryCount = data.kinds.length;
    this.#contexts = new Contexts(data.rules);
    this.#ruled = readRuled(data.ruled);
    this.#rules = new Array<undefined>(this.entryCount).fill(undefined);
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
    this.#contexts.read(units, length);
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
        if (hits.length > found) this.#keepStanding(hits, found, units, length);
      }
    }
  }

  /** Drops those of the hits, from `from` on, that may not stand where they were found. */
  #keepStanding(hits: Hits, from: number, units: Uint16Array, length: number): void {
    const { data } = hits;
    let kept = from;
    for (let i = from; i < hits.length; i += HIT_SIZE) {
      const start = data[i]!;
      const end = data[i + 1]!;
      const pattern = data[i + 2]!;
      if (!this.#mayStand(pattern, units, length, start, end)) continue;
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

  /**
   * The boundary rules: built in for letters, digits and numerals; else the entry's own
   * and those of its shape. What one rule forbids, the `yet` of any of them allows.
   */
  #mayStand(pattern: number, units: Uint16Array, length: number, start: number, end: number): boolean {
    if (start > 0) {
      const first = units[start]!;
      const before = units[start - 1]!;
      if (isAlphanumeric(first) && isAlphanumeric(before)) return false;
      if (isNumeral(first) && (isNumeral(before) || isDigit(before) || before === ORDINAL)) return false;
      if (isDigit(first) && before === ORDINAL) return false;
    }
    if (end < length && isAlphanumeric(units[end - 1]!) && isAlphanumeric(units[end]!)) return false;

    const entry = this.#entries[pattern]!;
    const rules = this.#rules[entry] ?? this.#readRules(entry);
    const { roles, lists } = rules;
    if (roles === 0) return true;
    const contexts = this.#contexts;
    if (++rules.asked === FEW) {
      rules.left = ContextList.filterOf(lists[NotLeft]!);
      rules.right = ContextList.filterOf(lists[NotRight]!);
    }
    if ((roles & LEFT) !== 0 && start > 0) {
      const may =
        rules.left === undefined ||
        (roles & BEFORE) !== 0 ||
        rules.left.has(units[start - 1]!, start > 1 ? units[start - 2]! : 0) > 0;
      if (may && this.#isOther(rules, start)) return false;
      const before = beforeTitle(rules.kind, units, start);
      if (before !== start && this.#isOther(rules, before)) return false;
    }
    if ((roles & RIGHT) !== 0 && end < length) {
      const may =
        rules.right === undefined || rules.right.has(units[end]!, end + 1 < length ? units[end + 1]! : 0) > 0;
      const isOther =
        (may && contexts.stands(lists[NotRight]!, false, end)) ||
        ((roles & AFTER) !== 0 && contexts.beyond(lists[NotAfter]!, false, end));
      if (isOther && !contexts.stands(lists[YetRight]!, false, end)) return false;
    }
    const isOffice = (roles & OFFICE) !== 0;
    if ((roles & NEAR) !== 0 && contexts.near(lists[NotNear]!, false, start, end)) {
      if (!(isOffice && contexts.ours(start, end))) return false;
    }
    if (isOffice && contexts.foreign(lists[Foreign]!, start, end)) return false;
    return (roles & ONLY) === 0 || this.#isPlain(pattern) || this.#isMeant(rules, units, length, start, end);
  }

  /** Whether something beside a mention speaks for it, of an entry that needs that. */
  #isMeant(
    { kind, lists }: EntryRules,
    units: Uint16Array,
    length: number,
    start: number,
    end: number,
  ): boolean {
    const contexts = this.#contexts;
    const before = beforeTitle(kind, units, start);
    if (contexts.stands(lists[OnlyLeft]!, true, before)) return true;
    // A programme's name after a Han character is one of its own only where the list has that: 《江口新闻联播》.
    if (kind === 'organisation') return before === 0 || units[before - 1]! < HAN;
    // What an English sentence names in Chinese is a term, a campaign's name at least between words of it;
    // and so is one as the first words of a headline (before U+3000), a person in a row that it divides, and
    // what an item of a list begins with before its colon.
    const isCampaign = kind === 'campaign';
    const isPerson = kind === 'person';
    if (isCampaign && end < length) {
      if (start === 0 && units[end] === CLAUSE_MARK) return true;
      if (start > 0 && isAlphanumeric(units[start - 1]!) && isAlphanumeric(units[end]!)) return true;
    } else if (isWord(units, length, start, -1, isPerson) || isWord(units, length, end, 1, isPerson)) {
      return true;
    }
    if (
      isPerson
        ? units[start - 1] === CLAUSE_MARK && units[end] === CLAUSE_MARK
        : !isCampaign && start === 0 && units[end] === COLON
    ) {
      return true;
    }
    const hasNear = lists[OnlyNear]!.length > 0;
    const near = hasNear && contexts.near(lists[OnlyNear]!, true, start, end);
    const needsNear = isCampaign && hasNear;
    // A quotation mark after it says something only where one before it opens; after a campaign's name,
    // which may be that of a tea house, only where something near speaks for it.
    if (units[end] !== QUOTE || (units[start - 1] === QUOTE && (near || !needsNear))) {
      if (contexts.stands(lists[OnlyRight]!, false, end)) return true;
    }
    return (
      (near && !isCampaign) ||
      contexts.stands(lists[OnlyLeft]!, true, beyondMarks(units, length, start - 1, -1) + 1, MEMBER) ||
      contexts.stands(lists[OnlyRight]!, false, beyondMarks(units, length, end, 1), MEMBER)
    );
  }

  #readRules(entry: number): EntryRules {
    const lists = this.#contexts.listsOf(this.#ruled[entry]!);
    let roles = 0;
    for (let role = 0; role < lists.length; role++) if (lists[role]!.length > 0) roles |= 1 << role;
    return (this.#rules[entry] = {
      kind: this.kind(entry),
      roles,
      lists,
      asked: 0,
      left: undefined,
      right: undefined,
    });
  }

  /** Whether what stands on the left of a mention makes it another word. */
  #isOther({ roles, lists }: EntryRules, place: number): boolean {
    const contexts = this.#contexts;
    return (
      (contexts.stands(lists[NotLeft]!, true, place) ||
        ((roles & BEFORE) !== 0 && contexts.beyond(lists[NotBefore]!, true, place))) &&
      !contexts.stands(lists[YetLeft]!, true, place)
    );
  }
}

/**
 * Where what an office's or a document's name is said of ends: 欧盟《…》, 欧盟的《…》. And where what a
 * person is called ends.
 */
function beforeTitle(kind: Kind, units: Uint16Array, start: number): number {
  const mark = units[start - 1];
  if (start === 0 || (mark! >= HAN && mark !== OF)) return start;
  if (kind === 'person') return BYLINE.includes(String.fromCharCode(mark!)) ? start - 1 : start;
  if (mark !== TITLE && mark !== QUOTE) return start;
  if (kind !== 'document' && kind !== 'organisation') return start;
  return units[start - 2] === OF ? start - 2 : start - 1;
}

/** 0 and a */
const [DIGIT, LETTER] = [0x30, 0x61];
const QUOTE = 0x22;
const CLAUSE_MARK = 0x20;
const COLON = 0x3a;
/** Between what a person is called and the name: 摄影：汪洋, 心内科的陈文清. */
const BYLINE = ':/ 的';
/** 《 */
const TITLE = 0x300a;
/** 的 */
const OF = 0x7684;

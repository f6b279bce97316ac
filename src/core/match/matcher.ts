import { writeFoldStructure } from '../text/fold-structure.ts';
import type { FoldTable, SplitRule } from '../text/fold-table.ts';
import { KINDS, WEIGHTS, type Kind, type Weight } from './kinds.ts';
import { ContextRole, END, MATCHER_VERSION, PatternFlag, SectionIndex } from './matcher-format.ts';
import { readSections, type Section } from './sections.ts';
import type { SenseCues } from './dictionary.ts';

/** Where {@link Matcher.scan} puts what it finds: three numbers a hit. */
export type Hits = number[];
export const HIT_SIZE = 3;

/**
 * The compiled matcher: views on its bytes and two tables of 65,536 units filled
 * from them; nothing is parsed. Patterns, folding and boundary rules are all in
 * the bytes, so that one matcher gives the same hits wherever it runs.
 */
export class Matcher {
  readonly foldTable: FoldTable;
  readonly entryCount: number;
  readonly #codes = new Uint16Array(0x10000);
  readonly #base: Uint16Array | Int32Array;
  readonly #check: Uint16Array;
  readonly #fail: Uint16Array | Int32Array;
  readonly #output: Uint16Array | Int32Array;
  readonly #link: Uint16Array | Int32Array;
  readonly #patternLength: Uint16Array;
  readonly #patternEntry: Uint16Array | Int32Array;
  readonly #patternFlags: Uint8Array;
  readonly #entryKind: Uint8Array;
  readonly #entryWeight: Uint8Array;
  readonly #tailStart: Int32Array;
  readonly #tails: Uint16Array;
  readonly #entryIds: Uint8Array;
  readonly #ruleStarts: Int32Array;
  readonly #ruleRefs: Uint16Array;
  readonly #contexts: Int32Array;
  readonly #within: ReadonlyMap<number, number>;
  readonly #senses: Int32Array;
  readonly #pool: Uint16Array;
  #ids: readonly string[] | undefined;
  #sensesOf: ReadonlyMap<number, readonly SenseCues[]> | undefined;

  /**
   * @param compiled bytes, or the sections that are in them
   * @throws SectionsError where the bytes are not a matcher of this version
   */
  constructor(compiled: Uint8Array | readonly Section[]) {
    const sections = compiled instanceof Uint8Array ? readSections(MATCHER_VERSION, compiled) : compiled;
    this.#base = sections[SectionIndex.Base] as Uint16Array | Int32Array;
    this.#check = sections[SectionIndex.Check] as Uint16Array;
    this.#fail = sections[SectionIndex.Fail] as Uint16Array | Int32Array;
    this.#output = sections[SectionIndex.Output] as Uint16Array | Int32Array;
    this.#link = sections[SectionIndex.Link] as Uint16Array | Int32Array;
    this.#patternLength = sections[SectionIndex.PatternLength] as Uint16Array;
    this.#patternEntry = sections[SectionIndex.PatternEntry] as Uint16Array | Int32Array;
    this.#patternFlags = sections[SectionIndex.PatternFlags] as Uint8Array;
    this.#entryKind = sections[SectionIndex.EntryKind] as Uint8Array;
    this.#entryWeight = sections[SectionIndex.EntryWeight] as Uint8Array;
    this.#tailStart = startsOf(sections[SectionIndex.TailLength] as Uint8Array);
    this.#tails = sections[SectionIndex.Tails] as Uint16Array;
    this.#entryIds = sections[SectionIndex.EntryIds] as Uint8Array;
    this.#ruleStarts = sections[SectionIndex.RuleStarts] as Int32Array;
    this.#ruleRefs = sections[SectionIndex.RuleRefs] as Uint16Array;
    this.#contexts = sections[SectionIndex.Contexts] as Int32Array;
    this.#senses = sections[SectionIndex.Senses] as Int32Array;
    const within = sections[SectionIndex.PatternWithin] as Int32Array;
    const places = new Map<number, number>();
    for (let i = 0; i < within.length; i += 2) places.set(within[i]!, within[i + 1]!);
    this.#within = places;
    this.#pool = sections[SectionIndex.Pool] as Uint16Array;
    this.entryCount = this.#entryKind.length;
    const alphabet = sections[SectionIndex.Alphabet] as Uint16Array;
    for (let i = 0; i < alphabet.length; i += 2) this.#codes[alphabet[i]!] = alphabet[i + 1]!;
    this.foldTable = this.#readFoldTable(
      sections[SectionIndex.FoldUnits] as Uint16Array,
      sections[SectionIndex.FoldAstral] as Int32Array,
      sections[SectionIndex.FoldSplits] as Int32Array,
    );
  }

  id(entry: number): string {
    this.#ids ??= String.fromCharCode(...this.#entryIds).split(String.fromCharCode(END));
    return this.#ids[entry]!;
  }

  kind(entry: number): Kind {
    return KINDS[this.#entryKind[entry]!]!;
  }

  weight(entry: number): Weight {
    return WEIGHTS[this.#entryWeight[entry]!]!;
  }

  isAdapted(pattern: number): boolean {
    return (this.#patternFlags[pattern]! & PatternFlag.Adapted) !== 0;
  }

  entryOf(pattern: number): number {
    return this.#patternEntry[pattern]!;
  }

  /** The entry inside whose mentions alone the pattern counts; undefined for nearly every pattern. */
  withinOf(pattern: number): number | undefined {
    return (this.#patternFlags[pattern]! & PatternFlag.Inside) === 0 ? undefined : this.#within.get(pattern);
  }

  /** The meanings of an entry's form, with their cues as folded text; none where it has but one. */
  senses(entry: number): readonly SenseCues[] {
    this.#sensesOf ??= this.#readSenses();
    return this.#sensesOf.get(entry) ?? [];
  }

  #readSenses(): Map<number, SenseCues[]> {
    const all = new Map<number, SenseCues[]>();
    const at = this.#senses;
    for (let i = 0; i < at.length; i += 5) {
      const cues = this.#string(at[i + 3]!, at[i + 4]!).split(String.fromCharCode(END));
      const known = all.get(at[i]!) ?? [];
      known.push({ id: this.#string(at[i + 1]!, at[i + 2]!), cues });
      all.set(at[i]!, known);
    }
    return all;
  }

  /**
   * Finds every pattern in the first `length` folded units that the boundary rules
   * let stand there. Appends start, end (folded units, end exclusive) and pattern
   * of each to `hits`, in no particular order.
   *
   * O(length + occurrences of heads × tails that follow them).
   */
  scan(units: Uint16Array, length: number, hits: Hits): void {
    const codes = this.#codes;
    const base = this.#base;
    const check = this.#check;
    const fail = this.#fail;
    const output = this.#output;
    let state = 0;
    for (let i = 0; i < length; i++) {
      const code = codes[units[i]!]!;
      if (code === 0) {
        state = 0;
        continue;
      }
      let target = base[state]! + code;
      while (check[target] !== code) {
        if (state === 0) {
          target = 0;
          break;
        }
        state = fail[state]!;
        target = base[state]! + code;
      }
      state = target;
      if (output[state] !== 0 || this.#link[state] !== 0) this.#emit(state, i + 1, units, length, hits);
    }
  }

  #emit(state: number, headEnd: number, units: Uint16Array, length: number, hits: Hits): void {
    let at = this.#output[state] !== 0 ? state : this.#link[state]!;
    for (; at !== 0; at = this.#link[at]!) {
      const head = this.#patternLength[this.#output[at]! - 1]!;
      const start = headEnd - head;
      // Patterns with the same head follow one another, the one without a tail first.
      for (let pattern = this.#output[at]! - 1; pattern < this.#patternLength.length; pattern++) {
        const end = this.#tailEnd(pattern, units, headEnd, length);
        if (end !== 0 && this.#mayStand(pattern, units, length, start, end)) {
          hits.push(start, end, pattern);
        }
        if (!this.#sameHeadFollows(pattern)) break;
      }
    }
  }

  /** Where the pattern ends if its tail stands from `from` on, else 0. */
  #tailEnd(pattern: number, units: Uint16Array, from: number, length: number): number {
    const first = this.#tailStart[pattern]!;
    const last = this.#tailStart[pattern + 1]!;
    const end = from + last - first;
    if (end > length) return 0;
    for (let i = first, at = from; i < last; i++, at++) {
      if (this.#codes[units[at]!] !== this.#tails[i]) return 0;
    }
    return end;
  }

  #sameHeadFollows(pattern: number): boolean {
    return (this.#patternFlags[pattern]! & PatternFlag.SameHeadFollows) !== 0;
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

    const entry = this.#patternEntry[pattern]!;
    if (this.#ruleStarts[entry] === this.#ruleStarts[entry + 1]) return true;
    return (
      (!this.#hasContext(entry, ContextRole.NotLeft, units, length, start) ||
        this.#hasContext(entry, ContextRole.YetLeft, units, length, start)) &&
      (!this.#hasContext(entry, ContextRole.NotRight, units, length, end) ||
        this.#hasContext(entry, ContextRole.YetRight, units, length, end)) &&
      ((this.#patternFlags[pattern]! & PatternFlag.Plain) !== 0 ||
        !this.#needsContext(entry) ||
        this.#hasContext(entry, ContextRole.OnlyLeft, units, length, start) ||
        this.#hasContext(entry, ContextRole.OnlyRight, units, length, end))
    );
  }

  /** Whether the entry is meant only beside certain words. */
  #needsContext(entry: number): boolean {
    for (let ref = this.#ruleStarts[entry]!; ref < this.#ruleStarts[entry + 1]!; ref++) {
      const at = CONTEXTS_SIZE * this.#ruleRefs[ref]!;
      if (this.#contexts[at + 2 * ContextRole.OnlyLeft + 1]! > 0) return true;
      if (this.#contexts[at + 2 * ContextRole.OnlyRight + 1]! > 0) return true;
    }
    return false;
  }

  /** Whether a context of a role, of any of the entry's rules, ends (on the left) or begins (on the right) at `position`. */
  #hasContext(entry: number, role: number, units: Uint16Array, length: number, position: number): boolean {
    const pool = this.#pool;
    const left = role % 2 === 0;
    for (let ref = this.#ruleStarts[entry]!; ref < this.#ruleStarts[entry + 1]!; ref++) {
      const at = CONTEXTS_SIZE * this.#ruleRefs[ref]! + 2 * role;
      const offset = this.#contexts[at]!;
      const last = offset + this.#contexts[at + 1]!;
      for (let first = offset; first < last;) {
        let end = first;
        while (end < last && pool[end] !== END) end++;
        const from = left ? position - (end - first) : position;
        if (from >= 0 && from + end - first <= length) {
          let i = first;
          while (i < end && units[from + i - first] === pool[i]) i++;
          if (i === end) return true;
        }
        first = end + 1;
      }
    }
    return false;
  }

  #string(offset: number, length: number): string {
    return String.fromCharCode(...this.#pool.subarray(offset, offset + length));
  }

  #readFoldTable(units: Uint16Array, astral: Int32Array, splits: Int32Array): FoldTable {
    const table = new Uint16Array(0x10000);
    writeFoldStructure(table);
    for (let i = 0; i < units.length; i += 2) table[units[i]!] = units[i + 1]!;
    const points = new Map<number, string>();
    for (let i = 0; i < astral.length; i += 3) {
      points.set(astral[i]!, this.#string(astral[i + 1]!, astral[i + 2]!));
    }
    const rules = new Map<number, { to: number; stays: { word: string; at: number }[] }>();
    for (let i = 0; i < splits.length; i += 5) {
      const unit = splits[i]!;
      const rule = rules.get(unit) ?? { to: splits[i + 1]!, stays: [] };
      rule.stays.push({ word: this.#string(splits[i + 3]!, splits[i + 4]!), at: splits[i + 2]! });
      rules.set(unit, rule);
    }
    return { units: table, astral: points, splits: rules satisfies ReadonlyMap<number, SplitRule> };
  }
}

function startsOf(lengths: Uint8Array): Int32Array {
  const starts = new Int32Array(lengths.length + 1);
  for (let i = 0; i < lengths.length; i++) starts[i + 1] = starts[i]! + lengths[i]!;
  return starts;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

function isAlphanumeric(unit: number): boolean {
  return isDigit(unit) || (unit >= 0x61 && unit <= 0x7a);
}

/** An offset and a length for each role of contexts. */
const CONTEXTS_SIZE = 12;

/** 第: an ordinal (第四项原则) is none of the formulas that begin with a number. */
const ORDINAL = 0x7b2c;

/** 〇零一二三四五六七八九十百千万亿两几: a number formula is never part of a longer number. */
function isNumeral(unit: number): boolean {
  switch (unit) {
    case 0x4e00:
    case 0x4e8c:
    case 0x4e09:
    case 0x56db:
    case 0x4e94:
    case 0x516d:
    case 0x4e03:
    case 0x516b:
    case 0x4e5d:
    case 0x5341:
    case 0x767e:
    case 0x5343:
    case 0x4e07:
    case 0x4e24:
    case 0x3007:
    case 0x96f6:
    case 0x4ebf:
    case 0x51e0:
      return true;
    default:
      return false;
  }
}

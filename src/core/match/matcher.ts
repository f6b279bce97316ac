import { writeFoldStructure } from '../text/fold-structure.ts';
import type { FoldTable, SplitRule } from '../text/fold-table.ts';
import { KINDS, WEIGHTS, type Kind, type Weight } from './kinds.ts';
import { ContextRole, END, MATCHER_VERSION, PatternFlag, SectionIndex } from './matcher-format.ts';
import { ContextRules } from './context-rules.ts';
import { GOLDEN, headPairs, PairFilter } from './pair-filter.ts';
import { readSections, type Section } from './sections.ts';
import type { SenseCues } from './dictionary.ts';
import type { Hits } from './hits.ts';

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
  readonly #output: Uint16Array | Int32Array;
  /** Where patterns may begin in the part of a text that is scanned now. */
  readonly #starts = new Int32Array(CHUNK);
  /** The pairs of units with which patterns begin. */
  readonly #beginnings: PairFilter;
  readonly #patternEntry: Uint16Array | Int32Array;
  readonly #patternFlags: Uint8Array;
  readonly #entryKind: Uint8Array;
  readonly #entryWeight: Uint8Array;
  readonly #tailStart: Int32Array;
  readonly #tails: Uint16Array;
  readonly #entryIds: Uint8Array;
  readonly #ruleStarts: Int32Array;
  readonly #ruleRefs: Uint16Array;
  readonly #contexts: ContextRules;
  /** By entry: the roles of which its rules have contexts, as bits. */
  readonly #entryRoles: Uint8Array;
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
    this.#output = sections[SectionIndex.Output] as Uint16Array | Int32Array;
    this.#patternEntry = sections[SectionIndex.PatternEntry] as Uint16Array | Int32Array;
    this.#patternFlags = sections[SectionIndex.PatternFlags] as Uint8Array;
    this.#entryKind = sections[SectionIndex.EntryKind] as Uint8Array;
    this.#entryWeight = sections[SectionIndex.EntryWeight] as Uint8Array;
    this.#tailStart = startsOf(sections[SectionIndex.TailLength] as Uint8Array);
    this.#tails = sections[SectionIndex.Tails] as Uint16Array;
    this.#entryIds = sections[SectionIndex.EntryIds] as Uint8Array;
    this.#ruleStarts = sections[SectionIndex.RuleStarts] as Int32Array;
    this.#ruleRefs = sections[SectionIndex.RuleRefs] as Uint16Array;
    this.#senses = sections[SectionIndex.Senses] as Int32Array;
    const within = sections[SectionIndex.PatternWithin] as Int32Array;
    const places = new Map<number, number>();
    for (let i = 0; i < within.length; i += 2) places.set(within[i]!, within[i + 1]!);
    this.#within = places;
    this.#pool = sections[SectionIndex.Pool] as Uint16Array;
    this.#contexts = new ContextRules(sections[SectionIndex.Contexts] as Int32Array, this.#pool);
    this.entryCount = this.#entryKind.length;
    this.#entryRoles = new Uint8Array(this.entryCount);
    for (let entry = 0; entry < this.entryCount; entry++) {
      for (let ref = this.#ruleStarts[entry]!; ref < this.#ruleStarts[entry + 1]!; ref++) {
        this.#entryRoles[entry]! |= this.#contexts.roles(this.#ruleRefs[ref]!);
      }
    }
    const alphabet = sections[SectionIndex.Alphabet] as Uint16Array;
    for (let i = 0; i < alphabet.length; i += 2) this.#codes[alphabet[i]!] = alphabet[i + 1]!;
    const { pairs, all } = headPairs(this.#base, this.#check, this.#output, alphabet);
    this.#beginnings = new PairFilter(pairs, all);
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
   * They come by their start. O(length + occurrences of heads × tails that follow them).
   */
  scan(units: Uint16Array, length: number, hits: Hits): void {
    const codes = this.#codes;
    const base = this.#base;
    const check = this.#check;
    const output = this.#output;
    const { known, shift } = this.#beginnings;
    const root = base[0]!;
    const starts = this.#starts;
    for (let from = 0; from < length; from += CHUNK) {
      // First where a pattern may begin: without a branch, since there is no telling.
      const until = Math.min(from + CHUNK, length);
      let found = 0;
      let unit = units[from]!;
      for (let i = from; i < until; i++) {
        const next = i + 1 < length ? units[i + 1]! : 0;
        starts[found] = i;
        found += known[Math.imul((unit << 16) | next, GOLDEN) >>> shift]!;
        unit = next;
      }
      // Then, from there, the heads. They have a few units, so that each walk is short.
      for (let k = 0; k < found; k++) {
        const start = starts[k]!;
        let code = codes[units[start]!]!;
        let state = root + code;
        for (let at = start + 1; code !== 0 && check[state] === code; at++) {
          if (output[state] !== 0) this.#emit(output[state]! - 1, start, at, units, length, hits);
          if (at >= length) break;
          code = codes[units[at]!]!;
          state = base[state]! + code;
        }
      }
    }
  }

  /** @param pattern the first that has the head between `start` and `headEnd` */
  #emit(
    pattern: number,
    start: number,
    headEnd: number,
    units: Uint16Array,
    length: number,
    hits: Hits,
  ): void {
    const codes = this.#codes;
    const tails = this.#tails;
    const tailStart = this.#tailStart;
    const flags = this.#patternFlags;
    const next = headEnd < length ? codes[units[headEnd]!]! : 0;
    // Patterns with the same head follow one another, the one without a tail first.
    for (let last = tailStart[pattern]!; ; pattern++) {
      let i = last;
      last = tailStart[pattern + 1]!;
      const end = headEnd + last - i;
      if (i === last || (tails[i] === next && end <= length)) {
        for (let at = headEnd; i < last && codes[units[at]!] === tails[i]; at++) i++;
        if (i === last && this.#mayStand(pattern, units, length, start, end)) hits.add(start, end, pattern);
      }
      if ((flags[pattern]! & PatternFlag.SameHeadFollows) === 0) return;
    }
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
    const roles = this.#entryRoles[entry]!;
    if (roles === 0) return true;
    const has = (role: number, position: number): boolean =>
      (roles & (1 << role)) !== 0 && this.#hasContext(entry, role, units, length, position);
    if (has(ContextRole.NotLeft, start) && !has(ContextRole.YetLeft, start)) return false;
    if (has(ContextRole.NotRight, end) && !has(ContextRole.YetRight, end)) return false;
    return (
      (roles & ONLY) === 0 ||
      (this.#patternFlags[pattern]! & PatternFlag.Plain) !== 0 ||
      has(ContextRole.OnlyLeft, start) ||
      has(ContextRole.OnlyRight, end)
    );
  }

  /** Whether a context of a role, of any of the entry's rules, stands at `position`. */
  #hasContext(entry: number, role: number, units: Uint16Array, length: number, position: number): boolean {
    const last = this.#ruleStarts[entry + 1]!;
    for (let ref = this.#ruleStarts[entry]!; ref < last; ref++) {
      if (this.#contexts.stands(this.#ruleRefs[ref]!, role, units, length, position)) return true;
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

/** An entry that has contexts of either is meant only beside certain words. */
const ONLY = (1 << ContextRole.OnlyLeft) | (1 << ContextRole.OnlyRight);

/** How many units are looked through before patterns are walked. */
const CHUNK = 4096;

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

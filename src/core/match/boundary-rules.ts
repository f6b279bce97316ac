import { beyondMarks, isWord } from './beyond-marks.ts';
import { ContextList } from './context-list.ts';
import { Contexts, HAN, type Lists } from './contexts.ts';
import type { EdgeFilter } from './edge-filter.ts';
import type { Kind } from './kinds.ts';
import { ContextRole } from './matcher-data.ts';
import { isSpacedName } from './spaced-name.ts';
import { isAlphanumeric, isDigit, isNumeral, ORDINAL } from './unit-kinds.ts';

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

const NO_RULES: EntryRules = {
  kind: 'concept',
  roles: 0,
  lists: [],
  asked: 0,
  left: undefined,
  right: undefined,
};

/** So often an entry's rules are asked before it is noted what they have at its edges: a page has most entries less often. */
const FEW = 8;

/** Whether an entry may stand at a place of the text that is read now, and is meant there. */
export class BoundaryRules {
  readonly #contexts: Contexts;
  /** By entry: its rules. */
  readonly #ruled: readonly (readonly number[])[];
  /** The same, read when the entry is first met. */
  readonly #rules: (EntryRules | undefined)[];
  readonly #kindOf: (entry: number) => Kind;
  #units: Uint16Array = new Uint16Array(0);
  #length = 0;

  /**
   * @param rules see {@link Contexts}
   * @param ruled by entry: indices of its rules
   */
  constructor(
    rules: readonly string[],
    ruled: readonly (readonly number[])[],
    kindOf: (entry: number) => Kind,
  ) {
    this.#contexts = new Contexts(rules);
    this.#ruled = ruled;
    this.#rules = new Array<undefined>(ruled.length).fill(undefined);
    this.#kindOf = kindOf;
  }

  /** Takes the text that the next questions are about: the first `length` of the units. */
  read(units: Uint16Array, length: number): void {
    this.#units = units;
    this.#length = length;
    this.#contexts.read(units, length);
  }

  /**
   * The boundary rules: built in for letters, digits and numerals; else the entry's own
   * and those of its shape. What one rule forbids, the `yet` of any of them allows.
   */
  mayStand(entry: number, start: number, end: number): boolean {
    const units = this.#units;
    const length = this.#length;
    if (start > 0) {
      const first = units[start]!;
      const before = units[start - 1]!;
      if (isAlphanumeric(first) && isAlphanumeric(before)) return false;
      if (isNumeral(first) && (isNumeral(before) || isDigit(before) || before === ORDINAL)) return false;
      if (isDigit(first) && before === ORDINAL) return false;
    }
    if (end < length && isAlphanumeric(units[end - 1]!) && isAlphanumeric(units[end]!)) return false;

    const rules = this.#rules[entry] ?? this.#readRules(entry);
    const { roles, lists } = rules;
    if (roles === 0) return true;
    if (rules.kind === 'person' && units[start + 1]! < HAN && !isSpacedName(units, length, start, end))
      return false;
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
    return !isOffice || !contexts.foreign(lists[Foreign]!, start, end);
  }

  /** Whether an entry needs something beside it that speaks for it ({@link isMeant}) where it may stand. */
  needsMore(entry: number): boolean {
    return ((this.#rules[entry] ?? this.#readRules(entry)).roles & ONLY) !== 0;
  }

  /** Whether something beside a mention speaks for it. */
  isMeant(entry: number, start: number, end: number): boolean {
    const { kind, lists } = this.#rules[entry] ?? this.#readRules(entry);
    const units = this.#units;
    const length = this.#length;
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
    const ruled = this.#ruled[entry]!;
    if (ruled.length === 0) return (this.#rules[entry] = NO_RULES);
    const lists = this.#contexts.listsOf(ruled);
    let roles = 0;
    for (let role = 0; role < lists.length; role++) if (lists[role]!.length > 0) roles |= 1 << role;
    return (this.#rules[entry] = { ...NO_RULES, kind: this.#kindOf(entry), roles, lists });
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

const QUOTE = 0x22;
const CLAUSE_MARK = 0x20;
const COLON = 0x3a;
/** Between what a person is called and the name: 摄影：汪洋, 心内科的陈文清. */
const BYLINE = ':/ 的';
/** 《 */
const TITLE = 0x300a;
/** 的 */
const OF = 0x7684;

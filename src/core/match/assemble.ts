import { Special } from '../text/fold-table.ts';
import { buildAutomaton, comparePatterns } from './build.ts';
import type { Dictionary } from './dictionary.ts';
import { KINDS, WEIGHTS } from './kinds.ts';
import { END, HEAD, PatternFlag, SectionIndex } from './matcher-format.ts';
import type { Section } from './sections.ts';
import { SEPARATORS } from './separators.ts';
import { StringPool } from './string-pool.ts';
import { taiwanForms } from './taiwan.ts';

/** One form by which two entries would be recognised. */
export interface Collision {
  readonly form: string;
  readonly first: string;
  readonly second: string;
}

interface Pattern {
  readonly entry: number;
  readonly flags: number;
  /** For a form that counts only inside another entry's mention: that entry. */
  readonly within: number;
}

const NOWHERE = -1;

/** A form as codes: its head, and its tail as a stretch of the array of all forms. */
interface CodedForm {
  readonly pattern: Pattern;
  readonly head: Uint16Array;
  readonly headEnd: number;
  readonly end: number;
}

/**
 * Makes a matcher's sections from a dictionary. It runs where a page is read, so it
 * has no patterns to expand and no table to search: a few milliseconds the first time.
 *
 * Where two entries share a form the first keeps it, and the collision is reported.
 */
export function assemble(dictionary: Dictionary): { sections: Section[]; collisions: Collision[] } {
  const { entries, rules } = dictionary;
  const { patterns, collisions } = patternsOf(dictionary);

  // Forms as codes, given to units as they are met; separators share one. All in one
  // array: a typed array for each form would cost more than all else here.
  const codes = new Uint16Array(0x10000);
  const alphabet: number[] = [];
  let maxCode = 1;
  for (let i = 0; i < SEPARATORS.length; i++) {
    codes[SEPARATORS.charCodeAt(i)] = maxCode;
    alphabet.push(SEPARATORS.charCodeAt(i), maxCode);
  }
  let total = 0;
  for (const form of patterns.keys()) total += form.length;
  const all = new Uint16Array(total);
  let written = 0;
  const coded: CodedForm[] = [];
  for (const [form, pattern] of patterns) {
    const start = written;
    for (let i = 0; i < form.length; i++) {
      const unit = form.charCodeAt(i);
      let code = codes[unit]!;
      if (code === 0) {
        code = ++maxCode;
        codes[unit] = code;
        alphabet.push(unit, code);
      }
      all[written++] = code;
    }
    const headEnd = Math.min(start + HEAD, written);
    coded.push({ pattern, head: all.subarray(start, headEnd), headEnd, end: written });
  }
  const forms = orderByHead(coded, maxCode + 1);
  const automaton = buildAutomaton(
    forms.map(({ head }) => head),
    maxCode,
  );
  const narrow = automaton.base.length < 0x10000 && forms.length < 0xffff;
  const shrink = (array: ArrayLike<number>): Section =>
    narrow ? Uint16Array.from(array) : Int32Array.from(array);

  const pool = new StringPool();
  const end = String.fromCharCode(END);
  const contexts = rules.flatMap((rule) => rule.flatMap((list) => pool.add(list.join(end))));
  const ruleStarts = [0];
  const ruleRefs: number[] = [];
  for (const entry of entries) {
    ruleRefs.push(...entry.rules);
    ruleStarts.push(ruleRefs.length);
  }

  const tails = new Uint16Array(forms.reduce((sum, { headEnd, end: last }) => sum + last - headEnd, 0));
  let at = 0;
  for (const { headEnd, end: last } of forms) {
    for (let i = headEnd; i < last; i++) tails[at++] = all[i]!;
  }

  const sections: Section[] = [];
  sections[SectionIndex.Alphabet] = Uint16Array.from(alphabet);
  sections[SectionIndex.Base] = shrink(automaton.base);
  sections[SectionIndex.Check] = automaton.check;
  sections[SectionIndex.Fail] = shrink(automaton.fail);
  sections[SectionIndex.Output] = shrink(automaton.output);
  sections[SectionIndex.Link] = shrink(automaton.link);
  sections[SectionIndex.PatternLength] = Uint16Array.from(forms, ({ head }) => head.length);
  sections[SectionIndex.PatternEntry] = shrink(forms.map(({ pattern }) => pattern.entry));
  sections[SectionIndex.PatternFlags] = Uint8Array.from(forms, ({ pattern, head }, i) => {
    const next = forms[i + 1]?.head;
    const same = next !== undefined && comparePatterns(head, next) === 0;
    return pattern.flags | (same ? PatternFlag.SameHeadFollows : 0);
  });
  sections[SectionIndex.PatternWithin] = Int32Array.from(
    forms.flatMap(({ pattern: { within } }, i) => (within === NOWHERE ? [] : [i, within])),
  );
  sections[SectionIndex.TailLength] = Uint8Array.from(forms, ({ headEnd, end: last }) => last - headEnd);
  sections[SectionIndex.Tails] = tails;
  sections[SectionIndex.EntryKind] = Uint8Array.from(entries, ({ kind }) => KINDS.indexOf(kind));
  sections[SectionIndex.EntryWeight] = Uint8Array.from(entries, ({ weight }) => WEIGHTS.indexOf(weight));
  const ids = entries.map(({ id }) => id + end).join('');
  const idBytes = new Uint8Array(ids.length);
  for (let i = 0; i < ids.length; i++) idBytes[i] = ids.charCodeAt(i);
  sections[SectionIndex.EntryIds] = idBytes;
  sections[SectionIndex.RuleStarts] = Int32Array.from(ruleStarts);
  sections[SectionIndex.RuleRefs] = Uint16Array.from(ruleRefs);
  sections[SectionIndex.Contexts] = Int32Array.from(contexts);
  sections[SectionIndex.Senses] = Int32Array.from(
    entries.flatMap(({ senses }, entry) =>
      senses.flatMap(({ id, cues }) => [entry, ...pool.add(id), ...pool.add(cues.join(end))]),
    ),
  );
  addFoldSections(sections, dictionary, pool);
  sections[SectionIndex.Pool] = pool.units();
  return { sections, collisions };
}

/** Every form with what it stands for, Taiwan's vocabulary included. */
function patternsOf({ entries }: Dictionary): {
  patterns: Map<string, Pattern>;
  collisions: Collision[];
} {
  const patterns = new Map<string, Pattern>();
  const collisions: Collision[] = [];
  const add = (form: string, pattern: Pattern): void => {
    const known = patterns.get(form);
    if (known === undefined) {
      patterns.set(form, pattern);
    } else if (known.entry !== pattern.entry) {
      collisions.push({
        form,
        first: entries[known.entry]?.id ?? '',
        second: entries[pattern.entry]?.id ?? '',
      });
    }
  };
  const addAll = (forms: readonly string[], pattern: Pattern): void => {
    for (const form of forms) {
      const longer = form.length > (entries[pattern.entry]?.forms[0] ?? '').length;
      const made = longer ? { ...pattern, flags: pattern.flags | PatternFlag.Plain } : pattern;
      add(form, made);
      for (const taiwan of taiwanForms(form)) add(taiwan, made);
    }
  };
  entries.forEach(({ forms, adapted }, entry) => {
    addAll(forms, { entry, flags: 0, within: NOWHERE });
    addAll(adapted, { entry, flags: PatternFlag.Adapted, within: NOWHERE });
  });
  entries.forEach(({ inside }, entry) => {
    for (const { entry: within, forms } of inside) {
      addAll(forms, { entry, flags: PatternFlag.Inside, within });
    }
  });
  return { patterns, collisions };
}

/**
 * Forms in the order of their heads. Where a head fits into a number, as it does
 * with the bundled terms, numbers are sorted, which is many times faster.
 *
 * @param base one more than the largest code
 */
function orderByHead<T extends { readonly head: Uint16Array }>(forms: readonly T[], base: number): T[] {
  const count = forms.length;
  if (base ** HEAD * count > Number.MAX_SAFE_INTEGER) {
    return [...forms].sort((a, b) => comparePatterns(a.head, b.head));
  }
  const keys = Float64Array.from(forms, ({ head }, index) => {
    let key = 0;
    for (let i = 0; i < HEAD; i++) key = key * base + (head[i] ?? 0);
    return key * count + index;
  }).sort();
  return Array.from(keys, (key) => forms[key % count]!);
}

/** The folding table as sections: what {@link ./matcher.ts} rebuilds it from. */
function addFoldSections(sections: Section[], { fold }: Dictionary, pool: StringPool): void {
  const units: number[] = [];
  for (let i = 0; i < fold.pairs.length; i++) units.push(fold.pairs.charCodeAt(i));
  for (const [from] of fold.splits) units.push(from.charCodeAt(0), Special.Split);
  sections[SectionIndex.FoldUnits] = Uint16Array.from(units);
  sections[SectionIndex.FoldAstral] = Int32Array.from(
    fold.astral.flatMap(([point, to]) => [point, ...pool.add(to)]),
  );
  sections[SectionIndex.FoldSplits] = Int32Array.from(
    fold.splits.flatMap(([from, to, place, word]) => [
      from.charCodeAt(0),
      to.charCodeAt(0),
      place,
      ...pool.add(word),
    ]),
  );
}

import { buildFoldTable } from '../text/build-fold-table.ts';
import type { FoldTable } from '../text/fold-table.ts';
import { Folder, foldedText } from '../text/fold.ts';
import { buildAutomaton, comparePatterns } from './build.ts';
import { normaliseSeparators, SEPARATOR, SEPARATORS, surfaceForms } from './forms.ts';
import { KINDS, WEIGHTS, type Kind, type Weight } from './kinds.ts';
import { END, HEAD, MATCHER_VERSION, PatternFlag, SectionIndex } from './matcher-format.ts';
import { writeSections, type Section } from './sections.ts';

/** What the matcher needs to know of an entry. */
export interface MatcherEntry {
  readonly id: string;
  readonly kind: Kind;
  readonly weight: Weight;
  /** Patterns by which it is recognised. */
  readonly patterns: readonly string[];
  /** Patterns of rewordings: recognised as the entry, but told apart. */
  readonly adapted?: readonly string[];
  readonly not?: Contexts;
  readonly yet?: Contexts;
}

/** Strings that may stand right before or right after a mention. */
export interface Contexts {
  readonly left?: readonly string[] | undefined;
  readonly right?: readonly string[] | undefined;
}

/** One form by which two entries would be recognised. */
export interface Collision {
  readonly form: string;
  readonly first: string;
  readonly second: string;
}

export interface CompiledMatcher {
  readonly bytes: Uint8Array;
  readonly collisions: readonly Collision[];
  readonly forms: number;
  readonly states: number;
}

/**
 * Compiles entries into the bytes that {@link ../match/matcher.ts | Matcher} reads.
 * Where two entries share a form the first keeps it, and the collision is reported.
 *
 * @throws PatternError
 */
export function compileMatcher(entries: readonly MatcherEntry[]): CompiledMatcher {
  const full = buildFoldTable();
  const folder = new Folder(full);
  const fold = (text: string): string => foldedText(folder.fold(text));

  const patternOf = new Map<string, { entry: number; flags: number }>();
  const collisions: Collision[] = [];
  entries.forEach((entry, index) => {
    const add = (pattern: string, flags: number): void => {
      for (const form of surfaceForms(pattern, full)) {
        const known = patternOf.get(form);
        if (known === undefined) patternOf.set(form, { entry: index, flags });
        else if (known.entry !== index) {
          collisions.push({ form, first: entries[known.entry]?.id ?? '', second: entry.id });
        }
      }
    };
    for (const pattern of entry.patterns) add(pattern, 0);
    for (const pattern of entry.adapted ?? []) add(pattern, PatternFlag.Adapted);
  });

  // The alphabet: every unit of a form, most frequent first; separators share a code.
  const frequency = new Map<string, number>();
  for (const form of patternOf.keys()) {
    for (let i = 0; i < form.length; i++) {
      frequency.set(form.charAt(i), (frequency.get(form.charAt(i)) ?? 0) + 1);
    }
  }
  const alphabet = [...frequency].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const codeOf = new Map(alphabet.map(([unit], i) => [unit, i + 1]));
  const separator = codeOf.get(SEPARATOR);
  if (separator !== undefined) for (const unit of SEPARATORS) codeOf.set(unit, separator);
  const maxCode = alphabet.length;

  const forms = [...patternOf]
    .map(([form, pattern]) => {
      const codes = Uint16Array.from(form, (unit) => codeOf.get(unit) ?? 0);
      return { ...pattern, head: codes.subarray(0, HEAD), tail: codes.subarray(HEAD) };
    })
    .sort((a, b) => comparePatterns(a.head, b.head) || comparePatterns(a.tail, b.tail));
  const automaton = buildAutomaton(
    forms.map(({ head }) => head),
    maxCode,
  );
  const states = automaton.base.length;
  const narrow = states < 0x10000 && forms.length < 0xffff;
  const shrink = (array: ArrayLike<number>): Section =>
    narrow ? Uint16Array.from(array) : Int32Array.from(array);

  const pool = new StringPool();
  const contexts: number[] = [];
  const contextUnits = new Set<string>();
  const entryContexts = entries.map(({ not, yet }) => {
    const lists = [not?.left, not?.right, yet?.left, yet?.right].map((list) => (list ?? []).map(fold));
    if (lists.every((list) => list.length === 0)) return 0;
    for (const list of lists) {
      for (const unit of list.join('')) contextUnits.add(unit);
      contexts.push(...pool.add(list.join(String.fromCharCode(END))));
    }
    return contexts.length / 8;
  });

  const needed = new Set([...codeOf.keys(), ...contextUnits, ...BOUNDARY_UNITS]);
  const sections: Section[] = [];
  sections[SectionIndex.Alphabet] = Uint16Array.from(
    [...codeOf].flatMap(([unit, code]) => [unit.charCodeAt(0), code]),
  );
  sections[SectionIndex.Base] = shrink(automaton.base);
  sections[SectionIndex.Check] = automaton.check;
  sections[SectionIndex.Fail] = shrink(automaton.fail);
  sections[SectionIndex.Output] = shrink(automaton.output);
  sections[SectionIndex.Link] = shrink(automaton.link);
  sections[SectionIndex.PatternLength] = Uint16Array.from(forms, ({ head }) => head.length);
  sections[SectionIndex.PatternEntry] = shrink(forms.map(({ entry }) => entry));
  sections[SectionIndex.PatternFlags] = Uint8Array.from(forms, ({ flags, head }, i) => {
    const next = forms[i + 1]?.head;
    return (
      flags | (next !== undefined && comparePatterns(head, next) === 0 ? PatternFlag.SameHeadFollows : 0)
    );
  });
  sections[SectionIndex.TailLength] = Uint8Array.from(forms, ({ tail }) => tail.length);
  sections[SectionIndex.Tails] = Uint16Array.from(forms.flatMap(({ tail }) => [...tail]));
  sections[SectionIndex.EntryKind] = Uint8Array.from(entries, ({ kind }) => KINDS.indexOf(kind));
  sections[SectionIndex.EntryWeight] = Uint8Array.from(entries, ({ weight }) => WEIGHTS.indexOf(weight));
  sections[SectionIndex.EntryIds] = Uint8Array.from(
    entries.flatMap(({ id }) => [...Array.from(id, (c) => c.charCodeAt(0)), END]),
  );
  sections[SectionIndex.EntryContexts] = shrink(entryContexts);
  sections[SectionIndex.Contexts] = shrink(contexts);
  Object.assign(
    sections,
    foldSections(
      buildFoldTable((unit) => needed.has(unit)),
      pool,
    ),
  );
  sections[SectionIndex.Pool] = pool.units();
  return { bytes: writeSections(MATCHER_VERSION, sections), collisions, forms: forms.length, states };
}

/** The forms by which a pattern is recognised, as the matcher writes them. */
export function matcherForms(pattern: string): string[] {
  return surfaceForms(pattern, buildFoldTable()).map(normaliseSeparators);
}

/** Units that the built-in boundary rules look at: letters, digits, numerals. */
const BOUNDARY_UNITS = 'abcdefghijklmnopqrstuvwxyz0123456789一二三四五六七八九十百千万两';

/** A folding table as sections: what {@link ../match/matcher.ts} rebuilds it from. */
function foldSections(table: FoldTable, pool: StringPool): Section[] {
  const units: number[] = [];
  table.units.forEach((value, unit) => {
    const surrogate = unit >= 0xd800 && unit < 0xe000;
    const privateUse = unit >= 0xe000 && unit < 0xf900;
    if (value !== 0 && !surrogate && !privateUse) units.push(unit, value);
  });
  const astral = [...table.astral].flatMap(([point, to]) => [point, ...pool.add(to)]);
  const splits = [...table.splits].flatMap(([unit, { to, stays }]) =>
    stays.flatMap(({ word, at }) => [unit, to, at, ...pool.add(word)]),
  );
  const sections: Section[] = [];
  sections[SectionIndex.FoldUnits] = Uint16Array.from(units);
  sections[SectionIndex.FoldAstral] = Int32Array.from(astral);
  sections[SectionIndex.FoldSplits] = Int32Array.from(splits);
  return sections;
}

/** Strings one after another; each is known by its offset and length in units. */
class StringPool {
  #text = '';
  readonly #known = new Map<string, number>();

  add(text: string): [offset: number, length: number] {
    let offset = this.#known.get(text);
    if (offset === undefined) {
      offset = this.#text.length;
      this.#known.set(text, offset);
      this.#text += text;
    }
    return [offset, text.length];
  }

  units(): Uint16Array {
    return Uint16Array.from({ length: this.#text.length }, (_, i) => this.#text.charCodeAt(i));
  }
}

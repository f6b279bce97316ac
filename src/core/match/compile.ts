import { buildFoldTable } from '../text/build-fold-table.ts';
import { Special, type FoldTable } from '../text/fold-table.ts';
import { writeFoldStructure } from '../text/fold-structure.ts';
import { FoldUnits } from '../text/fold-units.ts';
import { Folder, foldedText } from '../text/fold.ts';
import type { Collision, FoldData, MatcherEntry } from './dictionary.ts';
import { mainlandForms, normaliseSeparators, surfaceForms } from './forms.ts';
import { KINDS, WEIGHTS } from './kinds.ts';
import { FURTHER, JOIN, LIST_END, NO_GAP, type MatcherData } from './matcher-data.ts';
import { joinRules, withoutIdleContexts, writeRules, type RuleContexts } from './rule-lists.ts';
import { writeRuled } from './ruled.ts';
import { SEPARATOR, SEPARATORS } from './separators.ts';
import { shapeRules } from './shape-rules.ts';
import { taiwanForms } from './taiwan.ts';

export type { MatcherEntry } from './dictionary.ts';

export interface CompiledMatcher {
  /** What {@link ../match/matcher.ts | Matcher} is made from. */
  readonly data: MatcherData;
  readonly collisions: readonly Collision[];
  /** What an entry says of other entries and that are not there. */
  readonly missing: readonly { readonly id: string; readonly of: string }[];
}

/** An entry with its forms expanded and folded, but for those in Taiwan's vocabulary. */
interface CompiledEntry {
  readonly forms: readonly string[];
  readonly adapted: readonly string[];
  /** Forms that count only inside a mention of the entry with that index. */
  readonly inside: readonly { readonly entry: number; readonly forms: readonly string[] }[];
  /** Indices into the rules. */
  readonly rules: readonly number[];
  readonly cues: readonly (readonly string[])[];
}

/**
 * Compiles entries into what {@link ../match/matcher.ts | Matcher} reads. Where two
 * share a form the first keeps it, and the collision is reported.
 *
 * @throws PatternError
 */
export function compileMatcher(entries: readonly MatcherEntry[]): CompiledMatcher {
  const full = buildFoldTable();
  const folder = new Folder(full);
  const fold = (text: string): string => foldedText(folder.fold(text));
  const formsOf = (patterns: readonly string[] = []): string[] => [
    ...new Set(patterns.flatMap((pattern) => mainlandForms(pattern, full))),
  ];

  const rules: RuleContexts[] = [];
  const ruleIndex = new Map<string, number>();
  const addRule = ({ not, yet, only }: Pick<MatcherEntry, 'not' | 'yet' | 'only'>): number[] => {
    const lists = [
      ...[not?.left, not?.right, yet?.left, yet?.right],
      ...[only?.left, only?.right, not?.near, only?.near, not?.before, not?.after, not?.foreign],
    ].map((list) => (list ?? []).map(fold));
    if (lists.every((list) => list.length === 0)) return [];
    for (const mark of [JOIN, LIST_END]) {
      if (lists.flat().some((context) => context.includes(mark)))
        throw new Error(`a context has “${mark}” in it`);
    }
    const key = JSON.stringify(lists);
    const index = ruleIndex.get(key) ?? rules.push(lists) - 1;
    ruleIndex.set(key, index);
    return [index];
  };

  const indexOf = new Map(entries.map(({ id }, i) => [id, i]));
  const missing: { id: string; of: string }[] = [];
  const shapes = entries.map(shapeRules);
  const made = entries.map((entry, index): CompiledEntry => ({
    forms: inOrder([entry, ...shapes[index]!], [...formsOf(entry.patterns), ...spacedNames(entry)]),
    adapted: formsOf(entry.adapted),
    inside: (entry.inside ?? []).flatMap(({ of, patterns }) => {
      const index = indexOf.get(of);
      if (index === undefined) missing.push({ id: entry.id, of });
      return index === undefined ? [] : [{ entry: index, forms: formsOf(patterns) }];
    }),
    rules: [...addRule(entry), ...shapes[index]!.flatMap(addRule)],
    cues: (entry.senses ?? []).map(({ cues }) => cues.map(fold)),
  }));

  // A table restricted to the characters that matter gives the same matches.
  const needed = new Set(BOUNDARY_UNITS + SEPARATORS);
  const need = (text: string): void => {
    for (let i = 0; i < text.length; i++) needed.add(text.charAt(i));
  };
  for (const { forms, adapted, inside, cues } of made) {
    const all = [...forms, ...adapted, ...inside.flatMap((place) => place.forms)];
    for (const form of all) [form, ...taiwanForms(form)].forEach(need);
    for (const list of cues) list.forEach(need);
  }
  const joined = joinRules(
    rules,
    made.map((entry) => entry.rules),
  );
  const ruleLists = withoutIdleContexts(joined.rules, joined.ruled);
  ruleLists.flat(2).forEach(need);
  const restricted = buildFoldTable((unit) => needed.has(unit));

  const owners = new Map<string, number>();
  const collisions: Collision[] = [];
  const idOf = (index: number): string => entries[index]?.id ?? '';
  /** Gives those of an entry's forms that no other has, each for the first time. */
  const claim = (entry: number, all: readonly string[]): string[] =>
    all.filter((form) => {
      const owner = owners.get(form);
      if (owner === undefined) owners.set(form, entry);
      else if (owner !== entry) collisions.push({ form, first: idOf(owner), second: idOf(entry) });
      return owner === undefined;
    });
  const written: string[] = [];
  const write = (forms: readonly string[]): number => {
    written.push(...forms);
    return forms.length;
  };
  const counts = made.map(({ forms }, entry) => write(claim(entry, forms)));
  const adapted = made.flatMap((entry, index) =>
    entry.adapted.length === 0 ? [] : [index, write(claim(index, entry.adapted))],
  );
  const inside = made.flatMap((entry, index) =>
    entry.inside.flatMap((place) => [index, place.entry, write(claim(index, place.forms))]),
  );
  // Taiwan's forms are made where they are met; here it is seen whether two entries share one.
  made.forEach((entry, index) => {
    for (const form of [...entry.forms, ...entry.adapted]) claim(index, taiwanForms(form));
  });

  const data: MatcherData = {
    names: {
      ids: entries.map(({ id }) => id).join(JOIN),
      senses: entries.flatMap(({ senses = [] }, index) =>
        senses.flatMap(({ id }, i) => [index, id, made[index]?.cues[i]?.join(JOIN) ?? '']),
      ),
    },
    kinds: entries
      .map(({ kind, weight }) =>
        (KINDS.indexOf(kind) * WEIGHTS.length + WEIGHTS.indexOf(weight)).toString(36),
      )
      .join(''),
    forms: written.map((form) => form + JOIN).join(''),
    counts,
    adapted,
    inside,
    ruled: writeRuled(joined.ruled, joined.shared),
    rules: writeRules(ruleLists),
    fold: foldData(restricted),
  };
  return { data, collisions, missing };
}

/** The shortest of an entry's forms first where that alone needs something beside it. */
function inOrder(rules: readonly Pick<MatcherEntry, 'only'>[], forms: readonly string[]): readonly string[] {
  const free = rules.every(({ only: { left = [], right = [], near = [] } = {} }) => {
    return left.length + right.length + near.length === 0;
  });
  return free ? forms : forms.toSorted((a, b) => a.length - b.length);
}

/** A person's name of two characters with a space between (spaced-name.ts). */
function spacedNames({ kind, patterns }: MatcherEntry): string[] {
  if (kind !== 'person') return [];
  return patterns
    .filter((name) => /^\p{Script=Han}{2}$/u.test(name))
    .map((name) => [...name].join(SEPARATOR));
}

/** The forms by which a pattern is recognised, as the matcher writes them. */
export function matcherForms(pattern: string): string[] {
  return surfaceForms(pattern, buildFoldTable()).map(normaliseSeparators);
}

/** Units that the built-in boundary rules look at: letters, digits, numerals, quotation marks and what may stand between two, ends of sentences. */
const BOUNDARY_UNITS =
  'abcdefghijklmnopqrstuvwxyz0123456789一二三四五六七八九十百千万亿两零〇几第"《的与和及。!?;';

/** What a folding table says beyond what is built in. */
function foldData({ units, astral, splits }: FoldTable): FoldData {
  const structure = new FoldUnits();
  writeFoldStructure(structure);
  let gaps = '';
  let to = '';
  let before = 0;
  for (let unit = 0; unit < 0x10000; unit++) {
    const value = units.get(unit);
    if (value === structure.get(unit) || value === Special.Split) continue;
    let gap = unit - before;
    for (; gap >= FURTHER; gap -= FURTHER) gaps += String.fromCharCode(NO_GAP + FURTHER);
    gaps += String.fromCharCode(NO_GAP + gap);
    to += String.fromCharCode(value);
    before = unit;
  }
  return {
    gaps,
    to,
    astral: [...astral],
    splits: [...splits].flatMap(([unit, { to, stays }]) =>
      stays.map(({ word, at }): FoldData['splits'][number] => [
        String.fromCharCode(unit),
        String.fromCharCode(to),
        at,
        word,
      ]),
    ),
  };
}

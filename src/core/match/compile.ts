import { buildFoldTable } from '../text/build-fold-table.ts';
import { Special, type FoldTable } from '../text/fold-table.ts';
import { writeFoldStructure } from '../text/fold-structure.ts';
import { Folder, foldedText } from '../text/fold.ts';
import { assemble, type Collision } from './assemble.ts';
import type { ContextRule, Dictionary, DictionaryEntry, FoldData, MatcherEntry } from './dictionary.ts';
import { mainlandForms, normaliseSeparators, surfaceForms } from './forms.ts';
import { MATCHER_VERSION } from './matcher-format.ts';
import { writeSections } from './sections.ts';
import { SEPARATORS } from './separators.ts';
import { shapeRules } from './shape-rules.ts';
import { taiwanForms } from './taiwan.ts';

export type { MatcherEntry } from './dictionary.ts';

export interface CompiledMatcher {
  readonly bytes: Uint8Array;
  readonly dictionary: Dictionary;
  readonly collisions: readonly Collision[];
  /** What an entry says of other entries and that are not there. */
  readonly missing: readonly { readonly id: string; readonly of: string }[];
}

/**
 * Compiles entries into the bytes that {@link ../match/matcher.ts | Matcher} reads,
 * and into the dictionary that they come from, which is what the extension carries
 * ({@link ./pack.ts}).
 *
 * @throws PatternError
 */
export function compileMatcher(entries: readonly MatcherEntry[]): CompiledMatcher {
  const { dictionary, missing } = makeDictionary(entries);
  const { sections, collisions } = assemble(dictionary);
  return { bytes: writeSections(MATCHER_VERSION, sections), dictionary, collisions, missing };
}

/** The forms by which a pattern is recognised, as the matcher writes them. */
export function matcherForms(pattern: string): string[] {
  return surfaceForms(pattern, buildFoldTable()).map(normaliseSeparators);
}

function makeDictionary(entries: readonly MatcherEntry[]): {
  dictionary: Dictionary;
  missing: { id: string; of: string }[];
} {
  const full = buildFoldTable();
  const folder = new Folder(full);
  const fold = (text: string): string => foldedText(folder.fold(text));
  const formsOf = (patterns: readonly string[] = []): string[] => [
    ...new Set(patterns.flatMap((pattern) => mainlandForms(pattern, full))),
  ];

  const rules: ContextRule[] = [];
  const ruleIndex = new Map<string, number>();
  const addRule = ({ not, yet, only }: Pick<MatcherEntry, 'not' | 'yet' | 'only'>): number[] => {
    const lists = [not?.left, not?.right, yet?.left, yet?.right, only?.left, only?.right].map((list) =>
      (list ?? []).map(fold),
    );
    if (lists.every((list) => list.length === 0)) return [];
    const [a = [], b = [], c = [], d = [], e = [], f = []] = lists;
    const key = JSON.stringify(lists);
    const index = ruleIndex.get(key) ?? rules.push([a, b, c, d, e, f]) - 1;
    ruleIndex.set(key, index);
    return [index];
  };

  const indexOf = new Map(entries.map(({ id }, i) => [id, i]));
  const missing: { id: string; of: string }[] = [];
  const made = entries.map((entry): DictionaryEntry => ({
    id: entry.id,
    kind: entry.kind,
    weight: entry.weight,
    forms: formsOf(entry.patterns),
    adapted: formsOf(entry.adapted),
    inside: (entry.inside ?? []).flatMap(({ of, patterns }) => {
      const index = indexOf.get(of);
      if (index === undefined) missing.push({ id: entry.id, of });
      return index === undefined ? [] : [{ entry: index, forms: formsOf(patterns) }];
    }),
    rules: [...addRule(entry), ...shapeRules(entry).flatMap(addRule)],
    senses: (entry.senses ?? []).map(({ id, cues }) => ({ id, cues: cues.map(fold) })),
  }));

  // A table restricted to the characters that matter gives the same matches.
  const needed = new Set(BOUNDARY_UNITS + SEPARATORS);
  const need = (text: string): void => {
    for (let i = 0; i < text.length; i++) needed.add(text.charAt(i));
  };
  for (const { forms, adapted, inside, senses } of made) {
    const all = [...forms, ...adapted, ...inside.flatMap((place) => place.forms)];
    for (const form of all) [form, ...taiwanForms(form)].forEach(need);
    for (const { cues } of senses) cues.forEach(need);
  }
  for (const rule of rules) for (const list of rule) list.forEach(need);
  const restricted = buildFoldTable((unit) => needed.has(unit));
  return { dictionary: { entries: made, rules, fold: foldData(restricted) }, missing };
}

/** Units that the built-in boundary rules look at: letters, digits, numerals. */
const BOUNDARY_UNITS = 'abcdefghijklmnopqrstuvwxyz0123456789一二三四五六七八九十百千万亿两零〇几第';

/** What a folding table says beyond what is built in. */
function foldData({ units, astral, splits }: FoldTable): FoldData {
  const structure = new Uint16Array(0x10000);
  writeFoldStructure(structure);
  let pairs = '';
  units.forEach((value, unit) => {
    if (value !== structure[unit] && value !== Special.Split) pairs += String.fromCharCode(unit, value);
  });
  return {
    pairs,
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

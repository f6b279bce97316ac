import type { Mode } from './pattern.ts';
import type { Token } from './query.ts';
import { begunReadings, initialReadings, mendedRuns, mixedReadings, wholeReadings } from './read-pinyin.ts';
import { ANYTHING, charElement, exactTyping, slippedTyping, type Element, type Typing } from './syllables.ts';

export interface PlannedPattern {
  readonly mode: Mode;
  readonly elements: readonly Element[];
}

/** No more readings of one sort than this for a whole query. */
const MOST_READINGS = 8;
const MOST_MIXED = 16;
/** Longer queries are not read as pinyin. */
const MOST_LETTERS = 80;

type Part = readonly Element[];

/** Every way of reading the tokens as they stand; those of characters in `plain` mode. */
export function patternsOf(tokens: readonly Token[], plain: 'zh' | 'rewritten'): PlannedPattern[] {
  const runs = runsOf(tokens);
  if (runs.length === 0) return [{ mode: plain, elements: tokens.flatMap(plainPart) }];
  const patterns: PlannedPattern[] = [{ mode: plain, elements: tokens.flatMap(plainPart) }];
  if (lettersOf(runs) > MOST_LETTERS) return patterns;
  patterns.push(...syllablePatterns(tokens, exactTyping(), 'pinyin', 'partial'));
  const han = tokens.some((token) => 'unit' in token && token.unit > 0x7f);
  for (const elements of combinations(tokens, initialReadings, MOST_READINGS)) {
    patterns.push({ mode: han ? 'mixed' : 'initials', elements });
  }
  for (const elements of mixed(tokens)) patterns.push({ mode: 'mixed', elements });
  return patterns.filter(({ elements }) => elements.length > 0);
}

/** The tokens as syllables typed with slips or as spoken in the regions. */
export function slippedPatterns(tokens: readonly Token[]): PlannedPattern[] {
  const letters = lettersOf(runsOf(tokens));
  if (letters < 3 || letters > MOST_LETTERS) return [];
  return syllablePatterns(tokens, slippedTyping(), 'slipped', letters < 4 ? undefined : 'slippedPartial');
}

/** The tokens as syllables once a run of letters has been mended. */
export function mendedPatterns(tokens: readonly Token[]): PlannedPattern[] {
  if (lettersOf(runsOf(tokens)) > MOST_LETTERS) return [];
  const patterns: PlannedPattern[] = [];
  tokens.forEach((token, i) => {
    if (!('run' in token)) return;
    for (const run of mendedRuns(token.run)) {
      const mended = tokens.map((other, j) => (i === j ? { run } : other));
      for (const elements of combinations(mended, whole(exactTyping()), 2)) {
        patterns.push({ mode: 'mended', elements });
      }
    }
  });
  return patterns;
}

/** The characters with any one of them replaced by any other. */
export function wrongPatterns(text: string): PlannedPattern[] {
  const elements = [...unitsOf(text)].map(charElement);
  return elements.map((_, i) => ({
    mode: 'wrong',
    elements: elements.map((element, j) => (i === j ? charElement(ANYTHING) : element)),
  }));
}

/** The characters with any one of them left out. */
export function extraPatterns(text: string): PlannedPattern[] {
  const elements = [...unitsOf(text)].map(charElement);
  return elements.map((_, i) => ({ mode: 'extra', elements: elements.filter((__, j) => i !== j) }));
}

function* unitsOf(text: string): Iterable<number> {
  for (let i = 0; i < text.length; i++) yield text.charCodeAt(i);
}

function runsOf(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token) => ('run' in token ? [token.run] : []));
}

function lettersOf(runs: readonly string[]): number {
  return runs.reduce((sum, run) => sum + run.length, 0);
}

function plainPart(token: Token): Element[] {
  return 'unit' in token ? [charElement(token.unit)] : [...unitsOf(token.run)].map(charElement);
}

function whole(typing: Typing): (run: string) => Part[] {
  return (run) => wholeReadings(run, typing);
}

function syllablePatterns(
  tokens: readonly Token[],
  typing: Typing,
  mode: Mode,
  begunMode: Mode | undefined,
): PlannedPattern[] {
  const read = whole(typing);
  const patterns: PlannedPattern[] = [];
  for (const elements of combinations(tokens, read, MOST_READINGS)) patterns.push({ mode, elements });
  const last = tokens.at(-1);
  if (last === undefined || !('run' in last) || begunMode === undefined) return patterns;
  const heads = combinations(tokens.slice(0, -1), read, 4);
  for (const begun of begunReadings(last.run, typing)) {
    for (const head of heads) patterns.push({ mode: begunMode, elements: [...head, ...begun] });
  }
  return patterns;
}

/** Every choice of one reading for each run, at most so many; none if a run has no reading. */
function combinations(tokens: readonly Token[], read: (run: string) => Part[], most: number): Element[][] {
  let all: Element[][] = [[]];
  for (const token of tokens) {
    const parts: readonly Part[] = 'unit' in token ? [[charElement(token.unit)]] : read(token.run);
    all = parts.flatMap((part) => all.map((head) => [...head, ...part])).slice(0, most);
  }
  return all;
}

/** Some runs as syllables, some as initials, some as both; none that is only one of these. */
function mixed(tokens: readonly Token[]): Element[][] {
  let all: { elements: Element[]; sorts: number }[] = [{ elements: [], sorts: 0 }];
  for (const token of tokens) {
    if ('unit' in token) {
      for (const { elements } of all) elements.push(charElement(token.unit));
      continue;
    }
    const parts = [
      ...wholeReadings(token.run, exactTyping(), 2).map((part) => ({ part, sorts: 1 })),
      ...initialReadings(token.run)
        .slice(0, 2)
        .map((part) => ({ part, sorts: 2 })),
      ...mixedReadings(token.run).map((part) => ({ part, sorts: 3 })),
    ];
    all = parts
      .flatMap(({ part, sorts }) =>
        all.map((head) => ({ elements: [...head.elements, ...part], sorts: head.sorts | sorts })),
      )
      .slice(0, MOST_MIXED);
  }
  return all.filter(({ sorts }) => sorts === 3).map(({ elements }) => elements);
}

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkKnowledge, type Trap } from '../core/knowledge/check.ts';
import { parseEntries, type Entry } from '../core/knowledge/parse.ts';
import type { Problem } from '../core/knowledge/problem.ts';
import { parseSource, type Source } from '../core/knowledge/source.ts';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** Where the bundled sources and terms are. */
export const SEEDS = join(PROJECT, 'seeds');

export interface Seeds {
  readonly entries: readonly Entry[];
  readonly sources: readonly Source[];
  readonly problems: readonly Problem[];
}

/** Reads and checks everything under a folder laid out like `seeds/`. */
export function loadSeeds(folder: string = SEEDS, traps: readonly Trap[] = []): Seeds {
  const problems: Problem[] = [];
  const sources: Source[] = [];
  for (const path of filesIn(join(folder, 'sources'), '.txt')) {
    const source = parseSource(shown(path), readFileSync(path, 'utf8'));
    if ('message' in source) problems.push(source);
    else sources.push(source);
  }
  const entries: Entry[] = [];
  for (const path of filesIn(join(folder, 'terms'), '.yaml')) {
    const parsed = parseEntries(shown(path), readFileSync(path, 'utf8'));
    entries.push(...parsed.entries);
    problems.push(...parsed.problems);
  }
  // Links into a file that could not be read would all be reported as missing.
  if (problems.length === 0) problems.push(...checkKnowledge(entries, sources, traps));
  return { entries, sources, problems };
}

function filesIn(folder: string, ending: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(folder, name));
}

function shown(path: string): string {
  const inProject = relative(PROJECT, path);
  return inProject.startsWith('..') ? path : inProject;
}

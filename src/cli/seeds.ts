import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkKnowledge, type Trap } from '../core/knowledge/check.ts';
import { parseEntries, type Entry } from '../core/knowledge/parse.ts';
import type { Problem } from '../core/knowledge/problem.ts';
import {
  checkReleased,
  parseRedirects,
  parseReleasedIds,
  type Redirects,
} from '../core/knowledge/released.ts';
import { parseSource, type Source } from '../core/knowledge/source.ts';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** Where the bundled sources and terms are. */
export const SEEDS = join(PROJECT, 'seeds');

export interface Seeds {
  readonly entries: readonly Entry[];
  readonly sources: readonly Source[];
  readonly redirects: Redirects;
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
  const redirected = parseRedirects(...fileAt(folder, 'redirects.yaml'));
  if ('message' in redirected) problems.push(redirected);
  const released = parseReleasedIds(...fileAt(folder, 'released-ids.txt'));
  // Links into a file that could not be read would all be reported as missing.
  if ('redirects' in redirected && problems.length === 0) {
    problems.push(
      ...checkKnowledge(entries, sources, traps),
      ...checkReleased(entries, released, redirected),
    );
  }
  return { entries, sources, redirects: 'redirects' in redirected ? redirected.redirects : {}, problems };
}

/** A file by the name that problems show, with its content; one that is not there is empty. */
function fileAt(folder: string, name: string): [shown: string, content: string] {
  const path = join(folder, name);
  return [shown(path), existsSync(path) ? readFileSync(path, 'utf8') : ''];
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

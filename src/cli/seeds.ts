import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkKnowledge, matcherEntry, type Trap } from '../core/knowledge/check.ts';
import { checkOmissions, parseOmissions, type Omission } from '../core/knowledge/omissions.ts';
import { parseEntries, type Entry } from '../core/knowledge/parse.ts';
import type { Problem } from '../core/knowledge/problem.ts';
import { compileMatcher } from '../core/match/compile.ts';
import { Matcher } from '../core/match/matcher.ts';
import { Recogniser } from '../core/match/recogniser.ts';
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
  readonly omissions: readonly Omission[];
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
  const redirected = noted(parseRedirects(...fileAt(folder, 'redirects.yaml')), problems);
  const omissions = noted(parseOmissions(...fileAt(folder, 'omissions.yaml')), problems) ?? [];
  // Links into a file that could not be read would all be reported as missing.
  if (problems.length === 0) problems.push(...checkKnowledge(entries, sources, traps));
  if (problems.length === 0 && redirected !== undefined) {
    const released = parseReleasedIds(...fileAt(folder, 'released-ids.txt'));
    problems.push(
      ...checkReleased(entries, released, redirected),
      ...checkOmissions(omissions, sources, recogniserOf(entries)),
    );
  }
  return { entries, sources, redirects: redirected?.redirects ?? {}, omissions, problems };
}

/** A recogniser of all entries, which must have been found in order. */
export function recogniserOf(entries: readonly Entry[]): Recogniser {
  return new Recogniser(new Matcher(compileMatcher(entries.map(matcherEntry)).data));
}

/** What was read, or undefined with the problem noted. */
function noted<T extends object>(read: T | Problem, problems: Problem[]): T | undefined {
  if (!('message' in read)) return read;
  problems.push(read);
  return undefined;
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

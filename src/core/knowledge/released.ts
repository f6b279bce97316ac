import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Entry } from './parse.ts';
import type { Problem } from './problem.ts';

/**
 * Ids that readers' notes may name. A released id never disappears: an entry that
 * is renamed or merged leaves a redirect from its old id to the one that took over.
 */
export interface ReleasedIds {
  readonly file: string;
  /** In the order of the file, one a line. */
  readonly ids: readonly string[];
}

/** Old ids and the ids that took their place. */
export type Redirects = Readonly<Record<string, string>>;

export interface RedirectFile {
  readonly file: string;
  readonly redirects: Redirects;
  readonly lines: ReadonlyMap<string, number>;
}

export function parseReleasedIds(file: string, content: string): ReleasedIds {
  return { file, ids: content.split('\n').filter((line) => line !== '') };
}

/** Reads `old-id: new-id` lines, in YAML. */
export function parseRedirects(file: string, content: string): RedirectFile | Problem {
  const lineCounter = new LineCounter();
  const document = parseDocument(content, { lineCounter, uniqueKeys: true });
  const [error] = document.errors;
  if (error !== undefined) {
    const { line } = lineCounter.linePos(error.pos[0]);
    return { file, line, message: error.message.split('\n')[0] ?? 'not YAML' };
  }
  const redirects: Record<string, string> = {};
  const lines = new Map<string, number>();
  if (document.contents === null) return { file, redirects, lines };
  if (!isMap(document.contents)) return { file, line: 1, message: 'is not a list of “old-id: new-id”' };
  for (const { key, value } of document.contents.items) {
    const { line } = lineCounter.linePos(isScalar(key) ? key.range[0] : 0);
    if (
      !isScalar(key) ||
      !isScalar(value) ||
      typeof key.value !== 'string' ||
      typeof value.value !== 'string'
    ) {
      return { file, line, message: 'a redirect is “old-id: new-id”' };
    }
    redirects[key.value] = value.value;
    lines.set(key.value, line);
  }
  return { file, redirects, lines };
}

/** The id by which a term is known now; the id itself where there is no redirect. */
export function currentId(id: string, redirects: Redirects): string {
  const seen = new Set<string>();
  let current = id;
  while (Object.hasOwn(redirects, current) && !seen.has(current)) {
    seen.add(current);
    current = redirects[current] ?? current;
  }
  return current;
}

/** Every released id is an entry or leads to one, and no redirect hides an entry. */
export function checkReleased(
  entries: readonly Entry[],
  { file, ids }: ReleasedIds,
  { file: redirectFile, redirects, lines }: RedirectFile,
): Problem[] {
  const known = new Set(entries.map((entry) => entry.id));
  const problems: Problem[] = [];
  ids.forEach((id, i) => {
    if (ids.indexOf(id) !== i) {
      problems.push({ file, line: i + 1, message: `${id}: listed twice` });
    } else if (!known.has(currentId(id, redirects))) {
      problems.push({
        file,
        line: i + 1,
        message: `${id}: was released, and is neither an entry nor redirected to one`,
      });
    }
  });
  for (const [old, id] of Object.entries(redirects)) {
    const line = lines.get(old) ?? 1;
    if (known.has(old)) {
      problems.push({ file: redirectFile, line, message: `${old}: is an entry, and redirected too` });
    } else if (!known.has(currentId(old, redirects))) {
      problems.push({ file: redirectFile, line, message: `${old}: there is no entry “${id}”` });
    }
  }
  return problems;
}

import * as v from 'valibot';
import { isMap, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import { KINDS, type Kind } from '../match/kinds.ts';
import type { Problem } from './problem.ts';
import { EntrySchema, type EntryData } from './schema.ts';

/** An entry with its kind and where its parts stand in its file. */
export interface Entry extends EntryData {
  readonly kind: Kind;
  readonly file: string;
  /** The line of the entry, or of the part at `path` (such as `evidence`, 0, `quote`). */
  readonly lineOf: (...path: (string | number)[]) => number;
}

/**
 * Reads one file of entries, `<kind>.yaml`.
 *
 * @returns the entries that are well formed and a problem for each that is not
 */
export function parseEntries(file: string, content: string): { entries: Entry[]; problems: Problem[] } {
  const name = /([^/\\]+)\.yaml$/u.exec(file)?.[1] ?? '';
  const kind = KINDS.find((k) => k === name);
  const problems: Problem[] = [];
  if (kind === undefined) {
    problems.push({ file, line: 1, message: `is not named after a kind (${KINDS.join(', ')})` });
    return { entries: [], problems };
  }
  const lineCounter = new LineCounter();
  const document = parseDocument(content, { lineCounter, uniqueKeys: true });
  for (const error of document.errors) {
    problems.push({
      file,
      line: lineCounter.linePos(error.pos[0]).line,
      message: error.message.split('\n')[0]?.replace(/ at line .*$/u, '') ?? 'not YAML',
    });
  }
  if (problems.length > 0) return { entries: [], problems };
  if (document.contents === null) return { entries: [], problems };
  if (!isSeq(document.contents)) {
    problems.push({ file, line: 1, message: 'is not a list of entries' });
    return { entries: [], problems };
  }

  const lineAt = (path: readonly (string | number)[]): number => lineOf(document, lineCounter, path);
  const entries: Entry[] = [];
  (document.toJS() as unknown[]).forEach((data, index) => {
    const result = v.safeParse(EntrySchema, data);
    if (result.success) {
      entries.push({ ...result.output, kind, file, lineOf: (...path) => lineAt([index, ...path]) });
      return;
    }
    for (const issue of result.issues) {
      const path = (issue.path ?? []).map((item) => item.key as string | number);
      const known = typeof data === 'object' && data !== null && 'id' in data ? String(data.id) : '';
      const where = [known, path.join('.')].filter((part) => part !== '').join(': ');
      problems.push({ file, line: lineAt([index, ...path]), message: `${where}: ${issue.message}` });
    }
  });
  return { entries, problems };
}

/** The line of the node at `path`, or of the nearest node above it that is there. */
function lineOf(document: Document, lineCounter: LineCounter, path: readonly (string | number)[]): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => (item.key as { value?: unknown }).value === step);
      const key = pair?.key as Node | undefined;
      offset = key?.range?.[0] ?? offset;
      node = pair?.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      offset = (node as Node | undefined)?.range?.[0] ?? offset;
    } else {
      break;
    }
  }
  return lineCounter.linePos(offset).line;
}

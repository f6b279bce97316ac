import type { ComparedRow, Comparison } from './compare.ts';
import type { Edit } from './passage.ts';

/**
 * How a difference is marked, read from the first text to the second: `dropped` is
 * only in the first, `added` only in the second.
 */
export type MarkType = Edit['type'];

/** A stretch of a line's text; with a mark and no text, the place where the other text has more. */
export interface LinePiece {
  readonly text: string;
  readonly mark?: MarkType;
  /** Which of {@link SideBySide.differences} it belongs to. */
  readonly difference?: number;
}

/**
 * What stands side by side: aligned sentences, or a stretch that only one of the texts
 * has; `apart`: one of each at the same place, which are no counterparts.
 */
export interface ComparedLine {
  readonly kind: 'same' | 'changed' | 'moved' | 'only-first' | 'only-second' | 'apart';
  /** Whether it begins a paragraph of a text that it has. */
  readonly paragraph: boolean;
  readonly first: readonly LinePiece[];
  readonly second: readonly LinePiece[];
}

export interface Difference {
  readonly type: MarkType;
  readonly line: number;
  readonly first: string;
  readonly second: string;
}

export interface SideBySide {
  readonly lines: readonly ComparedLine[];
  /** In the order of the lines. */
  readonly differences: readonly Difference[];
  /** See {@link Comparison}, in folded characters. */
  readonly shared: number;
  readonly discounted: number;
  readonly firstLength: number;
  readonly secondLength: number;
}

/**
 * A comparison as it is laid out. Sentences that follow each other and that only one
 * of the texts has are one line and one difference. Linear.
 *
 * @param comparison of the second text (as `a`) with the first (as `b`)
 */
export function sideBySide(first: string, second: string, comparison: Comparison): SideBySide {
  const lines: ComparedLine[] = [];
  const differences: Difference[] = [];
  for (const row of joined(comparison.rows, first, second)) {
    const last = lines.at(-1);
    const meets =
      (row.kind === 'only-a' && last?.kind === 'only-first') ||
      (row.kind === 'only-b' && last?.kind === 'only-second');
    const line = meets ? lines.length - 1 : lines.length;
    const note = (type: MarkType, one: string, two: string): number =>
      differences.push({ type, line, first: one, second: two }) - 1;
    const before = Math.max(paragraphsAt(second, row.a), paragraphsAt(first, row.b));
    const texts = {
      first: row.b === undefined ? '' : first.slice(row.b.start, row.b.end),
      second: row.a === undefined ? '' : second.slice(row.a.start, row.a.end),
    };
    const paragraph = before > 0;
    if (row.kind === 'only-b') {
      const difference = note('dropped', texts.first, '');
      const pieces = [{ text: texts.first, difference }];
      if (meets) lines[line] = { ...last, kind: 'apart', first: pieces };
      else lines.push({ kind: 'only-first', paragraph, first: pieces, second: [] });
    } else if (row.kind === 'only-a') {
      const difference = note('added', '', texts.second);
      const pieces = [{ text: texts.second, difference }];
      if (meets) lines[line] = { ...last, kind: 'apart', second: pieces };
      else lines.push({ kind: 'only-second', paragraph, first: [], second: pieces });
    } else {
      if (row.kind === 'moved') note('moved', texts.first, texts.second);
      const numbered = row.edits.map((edit) => ({
        edit,
        difference: note(edit.type, edit.source, edit.page),
      }));
      lines.push({
        kind: row.kind,
        paragraph,
        first: pieces(first, row.b, numbered, ({ sourceStart, sourceEnd }) => [sourceStart, sourceEnd]),
        second: pieces(second, row.a, numbered, ({ start, end }) => [start, end]),
      });
    }
  }
  const { shared, discounted, lengthA, lengthB } = comparison;
  return { lines, differences, shared, discounted, firstLength: lengthB, secondLength: lengthA };
}

interface NumberedEdit {
  readonly edit: Edit;
  readonly difference: number;
}

function pieces(
  text: string,
  range: ComparedRow['a'],
  edits: readonly NumberedEdit[],
  placeOf: (edit: Edit) => readonly [start: number, end: number],
): LinePiece[] {
  if (range === undefined) return [];
  const placed = edits
    .map(({ edit, difference }) => {
      const [start, end] = placeOf(edit);
      return { type: edit.type, difference, start, end };
    })
    .sort((x, y) => x.start - y.start || x.difference - y.difference);
  const all: LinePiece[] = [];
  let at = range.start;
  for (const { type, difference, start, end } of placed) {
    const from = Math.min(Math.max(start, at), range.end);
    const to = Math.min(Math.max(end, from), range.end);
    if (from > at) all.push({ text: text.slice(at, from) });
    all.push({ text: text.slice(from, to), mark: type, difference });
    at = to;
  }
  if (at < range.end) all.push({ text: text.slice(at, range.end) });
  return all;
}

/** Rows with runs of sentences that only one text has made one. */
function joined(rows: readonly ComparedRow[], first: string, second: string): ComparedRow[] {
  const all: ComparedRow[] = [];
  for (const row of rows) {
    const last = all.at(-1);
    if (last?.kind === row.kind && row.kind === 'only-a') {
      const a = span(last.a, row.a, second);
      if (a !== undefined) {
        all[all.length - 1] = { ...last, a };
        continue;
      }
    }
    if (last?.kind === row.kind && row.kind === 'only-b') {
      const b = span(last.b, row.b, first);
      if (b !== undefined) {
        all[all.length - 1] = { ...last, b };
        continue;
      }
    }
    all.push(row);
  }
  return all;
}

/** Both ranges as one, where nothing but white space is between them. */
function span(before: ComparedRow['a'], after: ComparedRow['a'], text: string): ComparedRow['a'] {
  if (before === undefined || after === undefined || after.start < before.end) return undefined;
  if (text.slice(before.end, after.start).trim() !== '') return undefined;
  return { start: before.start, end: after.end };
}

/** Whether a range begins a paragraph: 1, else 0. */
function paragraphsAt(text: string, range: ComparedRow['a']): number {
  if (range === undefined) return 0;
  for (let at = range.start - 1; at >= 0; at--) {
    const c = text.charAt(at);
    if (c === '\n') return 1;
    if (c.trim() !== '') return 0;
  }
  return 1;
}

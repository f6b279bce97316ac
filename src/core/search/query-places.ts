import type { FoldTable } from '../text/fold-table.ts';
import { Folder, foldedText, rawEnd, rawStart } from '../text/fold.ts';
import { foldQuery, readNoteQuery } from './note-query.ts';
import type { Readings } from './readings.ts';

/** Start and end, in UTF-16 units. */
export type Place = readonly [start: number, end: number];

/** No more places of a text are marked. */
const MOST = 200;

/** Finds where the words of a query stand in texts as they were written. */
export class QueryPlaces {
  readonly #folder: Folder;
  readonly #patterns: readonly RegExp[];

  constructor(query: string, table: FoldTable, readings: Readings) {
    this.#folder = new Folder(table);
    this.#patterns = readNoteQuery(foldQuery(query, this.#folder), readings).map(({ pattern }) => pattern);
  }

  /** Where the query's words stand, in order and apart from each other. Linear in the length of the text. */
  in(text: string): Place[] {
    if (this.#patterns.length === 0 || text === '') return [];
    const folded = this.#folder.fold(text);
    const units = foldedText(folded);
    const places = this.#patterns
      .flatMap((pattern) => [...units.matchAll(pattern)].slice(0, MOST))
      .map(({ index, 0: { length } }): Place => [rawStart(folded, index), rawEnd(folded, index + length - 1)])
      .sort(([a], [b]) => a - b);
    const apart: Place[] = [];
    for (const [start, end] of places) {
      const last = apart.at(-1);
      if (last !== undefined && start <= last[1]) apart[apart.length - 1] = [last[0], Math.max(last[1], end)];
      else apart.push([start, end]);
    }
    return apart;
  }
}

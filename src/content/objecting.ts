import { foldedText, Folder } from '../core/text/fold.ts';
import type { FoldTable } from '../core/text/fold-table.ts';
import { contextOf, isObjectionKey, objectedTerm, Objections, type Context } from '../core/objections.ts';
import type { InRun } from '../dom/shown-places.ts';

/** What the reader objected to, as far as it concerns this frame's site. */
export class Objecting {
  readonly site: string;
  readonly #table: () => FoldTable;
  #folder: Folder | undefined;
  readonly #keys = new Set<string>();
  #objections: Objections;

  /**
   * @param site the host whose words these are: the frame's own, not the page's around it
   * @param table asked for when the words around a mention are compared
   */
  constructor(site: string, table: () => FoldTable) {
    this.site = site;
    this.#table = table;
    this.#objections = new Objections([], site);
  }

  get isEmpty(): boolean {
    return this.#objections.isEmpty;
  }

  /** Takes what storage holds. */
  take(stored: Readonly<Record<string, unknown>>): void {
    for (const [key, value] of Object.entries(stored)) {
      if (value !== undefined && isObjectionKey(key)) this.#keys.add(key);
    }
    this.#objections = new Objections(this.#keys, this.site);
  }

  /** Follows a change of storage; tells the terms that it is about. */
  follow(changes: Readonly<Record<string, { newValue?: unknown }>>): Set<string> {
    const terms = new Set<string>();
    for (const [key, { newValue }] of Object.entries(changes)) {
      if (!isObjectionKey(key)) continue;
      if (newValue === undefined) this.#keys.delete(key);
      else this.#keys.add(key);
      terms.add(objectedTerm(key));
    }
    if (terms.size > 0) this.#objections = new Objections(this.#keys, this.site);
    return terms;
  }

  has(termId: string, where: () => InRun): boolean {
    return this.#objections.has(termId, () => this.contextOf(where()));
  }

  /** What stands on both sides of a mention, as objections know it. */
  contextOf({ text, start, end }: InRun): Context {
    const folder = (this.#folder ??= new Folder(this.#table()));
    return contextOf(text, start, end, (raw) => foldedText(folder.fold(raw)));
  }
}

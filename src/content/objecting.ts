import { foldedText, Folder } from '../core/text/fold.ts';
import type { FoldTable } from '../core/text/fold-table.ts';
import {
  contextOf,
  isObjectionKey,
  neverKey,
  objectedTerm,
  Objections,
  wrongKey,
  type Context,
  type WrongPlace,
} from '../core/objections.ts';
import type { InRun } from '../dom/shown-places.ts';
import { writeLocal } from '../platform/content-api.ts';

/** What the reader objected to, as far as it concerns this frame's site. */
export class Objecting {
  readonly #site: string;
  readonly #table: () => FoldTable;
  #folder: Folder | undefined;
  readonly #keys = new Set<string>();
  #objections: Objections;

  /**
   * @param site the host whose words these are: the frame's own, not the page's around it
   * @param table asked for when the words around a mention are compared
   */
  constructor(site: string, table: () => FoldTable) {
    this.#site = site;
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
    this.#objections = new Objections(this.#keys, this.#site);
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
    if (terms.size > 0) this.#objections = new Objections(this.#keys, this.#site);
    return terms;
  }

  has(termId: string, where: () => InRun): boolean {
    return this.#objections.has(termId, () => this.#contextOf(where()));
  }

  /** Never marks a term again. Gives the key to take it back by; undefined where it could not be stored. */
  async never(termId: string): Promise<string | undefined> {
    const key = neverKey(termId);
    return (await writeLocal(key, true)) ? key : undefined;
  }

  /** Does not mark a term here again, and wherever on this site the same words surround it. */
  async wrong(termId: string, where: InRun): Promise<string | undefined> {
    const key = wrongKey(this.#site, termId, this.#contextOf(where));
    const place: WrongPlace = { text: where.text.slice(where.start, where.end), address: location.href };
    return (await writeLocal(key, place)) ? key : undefined;
  }

  /** Takes an objection back. */
  takeBack(key: string): Promise<boolean> {
    return writeLocal(key, undefined);
  }

  #contextOf({ text, start, end }: InRun): Context {
    const folder = (this.#folder ??= new Folder(this.#table()));
    return contextOf(text, start, end, (raw) => foldedText(folder.fold(raw)));
  }
}

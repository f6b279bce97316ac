import { EdgeFilter } from './edge-filter.ts';
import { JOIN } from './matcher-data.ts';

/** So many questions are answered by a search, before it is noted what contexts have at the edge: a page asks most lists less often. */
const FEW = 8;
/** A context of several units takes so many at least, with {@link JOIN}. */
const SHORTEST = 3;
const BETWEEN = JOIN.charCodeAt(0);

/**
 * A list of contexts, as it is written: those of one unit, {@link JOIN}, and the others in the
 * order of their units, each ended by {@link JOIN}. It stays so, and the engine's own search finds
 * what stands in it. Of one that is often asked it is noted which units its contexts have at
 * a mention's edge, since most questions end there.
 */
export class ContextList {
  readonly #text: string;
  /** How many contexts have one unit. */
  readonly #singles: number;
  /** From a mention's edge away from it: -1 where contexts stand on its left. */
  readonly #step: 1 | -1;
  #asked = 0;
  #filter: EdgeFilter | undefined;

  constructor(text: string, left: boolean) {
    this.#text = text;
    this.#singles = text.indexOf(JOIN);
    this.#step = left ? -1 : 1;
  }

  /** The contexts. */
  words(): string[] {
    const text = this.#text;
    return [...text.slice(0, this.#singles), ...text.slice(this.#singles + 1).split(JOIN)].filter(Boolean);
  }

  /** A filter of what the contexts of some lists, all on the same side of mentions, have at their edge. */
  static filterOf(lists: readonly ContextList[]): EdgeFilter {
    let units = 0;
    let pairs = 0;
    for (const list of lists) {
      units += list.#singles;
      pairs += (list.#text.length - list.#singles) / SHORTEST;
    }
    const filter = new EdgeFilter(units, pairs);
    for (const list of lists) list.noteIn(filter);
    return filter;
  }

  /** Adds to a filter what its contexts have at a mention's edge. */
  noteIn(filter: EdgeFilter): void {
    const text = this.#text;
    for (let at = 0; at < this.#singles; at++) filter.addUnit(text.charCodeAt(at));
    for (let before = this.#singles; before < text.length - 1;) {
      const end = text.indexOf(JOIN, before + 1);
      const edge = this.#step > 0 ? before + 1 : end - 1;
      filter.addPair(text.charCodeAt(edge), text.charCodeAt(edge + this.#step));
      before = end;
    }
  }

  /**
   * How many units the shortest context has that begins at a place, or, where contexts stand on the left of
   * mentions, ends with it; 0 where none does.
   *
   * @param edge the place, less than `length`
   * @param least contexts of fewer units do not count
   */
  lengthAt(units: Uint16Array, length: number, edge: number, least: number): number {
    const filter =
      this.#filter ?? (++this.#asked > FEW ? (this.#filter = ContextList.filterOf([this])) : undefined);
    if (filter !== undefined) {
      const next = edge + this.#step;
      if (filter.has(units[edge]!, next >= 0 && next < length ? units[next]! : 0) === 0) return 0;
    }
    return this.#search(units, length, edge, least);
  }

  #search(units: Uint16Array, length: number, edge: number, least: number): number {
    const text = this.#text;
    const singles = this.#singles;
    const step = this.#step;
    const character = String.fromCharCode(units[edge]!);
    let at = text.indexOf(character);
    if (at >= 0 && at < singles && least === 1) return 1;
    // Contexts come in the order of their units, so that the first that begins there is the shortest.
    for (; at >= 0; at = text.indexOf(character, at + 1)) {
      if (at < singles || text.charCodeAt(at - step) !== BETWEEN) continue;
      let count = 1;
      let next = text.charCodeAt(at + step);
      // A text may have the unit that stands between contexts.
      for (let place = edge + step; next !== BETWEEN && place >= 0 && place < length; place += step) {
        if (next !== units[place]) break;
        next = text.charCodeAt(at + step * ++count);
      }
      if (next === BETWEEN && count >= least) return count;
    }
    return 0;
  }
}

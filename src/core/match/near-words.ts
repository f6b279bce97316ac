import type { ContextList } from './context-list.ts';
import { EdgeFilter } from './edge-filter.ts';

/** So many contexts of one unit, and of several, all lists together may have for the filter to be a good one. */
const UNITS = 64;
const OTHERS = 2047;
/** So far back from a place that is asked about another may be asked about, in folded units. */
const BACK = 512;
/** What lies between two stretches that are asked about is looked through too where it is no longer: a mention mostly. */
const GAP = 24;

/**
 * Where contexts of some lists may begin in a text, as far as somebody has asked. Those who ask
 * go through the text from its beginning to its end, each some forty units around a mention and for a
 * few of the lists, so that what was looked through for one serves the next.
 */
export class NearWords {
  readonly #filter = new EdgeFilter(UNITS, OTHERS);
  readonly #lists = new Set<ContextList>();
  /** Which text it is, and between which places it has been looked through. */
  #text = -1;
  #from = 0;
  #to = 0;
  /** The places. */
  #found = new Int32Array(32);
  #length = 0;

  /**
   * Whether a context of one of some lists stands between two places of a text. Amortised O(1) where these
   * follow one another.
   *
   * @param text its number: with another one, what is known of the text before is forgotten
   */
  areBetween(
    lists: readonly ContextList[],
    units: Uint16Array,
    length: number,
    text: number,
    from: number,
    to: number,
  ): boolean {
    for (const list of lists) if (!this.#lists.has(list)) this.#add(list);
    if (text !== this.#text || from < this.#from || from > this.#to + GAP) {
      this.#text = text;
      this.#from = from;
      this.#to = from;
      this.#length = 0;
    }
    if (to > this.#to) this.#read(units, length, from, to);
    const found = this.#found;
    for (let k = this.#length - 1; k >= 0; k--) {
      const at = found[k]!;
      if (at < from) break;
      if (at >= to) continue;
      for (const list of lists) {
        const context = list.lengthAt(units, length, at, 1);
        if (context > 0 && at + context <= to) return true;
      }
    }
    return false;
  }

  #add(list: ContextList): void {
    this.#lists.add(list);
    list.noteIn(this.#filter);
    this.#text = -1;
  }

  #read(units: Uint16Array, length: number, from: number, to: number): void {
    const at = this.#to;
    if (this.#found.length < this.#length + to - at) this.#makeRoom(from, to - at);
    this.#length = this.#filter.placesIn(units, length, at, to, this.#found, this.#length);
    this.#to = to;
  }

  /** Has room for some places more, and forgets those that lie far before one. */
  #makeRoom(from: number, more: number): void {
    const found = this.#found;
    let old = 0;
    while (old < this.#length && found[old]! < from - BACK) old++;
    if (old > 0) this.#from = from - BACK;
    const kept = found.subarray(old, this.#length);
    this.#length = kept.length;
    if (found.length >= 2 * (kept.length + more)) found.set(kept);
    else {
      this.#found = new Int32Array(4 * (kept.length + more));
      this.#found.set(kept);
    }
  }
}

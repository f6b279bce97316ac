import { END } from './matcher-format.ts';

/** An offset and a length for each role of contexts. */
const CONTEXTS_SIZE = 12;
const ROLES = 6;
const NONE: ReadonlyMap<number, Int32Array> = new Map();

/**
 * The contexts of rules, by the unit that stands at the mention's edge: the last one
 * of a context on the left, the first of one on the right. A rule's are sorted when
 * it is first asked, so that a page pays for the rules that its mentions have.
 */
export class ContextRules {
  readonly #contexts: Int32Array;
  readonly #pool: Uint16Array;
  /** By rule and role: the offset and end in the pool of each context, by unit. */
  readonly #byUnit: (ReadonlyMap<number, Int32Array> | undefined)[] = [];

  constructor(contexts: Int32Array, pool: Uint16Array) {
    this.#contexts = contexts;
    this.#pool = pool;
  }

  /** The roles of which a rule has contexts, as bits. */
  roles(rule: number): number {
    let roles = 0;
    for (let role = 0; role < ROLES; role++) {
      if (this.#contexts[CONTEXTS_SIZE * rule + 2 * role + 1]! > 0) roles |= 1 << role;
    }
    return roles;
  }

  /** Whether a context of a rule ends (on the left) or begins (on the right) at `position`. */
  stands(rule: number, role: number, units: Uint16Array, length: number, position: number): boolean {
    const left = role % 2 === 0;
    const edge = left ? position - 1 : position;
    if (edge < 0 || edge >= length) return false;
    const byUnit = this.#byUnit[ROLES * rule + role] ?? this.#sort(rule, role);
    const places = byUnit.get(units[edge]!);
    if (places === undefined) return false;
    const pool = this.#pool;
    for (let p = 0; p < places.length; p += 2) {
      const first = places[p]!;
      const end = places[p + 1]!;
      const from = left ? position - (end - first) : position;
      if (from < 0 || from + end - first > length) continue;
      let i = first;
      while (i < end && units[from + i - first] === pool[i]) i++;
      if (i === end) return true;
    }
    return false;
  }

  #sort(rule: number, role: number): ReadonlyMap<number, Int32Array> {
    const pool = this.#pool;
    const at = CONTEXTS_SIZE * rule + 2 * role;
    const last = this.#contexts[at]! + this.#contexts[at + 1]!;
    const lists = new Map<number, number[]>();
    for (let first = this.#contexts[at]!; first < last;) {
      let end = first;
      while (end < last && pool[end] !== END) end++;
      if (end > first) {
        const unit = pool[role % 2 === 0 ? end - 1 : first]!;
        const list = lists.get(unit);
        if (list === undefined) lists.set(unit, [first, end]);
        else list.push(first, end);
      }
      first = end + 1;
    }
    const sorted =
      lists.size === 0 ? NONE : new Map([...lists].map(([unit, list]) => [unit, Int32Array.from(list)]));
    this.#byUnit[ROLES * rule + role] = sorted;
    return sorted;
  }
}

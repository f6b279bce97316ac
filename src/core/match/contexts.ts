import { JOIN, LIST_END } from './matcher-data.ts';

/** So many questions a list answers by a search, before it is put in order: a page asks most lists less often. */
const FEW = 8;
/** How far from a mention, in folded units, a word may stand and still be near it. */
const NEAR = 40;
const SENTENCE_END = '。!?;';

/**
 * The contexts of rules: whether one stands at a mention's edge, or near it. A list is
 * written as its contexts of one unit, {@link JOIN}, and the others, each ended by
 * {@link JOIN}; an empty one as nothing. One that is often asked is put in order by the
 * unit at the mention's edge (the last one of a context on the left, the first of one on
 * the right); the engine's own search serves till then, so that a page does not pay for
 * what it does not need.
 */
export class Contexts {
  /** By role, then by rule. */
  readonly #lists: readonly (readonly string[])[];
  /** By role and rule. */
  readonly #asked: Uint8Array;
  readonly #byUnit: (ReadonlyMap<number, readonly string[]> | undefined)[] = [];
  readonly #count: number;

  constructor(rules: readonly string[]) {
    this.#lists = rules.map((lists) => lists.split(LIST_END));
    this.#count = this.#lists[0]!.length;
    this.#asked = new Uint8Array(rules.length * this.#count);
  }

  /** The roles of which some of the rules have contexts, as bits. */
  roles(rules: readonly number[]): number {
    let roles = 0;
    this.#lists.forEach((lists, role) => {
      if (rules.some((rule) => lists[rule] !== '')) roles |= 1 << role;
    });
    return roles;
  }

  /**
   * Whether a context of a role, of any of the rules, ends (on the left) or begins (on the right) at a place.
   *
   * @param least contexts of fewer units do not count
   */
  stands(
    rules: readonly number[],
    role: number,
    units: Uint16Array,
    length: number,
    place: number,
    least = 1,
  ): boolean {
    const left = role % 2 === 0;
    const edge = left ? place - 1 : place;
    if (edge < 0 || edge >= length) return false;
    for (const rule of rules) {
      const list = this.#lists[role]![rule]!;
      if (list === '') continue;
      const contexts = this.#with(this.#count * role + rule, list, left, units[edge]!);
      if (contexts === undefined) continue;
      for (const context of contexts) {
        const from = left ? place - context.length : place;
        if (from < 0 || from + context.length > length) continue;
        let i = 0;
        while (i < context.length && context.charCodeAt(i) === units[from + i]) i++;
        if (i >= least && i === context.length) return true;
      }
    }
    return false;
  }

  /** Whether a context of a role, of any of the rules, stands in the sentence around a mention. */
  near(
    rules: readonly number[],
    role: number,
    units: Uint16Array,
    length: number,
    start: number,
    end: number,
  ): boolean {
    const inSentence = (at: number): boolean => !SENTENCE_END.includes(String.fromCharCode(units[at]!));
    let from = start;
    while (from > 0 && start - from < NEAR && inSentence(from - 1)) from--;
    let to = end;
    while (to < length && to - end < NEAR && inSentence(to)) to++;
    const around =
      String.fromCharCode(...units.subarray(from, start)) +
      JOIN +
      String.fromCharCode(...units.subarray(end, to));
    return rules.some((rule) =>
      split(this.#lists[role]![rule]!).some((word) => word !== '' && around.includes(word)),
    );
  }

  /** The contexts of a list with a unit at the mention's edge; it may be others too while the list is not in order. */
  #with(index: number, list: string, left: boolean, unit: number): readonly string[] | undefined {
    const known = this.#byUnit[index];
    if (known !== undefined) return known.get(unit);
    if (++this.#asked[index]! <= FEW) {
      return list.includes(String.fromCharCode(unit)) ? split(list) : undefined;
    }
    const byUnit = new Map<number, string[]>();
    for (const context of split(list)) {
      const at = context.charCodeAt(left ? context.length - 1 : 0);
      const others = byUnit.get(at);
      if (others === undefined) byUnit.set(at, [context]);
      else others.push(context);
    }
    this.#byUnit[index] = byUnit;
    return byUnit.get(unit);
  }
}

function split(list: string): string[] {
  const singles = list.indexOf(JOIN);
  return [...list.slice(0, Math.max(0, singles)), ...list.slice(singles + 1, -1).split(JOIN)];
}

import { JOIN } from './matcher-data.ts';

/** A list of contexts as rules hold it. */
export function joinContexts(contexts: readonly string[]): string {
  return contexts.length === 0 ? '' : JOIN + contexts.join(JOIN) + JOIN;
}

const ROLES = 6;
/** So many questions a list answers by a search, before it is put in order: a page asks most lists less often. */
const FEW = 8;

/**
 * The contexts of rules: whether one stands at a mention's edge. A list that is often
 * asked is put in order by the unit at that edge (the last one of a context on the
 * left, the first of one on the right); the engine's own search serves till then, so
 * that a page does not pay for what it does not need.
 */
export class Contexts {
  readonly #rules: readonly (readonly string[])[];
  /** By rule and role. */
  readonly #asked: Uint8Array;
  readonly #byUnit: (ReadonlyMap<number, readonly string[]> | undefined)[] = [];

  constructor(rules: readonly (readonly string[])[]) {
    this.#rules = rules;
    this.#asked = new Uint8Array(ROLES * rules.length);
  }

  /** The roles of which some of the rules have contexts, as bits. */
  roles(rules: readonly number[]): number {
    let roles = 0;
    for (const rule of rules) {
      const lists = this.#rules[rule]!;
      for (let role = 0; role < ROLES; role++) if (lists[role] !== '') roles |= 1 << role;
    }
    return roles;
  }

  /** Whether a context of a role, of any of the rules, ends (on the left) or begins (on the right) at a place. */
  stands(rules: readonly number[], role: number, units: Uint16Array, length: number, place: number): boolean {
    const left = role % 2 === 0;
    const edge = left ? place - 1 : place;
    if (edge < 0 || edge >= length) return false;
    for (const rule of rules) {
      const list = this.#rules[rule]![role]!;
      if (list === '') continue;
      const contexts = this.#with(ROLES * rule + role, list, left, units[edge]!);
      if (contexts === undefined) continue;
      for (const context of contexts) {
        const from = left ? place - context.length : place;
        if (from < 0 || from + context.length > length) continue;
        let i = 0;
        while (i < context.length && context.charCodeAt(i) === units[from + i]) i++;
        if (i > 0 && i === context.length) return true;
      }
    }
    return false;
  }

  /** The contexts of a list with a unit at the mention's edge; it may be others too while the list is not in order. */
  #with(index: number, list: string, left: boolean, unit: number): readonly string[] | undefined {
    const known = this.#byUnit[index];
    if (known !== undefined) return known.get(unit);
    if (++this.#asked[index]! <= FEW) {
      const character = String.fromCharCode(unit);
      return list.includes(left ? character + JOIN : JOIN + character) ? split(list) : undefined;
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
  return list.slice(1, -1).split(JOIN);
}

import { ContextRole, JOIN, LIST_END } from './matcher-data.ts';

/** So many questions a list answers by a search, before it is put in order: a page asks most lists less often. */
const FEW = 8;
/** How far from a mention, in folded units, a word may stand and still be near it. */
const NEAR = 40;
const SENTENCE_END = '。!?;';
/** A sentence with fewer other units says nothing about the words in it: a heading, the cell of a table. */
const BARE = 4;
/** So many units may stand between a mention and what is looked for beyond its edge … */
const BEYOND = 4;
/** … if they are no marks (a quotation mark may be there) and none of these words, which begin another phrase. */
const ANOTHER_PHRASE = '与和同对赴向驻中我及从由了在是入进';
/** How far after it the words stand that are said of it: 越共中央政治局委员、中央书记处. */
const MEMBER_NAMES = 16;
const QUOTE = 0x22;
/** A sentence with one of these speaks of China, whichever country else it names. */
const OURS =
  /我国|中[国共方华]|我[党们]|北京|[访来在对涉]华(?!盛)|习近平|邀请|委员长|国务委员|赵乐际|王沪宁|栗战书|何立峰|王小洪|李克强|韩正|汪洋|蔡奇|丁薛祥|适用|遵守|符合/u;
/** Before a country's name: it is not the one that the sentence is about. */
const TO_OR_WITH = /[与和同对赴向驻访及、内在]$/u;
/** Where Han characters begin; marks are before them. */
const HAN = 0x3400;

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

  /** Whether a context of a role stands at a place, or a few units farther from the mention. */
  beyond(rules: readonly number[], role: number, units: Uint16Array, length: number, place: number): boolean {
    const left = role % 2 === 0;
    for (let away = 0, at = place; away <= BEYOND; away++, at += left ? -1 : 1) {
      if (this.stands(rules, role, units, length, at, away === 0 ? 1 : 2)) return true;
      const next = left ? at - 1 : at;
      if (next < 0 || next >= length) return false;
      const unit = units[next]!;
      if ((unit < HAN && unit !== QUOTE) || ANOTHER_PHRASE.includes(String.fromCharCode(unit))) return false;
    }
    return false;
  }

  /**
   * Whether a context of a role, of any of the rules, stands in the sentence around a mention.
   *
   * @param more other words that count
   */
  near(
    rules: readonly number[],
    role: number,
    units: Uint16Array,
    length: number,
    start: number,
    end: number,
    more: readonly string[] = [],
  ): boolean {
    const [before, after] = this.#around(units, length, start, end);
    if (role === ContextRole.OnlyNear && before.length + after.length < BARE) return true;
    const around = before + JOIN + after;
    const has = (word: string): boolean => word !== '' && around.includes(word);
    return more.some(has) || rules.some((rule) => split(this.#lists[role]![rule]!).some(has));
  }

  /**
   * Whether another state is right before a mention (its 《 or “ and a 的 aside), or is what the sentence
   * speaks of before it, and not of ours around it. A name that has the same words soon after it is
   * done with (美国国务院…，国务院…).
   */
  foreign(
    rules: readonly number[],
    role: number,
    units: Uint16Array,
    length: number,
    start: number,
    end: number,
  ): boolean {
    const [before] = this.#around(units, length, start, end);
    const edge = before.replace(/["《的]+$/u, '');
    const form = String.fromCharCode(...units.subarray(start, end));
    const ours = this.ours(units, length, start, end);
    return rules.some((rule) =>
      split(this.#lists[role]![rule]!).some((word) => {
        if (word === '') return false;
        if (edge.endsWith(word)) return true;
        const at = ours ? -1 : before.lastIndexOf(word);
        if (at < 0 || TO_OR_WITH.test(before.slice(0, at))) return false;
        const next = before.indexOf(form, at);
        return next < 0 || next > at + word.length + MEMBER_NAMES;
      }),
    );
  }

  /** Whether a mention or the sentence around it speaks of China. */
  ours(units: Uint16Array, length: number, start: number, end: number): boolean {
    const [before, after] = this.#around(units, length, start, end);
    return OURS.test(before + String.fromCharCode(...units.subarray(start, end)) + after);
  }

  /** The sentence before and after a mention, not far away. */
  #around(units: Uint16Array, length: number, start: number, end: number): readonly [string, string] {
    const inSentence = (at: number): boolean => !SENTENCE_END.includes(String.fromCharCode(units[at]!));
    let from = start;
    while (from > 0 && start - from < NEAR && inSentence(from - 1)) from--;
    let to = end;
    while (to < length && to - end < NEAR && inSentence(to)) to++;
    return [
      String.fromCharCode(...units.subarray(from, start)),
      String.fromCharCode(...units.subarray(end, to)),
    ];
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

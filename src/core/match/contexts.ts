import { ContextRole, JOIN, LIST_END } from './matcher-data.ts';

/** So many questions a list answers by a search, before its edges are noted: a page asks most lists less often. */
export const FEW = 8;
/** How far from a mention, in folded units, a word may stand and still be near it. */
const NEAR = 40;
/** A sentence with fewer other units says nothing about the words in it: a heading, the cell of a table. */
const BARE = 4;
/** So many units may stand between a mention and what is looked for beyond its edge … */
const BEYOND = 4;
/** … if they are no marks (a quotation mark may be there) and none of these words, which begin another phrase. */
const ANOTHER_PHRASE = '与和同对赴向驻中我及从由了在是入进';
const ANOTHER_PHRASE_AFTER = `${ANOTHER_PHRASE}的`;
/** A sentence with one of these speaks of China, whichever country else it names. */
const OURS =
  /我国|中[国共方华]|我[党们]|北京|[访来在对涉]华(?!盛)|习近平|邀请|委员长|国务委员|李强|王毅|赵乐际|王沪宁|栗战书|何立峰|王小洪|李克强|韩正|汪洋|蔡奇|丁薛祥|适用|遵守|符合/u;
/** A law in title marks, and where it is in force: 《网络安全法》在越南施行. */
const IN_FORCE = /^》在(.{2,5}?)[正已]?[式经]?(?:施行|实施|生效)/u;
/** Before a country's name: it is not the one that the sentence is about. */
const TO_OR_WITH = /[与和同对赴向驻访及、内在]$/u;
/** How far after it the words stand that are said of it: 越共中央政治局委员、中央书记处. */
const MEMBER_NAMES = 16;
const QUOTE = 0x22;
/** Where Han characters begin; marks are before them. */
export const HAN = 0x3400;

/**
 * The contexts of rules: whether one stands at a mention's edge, or near it, in the text
 * that is read now. A list is written as its contexts of one unit, {@link JOIN}, and the
 * others, each ended by {@link JOIN}; an empty one as nothing. Lists stay as they are
 * written, and the engine's own search finds what stands in them. Of a list that is often
 * asked it is noted which units its contexts have at a mention's edge (the last unit of a
 * context on the left, the first of one on the right), since most questions end there.
 */
export class Contexts {
  /** By role, then by rule. */
  readonly #lists: readonly (readonly string[])[];
  /** How many rules there are; a list's index is that of its role times this, plus its rule. */
  readonly #count: number;
  readonly #asked: Uint8Array;
  /** By list: what is at the edge; none while it is seldom asked. */
  readonly #edges: (Int32Array | undefined)[];
  #units: Uint16Array = new Uint16Array(0);
  #length = 0;

  constructor(rules: readonly string[]) {
    this.#lists = rules.map((lists) => lists.split(LIST_END));
    this.#count = this.#lists[0]!.length;
    this.#asked = new Uint8Array(rules.length * this.#count);
    this.#edges = new Array<undefined>(this.#asked.length).fill(undefined);
  }

  /** Takes the text that the next questions are about: the first `length` of the units. */
  read(units: Uint16Array, length: number): void {
    this.#units = units;
    this.#length = length;
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
  stands(rules: readonly number[], role: number, place: number, least = 1): boolean {
    const left = role % 2 === 0;
    const edge = left ? place - 1 : place;
    if (edge < 0 || edge >= this.#length) return false;
    const unit = this.#units[edge]!;
    for (const rule of rules) {
      const list = this.#lists[role]![rule]!;
      if (list === '') continue;
      const index = this.#count * role + rule;
      const edges =
        this.#edges[index] ?? (++this.#asked[index]! > FEW ? this.#note(index, list, left) : undefined);
      if (edges !== undefined && !hasEdge(edges, unit)) continue;
      if (
        left ? this.#endsAt(list, place, unit, least) : this.#beginsAt(list, place, this.#length, unit, least)
      )
        return true;
    }
    return false;
  }

  /** Whether a context of a role stands at a place, or a few units farther from the mention. */
  beyond(rules: readonly number[], role: number, place: number): boolean {
    const left = role % 2 === 0;
    for (let away = 0, at = place; away <= BEYOND; away++, at += left ? -1 : 1) {
      if (this.stands(rules, role, at)) return true;
      const next = left ? at - 1 : at;
      if (next < 0 || next >= this.#length) return false;
      const unit = this.#units[next]!;
      if (
        (unit < HAN && unit !== QUOTE) ||
        (left ? ANOTHER_PHRASE : ANOTHER_PHRASE_AFTER).includes(String.fromCharCode(unit))
      )
        return false;
    }
    return false;
  }

  /** Whether a context of a role, of any of the rules, stands in the sentence around a mention. */
  near(rules: readonly number[], role: number, start: number, end: number): boolean {
    const [first, to] = this.#sentence(start, end);
    const speaksFor = role === ContextRole.OnlyNear;
    if (speaksFor && start - first + to - end < BARE) return true;
    // What speaks for a mention may have been said in the sentence before.
    const from = speaksFor ? Math.max(0, start - NEAR) : first;
    return this.#within(rules, role, from, start) || this.#within(rules, role, end, to);
  }

  /**
   * Whether another state is right before a mention (its 《 or “ and a 的 aside), is where it is in force, or
   * is what the sentence speaks of before it, and not of ours around it. A name that has the same words soon after it is
   * done with (美国国务院…，国务院…).
   */
  foreign(rules: readonly number[], role: number, start: number, end: number): boolean {
    const [from, to] = this.#sentence(start, end);
    const where = IN_FORCE.exec(this.#text(end, to))?.[1] ?? '';
    if (where === '' && !this.#within(rules, role, from, start)) return false;
    const before = this.#text(from, start);
    const form = this.#text(start, end);
    const edge = OURS.test(form) ? '' : before.replace(/的?["《]$/u, '');
    const ours = this.ours(start, end);
    return rules.some((rule) =>
      this.#lists[role]![rule]!.split(JOIN).some((word) => {
        if (word === '') return false;
        if (edge.endsWith(word) || where.endsWith(word)) return true;
        const at = ours ? -1 : before.lastIndexOf(word);
        if (at < 0 || TO_OR_WITH.test(before.slice(0, at))) return false;
        const next = before.indexOf(form, at);
        return next < 0 || next > at + word.length + MEMBER_NAMES;
      }),
    );
  }

  /** Whether a mention or the sentence around it speaks of China. */
  ours(start: number, end: number): boolean {
    return OURS.test(this.#text(...this.#sentence(start, end)));
  }

  /** Where the sentence around a mention begins and ends, not far away. */
  #sentence(start: number, end: number): [from: number, to: number] {
    const units = this.#units;
    let from = start;
    while (from > 0 && start - from < NEAR && !endsSentence(units[from - 1]!)) from--;
    let to = end;
    while (to < this.#length && to - end < NEAR && !endsSentence(units[to]!)) to++;
    return [from, to];
  }

  #text(from: number, to: number): string {
    return String.fromCharCode(...this.#units.subarray(from, to));
  }

  /** Whether a context of a role, of any of the rules, stands in a part of the text. */
  #within(rules: readonly number[], role: number, from: number, to: number): boolean {
    for (const rule of rules) {
      const list = this.#lists[role]![rule]!;
      if (list === '') continue;
      const index = this.#count * role + rule;
      const edges = this.#edges[index] ?? this.#note(index, list, false);
      for (let at = from; at < to; at++) {
        const unit = this.#units[at]!;
        if (hasEdge(edges, unit) && this.#beginsAt(list, at, to, unit, 1)) return true;
      }
    }
    return false;
  }

  /** Whether a context of a list, with the unit as its first one, begins at a place and ends before `until`. */
  #beginsAt(list: string, place: number, until: number, unit: number, least: number): boolean {
    const units = this.#units;
    const character = String.fromCharCode(unit);
    const singles = list.indexOf(JOIN);
    let at = list.indexOf(character);
    if (at >= 0 && at < singles && least === 1) return true;
    for (; at >= 0; at = list.indexOf(character, at + 1)) {
      if (at < singles || list.charCodeAt(at - 1) !== BETWEEN) continue;
      let i = 1;
      let next = list.charCodeAt(at + 1);
      while (next !== BETWEEN && place + i < until && next === units[place + i])
        next = list.charCodeAt(at + ++i);
      if (next === BETWEEN && i >= least) return true;
    }
    return false;
  }

  /** Whether a context of a list, with the unit as its last one, ends at a place. */
  #endsAt(list: string, place: number, unit: number, least: number): boolean {
    const units = this.#units;
    const character = String.fromCharCode(unit);
    const singles = list.indexOf(JOIN);
    let at = list.indexOf(character);
    if (at >= 0 && at < singles && least === 1) return true;
    for (; at >= 0; at = list.indexOf(character, at + 1)) {
      if (at < singles || list.charCodeAt(at + 1) !== BETWEEN) continue;
      let i = 1;
      let next = list.charCodeAt(at - 1);
      while (next !== BETWEEN && i < place && next === units[place - 1 - i]) next = list.charCodeAt(at - ++i);
      if (next === BETWEEN && i >= least) return true;
    }
    return false;
  }

  /** What the contexts of two roles, of all of the rules, have at a mention's edges. */
  edges(rules: readonly number[], left: number, right: number): Edges {
    const edges = { left: new Int32Array(EDGES), right: new Int32Array(EDGES) };
    for (const rule of rules) {
      note(this.#lists[left]![rule]!, true, edges.left);
      note(this.#lists[right]![rule]!, false, edges.right);
    }
    return edges;
  }

  #note(index: number, list: string, left: boolean): Int32Array {
    const edges = new Int32Array(EDGES);
    note(list, left, edges);
    this.#edges[index] = edges;
    return edges;
  }
}

/** Units at the edges of mentions: see {@link hasEdge}. */
export interface Edges {
  readonly left: Int32Array;
  readonly right: Int32Array;
}

/** So many words have a bit for the low bits of a unit; a power of two. */
const EDGES = 32;

function note(list: string, left: boolean, edges: Int32Array): void {
  const singles = list.indexOf(JOIN);
  for (let at = 0; at < list.length; at++) {
    const unit = list.charCodeAt(at);
    const isEdge = at < singles || list.charCodeAt(left ? at + 1 : at - 1) === BETWEEN;
    if (unit !== BETWEEN && isEdge) edges[(unit >>> 5) & (EDGES - 1)]! |= 1 << (unit & 31);
  }
}

/** Whether a unit may be one that is noted. */
export function hasEdge(edges: Int32Array, unit: number): boolean {
  return ((edges[(unit >>> 5) & (EDGES - 1)]! >>> (unit & 31)) & 1) !== 0;
}

const BETWEEN = JOIN.charCodeAt(0);

/** 。!?; */
function endsSentence(unit: number): boolean {
  return unit === 0x3002 || unit === 0x21 || unit === 0x3f || unit === 0x3b;
}

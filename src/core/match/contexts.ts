import { ContextList } from './context-list.ts';
import { EdgeFilter } from './edge-filter.ts';
import { ContextRole, LIST_END } from './matcher-data.ts';
import { NearWords } from './near-words.ts';

/** How far from a mention, in folded units, a word may stand and still be near it. */
const NEAR = 40;
/** A sentence with fewer other units says nothing about the words in it: a heading, the cell of a table. */
const BARE = 4;
/** So many units may stand between a mention and what is looked for beyond its edge … */
const BEYOND = 4;
/** … if they are no marks (a quotation mark may be there) and none of these words, which begin another phrase. */
const ANOTHER_PHRASE = '与和同对赴向驻中我及从由了在是入进';
const ANOTHER_PHRASE_AFTER = `${ANOTHER_PHRASE}的`;
const PHRASE_UNITS = new EdgeFilter(ANOTHER_PHRASE_AFTER.length, 0);
for (const character of ANOTHER_PHRASE_AFTER) PHRASE_UNITS.addUnit(character.charCodeAt(0));
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
/** 》 and 在 */
const [TITLE_END, IN] = [0x300b, 0x5728];
/** Where Han characters begin; marks are before them. */
export const HAN = 0x3400;

/** Lists of one role, of an entry's rules. */
export type Lists = readonly ContextList[];

const NONE: Lists = [];

/** Roles whose contexts stand on the left of mentions. */
const LEFT: readonly number[] = [
  ContextRole.NotLeft,
  ContextRole.YetLeft,
  ContextRole.OnlyLeft,
  ContextRole.NotBefore,
];

/**
 * The contexts of rules: whether one stands at a mention's edge, or near it, in the text
 * that is read now.
 */
export class Contexts {
  /** By role, then by rule. */
  readonly #texts: readonly (readonly string[])[];
  /** The same, one role after another, made when first asked for. */
  readonly #lists: (ContextList | undefined)[];
  /** What speaks for mentions, and what against them. The former are commoner words. */
  readonly #for = new NearWords();
  readonly #against = new NearWords();
  #units: Uint16Array = new Uint16Array(0);
  #length = 0;
  /** How many texts have been read. */
  #text = 0;
  /** Where the sentence around the mention asked about last begins and ends, not far away. */
  #first = 0;
  #last = 0;
  /** From the text's beginning to this place, the last sentence ends at `#stop`. */
  #seen = 0;
  #stop = 0;
  /** Between these two no sentence ends. */
  #open = 0;
  #next = 0;

  /** @param rules by role: the lists of all rules, each but the last ended by {@link LIST_END} (context-list.ts) */
  constructor(rules: readonly string[]) {
    this.#texts = rules.map((lists) => lists.split(LIST_END));
    this.#lists = new Array<undefined>(this.#texts.length * this.#texts[0]!.length).fill(undefined);
  }

  /** Takes the text that the next questions are about: the first `length` of the units. */
  read(units: Uint16Array, length: number): void {
    this.#units = units;
    this.#length = length;
    this.#text++;
    this.#seen = this.#stop = this.#open = this.#next = 0;
  }

  /** By role: the lists of some rules that have contexts. */
  listsOf(rules: readonly number[]): Lists[] {
    const all: Lists[] = [];
    for (let role = 0; role < this.#texts.length; role++) {
      const texts = this.#texts[role]!;
      let of: ContextList[] | undefined;
      for (const rule of rules) {
        const text = texts[rule]!;
        if (text === '') continue;
        const list = (this.#lists[role * texts.length + rule] ??= new ContextList(text, LEFT.includes(role)));
        if (of === undefined) of = [list];
        else of.push(list);
      }
      all.push(of ?? NONE);
    }
    return all;
  }

  /**
   * Whether a context ends (on the left) or begins (on the right) at a place.
   *
   * @param least contexts of fewer units do not count
   */
  stands(lists: Lists, left: boolean, place: number, least = 1): boolean {
    const edge = left ? place - 1 : place;
    return edge >= 0 && edge < this.#length && this.#isAt(lists, edge, least);
  }

  /** Whether a context stands at a place, or a few units farther from the mention. */
  beyond(lists: Lists, left: boolean, place: number): boolean {
    const step = left ? -1 : 1;
    for (let away = 0, edge = left ? place - 1 : place; away <= BEYOND; away++, edge += step) {
      if (edge < 0 || edge >= this.#length) return false;
      if (this.#isAt(lists, edge, 1)) return true;
      const unit = this.#units[edge]!;
      if (unit < HAN ? unit !== QUOTE : beginsAnother(unit, left)) return false;
    }
    return false;
  }

  #isAt(lists: Lists, edge: number, least: number): boolean {
    for (const list of lists) if (list.lengthAt(this.#units, this.#length, edge, least) > 0) return true;
    return false;
  }

  /**
   * Whether a context stands in the sentence around a mention.
   *
   * @param speaksFor whether contexts speak for it rather than against it
   */
  near(lists: Lists, speaksFor: boolean, start: number, end: number): boolean {
    this.#sentence(start, end);
    if (speaksFor && start - this.#first + this.#last - end < BARE) return true;
    // What speaks for a mention may have been said in the sentence before.
    const from = speaksFor ? Math.max(0, start - NEAR) : this.#first;
    const words = speaksFor ? this.#for : this.#against;
    return this.#within(words, lists, from, start) || this.#within(words, lists, end, this.#last);
  }

  /**
   * Whether another state is right before a mention (its 《 or “ and a 的 aside), is where it is in force, or
   * is what the sentence speaks of before it, and not of ours around it. A name that has the same words soon after it is
   * done with (美国国务院…，国务院…).
   */
  foreign(lists: Lists, start: number, end: number): boolean {
    this.#sentence(start, end);
    const from = this.#first;
    const mayBeInForce =
      this.#last > end + 1 && this.#units[end] === TITLE_END && this.#units[end + 1] === IN;
    const where = mayBeInForce ? (IN_FORCE.exec(this.#between(end, this.#last))?.[1] ?? '') : '';
    if (where === '' && !this.#within(this.#against, lists, from, start)) return false;
    const before = this.#between(from, start);
    const form = this.#between(start, end);
    const edge = OURS.test(form) ? '' : before.replace(/的?["《]$/u, '');
    const ours = this.ours(start, end);
    return lists.some((list) =>
      list.words().some((word) => {
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
    this.#sentence(start, end);
    return OURS.test(this.#between(this.#first, this.#last));
  }

  /** Finds where the sentence around a mention begins and ends. Amortised O(1) for mentions in their order. */
  #sentence(start: number, end: number): void {
    const units = this.#units;
    if (start < this.#seen) this.#seen = this.#stop = Math.max(0, start - NEAR);
    let at = Math.max(this.#seen, start - NEAR);
    if (at > this.#seen) this.#stop = at;
    for (; at < start; at++) if (endsSentence(units[at]!)) this.#stop = at + 1;
    this.#seen = start;
    this.#first = Math.max(this.#stop, start - NEAR);

    if (end < this.#open || end > this.#next) this.#open = this.#next = end;
    const farthest = Math.min(this.#length, end + NEAR);
    while (this.#next < farthest && !endsSentence(units[this.#next]!)) this.#next++;
    this.#last = Math.min(this.#next, farthest);
  }

  #between(from: number, to: number): string {
    return String.fromCharCode(...this.#units.subarray(from, to));
  }

  /** Whether a context stands in a part of the text. */
  #within(words: NearWords, lists: Lists, from: number, to: number): boolean {
    return from < to && words.areBetween(lists, this.#units, this.#length, this.#text, from, to);
  }
}

function beginsAnother(unit: number, left: boolean): boolean {
  return (
    PHRASE_UNITS.has(unit, 0) > 0 &&
    (left ? ANOTHER_PHRASE : ANOTHER_PHRASE_AFTER).includes(String.fromCharCode(unit))
  );
}

/** 。!?; */
function endsSentence(unit: number): boolean {
  return unit === 0x3002 || unit === 0x21 || unit === 0x3f || unit === 0x3b;
}

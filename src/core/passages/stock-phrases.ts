import type { Skeleton, Skeletons } from './skeleton.ts';

/**
 * Phrases that reports of this genre are put together from and that say nothing of
 * where a text comes from: titles, attributions, roll calls, and the verbs that
 * govern a formulation. They are no terms to look up, so the knowledge base does
 * not have them; two texts that share them are not a copy all the same.
 */
const PHRASES = // Titles.
  (
    '中共中央总书记|国家主席|中央军委主席|中共中央政治局常委|中共中央政治局委员|中央政治局常委|中央政治局委员|' +
    '中央书记处书记|国务院总理|国务院副总理|国务委员|中宣部部长|中央宣传部部长|中央宣传部副部长|全国人大常委会委员长|' +
    '全国政协主席|中央纪委书记|最高人民法院院长|最高人民检察院检察长|习近平总书记|总书记|' +
    // Attributions.
    '习近平指出|习近平强调|总书记指出|总书记强调|在讲话中指出|在讲话中强调|在总结讲话中|在主持会议时指出|' +
    '会议指出|会议强调|会议要求|会议认为|作出重要指示|发表重要讲话|重要指示批示精神|重要指示精神|重要讲话精神|重要指示|重要讲话|' +
    // Roll calls.
    '出席会议并讲话|出席会议并发表重要讲话|出席会议|参加会议|主持会议|作交流发言|作了交流发言|作总结讲话|在京召开|在北京召开|' +
    '有关负责同志|负责同志等|负责同志|有关同志|各省区市和计划单列市|各省自治区直辖市和计划单列市|各省区市|计划单列市|新疆生产建设兵团|' +
    '中央和国家机关有关部门|中央和国家机关|有关人民团体|人民团体|有关国有大型企业|有关国有企业|有关国有|国有企业|军队有关单位|军队有关部门|' +
    '中央主要新闻单位|中央重点新闻网站|主要负责人|委员会成员|委员会委员|' +
    // Frames of formulations.
    '以新时代中国特色社会主义思想为指导|全面贯彻落实|深入贯彻落实|认真贯彻落实|坚决贯彻落实|贯彻落实|' +
    '全面贯彻|深入贯彻|深入学习贯彻|深入学习宣传贯彻|学习宣传贯彻|深刻领悟|决定性意义|坚决做到|坚定拥护|的重要思想'
  ).split('|');

/** Finds stock phrases in a skeleton. */
export class StockPhrases {
  /** Phrases by their first unit, the longest first. */
  readonly #byFirst = new Map<number, Uint16Array[]>();
  /** A bit for each value that the low bits of a first unit have: most places are passed over by it. */
  readonly #firsts = new Uint8Array(1 << FIRST_BITS);

  constructor(skeletons: Skeletons) {
    for (const phrase of PHRASES) {
      const { units, length } = skeletons.of(phrase);
      const form = units.slice(1, length + 1);
      const first = form[0]!;
      this.#firsts[first & FIRST_MASK] = 1;
      const known = this.#byFirst.get(first);
      if (known === undefined) this.#byFirst.set(first, [form]);
      else known.push(form);
    }
    for (const forms of this.#byFirst.values()) forms.sort((a, b) => b.length - a.length);
  }

  /** Reports each phrase by where it begins and ends in the skeleton, the longest at each place. */
  find({ units, length }: Skeleton, report: (start: number, end: number) => void): void {
    for (let i = 1; i < length; i++) {
      if (this.#firsts[units[i]! & FIRST_MASK] === 0) continue;
      const form = this.#byFirst.get(units[i]!)?.find((f) => isAt(f, units, i));
      if (form !== undefined) report(i, i + form.length);
    }
  }
}

const FIRST_BITS = 12;
const FIRST_MASK = (1 << FIRST_BITS) - 1;

function isAt(form: Uint16Array, units: Uint16Array, at: number): boolean {
  for (let j = 0; j < form.length; j++) if (units[at + j] !== form[j]) return false;
  return true;
}

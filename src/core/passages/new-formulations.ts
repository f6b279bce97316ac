import type { NewFormulation } from './passage.ts';
import type { Block } from '../text/blocks.ts';

/** A stretch that the knowledge base explains, in units of the whole text. */
export interface KnownSpan {
  readonly start: number;
  readonly end: number;
}

const NUMERAL = '[一二三四五六七八九十两](?:十[一二三四五六七八九]?)?|[1-9]\\d?';
/** Nouns and verbs that number formulae count; what ordinary counts count (月, 省份, 干部) is not among them. */
const COUNTED =
  '坚持|必须坚持|必须|确立|维护|意识|自信|统筹|着力|到位|过硬|转变|务必|不|更加|牢牢把握|把握|敢于|善于|' +
  '能力|作风|布局|全面|格局|导向|融合|协同|聚焦|突出|强化|提升|深化|结合|促进|共同|认同|离不开|相统一|' +
  '关系|优势|底线|红线|思维|理念|主张|倡议|原则|定位|支柱|引擎|维度|见效|放心|满意|清单|一体|联动|贯通';
const NUMBERED = new RegExp(`(?:${NUMERAL})(?:个|项|大|条|种|点|重)(?:“)?(?:${COUNTED})(?:”)?`, 'gu');
const QUOTED = /[“「『"]([^“”「」『』"\n]{3,32})[”」』"]/gu;
const QUOTED_NUMBER = new RegExp(
  `^(?:${NUMERAL})(?:个|项|大|条|种|点|重|为|化|先|新|严|高|位一体)?[\\u4e00-\\u9fff]{0,5}$`,
  'u',
);
/** What stands before a quoted slogan where it is one, and after it. */
const INTRODUCES =
  /(?:提出|倡导|树立|树牢|践行|弘扬|坚持|落实|遵循|明确|贯彻|秉持|牢记|突出|强化|聚焦|实施|按照|围绕|推进|推动|以|做到|增强|坚定)$/u;
const NAMES_KIND =
  /^(?:的)?(?:重要)?(?:理念|精神|原则|要求|目标|战略|意识|思维|方针|思想|工作法|总要求|总目标|使命任务|重要论述|重要论断|行动|工程|机制|模式|体系)/u;
/** What ends a clause of a list of bodies, places or posts. */
const BODY =
  /(?:社|台|部|委|局|办|省|市|会|院|校|厅|署|网|区|县|司|团|处|组|室|所|州|国|平台|公司|单位|部门|同志|书记|主任|部长|人员|企业|机构|规定|办法|条例|纲要|规划|意见)$/u;
const HAN = /^[\u4e00-\u9fff]+$/u;

/** A text's candidate, before what is known is taken out. */
interface Candidate {
  start: number;
  end: number;
  score: number;
}

/**
 * Formula-like phrases that the knowledge base does not know, best first:
 * a number with what such formulae count (九个坚持), quoted slogans, and series of
 * clauses of one shape (以甲促乙、以丙促丁、…; 坚持…，坚持…，坚持…). Rules by form, tuned to
 * be right rather than complete; ordinary counts (三个月, 10个省份) are none.
 *
 * `score` is between 0 and 1. Linear in the text.
 */
export function findNewFormulations(
  text: string,
  blocks: readonly Block[],
  known: readonly KnownSpan[],
): NewFormulation[] {
  const found: Candidate[] = [];
  for (const block of blocks) {
    const at = text.slice(block.start, block.start + block.text.length);
    for (const rule of [numbered, quoted, series]) {
      for (const { start, end, score } of rule(at)) {
        found.push({ start: start + block.start, end: end + block.start, score });
      }
    }
  }
  const sorted = [...known].sort((a, b) => a.start - b.start);
  const fresh = found.filter((candidate) => !isKnown(candidate, sorted));
  const kept: Candidate[] = [];
  for (const candidate of fresh.sort(
    (a, b) => b.score - a.score || b.end - b.start - (a.end - a.start) || a.start - b.start,
  )) {
    if (kept.some((k) => k.start < candidate.end && candidate.start < k.end)) continue;
    const words = text.slice(candidate.start, candidate.end);
    if (kept.some((k) => text.slice(k.start, k.end) === words)) continue;
    kept.push(candidate);
  }
  return kept.map(({ start, end, score }) => ({
    start,
    end,
    text: text.slice(start, end),
    score: Math.round(score * 100) / 100,
  }));
}

/** Whether known mentions make up more than half of a candidate, or one holds all of it. */
function isKnown({ start, end }: Candidate, known: readonly KnownSpan[]): boolean {
  let covered = 0;
  let low = 0;
  let high = known.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (known[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  for (let i = low; i < known.length && known[i]!.start < end; i++) {
    covered += Math.min(end, known[i]!.end) - Math.max(start, known[i]!.start);
  }
  return covered * 2 > end - start;
}

/** 九个坚持, 三个务必, 五大统筹; quoted or introduced ones rank higher. */
function* numbered(block: string): Iterable<Candidate> {
  for (const match of block.matchAll(NUMBERED)) {
    const start = match.index;
    let end = start + match[0].length;
    if (/[\d一二三四五六七八九十百千万亿第.]$/u.test(block.slice(0, start))) continue;
    const quotedBefore = /[“「『]$/u.test(block.slice(0, start));
    const closes = /^[”」』]/u.test(block.slice(end));
    const stands = /^(?:[”」』，。、；：,;]|的|重要|要求|原则|$)/u.test(block.slice(end));
    if (!stands) continue;
    // “不” and “全面” count only where nothing else could be meant.
    if (/(?:不|全面|能力|关系|优势|原则|聚焦)$/u.test(match[0]) && !(quotedBefore && closes)) continue;
    if (match[0].includes('“') && !match[0].endsWith('”')) continue;
    if (match[0].endsWith('”') && !match[0].includes('“')) end--;
    yield { start, end, score: quotedBefore ? 0.95 : 0.8 };
  }
}

/** Slogans in quotation marks: parallel parts, a number formula, or named as an idea or a rule. */
function* quoted(block: string): Iterable<Candidate> {
  for (const match of block.matchAll(QUOTED)) {
    const inner = match[1] ?? '';
    const start = match.index + 1;
    const end = start + inner.length;
    const parts = inner.split(/[、，,\u0020\u3000；]/u).filter((part) => part !== '');
    if (!parts.every((part) => HAN.test(part) || QUOTED_NUMBER.test(part))) continue;
    const lengths = new Set(parts.map(({ length }) => length));
    if (parts.length >= 2 && lengths.size === 1 && parts[0]!.length >= 3 && parts[0]!.length <= 10) {
      yield { start, end, score: Math.min(0.95, 0.7 + 0.05 * parts.length) };
      continue;
    }
    if (parts.length !== 1) continue;
    const introduced = INTRODUCES.test(block.slice(Math.max(0, match.index - 4), match.index));
    const named = NAMES_KIND.test(block.slice(end + 1, end + 8));
    if (
      QUOTED_NUMBER.test(inner) &&
      inner.length >= 3 &&
      /^[一二三四五六七八九十\d]+(?:个|项|大|条|点|重|严|新|高|位一体)/u.test(inner)
    ) {
      yield { start, end, score: 0.85 };
    } else if (introduced && named && inner.length >= 4 && inner.length <= 16) {
      yield { start, end, score: 0.65 };
    }
  }
}

/** What separates the clauses of a series, and how far one reaches. */
const SERIES: readonly (readonly [separator: string, stretch: RegExp])[] = [
  ['、', /[^。！？!?；;\n：:“”，,]+/gu],
  ['，', /[^。！？!?；;\n：:“”]+/gu],
];

/** Three or more clauses of one shape. */
function* series(block: string): Iterable<Candidate> {
  for (const [separator, stretch] of SERIES) {
    for (const sentence of block.matchAll(stretch)) {
      const clauses: { start: number; text: string }[] = [];
      let at = sentence.index;
      for (const clause of sentence[0].split(separator)) {
        clauses.push({ start: at, text: clause });
        at += clause.length + 1;
      }
      for (let from = 0; from + 2 < clauses.length;) {
        let to = from + 1;
        const first = withoutLead(clauses[from]!, clauses[to]!.text);
        while (to < clauses.length && alike(first.text, clauses[to]!.text)) to++;
        const size = to - from;
        const last = clauses[to - 1]!;
        if (size >= 3 && worth([first.text, ...clauses.slice(from + 1, to).map((c) => c.text)])) {
          yield {
            start: first.start,
            end: last.start + last.text.length,
            score: Math.min(0.9, 0.45 + 0.1 * size),
          };
        }
        from = Math.max(to - 1, from + 1);
      }
    }
  }
}

/** A clause without what leads the series in (要以…, 做到强…), judged by the clause after it. */
function withoutLead(clause: { start: number; text: string }, next: string): { start: number; text: string } {
  const lead = clause.text.length - next.length;
  if (lead <= 0 || lead > 4 || clause.text.startsWith('坚持')) return clause;
  return { start: clause.start + lead, text: clause.text.slice(lead) };
}

/** Two clauses of one shape: of equal length, with the same frame around what differs. */
function alike(a: string, b: string): boolean {
  if (!HAN.test(a) || !HAN.test(b)) return false;
  if (a.startsWith('坚持') && b.startsWith('坚持')) return Math.max(a.length, b.length) <= 18;
  if (a.length !== b.length || a.length < 4 || a.length > 12) return false;
  let same = 0;
  for (let i = 0; i < a.length; i++) if (a[i] === b[i]) same++;
  const head = b.startsWith(a.charAt(0));
  const tail = a.slice(-2) === b.slice(-2);
  return same >= 1 && (head || tail || same >= 2) && same < a.length - 1;
}

/** A series of bodies, posts or documents is a list; so is one of bare nouns with a common ending. */
function worth(clauses: readonly string[]): boolean {
  if (clauses.some((clause) => BODY.test(clause))) return false;
  if (new Set(clauses).size < clauses.length) return false;
  const [first = ''] = clauses;
  if (first.startsWith('坚持')) return true;
  return (
    /^(?:以|把|让|用|向|从|因|为|因地|强|防|促|保|讲|懂|敢|善|勇|甘|忠|不|更|既|能|会|有|无|重|严|实|抓|守|聚|谋|增)/u.test(
      first,
    ) || /(?:要强|为本|为先|至上|优先|到底|到位|过硬)$/u.test(first)
  );
}

import { loadBundled } from '../../src/cli/bundled.ts';
import { kindAndWeight, type HighlightSpan } from './highlights.ts';
import { TRAPS } from '../unit/match/trap-table.ts';
import { labelledSet, trapSentences } from './labelled.ts';

const ADDRESS = 'https://www.people.com.cn/labelled.html';

/** One text for each way of writing that folding knows. */
const FORMS: readonly string[] = [
  '網絡強國、網絡空間命運共同體、黨管互聯網，著力建設忠誠乾淨擔當的隊伍',
  '網路強國、網際網路、資訊化、數位中國、品質強國',
  '衞星與網絡綫路，裡外，後於範裏製，堅持黨管互聯網',
  '就網(wǎng)絡(luò)強(qiáng)國(guó)建設(shè)，習（xí）近平說',
  'ＡＰＰ违法违规、５Ｇ、Ａｐｐ治理，“互联网＋”',
  '⽹络强国，⻓期执政，网络强\uf967国',
  '网\u200b络\u200d强\ufeff国，数\u00ad字\ufe0f中\u{e0100}国，十个\u2060坚持',
  '关于网络强国的\n    重要思想，坚持党\n管互联网',
  '要 以 “ 一带 一路 ” 建设 等 为 契机 ， 建设 21 世纪 数字 丝绸之路 ， 推进 网络 强国 建设 。',
  '建设数字中国　建设网络强国，礼赞新时代　建功新征程',
  '中国—东盟信息港论坛、中国-东盟信息港论坛、中国——东盟信息港论坛、中國─東盟信息港論壇',
  '“十个坚持”「十个坚持」『十个坚持』‘十个坚持’《十个坚持》（十个坚持）',
  '“十四五”规划、「十四五」規劃、十四五规划',
  '依法管网办网上网，依法管网、依法办网、依法上网，依法管网、办网、上网',
  '二十届二中、三中全会，10个坚持，二十个坚持，110个坚持',
  '打造忠诚干净担当的网信工作队伍，党管互联网，网信为民',
  '𠀀网络强国𪚥，\u{1f600}十个坚持\u{1f468}\u200d\u{1f469}，网络强国𠮷',
];

/** All labelled texts, the trap sentences, and all forms of writing as two pages, a paragraph for each block of text: with too many terms only those near the viewport are registered. */
export function labelledPage(half: 0 | 1): { address: string; html: string; spans: string[] } {
  const { recogniser } = loadBundled();
  const labelled = [
    ...(['tuning', 'unseen', 'unseen-2', 'unseen-3', 'unseen-4', 'unseen-5', 'unseen-6'] as const).flatMap(
      (set) => labelledSet(set),
    ),
    ...trapSentences(),
  ];
  const all = [
    ...labelled.flatMap((each) => each.blocks.map(({ text }) => text)),
    ...Object.values(TRAPS).flatMap((pairs) => pairs.flatMap(([trap, , mention]) => [trap, mention])),
    ...FORMS,
  ];
  const middle = all.length >> 1;
  const blocks = half === 0 ? all.slice(0, middle) : all.slice(middle);
  const spans = blocks.flatMap((text, i) =>
    recogniser
      .recognise(text)
      .map(({ start, end, entry }) =>
        shown(
          i,
          start,
          text.slice(start, end),
          recogniser.matcher.kind(entry),
          recogniser.matcher.weight(entry),
        ),
      ),
  );
  const paragraphs = blocks.map((text) => `<p>${escape(text)}</p>`).join('');
  return {
    address: ADDRESS,
    html: `<!doctype html><meta charset="utf-8"><title>标注文本</title>${paragraphs}`,
    spans,
  };
}

/** The labelled texts that are HTML pages, each as it is. */
export function labelledHtmlPages(): { name: string; address: string; html: string; spans: string[] }[] {
  const { recogniser } = loadBundled();
  const { matcher } = recogniser;
  return (['unseen-2', 'unseen-3', 'unseen-4', 'unseen-5'] as const)
    .flatMap((set) => labelledSet(set))
    .flatMap(({ name, html, blocks }) => {
      if (html === null) return [];
      const spans = blocks.flatMap(({ text }) =>
        recogniser
          .recognise(text)
          .map(({ start, end, entry }) =>
            bare(text.slice(start, end), matcher.kind(entry), matcher.weight(entry)),
          ),
      );
      return [{ name, address: ADDRESS, html, spans }];
    });
}

/** The highlights of one of {@link labelledHtmlPages} in the form of its `spans`. */
export function bareSpans(highlights: readonly HighlightSpan[]): string[] {
  return highlights.flatMap(({ name, text }) => {
    const named = kindAndWeight(name);
    return named === undefined ? [] : [bare(text, named.kind, named.weight)];
  });
}

/** White space differs between a page's text and what is read of it, and so do readings above characters: zhuyin, pinyin. */
const bare = (text: string, kind: string, weight: string): string =>
  `${text.replace(/\s|\([ㄅ-ㄯˇ]+\)|[a-z\u00e0-\u01dc]/gu, '')} (${kind}, ${weight})`;

/** The highlights of {@link labelledPage} in the form of its `spans`; `lengths` from {@link paragraphLengths}. */
export function shownSpans(highlights: readonly HighlightSpan[], lengths: readonly number[]): string[] {
  let paragraph = 0;
  let from = 0;
  return highlights.flatMap(({ name, text, start }) => {
    const named = kindAndWeight(name);
    if (named === undefined) return [];
    while (start >= from + (lengths[paragraph] ?? Infinity)) from += lengths[paragraph++] ?? 0;
    return [shown(paragraph - 1, start - from, text, named.kind, named.weight)];
  });
}

/** Runs inside the page: how much text there is in the title and in each paragraph. */
export function paragraphLengths(): number[] {
  return [...document.querySelectorAll('title, p')].map(({ textContent }) => textContent.length);
}

const shown = (paragraph: number, start: number, text: string, kind: string, weight: string): string =>
  `${String(paragraph)}:${String(start)} ${text} (${kind}, ${weight})`;

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildFoldTable } from '../../../src/core/text/build-fold-table.ts';
import { Folder, foldedText, rawEnd, rawStart } from '../../../src/core/text/fold.ts';

const folder = new Folder(buildFoldTable());
const fold = (text: string): string => foldedText(folder.fold(text));

describe('folding', () => {
  test.each([
    ['traditional script', '網絡強國', '网络强国'],
    ['Hong Kong variants', '衞星綫路', '卫星线路'],
    ['Taiwan variants', '這裡為了', '这里为了'],
    ['著 as a particle or in 著力', '著力推動', '着力推动'],
    ['著 in 著名 stays', '著名顯著原著', '著名显著原著'],
    ['乾 in 乾淨', '乾淨擔當', '干净担当'],
    ['乾 in 乾坤 stays', '扭轉乾坤', '扭转乾坤'],
    ['瞭 and 徵', '瞭解象徵', '了解象征'],
    ['瞭望 stays', '瞭望', '瞭望'],
    ['後 於 範 裏 製', '後於範裏製', '后于范里制'],
    ['Taiwan vocabulary is not folded', '網路資訊數位', '网路资讯数位'],
    ['simplified text stays', '网络空间命运共同体什么台湾秘书', '网络空间命运共同体什么台湾秘书'],
    ['full-width letters and digits', 'ＡｐｐＧＤＰ２０２３', 'appgdp2023'],
    ['letter case', 'APP App 5G', 'app app 5g'],
    ['quotation marks of every style', '“十”「十」『十』"十"‘十’＂十＂', '"十""十""十""十""十""十"'],
    ['dashes are one class and a run is one', '中国——东盟－会–议―会─议', '中国-东盟-会-议-会-议'],
    ['CJK radicals', '⻓江⺠生⻔户⻰⻢', '长江民生门户龙马'],
    ['Kangxi radicals', '⽹络⼈⺠', '网络人民'],
    ['compatibility ideographs', '\uf967\uf9ca', '不流'],
    ['zero-width characters', '网\u200b络\u200d强\ufeff国', '网络强国'],
    ['soft hyphens and variation selectors', '网\u00ad络\ufe0f强\u{e0100}国', '网络强国'],
    ['circled digits and ellipses stay', '①……', '①……'],
    ['Han numerals stay', '四十', '四十'],
    ['characters beyond the BMP stay', '𠀀网𪚥', '𠀀网𪚥'],
    ['characters beyond the BMP that have a simplified form in it', '\u{20a13}', fold('\u{20a13}')],
    ['lone surrogates', '网\ud800络\udc00', '网\ufffd络\udc00'],
    ['the reading after a character, in brackets', '網(wǎng)絡(luò)強(qiáng)國(guó)', '网络强国'],
    ['readings in full-width brackets', '习（xí）近平', '习近平'],
    ['readings of every shape', '二(èr)女(nǚ)略(lüè)双(shuāng)安(ān)学(xué)', '二女略双安学'],
    ['what else stands in brackets stays', '智能(AI)应用(app)他们(men)', '智能(ai)应用(app)他们(men)'],
    ['no foreign word is a reading', '咖啡(café)提法(tífǎ)项(á la)', '咖啡(café)提法(tífǎ)项(á la)'],
    ['a reading after no Han character stays', 'a(wǎng)，(wǎng)', 'a(wǎng),(wǎng)'],
    ['a bracket that is not closed stays', '网(wǎng', '网(wǎng'],
    ['brackets of every width are one', '党委（党组）党委﹙党组﹚', '党委(党组)党委(党组)'],
    ['private use characters are not instructions', '网\ue000络\ue004', '网\ufffd络\ufffd'],
  ])('%s', (_, raw, folded) => {
    expect(fold(raw)).toBe(folded);
  });

  test.each([
    ['a line break inside a block is bridged', '网络\n    强国', '网络强国'],
    ['a line break between Latin words is a space', 'App\nstore', 'app store'],
    ['U+3000 separates clauses', '建设数字中国　建设网络强国', '建设数字中国 建设网络强国'],
    ['a space separates clauses in ordinary text', '重要思想 大力推动网信事业', '重要思想 大力推动网信事业'],
    ['a space between Han and digits or letters is none', '2018 年 4 月 App 违法', '2018年4月app违法'],
    ['white space beside punctuation is none', '会议， 强调 。', '会议,强调。'],
    ['white space at either end is none', '\u3000\u3000会议\n', '会议'],
    [
      'single spaces of a word-segmented block are bridged',
      '要 以 “ 一带 一路 ” 建设 等 为 契机 ， 建设 21 世纪 数字 丝绸之路 。',
      '要以"一带一路"建设等为契机,建设21世纪数字丝绸之路。',
    ],
    ['thin spaces are none', '国家\u2009网信办，数字\u202f经济\u200a发展', '国家网信办,数字经济发展'],
    ['a thin space between Latin words is a space', 'App\u2009store', 'app store'],
    ['no-break spaces count as spaces', '网络\u00a0强国建设，数字中国', '网络 强国建设,数字中国'],
  ])('white space: %s', (_, raw, folded) => {
    expect(fold(raw)).toBe(folded);
  });

  /** Text in all the forms that matter, mixed at random. */
  const mixed = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          ...'网络强国網絡強國建设著名着力乾淨乾坤，。、“”《》—－ \u3000\n\t\u200b\u00ad\ufe0fＡ5gG①…⻓⽹',
        ),
        fc.constantFrom('(wǎng)', '（luò）', '(ai)', '(', '）'),
        fc.constantFrom('——', '\u{20000}', '\u{2f800}', '\u{e0100}', '\ud800', '\udc00', ' 的 ', '2018 年'),
        fc.string({ unit: 'binary', maxLength: 3 }),
      ),
      { maxLength: 60 },
    )
    .map((pieces) => pieces.join(''));

  /** Text written word by word, with what is no plain word among it. */
  const wordByWord = fc
    .array(
      fc.constantFrom(
        ...[
          '网络',
          '强国',
          '的',
          '在',
          '建设',
          '著名',
          '着',
          '乾',
          '㐀',
          '，',
          '。',
          '2018',
          'App',
          '网（wǎng）',
        ],
        ...['——', '\u{20000}', '\u{2f800}', '⽹', '', '\u200b', '\u3000', '强\u200b国', '网\n络'],
      ),
      { maxLength: 60 },
    )
    .map((words) => words.join(' '));
  const texts = fc.oneof(mixed, wordByWord);

  test('the map back covers every folded unit exactly, in order, without overlap', () => {
    fc.assert(
      fc.property(texts, (raw) => {
        const folded = folder.fold(raw);
        let end = 0;
        for (let k = 0; k < folded.length; k++) {
          const start = rawStart(folded, k);
          expect(start).toBeGreaterThanOrEqual(end);
          end = rawEnd(folded, k);
          expect(end).toBeGreaterThan(start);
        }
        expect(end).toBeLessThanOrEqual(raw.length);
      }),
      { numRuns: 2000 },
    );
  });

  test('each piece that the map names folds to its unit; what lies between leaves no trace', () => {
    fc.assert(
      fc.property(texts, (raw) => {
        const folded = folder.fold(raw);
        const text = foldedText(folded);
        const pieces: { at: number; piece: string; gap: string }[] = [];
        let last = 0;
        for (let k = 0; k < folded.length; k++) {
          const start = rawStart(folded, k);
          pieces.push({ at: k, piece: raw.slice(start, rawEnd(folded, k)), gap: raw.slice(last, start) });
          last = rawEnd(folded, k);
        }
        for (const { at, piece, gap } of pieces) {
          if (/^[网络强国建设，。]$/u.test(piece)) expect(fold(piece)).toBe(text.charAt(at));
          // A reading leaves none after a character only.
          expect(fold(`中${gap}`).replace(/[ \ufffd]/gu, '')).toBe('中');
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('folding folded text changes no character; only white space is judged by what is around it', () => {
    const characters = (text: string): string => text.replaceAll(' ', '');
    fc.assert(
      fc.property(texts, (raw) => {
        const once = fold(raw);
        expect(characters(fold(once))).toBe(characters(once));
      }),
      { numRuns: 1000 },
    );
  });
});
